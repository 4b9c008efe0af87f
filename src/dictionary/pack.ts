import type { Compiled, Lines } from "./model.ts";

/** What stands in the first line; the rest has a line for each branch, program, entry and list. */
interface Head extends Pick<Compiled, "keys" | "guards" | "classes"> {
  readonly branches: number;
  readonly entries: number;
  /** Names of the lists. */
  readonly lists: readonly string[];
}

/**
 * Compiled dictionaries as one text of ASCII characters, which is read much faster than others. The second line says where each
 * line after it begins, counted from the first of them, in figures of one width: a place is read when its line is asked for.
 */
export function packDictionaries({ branches, programs, entries, lists, ...rest }: Compiled): string {
  const head: Head = {
    ...rest,
    branches: branches.length,
    entries: entries.length,
    lists: Object.keys(lists),
  };
  const lines = [...[branches, programs, entries].flatMap(toArray), ...Object.values(lists)].map(toAscii);
  return [toAscii(JSON.stringify(head)), startsOf(lines), ...lines].join("\n");
}

/** The dictionaries of a packed text. Most of its lines are never asked for, so none is cut out before it is. */
export function unpackDictionaries(text: string): Compiled {
  const headEnd = text.indexOf("\n");
  const { branches, entries, lists, ...rest } = JSON.parse(text.slice(0, headEnd)) as Head;
  const places = headEnd + 1;
  const origin = places + (branches + 2 * entries + lists.length + 1) * WIDTH + 1;
  const startOf = (line: number) => origin + Number(text.slice(places + line * WIDTH, places + (line + 1) * WIDTH));
  let from = 0;
  const take = (count: number): Lines => {
    const first = from;
    from += count;
    return {
      length: count,
      at: (index) => (index < count ? text.slice(startOf(first + index), startOf(first + index + 1) - 1) : undefined),
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

/** Figures of a place. */
const WIDTH = 8;

/** Where each line begins, and where the one after the last would. */
function startsOf(lines: readonly string[]): string {
  let start = 0;
  const starts = lines.map(({ length }) => {
    const own = start;
    start += length + 1;
    return own;
  });
  return [...starts, start].map((place) => String(place).padStart(WIDTH, "0")).join("");
}

const toArray = (lines: Lines) => Array.from({ length: lines.length }, (_, index) => lines.at(index)!);

function toAscii(json: string): string {
  return json.replace(/[^\0-\x7F]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
