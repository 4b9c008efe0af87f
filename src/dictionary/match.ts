import type { Entity, Sentence, Token } from "../model.ts";
import type { Compiled, Element, Entry, Pattern } from "./model.ts";

/** A place where an entry matches: token indexes of its sentence, `to` exclusive. */
export interface Hit {
  readonly entry: Entry;
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
}

/** What the matcher needs to know of a sentence. */
export type Line = Pick<Sentence, "tokens" | "entities">;

/** Words that may stand before the real start of a sentence. */
const LEAD_IN = new Set(["and", "but", "so", "also", "then", "however", "now", "yes", "no", "therefore", "again", ","]);
const NOUN_PHRASE = 8;

/** A matcher over compiled dictionaries; classes become sets on first use. */
export class Matcher {
  readonly #compiled: Compiled;
  readonly #classes: ReadonlyMap<string, readonly string[]>;
  readonly #members: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(compiled: Compiled) {
    this.#compiled = compiled;
    const members = new Map<string, ReadonlySet<string>>();
    const classes = new Map<string, string[]>();
    for (const [name, words] of Object.entries(compiled.classes)) {
      members.set(name, new Set(words));
      for (const word of words) {
        const names = classes.get(word);
        if (names) names.push(`<${name}>`);
        else classes.set(word, [`<${name}>`]);
      }
    }
    this.#members = members;
    this.#classes = classes;
  }

  /** Every entry that matches in a sentence, in the order of their first tokens. One pass over the tokens. */
  hits(sentence: Sentence): Hit[] {
    const hits: Hit[] = [];
    const starts = startsOf(sentence.tokens);
    const tried = (numbers: readonly number[] | undefined, at: number) => {
      for (const number of numbers ?? []) {
        const entry = this.#compiled.entries[number]!;
        if (entry.pattern.start && !starts.has(at)) continue;
        const to = this.end(entry.pattern, sentence, at);
        if (to > at && !this.#guarded(entry, sentence)) hits.push({ entry, sentence, from: at, to });
      }
    };
    const { index } = this.#compiled;
    for (let at = 0; at < sentence.tokens.length; at++) {
      const { norm } = sentence.tokens[at]!;
      if (Object.hasOwn(index, norm)) tried(index[norm], at);
      for (const name of this.#classes.get(norm) ?? []) tried(index[name], at);
      if (starts.has(at)) tried(this.#compiled.anyStart, at);
    }
    for (const entity of sentence.entities) tried(index[`<${entity.kind}>`], entity.from);
    return hits.sort((a, b) => a.from - b.from);
  }

  /** Whether a pattern matches anywhere in a sentence. */
  matches(pattern: Pattern, line: Line): boolean {
    const starts = startsOf(line.tokens);
    return line.tokens.some((_, at) => (!pattern.start || starts.has(at)) && this.end(pattern, line, at) > at);
  }

  /** Where the longest match from token `at` ends; -1 where there is none. */
  end(pattern: Pattern, line: Line, at: number): number {
    let longest = -1;
    for (const end of this.#run(pattern.elements, line, [at])) {
      if (end > longest && (!pattern.end || isEnd(line.tokens, end))) longest = end;
    }
    return longest;
  }

  #guarded(entry: Entry, line: Line): boolean {
    return entry.unless?.some((pattern) => this.matches(pattern, line)) ?? false;
  }

  /** All positions after the elements, from any of the positions given: a set simulation, so never exponential. */
  #run(elements: readonly Element[], line: Line, from: readonly number[]): readonly number[] {
    let positions = from;
    for (const element of elements) {
      const next: number[] = [];
      for (const at of positions) {
        for (const end of this.#step(element, line, at)) if (!next.includes(end)) next.push(end);
      }
      if (next.length === 0) return next;
      positions = next;
    }
    return positions;
  }

  #step(element: Element, line: Line, at: number): readonly number[] {
    const token = line.tokens[at];
    if (typeof element === "string") return token?.norm === element ? [at + 1] : [];
    if ("or" in element) return element.or.flatMap((alternative) => this.#run(alternative, line, [at]));
    if ("gap" in element) return upTo(at, Math.min(element.gap, line.tokens.length - at));
    if (!token) return [];
    if ("exact" in element) return token.text === element.exact ? [at + 1] : [];
    if ("forms" in element) return element.forms.flatMap((form) => phraseEnd(form, line.tokens, at));
    if ("class" in element) return this.#members.get(element.class)?.has(token.norm) ? [at + 1] : [];
    if ("entity" in element) return line.entities.filter((e) => e.from === at && element.entity.includes(e.kind)).map((e) => e.to);
    return openEnds(element.open, line.tokens, at);
  }
}

function phraseEnd(phrase: string, tokens: readonly Token[], at: number): number[] {
  if (!phrase.includes(" ")) return tokens[at]?.norm === phrase ? [at + 1] : [];
  const words = phrase.split(" ");
  return words.every((word, i) => tokens[at + i]?.norm === word) ? [at + words.length] : [];
}

function openEnds(open: "NP" | "VERB" | "ING", tokens: readonly Token[], at: number): number[] {
  const token = tokens[at]!;
  if (open === "VERB") return token.kind === "word" ? [at + 1] : [];
  if (open === "ING") return token.kind === "word" && token.norm.endsWith("ing") && token.norm.length > 4 ? [at + 1] : [];
  const ends: number[] = [];
  for (let to = at; to < at + NOUN_PHRASE && tokens[to] && tokens[to]!.kind !== "mark"; to++) ends.push(to + 1);
  return ends;
}

const upTo = (at: number, gap: number) => Array.from({ length: gap + 1 }, (_, i) => at + i);

/** The token indexes that count as the start of a sentence: the first, and those after "And", "But", "So," … */
export function startsOf(tokens: readonly Token[]): ReadonlySet<number> {
  const starts = new Set([0]);
  for (let at = 0; at < 4 && (LEAD_IN.has(tokens[at]?.norm ?? "") || tokens[at]?.kind === "mark"); at++) starts.add(at + 1);
  return starts;
}

function isEnd(tokens: readonly Token[], at: number): boolean {
  while (tokens[at]?.kind === "mark") at++;
  return at >= tokens.length;
}

/** The entity of one of these kinds in a sentence, if there is one. */
export function entityOf(line: Line, ...kinds: readonly Entity["kind"][]): Entity | undefined {
  return line.entities.find((entity) => kinds.includes(entity.kind));
}
