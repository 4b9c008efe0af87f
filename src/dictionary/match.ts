import type { Sentence, Token } from "../model.ts";
import type { Branch, Compiled, Entry } from "./model.ts";
import { type Classes, Program } from "./steps.ts";

/** A place where an entry matches: token indexes of its sentence, `to` exclusive. */
export interface Hit {
  readonly entry: Entry;
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
}

/** An entry made ready to match. */
interface Prepared {
  readonly entry: Entry;
  readonly program: Program;
  readonly unless: readonly Program[];
  /** The token at which it was last tried: it may be reached by a word and by its class. */
  tried: Token | undefined;
}

/** Words that may stand before the real start of a sentence. */
const LEAD_IN = new Set(["and", "but", "so", "also", "then", "however", "now", "yes", "no", "therefore", "again", ","]);
const NO_KEYS: readonly string[] = [];
const NO_NUMBERS: readonly number[] = [];

/** A matcher over compiled dictionaries. Branches and entries are parsed when a word first leads to them. */
export class Matcher {
  /** The closed word classes by name. */
  readonly classes: Classes;
  readonly #compiled: Compiled;
  /** The classes that a word belongs to, as keys. */
  readonly #classKeys = new Map<string, string[]>();
  readonly #wordKeys = new Map<string, readonly string[]>();
  readonly #branches: ReadonlyMap<string, readonly number[]>[] = [];
  readonly #prepared: Prepared[] = [];
  readonly #guards = new Map<string, readonly Program[]>();

  constructor(compiled: Compiled) {
    this.#compiled = compiled;
    this.classes = new Map(Object.entries(compiled.classes).map(([name, words]) => [name, new Set(words)]));
    for (const [name, words] of Object.entries(compiled.classes)) {
      for (const word of words) {
        const keys = this.#classKeys.get(word);
        if (keys) keys.push(`<${name}>`);
        else this.#classKeys.set(word, [`<${name}>`]);
      }
    }
  }

  /** Every entry that matches in a sentence, in the order of their first tokens. One pass over the tokens. */
  hits(sentence: Sentence): Hit[] {
    const { tokens } = sentence;
    const hits: Hit[] = [];
    const starts = startsOf(tokens);
    const words = new Set(tokens.map(({ norm }) => norm));
    const isSilenced = this.#silencer(sentence, starts, words);
    const attempt = (candidate: Prepared, at: number) => {
      if (candidate.program.start && !starts.has(at)) return;
      const to = candidate.program.endOf(sentence, at);
      if (to > at && !isSilenced(candidate)) hits.push({ entry: candidate.entry, sentence, from: at, to });
    };
    const attemptEach = (numbers: readonly number[] | undefined, at: number) => {
      for (const number of numbers ?? NO_NUMBERS) {
        const candidate = (this.#prepared[number] ??= this.#prepare(number));
        if (candidate.tried === tokens[at]) continue;
        candidate.tried = tokens[at];
        attempt(candidate, at);
      }
    };
    const keys = this.#keysOf(sentence);
    const anywhere = new Set(this.#branch("^")?.get("*"));
    const begin = (first: string, from: number, to: number) => {
      const branch = this.#branch(first);
      if (!branch) return;
      for (const number of branch.get("*") ?? NO_NUMBERS) anywhere.add(number);
      for (const second of keys[to] ?? NO_KEYS) attemptEach(branch.get(second), from);
      attemptEach(branch.get("+"), from);
    };
    for (let at = 0; at < tokens.length; at++)
      for (const key of this.#keysOfWord(tokens[at]!.norm)) begin(key, at, at + 1);
    for (const { kind, from, to } of sentence.entities) begin(`<${kind}>`, from, to);
    const places = placesOf(keys);
    for (const number of anywhere) {
      const candidate = (this.#prepared[number] ??= this.#prepare(number));
      if (!candidate.program.isPossible(words)) continue;
      if (candidate.program.start) for (const at of starts) attempt(candidate, at);
      else
        for (const first of candidate.program.firstKeys)
          for (const at of places.get(first) ?? NO_NUMBERS) attempt(candidate, at);
    }
    return hits.sort((a, b) => a.from - b.from);
  }

  /** What each token is to the index: its word, its classes, the entities that begin with it. */
  #keysOf({ tokens, entities }: Sentence): (readonly string[])[] {
    const keys: (readonly string[])[] = tokens.map(({ norm }) => this.#keysOfWord(norm));
    for (const { kind, from } of entities) keys[from] = [...keys[from]!, `<${kind}>`];
    return keys;
  }

  #keysOfWord(word: string): readonly string[] {
    let keys = this.#wordKeys.get(word);
    if (!keys) this.#wordKeys.set(word, (keys = [word, ...(this.#classKeys.get(word) ?? NO_KEYS)]));
    return keys;
  }

  #branch(key: string): ReadonlyMap<string, readonly number[]> | undefined {
    if (!Object.hasOwn(this.#compiled.index, key)) return undefined;
    const number = this.#compiled.index[key]!;
    return (this.#branches[number] ??= new Map(Object.entries(JSON.parse(this.#compiled.branches[number]!) as Branch)));
  }

  #prepare(number: number): Prepared {
    const entry = JSON.parse(this.#compiled.entries[number]!) as Entry;
    return {
      entry,
      program: new Program(entry.pattern, this.classes),
      unless: (entry.unless ?? []).map((pattern) => new Program(pattern, this.classes)),
      tried: undefined,
    };
  }

  /** Tells whether a guard of an entry or of its dictionary matches in the sentence; each dictionary is looked at once. */
  #silencer(
    sentence: Sentence,
    starts: ReadonlySet<number>,
    words: ReadonlySet<string>,
  ): (candidate: Prepared) => boolean {
    const silenced = new Map<string, boolean>();
    const isFound = (guard: Program) =>
      guard.isPossible(words) &&
      sentence.tokens.some((_, at) => (!guard.start || starts.has(at)) && guard.endOf(sentence, at) > at);
    return ({ entry: { dictionary }, unless }) => {
      let all = silenced.get(dictionary);
      if (all === undefined) silenced.set(dictionary, (all = this.#guardsOf(dictionary).some(isFound)));
      return all || unless.some(isFound);
    };
  }

  #guardsOf(dictionary: string): readonly Program[] {
    let guards = this.#guards.get(dictionary);
    if (!guards)
      this.#guards.set(
        dictionary,
        (guards = (this.#compiled.guards[dictionary] ?? []).map((pattern) => new Program(pattern, this.classes))),
      );
    return guards;
  }
}

/** Where each key stands in a sentence. */
function placesOf(keys: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at < keys.length; at++) {
    for (const key of keys[at]!) {
      const known = places.get(key);
      if (known) known.push(at);
      else places.set(key, [at]);
    }
  }
  return places;
}

/** The token indexes that count as the start of a sentence: the first, and those after "And", "But", "So," … */
function startsOf(tokens: readonly Token[]): ReadonlySet<number> {
  const starts = new Set([0]);
  for (let at = 0; at < 4 && (LEAD_IN.has(tokens[at]?.norm ?? "") || tokens[at]?.kind === "mark"); at++)
    starts.add(at + 1);
  return starts;
}
