import type { Element, Pattern } from "./model.ts";
import { inflect, type Irregular } from "./inflect.ts";

/** A mistake in a pattern; the message says what is wrong and what to write. */
export class PatternError extends Error {
  override readonly name = "PatternError";
}

/** What a pattern may refer to. */
export interface Vocabulary {
  readonly irregular: Irregular;
  readonly classes: ReadonlySet<string>;
}

const ENTITIES: Readonly<Record<string, readonly string[]>> = {
  DATE: ["date"],
  DUR: ["duration"],
  TIME: ["time"],
  WHEN: ["date", "duration", "time"],
  MONEY: ["money"],
  REF: ["reference"],
  CHAN: ["channel"],
  WHO: ["person"],
};
const OPEN = new Set(["NP", "VERB", "ING"]);
const SIGN = /\s*([()[\]|^$]|~\d*|\{[^{}]*\}|<[^<>]*>|=[^\s()[\]|]+|[^\s()[\]|^$~{}<>]+)/y;

/**
 * Reads the pattern notation of `dictionaries/README.md`:
 * `word`, `(a b|c)`, `[optional]`, `{any form}`, `<SLOT>`, `~` (a gap), `^`, `$`, `=exact`.
 * @throws PatternError with the place in words
 */
export function parsePattern(source: string, vocabulary: Vocabulary): Pattern {
  const signs = split(source);
  const start = signs[0] === "^";
  const end = signs.at(-1) === "$";
  const reader = { signs: signs.slice(start ? 1 : 0, end ? -1 : undefined), at: 0 };
  const elements = readSequence(reader, vocabulary, source);
  if (reader.at < reader.signs.length) {
    throw new PatternError(`"${reader.signs[reader.at]}" has no opening bracket in "${source}"`);
  }
  while (elements.length > 0 && isGap(elements.at(-1))) elements.pop();
  if (elements.length === 0) throw new PatternError(`"${source}" has no word`);
  return { elements, ...(start && { start }), ...(end && { end }) };
}

function split(source: string): string[] {
  const signs: string[] = [];
  SIGN.lastIndex = 0;
  while (SIGN.lastIndex < source.trimEnd().length) {
    const from = SIGN.lastIndex;
    const match = SIGN.exec(source);
    if (!match) throw new PatternError(`"${source.slice(from).trim()}" cannot be read in "${source}"`);
    signs.push(match[1]!);
  }
  return signs;
}

interface Reader {
  readonly signs: readonly string[];
  at: number;
}

function readSequence(reader: Reader, vocabulary: Vocabulary, source: string): Element[] {
  const elements: Element[] = [];
  for (; reader.at < reader.signs.length; reader.at++) {
    const sign = reader.signs[reader.at]!;
    if (sign === "|" || sign === ")" || sign === "]") break;
    elements.push(
      sign === "(" || sign === "[" ? readGroup(reader, vocabulary, source) : readSign(sign, vocabulary, source),
    );
  }
  return elements;
}

/** Reads "(a|b)" or "[a|b]"; the reader stands on the opening bracket and is left on the closing one. */
function readGroup(reader: Reader, vocabulary: Vocabulary, source: string): Element {
  const optional = reader.signs[reader.at] === "[";
  const or: (string | readonly Element[])[] = [];
  do {
    reader.at++;
    const alternative = readSequence(reader, vocabulary, source);
    or.push(alternative.every((element) => typeof element === "string") ? alternative.join(" ") : alternative);
  } while (reader.signs[reader.at] === "|");
  const close = optional ? "]" : ")";
  if (reader.signs[reader.at] !== close) throw new PatternError(`a "${close}" is missing in "${source}"`);
  if (optional) or.push("");
  return { or };
}

function readSign(sign: string, vocabulary: Vocabulary, source: string): Element {
  if (sign === "^" || sign === "$") throw new PatternError(`"${sign}" stands in the middle of "${source}"`);
  if (sign.startsWith("~")) return { gap: sign === "~" ? 4 : Number(sign.slice(1)) };
  if (sign.startsWith("=")) return { exact: sign.slice(1) };
  if (sign.startsWith("{")) return { forms: inflect(sign.slice(1, -1).toLowerCase(), vocabulary.irregular) };
  if (!sign.startsWith("<")) return sign.toLowerCase().replaceAll("’", "'");
  const slot = sign.slice(1, -1);
  if (ENTITIES[slot]) return { entity: ENTITIES[slot] };
  if (OPEN.has(slot)) return { open: slot as "NP" | "VERB" | "ING" };
  if (vocabulary.classes.has(slot)) return { class: slot };
  throw new PatternError(`there is no slot ${sign} (in "${source}")`);
}

const isGap = (element: Element | undefined) => typeof element === "object" && "gap" in element;
