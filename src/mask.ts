import { charactersOf, findPersonalData, fold, type PersonalDatum } from "./facts/personal-data/index.ts";

/** The shortest part of a value that is masked: what an excerpt cut in the middle of a value may still show. */
const PART = 6;
const PART_PREVIEW = "••••";

/** The text with every personal value in it replaced by its preview; the same string where there is none. */
export function maskPersonal(text: string): string {
  let masked = "";
  let from = 0;
  for (const { start, end, preview } of findPersonalData(text)) {
    masked += text.slice(from, start) + preview;
    from = end;
  }
  return masked + text.slice(from);
}

/**
 * Makes the mask for all text that is printed about one file. It knows the values of the file and hides them wherever
 * they stand, in any spacing, whole or cut (six characters or more), and what `maskPersonal` finds in the text itself.
 */
export function createMask(
  source: string,
  data: readonly PersonalDatum[] = findPersonalData(source),
): (text: string) => string {
  // What a report quotes comes out of the file: where that has no value, nothing need be looked for in each quotation.
  if (data.length === 0) return (text) => text;
  const folded = fold(source);
  const previews = new Map(data.map(({ start, end, preview }) => [charactersOf(folded.slice(start, end)), preview]));
  const known = knowValues(previews);
  // A short value, or a name with an accent in it, is known by its own letters alone.
  const words = [...new Set(data.map(({ start, end }) => source.slice(start, end)))].filter(
    (word) => charactersOf(word).length < PART || !/^[ -~]*$/.test(word),
  );
  return (text) => maskPersonal(hide(hideWords(text, words), known));
}

/** Hides whole words, wherever they stand by themselves. */
function hideWords(text: string, words: readonly string[]): string {
  let masked = text;
  for (const word of words) {
    for (let at = masked.indexOf(word); at >= 0; at = masked.indexOf(word, at + PART_PREVIEW.length)) {
      const end = at + word.length;
      if (ALONE.test(masked.slice(Math.max(0, at - 1), at)) && ALONE.test(masked.slice(end, end + 1)))
        masked = masked.slice(0, at) + PART_PREVIEW + masked.slice(end);
    }
  }
  return masked;
}

const ALONE = /^[^\p{L}\p{N}]?$/u;

interface Known {
  readonly previews: ReadonlyMap<string, string>;
  /** The lengths that the values have, longest first. */
  readonly lengths: readonly number[];
  /** Every run of six characters of every value, in a row and as a set. */
  readonly all: readonly string[];
  readonly parts: ReadonlySet<string>;
}

function knowValues(previews: ReadonlyMap<string, string>): Known {
  const values = [...previews.keys()];
  const all = values.flatMap((value) =>
    Array.from({ length: value.length - PART + 1 }, (_, at) => value.slice(at, at + PART)),
  );
  const lengths = [...new Set(values.map((value) => value.length))].sort((a, b) => b - a);
  return { previews, lengths, all, parts: new Set(all) };
}

/** The letters and digits of a text are compared, in capitals; a line feed stands for what cannot be in a value. */
function hide(text: string, { previews, lengths, all, parts }: Known): string {
  const folded = fold(text);
  const together = (folded.match(RUN) ?? []).join("");
  const characters = together.replace(/[^0-9a-z]/gi, "\n").toUpperCase();
  if (!all.some((part) => characters.includes(part))) return text;
  const offsets: number[] = [];
  for (const { 0: run, index } of folded.matchAll(RUN))
    for (let at = 0; at < run.length; at++) offsets.push(index + at);
  const isPart = (at: number): boolean => parts.has(characters.slice(at, at + PART));
  const wholeAt = (at: number): string | undefined =>
    lengths.map((length) => characters.slice(at, at + length)).find((value) => previews.has(value));
  let masked = "";
  let from = 0;
  for (let at = 0; at < characters.length;) {
    if (!isPart(at)) {
      at++;
      continue;
    }
    let end = at + (wholeAt(at)?.length ?? PART);
    while (!previews.has(characters.slice(at, end)) && isPart(end - PART + 1)) end++;
    masked += text.slice(from, offsets[at]) + (previews.get(characters.slice(at, end)) ?? PART_PREVIEW);
    from = (offsets[end - 1] ?? 0) + 1;
    at = end;
  }
  return masked + text.slice(from);
}

/** What stands together, with nothing of what may stand inside a value. */
const RUN = /[^\s\u00a0.*`\\–>-]+/g;
