import { isUtr } from "./checks.ts";
import { BANK_PAIR, SPOKEN } from "./bank.ts";
import { BIRTHS } from "./births.ts";
import { anyOf, cues, GAP, never, noPreview, startingWith, tailPreview, THINGS, whole } from "./pattern.ts";
import { VEHICLE } from "./vehicles.ts";
import type { Recogniser } from "./model.ts";

const ABROAD =
  /\b(?:pax|doc(?:ument)? type|issued: ?[a-z]{3}|nationality|gbr|visa|border|immigration|passport|travel|flights?|fly|boarding|check-in|land)\b/i;
const TAXED = /\b(?:revenue|hmrc|self[ -]assessment|utr|taxpayer|sa302|sa100|tax (?:return|office))\b/i;
const TAX_NUMBER = `(?:\\d{4,6}${GAP}\\d{4,6}|\\d{3} \\d{3} \\d{4}|\\d{4} \\d{3} \\d{3}|\\d{2}(?: \\d{2}){4}|\\d{10})k?`;
/** What no other number is called. */
const TAX_NAMES =
  "utr|unique taxpayer(?: one| reference| number| ref)?|(?<!council |road |car |vehicle )tax(?:payer)?(?:['’]s)? (?:ref(?:erence)?|number|id|no)|self[ -]assessment (?:ref(?:erence)?|number|no|record)|tax office (?:ref(?:erence)?|number)|income tax[^.]{0,25} ref(?:erence)?(?: number)?|s\\.?a\\.? (?:ref(?:erence)?|number|no|id)|sa302|filed? under|hmrc(?:['’]s)? (?:ref(?:erence)?|number)";

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
      "reference",
    ],
    pattern: startingWith(TAX_NUMBER),
    sizes: (characters) => (isUtr(characters) ? [characters.length] : []),
    cues: cues(
      "cis|utr|unique (?:taxpayer|tax|reference|number|ref)(?: (?:reference|number|ref))?|(?<!council |road |car |vehicle )tax(?:payer)?(?: ref(?:erence)?| number| id| no| return)?|self[ -](?:assessment|employ(?:ed|ment))(?: ref(?:erence)?| number)?|sa(?:302|100)?|64-8|accountants?|hmrc(?:'s)?|revenue(?:['’]s)?|sole trader|partnership(?:['’]s)?|brown[ -]envelope|(?:ten|10)[ -](?:digits?|figures?)|files? under|filed|filing|returns? (?:was|has been|is) (?:filed|submitted|in)",
      `(?<!tax )(?<!taxpayer )(?<!hmrc )(?:${THINGS.replace("refs?|references?|", "").replace("|files?", "")})|phone|tel|call|ring|policy|claim|customer|council tax|(?:client|supplier) (?:code|number|id)`,
    ),
    isOfThings: true,
    veto: anyOf([/\bour (?:company |own |firm['’]s )?(?:utr|tax ref)/, /\bltd\b/]),
    sure: /\b(?:utr|unique taxpayer(?: reference)?|hmrc|self[ -]assessment)\b/i,
    plain: ({ written }, _, __, paragraph) => /k$/i.test(written) || TAXED.test(paragraph()),
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
      "pasport",
      "pass port",
      "pax",
      "doc type",
      "doc no",
      "ppt",
      "pp no",
      "pp num",
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
      "pass? ?ports?|pp (?:no|num(?:ber)?)|ppt|p/port|travel doc(?:ument)?s?|passengers?|expiry|border|booklet|visa|boarding|photo page|(?:blue|burgundy) (?:book|one)|book (?:no|number)|fl(?:y|ies|ying|ew|own) on|travel(?:s|led|ling)? on|right to (?:rent|work)|immigration|consulate|embassy|(?:id|identity) documents?|gbr",
      `letters? numbered|${THINGS.replace("pages?|", "").replace("desk|stand|theatre|course|flight|form|", "")}|phone|locker|call|ring|dial|photo code`,
    ),
    sure: /\b(?:pass?port|travel doc(?:ument)?)\b/i,
    isOfThings: true,
    veto: anyOf([
      /\b(?:catalogue|leaflet|stock|(?:leisure|swim|bus|saver|loyalty|library) passport)\b/,
      /\b(?:company|charity|phone) (?:number|no)\b\.?$/,
    ]),
    plain: (_, before, __, paragraph) =>
      /\bdoc(?:ument)?(?: (?:no|number|on file))?\b[^.!?]{0,25}$/i.test(before) && ABROAD.test(paragraph()),
    preview: tailPreview,
  },
  {
    // Of Northern Ireland: eight digits (DVA).
    kind: "driving-licence",
    digits: 8,
    hints: ["driv", "dva", "licen"],
    pattern: startingWith("\\d{8}"),
    sizes: whole,
    cues: cues(
      "(?:driving|driver['’]?s?)(?:['’])? licen[cs]e(?:['’]s)?(?: (?:number|no))?|driver (?:number|no)|dva(?: licen[cs]e)?(?: (?:number|no))?|(?:n\\.?i\\.?|northern ir(?:ish|eland)|belfast) licen[cs]e(?: (?:number|no))?",
      `${THINGS}|account|acct|a/c|fee|customer|policy|claim`,
    ),
    reach: [45, 30],
    plain: never,
    preview: tailPreview,
  },
  ...BANK_PAIR,
  BIRTHS,
  VEHICLE,
  {
    kind: "pin",
    digits: 4,
    hints: ["pin", "passcode", "code", "combination", "puk", "otp", "passnumber", "pass number"],
    pattern: startingWith(
      "(?:(?<=\\b(?:pin|puk|pass ?code|(?:door|gate|entry|alarm|collection|access) code)(?: (?:is|was|now|number|no)){0,2}[ :=*]{1,5})(?:\\d{2}(?:[ -]\\d{2}){1,2}|\\d{3} \\d{3}|\\d(?:[ -]\\d){3,5})|(?!01\\d\\d \\d{3} |01\\d{3} \\d{3}|02\\d \\d{4})\\d{4,8})",
    ),
    sizes: whole,
    cues: cues(
      "puk|otp|passnumber|(?:telephone|phone|banking|security) pass number|one[- ]time (?:pass ?)?code|(?:collection|pick-?up|release|delivery|activation|handover) code|(?<!\\d[- ])pin(?: (?:number|code|no))?(?! (?:badges?|boards?|tumbler|plug))|passcode|(?:door|gate|alarm|entry|access(?= code(?! of\\b))|locker|key ?pad|keypad|lock|entrance|barrier|voicemail|unlock|padlock|garage|building|room|flat|house|gym|pool|hall|site|office|key ?safe) code|combination",
      `${THINGS}|since|map|grid|badge|drawing|year|in|wall|board|last|ending|\\d+ digits?|call|ring|dial(?= ?$)|bs|before|number|not|terminal|chip and pin|(?:don['’]t|never|do not) use`,
    ),
    reach: [60, 45],
    plain: never,
    preview: noPreview,
  },
  {
    kind: "ip-address",
    digits: 1,
    hints: [/\d[[(]?\.[\])]?\d{1,3}[[(]?\.[\])]?\d/, /:[\da-f]{0,4}:/],
    pattern: startingWith(
      // Not private, loopback or link-local (RFC 1918, 4193), nor a range; an IPv6 address has "::" or all groups.
      "(?=[0-9a-f]{1,4}(?:[.:][0-9a-f:]|[([]))(?:(?!(?:[0-9]|10|127|255|169\\.254|192\\.168|172\\.(?:1[6-9]|2\\d|3[01]))[.[(])(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:(?:\\.|\\[\\.\\]|\\(\\.\\)|\\[dot\\])(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}(?!\\.\\d|/(?!32\\b)\\d)|(?!fe80|f[cd])(?=[0-9a-f:]{2,40}::|(?:[0-9a-f]{1,4}:){7})[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7})",
    ),
    sizes: whole,
    cues: cues(
      "ip(?: address)?|ipv[46]|sign(?:ed|s|ing)?[ -](?:ins?|on|up)|log(?:ged|s|ging)?[ -]?(?:in|on|ins)|logged|last seen|from|votes?|entries|browser|attempts?|access(?:es)?|tried|log says|i['’]?m on|address(?:es)?|(?:came|comes|coming|sent|posted|placed|cast|submitted|filed|entered|registered|accessed|made|reached us|online|ordered|bought|paid|voted|uploaded|opened|used|seen) (?:from|through|via|with|at|by)|online|(?:was|were) on|posted|assigned to|issued to|belong(?:s|ed) to|connection|broadband|traced? to|visitors?|sender|devices?|blocked|users?|customers?|sessions?|guests?|posters?|your|yours|you|his|her",
      "(?!)",
      "(?:type|open|visit|browse to|go to)(?= ?$)|(?:chrome|firefox|safari|edge|opera|chromium|android|ios)(?=[ /]?$)|(?:served|hosted|run|relayed|delivered) from|(?:probes?|monitors?|scanners?|mails?|emails?|newsletters?|backups?) (?:come|comes|are sent|run|connect) from|ping|printer|camera|scanner|access point|dns|name ?server|gateway|relay|servers?|nginx|apache|version|firmware|clause|rule|section|update|build|release|app|v|standard|para(?:graph)?|chapter|time|outbound|inbound|portal|(?<!in the )firewall|range|subnet",
    ),
    veto: /\bas (?:its|the|your) (?:default )?gateway\b|\bour (?:[a-z]+ ){0,2}(?:mail|e-?mails?|newsletters?|messages?|relay|scanner|crawler|monitor|hosts?|addresses|servers?|gateway|network|office|firewall|system|api|proxy|vpn|range|site)\b/i,
    // A log of what somebody did has the time in its rows.
    plain: (_, before) => before.includes("|") && /\b\d{1,2}[:.]\d\d\b/.test(before),
    preview: noPreview,
  },
  ...SPOKEN,
];
