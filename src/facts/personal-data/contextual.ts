import { isUtr } from "./checks.ts";
import { BANK_PAIR, SPOKEN } from "./bank.ts";
import { cues, GAP, never, noPreview, startingWith, tailPreview, THINGS, whole } from "./pattern.ts";
import { VEHICLE } from "./vehicles.ts";
import type { Candidate, Recogniser } from "./model.ts";

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DATE =
  `(?:(?:[12]\\d|3[01]|0?[1-9])[/. -](?:1[0-2]|0?[1-9])[/. -](?:(?:19|20)\\d\\d|\\d\\d)` +
  `|(?:19|20)\\d\\d[-/.](?:1[0-2]|0?[1-9])[-/.](?:[12]\\d|3[01]|0?[1-9])` +
  `|(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?: day)?(?: of)?[ -]{1,2}${MONTH}\\.?,?[ -]{1,2}(?:(?:19|20)\\d\\d|['’]?\\d\\d)` +
  `|(?:the )?(?:twenty-|thirty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\w{4,6}teenth|twentieth|thirtieth) of ${MONTH},? (?:(?:19|20)\\d\\d|(?:nineteen|twenty)[ -][a-z]+(?:-[a-z]+)?)` +
  `|${MONTH} (?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?,? (?:(?:19|20)\\d\\d|['’]\\d\\d))`;
/** "The scheme was born on …": nobody's birthday. */
const BORN_THING =
  /\b(?:by|before|until|no later than)$|\b(?:talks?|lectures?|exhibitions?|concerts?|films?|novels?|plaques?|statues?|portraits?|biograph\w+) (?:on|about|of|to|for|by)\b[^.!?\n]{0,50}$|\bour (?:[\w’']+ )?birthday\b|\b\w{1,9}(?:th|st|nd|rd) birthday\b|\bbirthday (?:party|lunch|tea|treat|trip)\b|\bborn (?:(?:between|before|after|from|on or)\b|.{6,20} to \d)|^ (?:to|and|–) \d|(?:^|[^\p{L}])(?!(?:s?he|who|you|they|child|baby|boy|girl|son|daughter|twins?|nephew|niece|cousin|uncle|aunt|grand[a-z]{2,8}|step[a-z]{3,8}|gran|nan|lady|gentleman|lad|employee|student|lodger|deceased|insured|buyer|carer|sister|brother|mother|father|mum|dad|partner|husband|wife|patient|tenant|customer|person|man|woman|pupil|student|applicant|claimant|holder|member|resident|driver|passenger)\b)[a-zß-ÿ]{3,20} (?:was|were) born\b/u;

const ABROAD = /\b(?:nationality|gbr|visa|border|immigration|passport|travel|flights?|fly|boarding|check-in|land)\b/i;
const TAXED = /\b(?:revenue|hmrc|self[ -]assessment|utr|taxpayer|sa302|sa100|tax (?:return|office))\b/i;
const TAX_NUMBER = `(?:\\d{4,6}${GAP}\\d{4,6}|\\d{3} \\d{3} \\d{4}|\\d{4} \\d{3} \\d{3}|\\d{2}(?: \\d{2}){4}|\\d{10})k?`;
/** What no other number is called. */
const TAX_NAMES =
  "utr|unique taxpayer(?: one| reference| number| ref)?|(?<!council |road |car |vehicle )tax(?:payer)?(?:['’]s)? (?:ref(?:erence)?|number|id|no)|self[ -]assessment (?:ref(?:erence)?|number|no|record)|tax office (?:ref(?:erence)?|number)|income tax[^.]{0,25} ref(?:erence)?(?: number)?|s\\.?a\\.? (?:ref(?:erence)?|number|no|id)|sa302|filed? under|hmrc(?:['’]s)? (?:ref(?:erence)?|number)";

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
    hints: ["utr", "tax", "assessment", "hmrc", "filed under", "sa302", "sa ref", "sa no", "sa num", "sa id", "s.a."],
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
      " ppt",
      "p/port",
      "travel doc",
      "passenger",
      "border",
      "booklet",
      "visa",
      "boarding",
      "photo page",
      "book no",
      "flies on",
      "fly on",
      "flying on",
      "travelling on",
      "travels on",
      "blue book",
      "burgundy",
      "right to rent",
      "right to work",
      "immigration",
      "consulate",
      "embassy",
      "gbr",
      "nationality",
      "check-in",
      "identity document",
      "id document",
    ],
    pattern: startingWith(
      `(?:\\d{3}${GAP}\\d{3}${GAP}\\d{3}|\\d{2,5}(?:[ -]\\d{2,5}){1,3}|[a-z]{2} ?\\d{3} ?\\d{4}|[a-z]{2}\\d{7}|[a-z]\\d{7,8}|\\d{9})`,
    ),
    sizes: (characters) => (/^(?:\d{9}|[A-Z]{1,2}\d{7,8})$/.test(characters) ? [characters.length] : []),
    cues: cues(
      "passports?|ppt|p/port|travel doc(?:ument)?s?|passengers?|expiry|border|booklet|visa|boarding|photo page|(?:blue|burgundy) (?:book|one)|book (?:no|number)|fl(?:y|ies|ying|ew|own) on|travel(?:s|led|ling)? on|right to (?:rent|work)|immigration|consulate|embassy|(?:id|identity) documents?|gbr",
      `letters? numbered|${THINGS.replace("pages?|", "").replace("desk|stand|theatre|course|flight|form|", "")}|phone|locker`,
    ),
    sure: /\b(?:passport|travel doc(?:ument)?)\b/i,
    veto: /\b(?:catalogue|leaflet|stock)\b/i,
    plain: (_, before, __, paragraph) =>
      /\bdocument(?: (?:no|number|on file))?\b[^.!?]{0,25}$/i.test(before) && ABROAD.test(paragraph()),
    preview: tailPreview,
  },
  ...BANK_PAIR,
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
      "(?<!changed |corrected |amended |updated )to|between|d(?=\\. )|added|passed|issued|renewal|died|joined|started|moved|opened|since|until|expires?|expiry|valid|appointment|visit(?:ed)?|dated|founded|sent|received|on file since|begins?|(?:cover(?:ed)?|valid|runs|effective|policy|tenancy|lease|employed|contract|open|paid) from|starts?|started|starting|due|next|last (?:seen|paid|visit|review)|leav(?:es?|ing)|depart(?:s|ing)?|return(?:s|ing)?",
    ),
    plain: isBirthday,
    preview: noPreview,
  },
  VEHICLE,
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
      "(?=[0-9a-f]{1,4}[.:][0-9a-f:])(?:(?!(?:[0-9]|10|127|255|169\\.254|192\\.168|172\\.(?:1[6-9]|2\\d|3[01]))\\.)(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}(?![./]\\d)|(?!fe80|f[cd])(?=[0-9a-f:]{2,40}::|(?:[0-9a-f]{1,4}:){7})[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7})",
    ),
    sizes: whole,
    cues: cues(
      "ip(?: address)?|ipv[46]|sign(?:ed|s|ing)?[ -](?:ins?|on|up)|log(?:ged|s|ging)?[ -]?(?:in|on|ins)|attempts?|access(?:es)?|tried|log says|i['’]?m on|address(?:es)?|(?:came|comes|coming|sent|posted|placed|cast|submitted|filed|entered|registered|accessed|made|reached us|online|ordered|bought|paid|voted|uploaded|opened|used|seen) (?:from|through|via|with|at|by)|online|(?:was|were) on|posted|assigned to|issued to|belong(?:s|ed) to|connection|broadband|traced? to|visitors?|sender|devices?|blocked|users?|customers?|sessions?|your|you|his|her",
      "ping|dns|name ?server|gateway|relay|servers?|nginx|apache|version|firmware|clause|rule|section|update|build|release|app|v|standard|para(?:graph)?|chapter|time|outbound|inbound|portal|firewall|range|subnet",
    ),
    veto: /\bas (?:its|the|your) (?:default )?gateway\b|\bour (?:[a-z]+ ){0,2}(?:mail|e-?mails?|newsletters?|messages?|relay|scanner|crawler|monitor|hosts?|addresses|servers?|gateway|network|office|firewall|system|api|proxy|vpn|range|site)\b/i,
    // A log of what somebody did has the time in its rows.
    plain: (_, before) => before.includes("|") && /\b\d{1,2}[:.]\d\d\b/.test(before),
    preview: noPreview,
  },
  ...SPOKEN,
];
