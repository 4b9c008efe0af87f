import type { PartName, UnitKind } from "../model.ts";
import type { Element } from "./html-elements.ts";
import { type Projection, ProjectionBuilder } from "./projection.ts";

/** One block of the prose of an HTML text; its places are offsets of that text. */
export interface HtmlBlock {
  readonly kind: UnitKind;
  readonly quoted: boolean;
  readonly part: PartName | undefined;
  /** Not shown to the reader: a preheader, or text that a style hides. */
  readonly isHidden: boolean;
  readonly projection: Projection;
}

/** A block that is being read. */
export interface Draft {
  readonly element: Element;
  readonly builder: ProjectionBuilder;
  /** More than a line end stands before it. */
  readonly isApart: boolean;
  /** All of it so far. */
  isBold: boolean;
}

const BLANK = /^(?:\s|\u034f|[\u00ad\u200b-\u200f\u2060\ufeff])*$/;
/** A line of more words is no line of a signature or an address. */
const LINE_WORDS = 8;
/** A longer block of lines, in characters, is no signature either. */
const LONGEST_LINES = 1000;
/** A heading of more is a paragraph in bold. */
const HEADING_WORDS = 12;
/** A cell of more is a paragraph in a table that serves as layout. */
const CELL_WORDS = 25;

/** Makes blocks of what was read: short lines in a row become one block, cells of a real table are cells, bold lines headings. */
export function shape(drafts: readonly Draft[]): HtmlBlock[] {
  const real = realRows(drafts);
  const blocks: HtmlBlock[] = [];
  let last: Draft | undefined;
  let isApart = false;
  for (const draft of drafts) {
    const projection = draft.builder.build();
    isApart ||= draft.isApart;
    if (BLANK.test(projection.text)) {
      isApart = true;
      continue;
    }
    const block = blockOf(draft, projection, real);
    const before = blocks.at(-1);
    if (before && !isApart && last?.element.cell === draft.element.cell && areLines(before, block))
      blocks[blocks.length - 1] = { ...before, projection: join(before.projection, projection) };
    else blocks.push(block);
    last = draft;
    isApart = false;
  }
  return blocks;
}

function blockOf({ element, isBold }: Draft, projection: Projection, real: ReadonlySet<number>): HtmlBlock {
  const { text } = projection;
  const { name, isQuoted, isHidden } = element;
  const size = wordsIn(text);
  const isTitle = name === "title";
  let kind = isTitle ? "heading" : element.kind;
  if (kind === "paragraph" && real.has(element.row) && size <= CELL_WORDS) kind = "cell";
  if (kind === "paragraph" && isBold && size <= HEADING_WORDS && !/[\n.!?,:;]/.test(text)) kind = "heading";
  return { kind, quoted: isQuoted, part: isTitle ? "aside" : undefined, isHidden, projection };
}

const wordsIn = (text: string) => text.split(/\s+/).length;

/** Rows with text in two cells or more; other tables are layout. */
function realRows(drafts: readonly Draft[]): ReadonlySet<number> {
  const cells = new Map<number, number>();
  const real = new Set<number>();
  for (const { element, builder } of drafts) {
    if (element.row === 0 || element.isHidden || BLANK.test(builder.build().text)) continue;
    const known = cells.get(element.row);
    if (known !== undefined && known !== element.cell) real.add(element.row);
    cells.set(element.row, element.cell);
  }
  return real;
}

/** Whether two blocks are short lines of one: mail programs write each line as a block. */
function areLines(before: HtmlBlock, block: HtmlBlock): boolean {
  return (
    before.kind === "paragraph" &&
    block.kind === "paragraph" &&
    before.quoted === block.quoted &&
    before.isHidden === block.isHidden &&
    before.projection.text.length < LONGEST_LINES &&
    [before.projection.text.slice(before.projection.text.lastIndexOf("\n") + 1), block.projection.text].every(
      (text) => wordsIn(text) <= LINE_WORDS && !/[.!?:]["'”’)]?$/.test(text),
    )
  );
}

function join(before: Projection, after: Projection): Projection {
  const start = before.pieces.at(-1)!.end;
  return new ProjectionBuilder()
    .addFrom(before, 0, before.text.length)
    .add("\n", start, Math.max(start, after.pieces[0]!.start))
    .addFrom(after, 0, after.text.length)
    .build();
}
