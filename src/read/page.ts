import type { HtmlBlock } from "./html-blocks.ts";
import { maskPlaceholders } from "./placeholders.ts";
import { ProjectionBuilder } from "./projection.ts";
import { View, type Viewed } from "./view.ts";

/** Reads an HTML file as a reader sees it; what stands before `from` is front matter, and stays as it is. */
export function readPage(
  file: string,
  from: number,
  readHtml: (text: string, original: string) => readonly HtmlBlock[],
): Viewed {
  const begin = Math.max(from, file.startsWith("\uFEFF") ? 1 : 0);
  const html = new ProjectionBuilder().add(file.slice(begin), begin, file.length).build();
  const view = new View(file);
  if (from > 0) view.addUnread(new ProjectionBuilder().add(file.slice(0, from), 0, from).build());
  for (const block of readHtml(maskPlaceholders(html.text).text, html.text)) view.addBlock(block, html);
  return view.finish();
}
