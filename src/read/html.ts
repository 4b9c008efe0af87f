import { Tokenizer } from "htmlparser2";
import type { PartName, Skipped, UnitKind } from "../model.ts";
import type { Block } from "./document.ts";
import { elementOf, BLOCKS, CLOSES, COMMENT, type Element, ROOT, SCOPES, VOID } from "./html-elements.ts";
import { type HtmlBlock, type Draft, shape } from "./html-blocks.ts";
import { HidingStyles } from "./html-styles.ts";
import { type Projection, ProjectionBuilder } from "./projection.ts";

/** No mail nests deeper; below this, elements are not kept apart. */
const DEEPEST = 500;
/** What a comment without any personal value has none of. */
const MAY_HOLD = /\d{4}|@|pass(?:word|code)|\bpin\b/i;
const ENTITY = /&(?:#x?[\da-f]{1,12}|\w{1,40});?/iy;
const ASIDE = { quoted: false, isHidden: false, isComment: false, part: "aside" as PartName, kind: "line" as UnitKind };

/**
 * Reads the prose of HTML, of a whole page or of a piece of one, in order; titles and the texts of images come last. No tree
 * is made, so that broken and endless nesting do no harm.
 * @param text with fields masked, so that `<<Name>>` is no tag
 * @param original the same text with its fields: what the blocks hold
 */
export function readHtml(text: string, original: string): HtmlBlock[] {
  const reader = new Reader(text, original);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(text);
  tokenizer.end();
  return reader.finish();
}

/** Reads the HTML at [start, end) of a text whose offsets are those of the file. */
export function readHtmlAt(text: string, start: number, end: number): { blocks: Block[]; skipped: Skipped[] } {
  const html = text.slice(start, end);
  const blocks = readHtml(html, html).map(({ projection, ...block }) => ({
    ...block,
    projection: {
      text: projection.text,
      pieces: projection.pieces.map((piece) => ({ ...piece, start: piece.start + start, end: piece.end + start })),
    },
  }));
  return {
    blocks: blocks.flatMap(({ kind, quoted, part, isHidden, isComment, projection }) =>
      isHidden || isComment ? [] : [{ kind, quoted, projection, ...(part && { part }) }],
    ),
    skipped: blocks.flatMap(({ isHidden, projection: { pieces } }) =>
      isHidden ? [{ start: pieces[0]!.start, end: pieces.at(-1)!.end, reason: "hidden" as const }] : [],
    ),
  };
}

class Reader {
  readonly #text: string;
  readonly #original: string;
  readonly #drafts: Draft[] = [];
  readonly #asides: HtmlBlock[] = [];
  readonly #open: Element[] = [];
  #current: Draft | undefined;
  #hidden: Draft | undefined;
  /** White space and a line break that are written only if text follows. */
  #space: { start: number; end: number } | undefined;
  #break: { start: number; end: number } | undefined;
  /** Whether more than a line end stands between the last block and the next. */
  #isApart = true;
  readonly #styles = new HidingStyles();
  #tag = "";
  #attributes = new Map<string, Projection>();
  #attribute: { name: string; builder: ProjectionBuilder; end: number } | undefined;
  #tables = { row: 0, cell: 0 };

  constructor(text: string, original: string) {
    this.#text = text;
    this.#original = original;
  }

  get #top(): Element {
    return this.#open.at(-1) ?? ROOT;
  }

  ontext(start: number, end: number): void {
    const { name, isSilent, isPre } = this.#top;
    if (name === "style") this.#styles.add(this.#text.slice(start, end));
    if (isSilent) return;
    for (const { 0: run, index } of this.#text.slice(start, end).matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      const from = start + index;
      const to = from + run.length;
      if (/^[^ \t\n\r\f]/.test(run)) this.#addWord(this.#original.slice(from, to), from, to);
      else if (isPre && run.includes("\n")) this.#addBreak(from, to);
      else this.#space ??= { start: from, end: to };
    }
  }

  ontextentity(code: number, end: number): void {
    if (!this.#top.isSilent) this.#addWord(String.fromCodePoint(code), this.#text.lastIndexOf("&", end - 1), end);
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#text.slice(start, end).toLowerCase();
    this.#attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    const name = this.#text.slice(start, end).toLowerCase();
    this.#attribute = { name, builder: new ProjectionBuilder(), end };
  }

  onattribdata(start: number, end: number): void {
    this.#attribute!.builder.add(this.#original.slice(start, end), start, end);
    this.#attribute!.end = end;
  }

  onattribentity(code: number): void {
    const attribute = this.#attribute!;
    ENTITY.lastIndex = this.#text.indexOf("&", attribute.end);
    const start = ENTITY.lastIndex;
    attribute.end = start + (ENTITY.exec(this.#text)?.[0].length ?? 1);
    attribute.builder.add(String.fromCodePoint(code), start, attribute.end);
  }

  onattribend(): void {
    const { name, builder } = this.#attribute!;
    if (!this.#attributes.has(name)) this.#attributes.set(name, builder.build());
  }

  onselfclosingtag(end: number): void {
    this.onopentagend(end);
  }

  onopentagend(end: number): void {
    const name = this.#tag;
    const attributes = (key: string) => this.#attributes.get(key)?.text;
    if (name === "tr") this.#tables.row++;
    if (name === "td" || name === "th") this.#tables.cell++;
    if (BLOCKS.has(name)) this.#closeBefore(name);
    const element = elementOf(name, attributes, this.#top, this.#tables, this.#styles);
    if (BLOCKS.has(name)) this.#endBlock(element.isLine);
    if (name === "br") this.#addBreak(this.#text.lastIndexOf("<", end), end + 1);
    this.#addAsides(element);
    const address = this.#attributes.get("href");
    if (address && /^mailto:|\?.*\d{4}/is.test(address.text)) this.#addUnseen(address);
    if (!VOID.has(name) && this.#open.length < DEEPEST) this.#open.push(element);
  }

  onclosetag(start: number, end: number): void {
    const name = this.#text.slice(start, end).toLowerCase();
    const at = this.#open.findLastIndex((element) => element.name === name);
    if (BLOCKS.has(name)) this.#endBlock(this.#open[at]?.isLine ?? false);
    if (at >= 0) this.#open.length = at;
  }

  /** A comment to corrcheck is kept as it stands; others are not for the reader, and are searched for values. */
  oncomment(start: number, end: number): void {
    if (!this.#text.slice(start, end).includes("corrcheck-")) {
      const text = this.#original.slice(start, end);
      if (MAY_HOLD.test(text)) this.#addUnseen(new ProjectionBuilder().add(text, start, end).build());
      return;
    }
    const from = this.#text.lastIndexOf("<!--", start);
    if (from < 0) return;
    const builder = new ProjectionBuilder().add(this.#original.slice(from, end + 1), from, end + 1);
    this.#endBlock(false);
    this.#drafts.push({ element: COMMENT, builder, isApart: true, isBold: false });
  }
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  finish(): HtmlBlock[] {
    this.#endBlock(false);
    const blocks = shape(this.#drafts);
    return [...blocks.filter(({ part }) => !part), ...blocks.filter(({ part }) => part), ...this.#asides];
  }

  /** Ends the elements that this one cannot stand in: a paragraph in a paragraph, an item in an item. */
  #closeBefore(name: string): void {
    const closes = CLOSES[name];
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const open = this.#open[at]!.name;
      if (open === "p" || closes?.has(open)) this.#open.length = at;
      else if (SCOPES.has(open) || (BLOCKS.has(open) && !closes)) return;
    }
  }

  #addUnseen(projection: Projection): void {
    this.#asides.push({ ...ASIDE, isHidden: true, projection });
  }

  #addAsides({ isHidden, isQuoted, isSilent }: Element): void {
    if (isHidden || isQuoted || isSilent) return;
    for (const name of ["alt", "title"]) {
      const projection = this.#attributes.get(name);
      if (projection && /\p{L}/u.test(projection.text)) this.#asides.push({ ...ASIDE, projection });
    }
  }

  #addWord(word: string, start: number, end: number): void {
    const { isHidden, isBold } = this.#top;
    let draft = isHidden ? this.#hidden : this.#current;
    if (!draft) {
      draft = { element: this.#top, builder: new ProjectionBuilder(), isApart: this.#isApart, isBold: true };
      if (isHidden) this.#hidden = draft;
      else this.#current = draft;
      this.#isApart = false;
    } else if (this.#break) draft.builder.add("\n", this.#break.start, this.#break.end);
    else if (this.#space) draft.builder.add(" ", this.#space.start, this.#space.end);
    draft.builder.add(word, start, end);
    draft.isBold &&= isBold;
    this.#space = undefined;
    this.#break = undefined;
  }

  #addBreak(start: number, end: number): void {
    if (this.#top.isSilent) return;
    if (this.#break || !this.#current) this.#endBlock(false);
    else this.#break = { start, end };
  }

  #endBlock(isLine: boolean): void {
    for (const draft of [this.#current, this.#hidden]) if (draft) this.#drafts.push(draft);
    if (!isLine || this.#current?.element.isLine === false) this.#isApart = true;
    this.#current = undefined;
    this.#hidden = undefined;
    this.#space = undefined;
    this.#break = undefined;
  }
}
