import { SortedList } from "./sorted-list.ts";

/** A word list: the dictionary, and the words that an organisation adds. */
export class WordList {
  readonly #load: () => string;
  readonly #loadExtra: () => Words;
  readonly #known = new Map<string, boolean>();
  #list: SortedList | undefined;
  #extra: Words | undefined;

  /** @param load gives the list as `packWords` made it; called on first use, as `loadExtra` is */
  constructor(load: () => string, loadExtra: () => Words) {
    this.#load = load;
    this.#loadExtra = loadExtra;
  }

  /**
   * Whether a word is spelt as the dictionary spells it: as written, in lower case, or with a capital; possessives and hyphens apart.
   * What is too long to be a word passes.
   */
  has(word: string): boolean {
    if (word.length > LONGEST_WORD) return true;
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const answer = this.#hasAny(word.replaceAll("’", "'").replaceAll("‑", "-"));
    this.#known.set(word, answer);
    return answer;
  }

  /** Whether a word in small letters is one of the language and no name: "cross", not "langdon". */
  isCommon(word: string): boolean {
    return this.#hasExact(word);
  }

  /** Words of the dictionary that look like a misspelt one, the likeliest first. */
  near(word: string): string[] {
    return word.length > LONGEST_WORD ? [] : this.#sorted().near(word);
  }

  #hasAny(word: string): boolean {
    if (this.#hasForm(word)) return true;
    const stem = word.replace(/(?:'s|s')$/i, (ending) => (ending.startsWith("'") ? "" : "s"));
    if (stem !== word && this.#hasForm(stem)) return true;
    const prefix = PREFIX.exec(word)?.[0];
    if (
      prefix !== undefined &&
      word.length - prefix.length >= SHORTEST_STEM &&
      this.#hasForm(word.slice(prefix.length))
    )
      return true;
    const parts = word.split("-");
    return parts.length > 1 && parts.every((part) => part === "" || /\d/.test(part) || this.#hasAny(part));
  }

  #hasForm(word: string): boolean {
    const lower = word.toLowerCase();
    return this.#hasExact(word) || (lower !== word && this.#hasExact(lower)) || this.#hasExact(capitalised(lower));
  }

  #hasExact(word: string): boolean {
    return this.#sorted().indexOf(word) >= 0 || (this.#extra ??= this.#loadExtra()).has(word);
  }

  #sorted(): SortedList {
    return (this.#list ??= new SortedList(this.#load()));
  }
}

type Words = Pick<ReadonlySet<string>, "has">;

const LONGEST_WORD = 40;
/** A shorter stem after a prefix is more often a slip than a word: "resons", "presure", "misstake". */
const SHORTEST_STEM = 7;
/** These make a word of nearly every word: "redelivery", "unticked". */
const PREFIX = /^(?:re|un|non|pre|mis|over|under|multi)/i;

const capitalised = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
