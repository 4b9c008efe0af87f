import type { PartName, UnitKind } from "../model.ts";
import type { Block, Document } from "../read/document.ts";
import { type Projection, toSource } from "../read/projection.ts";

/** One line of a block as a reader sees it, with its place in the block's text and in the file. */
export interface Line {
  readonly block: number;
  readonly kind: UnitKind;
  readonly quoted: boolean;
  readonly part: PartName | undefined;
  readonly projection: Projection;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** First or last line of its block. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** The lines of all blocks, in order; blank ones are left out. */
export function linesOf(document: Document): Line[] {
  return document.blocks.flatMap((block, number) => linesOfBlock(block, number));
}

function linesOfBlock({ kind, quoted, part, projection }: Block, block: number): Line[] {
  const { text: whole } = projection;
  const end = whole.trimEnd().length;
  const lines: Line[] = [];
  for (let from = 0; from < end;) {
    const lineEnd = whole.indexOf("\n", from);
    const to = lineEnd < 0 ? whole.length : lineEnd;
    const text = whole.slice(from, to).trim();
    if (text) {
      const places = { from, to, ...toSource(projection, from, to) };
      lines.push({
        block,
        kind,
        quoted,
        part,
        projection,
        ...places,
        text,
        isFirst: lines.length === 0,
        isLast: to >= end,
      });
    }
    from = to + 1;
  }
  return lines;
}
