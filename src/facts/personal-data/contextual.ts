import { isUtr } from "./checks.ts";
import { cues, GAP, noPreview, startingWith, tailPreview } from "./pattern.ts";
import type { Recogniser } from "./model.ts";

/** Words that make a number one of a thing, a place or a document. */
const THINGS =
  "orders?|refs?|references?|invoices?|parcels?|tracking|tickets?|bookings?|jobs?|rooms?|bays?|platforms?|pages?|versions?|" +
  "models?|parts?|items?|ext(?:ension)?|house number|meter|serial|error|postcode|desk|stand|theatre|course|flight|form|files?";
const OWN_MONEY =
  /\b(?:pay us|pay (?:by|into|to) |payable to|payments? to us|our (?:[a-z]+ )?(?:account|bank)|to pay (?:by|us)|quoting|pay (?!you|him|her|them|the customer)[^.!?]{1,40} (?:at|to|into|using|with|by) (?:[a-z]+ ){0,3}(?:sort|account)|pay (?!you|him|her|them)[^.!?]{3,60}, (?:sort code|account)|please (?:pay|transfer)|make (?:a |your )?payments? )/i;
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DATE =
  `(?:(?:[12]\\d|3[01]|0?[1-9])[/. -](?:1[0-2]|0?[1-9])[/. -](?:(?:19|20)\\d\\d|\\d\\d)` +
  `|(?:19|20)\\d\\d[-/.](?:1[0-2]|0?[1-9])[-/.](?:[12]\\d|3[01]|0?[1-9])` +
  `|(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?: of)?[ -]{1,2}${MONTH}\\.?,?[ -]{1,2}(?:(?:19|20)\\d\\d|['’]?\\d\\d)` +
  `|${MONTH} (?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?,? (?:19|20)\\d\\d)`;
/** Current, prefix and suffix marks (DVLA leaflet INF104). */
const PLATE =
  "(?:[a-z]{2}[ -]?(?:0[2-9]|[1-7]\\d)[ -]?[a-z]{3}|[a-hj-npr-tv-y]\\d{1,3} ?[a-z]{3}|[a-z]{3} ?\\d{1,3}[a-hj-npr-tv-y]|[a-z]{3} ?\\d{3,4})";

/** "The scheme was born on …": nobody's birthday. */
const BORN_THING =
  /(?:^|[^\p{L}])(?!(?:s?he|who|you|they|child|baby|boy|girl|son|daughter|twins?|sister|brother|mother|father|mum|dad|partner|husband|wife|patient|tenant|customer|person|man|woman|pupil|student|applicant|claimant|holder|member|resident|driver|passenger)\b)[a-z]{3,20} (?:was|were) born\b/u;

const whole = (characters: string): number[] => [characters.length];
const never = (): boolean => false;
/** A sort code stands beside an account number; the two are known by each other. */
const SORT_BEFORE = /(?:\d\d([ –-])\d\d\1\d\d|sort(?: code)?\W{0,3}\d{6})[^\d\n]{0,30}$/i;
const ACCOUNT_AFTER = /^[^\d\n]{0,24}\d{7,8}(?!\d)/;
const BANKING =
  /\b(?:sort|s\/c|sc|bank|refund(?:ed)?|rebate|paid|transfer(?:red)?|direct debit|wages|salary|bacs|credited|building society|payee|holder)\b|\d\d[ –-]\d\d[ –-]\d\d/i;
const WORKED =
  /\b(?:rent|customer|gas|electric(?:ity)?|water|loan|online|council tax|utility|user|support|store|tenancy) (?:account|acct|a\/c)\b/i;

/** Kinds whose shape alone says nothing: a word near the value decides. Sources: see `checks.ts`, and GOV.UK for the bank pair. */
export const CONTEXTUAL: readonly Recogniser[] = [
  {
    kind: "utr",
    digits: 10,
    hints: ["utr", "taxpayer", "tax ref", "assessment"],
    pattern: startingWith(`(?:\\d{5}${GAP}\\d{5}|\\d{10})k?`),
    sizes: (characters) => (isUtr(characters) ? [characters.length] : []),
    cues: cues(
      "utr|unique taxpayer(?: reference)?|tax(?:payer)? ref(?:erence)?|self[ -]assessment",
      `(?<!tax )(?<!taxpayer )(?:${THINGS})|payment|phone`,
    ),
    sure: /\b(?:utr|unique taxpayer(?: reference)?)\b/i,
    plain: never,
    preview: tailPreview,
  },
  {
    kind: "passport",
    digits: 7,
    hints: ["passport", "travel document"],
    pattern: startingWith(`(?:\\d{3}${GAP}\\d{3}${GAP}\\d{3}|[a-z]{2}\\d{7}|\\d{9})`),
    sizes: whole,
    cues: cues("passports?|travel document", `${THINGS}|phone|locker`),
    plain: never,
    preview: tailPreview,
  },
  {
    kind: "sort-code",
    digits: 6,
    hints: ["sort", "s/c", "sc ", "acc", "a/c", "bank", "refund", "wages", "paid", "transfer", "debit"],
    pattern: startingWith("(?<!\\b0\\d{4}[ –-])\\d{2}([ –-]?)\\d{2}\\1\\d{2}"),
    sizes: whole,
    cues: cues("sort(?: ?code)?|s/c|sc", `${THINGS}|date|score|scores|strokes|agenda|size|measures`),
    reach: [40, 20],
    veto: OWN_MONEY,
    plain: (_, before, after) =>
      ACCOUNT_AFTER.test(after) && BANKING.test(`${before} 00-00-00`) && !/\d[ –-]$/.test(before),
    preview: noPreview,
  },
  {
    kind: "bank-account",
    digits: 6,
    hints: ["acc", "a/c", "debit", "sort"],
    pattern: startingWith("(?:\\d{4}[ -]\\d{4}|\\d{6,8})"),
    sizes: whole,
    cues: cues("accounts?(?: (?:number|no))?|acct|a/c|acc(?:ount)?(?: no)?", `${THINGS}|customer|card`),
    reach: [45, 25],
    confirm: BANKING,
    veto: new RegExp(`${OWN_MONEY.source}|${WORKED.source}`, "i"),
    plain: (_, before) => SORT_BEFORE.test(before),
    preview: tailPreview,
  },
  {
    kind: "cvv",
    digits: 3,
    hints: ["cvv", "cvc", "cv2", "security", "digit", "number on", "code on"],
    pattern: startingWith("\\d{3,4}"),
    sizes: whole,
    cues: cues(
      "cvv2?|cvc2?|cv2|security (?:code|number)|(?:digits|number|code) (?:on|from) the (?:back|front|reverse)(?: of [a-z ]{0,20})?|(?:three|four|3|4)[ -]digit code",
      `${THINGS}|alarm|door|gate|ending|ends? in|year|in`,
    ),
    reach: [32, 28],
    plain: never,
    preview: noPreview,
  },
  {
    kind: "cvv",
    digits: 3,
    hints: ["digits from", "digits on"],
    pattern: startingWith("\\d{3,4}(?=,? (?:is |are |which is )?(?:the )?(?:three|four|3|4) digits (?:on|from))"),
    sizes: whole,
    cues: cues("digits (?:on|from) the (?:back|front|reverse)", "ending"),
    plain: never,
    preview: noPreview,
  },
  {
    kind: "date-of-birth",
    digits: 4,
    hints: ["born", "dob", "d.o.b", "birth", "into the world"],
    veto: BORN_THING,
    pattern: startingWith(DATE),
    sizes: whole,
    cues: cues(
      "born(?! (?:out|in the))|came into (?:the|this) world|d\\.?o\\.?b|dates? of birth|birth ?dates?|birthdays?",
      "died|joined|started|moved|opened|since|until|expires?|expiry|valid|appointment|visit(?:ed)?|dated|founded|sent|received|on file since|begins?",
    ),
    plain: never,
    preview: noPreview,
  },
  {
    kind: "vehicle-registration",
    digits: 1,
    hints: [
      " reg ",
      "reg:",
      "reg.",
      "registration",
      "plate",
      "vrm",
      " car ",
      " car,",
      " car.",
      " cars",
      " van",
      "vehicle",
      "parked",
      "keeper",
      "motorbike",
      "motorcycle",
      "lorry",
      "scooter",
      "caravan",
      "driver",
      "driving",
      "drives",
      "windscreen",
      "forecourt",
      "number plate",
      " car |",
      " mot ",
    ],
    veto: /\b(?:for sale|just in\b|in stock|our (?:stock|forecourt))|\b(?:our|the (?:hire|courtesy|pool|company|council)(?:'s)?) (?:[a-z]+ ){0,2}(?:vans?|lorry|lorries|vehicles?|cars?|engineers?|drivers?|crew|team)\b/i,
    pattern: startingWith(PLATE),
    sizes: whole,
    cues: cues(
      "reg(?:istration)?(?: (?:number|mark|no|plate))?|(?:number )?plates?|vrm|cars?|vans?|vehicles?|parked|keeper|motorbikes?|motorcycle|lorry|scooter|caravan|driv(?:er|es|ing|en)|mot|windscreen|forecourt",
      `${THINGS}|class|code|road|junction|motorway|bus|route|train|colour`,
    ),
    reach: [70, 50],
    plain: never,
    preview: tailPreview,
  },
  {
    kind: "pin",
    digits: 4,
    hints: ["pin", "passcode", "code", "key safe", "keysafe", "key-safe", "locker", "combination", "number"],
    pattern: startingWith("\\d{4,8}"),
    sizes: whole,
    cues: cues(
      "pin(?: (?:number|code|no))?|passcode|(?:door|gate|alarm|entry|access|locker|key ?pad|keypad|lock|entrance|barrier|voicemail|unlock|padlock|garage|building) (?:code|number|combination)|key ?safe|lockers?|combination",
      `${THINGS}|since|map|badge|drawing|year|in|wall|board|last|ending|\\d+ digits?|call|ring`,
    ),
    reach: [60, 45],
    plain: never,
    preview: noPreview,
  },
  {
    kind: "ip-address",
    digits: 1,
    pattern: startingWith(
      "(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7})",
    ),
    sizes: whole,
    cues: cues(
      "ip(?: address)?|ipv[46]|signed? in|sign-in|log(?:ged)? in|log-?in|host",
      "dns|gateway|relay|server|version|firmware|clause|rule|section|update|build|release|v|standard|para(?:graph)?|chapter|time|at",
    ),
    veto: /\bour (?:[a-z]+ ){0,2}(?:relay|servers?|gateway|network|office|firewall|system|api|proxy|vpn|range|site)\b/i,
    plain: ({ written }) => isPublicAddress(written),
    preview: noPreview,
  },
];

/** Not private, loopback, link-local or a public name server (RFC 1918, 4193, 5735); an IPv6 address has a digit and "::" or all groups. */
function isPublicAddress(address: string): boolean {
  if (address.includes(":")) {
    return (
      (address.includes("::") || address.split(":").length === 8) &&
      /[0-9]/.test(address) &&
      address.length > 7 &&
      !/^(?:fe80|f[cd])/i.test(address)
    );
  }
  return (
    !/^(?:0|10|127|255|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|8\.8\.(?:8|4)|1\.[01]\.[01])\./.test(address) &&
    /^\d+\.\d+\.\d+\.\d+$/.test(address) &&
    Number(address.split(".")[0]) > 9
  );
}
