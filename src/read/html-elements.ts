import type { UnitKind } from "../model.ts";
import { HIDING, type HidingStyles } from "./html-styles.ts";

/** What an element does to the text inside it. */
export interface Element {
  readonly name: string;
  readonly kind: UnitKind;
  readonly isHidden: boolean;
  readonly isQuoted: boolean;
  /** A style sheet, a script and the like: no text at all. */
  readonly isSilent: boolean;
  readonly isPre: boolean;
  readonly isBold: boolean;
  /** Stands in a block that mail programs write for each line. */
  readonly isLine: boolean;
  /** Row and cell of the table that it stands in, counted through the text; 0 outside tables. */
  readonly row: number;
  readonly cell: number;
}

export const ROOT: Element = {
  name: "",
  kind: "paragraph",
  isHidden: false,
  isQuoted: false,
  isSilent: false,
  isPre: false,
  isBold: false,
  isLine: true,
  row: 0,
  cell: 0,
};

/** Stands for a comment. */
export const COMMENT: Element = { ...ROOT, name: "#comment" };

const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements that begin and end a block. */
export const BLOCKS = names(
  "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead title tr ul",
);
export const VOID = names("area base br col embed hr img input link meta param source track wbr");
const SILENT = names(
  "audio button canvas head iframe math noembed noframes object script select style svg template textarea video",
);
const HEADING = /^h[1-6]$/;

/** Which open elements the next one ends, and where the search for them stops. */
export const CLOSES: Readonly<Record<string, ReadonlySet<string>>> = {
  li: names("li"),
  dt: names("dt dd"),
  dd: names("dt dd"),
  tr: names("tr td th"),
  td: names("td th"),
  th: names("td th"),
};
export const SCOPES = names("table ul ol dl html body");

const BOLD = /font-weight\s{0,9}:\s{0,9}(?:bold|[6-9]00)/i;
const PREHEADER = /\bpre-?header|\bpreview-?text/i;
/** How mail programs name the line above an earlier message, or the message. */
const QUOTING = /\b(?:gmail_attr|yahoo_quoted|moz-cite-prefix|protonmail_quote|(?:x_)?divRplyFwdMsg)\b/;
/** Blocks that mail programs write for each line, or around all of them. */
const LINES = names("body div html");
/** The line of a mail written in Outlook. */
const OUTLOOK_LINE = /\bMso(?:Normal|PlainText)\b/;

/** What an element does, by its name, its attributes, the element around it and the style sheets before it. */
export function elementOf(
  name: string,
  attribute: (name: string) => string | undefined,
  outer: Element,
  { row, cell }: { readonly row: number; readonly cell: number },
  styles: HidingStyles,
): Element {
  const style = attribute("style") ?? "";
  const labels = `${attribute("class") ?? ""} ${attribute("id") ?? ""}`;
  const isCell = name === "td" || name === "th";
  return {
    name,
    kind: kindOf(name, outer),
    isHidden:
      outer.isHidden ||
      attribute("hidden") !== undefined ||
      HIDING.test(style) ||
      PREHEADER.test(labels) ||
      styles.hide(name, attribute("id"), attribute("class")),
    isQuoted: outer.isQuoted || name === "blockquote" || QUOTING.test(labels),
    isSilent: name === "title" ? outer.name === "svg" : outer.isSilent || SILENT.has(name),
    isPre: outer.isPre || name === "pre",
    isBold: outer.isBold || name === "b" || name === "strong" || BOLD.test(style),
    isLine: BLOCKS.has(name) ? LINES.has(name) || (name === "p" && OUTLOOK_LINE.test(labels)) : outer.isLine,
    row: isCell ? row : name === "table" ? 0 : outer.row,
    cell: isCell ? cell : name === "table" ? 0 : outer.cell,
  };
}

function kindOf(name: string, outer: Element): UnitKind {
  if (HEADING.test(name)) return "heading";
  if (name === "li") return "item";
  return name === "table" || name === "td" || name === "th" ? "paragraph" : outer.kind;
}
