/** A word list: the dictionary as one sorted text, one word a line, and the words an organisation adds. */
export class WordList {
  readonly #load: () => Uint8Array;
  readonly #loadExtra: () => ReadonlySet<string>;
  readonly #known = new Map<string, boolean>();
  #bytes: Uint8Array | undefined;
  #extra: ReadonlySet<string> | undefined;

  /** @param load gives the sorted list (UTF-8, in byte order, a line feed after each word); called on first use, as `loadExtra` is */
  constructor(load: () => Uint8Array, loadExtra: () => ReadonlySet<string>) {
    this.#load = load;
    this.#loadExtra = loadExtra;
  }

  /** Whether a word is spelt as the dictionary spells it: as written, in lower case, or with a capital; possessives and hyphens apart. */
  has(word: string): boolean {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const answer = this.#hasAny(word.replaceAll("’", "'").replaceAll("‑", "-"));
    this.#known.set(word, answer);
    return answer;
  }

  /**
   * Words that a misspelt one may stand for: of the same first letter (or the second, where two were swapped), nearly as long, and
   * with most pairs of letters in common; at most 12, the nearest first.
   */
  near(word: string): string[] {
    const wanted = new Set(pairs(word));
    const scored: { candidate: string; score: number }[] = [];
    for (const initial of new Set([word[0]!, word[1] ?? word[0]!])) {
      for (const candidate of this.#beginningWith(initial)) {
        if (Math.abs(candidate.length - word.length) > 2) continue;
        let shared = 0;
        for (let at = 0; at < candidate.length - 1; at++) if (wanted.has(candidate.slice(at, at + 2))) shared++;
        const score = shared - Math.abs(candidate.length - word.length) / 2;
        if (score * 2.5 >= word.length - 2) scored.push({ candidate, score });
      }
    }
    return scored
      .sort((a, b) => b.score - a.score)
      .slice(0, SHORTLIST)
      .map(({ candidate }) => candidate);
  }

  /** The lines that begin with a letter: one stretch of the sorted list. */
  #beginningWith(initial: string): string[] {
    const bytes = this.#list();
    const start = this.#place(ENCODER.encode(initial));
    const end = this.#place(ENCODER.encode(initial + "\u{10FFFF}"));
    return new TextDecoder().decode(bytes.subarray(start, end)).split("\n");
  }

  #hasAny(word: string): boolean {
    if (this.#hasForm(word)) return true;
    const stem = word.replace(/(?:'s|s')$/i, (ending) => (ending.startsWith("'") ? "" : "s"));
    if (stem !== word && this.#hasForm(stem)) return true;
    const prefix = PREFIX.exec(word)?.[0];
    if (prefix !== undefined && word.length - prefix.length >= 4 && this.#hasForm(word.slice(prefix.length)))
      return true;
    const parts = word.split("-");
    return parts.length > 1 && parts.every((part) => part === "" || /\d/.test(part) || this.#hasAny(part));
  }

  #hasForm(word: string): boolean {
    const lower = word.toLowerCase();
    return this.#hasExact(word) || (lower !== word && this.#hasExact(lower)) || this.#hasExact(capitalised(lower));
  }

  #hasExact(word: string): boolean {
    return this.#search(ENCODER.encode(word)) || (this.#extra ??= this.#loadExtra()).has(word);
  }

  #list(): Uint8Array {
    return (this.#bytes ??= this.#load());
  }

  #search(word: Uint8Array): boolean {
    const bytes = this.#list();
    const start = this.#place(word);
    return bytes[start + word.length] === LINE_FEED && word.every((byte, at) => bytes[start + at] === byte);
  }

  /** Binary search over lines in byte order: where the first line begins that does not come before `word`. */
  #place(word: Uint8Array): number {
    const bytes = this.#list();
    let low = 0;
    let high = bytes.length;
    while (low < high) {
      let start = (low + high) >> 1;
      while (start > low && bytes[start - 1] !== LINE_FEED) start--;
      const end = bytes.indexOf(LINE_FEED, start);
      if (compare(word, bytes, start, end < 0 ? high : end) <= 0) high = start;
      else low = end < 0 ? high : end + 1;
    }
    return low;
  }
}

const ENCODER = new TextEncoder();
const SHORTLIST = 12;
/** These make a word of nearly every word: "redelivery", "unticked". */
const PREFIX = /^(?:re|un|non|pre|mis|over|under|multi)/i;
const LINE_FEED = 10;

function compare(word: Uint8Array, bytes: Uint8Array, start: number, end: number): number {
  const length = Math.min(word.length, end - start);
  for (let at = 0; at < length; at++) {
    const difference = word[at]! - bytes[start + at]!;
    if (difference !== 0) return difference;
  }
  return word.length - (end - start);
}

const capitalised = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

function pairs(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));
}
