import type { PartName, Sentence, Token, UnitKind } from "../model.ts";
import type { Projection } from "../read/projection.ts";
import { toSource } from "../read/projection.ts";
import { findEntities, type WordClasses } from "./entities.ts";
import type { Line } from "./lines.ts";
import { cutSentences } from "./sentences.ts";
import { tokenise } from "./tokens.ts";
import type { LabelledTurn } from "./turns.ts";

/** Parts whose lines join to paragraphs. The lines of the others stand alone. */
const PROSE: ReadonlySet<PartName> = new Set(["body", "turn", "postscript", "footer", "aside"]);
/** Parts whose sentences are read; address blocks and earlier messages are not sentences. */
const READ: ReadonlySet<PartName> = new Set([
  "headers",
  "subject-line",
  "salutation",
  "body",
  "turn",
  "valediction",
  "postscript",
  "aside",
]);
/** Lines up to this length count as wrapped by hand or by a mail program. */
const WIDEST_WRAP = 100;
/** Wrapped lines reach at least this part of the width, most of them. */
const FULL_LINE = 0.75;
/** A sentence of more tokens is cut: no person reads it, and guards look at a whole sentence. */
const MOST_TOKENS = 400;

/** Text that is read as one: a paragraph, item, cell or heading, or a line that stands alone. */
export interface Unit {
  readonly part: PartName;
  readonly kind: UnitKind;
  readonly projection: Projection;
  readonly from: number;
  readonly to: number;
}

/** The sentences of a message, in order. */
export function readSentences(units: readonly Unit[], classes: WordClasses): Sentence[] {
  const sentences: Sentence[] = [];
  units.forEach((unit, block) => {
    const text = unit.projection.text.slice(unit.from, unit.to).replaceAll("\n", " ");
    const cuts = PROSE.has(unit.part) && unit.kind !== "heading" ? cutSentences(text) : [{ from: 0, to: text.length }];
    for (const cut of cuts) {
      const from = unit.from + cut.from;
      const to = unit.from + cut.to;
      const tokens = tokenise(unit.projection, from, to);
      const { start, end } = toSource(unit.projection, from, to);
      const whole = { start, end, text: text.slice(cut.from, cut.to), tokens };
      for (const piece of tokens.length > MOST_TOKENS ? piecesOf(tokens) : [whole]) {
        sentences.push({
          start: piece.start,
          end: piece.end,
          text: piece.text,
          tokens: piece.tokens,
          index: sentences.length,
          part: unit.part,
          unit: unit.kind,
          block,
          entities: findEntities(piece.tokens, classes),
          literals: QUOTE.test(piece.text) ? literalsOf(piece.tokens) : [],
          exempt: false,
        });
      }
    }
  });
  return sentences;
}

function piecesOf(tokens: readonly Token[]) {
  return Array.from({ length: Math.ceil(tokens.length / MOST_TOKENS) }, (_, at) => {
    const own = tokens.slice(at * MOST_TOKENS, (at + 1) * MOST_TOKENS);
    return { start: own[0]!.start, end: own.at(-1)!.end, text: own.map(({ text }) => text).join(" "), tokens: own };
  });
}

/** The units of a message, in order, from its labelled lines. */
export function unitsOf(
  lines: readonly Line[],
  labels: readonly PartName[],
  turns: readonly LabelledTurn[] | undefined,
): Unit[] {
  const width = wrapWidth(lines, labels);
  const labelled = new Map(turns?.map((turn) => [turn.start, turn.label]));
  const units: Unit[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const part = labels[at]!;
    if (!READ.has(part) || (part === "headers" && !isOwnSubject(line.text))) continue;
    let last = at;
    if (PROSE.has(part)) while (joins(lines, labels, last, width) && !labelled.has(lines[last + 1]!.start)) last++;
    const label =
      labelled.get(line.start) ?? (part === "headers" ? HEADER_NAME.exec(line.text)?.[0].length : undefined) ?? 0;
    const from = line.from + label;
    units.push({
      part,
      kind: kindOf(line, lines[last]!, labels, last, part),
      projection: line.projection,
      from,
      to: lines[last]!.to,
    });
    at = last;
  }
  return units;
}

const HEADER_NAME = /^[\w-]{1,20}\s?:\s*/;

/** A subject that the writer chose; "Re:" and "Fw:" carry the customer's words. */
const isOwnSubject = (text: string) => /^subject:/i.test(text) && !/^subject:\s*(?:re|fwd?|aw)\s*:/i.test(text);

function kindOf(line: Line, last: Line, labels: readonly PartName[], at: number, part: PartName): UnitKind {
  if (part === "headers" || part === "subject-line") return "heading";
  if (!PROSE.has(part)) return "line";
  const isTitle = line === last && line.kind === "paragraph" && !line.isLast && line.isFirst && labels[at + 1] === part;
  return isTitle && line.text.split(/\s+/).length <= 12 && !/[.!?:,;]["'”’)]?$/.test(line.text) ? "heading" : line.kind;
}

/** Whether the next line goes on with the sentence of this one: it was wrapped, not ended. */
function joins(lines: readonly Line[], labels: readonly PartName[], at: number, width: number): boolean {
  const line = lines[at]!;
  const next = lines[at + 1];
  if (!next || next.block !== line.block || labels[at + 1] !== labels[at]) return false;
  if (/^[\p{Ll}(]/u.test(next.text)) return true;
  const firstWord = next.text.split(/\s/, 1)[0]!;
  return line.text.length + 1 + firstWord.length > width;
}

/** The width at which a file was wrapped; infinite where its lines are paragraphs. */
function wrapWidth(lines: readonly Line[], labels: readonly PartName[]): number {
  const lengths = lines.filter((line, at) => PROSE.has(labels[at]!) && !line.isLast).map((line) => line.text.length);
  const widest = Math.max(0, ...lengths.slice(0, 2000));
  const full = lengths.filter((length) => length > widest * FULL_LINE).length;
  return widest > WIDEST_WRAP || widest < 40 || full < lengths.length / 2 ? Infinity : widest - 2;
}

const QUOTE = /["“‘]/;
const CLOSING: Readonly<Record<string, string>> = { "“": "”", "‘": "’", '"': '"' };

/** Token ranges between quotation marks. A straight single quote is an apostrophe more often than not, so it does not count. */
function literalsOf(tokens: readonly Token[]): { from: number; to: number }[] {
  const literals: { from: number; to: number }[] = [];
  let open: { at: number; close: string } | undefined;
  for (let at = 0; at < tokens.length; at++) {
    const { text, kind } = tokens[at]!;
    if (open && text.endsWith(open.close)) {
      literals.push({ from: open.at, to: at + 1 });
      open = undefined;
    } else if (!open && kind === "mark") {
      const close = CLOSING[text];
      if (close) open = { at, close };
    }
  }
  return literals;
}
