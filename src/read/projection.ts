import type { Piece, Range } from "../model.ts";

/** The text that a reader sees of one block, and where each piece of it stands. */
export interface Projection {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Soft hyphen, zero-width space, word joiner. */
const INVISIBLE = /[\u00ad\u200b\u2060]/;
const VISIBLE = /[^\u00ad\u200b\u2060]+/g;

/** Collects pieces in order. Neighbouring one-to-one pieces become one. */
export class ProjectionBuilder {
  #text = "";
  readonly #pieces: Piece[] = [];

  get length(): number {
    return this.#text.length;
  }

  /** Adds text that stands at [start, end) of the file, without the soft hyphens and the like that only tell where a line may end. */
  add(text: string, start: number, end: number): this {
    if (!INVISIBLE.test(text)) return this.#addSeen(text, start, end);
    if (text.length !== end - start) return this.#addSeen(text.split(INVISIBLE).join(""), start, end);
    for (const { 0: run, index } of text.matchAll(VISIBLE))
      this.#addSeen(run, start + index, start + index + run.length);
    return this;
  }

  #addSeen(text: string, start: number, end: number): this {
    if (text === "") return this;
    const last = this.#pieces.at(-1);
    const straight = text.length === end - start;
    if (last && straight && last.end === start && last.length === last.end - last.start) {
      this.#pieces[this.#pieces.length - 1] = { ...last, length: last.length + text.length, end };
    } else {
      this.#pieces.push({ at: this.#text.length, length: text.length, start, end });
    }
    this.#text += text;
    return this;
  }

  /** Adds [from, to) of another projection, with its pieces. */
  addFrom(projection: Projection, from: number, to: number): this {
    const { text, pieces } = projection;
    for (let index = indexAt(pieces, from); index < pieces.length && pieces[index]!.at < to; index++) {
      const piece = pieces[index]!;
      const begin = Math.max(from, piece.at);
      const end = Math.min(to, piece.at + piece.length);
      const { start } = isStraight(piece) ? { start: piece.start + begin - piece.at } : piece;
      if (begin < end) this.add(text.slice(begin, end), start, isStraight(piece) ? start + end - begin : piece.end);
    }
    return this;
  }

  build(): Projection {
    return { text: this.#text, pieces: this.#pieces };
  }
}

/** The range of the file behind [from, to) of the projected text; an empty stretch gives an empty range. */
export function toSource({ pieces }: { readonly pieces: readonly Piece[] }, from: number, to: number): Range {
  if (pieces.length === 0) return { start: 0, end: 0 };
  const first = pieces[indexAt(pieces, from)]!;
  const start = isStraight(first) ? first.start + Math.min(from - first.at, first.length) : first.start;
  if (to <= from) return { start, end: start };
  const last = pieces[indexAt(pieces, to - 1)]!;
  return { start, end: isStraight(last) ? last.start + (to - last.at) : last.end };
}

/** How far [from, to) of the projected text stands from its place in the file, where it stands there as it is; else `undefined`. */
export function shiftOf({ pieces }: Projection, from: number, to: number): number | undefined {
  const piece = pieces[indexAt(pieces, from)];
  return piece && isStraight(piece) && to <= piece.at + piece.length ? piece.start - piece.at : undefined;
}

const isStraight = (piece: Piece) => piece.length === piece.end - piece.start;

function indexAt(pieces: readonly Piece[], at: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.at <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
