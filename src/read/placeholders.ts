import type { Placeholder } from "../model.ts";
import { inTurn } from "../ways.ts";

/** One word to every parser, never in a dictionary: stands for the characters of a field. */
export const MASK = "ˣ";

interface Syntax {
  readonly name: string;
  readonly pattern: string;
  /** A block tag ({{#if}}) is logic, not a value: it becomes spaces. */
  readonly isLogic?: (text: string) => boolean;
}

const LOGIC =
  /^(?:\{\{\{?\s{0,3}(?:[#/^!>]|else\b)|\{%|<%(?![=-])|<\?php\s+(?!echo)|\[%\s{0,3}(?:IF|ELSE|END|FOREACH|INCLUDE)\b)/i;
const isLogic = (text: string) => LOGIC.test(text);

/** A comment of Handlebars, Jinja or Liquid with all that it says. */
const COMMENT = [
  String.raw`\{\{~?!--[^{}]{0,2000}--~?\}\}`,
  String.raw`\{#[^{}]{0,2000}#\}`,
  String.raw`\{%-?\s{0,9}comment\s{0,9}-?%\}[^{]{0,2000}\{%-?\s{0,9}endcomment\s{0,9}-?%\}`,
].join("|");

/** Each syntax once, in the order in which they are tried. Every quantifier is bounded, so the scan is linear. */
const SYNTAXES: readonly Syntax[] = [
  { name: "comment", pattern: COMMENT, isLogic: () => true },
  { name: "handlebars", pattern: String.raw`\{\{\{?[^{}]{0,200}\}\}\}?`, isLogic },
  { name: "liquid", pattern: String.raw`\{%[^%]{0,200}%\}`, isLogic },
  { name: "salesforce", pattern: String.raw`\{![\w.:$ ]{1,100}\}` },
  { name: "erb", pattern: String.raw`<%[^%]{0,200}%>`, isLogic },
  { name: "php", pattern: String.raw`<\?(?:php|=)[^?]{0,200}\?>`, isLogic },
  { name: "thymeleaf", pattern: String.raw`\[\[\$\{[^{}]{0,100}\}\]\]` },
  { name: "template toolkit", pattern: String.raw`\[%[^%]{0,200}%\]`, isLogic },
  { name: "notify", pattern: String.raw`\(\([\w ,.'’/-]{1,80}\)\)` },
  { name: "dollar", pattern: String.raw`\$\{[\w.\[\]() -]{1,80}\}` },
  { name: "ruby", pattern: String.raw`%\{[\w.]{1,80}\}` },
  { name: "mailchimp", pattern: String.raw`\*\|[\w:. -]{1,80}\|\*` },
  { name: "merge field", pattern: String.raw`<<[^<>\n]{1,80}>>|«[^«»\n]{1,80}»` },
  { name: "percent", pattern: String.raw`%%?[A-Za-z][A-Za-z0-9_]{1,60}%%?(?![\w%])` },
  { name: "double bracket", pattern: String.raw`\[\[[\w .-]{1,80}\]\](?!\()` },
  {
    name: "capitals",
    pattern: String.raw`(?:<|&lt;)[A-Z]{2,20}(?:[ _-][A-Z]{2,20}){1,5}(?:>|&gt;)`,
  },
  {
    name: "insert",
    pattern: String.raw`(?:<|&lt;)(?:[Aa]dd|[Ii]nsert|[Ee]nter|[Yy]our|[Cc]ustomer|[Nn]ame|[Dd]ate|[Aa]mount|[Rr]ef)\b[\w ,.'’/-]{0,60}(?:>|&gt;)`,
  },
  { name: "bracket", pattern: String.raw`\[(?=[^\[\]\n]*[A-Za-z])[A-Za-z][\w ,.'’/&#-]{0,60}\](?![(\[:])` },
  { name: "brace", pattern: String.raw`\{[A-Za-z][\w. -]{0,60}\}` },
  { name: "dollar word", pattern: String.raw`\$[A-Z][A-Z0-9_]{3,40}\b` },
];
const ANY = new RegExp(SYNTAXES.map(({ pattern }) => `(${pattern})`).join("|"), "g");
/** A Notify condition: only its head and its closing brackets are logic; the words inside are prose. */
const CONDITION = /\(\([\w ,.'’/-]{1,80}\?\?/g;
/** What in square brackets is an ordinary remark rather than a field: "[sic]", "[Ticket 3048]", "[…]". */
const REMARK = new RegExp(
  inTurn(/^\[/, [
    /(?:sic|x|…|\.{3}|redacted|removed)\]$/,
    /(?:ticket|case|ref|reference|order|job|incident|request)[ :#-]{1,3}[\w-]{0,12}\d[\w-]{0,12}\]$/,
    /(?:whisper|internal|note to|note for|nb|todo|check|confirm with|ask|(?:legal|finance|compliance|manager) to)\b ?[^\]]/,
  ]),
  "i",
);

/** The fields of a text, and the text with each of them masked by the same number of characters. */
export interface Masked {
  readonly text: string;
  readonly placeholders: readonly Placeholder[];
}

/**
 * Finds fields such as {{name}}, ((name)), [Name], <<Name>>, %NAME% or <%= x %>, before any parser runs.
 * Values become `MASK`, logic becomes spaces; nothing moves.
 */
export function maskPlaceholders(source: string): Masked {
  if (!/[{}%[\]<«$|]|\(\(|&lt;/.test(source)) return { text: source, placeholders: [] };
  const placeholders: Placeholder[] = [];
  const links = new Set(Array.from(source.matchAll(DEFINITION), ([, label]) => label!));
  let text = source.replace(ANY, (found: string, ...rest: unknown[]) => {
    const groups = rest.slice(0, SYNTAXES.length);
    const start = rest[SYNTAXES.length] as number;
    const syntax = SYNTAXES[groups.findIndex((group) => group !== undefined)]!;
    if (syntax.name === "bracket" && (isRemark(found) || links.has(found) || isTag(found, source, start))) return found;
    if (syntax.isLogic?.(found)) return blank(found);
    placeholders.push({ start, end: start + found.length, text: found, syntax: syntax.name });
    return MASK.repeat(found.length);
  });
  text = text.replace(CONDITION, blank);
  if (text.length !== source.length) throw new Error("masking moved the text");
  return { text: /\?\?/.test(source) ? text.replace(/\)\)/g, "  ") : text, placeholders };
}

/** "[guide]: https://www.example.com": what makes "[guide]" a link. */
const DEFINITION = /^(\[[^[\]\n]{1,60}\]): /gm;

/** More than six words, or a sentence of its own, in square brackets is somebody's note and not a field, as other remarks are. */
function isRemark(text: string): boolean {
  return REMARK.test(text) || text.split(/\s+/).length > 6 || /[a-z]{2}[.!?] [A-Z]/.test(text);
}

/** "Re: [tallybox] Crash on start": the tag of a list of mail, whose word stands in the message as well. */
function isTag(text: string, source: string, start: number): boolean {
  const before = source.slice(Math.max(0, start - 60), start);
  const name = /^\[([a-z][\w-]*)\]$/.exec(text)?.[1];
  return name !== undefined && HEAD_OF_SUBJECT.test(before) && new RegExp(`[^\\[\\w]${name}\\b`).test(source);
}
const HEAD_OF_SUBJECT = /^subject:[ \t]{0,9}(?:(?:re|fwd?):[ \t]{0,9}){0,5}$/im;

const blank = (text: string) => text.replace(/[^\n\r]/g, " ");
