import type { Correspondence, Range } from "./model.ts";

const NAMES = ["disable-next", "disable-line", "disable", "enable", "disable-file"] as const;
type Name = (typeof NAMES)[number];

/** What a comment tells corrcheck to let pass: "corrcheck-disable-next spelling -- a quotation". */
export interface Directive extends Range {
  /** "corrcheck-disable-next"; "ignore" for an entry of the front matter. */
  readonly name: string;
  /** Whether there is such a directive. */
  readonly isKnown: boolean;
  /** The rules it names, as "id" or "id/kind". */
  readonly rules: readonly string[];
  /** Only findings about these words, where there are any. */
  readonly words?: string | undefined;
  readonly reason: string | undefined;
  /** Whether it would reach the customer. Then it does nothing else. */
  readonly isVisible: boolean;
  /** Where it holds, for each of its rules; none where it says nothing that can be done. */
  readonly scopes: readonly Scope[];
}

export interface Scope extends Range {
  readonly rule: string;
}

/** A comment of HTML or of a template engine: what opens it, directly before its first word, and what closes it. */
interface Carrier {
  readonly opens: RegExp;
  readonly closes: RegExp;
  readonly isTemplate: boolean;
}

const CARRIERS: readonly Carrier[] = [
  { opens: /<!--\s{0,9}$/, closes: /-->/, isTemplate: false },
  { opens: /\{\{~?!--\s{0,9}$/, closes: /--~?\}\}/, isTemplate: true },
  { opens: /\{\{~?!\s{0,9}$/, closes: /~?\}\}/, isTemplate: true },
  { opens: /\{#-?\s{0,9}$/, closes: /-?#\}/, isTemplate: true },
  {
    opens: /\{%-?\s{0,9}comment\s{0,9}-?%\}\s{0,9}$/,
    closes: /\{%-?\s{0,9}endcomment\s{0,9}-?%\}/,
    isTemplate: true,
  },
];
/** The most characters before a directive that its comment can begin with, and the most that a comment may have. */
const LONGEST_OPENING = 60;
const LONGEST_COMMENT = 2000;

/** Outside a comment only what is plainly meant for us counts: a letter may name the program. */
const PLAIN = /^corrcheck-(?:disable|enable)/;

/** The directives in the comments of a message, and those that stand where the customer would read them, in their order. */
export function readDirectives(correspondence: Correspondence): readonly Directive[] {
  const { source, parts } = correspondence;
  if (!source.includes("corrcheck-")) return [];
  const bodyStart = parts.find(({ name }) => name === "front-matter")?.end ?? 0;
  const found: Found[] = [];
  for (const { 0: word, index } of source.matchAll(/corrcheck-[a-z][a-z-]{0,40}/g)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const inComment = index >= bodyStart ? commentAt(source, index) : undefined;
    if (index < bodyStart || (!inComment && !PLAIN.test(word))) continue;
    const comment = inComment ?? { start: index, end: index + word.length, isTemplate: false, text: word };
    const isVisible = !inComment || !isHidden(inComment.isTemplate, correspondence);
    found.push({ ...comment, word, isVisible });
  }
  const blocks = blocksAfter(found, correspondence);
  const ends = found.flatMap(endsAt);
  return found.map((each) => toDirective(each, ends, blocks, correspondence));
}

interface Found extends Range {
  readonly word: string;
  readonly text: string;
  readonly isVisible: boolean;
}

interface Comment extends Range {
  readonly text: string;
  readonly isTemplate: boolean;
}

function commentAt(source: string, at: number): Comment | undefined {
  const before = source.slice(Math.max(0, at - LONGEST_OPENING), at);
  for (const { opens, closes, isTemplate } of CARRIERS) {
    const opening = opens.exec(before)?.[0];
    if (opening === undefined) continue;
    const rest = source.slice(at, at + LONGEST_COMMENT);
    const close = closes.exec(rest);
    if (!close) continue;
    const text = rest.slice(0, close.index);
    return { start: at - opening.length, end: at + close.index + close[0].length, text, isTemplate };
  }
  return undefined;
}

/** Markdown hides comments, and a template engine its own; plain text, mail and Word show all. */
function isHidden(isTemplate: boolean, { format, mode }: Correspondence): boolean {
  if (format === "word" || format === "email") return false;
  return format === "text" ? isTemplate && mode === "template" : true;
}

/** An "enable", and the rules that it names. */
interface End {
  readonly start: number;
  readonly rules: readonly string[];
}

function endsAt({ word, text, start, isVisible }: Found): End[] {
  if (isVisible || word !== "corrcheck-enable") return [];
  const [list = ""] = text.slice(word.length).split(/\s--(?=\s|$)/);
  return [{ start, rules: list.split(/[\s,]+/).filter(Boolean) }];
}

function toDirective(found: Found, ends: readonly End[], blocks: Blocks, correspondence: Correspondence): Directive {
  const { start, end, word, text, isVisible } = found;
  const name = word.replace(/^corrcheck-/, "").replace(/-+$/, "");
  const [list = "", ...reason] = text.slice(word.replace(/-+$/, "").length).split(/\s--(?=\s|$)/);
  const rules = list.split(/[\s,]+/).filter((rule) => /\w/.test(rule));
  const scope = isVisible ? undefined : scopeOf(name as Name, found, blocks, correspondence);
  return {
    start,
    end,
    name: `corrcheck-${name}`,
    isKnown: NAMES.includes(name as Name),
    rules,
    reason: reason.join(" -- ").trim() || undefined,
    isVisible,
    scopes: scope ? rules.map((rule) => ({ rule, start: scope.start, end: endOf(rule, name, scope, ends) })) : [],
  };
}

function scopeOf(name: Name, found: Found, blocks: Blocks, correspondence: Correspondence): Range | undefined {
  const { source } = correspondence;
  switch (name) {
    case "disable-file":
      return { start: 0, end: source.length };
    case "disable":
      return { start: found.end, end: source.length };
    case "disable-line":
      return { start: source.lastIndexOf("\n", found.start - 1) + 1, end: lineEnd(source, found.end) };
    case "disable-next":
      return blocks.get(found);
    default:
      return undefined;
  }
}

/** "disable" holds until "enable", with the same rule or with none, or to the end. */
function endOf(rule: string, name: string, scope: Range, ends: readonly End[]): number {
  if (name !== "disable") return scope.end;
  const end = ends.find(({ start, rules }) => start >= scope.start && (rules.length === 0 || rules.includes(rule)));
  return end?.start ?? scope.end;
}

type Blocks = ReadonlyMap<Found, Range>;

/** What follows each directive, from the last to the first: directives that follow one another have the block of the last. */
function blocksAfter(found: readonly Found[], correspondence: Correspondence): Blocks {
  const blocks = new Map<Found, Range>();
  let next: Found | undefined;
  for (const each of found.toReversed()) {
    const start = skipSpace(correspondence.source, each.end);
    blocks.set(each, next?.start === start ? blocks.get(next)! : blockAt(start, correspondence));
    next = each;
  }
  return blocks;
}

/** The lines up to an empty one; of a list the first item, of a heading with its text the heading. */
function blockAt(start: number, { source, sentences }: Correspondence): Range {
  const blank = /\n[^\S\n]*\n/.exec(source.slice(start));
  const run = { start, end: blank ? start + blank.index : source.length };
  const first = sentences.find((sentence) => sentence.end > start);
  if (!first || first.start >= run.end || (first.unit !== "item" && first.unit !== "heading")) return run;
  const last = sentences.findLast((sentence) => sentence.block === first.block)!;
  return { start, end: last.end };
}

function skipSpace(source: string, from: number): number {
  let at = from;
  while (at < source.length && /\s/.test(source[at]!)) at++;
  return at;
}

function lineEnd(source: string, from: number): number {
  const end = source.indexOf("\n", from);
  return end < 0 ? source.length : end;
}
