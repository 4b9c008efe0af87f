import type { Block } from "./document.ts";
import { ProjectionBuilder } from "./projection.ts";

/**
 * What a text must not have for its paragraphs to be all that Markdown sees in it: a mark, a line that begins like a list, a heading,
 * a quotation or a fence, or white space at either end of a line.
 */
const MARKED = /[*_`<&\\[\]|\0]|(?:^|[\r\n])(?:[^\S\r\n]|[#>+=~-]|\d{1,9}[.)])|[^\S\r\n](?:[\r\n]|$)/;

const LINE_END = /^(?:\r\n?|\n)$/;

/** Whether a Markdown text is plain paragraphs, so that the Markdown parser would find nothing else in it. */
export const isUnmarked = (text: string) => !MARKED.test(text);

/** The paragraphs of an unmarked text: lines between empty lines. */
export function readParagraphs(text: string): Block[] {
  const blocks: Block[] = [];
  let open = new ProjectionBuilder();
  let end = 0;
  const close = () => {
    if (open.length > 0) blocks.push({ kind: "paragraph", projection: open.build(), quoted: false });
    open = new ProjectionBuilder();
  };
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    if (open.length > 0 && LINE_END.test(text.slice(end, index))) open.add("\n", end, index);
    else close();
    end = index + line.length;
    open.add(line, index, end);
  }
  close();
  return blocks;
}
