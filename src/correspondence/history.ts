import type { PartName } from "../model.ts";
import type { Line } from "./lines.ts";
import { anyOf, inTurn, oneOf } from "../ways.ts";

/** "On Tue, 9 Jun 2026 at 10:14, George Whitlock wrote:", "George Whitlock <george@example.com> wrote:". */
const WROTE =
  /^(?:on|at)\b(?=.{0,200}\d).{4,300}\b(?:wrote|writes):$|^[^.!?]{2,80}[<([]\S{1,100}@\S{1,100}[>)\]]\s(?:wrote|writes):$/i;
const ORIGINAL = /^-{2,}\s?(?:original|forwarded) (?:message|e-?mail|appointment)\s?-*$|^begin forwarded message:$/i;
const MAIL_HEADER = /^[*_]{0,2}(from|sent|date|to|cc|subject|reply-to)\s?:[*_]{0,2}(?:\s|$)/i;
const RULE = /^[_-]{10,}$/;
/** An introduction is wrapped over so many lines at most. */
const WROTE_LINES = 3;
/** The header of an earlier message has so many of its lines. */
const FEWEST_HEADERS = 3;

/**
 * Labels earlier messages: what stands below "On … wrote:", a mail header or a rule of Outlook. Where the lines of the earlier
 * message carry marks, those between them are the answer. Returns the line behind the last of the message itself.
 */
export function labelHistory(lines: readonly Line[], labels: PartName[]): number {
  let isBegun = false;
  for (let at = 0; at < lines.length; at++) {
    if (labels[at] !== "body" && labels[at] !== "quoted") continue;
    const size = introductionAt(lines, at);
    const below = at + size;
    const isMarked = lines[below]?.quoted === true;
    // Headers at the top are those of the message itself.
    if (size > 0 && isMarked) labels.fill("quoted", at, below);
    else if (size > 0 && isBegun) {
      for (let line = at; line < lines.length; line++) if (labels[line] === "body") labels[line] = "quoted";
      break;
    }
    isBegun ||= !MAIL_HEADER.test(lines[at]!.text);
  }
  let end = lines.length;
  while (end > 0 && labels[end - 1] !== "body") end--;
  return end;
}

/** How many lines introduce an earlier message here; 0 where none do. */
function introductionAt(lines: readonly Line[], at: number): number {
  const { text } = lines[at]!;
  if (ORIGINAL.test(text)) return 1 + headerLines(lines, at + 1);
  if (RULE.test(text)) {
    const headers = headerLines(lines, at + 1);
    return headers >= FEWEST_HEADERS ? headers + 1 : 0;
  }
  if (/^[*_]{0,2}from\s?:/i.test(text)) {
    const headers = headerLines(lines, at);
    return headers >= FEWEST_HEADERS ? headers : 0;
  }
  if (!/^(?:on|at)\b/i.test(text)) return WROTE.test(text) ? 1 : 0;
  let joined = "";
  for (let size = 1; size <= WROTE_LINES && at + size <= lines.length; size++) {
    joined = `${joined} ${lines[at + size - 1]!.text}`.trim();
    if (joined.length > 320) return 0;
    if (WROTE.test(joined)) return size;
  }
  return 0;
}

function headerLines(lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && at - from < 12 && MAIL_HEADER.test(lines[at]!.text)) at++;
  return at - from;
}

/** What a mail server or a mail program puts above a message. */
const BANNER = new RegExp(
  inTurn(/^/, [
    /.{0,12}\b(?:type your |please )?reply above this line\b/,
    /\W{0,3}(?:external|caution|warning)\b.{0,60}\b(?:e-?mail|sender|message|organisation)\b/,
    /(?:view|read|open) (?:this|it|the)\b.{0,40}\b(?:browser|online)\b/,
    /(?:having (?:trouble|problems)|can(?:no|['’])t (?:see|read|view))\b.{0,80}\b(?:e-?mail|message|newsletter|images?)\b/,
  ]),
  "i",
);
const DEVICE = /^(?:sent (?:from|via|using) (?:my |mail for |outlook|yahoo|gmail|proton)|get outlook for)\b/i;

/** What stands below a message and is nobody's wording: disclaimers, company details, word of how not to reply or to be left alone. */
const FOOTERS: readonly RegExp[] = [
  /\b(?:e-?mail|message|communication|transmission|attachments?)\b[^.]{0,200}\b(?:is|are|be|contains?|may)\b[^.]{0,60}\b(?:confidential|privileged|intended (?:only|solely))\b/i,
  /^(?:confidentiality (?:notice|statement)|(?:e-?mail |legal )?disclaimer|legal notice)\b/i,
  /^if you (?:have |are )?(?:received? this (?:e-?mail|message)|not the (?:intended |named )?(?:recipient|addressee))/i,
  /^(?:please )?(?:consider|think (?:of|about|before)) (?:the environment|you print|printing)/i,
  /^please (?:consider|think of|think about) (?:the environment|your environmental|whether you need to print)/i,
  /^please (?:do not|don['’]t) reply (?:directly )?to this (?:e-?mail|message|address)/i,
  /^this (?:is an automated|is an automatic|inbox is not|mailbox is not|address is not|e-?mail was sent|message was sent|e-?mail is sent|e-?mail has been scanned|message has been scanned)\b/i,
  /^you (?:are receiving|have received|received|['’]re receiving) this (?:e-?mail|message|newsletter)?\b.{0,40}\b(?:because|as)\b/i,
  /\bunsubscribe\b|^(?:manage|update|change) your (?:e-?mail |mailing |contact )?preferences\b|^to stop receiving\b/i,
  /\bregistered (?:in|office|charity|company|provider|as a)\b.{0,160}\b(?:no\b|number|england|scotland|wales|ireland|office|\d{5,8})/i,
  /\b(?:company|charity|registration|registered|vat)(?: (?:registration|reg))?\.? (?:no\b\.?|number):? ?(?:gb ?)?\w{0,3}\d{5,9}/i,
  /\bauthorised and regulated by\b/i,
  /^this (?:letter|document|e-?mail|message) is (?:private and |strictly )?confidential\b/i,
  /^(?:©|\(c\)|copyright)\s|\ball rights reserved\b/i,
];
/** A short line with an address, a number, a link or the name of a firm, which may stand below a footer. */
const isDetail = (text: string) =>
  text.split(/\s+/).length <= 14 && /\d|www\.|https?:|@|\||·|\b(?:ltd|limited|plc|llp)\b/i.test(text);

/** A word that every line of small print has one of: most lines need no more than this look. */
const FOOTER_WORD = anyOf([
  oneOf("confidential privileged intended notice disclaimer recipient addressee environment print reply"),
  oneOf("automat inbox mailbox"),
  "address is",
  oneOf("sent scanned receiv unsubscribe preferences regist company charity"),
  /vat\b/,
  "authorised",
  "copyright",
  /\(c\)/,
  /©/,
  "reserved",
  "outlook",
]);

const isFooter = (text: string): boolean =>
  FOOTER_WORD.test(text) && (DEVICE.test(text) || FOOTERS.some((pattern) => pattern.test(text)));

/** Labels the banner above a message, and small print that stands beside its text. */
export function labelBanner(lines: readonly Line[], labels: PartName[], end: number): void {
  lines.forEach(({ text }, at) => {
    if (labels[at] === "aside" && isFooter(text)) labels[at] = "footer";
  });
  let left = 3;
  for (let at = 0; at < end && left > 0; at++) {
    if (labels[at] !== "body") continue;
    if (BANNER.test(lines[at]!.text)) labels[at] = "letterhead";
    left--;
  }
}

/** The first line of a block with which small print begins, which may go on in the next; -1 where there is none. */
function footerIn(block: readonly Line[]): number {
  const alone = block.findIndex(({ text }) => isFooter(text));
  if (alone >= 0) return alone;
  return block.findIndex(
    ({ text }, at) => /^(?:this|the|if|any)\b/i.test(text) && isFooter(`${text} ${block[at + 1]?.text ?? ""}`),
  );
}

/** Labels the disclaimers and company details at the end; returns the line behind the last of the message above them. */
export function labelFooter(lines: readonly Line[], labels: PartName[], from: number, end: number): number {
  let first = end;
  for (let to = end, between = 0; to > from && between <= 2 && labels[to - 1] === "body";) {
    let at = to - 1;
    while (at > from && lines[at - 1]!.block === lines[to - 1]!.block && labels[at - 1] === "body") at--;
    const footer = footerIn(lines.slice(at, to));
    if (footer >= 0) first = at + footer;
    // Above the small print of a block stands the name.
    if (footer > 0) break;
    if (footer < 0 && (first < end || !lines.slice(at, to).every((line) => isDetail(line.text)))) break;
    if (footer < 0) between++;
    to = at;
  }
  for (let at = first; at < end; at++) if (labels[at] === "body") labels[at] = "footer";
  return first;
}

const SIGNATURE_MARK = /^--\s?$/;
/** A signature below two dashes is no longer; more is text below a rule. */
const SIGNATURE_LINES = 15;

/** Labels what stands below the two dashes of a signature; returns the line of the dashes, or `end`. */
export function labelSignature(lines: readonly Line[], labels: PartName[], from: number, end: number): number {
  const last = Math.max(from, end - SIGNATURE_LINES);
  for (let mark = end - 1; mark >= last; mark--) {
    if (labels[mark] !== "body" || !SIGNATURE_MARK.test(lines[mark]!.text)) continue;
    for (let at = mark; at < end; at++)
      if (labels[at] === "body") labels[at] = isFooter(lines[at]!.text) ? "footer" : "signature";
    return mark;
  }
  return end;
}
