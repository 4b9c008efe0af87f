import type { Code, Nodes, Paragraph, Parents, Text } from "mdast";
import type { CompileContext, Extension, Token } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Piece, Skipped, UnitKind } from "../model.ts";
import type { Block } from "./document.ts";
import { MASK } from "./placeholders.ts";
import { ProjectionBuilder } from "./projection.ts";

/** Where the characters of each text node stand in the file; remark's own positions lose this at entities and line prefixes. */
const pieces = new WeakMap<Text, Piece[]>();

/** Adds the characters of a token to the open text node, as remark does, and notes where they came from. */
function exitData(this: CompileContext, token: Token): undefined {
  const node = this.stack.pop() as Text;
  note(node, token, this.sliceSerialize(token));
  return undefined;
}

/** The decoded character is in the node already: all that is new since the last token is the reference. */
function exitReference(this: CompileContext, token: Token): undefined {
  note(this.stack.pop() as Text, token, "");
  return undefined;
}

function note(node: Text, token: Token, value: string): void {
  let known = pieces.get(node);
  if (!known) pieces.set(node, (known = []));
  const last = known.at(-1);
  const at = value === "" ? (last ? last.at + last.length : 0) : node.value.length;
  node.value += value;
  known.push({ at, length: node.value.length - at, start: token.start.offset, end: token.end.offset });
  node.position!.end = { line: token.end.line, column: token.end.column, offset: token.end.offset };
}

function exitAutolink(prefix: string) {
  return function (this: CompileContext, token: Token): undefined {
    exitData.call(this, token);
    const link = this.stack.at(-1);
    if (link?.type === "link") link.url = prefix + this.sliceSerialize(token);
    return undefined;
  };
}

const positions: Extension = {
  exit: {
    data: exitData,
    characterEscapeValue: exitData,
    characterReference: exitReference,
    autolinkProtocol: exitAutolink(""),
    autolinkEmail: exitAutolink("mailto:"),
  },
};
const plain = unified()
  .use(remarkParse)
  .data({ fromMarkdownExtensions: [positions] })
  .freeze();
const withTables = unified()
  .use(remarkParse)
  .data({ micromarkExtensions: [gfmTable()], fromMarkdownExtensions: [gfmTableFromMarkdown(), positions] })
  .freeze();

/** The tree of remark. Tables cost the parser time at every line, so it looks for them only where a bar stands. */
export const parseMarkdown = (text: string) => (text.includes("|") ? withTables : plain).parse(text);

/** A stretch of HTML between the blocks of Markdown; `at` counts the blocks before it. */
export interface HtmlStretch {
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** Blocks of Markdown, in order, with what was left out. `text` has the length of the file, fields masked, no front matter. */
export function readMarkdown(text: string): { blocks: Block[]; skipped: Skipped[]; html: HtmlStretch[] } {
  const blocks: Block[] = [];
  const skipped: Skipped[] = [];
  const html: HtmlStretch[] = [];
  walk(parseMarkdown(text), { kind: "paragraph", quoted: false });
  return { blocks, skipped, html };

  function walk(node: Nodes, place: { kind: UnitKind; quoted: boolean }): void {
    switch (node.type) {
      case "paragraph":
        return add(node, isBoldLine(node) ? "heading" : place.kind, place.quoted);
      case "heading":
        return add(node, "heading", place.quoted);
      case "tableCell":
        return add(node, "cell", place.quoted);
      case "listItem":
        return node.children.forEach((child) => walk(child, { ...place, kind: "item" }));
      case "blockquote":
        return node.children.forEach((child) => walk(child, { ...place, quoted: true }));
      case "code":
        if (isIndented(node, text)) blocks.push(...readIndented(node, text, place.quoted));
        else skipped.push({ start: startOf(node), end: endOf(node), reason: "code" });
        return;
      case "html":
        if (/>[^<]*\p{L}/u.test(node.value)) html.push({ at: blocks.length, start: startOf(node), end: endOf(node) });
        return;
      default:
        if ("children" in node) for (const child of node.children) walk(child, place);
    }
  }

  function add(node: Parents, kind: UnitKind, quoted: boolean): void {
    const builder = new ProjectionBuilder();
    project(node, builder);
    if (builder.length > 0) blocks.push({ kind, projection: builder.build(), quoted });
  }
}

const startOf = (node: Nodes) => node.position!.start.offset!;
const endOf = (node: Nodes) => node.position!.end.offset!;

/** A paragraph that is one bold line serves as a heading in letters. */
function isBoldLine(node: Paragraph): boolean {
  const [only, ...others] = node.children;
  return only?.type === "strong" && others.length === 0 && node.position!.start.line === node.position!.end.line;
}

function project(node: Nodes, builder: ProjectionBuilder): void {
  if (node.type === "text") return projectText(node, builder);
  if (node.type === "inlineCode")
    return void builder.add(MASK.repeat(endOf(node) - startOf(node)), startOf(node), endOf(node));
  if (node.type === "break" || (node.type === "html" && /^<br\b/i.test(node.value)))
    return void builder.add("\n", startOf(node), endOf(node));
  if ("children" in node) for (const child of node.children) project(child, builder);
}

/** What stands between two noted tokens is a line end with the indent or quote marks of the next line. */
function projectText(node: Text, builder: ProjectionBuilder): void {
  let at = 0;
  let start = startOf(node);
  for (const piece of [
    ...(pieces.get(node) ?? []),
    { at: node.value.length, length: 0, start: endOf(node), end: endOf(node) },
  ]) {
    if (piece.at > at) builder.add("\n", start, piece.start);
    builder.add(node.value.slice(piece.at, piece.at + piece.length), piece.start, piece.end);
    at = piece.at + piece.length;
    start = piece.end;
  }
}

/** Four spaces make code in Markdown, but in a letter they set an address to the right. */
function isIndented(node: Code, text: string): boolean {
  return !/^\s*(?:```|~~~)/.test(text.slice(startOf(node), startOf(node) + 12));
}

function readIndented(node: Code, text: string, quoted: boolean): Block[] {
  const builder = new ProjectionBuilder();
  for (const match of text.slice(startOf(node), endOf(node)).matchAll(/[^\r\n]+/g)) {
    const line = match[0].trim();
    const start = startOf(node) + match.index + match[0].indexOf(line);
    if (line && builder.length > 0) builder.add("\n", start - 1, start);
    builder.add(line, start, start + line.length);
  }
  return builder.length > 0 ? [{ kind: "line", projection: builder.build(), quoted }] : [];
}
