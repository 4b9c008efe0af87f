import type { Compiled } from "./model.ts";

/** What stands in the first line; the rest has a line for each branch, program, entry and list. */
interface Head extends Pick<Compiled, "keys" | "guards" | "classes"> {
  readonly branches: number;
  readonly entries: number;
  /** Names of the lists. */
  readonly lists: readonly string[];
}

/** Compiled dictionaries as one text of ASCII characters, which is read much faster than others. */
export function packDictionaries({ branches, programs, entries, lists, ...rest }: Compiled): string {
  const head: Head = {
    ...rest,
    branches: branches.length,
    entries: entries.length,
    lists: Object.keys(lists),
  };
  return [JSON.stringify(head), ...branches, ...programs, ...entries, ...Object.values(lists)].map(toAscii).join("\n");
}

/** The dictionaries of a packed text. */
export function unpackDictionaries(text: string): Compiled {
  const lines = text.split("\n");
  const { branches, entries, lists, ...rest } = JSON.parse(lines[0]!) as Head;
  let at = 1;
  const take = (count: number) => lines.slice(at, (at += count));
  return {
    ...rest,
    branches: take(branches),
    programs: take(entries),
    entries: take(entries),
    lists: Object.fromEntries(take(lists.length).map((list, number) => [lists[number]!, list])),
  };
}

function toAscii(json: string): string {
  return json.replace(/[^\0-\x7F]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
