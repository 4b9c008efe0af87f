import type { Root } from "nlcst";
import retextEnglish from "retext-english";
import { unified } from "unified";
import { VFile } from "vfile";

/** The parser alone: `parse` of the processor would make a file of every paragraph. */
const parseEnglish = unified().use(retextEnglish).freeze().parser as (text: string, file: VFile) => Root;
const NO_FILE = new VFile();

/** A block longer than this is cut before it is parsed: the parser recurses on long runs of marks. */
const MOST_CHARACTERS = 20_000;
/** After these a full stop does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:mr|mrs|ms|mx|dr|prof|rev|st|messrs|esq|approx|incl|excl|ext|tel|fig|figs|vol|vs|cf|dept|est|max|min|e\.g|i\.e|eg|ie|inst|ref|refs|cllr|hon|jr|sr|para|paras|sect|sec|encs?|inc)\.$/i;
/** Nor after these before a number, or after an initial before a name. */
const BEFORE_NUMBER = /(?:^|[\s(])(?:no|nos|art|p|pp|ch|item)\.$/i;
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

/**
 * Cuts a paragraph into sentences with retext's English parser, then mends what it does not know of letters:
 * no break after "No.", "Ref." or "approx.", a break after "etc." or "Ltd." before a new sentence.
 */
export function cutSentences(text: string): Cut[] {
  if (!/[.!?…]\s|[.!?…]["'”’)\]]/.test(text)) return trimmed(text, [{ from: 0, to: text.length }]);
  const cuts: Cut[] = [];
  for (let from = 0; from < text.length;) {
    const to = cutPoint(text, from);
    cuts.push(...parse(text, from, to));
    from = to;
  }
  return trimmed(text, cuts);
}

function cutPoint(text: string, from: number): number {
  if (text.length - from <= MOST_CHARACTERS) return text.length;
  const space = text.lastIndexOf(" ", from + MOST_CHARACTERS);
  return space > from ? space : from + MOST_CHARACTERS;
}

function parse(text: string, start: number, end: number): Cut[] {
  const cuts: Cut[] = [];
  const piece = text.slice(start, end);
  for (const paragraph of isSimple(piece) ? parseEnglish(piece, NO_FILE).children : []) {
    if (paragraph.type !== "ParagraphNode") continue;
    for (const sentence of paragraph.children) {
      if (sentence.type !== "SentenceNode") continue;
      const from = start + sentence.position!.start.offset!;
      const to = start + sentence.position!.end.offset!;
      const last = cuts.at(-1);
      if (last && continues(text.slice(Math.max(last.from, last.to - 24), last.to), text.slice(from, from + 24))) {
        cuts[cuts.length - 1] = { from: last.from, to };
      } else cuts.push({ from, to });
    }
  }
  return cuts.length > 0 ? cuts.flatMap((cut) => splitMissed(text, cut)) : [{ from: start, to: end }];
}

/** A run of hundreds of marks is no prose, and the parser recurses on it. */
const isSimple = (text: string) =>
  text.replace(/[\w\s]+/g, "").length < 300 || !/(?:[^\p{L}\p{N}\s][\p{L}\p{N}]?\s?){300}/u.test(text);

/** Whether what the parser took for two sentences is one. */
function continues(before: string, after: string): boolean {
  if (BEFORE_NUMBER.test(before) && /^\S{0,12}\d/.test(after)) return true;
  if (OPENS_SENTENCE.test(after) && MAY_END.test(before)) return false;
  if (INITIAL.test(before)) return /^\p{Lu}(?:\.|\p{Ll}|['’])/u.test(after) && !OPENS_SENTENCE.test(after);
  return ABBREVIATION.test(before) && !(/\b(?:tel|ext|ref|est|inst)\.$/i.test(before) && OPENS_SENTENCE.test(after));
}

/** Splits where the parser saw an abbreviation that letters do not use, or a number of a list: "coming in. If", "records show 54. Another". */
function splitMissed(text: string, cut: Cut): Cut[] {
  const stop = text.indexOf(".", cut.from);
  if (stop < 0 || stop >= cut.to - 2) return [cut];
  const cuts: Cut[] = [];
  let from = cut.from;
  for (const match of text
    .slice(cut.from, cut.to)
    .matchAll(/(?:[\p{Ll}\d]|\p{Lu}{3})\.["'”’)]?\s{1,3}(?=["'“‘(]?\p{Lu})/gu)) {
    const at = cut.from + match.index + match[0].length;
    if (continues(text.slice(Math.max(from, at - 24), at).trimEnd(), text.slice(at, at + 24))) continue;
    cuts.push({ from, to: at });
    from = at;
  }
  return [...cuts, { from, to: cut.to }];
}

function trimmed(text: string, cuts: readonly Cut[]): Cut[] {
  return cuts.flatMap(({ from, to }) => {
    while (from < to && /\s/.test(text[from]!)) from++;
    while (to > from && /\s/.test(text[to - 1]!)) to--;
    return to > from ? [{ from, to }] : [];
  });
}
