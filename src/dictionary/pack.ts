import type { Compiled } from "./model.ts";

/** Compiled dictionaries as one text: a line for the index and the lists, then a line for each branch and each entry. */
export function packDictionaries({ entries, branches, ...rest }: Compiled): string {
  return [JSON.stringify(rest), ...branches, ...entries].join("\n");
}

/** The dictionaries of a packed text. */
export function unpackDictionaries(text: string): Compiled {
  const [head = "{}", ...lines] = text.split("\n");
  const rest = JSON.parse(head) as Omit<Compiled, "entries" | "branches">;
  const branches = lines.splice(0, Object.keys(rest.index).length);
  return { ...rest, branches, entries: lines };
}
