import { NAMED_THING } from "./things.ts";
import type { ByCues, Candidate } from "./model.ts";
import { anyOf, inTurn } from "../../ways.ts";

/** Whether the words around leave a candidate standing: they speak for it, and nothing silences it. */
export function isMeant(text: string, candidate: Candidate, recogniser: ByCues): boolean {
  const around = { text, candidate, before: textBefore(text, candidate.start), after: textAfter(text, candidate.end) };
  return isSpokenFor(around, recogniser) && !isSilenced(around, recogniser);
}

interface Around {
  readonly text: string;
  readonly candidate: Candidate;
  /** The words of its sentence. */
  readonly before: string;
  readonly after: string;
}

/** Whether the nearest cue says that it is the value or, without one, the way it is written. */
function isSpokenFor({ text, candidate, before, after }: Around, recogniser: ByCues): boolean {
  const { cues, sure, reach, confirm, plain } = recogniser;
  // The heading of a column stands far from its cells.
  const isBelow = BEGINS_LINE.test(text.slice(Math.max(0, candidate.start - 8), candidate.start));
  const label = (isBelow && LABEL_ABOVE.exec(before)?.[1]) || before;
  const near = reach && !label.includes("|") ? label.slice(-reach[0]) : label;
  const next = reach ? after.slice(0, reach[1]) : after;
  const nearest = nearestCue(near, next, cues);
  const isSaid =
    nearest === false &&
    sure?.test(`${near} | ${after.slice(0, 25)}`) &&
    (!endsInLabel(near, cues) || sure.test(`| ${after.replace(IS_YOUR, "").slice(0, 12)}`))
      ? true
      : nearest;
  const isPlain = () =>
    plain(
      candidate,
      before,
      after,
      () => `${paragraphBefore(text, candidate.start)} | ${paragraphAfter(text, candidate.end)}`,
    );
  if (isSaid === undefined) return isPlain();
  if (!isSaid || !confirm) return isSaid;
  const above = text.slice(Math.max(0, candidate.start - 80), candidate.start);
  return (
    confirm.test(`${before} | ${after}`) ||
    (isBelow && confirm.test(above)) ||
    confirm.test(tableBefore(text, candidate.start)) ||
    isPlain()
  );
}

/** "…, your NHS number": between a value and what it is called. */
const IS_YOUR = /^[ ,(]{0,3}(?:(?:which )?(?:is|was) )?(?:the |your |his |her |their |my )?/i;

/** Whether it is an example, a thing's or the organisation's own. Asked last: few values come so far, and the patterns are long. */
function isSilenced({ text, candidate, before, after }: Around, { isOfThings, veto, isOurs }: ByCues): boolean {
  const isOwn = () => isOurs?.(paragraphBefore(text, candidate.start), paragraphAfter(text, candidate.end)) === true;
  return (
    isExample(before) ||
    (isOfThings === true && NAMED_THING.test(before)) ||
    HEADED_EXAMPLE.test(before) ||
    SAMPLE.test(text.slice(candidate.end, candidate.end + 60)) ||
    veto?.test(before) === true ||
    veto?.test(after) === true ||
    isOwn()
  );
}

/** The heading of a column, or the label of a line. */
const HEADED_EXAMPLE = /^[ \t>*|]{0,6}(?:examples?|samples?|format)\b[ :|]/i;

/** "Born\n12 May 1970\nCover from\n": in a form of labels over values the label right above decides. */
const LABEL_ABOVE = /\d[^\n]{0,20}\n[ \t>*]{0,6}([^\d\n.!?]{2,40})$/;
const BEGINS_LINE = /\n[ \t>*]{0,6}$/;

/** "That's only a sample": said of what stands before it. */
const SAMPLE = anyOf([
  /^["”]? (?:is|was) (?:printed|shown) on (?:our|the|a|every) sample\b/,
  /^ (?:is|was) (?:only |just )?(?:an? )?(?:sample|example|dummy|made[- ]up|placeholder)\b/,
  /^[^.\n]{0,20}[.,;:] ?(?:but )?(?:that(?:['’]s| is)|this is|it is|it['’]s|which is) (?:only |just )?(?:an? )?(?:sample|example|dummy|made[- ]up|placeholder)\b/,
]);
/** A sentence that begins so is one, whatever it has; one with "your" tells of the reader. */
const EXAMPLE_SENTENCE = /^\W{0,3}(?:for (?:example|instance)|e\.? ?g\b|examples?:|say)(?![^.!?]{0,80}\byour\b)/i;
export const isExample = (sentence: string): boolean => EXAMPLE.test(sentence) || EXAMPLE_SENTENCE.test(sentence);
export const EXAMPLE = new RegExp(
  inTurn(
    /\b/,
    [
      /for (?:example|instance)/,
      "such as",
      /specimen(?: it)? (?:reads|says|shows)/,
      /e\.?g/,
      /like(?: (?:this|these|that)(?: one)?)?(?: \([^()\n]{1,40}\))?/,
      "written as",
      /(?:such )?as in/,
      "example",
      /(?:name|address|number) format(?: is)?/,
      "specimen",
    ],
    /\W{0,3}$/,
  ),
  "i",
);

/** True where the nearest cue speaks for the value, false where it speaks against it. Cues before it come first. */
function nearestCue(before: string, after: string, cues: RegExp): boolean | undefined {
  const said = [...before.matchAll(cues)].findLast(
    (cue) =>
      speaksFor(cue) ||
      (cue.groups!["no"] === undefined ? isLabel : isUnspent)(before.slice(cue.index + cue[0].length)),
  );
  const cue =
    said ?? [...after.matchAll(cues)].find((cue) => speaksFor(cue) || LABEL_AFTER.test(after.slice(0, cue.index)));
  return cue && speaksFor(cue);
}

/** "4929… is your order number": nothing but a verb and an article between the value and its label. */
const LABEL_AFTER = /^\W*(?:(?:is|was|as|the|your|our|an?)\W+){0,2}$/i;

/** "order number 4929…", "reference: 4929…": what the value is called stands right before it. */
function endsInLabel(before: string, cues: RegExp): boolean {
  const last = [...before.matchAll(cues)].at(-1);
  return (
    last !== undefined &&
    /^\W*(?:(?:number|no|id|ref|is|was)(?:\W+|$)){0,2}$/i.test(before.slice(last.index + last[0].length)) &&
    !/[([]$/.test(before)
  );
}

function speaksFor(cue: RegExpMatchArray): boolean {
  return cue.groups?.["yes"] !== undefined;
}

/** Whether the label of another value names this one, with a word or two between them: not "order" in "the order I keyed in 4929…". */
function isLabel(between: string): boolean {
  if (!isUnspent(between) || /\b(?:to|into|onto|from|on|with|by|against)\s*$/i.test(between)) return false;
  const words =
    between
      .toLowerCase()
      .replace(/\bhttps?:\S*/g, "")
      .match(/[a-z][a-z'’]*/g) ?? [];
  // "the invoice for the car park is 440 055 1318"
  const most = /\b(?:is|was)\s*$/i.test(between) ? 2 : 1;
  return words.filter((word) => !LINKS.has(word)).length <= most;
}
const LINKS = new Set(
  "number numbers no nos id ref refs reference code codes is was are were now on in the your our a an it of for and or to called marked named under quoting quote as from has with by".split(
    " ",
  ),
);

/** Whether a label has no number of its own ("order 5512, paid from …"). A list of long numbers keeps its label. */
function isUnspent(between: string): boolean {
  return !OWN_NUMBER.test(between);
}

const OWN_NUMBER =
  /^[ :.#]{0,3}(?:(?:number|no|id|code|is|was|of|from|on)[ :.#]{1,3}){0,2}[a-z]{0,4}-?\d{1,8}(?![ -]?\d)/i;

/** The words before a value in its sentence; in a table, the heading of its column and what stands before it in its row. */
export function textBefore(text: string, start: number): string {
  const near = text.slice(Math.max(0, start - 120), start);
  const row = near.slice(near.lastIndexOf("\n") + 1);
  if (row.includes("|")) return `${columnHeading(text, start)} ${row}`;
  const paragraph = (
    near
      .trimEnd()
      .split(/\n[ >]*\n/)
      .at(-1) ?? ""
  )
    .replace(SPEAKER, "")
    .replace(/\*\*|__/g, "");
  return paragraph.split(/(?<=[\p{L}\p{N})]{4}[.!?]["”’)]?)\s+(?=["“‘(]?\p{Lu})/u).at(-1) ?? "";
}

/** "[10:15] Dee (Orders): ": who says what follows in a chat. */
const SPEAKER = /^[^]{0,120}\n?[ >]{0,4}\[\d{1,2}:\d\d(?::\d\d)?\] [^:\n]{1,40}: /;

/** What follows a value up to the end of its sentence, table cell or paragraph. */
export function textAfter(text: string, end: number): string {
  return (
    text
      .slice(end, end + 60)
      .split(/(?<!\b(?:[Nn]os?|[Aa]cct?|[Tt]el|Dr|Mrs?|Ms|St))[.!?](?:\s|$)|\||\n(?![a-z])/)[0] ?? ""
  );
}

/** How much of a paragraph speaks for a value in it. */
const PARAGRAPH = 160;

/** The words before a value in its paragraph; in a table, with the heading of its column. */
export function paragraphBefore(text: string, start: number): string {
  const paragraphs = text.slice(Math.max(0, start - PARAGRAPH), start).split(/\n[ >]*\n/);
  const [above = "", own = ""] = paragraphs.slice(-2);
  // "Door code\n\nC4471": a line above a value that begins its paragraph.
  const label = /^[ \t>*\x60-]*$/.test(own) ? above.slice(above.lastIndexOf("\n") + 1) : "";
  const before = paragraphs.length > 1 && label !== "" && label.length < 70 ? `${label}\n${own}` : paragraphs.at(-1)!;
  const row = before.slice(before.lastIndexOf("\n") + 1);
  return row.includes("|") ? `${columnHeading(text, start)} ${row}` : before;
}

/** The rows before a value in its table with their headings, as far as a paragraph goes; empty outside tables. */
function tableBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 2 * PARAGRAPH), start);
  return before.slice(before.lastIndexOf("\n") + 1).includes("|") ? before.slice(before.lastIndexOf("\n\n") + 1) : "";
}

/** The words after a value in its paragraph. */
export function paragraphAfter(text: string, end: number): string {
  return text.slice(end, end + PARAGRAPH).split(/\n[ >]*\n/, 1)[0]!;
}

/** The heading over a value in a Markdown table, or the first of the rows above where no rule stands under it; empty outside tables. */
export function columnHeading(text: string, start: number): string {
  const lines = text.slice(Math.max(0, start - 4000), start).split("\n");
  const column = (lines.at(-1) ?? "").split("|").length - 1;
  const rule = lines.findLastIndex((line) => line.includes("|") && /^[ >|:]*-[ >|:-]*$/.test(line));
  const outside = lines.findLastIndex((line) => !line.includes("|"));
  const heading = lines[rule > 0 ? rule - 1 : outside + 1] ?? "";
  const columns = heading.split("|");
  return rule > 0 || lines.length - 1 > outside + 1 ? (columns[column] ?? "") : "";
}
