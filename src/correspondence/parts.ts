import type { PartName } from "../model.ts";
import { MASK } from "../read/placeholders.ts";
import { labelBanner, labelFooter, labelHistory, labelSignature } from "./history.ts";
import type { Line } from "./lines.ts";
import type { LabelledTurn } from "./turns.ts";
import { inTurn, oneOf } from "../ways.ts";

/** The word lists that tell where a message begins and ends. */
export interface Furniture {
  readonly salutations: readonly string[];
  readonly valedictions: readonly string[];
  /** How a letter travels, and who may open it: "by hand", "private". */
  readonly deliveryMarks: readonly string[];
}

const HEADER = /^(?:subject|to|from|cc|bcc|date|sent|reply-to|re)\s?:\s*/i;
const DATE_LINE =
  /^(?:date:?\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?\s+[a-z]{3,9},?\s+\d{4}$|^(?:date:?\s*)?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/i;
const REFERENCE_LINE = new RegExp(
  inTurn(
    /^(?:our|your|my)?\s?/,
    [
      /ref(?:erence)?/,
      oneOf("account claim policy case customer order complaint application booking invoice patient hospital"),
      oneOf("nhs tenancy property payment student membership contract job meter"),
      "council tax",
      "course",
      "file",
    ],
    /\b[\w ]{0,20}[:#].{1,60}$/,
  ),
  "i",
);
const ADDRESSEE = /^(?:mr|mrs|miss|ms|mx|dr|sir|rev|professor|prof|the occupier|councillor|cllr)\b/i;
const ENCLOSURE = /^(?:encs?|enclosures?|enclosed|attachments?|cc|c\.c)\b\.?\s?(?::|\(|\d|$)|^cc\s/i;
const POSTSCRIPT = /^(?:p\.?\s?){1,2}s\b[.:]?/i;
/** A longer line is neither a greeting nor a closing, whatever it begins with: most lines of a message are. */
const LONGEST_PHRASE = 250;
const CLOSING_NAME_WORDS = 7;
const FROM_WORDS = 12;
const CLOSING_LINES = 12;
const FURNITURE_LINES = 40;

/** The part that each line belongs to, in the order of the lines. */
export function labelLines(
  lines: readonly Line[],
  furniture: Furniture,
  turns: readonly LabelledTurn[] | undefined,
): PartName[] {
  if (turns) return labelTurns(lines, turns);
  const labels: PartName[] = lines.map((line) => line.part ?? (line.quoted ? "quoted" : "body"));
  let end = labelHistory(lines, labels);
  labelBanner(lines, labels, end);
  let at = labelHeaders(lines, labels, end);
  at = labelTop(lines, labels, at, end, furniture);
  end = labelFooter(lines, labels, at, end);
  end = labelSignature(lines, labels, at, end);
  labelBottom(lines, labels, at, end, furniture);
  return labels;
}

function labelTurns(lines: readonly Line[], turns: readonly LabelledTurn[]): PartName[] {
  let next = 0;
  return lines.map((line) => {
    while (next < turns.length && turns[next]!.start <= line.start) next++;
    const role = turns[next - 1]?.role;
    if (role === "customer") return "customer";
    return role === "agent" || role === "bot" ? "turn" : "letterhead";
  });
}

function labelHeaders(lines: readonly Line[], labels: PartName[], end: number): number {
  let at = 0;
  while (at < end && HEADER.test(lines[at]!.text) && !(/^re/i.test(lines[at]!.text) && at === 0))
    labels[at++] = "headers";
  return at;
}

/** Labels all that stands above the first sentence of the body; returns the line after the salutation. */
function labelTop(lines: readonly Line[], labels: PartName[], from: number, end: number, furniture: Furniture): number {
  const last = Math.min(end, from + FURNITURE_LINES);
  let salutation = -1;
  for (let at = from; at < last && salutation < 0; at++) {
    if (labels[at] === "body" && isSalutation(lines[at]!, furniture)) salutation = at;
  }
  const top = salutation >= 0 ? salutation : firstProse(lines, labels, from, last);
  labelLetterhead(lines, labels, from, top, salutation >= 0);
  if (salutation < 0) return top;
  labels[salutation] = "salutation";
  if (isSubjectAbove(lines, labels, salutation - 1, furniture)) labels[salutation - 1] = "subject-line";
  const next = salutation + 1;
  if (next < end && labels[next] === "body" && isSubjectLine(lines, next)) {
    labels[next] = "subject-line";
    return next + 1;
  }
  if (next + 1 < end && isSplitTitle(lines, next)) {
    labels[next] = labels[next + 1] = "subject-line";
    return next + 2;
  }
  return next;
}

/** A short line that opens with a greeting and is not a sentence. */
function isSalutation(line: Line, furniture: Furniture): boolean {
  if (line.text.length > LONGEST_PHRASE) return false;
  if (line.kind === "item" || line.kind === "cell" || line.kind === "heading") return false;
  if (BARE_NAME.test(line.text)) return true;
  if (line.isFirst && line.isLast && (FIRST_NAME.test(line.text) || TO_ALL.test(line.text) || SURNAME.test(line.text)))
    return valedictionOf(line.text, furniture) === undefined;
  const said = line.text.replace(STRETCHED, "$1").replace(EMOJI_AT_END, "");
  const greeting = phraseAtStart(said.toLowerCase(), furniture.salutations);
  if (!greeting) return false;
  const rest = said.slice(greeting.length).replace(/^[\s,]+|[\s,.!:–-]+$/g, "");
  if (rest === "") return true;
  const isShort =
    rest.split(/\s+/).length <= 8 && !/[.!?;:]\s/.test(rest.replace(/\b(?:mr|mrs|ms|dr|st|[a-z])\./gi, ""));
  return (
    isShort &&
    (!/^(?:morning|afternoon|evening)$/.test(greeting) || NAMED.test(rest)) &&
    !OPENS_TEXT.test(rest) &&
    !/,\s*\S+\s+\S+/.test(rest)
  );
}

/** "Heyyy", "Hiii". */
const STRETCHED = /^(hey|hello|hi)(?:y+|o+|i+)\b/i;
/** Who is greeted after a bare "Morning": a name, a field or a word for everybody, not "Morning deliveries come before noon". */
const NAMED = new RegExp(`^(?:\\p{Lu}|${MASK}|@|(?:all|both|everyone|there|team|again)\\b)`, "u");
/** Words with which the text of the message begins on the line of the greeting: "Hi, I'm writing about …". */
const OPENS_TEXT = /^(?:I|We|You|Your|This|Thank|Thanks|Just|Our|Please|It|All is)\b/i;

/** A titled name with a comma, alone on its line: "Mr Osei,". */
const BARE_NAME = /^(?:Mr|Mrs|Miss|Ms|Mx|Dr)\.? \p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30})?,$/u;

/** "Mr Pallister", alone in its paragraph: a cold greeting. */
const SURNAME = /^(?:Mr|Mrs|Miss|Ms|Mx|Dr)\.? \p{Lu}[\p{L}'’-]{1,30}$/u;
/** "Marta,", alone in its paragraph: the line of an address has others below it. */
const FIRST_NAME = /^\p{Lu}[\p{L}'’-]{1,20}(?: (?:and|&) \p{Lu}[\p{L}'’-]{1,20})?,$/u;
/** "To the tenant of 4 Mill Lane,", "To all our neighbours,". */
const TO_ALL = /^To (?:the|all|every(?:one|body)?|our|whoever|any) [^.!?:;]{3,80},$/;

/** Of the phrases with which a text begins, the longest. */
function phraseAtStart(text: string, phrases: readonly string[]): string | undefined {
  const byWord = phrasesByWord.get(phrases) ?? groupByWord(phrases);
  return byWord
    .get(firstWord(text))
    ?.find((phrase) => text.startsWith(phrase) && !/[\p{L}\d]/u.test(text[phrase.length] ?? " "));
}

/** The phrases of each list by their first word, the longest first; made once, as each line of a message asks for them. */
const phrasesByWord = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

function groupByWord(phrases: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byWord = new Map<string, string[]>();
  for (const phrase of [...phrases].sort((a, b) => b.length - a.length)) {
    const own = byWord.get(firstWord(phrase));
    if (own) own.push(phrase);
    else byWord.set(firstWord(phrase), [phrase]);
  }
  phrasesByWord.set(phrases, byWord);
  return byWord;
}

const firstWord = (text: string) => /^\p{L}*/u.exec(text)![0];

/** Where the prose begins in a message with no salutation: the first sentence, field apart. */
function firstProse(lines: readonly Line[], labels: readonly PartName[], from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const { text, kind } = lines[at]!;
    if (labels[at] !== "body") continue;
    if (kind === "item" || (kind === "cell" && at > from)) return at;
    if (isFurniture(text) || kind === "heading") continue;
    const words = text.split(/\s+/).length;
    if (at === from && isTitle(lines, at)) continue;
    if (words >= 9 || (words >= 3 && /[.!?]["'”’)]?$/.test(text))) return at;
  }
  return lines.slice(from, end).some((line) => line.kind !== "heading") ? from : end;
}

const isFurniture = (text: string) => DATE_LINE.test(text) || REFERENCE_LINE.test(text) || ADDRESSEE.test(text);

function labelLetterhead(
  lines: readonly Line[],
  labels: PartName[],
  from: number,
  to: number,
  isGreeted: boolean,
): void {
  let block = -1;
  for (let at = from; at < to; at++) {
    const line = lines[at]!;
    if (labels[at] !== "body") continue;
    if (DATE_LINE.test(line.text)) labels[at] = "date";
    else if (REFERENCE_LINE.test(line.text)) labels[at] = "reference";
    else if (line.kind === "heading" && (at > 0 || !isGreeted) && at >= to - 2) labels[at] = "subject-line";
    else if (line.block === block || isAddressee(line, lines[at + 1])) {
      labels[at] = "address";
      block = line.block;
    } else labels[at] = "letterhead";
  }
}

/** A title between the address or the date and the greeting: "Your report of damp in the back bedroom". */
function isSubjectAbove(
  lines: readonly Line[],
  labels: readonly PartName[],
  at: number,
  { deliveryMarks }: Furniture,
): boolean {
  if (labels[at] !== "letterhead" || !isTitle(lines, at)) return false;
  const { text } = lines[at]!;
  const isBelow = labels.slice(0, at).some((label) => label === "address" || label === "date");
  return isBelow && /\p{L}.* \p{Ll}/u.test(text) && phraseAtStart(text.toLowerCase(), deliveryMarks) === undefined;
}

/** A titled name, or a field alone on its line with an address below it. */
function isAddressee(line: Line, next: Line | undefined): boolean {
  if (ADDRESSEE.test(line.text)) return true;
  return line.isFirst && !line.isLast && line.text.replaceAll(MASK, "").trim() === "" && next !== undefined;
}

/** A line of its own after the salutation, with no full stop: what the message is about. */
function isSubjectLine(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  return line.kind === "heading" || /^re:/i.test(line.text) || isTitle(lines, at);
}

/** A short paragraph of one line, with no full stop and with others below it. */
function isTitle(lines: readonly Line[], at: number): boolean {
  const { text, kind, isFirst, isLast } = lines[at]!;
  if (!isFirst || !isLast || kind !== "paragraph" || at + 1 >= lines.length) return false;
  return text.split(/\s+/).length <= 16 && !/[.!?,;:]["'”’)]?$/.test(text) && !THANKS.test(text);
}
/** "Thanks so much for getting in touch 😊" is a sentence with a face for its full stop. */
const THANKS = /^(?:thanks|thank you|thankyou|sorry|hope|i hope|we hope)\b.*\P{L}$/iu;

/** "Notice of work: the roof\n(Section 20, Landlord and Tenant Act 1985)": a title with a line in brackets below it. */
const isSplitTitle = (lines: readonly Line[], at: number): boolean => {
  const [first, second] = [lines[at]!, lines[at + 1]!];
  const isPair = first.isFirst && !first.isLast && !second.isFirst && second.isLast && first.kind === "paragraph";
  return isPair && first.text.split(/\s+/).length <= 16 && !/[.!?,;]$/.test(first.text) && /^\(.*\)$/.test(second.text);
};

/** Labels the valediction and all below it. */
function labelBottom(
  lines: readonly Line[],
  labels: PartName[],
  from: number,
  end: number,
  furniture: Furniture,
): void {
  const body = (at: number) => labels[at] === "body";
  const closing = findValediction(lines, labels, from, end, furniture);
  let at = closing;
  if (closing < 0) at = findBareSignature(lines, labels, from, end);
  else {
    labels[at] = "valediction";
    at++;
  }
  if (at < 0) return;
  let signed = 0;
  let block = lines[at]?.block;
  let blocks = 0;
  for (; at < end; at++) {
    const line = lines[at]!;
    if (!body(at)) continue;
    if (line.block !== block) {
      block = line.block;
      blocks++;
    }
    if (POSTSCRIPT.test(line.text)) labels[at] = "postscript";
    else if (ENCLOSURE.test(line.text)) labels[at] = "enclosures";
    else if (labels[at - 1] === "postscript" && line.block === lines[at - 1]!.block) labels[at] = "postscript";
    else if (
      signed < 8 &&
      blocks <= 2 &&
      (isSignatureLine(line.text) || (signed === 0 && closing === at - 1 && !ASIDE.test(line.text)))
    ) {
      labels[at] = "signature";
      signed++;
    } else labels[at] = isAfterthought(line.text) ? "postscript" : "footer";
  }
}

/** A sentence below the signature, which is no note in brackets: "One more thing: please bring your glasses." */
const isAfterthought = (text: string) =>
  /^["“]?\p{Lu}\p{Ll}*[ ,:’'](?:[^\s|]+ ){3,}.*[.!?]$/u.test(text) && !ASIDE.test(text);

/** A name, a title, a team, an address or a number: short, and no sentence. */
function isSignatureLine(text: string): boolean {
  const words = text.split(/\s+/).length;
  return (
    words <= 12 &&
    !/^[[(*]|^--/.test(text) &&
    !(words > 4 && /[.!?]$/.test(text)) &&
    !/^(?:internal|note|nb)\b/i.test(text)
  );
}

/** The first formal closing phrase on a line of its own; of thanks, which may stand anywhere, the last. */
function findValediction(
  lines: readonly Line[],
  labels: readonly PartName[],
  from: number,
  end: number,
  furniture: Furniture,
): number {
  let thanks = -1;
  for (let at = Math.max(from, 1); at < end; at++) {
    if (labels[at] !== "body" || lines[at]!.kind === "cell") continue;
    const phrase =
      valedictionOf(lines[at]!.text, furniture) ?? (end - at <= CLOSING_LINES ? closingOf(lines[at]!.text) : undefined);
    if (phrase === undefined) continue;
    if (!/^(?:many |with )?(?:thanks|thank you|ta|love|best|take care|yours|have|see|speak|cheers)\b/.test(phrase))
      // "Lots of love and licks," and below it "The Team xx"
      return / x{1,4}$/.test(phrase) && OWN_CLOSING.test(lines[at - 1]!.text) ? at - 1 : at;
    thanks = at;
  }
  return thanks >= 0 && end - thanks <= 16 ? thanks : findOwnClosing(lines, labels, from, end);
}

/**
 * "Until the twelfth,", "Happy hunting": a few words of their own with a comma, or in small letters with no mark at all, and below
 * them a name that ends the message.
 */
function findOwnClosing(lines: readonly Line[], labels: readonly PartName[], from: number, end: number): number {
  for (let at = end - 2; at > from && at >= end - OWN_CLOSING_LINES; at--) {
    const [line, next] = [lines[at]!, lines[at + 1]!];
    if (labels[at] !== "body" || labels[at + 1] !== "body" || line.kind === "item" || line.kind === "cell") continue;
    const isThanks = FINAL_THANKS.test(line.text);
    const isClosing =
      isThanks || OWN_CLOSING.test(line.text) || (BARE_CLOSING.test(line.text) && !isBare(lines[at - 1]!));
    const isField = next.text.startsWith(MASK);
    if (
      isClosing &&
      (isField || OWN_NAME.test(next.text) || (isThanks && /^(?:The|Your) .{2,40} [Tt]eam$/.test(next.text))) &&
      lines.slice(isField ? at + 2 : at + 1, end).every(isSigned)
    )
      return at;
  }
  return -1;
}

/** "Library Manager", or one that begins with a field. */
const isSigned = (line: Line) => isBare(line) || line.text.startsWith(MASK);
const OWN_CLOSING_LINES = 5;
/** "Thanks for being with us.", above "The Lowther Broadband team". */
const FINAL_THANKS = /^(?:Thanks|Thank you)(?: again| so much| very much)? for (?:\p{Ll}+ing|your)\b.{1,40}[.!]$/u;
const OWN_CLOSING = /^\p{Lu}(?:[\p{L}'’-]{1,20} ?){1,7},$/u;
const BARE_CLOSING = /^\p{Lu}\p{Ll}+(?: \p{Ll}[\p{Ll}'’-]*){1,5}(?: \p{Lu}\p{Ll}+)?$/u;
const OWN_NAME = /^(?:\p{Lu}[\p{L}.'’-]{0,20} ?){1,4}(?:\(.{1,30}\)|x{1,4})?$/u;

/** The closing phrase that a line consists of (a name may follow it: "Thanks, Sam", "Best wishes from all at the library"), in lower case. */
function valedictionOf(line: string, { valedictions }: Furniture): string | undefined {
  if (line.length > LONGEST_PHRASE) return undefined;
  const text = line.replace(EMOJI_AT_END, "");
  const plain = text
    .toLowerCase()
    .replace(/^(?:--|[–—~*]+)\s*/, "")
    .replace(/[\s,.!:–-]+$/, "");
  const phrase = phraseAtStart(plain, valedictions);
  if (phrase === undefined) return undefined;
  const rest = text.slice(text.toLowerCase().indexOf(phrase) + phrase.length).trim();
  const words = rest.split(/\s+/).length;
  if (
    /^from\s/i.test(rest) ||
    (/wishes$|^(?:all the |the very )?best(?: of luck)?$/.test(phrase) && /^(?:for|to|and|with)\s/i.test(rest))
  ) {
    return words <= FROM_WORDS ? phrase : undefined;
  }
  return words <= CLOSING_NAME_WORDS && ALONE_OR_NAME.test(rest) ? phrase : undefined;
}

const EMOJI_AT_END = /(?:\s?\p{So}(?:\ufe0f|\p{Emoji_Modifier})?){1,9}$/u;

/** A short line near the end, no sentence, with a word that only closings have: "Yours in sport", "With our warmest good wishes". */
function closingOf(text: string): string | undefined {
  const isShort = text.split(/\s+/).length <= (/,$|^With\b/.test(text) ? FROM_WORDS : CLOSING_NAME_WORDS + 1);
  return isShort && /^[¡¿]?\p{Lu}/u.test(text) && !/[.?!:;]$/.test(text) && CLOSING_WORD.test(text)
    ? text.toLowerCase()
    : undefined;
}

const CLOSING_WORD =
  /\b(?:yours|regards|grateful|wishes|sincerely|faithfully|truly|sympathy|condolences|thanks|cheers|warmly|rgds|gywir|cofion)\b|\bx{1,3}$|^thank you\b.*,$/i;

const ALONE_OR_NAME = /^(?:[,.!–-]*|[,.!–-]\s*\p{Lu}[\p{L}.'’ ,&-]{0,60}[.!]?|\p{Lu}\p{L}+[.!]?)$/u;

/** A last block of short lines with no sentence in it: a name and a job with no closing phrase. A note in brackets may stand below it. */
function findBareSignature(lines: readonly Line[], labels: readonly PartName[], from: number, end: number): number {
  while (end > from && ASIDE.test(lines[end - 1]!.text)) end--;
  let first = end;
  while (first > from && labels[first - 1] === "body" && isBare(lines[first - 1]!) && end - first < 5) first--;
  while (first < end && !lines[first]!.isFirst) first++;
  // "You can fetch it from:" has somebody's address below it.
  return first < end && first > from && !lines[first - 1]!.text.endsWith(":") ? first : -1;
}

/** A note to a colleague: a line in brackets or between dashes. */
const ASIDE = /^[[({].*[\])}]$|^--.*--$|^(?:internal|note to|nb)\b/i;

/** "Head of the care team" is a job; "Any bother, gimme a shout" is not. */
const MOST_SMALL_WORDS = 2;

function isBare(line: Line): boolean {
  return (
    (line.kind === "paragraph" || line.kind === "line") &&
    line.text.split(/\s+/).length <= 7 &&
    /^[\p{Lu}\d^+(]/u.test(line.text) &&
    !/[.!?:;]["'”’)]?$/.test(line.text.replace(/\b\p{L}\.$/u, "")) &&
    (line.text.match(/(?:^|\s)\p{Ll}+/gu) ?? []).length <= MOST_SMALL_WORDS
  );
}
