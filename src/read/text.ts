import type { Block } from "./document.ts";
import { ProjectionBuilder } from "./projection.ts";

/** "- ", "* ", "• ", "1. ", "(a) ": opens a list item. */
const BULLET = /^(?:[-*•–·o]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]+(?=\S)/;
const QUOTE = /^(?:[ \t]{0,3}>)+[ \t]?/;

/**
 * Blocks of plain text: lines between blank lines, with each list item a block. Line ends stay in the text as "\n".
 * @param base where the text begins in the source
 */
export function readText(text: string, base = 0): Block[] {
  const blocks: Block[] = [];
  let open: { builder: ProjectionBuilder; quoted: boolean; item: boolean } | undefined;
  const close = () => {
    if (open && open.builder.length > 0) {
      blocks.push({ kind: open.item ? "item" : "paragraph", projection: open.builder.build(), quoted: open.quoted });
    }
    open = undefined;
  };
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+|\r\n?|\n/g)) {
    if (/^[\r\n]/.test(line)) {
      if (isBlankBefore(text, index)) close();
      continue;
    }
    const quoted = QUOTE.exec(line)?.[0] ?? "";
    const rest = line.slice(quoted.length);
    const content = rest.trim();
    if (content === "") {
      close();
      continue;
    }
    const indent = rest.length - rest.trimStart().length;
    const bullet = BULLET.exec(content)?.[0] ?? "";
    if (bullet || !open || open.quoted !== (quoted !== "")) close();
    open ??= { builder: new ProjectionBuilder(), quoted: quoted !== "", item: bullet !== "" };
    const start = base + index + quoted.length + indent + bullet.length;
    if (open.builder.length > 0) open.builder.add("\n", start - 1, start);
    open.builder.add(content.slice(bullet.length), start, start + content.length - bullet.length);
  }
  close();
  return blocks;
}

/** Whether a line end at `index` ends an empty line. */
function isBlankBefore(text: string, index: number): boolean {
  const before = text[index - 1];
  return before === undefined || before === "\n" || before === "\r";
}
