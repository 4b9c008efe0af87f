import type { Block } from "./document.ts";
import { ProjectionBuilder } from "./projection.ts";

/**
 * What a text must not have for paragraphs and items of a list to be all that Markdown sees in it: a mark, a line or item that begins
 * like a numbered list, a heading, a quotation or a fence, or white space at either end of a line or item. Brackets with neither an
 * address nor a definition behind them, "&" that begins no entity, and "_" inside a word are no marks.
 */
const MARKED =
  /[*`<\\|\0]|\][(:[]|&#?\w{1,40};|_(?:(?<![A-Za-z\d]_)|(?![A-Za-z\d]))|(?:^|[\r\n])(?:- )?(?:[^\S\r\n]|[#>+=~-](?<!(?:^|[\r\n])-(?= \S))|\d{1,9}[.)])|[^\S\r\n](?:[\r\n]|$)/;

const LINE_END = /^(?:\r\n?|\n)$/;

/** Whether a Markdown text is plain paragraphs and items, so that the Markdown parser would find nothing else in it. */
export const isUnmarked = (text: string) => !MARKED.test(text);

/** The blocks of an unmarked text: lines between empty lines, and what follows a "- ". */
export function readParagraphs(text: string): Block[] {
  const blocks: Block[] = [];
  let open = new ProjectionBuilder();
  let kind: Block["kind"] = "paragraph";
  let end = 0;
  const close = () => {
    if (open.length > 0) blocks.push({ kind, projection: open.build(), quoted: false });
    open = new ProjectionBuilder();
  };
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const bullet = line.startsWith("- ") ? 2 : 0;
    if (open.length > 0 && bullet === 0 && LINE_END.test(text.slice(end, index))) open.add("\n", end, index);
    else {
      close();
      kind = bullet > 0 ? "item" : "paragraph";
    }
    end = index + line.length;
    open.add(line.slice(bullet), index + bullet, end);
  }
  close();
  return blocks;
}
