import { isUtr } from "./checks.ts";
import { cues, GAP, noPreview, startingWith, tailPreview } from "./pattern.ts";
import type { Candidate, Recogniser } from "./model.ts";

/** Words that make a number one of a thing, a place or a document. */
const THINGS =
  "(?<!standing )orders?|refs?|references?|invoices?|parcels?|tracking|tickets?|bookings?|jobs?|rooms?|bays?|platforms?|pages?|versions?|" +
  "models?|parts?|items?|ext(?:ension)?|house number|meter|serial|error|postcode|desk|stand|theatre|course|flight|form|files?";
const OWN_MONEY =
  /\b(?:pay us|(?:from|to|into) our|remit|send (?:[a-z]+ ){1,3}to us|pay (?:by|into|to) |payable to|payments? to us|our (?:[a-z]+ )?(?:account|bank)|to pay (?:by|us|for|(?:your|the|this|any|a) (?!refund|wages|benefit|pension|bonus|claim|money|deposit|share)[a-z]+)|use (?:our )?(?:sort code|account)|quoting|pay (?!you|him|her|them|the customer)[^.!?]{1,40} (?:at|to|into|using|with|by) (?:[a-z]+ ){0,3}(?:sort|account)|pay (?!you|him|her|them)[^.!?]{3,60}, (?:sort code|account)|please (?:pay|transfer)|make (?:a |your |the )?(?:payments?|transfer) |donations?|by bank: ?$|pay (?:your|the) (?:[a-z]+ ){1,3}(?:to|into) |bank (?:transfers?|payments?)(?::| (?:to|go|should))|(?:transfers?|payments?|donations?) (?:go(?:es)?|should (?:be made|go)|can be made|(?:is|are) (?:made|welcome))|cheques|set up a standing order|\b(?:ltd|limited|llp|plc|sarl|gmbh|council|client account)\b[^.!?\n|]{0,25}$)/i;
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DATE =
  `(?:(?:[12]\\d|3[01]|0?[1-9])[/. -](?:1[0-2]|0?[1-9])[/. -](?:(?:19|20)\\d\\d|\\d\\d)` +
  `|(?:19|20)\\d\\d[-/.](?:1[0-2]|0?[1-9])[-/.](?:[12]\\d|3[01]|0?[1-9])` +
  `|(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?: day)?(?: of)?[ -]{1,2}${MONTH}\\.?,?[ -]{1,2}(?:(?:19|20)\\d\\d|['’]?\\d\\d)` +
  `|(?:the )?(?:twenty-|thirty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\w{4,6}teenth|twentieth|thirtieth) of ${MONTH},? (?:(?:19|20)\\d\\d|(?:nineteen|twenty)[ -][a-z]+(?:-[a-z]+)?)` +
  `|${MONTH} (?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?,? (?:(?:19|20)\\d\\d|['’]\\d\\d))`;
/** Current, prefix and suffix marks (DVLA leaflet INF104). */
const PLATE =
  "(?:[a-z]{2}[ -]?(?:0[2-9]|[1-7]\\d)[ -]?[a-z]{3}|[a-hj-npr-tv-y]\\d{1,3} ?(?!mon|tue|wed|thu|fri|sat|sun|and|the|for)[a-z]{3}|[a-z]{3} ?\\d{1,3}[a-hj-npr-tv-y]|(?!and|for|the|bay|out|off|not|any|all|can|has|was|one|two|are|you|our|may|bus|act|tel|ext|ref|nor|not|now|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]{3} ?\\d{3,4})";

/** Makes of cars, and the models that people name without them. */
const MAKES =
  "ford|vauxhall|volkswagen|vw|bmw|audi|mercedes|merc|toyota|honda|nissan|peugeot|renault|citroen|skoda|seat|kia|hyundai|mazda|volvo|fiat|tesla|jaguar|land rover|range rover|suzuki|dacia|lexus|jeep|porsche|subaru|mitsubishi|mini|fiesta|focus|mondeo|puma|kuga|transit|corsa|astra|insignia|mokka|polo|golf|passat|tiguan|caddy|fabia|octavia|superb|ibiza|leon|yaris|corolla|aygo|prius|jazz|civic|micra|juke|qashqai|leaf|clio|megane|captur|kangoo|berlingo|picanto|sportage|sorento|i10|i20|tucson|duster|sandero|swift|vitara|panda|punto|vespa";
const VEHICLES = [
  ...MAKES.split("|").map((make) => make),
  " reg",
  "plate",
  "vrm",
  "car",
  "van",
  "vehicle",
  "pick-up",
  "pickup",
  "park",
  "keeper",
  "motor",
  "lorry",
  "scooter",
  "driv",
  "drove",
  "windscreen",
  "bumper",
  "mirror",
  "forecourt",
  "bay",
  "ramp",
  "dashcam",
  "at the wheel",
  "permit",
  "notice",
  "bump",
  "zigzag",
  "towed",
  "auto pay",
  "toll",
  "ulez",
  "clean air",
  "congestion",
  "penalty charge",
  "tyre",
  "insured",
  "clamp",
  "clocked",
  "speeding",
  "log book",
  "logbook",
  "v5",
  "anpr",
  "mot ",
  "taxi",
  "trailer",
  "white ",
  "black ",
  "grey ",
  "silver ",
  "red ",
  "blue ",
  "green ",
];

/** "The scheme was born on …": nobody's birthday. */
const BORN_THING =
  /\b(?:by|before|until|no later than)$|\bour (?:[\w’']+ )?birthday\b|\b\w{1,9}(?:th|st|nd|rd) birthday\b|\bborn (?:(?:between|before|after|from|on or)\b|.{6,20} to \d)|^ (?:to|and|–) \d|(?:^|[^\p{L}])(?!(?:s?he|who|you|they|child|baby|boy|girl|son|daughter|twins?|sister|brother|mother|father|mum|dad|partner|husband|wife|patient|tenant|customer|person|man|woman|pupil|student|applicant|claimant|holder|member|resident|driver|passenger)\b)[a-zß-ÿ]{3,20} (?:was|were) born\b/u;

const whole = (characters: string): number[] => [characters.length];
const never = (): boolean => false;
/** A sort code stands beside an account number; the two are known by each other. */
const SORT_BEFORE =
  /(?:\d\d([ –/-])\d\d\1\d\d|(?:sort(?: code)?|s\/c)\W{0,3}\d{6})(?:[^\d\n]{0,30}|[^\d\n]{0,35}\b(?:number|account|digits|figures)\b[^\d\n]{0,25})$/i;
const ACCOUNT_AFTER = /^[^\d\n]{0,24}(?:\d{7,8}|\d{4} \d{4})(?!\d)/;
/** An account number and a sort code, wherever in the paragraph the other half stands. */
const ACCOUNT = /(?<![\d\w-])(?:\d{8}|\d{4} \d{4})(?![\w-]| \d)/;
const SORT = /(?<![\w/.-])(?!(?:0[1-9]|[12]\d|3[01])[-/.](?:0[1-9]|1[0-2])[-/.])\d\d([ .–-])\d\d\1\d\d(?![\w-])/;
/** Both halves of a bank pair, in either order: the sort code is one whatever else is said. */
const PAIR =
  /(?<!\d)(?:\d{8}|\d{4} \d{4}) ?(?:[/,–(-]|at)? ?\||\| {0,2}(?:[/,–-]|and|account|acc|a\/c|number|no\b|[:.])?[ ,:]{0,2}(?:number |no\.? )?(?:\d{8}|\d{4} \d{4})(?!\d)/i;
const BANKED =
  /\b(?:sort|s\/c|bank|refund\w*|rebate|paid?|transfer\w*|credit\w*|deposit|direct debit|standing order|mandate|instruction|branch|pot|share|wages|salary|bacs|account)\b/i;
const BANKING =
  /\b(?:sort(?:code)?|cheque|s\/c|sc|bank|refund(?:ed)?|rebate|paid|transfer(?:red)?|direct debit|standing order|mandate|wages|salary|pension|branch|bacs|credited|building society|payee|savings|current (?:a\/c|account)|\bisa|holder)\b|\d\d[ –-]\d\d[ –-]\d\d/i;
const WORKED =
  /\b(?:rent|customer|gas|electric(?:ity)?|water|loan|online|council tax|utility|user|support|store|tenancy) (?:account|acct|a\/c)\b/i;

const DIGIT =
  "(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double[ -](?:zero|oh|one|two|three|four|five|six|seven|eight|nine))";
/** Figures read out over the phone: so many words at least and at most. */
const spoken = (fewest: number, most: number) =>
  startingWith(`${DIGIT}(?:(?:, | |-|\\.\\. ?)${DIGIT}){${fewest - 1},${most - 1}}(?![a-z])`);
const SPOKEN_HINTS = ["zero", "nought", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

const TAXED = /\b(?:revenue|hmrc|self[ -]assessment|utr|taxpayer|sa302|sa100|tax (?:return|office))\b/i;
const TAX_NUMBER = `(?:\\d{4,6}${GAP}\\d{4,6}|\\d{3} \\d{3} \\d{4}|\\d{4} \\d{3} \\d{3}|\\d{2}(?: \\d{2}){4}|\\d{10})k?`;
/** What no other number is called. */
const TAX_NAMES =
  "utr|unique taxpayer(?: one| reference| number| ref)?|(?<!council |road |car |vehicle )tax(?:payer)?(?:['’]s)? (?:ref(?:erence)?|number|id|no)|self[ -]assessment (?:ref(?:erence)?|number|no|record)|sa302|filed? under|hmrc(?:['’]s)? (?:ref(?:erence)?|number)";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** A date that a paragraph on somebody's birth has, long enough ago; or one that a driving licence beside it has in its number. */
function isBirthday({ written }: Candidate, _: string, __: string, paragraph: () => string): boolean {
  if (/\b(?:born|birth ?(?:day|date)?|d\.?o\.?b)\b/i.test(paragraph())) return /(?:19\d\d|200\d)$/.test(written);
  const [, day, month, year] = /^(\d{1,2})\D{1,4}(\d{1,2}|[a-z]{3,9})\D{1,3}(?:19|20)?(\d\d)$/i.exec(written) ?? [];
  if (!day || !month || !year) return false;
  const number = Number(month) || MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const [first, last] = [String(number), day].map((figures) => figures.padStart(2, "0"));
  return new RegExp(`[A-Z9]{5}[ -]?${year[0]!}(?:${first!}|${number + 50})${last!}${year[1]!}`).test(paragraph());
}

/** Kinds whose shape alone says nothing: a word near the value decides. Sources: see `checks.ts`, and GOV.UK for the bank pair. */
export const CONTEXTUAL: readonly Recogniser[] = [
  {
    kind: "utr",
    digits: 10,
    hints: [
      "utr",
      "tax",
      "assessment",
      "hmrc",
      "revenue",
      "ten digit",
      "ten-digit",
      "10-digit",
      "files under",
      "sa1",
      "sa3",
      "64-8",
      "accountant",
      "sole trader",
      "self-employed",
      "brown envelope",
      "partnership",
      "filed",
      "unique",
      "cis",
      "return",
    ],
    pattern: startingWith(TAX_NUMBER),
    sizes: (characters) => (isUtr(characters) ? [characters.length] : []),
    cues: cues(
      "cis|utr|unique (?:taxpayer|tax|reference|number|ref)(?: (?:reference|number|ref))?|(?<!council |road |car |vehicle )tax(?:payer)?(?: ref(?:erence)?| number| id| no| return)?|self[ -](?:assessment|employ(?:ed|ment))(?: ref(?:erence)?| number)?|sa(?:302|100)?|64-8|accountants?|hmrc(?:'s)?|revenue(?:['’]s)?|sole trader|partnership(?:['’]s)?|brown[ -]envelope|(?:ten|10)[ -](?:digits?|figures?)|files? under|filed|filing|returns? (?:was|has been|is) (?:filed|submitted|in)",
      `(?<!tax )(?<!taxpayer )(?<!hmrc )(?:${THINGS.replace("refs?|references?|", "").replace("|files?", "")})|phone|tel|call|ring|policy|claim|customer|council tax`,
    ),
    veto: /\bour (?:company |own |firm['’]s )?(?:utr|tax ref)|\bltd\b/i,
    sure: /\b(?:utr|unique taxpayer(?: reference)?|hmrc|self[ -]assessment)\b/i,
    plain: (_, __, ___, paragraph) => TAXED.test(paragraph()),
    preview: tailPreview,
  },
  {
    // Somebody misread or mistyped it: the check digit is wrong, and the name of the number right beside it.
    kind: "utr",
    digits: 10,
    hints: ["utr", "tax", "assessment", "hmrc", "filed under", "sa302"],
    pattern: startingWith(`(?!0)${TAX_NUMBER}`),
    sizes: (characters) => (/^\d{10}K?$/.test(characters) ? [characters.length] : []),
    cues: cues(TAX_NAMES, `${THINGS.replace("refs?|references?|", "")}|phone|payment|our`),
    reach: [60, 45],
    veto: /\bour (?:company |own |firm['’]s )?(?:utr|tax ref)|\bltd\b/i,
    plain: never,
    preview: tailPreview,
  },
  {
    kind: "passport",
    digits: 7,
    hints: [
      "passport",
      "travel doc",
      "passenger",
      "border",
      "booklet",
      "visa",
      "boarding",
      "photo page",
      "book no",
      "blue book",
      "burgundy",
      "right to rent",
      "right to work",
      "immigration",
      "consulate",
      "embassy",
      "gbr",
      "identity document",
      "id document",
    ],
    pattern: startingWith(
      `(?:\\d{3}${GAP}\\d{3}${GAP}\\d{3}|\\d{2,5}(?:[ -]\\d{2,5}){1,3}|[a-z]{2} ?\\d{3} ?\\d{4}|[a-z]{2}\\d{7}|[a-z]\\d{7,8}|\\d{9})`,
    ),
    sizes: (characters) => (/^(?:\d{9}|[A-Z]{1,2}\d{7,8})$/.test(characters) ? [characters.length] : []),
    cues: cues(
      "passports?|travel doc(?:ument)?s?|passengers?|expiry|border|booklet|visa|boarding|photo page|(?:blue|burgundy) (?:book|one)|book (?:no|number)|right to (?:rent|work)|immigration|consulate|embassy|(?:id|identity) documents?|gbr",
      `letters? numbered|${THINGS.replace("pages?|", "").replace("desk|stand|theatre|course|flight|form|", "")}|phone|locker`,
    ),
    sure: /\b(?:passport|travel doc(?:ument)?)\b/i,
    plain: never,
    preview: tailPreview,
  },
  {
    kind: "sort-code",
    digits: 6,
    pattern: startingWith(
      "(?<!\\b0\\d{4}[ –-])(?!12[ –-]?34[ –-]?56|00[ –-]?00[ –-]?00)(?!(?:0[1-9]|[12]\\d|3[01])[/.])\\d{2}([ .–/-]?)\\d{2}\\1\\d{2}",
    ),
    sizes: whole,
    cues: cues(
      "sort(?: ?code)?|s/c|sc|(?:the|your|his|her|their) bank|branch(?: (?:code|coded|no|number|bit|digits|part))?|code of (?:the )?branch",
      `${THINGS}|date|score|scores|strokes|agenda|size|measures`,
    ),
    reach: [55, 35],
    veto: OWN_MONEY,
    sure: PAIR,
    plain: ({ written, right }, before, after, paragraph) =>
      !/\d[ –-]$/.test(before) &&
      (/\D/.test(written) || BANKED.test(paragraph())) &&
      (ACCOUNT_AFTER.test(after) ||
        (/\D/.test(written) && BANKED.test(paragraph()) && ACCOUNT.test(paragraph())) ||
        /^ ?\| ?\d{3}/.test(right) ||
        PAIR.test(`${before}|`)),
    preview: noPreview,
  },
  {
    kind: "bank-account",
    digits: 6,
    pattern: startingWith("(?<![a-z]{2}\\d\\d ?[a-z]{4} ?)(?!12345678)(?:\\d{4}[ -]\\d{4}|\\d{6,8})"),
    sizes: whole,
    cues: cues(
      "accounts?(?: (?:number|no))?(?! (?:name|holder))|acct|a/c|acc(?:ount)?(?: no)?|(?:paid|credited|transferred|moved|sent|going|goes|went) (?:in)?to|(?:eight|8)[ -](?:figures?|digits?)(?: (?:number|one))?",
      `${THINGS}|customer|card|cheque|slip`,
    ),
    reach: [45, 25],
    confirm: BANKING,
    veto: new RegExp(`${OWN_MONEY.source}|${WORKED.source}`, "i"),
    plain: ({ written, left }, before, after, paragraph) =>
      SORT_BEFORE.test(before) ||
      (/^\d{4}[ -]?\d{4}$/.test(written) &&
        !/\d[ -]$/.test(left) &&
        SORT.test(paragraph()) &&
        BANKED.test(paragraph())) ||
      (BANKED.test(paragraph()) && /(?<!\d)\d{6} ?[,/–-] ?$/.test(before)) ||
      /^ ?(?:[/,–(-]|at)? ?\d\d([ –-])\d\d\1\d\d(?!\d)/.test(after) ||
      /^[^.\d]{0,45}\b(?:sort|branch)\b[^.\d]{0,15}\d\d([ –-]?)\d\d\1\d\d(?!\d)/i.test(after) ||
      (BANKED.test(paragraph()) && /^ ?(?:[/,–-]|at|with) ?\d{6}(?!\d)/.test(after)),
    preview: tailPreview,
  },
  {
    kind: "date-of-birth",
    digits: 0,
    hints: [
      "born",
      "dob",
      "d.o.b",
      "d/o/b",
      "birth",
      "bday",
      "b.",
      "into the world",
      "99",
      "licen",
      "photocard",
      "proof of age",
      "age check",
    ],
    veto: BORN_THING,
    pattern: startingWith(DATE),
    sizes: whole,
    cues: cues(
      "born(?! (?:out|in the))|(?:came|come|coming|brought) into (?:the|this) world|d[./]?o[./]?b|age (?:check|proof|verification)|proof of age|photocard|dates? of birth|birth ?(?:dates?|days?)?|b[’']?days?|b(?=\\.)",
      "to|between|added|passed|issued|renewal|died|joined|started|moved|opened|since|until|expires?|expiry|valid|appointment|visit(?:ed)?|dated|founded|sent|received|on file since|begins?|leav(?:es?|ing)|depart(?:s|ing)?|return(?:s|ing)?",
    ),
    plain: isBirthday,
    preview: noPreview,
  },
  {
    kind: "vehicle-registration",
    digits: 1,
    // All that a plate needs is figures beside letters; most letters have none.
    hints: VEHICLES,
    veto: /\b(?:fleet|gritt(?:er|ing)|courtesy car|depot|our (?:logo|livery)|our (?:white|black|grey|silver|red|blue|green|yellow) [a-z]+|for sale|showroom|part exchange|\bours\b|just in\b|in stock|our (?:stock|forecourt))|\b(?:our|the (?:hire|courtesy|pool|company|council)(?:'s)?) (?:[a-z]+ ){0,2}(?:vans?|lorry|lorries|vehicles?|cars?|engineers?|drivers?|crew|team)\b/i,
    pattern: startingWith(PLATE),
    sizes: whole,
    cues: cues(
      `reg(?:istration)?(?: (?:number|mark|no|plate))?|(?:number )?plates?|vrm|cars?|vans?|vehicles?|pick-?up|parked|parking|keeper|motorbikes?|motorcycle|lorry|scooter|caravan|camper(?:van)?|trailer|taxi|driv(?:e|er|es|ing|en)|drove|moped|left in|belongs to|mot|windscreen|bumper|wing mirror|forecourt|bay|ramp|driveway|dashcam|at the wheel of|permit|notice relates to|bump|zig-?zags|auto ?pay|toll|ulez|clean air|congestion charge|penalty charge|blue badge|tyres?|insured|towed|clamped|clocked|speeding|flashed|log ?book|v5c?|anpr|overtook|dropped kerb|registered to|photo evidence|(?:white|black|grey|gray|silver|red|blue|green|yellow|orange|brown|gold|beige|maroon) [a-z]{2,12}|${MAKES}`,
      `${THINGS.replace("bays?|", "")}|class|code|road|junction|motorway|bus|route|train|colour`,
    ),
    reach: [70, 50],
    plain: never,
    preview: tailPreview,
  },
  {
    kind: "pin",
    digits: 4,
    hints: ["pin", "passcode", "code", "combination"],
    pattern: startingWith("\\d{4,8}"),
    sizes: whole,
    cues: cues(
      "(?<!\\d-)pin(?: (?:number|code|no))?(?! (?:badges?|boards?|tumbler|plug))|passcode|(?:door|gate|alarm|entry|access|locker|key ?pad|keypad|lock|entrance|barrier|voicemail|unlock|padlock|garage|building|key ?safe) code|combination",
      `${THINGS}|since|map|badge|drawing|year|in|wall|board|last|ending|\\d+ digits?|call|ring|bs|before|number|not`,
    ),
    reach: [60, 45],
    plain: never,
    preview: noPreview,
  },
  {
    kind: "ip-address",
    digits: 1,
    pattern: startingWith(
      // Not private, loopback or link-local (RFC 1918, 4193), nor a range; an IPv6 address has "::" or all groups.
      "(?:(?!(?:[0-9]|10|127|255|169\\.254|192\\.168|172\\.(?:1[6-9]|2\\d|3[01]))\\.)(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}(?![./]\\d)|(?!fe80|f[cd])(?=[0-9a-f:]{2,40}::|(?:[0-9a-f]{1,4}:){7})[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7})",
    ),
    sizes: whole,
    cues: cues(
      "ip(?: address)?|ipv[46]|sign(?:ed|s|ing)?[ -](?:ins?|on|up)|log(?:ged|s|ging)?[ -]?(?:in|on|ins)|attempts?|tried|log says|i['’]?m on|address(?:es)?|(?:came|comes|coming|sent|posted|placed|accessed|made|reached us|online|ordered|bought|paid|voted|uploaded|opened|used|seen) (?:from|through|via|with|at|by)|online|(?:was|were) on|posted|assigned to|issued to|belong(?:s|ed) to|connection|broadband|traced? to|visitors?|sender|devices?|blocked|users?|customers?|sessions?|your|you|his|her",
      "ping|dns|name ?server|gateway|relay|servers?|nginx|apache|version|firmware|clause|rule|section|update|build|release|app|v|standard|para(?:graph)?|chapter|time|outbound|inbound|portal|firewall|range|subnet",
    ),
    veto: /\bour (?:[a-z]+ ){0,2}(?:mail|e-?mails?|newsletters?|messages?|relay|scanner|crawler|monitor|hosts?|addresses|servers?|gateway|network|office|firewall|system|api|proxy|vpn|range|site)\b/i,
    // A log of what somebody did has the time in its rows.
    plain: (_, before) => before.includes("|") && /\b\d{1,2}[:.]\d\d\b/.test(before),
    preview: noPreview,
  },
  {
    kind: "sort-code",
    digits: 0,
    hints: SPOKEN_HINTS,
    pattern: spoken(5, 6),
    sizes: whole,
    cues: cues("sort(?: ?code)?(?:['’]s)?", "account"),
    reach: [25, 0],
    plain: never,
    preview: noPreview,
  },
  {
    kind: "bank-account",
    digits: 0,
    hints: SPOKEN_HINTS,
    pattern: spoken(6, 8),
    sizes: whole,
    cues: cues("account(?: (?:number|no))?(?:['’]s)?", "sort"),
    reach: [25, 0],
    plain: never,
    preview: noPreview,
  },
  {
    kind: "pin",
    digits: 0,
    hints: SPOKEN_HINTS,
    pattern: spoken(4, 6),
    sizes: whole,
    cues: cues("pin|pass ?code|(?:door|gate|alarm|entry|safe) code", "account|sort|phone|call|ring"),
    plain: never,
    preview: noPreview,
  },
];
