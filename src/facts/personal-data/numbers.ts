import { cardSizes, ibanSizes, isDay, isNhsNumber } from "./checks.ts";
import { isPaidIn, TO_PAY } from "./own-money.ts";
import { cues, endsPreview, GAP, startingWith, tailPreview } from "./pattern.ts";
import type { Candidate, Recogniser } from "./model.ts";
import { anyOf, inTurn, oneOf, ways } from "../../ways.ts";

/** The date of birth in a driving licence: decade, month (50 more for women), day, year. */
const CODED_DATE = "\\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\\d|3[01])\\d";

/** Words that mark a number as one of the organisation's own, or of a thing. */
const REFERENCES =
  "(?<!in )orders?|refs?|references?|tracking|parcels?(?!-| lockers?)|consignments?|shipments?|invoices?|imei|serial|barcode|isbn|ean|" +
  "mpan|mprn|meter|vouchers?|batch|agreement (?:number|no)|receipt (?:number|no)|promo code|licen[cs]e key|" +
  "(?:booking|call|case|claim|customer|delivery|job|member(?:ship)?|policy|ticket|transaction)" +
  "(?=\\W{1,3}(?:number|no|id|code|$))";
const PRODUCTS = "p/n|parts?|products?|models?|serial|stock|items?|batch|sku|catalogue|colou?r|licen[cs]e key";
const GIFTS = ways([
  "nectar",
  /sim (?:number|no)/,
  /(?:top-?up|meter) key/,
  inTurn(
    [
      oneOf("gift key club oyster advantage donation energy"),
      /top-?up/,
      oneOf("meter discount store stamp bus rail id identity library loyalty"),
      /member(?:ship)?/,
      "points",
      /rewards?/,
      "sim",
      "travel",
    ],
    / ?cards?/,
  ),
  "loyalty",
]);
const PAYMENTS =
  "cards?(?: (?:number|no|ref(?:erence)?))?|visa|master ?card|maestro|amex|american express|debit(?:ed)?|credit(?:ed)?|" +
  "charged?|paid|pay(?:ing|ments?)?|refund(?:s|ed)?|deposit|long number|cv[vc]|expir(?:y|es)";
const OWN_ACCOUNT = ways([
  /\(us\)/,
  /(?:ltd|limited|llp|plc|sarl|gmbh|srl|bv)(?=,? \W{0,2}$)/,
  /(?:balances?|deposits?|transfers?|remainder) (?:[a-z]+ ){0,3}(?:go|goes|to be sent) to/,
  "balance due",
  /due to(?! (?:you|him|her|them)\b)/,
  /(?<!the |your |our |a )transfer to/,
  "use iban",
  /(?:pay|paying|payments?|send|sending|transfers?) (?:[a-z]+ )?from abroad/,
  "pay us",
  /our (?:[a-z'’]+ ){0,3}(?:account|iban|bank details)/,
  "payable to",
  /please (?:pay|transfer)/,
  /(?:pay(?!ment)|send|transfer) the balance/,
  /to pay (?:us )?from/,
  "remit",
  /send (?:[a-z]+ ){1,3}to us/,
  /own (?:[a-z]+ )?account/,
  /(?:give|donate|pay) by (?:bank )?transfer/,
  /payments? to us/,
  /(?:for )?donations/,
  "invoice total",
  "amount due",
]);

/** What has a number that looks like an account. */
const NAMED_NUMBERS = "vat(?: number| no)?|invoices?|policy|tracking";
/**
 * Kinds with a check digit or a shape of their own, strongest first: where two overlap, the earlier row has the characters. A new kind is a new row.
 * Sources of the shapes and checks: IBAN, ISO 13616 and the SWIFT registry; card, ISO/IEC 7812-1; nino, HMRC manual
 * NIM39110; driving licence, the driver number of DVLA; NHS number, the NHS Data Dictionary.
 */
export const NUMBERS: readonly Recogniser[] = [
  {
    kind: "iban",
    digits: 6,
    pattern: startingWith(`[a-z]{2}${GAP}\\d{2}(?:${GAP}[0-9a-z]){11,29}`),
    sizes: ibanSizes,
    cues: cues(
      ways([
        /(?:your|his|her|their|my) (?:[a-z]+ )?(?:account|iban)/,
        /account (?:you|he|she|they) (?:named|gave|chose|hold|have|told)/,
        /(?:goes|went|going|sent|paid|came|come) back/,
        "returned",
        "bounced",
        /refund(?:s|ed)?/,
        "repayment",
        /your (?:bonus|wages|pension|salary|deposit)/,
      ]),
      NAMED_NUMBERS,
      OWN_ACCOUNT,
    ),
    isOfThings: true,
    veto: TO_PAY,
    isOurs: (before, after) => isPaidIn(before, after) || FIRM_ABOVE.test(before),
    // Norway is not meant in "at no 12" or "No 12".
    plain: ({ written }) => /^(?:[A-Z]{2}|[a-z]{2}\d)/.test(written),
    preview: endsPreview,
  },
  {
    kind: "card",
    digits: 12,
    pattern: startingWith(`(?:[2-6]\\d{3}(?:[/,]\\d{4}){3}|[2-6](?:${GAP}\\d){11,18})`),
    sizes: cardSizes,
    cues: cues(PAYMENTS, `${GIFTS}|${REFERENCES}`),
    isOfThings: true,
    veto: anyOf([
      /\b(?:sandbox|test (?:cards?|payments?|mode|(?:your|the|our) (?:checkout|site|shop|integration|form))|use .{0,40} for an? (?:\w+ )?payment)\b/,
      /^ for an? (?:\w+ )?payment\b/,
    ]),
    sure: /\b(?:visa|master ?card|maestro|amex|american express|(?:debit|credit|bank) card|used (?:the|your) card)\b|(?:^|\n)[ \t>*-]{0,6}(?:payment |pay |saved )?card\b[^\n:|]{0,40}[:|]/i,
    plain: isPrintedLikeCard,
    preview: endsPreview,
  },
  {
    kind: "nino",
    digits: 6,
    // In pairs or in one piece, unlike "NIST SP 800-131A". The gap before the last letter is one character, or
    // "SC123456. A copy" would be a value.
    pattern: startingWith(
      `(?:[a-z]{2}(?:/\\d\\d){3}/[a-d]|[a-z]{2}${GAP}(?:\\d{6}|\\d{2}(?!\\d)${GAP}\\d{2}(?!\\d)${GAP}\\d{2}|\\d{3} \\d{3}(?= ))(?:[ .–-]?|\u00a0{6})[a-d])`,
    ),
    sizes: (characters) => (NINO_PREFIX.test(characters) ? [9] : []),
    cues: cues(
      "nino|national[ \\n]{1,2}insurance|nat\\.? ins(?:urance)?|n\\.?i\\.?|benefits? (?:one|number)|insurance number",
      `${GIFTS}|orders?|invoices?|tracking|tickets?|vouchers?|receipt|batch|agreement|book(?:ed|ing)?|enrol(?:led|ment|ling)(?: (?:on|for))?|course|module|class|workshop`,
      `${PRODUCTS}|booked on|enrol(?:led|ment|ling) (?:on|for)`,
    ),
    isOfThings: true,
    plain: (candidate, before, _, paragraph) =>
      isWrittenLikeNino(candidate) &&
      !hasSibling(candidate.written, paragraph()) &&
      (LINKED.test(before) || EMPLOYED.test(paragraph())),
    preview: tailPreview,
  },
  {
    kind: "driving-licence",
    digits: 6,
    pattern: startingWith(
      `(?:[a-z]{5}|[a-z]{4}9|[a-z]{3}99|[a-z]{2}999|[a-z]9999)${GAP}${CODED_DATE}` +
        `${GAP}[a-z][a-z9]${GAP}\\d${GAP}[0-9a-z][a-z](?:\\d{2})?`,
    ),
    sizes: (characters) => (isDay(characters.slice(6, 8), characters.slice(8, 10)) ? [characters.length] : []),
    cues: cues("licen[cs]e|driver|dvla", PRODUCTS),
    isOfThings: true,
    plain: () => true,
    preview: tailPreview,
  },
  {
    kind: "nhs-number",
    digits: 10,
    pattern: startingWith(`(?:\\d{3}${GAP}\\d{3}${GAP}\\d{4}|\\d{5}${GAP}\\d{5})`),
    sizes: (characters) => (isNhsNumber(characters) ? [10] : []),
    cues: cues(
      ways([
        "bed",
        "ward",
        /blood (?:form|test)/,
        oneOf("wristband spine vaccination immunisation"),
        "nil by mouth",
        "red book",
        "health visitor",
        "midwife",
        "maternity",
        /(?:the|two|set of|sets of|your|his|her) (?:medical )?notes/,
        /nhs(?: (?:number|no|ref(?:erence)?|id))?/,
        /n\.h\.s/,
        "national health service",
        /chi (?:number|no)/,
        /health (?:service )?(?:number|no)/,
        /h ?& ?c/,
        /health (?:and|&) (?:social )?care/,
        /hospital (?:number|no|ref(?:erence)?|letter)/,
        "referral",
        "camhs",
        /patient (?:number|no|id)/,
        "exemption",
        "dentist",
        "gp",
      ]),
      `${REFERENCES}|quote|account|booking|call|case|claim|fax|payment|phone|policy|ring|tax|tel|ticket|utr`,
    ),
    sure: /\| .{0,18}\bnhs (?:number|no)\b/i,
    isOfThings: true,
    // One number in eleven passes the check, so that the word decides, unless it is written as the health service writes it.
    plain: ({ written }, _, __, paragraph) =>
      /^[1-9]\d{2}([ -])\d{3}\1\d{4}$/.test(written) || AT_DOCTOR.test(paragraph()),
    preview: tailPreview,
  },
];

/** "Corrie House Hotel Ltd\nIBAN: ": whose it is stands on the line above. */
const FIRM_ABOVE = /\b(?:ltd|limited|llp|plc|council|trust)\.?\n[^\n\d]{0,20}$/i;
const AT_DOCTOR = /\b(?:nhs|hospital|ward|surgery|clinic|patient|(?:medical|sets? of|two) notes)\b/i;

/**
 * In one piece of 15 or 16, or in groups of four or more that are no part of a longer row: readings and years fall into
 * fours too, and parcels and goods have numbers of the rarer lengths.
 */
function isPrintedLikeCard({ written, left, right }: Candidate): boolean {
  const groups = written.split(/\D+/);
  if (groups.length === 1) return written.length === 15 || written.length === 16;
  const inRow = /(?<!\d)\d{4} $/.test(left) || /^ \d{4}\b/.test(right);
  return !inRow && groups.slice(0, -1).every((group) => group.length >= 4);
}

const NINO_PREFIX = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTWXYZ][ABCEGHJ-NPRSTWXYZ]/;

/**
 * What may stand right before a number that nothing names: a verb or a preposition, a mark, a word for a number or for a
 * person; not a thing, as in "Fabric swatch CR449920D".
 */
const LINKED = new RegExp(
  inTurn(
    [
      /^/,
      /[:=(|"“–*]/,
      /\n[ >*-]{0,6}(?:\d{1,2}[.)] ?)?/,
      /[a-z]{2} [A-Z][a-z]+ [A-Z][a-z]+,/,
      inTurn(
        /\b/,
        [
          oneOf("as is was are were be under with for to by of on and or not from at than"),
          /quot(?:e|ed|es|ing)/,
          oneOf("gave give given has have had hold holds held"),
          /shows?/,
          /says?/,
          oneOf("said put puts entered typed used"),
          /uses?/,
          oneOf("find found got read reads wrote matched merged called against"),
          /numbers?/,
          /nos?/,
          /n[oº]/,
          oneOf("id us you her him it them people person man woman chap lad employee claimant applicant partner"),
          oneOf("customer tenant member payroll dwp hmrc"),
          /s?he/,
          oneOf("they both also only now still instead exactly"),
        ],
        /[.,]?/,
      ),
      /\d[A-Z]{0,2}[,;]/,
    ],
    / ?$/,
  ),
  "i",
);

/** "MW128890A and MW128890B", "order MW128890": parts of one thing. */
function hasSibling(written: string, paragraph: string): boolean {
  const root = written.replace(/\W?[A-Z]$/i, "");
  return (
    paragraph.split(root).length > 2 ||
    (paragraph.includes(root) && !paragraph.includes(written) && paragraph.split(root).length > 1)
  );
}

/** Where a National Insurance number is asked for. */
const EMPLOYED =
  /\b(?:payslip|pay ?roll|wages|pensions?|revenue|hmrc|dwp|benefits?|universal credit|esa|pip|jsa|claim(?:ant)?|employ\w+|p45|p60|job ?centre|tax (?:code|office|credit))\b/i;

/** All capitals, or all small and in one piece: "cr 12 34 56 a week" and "SC123456 A director" are not. */
function isWrittenLikeNino({ written, right }: Candidate): boolean {
  if (/\d{6} A$/.test(written) && /^ [a-z]/.test(right)) return false;
  return /^[A-Z]{2}.*[A-Z]$/s.test(written) || /^[a-z]{2}\d+[a-z]$/.test(written);
}
