import type { Compiled, Lines } from "./model.ts";

/** What stands in the first line; the rest has a line for each branch, program, entry and list. */
interface Head extends Pick<Compiled, "keys" | "guards" | "classes"> {
  readonly branches: number;
  readonly entries: number;
  /** Names of the lists. */
  readonly lists: readonly string[];
}

/**
 * Compiled dictionaries as one text of ASCII characters, which is read much faster than others. The second line says how long each
 * line after it is.
 */
export function packDictionaries({ branches, programs, entries, lists, ...rest }: Compiled): string {
  const head: Head = {
    ...rest,
    branches: branches.length,
    entries: entries.length,
    lists: Object.keys(lists),
  };
  const lines = [...[branches, programs, entries].flatMap(toArray), ...Object.values(lists)].map(toAscii);
  return [toAscii(JSON.stringify(head)), JSON.stringify(lines.map(({ length }) => length)), ...lines].join("\n");
}

/** The dictionaries of a packed text. Most of its lines are never asked for, so none is cut out before it is. */
export function unpackDictionaries(text: string): Compiled {
  const headEnd = text.indexOf("\n");
  const lengthsEnd = text.indexOf("\n", headEnd + 1);
  const { branches, entries, lists, ...rest } = JSON.parse(text.slice(0, headEnd)) as Head;
  const starts = startsOf(JSON.parse(text.slice(headEnd + 1, lengthsEnd)) as number[], lengthsEnd + 1);
  let from = 0;
  const take = (count: number): Lines => {
    const first = from;
    from += count;
    return {
      length: count,
      at: (index) => (index < count ? text.slice(starts[first + index], starts[first + index + 1]! - 1) : undefined),
    };
  };
  const [ownBranches, programs, ownEntries, texts] = [branches, entries, entries, lists.length].map(take);
  return {
    ...rest,
    branches: ownBranches!,
    programs: programs!,
    entries: ownEntries!,
    lists: Object.fromEntries(lists.map((name, number) => [name, texts!.at(number)!])),
  };
}

/** Where each line begins, and where the one after the last would. */
function startsOf(lengths: readonly number[], first: number): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  let start = first;
  for (let line = 0; line < lengths.length; line++) {
    starts[line] = start;
    start += lengths[line]! + 1;
  }
  starts[lengths.length] = start;
  return starts;
}

const toArray = (lines: Lines) => Array.from({ length: lines.length }, (_, index) => lines.at(index)!);

function toAscii(json: string): string {
  return json.replace(/[^\0-\x7F]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
