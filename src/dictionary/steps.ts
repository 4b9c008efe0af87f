import type { Entity, Token } from "../model.ts";
import { firstKeys } from "./keys.ts";
import type { Element, Pattern } from "./model.ts";

/** What the matcher needs to know of a sentence. */
export interface Line {
  readonly tokens: readonly Token[];
  readonly entities: readonly Entity[];
}

export type Classes = ReadonlyMap<string, ReadonlySet<string>>;

/** A step of a pattern: where it can end when it begins at a token; no index where it does not match. */
type Step = (line: Line, at: number) => readonly number[];

const NOUN_PHRASE = 8;
const NONE: readonly number[] = [];
const NOTHING: ReadonlySet<string> = new Set();

/** A pattern that runs. Each element becomes a step when a match first gets so far: most attempts end at the second. */
export class Program {
  readonly start: boolean;
  readonly #end: boolean;
  readonly #elements: readonly Element[];
  readonly #classes: Classes;
  readonly #steps: Step[] = [];
  #needs: readonly ReadonlySet<string>[] | undefined;
  #firstKeys: readonly string[] | undefined;

  constructor({ elements, start, end }: Pattern, classes: Classes) {
    this.start = start ?? false;
    this.#end = end ?? false;
    this.#elements = elements;
    this.#classes = classes;
  }

  /** The keys that a match can begin with. Only a pattern that begins a sentence may begin with anything. */
  get firstKeys(): readonly string[] {
    return (this.#firstKeys ??= [...(firstKeys(this.#elements) ?? [])]);
  }

  /** Where the longest match from token `at` ends; -1 where there is none. */
  endOf(line: Line, at: number): number {
    let longest = -1;
    for (const end of this.run(line, at)) if (end > longest && (!this.#end || isEnd(line.tokens, end))) longest = end;
    return longest;
  }

  /** All token indexes at which a match from `from` can end: a set simulation, so never exponential. */
  run(line: Line, from: number): readonly number[] {
    let positions: readonly number[] = [from];
    for (let at = 0; at < this.#elements.length; at++) {
      const step = (this.#steps[at] ??= toStep(this.#elements[at]!, this.#classes));
      positions = positions.length === 1 ? step(line, positions[0]!) : union(step, line, positions);
      if (positions.length === 0) return NONE;
    }
    return positions;
  }

  /** Whether a sentence has the words that a match cannot do without. */
  isPossible(words: ReadonlySet<string>): boolean {
    this.#needs ??= this.#elements.flatMap((element) => needOf(element, this.#classes) ?? []);
    return this.#needs.every((need) => {
      const [few, many] = need.size < words.size ? [need, words] : [words, need];
      for (const word of few) if (many.has(word)) return true;
      return false;
    });
  }
}

function isEnd(tokens: readonly Token[], at: number): boolean {
  while (tokens[at]?.kind === "mark") at++;
  return at >= tokens.length;
}

function union(step: Step, line: Line, positions: readonly number[]): readonly number[] {
  const ends: number[] = [];
  for (const at of positions) for (const end of step(line, at)) if (!ends.includes(end)) ends.push(end);
  return ends;
}

function toStep(element: Element, classes: Classes): Step {
  if (typeof element === "string") return (line, at) => (line.tokens[at]?.norm === element ? [at + 1] : NONE);
  if ("exact" in element) return (line, at) => (line.tokens[at]?.text === element.exact ? [at + 1] : NONE);
  if ("entity" in element) {
    return (line, at) =>
      line.entities.filter(({ from, kind }) => from === at && element.entity.includes(kind)).map(({ to }) => to);
  }
  if ("gap" in element) return (line, at) => range(at, Math.min(at + element.gap, line.tokens.length));
  if ("open" in element) return (line, at) => (line.tokens[at] ? openEnds(element.open, line.tokens, at) : NONE);
  if ("class" in element) return oneOf(classes.get(element.class) ?? NOTHING);
  return toAlternatives("forms" in element ? element.forms : element.or, classes);
}

function oneOf(words: ReadonlySet<string>): Step {
  return (line, at) => {
    const token = line.tokens[at];
    return token && words.has(token.norm) ? [at + 1] : NONE;
  };
}

/** Alternatives by their first word, so that one look-up tells which can match. */
function toAlternatives(alternatives: readonly (string | readonly Element[])[], classes: Classes): Step {
  if (
    alternatives.every(
      (alternative) => typeof alternative === "string" && alternative !== "" && !alternative.includes(" "),
    )
  ) {
    return oneOf(new Set(alternatives as readonly string[]));
  }
  const byWord = new Map<string, Program[]>();
  const others: Program[] = [];
  let optional = false;
  for (const alternative of alternatives) {
    const elements = typeof alternative === "string" ? alternative.split(" ") : alternative;
    const [first] = elements;
    if (alternative.length === 0) optional = true;
    else if (typeof first !== "string") others.push(new Program({ elements }, classes));
    else {
      const known = byWord.get(first);
      if (known) known.push(new Program({ elements }, classes));
      else byWord.set(first, [new Program({ elements }, classes)]);
    }
  }
  return (line, at) => {
    const own = byWord.get(line.tokens[at]?.norm ?? "");
    if (!own && others.length === 0) return optional ? [at] : NONE;
    const ends: number[] = optional ? [at] : [];
    for (const programs of own ? [own, others] : [others]) {
      for (const program of programs) for (const end of program.run(line, at)) if (!ends.includes(end)) ends.push(end);
    }
    return ends;
  };
}

function openEnds(open: "NP" | "VERB" | "ING", tokens: readonly Token[], at: number): readonly number[] {
  const token = tokens[at]!;
  if (open === "VERB") return token.kind === "word" ? [at + 1] : NONE;
  if (open === "ING")
    return token.kind === "word" && token.norm.endsWith("ing") && token.norm.length > 4 ? [at + 1] : NONE;
  let to = at;
  while (to < at + NOUN_PHRASE && tokens[to] && tokens[to]!.kind !== "mark") to++;
  return range(at + 1, to);
}

/** The whole numbers from `first` to `last`, both included. */
function range(first: number, last: number): readonly number[] {
  const numbers: number[] = [];
  for (let number = first; number <= last; number++) numbers.push(number);
  return numbers;
}

/** The words of which a match must have one because of this element; `undefined` where it can do with any. */
function needOf(element: Element, classes: Classes): ReadonlySet<string> | undefined {
  if (typeof element === "string") return new Set([element]);
  if ("class" in element) return classes.get(element.class);
  const alternatives = "forms" in element ? element.forms : "or" in element ? element.or : undefined;
  if (!alternatives) return undefined;
  const words = new Set<string>();
  for (const alternative of alternatives) {
    const first = typeof alternative === "string" ? alternative.split(" ", 1)[0]! : alternative[0];
    if (typeof first !== "string" || first === "") return undefined;
    words.add(first);
  }
  return words;
}
