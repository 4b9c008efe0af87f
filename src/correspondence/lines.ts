import type { UnitKind } from "../model.ts";
import type { Block, Document } from "../read/document.ts";
import { type Projection, toSource } from "../read/projection.ts";

/** One line of a block as a reader sees it, with its place in the block's text and in the file. */
export interface Line {
  readonly block: number;
  readonly kind: UnitKind;
  readonly quoted: boolean;
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

function linesOfBlock({ kind, quoted, projection }: Block, block: number): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from <= projection.text.length;) {
    const lineEnd = projection.text.indexOf("\n", from);
    const to = lineEnd < 0 ? projection.text.length : lineEnd;
    const text = projection.text.slice(from, to).trim();
    if (text)
      lines.push({
        block,
        kind,
        quoted,
        projection,
        from,
        to,
        text,
        ...toSource(projection, from, to),
        isFirst: false,
        isLast: false,
      });
    from = to + 1;
  }
  return lines.map((line, i) => ({ ...line, isFirst: i === 0, isLast: i === lines.length - 1 }));
}
