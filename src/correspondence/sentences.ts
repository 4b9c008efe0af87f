import { inTurn, oneOf } from "../ways.ts";

/** After these a full stop does not end a sentence. */
const ABBREVIATION = new RegExp(
  inTurn(
    /(?:^|[\s(])/,
    [
      oneOf("mr mrs ms mx dr prof rev sgt capt insp supt st messrs esq approx incl excl ext tel fig figs vol"),
      oneOf("vs cf dept est max min"),
      /e\.g/,
      /i\.e/,
      oneOf("eg ie inst ref refs cllr hon jr sr para paras sect sec"),
      /encs?/,
      "inc",
    ],
    /\.$/,
  ),
  "i",
);
/** Nor after these before a number, or after an initial before a name. */
const BEFORE_NUMBER = /(?:^|[\s(])(?:no|nos|art|p|pp|ch|item|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$/i;
const INITIAL = /(?:^|[\s(.])\p{Lu}\.$/u;
/** "etc.", "Ltd." and the like end a sentence where a new one plainly begins. */
const MAY_END = /(?:etc|ltd|plc|co|a\.m|p\.m|no|inc)\.$/i;
const OPENS_SENTENCE =
  /^(?:The|This|That|These|We|I|You|Your|Our|It|If|Please|He|She|They|There|When|As|In|On|At|For|To|A|An|Thank|Unfortunately|However|After|Before)\b/;

/** A sentence of a text: offsets into that text, end exclusive. */
export interface Cut {
  readonly from: number;
  readonly to: number;
}

/** A mark that may end a sentence, with the quotes and brackets that close behind it. */
const STOP = /(?<![.!?…])[.!?…]+["'”’)\]]*(?=\s)|\n[ \t]*(?=\n)/g;
/** No sentence begins like this: what stands before it goes on. */
const GOES_ON = /^(?:["'“‘(]{0,3}[a-zß-öø-ÿ]|[,;:)\]])/;
const HAS_WORD = /[\p{L}\p{N}]/u;

/** Cuts a paragraph into sentences: at stops, but not after "No.", "Ref." or an initial, nor before a small letter. */
export function cutSentences(text: string): Cut[] {
  const cuts: Cut[] = [];
  let from = startOf(text, 0);
  for (const { 0: mark, index } of text.matchAll(STOP)) {
    const to = index + mark.trimEnd().length;
    const next = startOf(text, to);
    if (next >= text.length) break;
    const after = text.slice(next, next + 24);
    // "when does it come? and can I …": a question ends, however the next sentence begins.
    const isPlain = mark.startsWith("\n") || (mark === "?" && /^[a-z]/.test(after));
    if (isPlain || !(GOES_ON.test(after) || continues(text.slice(Math.max(from, to - 24), to), after))) {
      add(from, to);
      from = next;
    }
  }
  add(from, text.trimEnd().length);
  return cuts;

  function add(start: number, end: number): void {
    const last = cuts.at(-1);
    if (last && !HAS_WORD.test(text.slice(start, end))) cuts[cuts.length - 1] = { from: last.from, to: end };
    else if (end > start) cuts.push({ from: start, to: end });
  }
}

/** Where the text goes on after blanks. */
function startOf(text: string, at: number): number {
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return at;
}

/** Whether a sentence goes on after a full stop: the words before it, with it, and those after. */
function continues(before: string, after: string): boolean {
  if (BEFORE_NUMBER.test(before) && /^\S{0,12}\d/.test(after)) return true;
  if (OPENS_SENTENCE.test(after) && MAY_END.test(before)) return false;
  if (INITIAL.test(before)) return /^\p{Lu}(?:\.|\p{Ll}|['’])/u.test(after) && !OPENS_SENTENCE.test(after);
  return ABBREVIATION.test(before) && !(/\b(?:tel|ext|ref|est|inst)\.$/i.test(before) && OPENS_SENTENCE.test(after));
}
