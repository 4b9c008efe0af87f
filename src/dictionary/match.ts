import type { Sentence, Token } from "../model.ts";
import type { Branch, Compiled, Entry, Program } from "./model.ts";
import { isAtStart, isPossible, type Line, readGuards, readHead, readProgram, Walker } from "./program.ts";
import { SortedList } from "./sorted-list.ts";

/** A place where an entry matches: token indexes of its sentence, `to` exclusive. */
export interface Hit {
  readonly entry: Entry;
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
}

/** An entry made ready to match. */
interface Candidate {
  readonly number: number;
  /** Where it may begin, and what it needs. */
  readonly head: Program;
  /** Its program, parsed when a sentence first has what it needs. */
  program: Program | undefined;
  /** Parsed when it first matches: what it is, and the programs that silence it in a sentence. */
  entry: Entry | undefined;
  unless: readonly Program[] | undefined;
  /** Number of the token at which it was last tried: it may be reached by a word and by its class. */
  tried: number;
  /** Number of the sentence all over which it was last tried. */
  sought: number;
}

/** What a word means to the patterns. */
interface Word {
  /** Its key (0 where no pattern has it) and those of its classes. */
  readonly keys: readonly number[];
  /** The entries that can begin with one of these, by the second key of a match. */
  readonly bySecond: readonly Branch["bySecond"][];
  /** Those whatever the next word is. */
  readonly any: readonly Candidate[];
  /** Those that may match anywhere in the sentence. */
  readonly anywhere: readonly Candidate[];
  /** Those that can begin with this word before another one: made when the two first meet, as they will again. */
  readonly before: Map<Word, readonly Candidate[]>;
}

/** In a branch: the entries for any second key, and those that may match anywhere in the sentence. */
export const ANY_KEY = -1;
export const ANYWHERE = -2;
/** The key that every sentence has. */
export const EVERY = "^";

/** Words that may stand before the real start of a sentence. */
const LEAD_IN = new Set(["and", "but", "so", "also", "then", "however", "now", "yes", "no", "therefore", "again", ","]);
/** How many words and marks may stand there. */
const LONGEST_LEAD_IN = 4;
/** So many sentences are remembered: a few megabytes. */
const MOST_SEEN = 5_000;
const UNKNOWN: Word = { keys: [0], bySecond: [], any: [], anywhere: [], before: new Map() };
const NO_NUMBERS: readonly number[] = [];
const NONE: readonly Candidate[] = [];

/** A matcher over compiled dictionaries. Branches, programs and entries are parsed when a word first leads to them. */
export class Matcher {
  /** The closed word classes by name. */
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #compiled: Compiled;
  readonly #misspellings: ReadonlyMap<string, string>;
  readonly #walker: Walker;
  readonly #keys: SortedList;
  readonly #words = new Map<string, Word>();
  /** By word, the keys of its classes. */
  readonly #classesOf = new Map<string, readonly number[]>();
  readonly #branches: Branch[] = [];
  readonly #candidates: Candidate[] = [];
  /** By key, the number of the last token that had it. */
  readonly #last: Uint32Array;
  /** What was found in sentences seen before: where letters are made of standard paragraphs, most sentences were. */
  readonly #seen = new Map<string, readonly Found[]>();
  /** The number of the next token; those of a sentence seen twice are numbered twice. */
  #tokens = 1;

  /** `misspellings`: what was meant by a word; a pattern with a word matches its known misspellings too. */
  constructor(compiled: Compiled, misspellings: ReadonlyMap<string, string> = new Map()) {
    this.#compiled = compiled;
    this.#misspellings = misspellings;
    this.#keys = new SortedList(compiled.keys);
    this.#walker = new Walker((key) => this.#keys.at(key - 1));
    this.#last = new Uint32Array(compiled.branches.length + 1);
    this.classes = new Map(Object.entries(compiled.classes).map(([name, words]) => [name, new Set(words)]));
    for (const [name, words] of this.classes) {
      const key = this.#keyOf(`<${name}>`);
      for (const word of words) this.#classesOf.set(word, [...(this.#classesOf.get(word) ?? []), key]);
    }
  }

  /** Every entry that matches in a sentence, in the order of their first tokens and of the dictionaries. One pass over the tokens. */
  hits(sentence: Sentence): Hit[] {
    const key = keyOf(sentence);
    let found = this.#seen.get(key);
    if (found === undefined) {
      if (this.#seen.size >= MOST_SEEN) this.#seen.clear();
      this.#seen.set(key, (found = this.#find(sentence)));
    }
    return found.map(({ candidate, from, to }) => ({ entry: candidate.entry!, sentence, from, to }));
  }

  #find(sentence: Sentence): readonly Found[] {
    const { tokens, entities } = sentence;
    const words = tokens.map(({ norm }) => this.#wordOf(norm));
    const kinds = entities.map(({ kind }) => this.#wordOf(`<${kind}>`));
    const line = this.#lineOf(sentence, words, kinds);
    const search: Search = {
      sentence,
      line,
      lastStart: lastStartOf(tokens),
      found: [],
      everywhere: [],
      silenced: undefined,
    };
    this.#seek(search, this.#wordOf(EVERY));
    for (let at = 0; at < words.length; at++) this.#begin(search, words[at]!, words[at + 1] ?? UNKNOWN, at);
    for (let number = 0; number < entities.length; number++) {
      const kind = kinds[number]!;
      const { from, to } = entities[number]!;
      this.#begin(search, kind, words[to] ?? UNKNOWN, from);
      if (from > 0) this.#tryEach(search, this.#startsOf(words[from - 1]!, kind), from - 1);
      for (let next = number + 1; next < entities.length && entities[next]!.from <= to; next++)
        if (entities[next]!.from === to) this.#tryEach(search, this.#startsOf(kind, kinds[next]!), from);
    }
    for (const candidate of search.everywhere) {
      const last = isAtStart(candidate.head) ? search.lastStart : tokens.length - 1;
      for (let at = 0; at <= last && isPossible(candidate.head, line, at); at++) this.#match(search, candidate, at);
    }
    return search.found.sort((a, b) => a.from - b.from || a.candidate.number - b.candidate.number);
  }

  #lineOf({ tokens, entities }: Sentence, words: readonly Word[], kinds: readonly Word[]): Line {
    const first = this.#tokens;
    this.#tokens += tokens.length + 1;
    const keys = words.map((word) => word.keys);
    keys.push(UNKNOWN.keys);
    for (let at = 0; at < words.length; at++) {
      const own = keys[at]!;
      for (let number = 0; number < own.length; number++) this.#last[own[number]!] = first + at;
    }
    const entityKeys = kinds.map((kind) => kind.keys[0]!);
    for (let number = 0; number < entities.length; number++) {
      const { from } = entities[number]!;
      const key = entityKeys[number]!;
      keys[from] = [...keys[from]!, key];
      this.#last[key] = Math.max(this.#last[key]!, first + from);
    }
    return { tokens, keys, entities, entityKeys, first, last: this.#last };
  }

  #wordOf(word: string): Word {
    const known = this.#words.get(word);
    if (known) return known;
    const key = this.#keyOf(word);
    const meant = key > 0 ? undefined : this.#misspellings.get(word);
    const made = meant === undefined ? this.#readWord(key, word) : this.#readWord(this.#keyOf(meant), meant);
    this.#words.set(word, made);
    return made;
  }

  #readWord(key: number, word: string): Word {
    if (key === 0) return UNKNOWN;
    const keys = [key, ...(this.#classesOf.get(word) ?? NO_NUMBERS)];
    const branches = keys.flatMap((each) => this.#branch(each) ?? []);
    const candidates = (numbers: readonly number[]) => numbers.map((number) => this.#candidate(number));
    return {
      keys,
      bySecond: branches.map(({ bySecond }) => bySecond).filter(({ size }) => size > 0),
      any: branches.flatMap(({ any }) => candidates(any)),
      anywhere: branches.flatMap(({ anywhere }) => candidates(anywhere)),
      before: new Map(),
    };
  }

  /** The entries that can begin with one word before another. */
  #startsOf(word: Word, next: Word): readonly Candidate[] {
    if (word.bySecond.length === 0 || next === UNKNOWN) return NONE;
    const known = word.before.get(next);
    if (known) return known;
    let made = NONE;
    for (let branch = 0; branch < word.bySecond.length; branch++) {
      for (let at = 0; at < next.keys.length; at++) {
        const numbers = word.bySecond[branch]!.get(next.keys[at]!);
        if (numbers) made = made.concat(numbers.map((number) => this.#candidate(number)));
      }
    }
    word.before.set(next, made);
    return made;
  }

  /** 0 where no pattern has the word. */
  #keyOf(word: string): number {
    return this.#keys.indexOf(word) + 1;
  }

  /** Tries the entries that can begin with a word at token `at`, before the word that follows it. */
  #begin(search: Search, word: Word, next: Word, at: number): void {
    if (word.anywhere.length > 0) this.#seek(search, word);
    if (word.any.length > 0) this.#tryEach(search, word.any, at);
    const starts = this.#startsOf(word, next);
    if (starts.length > 0) this.#tryEach(search, starts, at);
  }

  /** Notes the entries that may match anywhere in the sentence. */
  #seek({ everywhere, line }: Search, { anywhere }: Word): void {
    for (let at = 0; at < anywhere.length; at++) {
      const candidate = anywhere[at]!;
      if (candidate.sought === line.first) continue;
      candidate.sought = line.first;
      if (isPossible(candidate.head, line, 0)) everywhere.push(candidate);
    }
  }

  /**
   * Here and above arrays are walked by index: this is a fifth of a run, and before V8 optimises a function `for … of` costs
   * several times as much.
   */
  #tryEach(search: Search, candidates: readonly Candidate[], from: number): void {
    const { line, lastStart } = search;
    const token = line.first + from;
    for (let at = 0; at < candidates.length; at++) {
      const candidate = candidates[at]!;
      if (candidate.tried === token) continue;
      candidate.tried = token;
      if (from > lastStart && isAtStart(candidate.head)) continue;
      if (isPossible(candidate.head, line, from)) this.#match(search, candidate, from);
    }
  }

  #match(search: Search, candidate: Candidate, at: number): void {
    const { programs, entries } = this.#compiled;
    const program = (candidate.program ??= readProgram(programs.at(candidate.number)!));
    const to = this.#walker.endOf(program, search.line, at);
    if (to <= at) return;
    const entry = (candidate.entry ??= JSON.parse(entries.at(candidate.number)!) as Entry);
    const unless = (candidate.unless ??= readGuards(programs.at(candidate.number)!));
    if (this.#isSilenced(search, entry, unless)) return;
    search.found.push({ candidate, from: at, to });
  }

  #branch(key: number): Branch | undefined {
    const json = key > 0 ? this.#compiled.branches.at(key - 1) : undefined;
    return json ? (this.#branches[key] ??= readBranch(json)) : undefined;
  }

  #candidate(number: number): Candidate {
    const known = this.#candidates[number];
    if (known) return known;
    return (this.#candidates[number] = {
      number,
      head: readHead(this.#compiled.programs.at(number)!),
      program: undefined,
      entry: undefined,
      unless: undefined,
      tried: -1,
      sought: -1,
    });
  }

  /** Whether a guard of an entry or of its dictionary matches in the sentence; each dictionary is looked at once. */
  #isSilenced(search: Search, { dictionary }: Entry, unless: readonly Program[]): boolean {
    const isFound = (guard: Program) => this.#isFound(guard, search);
    search.silenced ??= new Map();
    let all = search.silenced.get(dictionary);
    if (all === undefined) {
      all = this.#compiled.guards[dictionary]?.some(isFound) ?? false;
      search.silenced.set(dictionary, all);
    }
    return all || unless.some(isFound);
  }

  #isFound(program: Program, { line, lastStart }: Search): boolean {
    if (!isPossible(program, line, 0)) return false;
    const last = isAtStart(program) ? lastStart : line.tokens.length - 1;
    for (let at = 0; at <= last; at++) if (this.#walker.endOf(program, line, at) > at) return true;
    return false;
  }
}

/** A match, in any sentence of the same words. */
interface Found {
  readonly candidate: Candidate;
  readonly from: number;
  readonly to: number;
}

/** All that the programs see of a sentence: its tokens, whose kinds and norms follow from their texts, and its entities. */
function keyOf({ tokens, entities }: Sentence): string {
  let key = "";
  for (let at = 0; at < tokens.length; at++) key += `${tokens[at]!.text} `;
  for (let at = 0; at < entities.length; at++) key += `${entities[at]!.kind}${entities[at]!.from}-${entities[at]!.to} `;
  return key;
}

/** The search of one sentence. */
interface Search {
  readonly sentence: Sentence;
  readonly line: Line;
  /** The last token at which the sentence can be said to start. */
  readonly lastStart: number;
  readonly found: Found[];
  readonly everywhere: Candidate[];
  /** Whether a dictionary says nothing here. */
  silenced: Map<string, boolean> | undefined;
}

function readBranch(json: string): Branch {
  const numbers = JSON.parse(`[${json}]`) as number[];
  const bySecond = new Map<number, readonly number[]>();
  for (let at = 0; at < numbers.length;) {
    const from = at + 2;
    const to = from + numbers[at + 1]!;
    bySecond.set(numbers[at]!, numbers.slice(from, to));
    at = to;
  }
  const take = (key: number) => {
    const own = bySecond.get(key) ?? NO_NUMBERS;
    bySecond.delete(key);
    return own;
  };
  return { any: take(ANY_KEY), anywhere: take(ANYWHERE), bySecond };
}

/** The last token that counts as the start of a sentence: the first, or the one after "And", "But", "So," … */
function lastStartOf(tokens: readonly Token[]): number {
  let at = 0;
  while (at < LONGEST_LEAD_IN && (LEAD_IN.has(tokens[at]?.norm ?? "") || tokens[at]?.kind === "mark")) at++;
  return Math.min(at, tokens.length - 1);
}
