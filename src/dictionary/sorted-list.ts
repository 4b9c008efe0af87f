/** The words of one length: how many words are shorter, where the first stands in the text, and how many there are. */
interface Shelf {
  readonly before: number;
  readonly start: number;
  readonly count: number;
}

const NO_SHELF: Shelf = { before: 0, start: 0, count: 0 };
/** The most words that `near` gives. */
const SHORTLIST = 20;
/** Twice the part of the pairs that must be in common: two in five. */
const LEAST_IN_COMMON = 0.8;
/** Characters of ASCII; `near` takes others for one of them. */
const CHARACTERS = 128;

/**
 * Words as the text of a `SortedList`: first how many there are of each length from 0, then the words, by length and in order, a
 * line feed after each. Words of one length lie at equal distances, so that a search need not look for where they begin.
 */
export function packWords(words: Iterable<string>): string {
  const unique = [...new Set(words)].sort();
  const longest = Math.max(0, ...new Set(unique.map(({ length }) => length)));
  const sorted = Array.from({ length: longest + 1 }, (_, length) => unique.filter((word) => word.length === length));
  return `${sorted.map((shelf) => shelf.length).join(" ")}\n${sorted.flat().join("\n")}\n`;
}

/** A list that `packWords` made, searched where it lies: nothing is made of it beforehand. */
export class SortedList {
  readonly #text: string;
  readonly #shelves: readonly Shelf[];

  constructor(text: string) {
    this.#text = text;
    let before = 0;
    let start = text.indexOf("\n") + 1;
    const counts = text.slice(0, start).split(" ").map(Number);
    this.#shelves = counts.map((count, length) => {
      const shelf = { before, start, count };
      before += count;
      start += count * (length + 1);
      return shelf;
    });
  }

  /** The place of a word in the list, counted from 0; -1 where it is not in it. */
  indexOf(word: string): number {
    const shelf = this.#shelves[word.length];
    if (!shelf) return -1;
    const place = this.#search(word, word.length, shelf);
    const isHere = place < shelf.count && this.#text.startsWith(word, shelf.start + place * (word.length + 1));
    return isHere ? shelf.before + place : -1;
  }

  /** The word at a place in the list. */
  at(index: number): string {
    const length = this.#shelves.findIndex(({ before, count }) => index < before + count);
    const { before, start } = this.#shelves[length]!;
    const from = start + (index - before) * (length + 1);
    return this.#text.slice(from, from + length);
  }

  /**
   * Words with the same first letter (or the second, where two were swapped), at most two letters longer or shorter, that have a third
   * of the word as it stands and most of its pairs of letters; at most 20, those with the most first.
   */
  near(word: string): string[] {
    const wanted = new Uint8Array(CHARACTERS * CHARACTERS);
    for (let at = 1; at < word.length; at++) wanted[pairAt(word, at)] = 1;
    const least = Math.ceil((word.length - 2) * LEAST_IN_COMMON);
    /** By twice the score: two for each pair in common, less one for each letter more or fewer. */
    const found: string[][] = [];
    for (const initial of new Set(word.slice(0, 2))) {
      for (let length = Math.max(2, word.length - 2); length <= word.length + 2; length++) {
        const penalty = Math.abs(length - word.length);
        for (const candidate of this.#withPart(thirdsOf(word), initial, length)) {
          let score = -penalty;
          for (let at = 1; at < length; at++) score += 2 * wanted[pairAt(candidate, at)]!;
          if (score >= least) (found[score] ??= []).push(candidate);
        }
      }
    }
    return Object.values(found).toReversed().flat().slice(0, SHORTLIST);
  }

  /** Words of a length and with a first letter that have one of the parts. `indexOf` leads to them faster than a look at each. */
  #withPart(parts: readonly string[], initial: string, length: number): Set<string> {
    const shelf = this.#shelves[length] ?? NO_SHELF;
    const [from, to] = [initial, `${initial}~`].map(
      (word) => shelf.start + this.#search(word, length, shelf) * (length + 1),
    );
    const words = this.#text.slice(from, to);
    const found = new Set<string>();
    for (const part of parts) {
      for (let at = words.indexOf(part); at >= 0; at = words.indexOf(part, at)) {
        at -= at % (length + 1);
        found.add(words.slice(at, at + length));
        at += length;
      }
    }
    return found;
  }

  /** Binary search: how many words of a shelf come before `word`. */
  #search(word: string, length: number, { start, count }: Shelf): number {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      const from = start + middle * (length + 1);
      if (this.#text.slice(from, from + word.length) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The beginning, the middle and the end: two slips leave one of them whole. */
function thirdsOf(word: string): string[] {
  const third = word.length / 3;
  return [0, 1, 2].map((part) => word.slice(Math.round(part * third), Math.round((part + 1) * third))).filter(Boolean);
}

/** A number for the character at a place and the one before it. */
function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at - 1) % CHARACTERS) * CHARACTERS + (text.charCodeAt(at) % CHARACTERS);
}
