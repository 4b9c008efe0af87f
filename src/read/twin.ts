import type { HtmlBlock } from "./html-blocks.ts";
import { ProjectionBuilder } from "./projection.ts";

/** A shorter piece that only the HTML has is a button or a label. */
const FEWEST_WORDS = 3;

/** Blocks times characters to search for them. Past this, which no mail reaches, the forms are taken to say the same. */
const MOST_WORK = 2_000_000_000;

export const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** Letters and digits alone: plain text writes marks and addresses of links that HTML has in its tags. */
const bare = (text: string) =>
  text
    .replace(/<?\bhttps?:\/\/[^\s<>]{1,2000}>?/gi, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** What the HTML form of a text says beyond the plain form, sentence by sentence, each an aside. */
export function beyond(blocks: readonly HtmlBlock[], plain: string): HtmlBlock[] {
  const known = bare(plain);
  if (known.length * blocks.length > MOST_WORK) return [];
  return blocks.flatMap((block) => {
    if (block.quoted || (!block.isHidden && known.includes(bare(block.projection.text)))) return [];
    if (block.isHidden) return [block];
    const { text } = block.projection;
    return [...text.matchAll(/\S[^]*?(?:[.!?]["'”’)]?(?=\s)|\n|$)/g)].flatMap(({ 0: piece, index }): HtmlBlock[] => {
      if (wordsIn(piece) < FEWEST_WORDS || known.includes(bare(piece))) return [];
      const end = index + piece.trimEnd().length;
      const projection = new ProjectionBuilder().addFrom(block.projection, index, end).build();
      return [{ ...block, part: "aside", projection }];
    });
  });
}
