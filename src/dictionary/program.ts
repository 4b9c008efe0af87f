/** Patterns as programs: a row of numbers, each instruction followed by what it works on. */
import type { Entity, Token } from "../model.ts";
import { asElements } from "./keys.ts";
import type { Element, Pattern, Program } from "./model.ts";

/** The match ends here. */
const DONE = 0;
/** The match ends here, if the sentence does. */
const DONE_AT_END = 1;
/** `key`: this word. */
const WORD = 2;
/** `key`: this word, capitals and all. */
const EXACT = 3;
/** `key`: a word of this class. */
const CLASS = 4;
/** `count, keys …`: one of these words. */
const ONE_OF = 5;
/** `count, keys …`: one of these words, or nothing. */
const OPTIONAL = 6;
/** `count, (key, place) …`: where the word is one of these, go on at the place as well. */
const FORK = 7;
/** `place`: go on there as well. */
const TRY = 8;
/** `place`: go on there. */
const GO = 9;
const FAIL = 10;
/** Two ways may meet here: of those that stand at the same token one is enough. */
const MEET = 11;
/** `count, keys …`: one of these entities. */
const ENTITY = 12;
/** `most`: so many tokens, or fewer. */
const GAP = 13;
const NOUN_PHRASE = 14;
const VERB = 15;
const ING = 16;

/** The most words of a noun phrase. */
const LONGEST_PHRASE = 8;

/**
 * Turns a pattern into a program: whether it begins at the start of a sentence, where its instructions begin, then for each of
 * the needs (keys of which the sentence must have one) how many keys and which, then the instructions.
 */
export function encode(
  { elements, start, end }: Pattern,
  needs: readonly ReadonlySet<string>[],
  keyOf: (key: string) => number,
): Program {
  const code: number[] = [start ? 1 : 0, 0];
  for (const need of needs) code.push(need.size, ...[...need].map(keyOf));
  code[1] = code.length;
  let hasForked = false;
  addAll(elements);
  code.push(end ? DONE_AT_END : DONE);
  return code;

  function addAll(sequence: readonly Element[]): void {
    for (const element of sequence) add(element);
  }

  function add(element: Element): void {
    if (typeof element === "string") code.push(WORD, keyOf(element));
    else if ("exact" in element) code.push(EXACT, keyOf(element.exact));
    else if ("class" in element) code.push(CLASS, keyOf(`<${element.class}>`));
    else if ("entity" in element)
      addFork(ENTITY, element.entity.length, ...element.entity.map((kind) => keyOf(`<${kind}>`)));
    else if ("gap" in element) addFork(GAP, element.gap);
    else if ("forms" in element) addAlternatives(element.forms);
    else if ("or" in element) addAlternatives(element.or);
    else if (element.open === "NP") addFork(NOUN_PHRASE);
    else code.push(element.open === "VERB" ? VERB : ING);
  }

  function addFork(...instruction: readonly number[]): void {
    if (hasForked) code.push(MEET);
    hasForked = true;
    code.push(...instruction);
  }

  function addAlternatives(alternatives: readonly (string | readonly Element[])[]): void {
    const filled = alternatives.filter(({ length }) => length > 0).map(asElements);
    const isOptional = filled.length < alternatives.length;
    const words = filled.flatMap(([first, ...rest]) =>
      typeof first === "string" && rest.length === 0 ? [keyOf(first)] : [],
    );
    if (words.length === filled.length) {
      if (isOptional) addFork(OPTIONAL, words.length, ...words);
      else code.push(ONE_OF, words.length, ...words);
      return;
    }
    const byWord = filled.filter(([first]) => typeof first === "string");
    const others = filled.filter(([first]) => typeof first !== "string");
    const ends: number[] = [];
    const goToEnd = () => void ends.push(code.push(GO, 0) - 1);
    addFork(FORK, byWord.length);
    const places = byWord.map(([first]) => code.push(keyOf(first as string), 0) - 1);
    const tries = others.map(() => code.push(TRY, 0) - 1);
    if (isOptional) goToEnd();
    else code.push(FAIL);
    for (const [at, [, ...rest]] of byWord.entries()) {
      code[places[at]!] = code.length;
      addAll(rest);
      goToEnd();
    }
    for (const [at, sequence] of others.entries()) {
      code[tries[at]!] = code.length;
      addAll(sequence);
      goToEnd();
    }
    for (const place of ends) code[place] = code.length;
  }
}

/**
 * A program and those that silence it, as a text that is read part by part: most programs of a word are never needed further than
 * their head. `head;instructions;guard;guard …`, each numbers with commas.
 */
export function writeProgram(program: Program, guards: readonly Program[]): string {
  const start = program[1]!;
  return [program.slice(0, start), program.slice(start), ...guards].map((part) => part.join()).join(";");
}

/** What stands before the instructions of a program: enough for `isAtStart` and `isPossible`. */
export const readHead = (text: string): Program => toNumbers(text.slice(0, text.indexOf(";")));

/** The whole program. */
export function readProgram(text: string): Program {
  const [head, instructions] = text.split(";", 2);
  return toNumbers(`${head!},${instructions!}`);
}

/** The programs that silence it. */
export const readGuards = (text: string): readonly Program[] => text.split(";").slice(2).map(toNumbers);

const toNumbers = (list: string) => JSON.parse(`[${list}]`) as Program;

/** Whether the match of a program begins at the start of a sentence. */
export const isAtStart = (program: Program) => program[0] === 1;

/** What programs need to know of a sentence. */
export interface Line {
  readonly tokens: readonly Token[];
  /** The keys of each token, its word first (0 for one that no pattern has), and of the end. */
  readonly keys: readonly (readonly number[])[];
  readonly entities: readonly Entity[];
  readonly entityKeys: readonly number[];
  /** The number of the first token, and by key the number of the last token that had it, here or in an earlier sentence. */
  readonly first: number;
  readonly last: Readonly<Uint32Array>;
}

/** Whether a sentence has what a program needs, from token `from` on. */
export function isPossible(program: Program, { first, last }: Line, from: number): boolean {
  const least = first + from;
  const end = program[1]!;
  for (let at = 2; at < end;) {
    const next = at + program[at]! + 1;
    do at++;
    while (at < next && last[program[at]!]! < least);
    if (at === next) return false;
    at = next;
  }
  return true;
}

/** Runs programs over sentences. It goes every way through a program, and no two ways past a place where they meet. */
export class Walker {
  readonly #textOf: (key: number) => string;
  readonly #met = new Set<number>();
  #line: Line = { tokens: [], keys: [], entities: [], entityKeys: [], first: 0, last: new Uint32Array() };
  #code: Program = [];
  #longest = -1;

  /** @param textOf the word that a key stands for */
  constructor(textOf: (key: number) => string) {
    this.#textOf = textOf;
  }

  /** Where the longest match from token `at` ends; -1 where there is none. */
  endOf(program: Program, line: Line, at: number): number {
    this.#line = line;
    this.#code = program;
    this.#longest = -1;
    if (this.#met.size > 0) this.#met.clear();
    this.#walk(program[1]!, at);
    return this.#longest;
  }

  #walk(from: number, token: number): void {
    const code = this.#code;
    const { keys, tokens } = this.#line;
    let at = token;
    for (let pc = from; ;) {
      switch (code[pc++]) {
        case WORD:
          if (keys[at]![0] !== code[pc++]) return;
          at++;
          break;
        case ONE_OF: {
          const end = pc + 1 + code[pc]!;
          if (!includes(code, pc + 1, end, keys[at]![0]!)) return;
          pc = end;
          at++;
          break;
        }
        case OPTIONAL: {
          const end = pc + 1 + code[pc]!;
          if (includes(code, pc + 1, end, keys[at]![0]!)) this.#walk(end, at + 1);
          pc = end;
          break;
        }
        case FORK: {
          const end = pc + 1 + 2 * code[pc]!;
          const word = keys[at]![0]!;
          for (let way = pc + 1; way < end; way += 2) if (code[way] === word) this.#walk(code[way + 1]!, at + 1);
          pc = end;
          break;
        }
        case TRY:
          this.#walk(code[pc++]!, at);
          break;
        case GO:
          pc = code[pc]!;
          break;
        case FAIL:
          return;
        case MEET: {
          const meeting = pc * keys.length + at;
          if (this.#met.has(meeting)) return;
          this.#met.add(meeting);
          break;
        }
        case CLASS:
          if (!keys[at]!.includes(code[pc++]!)) return;
          at++;
          break;
        case EXACT:
          if (tokens[at]?.text !== this.#textOf(code[pc++]!)) return;
          at++;
          break;
        case ENTITY:
          return this.#walkEntities(pc, at);
        case GAP: {
          const last = Math.min(at + code[pc++]!, tokens.length);
          for (; at < last; at++) if (mayGoOn(code, pc, keys[at]![0]!)) this.#walk(pc, at);
          break;
        }
        case NOUN_PHRASE: {
          let last = at;
          while (last < at + LONGEST_PHRASE && last < tokens.length && tokens[last]!.kind !== "mark") last++;
          if (last === at) return;
          while (++at < last) if (mayGoOn(code, pc, keys[at]![0]!)) this.#walk(pc, at);
          break;
        }
        case VERB:
          if (tokens[at]?.kind !== "word") return;
          at++;
          break;
        case ING:
          if (tokens[at]?.kind !== "word" || tokens[at]!.norm.length < 5 || !tokens[at]!.norm.endsWith("ing")) return;
          at++;
          break;
        case DONE_AT_END:
          if (!isEnd(tokens, at)) return;
        // falls through
        default:
          if (at > this.#longest) this.#longest = at;
          return;
      }
    }
  }

  #walkEntities(pc: number, at: number): void {
    const code = this.#code;
    const { entities, entityKeys } = this.#line;
    const end = pc + 1 + code[pc]!;
    for (let number = 0; number < entities.length && entities[number]!.from <= at; number++) {
      if (entities[number]!.from === at && includes(code, pc + 1, end, entityKeys[number]!))
        this.#walk(end, entities[number]!.to);
    }
  }
}

/** Whether a program can go on at a word: most gaps and noun phrases end at certain ones. */
function mayGoOn(code: Program, pc: number, word: number): boolean {
  if (code[pc] === WORD) return code[pc + 1] === word;
  return code[pc] !== ONE_OF || includes(code, pc + 2, pc + 2 + code[pc + 1]!, word);
}

/** Whether a value stands in [from, to) of a program. */
function includes(code: Program, from: number, to: number, value: number): boolean {
  for (let at = from; at < to; at++) if (code[at] === value) return true;
  return false;
}

/** Whether nothing but marks follows. */
function isEnd(tokens: readonly Token[], at: number): boolean {
  let end = at;
  while (end < tokens.length && tokens[end]!.kind === "mark") end++;
  return end >= tokens.length;
}
