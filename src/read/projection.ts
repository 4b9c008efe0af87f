import type { Range } from "../model.ts";

/**
 * The text that a reader sees of one block, and where each piece of it stands in the file.
 * A piece of equal length maps one to one; a shorter one (an entity, a line end with its indent) maps as a whole.
 */
export interface Projection {
  readonly text: string;
  readonly pieces: readonly Piece[];
}
export interface Piece {
  /** Where the piece begins in `text`. */
  readonly at: number;
  readonly length: number;
  /** Where it stands in the file. */
  readonly start: number;
  readonly end: number;
}

/** Collects pieces in order. Neighbouring one-to-one pieces become one. */
export class ProjectionBuilder {
  #text = "";
  readonly #pieces: Piece[] = [];

  get length(): number {
    return this.#text.length;
  }

  /** Adds text that stands at [start, end) of the file. */
  add(text: string, start: number, end: number): this {
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

  build(): Projection {
    return { text: this.#text, pieces: this.#pieces };
  }
}

/** The range of the file behind [from, to) of the projected text; an empty stretch gives an empty range. */
export function toSource(projection: Projection, from: number, to: number): Range {
  if (projection.pieces.length === 0) return { start: 0, end: 0 };
  const first = pieceAt(projection.pieces, from);
  const start = isStraight(first) ? first.start + Math.min(from - first.at, first.length) : first.start;
  if (to <= from) return { start, end: start };
  const last = pieceAt(projection.pieces, to - 1);
  return { start, end: isStraight(last) ? last.start + (to - last.at) : last.end };
}

const isStraight = (piece: Piece) => piece.length === piece.end - piece.start;

function pieceAt(pieces: readonly Piece[], at: number): Piece {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.at <= at) low = middle;
    else high = middle - 1;
  }
  return pieces[low]!;
}
