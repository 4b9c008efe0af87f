/** Long patterns in parts that can be read: the alternatives of a group each on a line of its own. */

/** Several patterns as the alternatives of one. */
export function ways(patterns: readonly (RegExp | string)[]): string {
  return patterns.map((pattern) => (typeof pattern === "string" ? pattern : pattern.source)).join("|");
}

/** Parts of a pattern one after the other; where one can go several ways, they are given as an array. */
export function inTurn(...parts: readonly (RegExp | string | readonly (RegExp | string)[])[]): string {
  return parts
    .map((part) => (typeof part === "object" && "length" in part ? `(?:${ways(part)})` : ways([part])))
    .join("");
}

/** Words with spaces between them as the alternatives of a pattern. */
export function oneOf(words: string): string {
  return words.replaceAll(" ", "|");
}

/** Any of several ways to say something, in capitals or not. */
export function anyOf(patterns: readonly (RegExp | string)[], flags = "i"): RegExp {
  return new RegExp(ways(patterns), flags);
}
