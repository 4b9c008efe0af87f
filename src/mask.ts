import { charactersOf, findPersonalData, fold } from "./facts/personal-data.ts";

/** The shortest part of a value that is masked: what an excerpt cut in the middle of a value may still show. */
const PART = 6;
const PART_PREVIEW = "••••";

const DIGIT = /[0-9\uff10-\uff19]/;

/** The text with every personal value in it replaced by its preview; the same string where there is none. */
export function maskPersonal(text: string): string {
  if (!DIGIT.test(text)) return text;
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
export function createMask(source: string): (text: string) => string {
  const data = findPersonalData(source);
  if (data.length === 0) return maskPersonal;
  const folded = fold(source);
  const previews = new Map(data.map(({ start, end, preview }) => [charactersOf(folded.slice(start, end)), preview]));
  const known = knowValues(previews);
  return (text) => maskPersonal(hide(text, known));
}

interface Known {
  readonly previews: ReadonlyMap<string, string>;
  /** The lengths that the values have, longest first. */
  readonly lengths: readonly number[];
  /** Every run of six characters of every value. */
  readonly parts: ReadonlySet<string>;
}

function knowValues(previews: ReadonlyMap<string, string>): Known {
  const values = [...previews.keys()];
  const parts = values.flatMap((value) =>
    Array.from({ length: value.length - PART + 1 }, (_, at) => value.slice(at, at + PART)),
  );
  const lengths = [...new Set(values.map((value) => value.length))].sort((a, b) => b - a);
  return { previews, lengths, parts: new Set(parts) };
}

function hide(text: string, { previews, lengths, parts }: Known): string {
  const { characters, offsets } = squeeze(text);
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

/** The letters and digits of a text in capitals, with their offsets; a line feed for what cannot stand in a value. */
function squeeze(text: string): { characters: string; offsets: number[] } {
  let characters = "";
  const offsets: number[] = [];
  for (const { 0: character, index } of fold(text).matchAll(/[^\s\u00a0.*`\\–>-]/g)) {
    characters += /[0-9a-z]/i.test(character) ? character.toUpperCase() : "\n";
    offsets.push(index);
  }
  return { characters, offsets };
}
