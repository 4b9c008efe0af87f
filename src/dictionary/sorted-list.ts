/** The words of one length: their number, and where the first stands in the bytes. */
interface Shelf {
  readonly start: number;
  readonly count: number;
}

const LINE_FEED = 10;
const SHORTLIST = 20;
/** Twice the part of the pairs that must be in common: two in five. */
const LEAST_IN_COMMON = 0.8;
/** Characters of ASCII: a pair of them is a number below its square. */
const CHARACTERS = 128;

/**
 * Words of ASCII characters as bytes for `SortedList`: first how many words there are of each length from 0, then the words, by
 * length and in byte order, a line feed after each. Words of one length lie at equal distances, so that a search need not look for
 * their beginnings.
 */
export function packWords(words: Iterable<string>): string {
  const shelves: string[][] = [];
  for (const word of new Set(words)) (shelves[word.length] ??= []).push(word);
  const lines = Array.from(shelves, (shelf = []) => shelf.sort());
  return `${lines.map((shelf) => shelf.length).join(" ")}\n${lines.flat().join("\n")}\n`;
}

/** A list that `packWords` made, searched where it lies. */
export class SortedList {
  readonly #bytes: Uint8Array;
  readonly #shelves: readonly Shelf[];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    let start = bytes.indexOf(LINE_FEED) + 1;
    const counts = new TextDecoder().decode(bytes.subarray(0, start)).split(" ").map(Number);
    this.#shelves = counts.map((count, length) => {
      const shelf = { start, count };
      start += count * (length + 1);
      return shelf;
    });
  }

  has(word: string): boolean {
    const shelf = this.#shelves[word.length];
    if (!shelf) return false;
    const place = this.#place(word, word.length, shelf);
    return place < shelf.start + shelf.count * (word.length + 1) && this.#compare(word, place) === 0;
  }

  /**
   * Words with the same first letter (or the second, where two were swapped), at most two letters longer or shorter, and with most
   * pairs of letters in common; at most 20, those with the most first.
   */
  near(word: string): string[] {
    const bytes = this.#bytes;
    const wanted = new Uint8Array(CHARACTERS * CHARACTERS);
    for (let at = 1; at < word.length; at++) wanted[pairOf(word.charCodeAt(at - 1), word.charCodeAt(at))] = 1;
    const least = Math.ceil((word.length - 2) * LEAST_IN_COMMON);
    /** Places by twice the score: two for each pair in common, less one for each letter more or fewer. */
    const places: number[][] = [];
    for (const initial of new Set(word.slice(0, 2))) {
      for (let length = Math.max(2, word.length - 2); length <= word.length + 2; length++) {
        const shelf = this.#shelves[length];
        if (!shelf) break;
        const end = this.#place(`${initial}~`, length, shelf);
        const penalty = Math.abs(length - word.length);
        for (let place = this.#place(initial, length, shelf); place < end; place += length + 1) {
          let score = -penalty;
          for (let at = place + 1; at < place + length; at++) score += 2 * wanted[pairOf(bytes[at - 1]!, bytes[at]!)]!;
          if (score >= least) (places[score] ??= []).push(place);
        }
      }
    }
    const best: number[] = [];
    for (let score = places.length - 1; score >= 0 && best.length < SHORTLIST; score--)
      best.push(...(places[score] ?? []));
    return best.slice(0, SHORTLIST).map((place) => this.#wordAt(place));
  }

  #wordAt(place: number): string {
    return String.fromCharCode(...this.#bytes.subarray(place, this.#bytes.indexOf(LINE_FEED, place)));
  }

  /** Binary search: where the first word of a length stands that does not come before `word`, or the end of the shelf. */
  #place(word: string, length: number, { start, count }: Shelf): number {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(word, start + middle * (length + 1)) > 0) low = middle + 1;
      else high = middle;
    }
    return start + low * (length + 1);
  }

  /** Negative where `word` comes before what stands at a place, 0 where that begins with it. */
  #compare(word: string, place: number): number {
    for (let at = 0; at < word.length; at++) {
      const difference = word.charCodeAt(at) - this.#bytes[place + at]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }
}

const pairOf = (first: number, second: number) => (first % CHARACTERS) * CHARACTERS + (second % CHARACTERS);
