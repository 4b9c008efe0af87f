import type { Range } from "../model.ts";

export type PersonalKind = "iban" | "card" | "nino" | "driving-licence" | "nhs-number";

/** A value in the file that identifies a person or opens an account. The value itself is not part of it. */
export interface PersonalDatum extends Range {
  readonly kind: PersonalKind;
  /** What may be printed of it, such as "4929 •••• •••• 4821". */
  readonly preview: string;
}

/** How one kind of value is recognised, over folded text. */
interface Recogniser {
  readonly kind: PersonalKind;
  /** Where a value may begin, with as much of what follows as may belong to it. */
  readonly pattern: RegExp;
  /** How many of the letters and digits matched may make a value, longest first; none where its check fails. */
  readonly sizes: (characters: string) => readonly number[];
  /** Words near the value that speak for it (group `yes`) or against it (group `no`). The nearest decides. */
  readonly cues: RegExp;
  /** Whether the value is taken for one without a word that speaks for it. */
  readonly plain: (candidate: Candidate) => boolean;
  readonly preview: (characters: string) => string;
}

interface Candidate extends Range {
  /** The value as it stands in the folded text. */
  readonly written: string;
  /** The few characters on either side. */
  readonly left: string;
  readonly right: string;
}

/** What may stand inside a value: a few spaces, dashes, dots or marks of emphasis, then a line break. */
const GAP = "(?:[ .*`\\\\–-]{0,3}|\u00a0{5,6})(?:\\n[ >]{0,8})?";
/** The date of birth in a driving licence: decade, month (50 more for women), day, year. */
const CODED_DATE = "\\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\\d|3[01])\\d";

/** Words that mark a number as one of the organisation's own, or of a thing. */
const REFERENCES =
  "(?<!in )orders?|refs?|references?|tracking|parcels?|consignments?|shipments?|invoices?|imei|serial|barcode|isbn|ean|" +
  "mpan|mprn|meter|vouchers?|promo code|licen[cs]e key|" +
  "(?:booking|call|case|claim|customer|delivery|job|member(?:ship)?|policy|ticket|transaction)" +
  "(?=\\W{1,3}(?:number|no|id|code|$))";
const PRODUCTS = "parts?|products?|models?|serial|stock|items?|batch|sku|catalogue|colou?r|licen[cs]e key";
const GIFTS = "(?:gift|key|library|loyalty|member(?:ship)?|points|rewards?|sim|travel) ?cards?|loyalty";
const PAYMENTS =
  "cards?(?: (?:number|no|ref(?:erence)?))?|visa|master ?card|maestro|amex|american express|debit(?:ed)?|credit(?:ed)?|" +
  "charged?|paid|pay(?:ing|ments?)?|refund(?:s|ed)?|deposit|long number|cv[vc]|expir(?:y|es)";
const OWN_ACCOUNT = "pay us|our (?:[a-z]+ )?(?:account|iban|bank details)|payable to|please (?:pay|transfer)";

/**
 * Every kind, strongest first: where two overlap, the earlier row has the characters. A new kind is a new row.
 * Sources of the shapes and checks: IBAN, ISO 13616 and the SWIFT registry; card, ISO/IEC 7812-1; nino, HMRC manual
 * NIM39110; driving licence, the driver number of DVLA; NHS number, the NHS Data Dictionary.
 */
const RECOGNISERS: readonly Recogniser[] = [
  {
    kind: "iban",
    pattern: startingWith(`[a-z]{2}${GAP}\\d{2}(?:${GAP}[0-9a-z]){11,29}`),
    sizes: ibanSizes,
    cues: cues("(?:your|his|her|their|my) (?:[a-z]+ )?(?:account|iban)|refund|repayment", OWN_ACCOUNT),
    // Norway is not meant in "at no 12" or "No 12".
    plain: ({ written }) => /^(?:[A-Z]{2}|[a-z]{2}\d)/.test(written),
    preview: endsPreview,
  },
  {
    kind: "card",
    pattern: startingWith(`[2-6](?:${GAP}\\d){11,18}`),
    sizes: cardSizes,
    cues: cues(PAYMENTS, `${GIFTS}|${REFERENCES}`),
    plain: isPrintedLikeCard,
    preview: endsPreview,
  },
  {
    kind: "nino",
    // In pairs or in one piece, unlike "NIST SP 800-131A". The gap before the last letter is one character, or
    // "SC123456. A copy" would be a value.
    pattern: startingWith(
      `[a-z]{2}${GAP}(?:\\d{6}|\\d{2}(?!\\d)${GAP}\\d{2}(?!\\d)${GAP}\\d{2}|\\d{3} \\d{3}(?= ))(?:[ .–-]?|\u00a0{6})[a-d]`,
    ),
    sizes: (characters) => (NINO_PREFIX.test(characters) ? [9] : []),
    cues: cues("nino|national insurance|nat\\.? ins|n\\.?i\\.?", PRODUCTS),
    plain: isWrittenLikeNino,
    preview: tailPreview,
  },
  {
    kind: "driving-licence",
    pattern: startingWith(
      `(?:[a-z]{5}|[a-z]{4}9|[a-z]{3}99|[a-z]{2}999|[a-z]9999)${GAP}${CODED_DATE}` +
        `${GAP}[a-z][a-z9]${GAP}\\d${GAP}[a-z]{2}(?:\\d{2})?`,
    ),
    sizes: (characters) => (isDay(characters.slice(6, 8), characters.slice(8, 10)) ? [characters.length] : []),
    cues: cues("licen[cs]e|driver|dvla", PRODUCTS),
    plain: () => true,
    preview: tailPreview,
  },
  {
    kind: "nhs-number",
    pattern: startingWith(`(?:\\d{3}${GAP}\\d{3}${GAP}\\d{4}|\\d{5}${GAP}\\d{5})`),
    sizes: (characters) => (isNhsNumber(characters) ? [10] : []),
    cues: cues(
      "nhs(?: (?:number|no|ref(?:erence)?|id))?|n\\.h\\.s|national health service|chi (?:number|no)",
      `${REFERENCES}|account|booking|call|case|claim|fax|payment|phone|policy|ring|tax|tel|ticket|utr`,
    ),
    // One number in eleven passes the check, so that the word decides.
    plain: () => false,
    preview: tailPreview,
  },
];

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"]{1,2000}/gi;
const GLUED_LEFT = /[\p{L}\p{N}@+£$€]$|[\p{L}\p{N}][-_]$|\p{N}[.–/]$|(?:[•●]{2}|\*{4})[ -]?$/u;
const GLUED_RIGHT = /^(?:[\p{L}\p{N}@]|[-_][\p{L}\p{N}]|[.–]\p{N}|[ -]?(?:[•●]{2}|\*{4}))/u;
const FILE_ENDING = /^\.(?:pdf|docx?|xlsx?|csv|txt|png|jpe?g|html?|com?)\b/;

/**
 * The personal values in the text of a file, in order, none overlapping another. Offsets are those of the text.
 * Values inside web addresses, in longer tokens and given as examples are left out. Time grows linearly with length.
 */
export function findPersonalData(text: string): readonly PersonalDatum[] {
  if (!hasDigits(text, FEWEST_DIGITS)) return [];
  if (last.text !== text) last = { text, data: search(text) };
  return last.data;
}

/** The rule and the mask ask for the same file, one after the other. */
let last: { readonly text: string; readonly data: readonly PersonalDatum[] } = { text: "", data: [] };

function search(text: string): PersonalDatum[] {
  const folded = fold(text);
  const taken = new Uint8Array(text.length);
  for (const { 0: address, index } of folded.matchAll(ADDRESS)) taken.fill(1, index, index + address.length);
  const found: PersonalDatum[] = [];
  for (const recogniser of RECOGNISERS) {
    for (const { start, end, written } of candidates(folded, recogniser)) {
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      found.push({ kind: recogniser.kind, start, end, preview: recogniser.preview(charactersOf(written)) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** No value of any kind has fewer digits. */
const FEWEST_DIGITS = 6;

function hasDigits(text: string, fewest: number): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) && ++digits >= fewest) return true;
  }
  return false;
}

/**
 * The text with the many forms of space, hyphen and digit brought down to one each, and every character in its place:
 * spaces of all widths (and of none), carriage returns and tabs become a space, dashes "–" or "-", full-width letters and
 * digits ASCII, and `&nbsp;` as many no-break spaces as it has characters.
 */
export function fold(text: string): string {
  return text
    .replace(/[\t\r\u00a0\u00ad\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]/g, " ")
    .replace(/&(?:nbsp|#160|#xa0);/gi, (entity) => "\u00a0".repeat(entity.length))
    .replace(/[\u2010-\u2012\u2212\uff0d]/g, "-")
    .replace(/[\u2014\u2015]/g, "–")
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** The letters and digits of a folded value, in capitals. */
export function charactersOf(folded: string): string {
  return folded.replace(/[^0-9a-z]/gi, "").toUpperCase();
}

function* candidates(text: string, { pattern, sizes, cues, plain }: Recogniser): Generator<Candidate> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    const candidate = sizes(charactersOf(match[0]))
      .map((size) => candidateAt(text, start, size))
      .find(standsAlone);
    const accepted = candidate && isMeant(text, candidate, cues, plain);
    if (accepted) yield candidate;
    pattern.lastIndex = accepted ? candidate.end : start + 1;
  }
}

const CHARACTER = /[0-9a-z]/i;

/** The candidate of so many letters and digits that begins at `start`. */
function candidateAt(text: string, start: number, size: number): Candidate {
  let end = start;
  for (let missing = size; missing > 0; end++) if (CHARACTER.test(text.charAt(end))) missing--;
  const left = text.slice(Math.max(0, start - 6), start);
  return { start, end, written: text.slice(start, end), left, right: text.slice(end, end + 6) };
}

function standsAlone({ written, left, right }: Candidate): boolean {
  const inLongerToken = GLUED_LEFT.test(left) || GLUED_RIGHT.test(right) || FILE_ENDING.test(right);
  return !inLongerToken && written.split("\n").length <= 2;
}

/** Whether the words around leave a candidate standing: the nearest cue says so or, without one, the way it is written. */
function isMeant(text: string, candidate: Candidate, cues: RegExp, plain: Recogniser["plain"]): boolean {
  const before = textBefore(text, candidate.start);
  if (EXAMPLE.test(before)) return false;
  return nearestCue(before, textAfter(text, candidate.end), cues) ?? plain(candidate);
}

const EXAMPLE =
  /\b(?:for example|e\.?g|(?:looks?|shown|something) like|like this|(?:written|shown) as|example|specimen)\W{0,3}$/i;

/** True where the nearest cue speaks for the value, false where it speaks against it. Cues before it come first. */
function nearestCue(before: string, after: string, cues: RegExp): boolean | undefined {
  const said = [...before.matchAll(cues)].findLast(
    (cue) => speaksFor(cue) || !isSpent(before.slice(cue.index + cue[0].length)),
  );
  const cue =
    said ?? [...after.matchAll(cues)].find((cue) => speaksFor(cue) || LABEL_AFTER.test(after.slice(0, cue.index)));
  return cue && speaksFor(cue);
}

/** "4929… is your order number": nothing but a verb and an article between the value and its label. */
const LABEL_AFTER = /^\W*(?:(?:is|was|as|the|your|our|an?)\W+){0,2}$/i;

function speaksFor(cue: RegExpMatchArray): boolean {
  return cue.groups?.["yes"] !== undefined;
}

/** Whether a label has a number of its own ("order 5512, paid from …"). A list of long numbers keeps its label. */
function isSpent(between: string): boolean {
  return OWN_NUMBER.test(between);
}

const OWN_NUMBER =
  /^[ :.#]{0,3}(?:(?:number|no|id|code|is|was|of|from|on)[ :.#]{1,3}){0,2}[a-z]{0,4}-?\d{1,8}(?![ -]?\d)/i;

/** The words before a value in its sentence; in a table, the heading of its column and what stands before it in its row. */
function textBefore(text: string, start: number): string {
  const near = text.slice(Math.max(0, start - 120), start);
  const row = near.slice(near.lastIndexOf("\n") + 1);
  if (row.includes("|")) return `${columnHeading(text, start)} ${row}`;
  const paragraph =
    near
      .trimEnd()
      .split(/\n[ >]*\n/)
      .at(-1) ?? "";
  return paragraph.split(/(?<=[\p{L}\p{N})]{4}[.!?]["”’)]?)\s+(?=["“‘(]?\p{Lu})/u).at(-1) ?? "";
}

/** What follows a value up to the end of its sentence, table cell or paragraph. */
function textAfter(text: string, end: number): string {
  return text.slice(end, end + 60).split(/[.!?](?:\s|$)|\||\n(?![a-z])/)[0] ?? "";
}

/** The heading over a value in a Markdown table; empty outside tables, and far down in long ones. */
function columnHeading(text: string, start: number): string {
  const lines = text.slice(Math.max(0, start - 4000), start).split("\n");
  const column = (lines.at(-1) ?? "").split("|").length - 1;
  const rule = lines.findLastIndex((line) => line.includes("|") && /^[ >|:]*-[ >|:-]*$/.test(line));
  return column > 0 && rule > 0 ? ((lines[rule - 1] ?? "").split("|")[column] ?? "") : "";
}

function startingWith(pattern: string): RegExp {
  return new RegExp(`(?<![0-9a-z])${pattern}`, "gi");
}

function cues(yes: string, no: string): RegExp {
  // What speaks against comes first, for "gift card" holds "card".
  return new RegExp(`\\b(?:(?<no>${no})|(?<yes>${yes}))\\b`, "gi");
}

/** First and last four, which the card schemes allow to be shown. */
function endsPreview(characters: string): string {
  return `${characters.slice(0, 4)} •••• •••• ${characters.slice(-4)}`;
}

function tailPreview(characters: string): string {
  return `•••• ${characters.slice(-3)}`;
}

const IBAN_LENGTHS = new Map(
  Object.entries({
    15: "NO",
    16: "BE",
    18: "DK FI FK FO GL NL SD",
    19: "MK SI",
    20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA",
    23: "AE GI IL IQ OM SO TL",
    24: "AD CZ ES MD PK RO SA SE SK TN VG",
    25: "LY PT ST",
    26: "IS TR",
    27: "BI DJ FR GR IT MC MR SM",
    28: "AL AZ BY CY DO GT HN HU LB NI PL SV",
    29: "BR EG PS QA UA",
    30: "JO KW MU YE",
    31: "MT SC",
    32: "LC",
    33: "RU",
  }).flatMap(([length, countries]) => countries.split(" ").map((country) => [country, Number(length)] as const)),
);

function ibanSizes(characters: string): number[] {
  const length = IBAN_LENGTHS.get(characters.slice(0, 2));
  if (length === undefined || characters.length < length) return [];
  const iban = characters.slice(0, length);
  // No account number is mostly letters; a sentence that begins "at 10 people" is.
  return iban.replace(/\D/g, "").length * 2 >= length && remainder97(iban) === 1 ? [length] : [];
}

/** ISO 7064 mod 97-10: the first four moved to the end, letters as 10 to 35. */
function remainder97(iban: string): number {
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

/** Prefixes of the card schemes, with the lengths of their numbers, longest first. */
const CARD_SCHEMES: readonly (readonly [scheme: string, prefix: RegExp, lengths: readonly number[]])[] = [
  ["Visa", /^4/, [19, 16, 13]],
  ["Mastercard", /^(?:5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720))/, [16]],
  ["American Express", /^3[47]/, [15]],
  ["Diners Club", /^3(?:0[0-5]|095|[689])/, [14]],
  ["JCB", /^35(?:2[89]|[3-8])/, [16]],
  ["Discover", /^6(?:011|4[4-9]|5)/, [19, 16]],
  ["UnionPay", /^62/, [19, 18, 17, 16]],
  ["Maestro", /^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, [19, 18, 17, 16, 15, 14, 13, 12]],
];

function cardSizes(characters: string): number[] {
  const lengths = CARD_SCHEMES.find(([, prefix]) => prefix.test(characters))?.[2] ?? [];
  return lengths.filter((length) => length <= characters.length && passesLuhn(characters.slice(0, length)));
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    sum += index % 2 === 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
  }
  return sum % 10 === 0;
}

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

/** All capitals, or all small and in one piece: "cr 12 34 56 a week" and "SC123456 A director" are not. */
function isWrittenLikeNino({ written, right }: Candidate): boolean {
  if (/\d{6} A$/.test(written) && /^ [a-z]/.test(right)) return false;
  return /^[A-Z]{2}.*[A-Z]$/s.test(written) || /^[a-z]{2}\d+[a-z]$/.test(written);
}

function isDay(month: string, day: string): boolean {
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return Number(day) <= (days[(Number(month) % 50) - 1] ?? 0);
}

/** Weights 10 to 2, and 1 for the check digit, modulo 11. A row of one digit repeated is nobody's number. */
function isNhsNumber(digits: string): boolean {
  const sum = Array.from(digits, Number).reduce((total, digit, index) => total + digit * (10 - index), 0);
  return sum % 11 === 0 && new Set(digits).size > 1;
}
