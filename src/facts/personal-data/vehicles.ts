import { cues, startingWith, tailPreview, THINGS, whole } from "./pattern.ts";
import type { Recogniser } from "./model.ts";

/** Current, prefix and suffix marks (DVLA leaflet INF104). */
const PLATE =
  "(?!ab12 ?cde)(?:q\\d{3} ?[a-z]{3}|(?!(?:by|on|to|of|at|in|is|no|or|my|we|us|up|am|pm|it|be|do|go|he|if|as|an|so|me|re) )[a-z]{2}[ -]?(?:0[2-9]|[1-9]\\d)[ -]?[a-z]{3}|[a-hj-npr-tv-y]\\d{1,3} ?(?!mon|tue|wed|thu|fri|sat|sun|and|the|for)[a-z]{3}|(?!(?:and|are|for|the|row|bay|was|has|not|you|our|may|is|to|or) )[a-z]{3} ?\\d{1,3}[a-hj-npr-tv-y]|(?!and|for|the|bay|lot|exp|cvc|cvv|csc|pin|by|on|end|box|row|out|off|not|any|all|can|has|was|one|two|are|you|our|may|bus|act|tel|ext|ref|nor|not|now|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]{3} ?\\d{3,4})";

/** Makes of cars, and the models that people name without them. */
const MAKES =
  "ford|vauxhall|volkswagen|vw|bmw|audi|mercedes|merc|toyota|honda|nissan|peugeot|renault|citroen|skoda|seat|kia|hyundai|mazda|volvo|fiat|tesla|jaguar|land rover|range rover|suzuki|dacia|lexus|jeep|porsche|subaru|mitsubishi|mini|fiesta|focus|mondeo|puma|kuga|transit|corsa|astra|insignia|mokka|polo|golf|passat|tiguan|caddy|fabia|octavia|superb|ibiza|leon|yaris|corolla|aygo|prius|jazz|civic|micra|juke|qashqai|leaf|clio|megane|captur|kangoo|berlingo|picanto|sportage|sorento|i10|i20|tucson|duster|sandero|swift|vitara|panda|punto|vespa|morris|rover|saab|triumph|alfa romeo|zafira|scenic|kadjar|yeti|karoq|kodiaq|ioniq|niro|zoe|mustang|discovery|defender|freelander|evoque";
/** Said behind a plate that is goods. */
const SOLD =
  /^[^.!?\n]{0,20}(?:^ (?:ltd|limited)\b|^,? (?:is|was) ours?\b|\b(?:sold|for sale|auction|made £|went for)|, £)/i;

/** A number plate, beside words of cars. */
export const VEHICLE: Recogniser = {
  kind: "vehicle-registration",
  digits: 1,
  veto: /\b(?:mobile (?:library|unit|clinic|shop|bank)|fleet|gritt(?:er|ing)|\b(?:loan|hire) (?:car|van)(?: is| will be|,|:|['’]s)? ?$|courtesy car(?![^.!?]{0,40}\b(?:your|his|her|their) own)|depot|our (?:logo|livery)|our (?:white|black|grey|silver|red|blue|green|yellow) [a-z]+|for sale|auction lot|showroom|part exchange|\bours\b|just in\b|in stock|our (?:stock|forecourt))|\b(?:our|the (?:hire|courtesy|pool|company|council)(?:'s)?) (?:[a-z]+ ){0,2}(?:vans?|lorry|lorries|transits?|vehicles?|cars?|engineers?|drivers?|crew|team)\b/i,
  pattern: startingWith(PLATE),
  sizes: whole,
  cues: cues(
    `reg(?:istration)?(?: (?:number|mark|no|plate))?|(?:number )?plates?|vrm|cars?|vans?|vehicles?|pick-?up|parked|parking|keeper|motorbikes?|motorcycle|lorry|scooter|caravan|camper(?:van)?|trailer|taxi|driv(?:e|er|es|ing|en)|drove|moped|left in|belongs to|(?:your|his|her|their) own|mots?|sorn|road tax|tax(?:ed)?(?= (?:on|for|due))|pay machine|kiosk|hard shoulder|windscreen|bumper|wing mirror|forecourt|bay|ramp|driveway|dashcam|at the wheel of|permit|notice relates to|bump|zig-?zags|auto ?pay|toll|ulez|clean air|congestion charge|penalty charge|penalty notice|parking notice|pcn|blue badge|tyres?|insured|towed|clamped|clocked|speeding|flashed|log ?book|v5c?|anpr|overtook|dropped kerb|registered to|photo evidence|(?:white|black|grey|gray|silver|red|blue|green|yellow|orange|brown|gold|beige|maroon) [a-z]{2,12}|${MAKES}`,
    `${THINGS.replace("bays?|", "")}|class|code|ward|road|junction|motorway|bus|minibus|coach|tram|ambulance|hearse|route|train|colour|shade|paint|lot`,
  ),
  reach: [70, 50],
  // Two letters, two figures and three letters in capitals are hardly anything else.
  isOurs: (_, after) => SOLD.test(after),
  plain: ({ written, left }) => /^[A-Z]{2}\d\d ?[A-Z]{3}$/.test(written) && !/\bthe $/i.test(left),
  isOfThings: true,
  preview: tailPreview,
};
