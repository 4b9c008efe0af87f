import { LineCounter, parseDocument, isMap, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import type { Compiled, Entry, Pattern, Replacement } from "./model.ts";
import { CHANNELS, SECTORS } from "../model.ts";
import { inflect, type Irregular } from "./inflect.ts";
import { firstKeys, needsOf, type Odds, oddsOfAny, secondKeys } from "./keys.ts";
import { ANY_KEY, ANYWHERE, EVERY } from "./match.ts";
import { parsePattern, PatternError, type Vocabulary } from "./pattern.ts";
import { encode, writeProgram } from "./program.ts";
import { packWords, SortedList } from "./sorted-list.ts";

export { packDictionaries } from "./pack.ts";
export { packWords };

/** A file of `dictionaries/`, or of an organisation's own. */
export interface DictionaryFile {
  /** "dictionaries/plain-english.yml"; the name of the dictionary is what stands between the folder and the ending. */
  readonly path: string;
  readonly text: string;
  /** The name of the dictionary, where the path does not tell it. */
  readonly name?: string;
}

/** A dictionary that cannot be compiled; the message names file, line, the word and the cure. */
export class DictionaryError extends Error {
  override readonly name = "DictionaryError";
}

/** A sentence that an author gave as proof of an entry, and whether the entry must be found in it. */
export interface Proof {
  readonly file: string;
  /** The pattern as its author wrote it. */
  readonly source: string;
  readonly entry: Entry;
  readonly sentence: string;
  readonly found: boolean;
}

/** The data of retext-simplify: phrases, what to write instead, and whether they may be left out. */
export type Simplify = Readonly<Record<string, { readonly replace: readonly string[]; readonly omit?: true }>>;

const TERM_KEYS = [
  "not",
  "word",
  "write",
  "why",
  "example",
  "fine",
  "unless",
  "severity",
  "channels",
  "sector",
  "safe",
];
const ACT_KEYS = ["says", "example", "fine", "unless", "agent"];
const ACT_FILE_KEYS = ["agent", "polarity", "unless", "patterns"];

/**
 * Compiles dictionaries: `.txt` files to lists, `classes.yml` to word classes, `acts/*.yml` and the other
 * `.yml` files to entries with an index by first word.
 * @throws DictionaryError
 */
export function compileDictionaries(files: readonly DictionaryFile[], simplify: Simplify = {}): Compiled {
  return compileWithProofs(files, simplify).compiled;
}

/**
 * As `compileDictionaries`, with the sentences that prove each entry. An organisation's own files are compiled on top of ours:
 * their patterns may use our word classes and irregular verbs.
 */
export function compileWithProofs(
  files: readonly DictionaryFile[],
  simplify: Simplify = {},
  ours?: Compiled,
): { compiled: Compiled; proofs: Proof[] } {
  const lists: Record<string, string[]> = {};
  for (const file of files) {
    if (file.path.endsWith(".txt")) lists[nameOf(file)] = [...(lists[nameOf(file)] ?? []), ...readList(file)];
  }
  const irregular = readIrregular([...irregularOf(ours), ...(lists["irregular"] ?? [])]);
  const classes = {
    ...ours?.classes,
    ...readClasses(
      files.find((file) => nameOf(file) === "classes"),
      irregular,
    ),
  };
  const vocabulary = { irregular, classes: new Set(Object.keys(classes)) };

  const rows: Row[] = [];
  const proofs: Proof[] = [];
  const guards: Record<string, readonly Pattern[]> = {};
  for (const file of files) {
    if (!/\.ya?ml$/.test(file.path) || nameOf(file) === "classes") continue;
    const reader = new FileReader(file, vocabulary);
    rows.push(...reader.rows());
    proofs.push(...reader.proofs);
    if (reader.guards.length > 0) guards[nameOf(file)] = reader.guards;
  }
  rows.push(...simplifyRows(simplify, rows));

  lists["common"] = commonWords(proofs);

  const oddsOf = readOdds(proofs, classes);
  const branches = new Map<string, Map<string, number[]>>();
  const needs = rows.map(({ pattern }, number) => addToBranches(branches, pattern, number, oddsOf));
  const needsOfGuard = ({ elements }: Pattern) => needsOf(elements, oddsOf).slice(0, MOST_NEEDS);
  const write = (keyOf: (key: string) => number) => ({
    programs: rows.map(({ pattern, unless }, number) =>
      writeProgram(
        encode(pattern, needs[number]!, keyOf),
        unless.map((guard) => encode(guard, needsOfGuard(guard), keyOf)),
      ),
    ),
    guards: mapValues(guards, (patterns) => patterns.map((guard) => encode(guard, needsOfGuard(guard), keyOf))),
    branches: mapValues(Object.fromEntries(branches), (branch) => flatten(branch, keyOf)),
  });

  // Keys are numbered in the order of the packed list, which is known once all have been asked for.
  const asked = new Set([
    ...branches.keys(),
    ...Object.values(classes).flat(),
    ...Object.keys(classes).map((name) => `<${name}>`),
  ]);
  write((key) => asked.add(key).size);
  const keys = packWords(asked);
  const list = new SortedList(keys);
  const written = write((key) => list.indexOf(key) + 1);
  const compiled = {
    keys,
    branches: Array.from(asked, (_, place) => written.branches[list.at(place)]?.join() ?? ""),
    programs: written.programs,
    entries: rows.map(({ entry }) => JSON.stringify(entry)),
    guards: written.guards,
    classes,
    lists: mapValues(lists, (lines) => JSON.stringify(lines.join("\n"))),
  };
  return { compiled, proofs };
}

/** The words of the sentences that prove the entries, which are sentences of letters; what is short needs no help. */
function commonWords(proofs: readonly Proof[]): string[] {
  const words = proofs.flatMap(({ sentence }) => sentence.toLowerCase().match(/[a-z]{4,}/g) ?? []);
  return [...new Set(words)].sort();
}

function mapValues<V, W>(record: Readonly<Record<string, V>>, change: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** An entry with what it is found by. */
interface Row {
  readonly entry: Entry;
  readonly pattern: Pattern;
  /** Silent in a sentence where one of these matches. */
  readonly unless: readonly Pattern[];
}

const ANY = "+";
const WHEREVER = "*";

/** The odds of each word and class, counted in the sentences that prove the entries. */
function readOdds(proofs: readonly Proof[], classes: Readonly<Record<string, readonly string[]>>): Odds {
  const sentences = proofs.map(
    ({ sentence }) =>
      new Set(
        sentence
          .toLowerCase()
          .replaceAll("’", "'")
          .match(/[a-z'-]+|[^\sa-z]/g),
      ),
  );
  const counts = new Map<string, number>();
  for (const words of sentences) {
    const own = Object.entries(classes).filter(([, members]) => members.some((member) => words.has(member)));
    for (const key of [...words, ...own.map(([name]) => `<${name}>`)]) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (key) => (ENTITY_KEY.test(key) ? ENTITY_ODDS : ((counts.get(key) ?? 0) + 1) / (sentences.length + 1));
}

const ENTITY_KEY = /^<[a-z]+>$/;
const ENTITY_ODDS = 0.2;

/** Of what a match needs, so many are worth a look: those that a sentence is least likely to have. */
const MOST_NEEDS = 3;

/** A pair of keys stands side by side in so many of the sentences that have both. */
const SIDE_BY_SIDE = 0.2;
/** Sentences that have one of these keys are fewer than this. */
const SELDOM = 0.9;
/** To try a pattern all over a sentence takes so many times longer than to try it at one token. */
const ALL_OVER = 5;

/**
 * Enters a number under each first key of a pattern and each key that can follow it; or, where that would have it tried more often,
 * under the keys that a match needs somewhere in the sentence. Gives what it needs besides.
 */
function addToBranches(
  branches: Map<string, Map<string, number[]>>,
  { elements }: Pattern,
  number: number,
  oddsOf: Odds,
): readonly ReadonlySet<string>[] {
  const pairs = [...(firstKeys(elements) ?? [EVERY])].map((first) => [first, secondKeys(elements, first)] as const);
  const needs = needsOf(elements, oddsOf);
  const [need] = needs;
  const oddsOfPair = ([first, seconds]: (typeof pairs)[number]) =>
    (first === EVERY ? 1 : oddsOf(first)) * (seconds ? Math.min(1, SIDE_BY_SIDE * oddsOfAny(seconds, oddsOf)) : 1);
  const tries = pairs.reduce((sum, pair) => sum + oddsOfPair(pair), 0);
  if (need && (firstKeys(elements) === undefined || ALL_OVER * oddsOfAny(need, oddsOf) < tries)) {
    for (const key of need) add(key, WHEREVER);
    return needs.slice(0, MOST_NEEDS);
  }
  if (firstKeys(elements) === undefined) add(EVERY, WHEREVER);
  else for (const [first, seconds] of pairs) for (const second of seconds ?? [ANY]) add(first, second);
  // The first two keys are there where the pattern is tried at all; of the rest, what few sentences have is worth a look.
  const there = new Set(pairs.flatMap(([first, seconds]) => [first, ...(seconds ?? [])]));
  return needs
    .filter((keys) => oddsOfAny(keys, oddsOf) < SELDOM && ![...keys].every((key) => there.has(key)))
    .slice(0, MOST_NEEDS);

  function add(first: string, second: string): void {
    let branch = branches.get(first);
    if (!branch) branches.set(first, (branch = new Map()));
    const numbers = branch.get(second);
    if (numbers) numbers.push(number);
    else branch.set(second, [number]);
  }
}

function flatten(branch: ReadonlyMap<string, readonly number[]>, keyOf: (key: string) => number): number[] {
  const numberOf = (second: string) => (second === ANY ? ANY_KEY : second === WHEREVER ? ANYWHERE : keyOf(second));
  return [...branch].flatMap(([second, numbers]) => [numberOf(second), numbers.length, ...numbers]);
}

/** The phrases of retext-simplify that our own dictionary does not have: it knows their forms and guards. */
function simplifyRows(simplify: Simplify, own: readonly Row[]): Row[] {
  const known = new Set(
    own.flatMap(({ entry, pattern }) =>
      entry.dictionary === "plain-english" ? [...(firstKeys(pattern.elements) ?? [])] : [],
    ),
  );
  return Object.entries(simplify)
    .filter(([phrase]) => !known.has(phrase.split(" ")[0]!))
    .map(([phrase, { replace, omit }]) => ({
      entry: {
        dictionary: "plain-english",
        line: 0,
        write: [...replace, ...(omit ? [""] : [])].map((text) => ({ text })),
      },
      pattern: { elements: phrase.split(" ") },
      unless: [],
    }));
}

const irregularOf = (compiled: Compiled | undefined) =>
  compiled ? (JSON.parse(compiled.lists["irregular"] ?? '""') as string).split("\n").filter(Boolean) : [];

const nameOf = (file: DictionaryFile) =>
  file.name ?? file.path.replace(/^.*?dictionaries\//, "").replace(/\.[^.]*$/, "");

function readList(file: DictionaryFile): string[] {
  return file.text
    .split(/\r?\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, "").trim())
    .filter(Boolean);
}

function readIrregular(lines: readonly string[]): Irregular {
  return new Map(
    lines.map((line) => {
      const [base = "", past = base, participle = past] = line.split(/\s+/);
      return [base, [past, participle]] as const;
    }),
  );
}

/** `classes.yml`: a map from slot name to words; a word in braces stands for all its forms. */
function readClasses(file: DictionaryFile | undefined, irregular: Irregular): Record<string, string[]> {
  if (!file) return {};
  const data = parse(file).document.toJS() as Record<string, string>;
  return Object.fromEntries(
    Object.entries(data).map(([name, words]) => [
      name,
      [
        ...new Set(
          words.split(/\s+/).flatMap((word) => (word.startsWith("{") ? inflect(word.slice(1, -1), irregular) : [word])),
        ),
      ].filter(Boolean),
    ]),
  );
}

function parse(file: DictionaryFile) {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { schema: "failsafe", lineCounter: lines, prettyErrors: false });
  const fail = (offset: number, problem: string): never => {
    throw new DictionaryError(`${file.path}:${lines.linePos(offset).line}: ${problem}`);
  };
  const [error] = document.errors;
  if (error) fail(error.pos[0], error.message);
  const lineOf = (node: Node) => lines.linePos(node.range?.[0] ?? 0).line;
  return { document, fail, lineOf };
}

/** Reads the entries of one YAML file, with the line of each for its errors. */
class FileReader {
  readonly proofs: Proof[] = [];
  /** The patterns that silence all entries of the file. */
  guards: readonly Pattern[] = [];
  readonly #file: DictionaryFile;
  readonly #vocabulary: Vocabulary;
  readonly #parsed: ReturnType<typeof parse>;
  readonly #seen = new Set<string>();

  constructor(file: DictionaryFile, vocabulary: Vocabulary) {
    this.#file = file;
    this.#vocabulary = vocabulary;
    this.#parsed = parse(file);
  }

  fail(node: Node, problem: string): never {
    return this.#parsed.fail(node.range?.[0] ?? 0, problem);
  }

  *rows(): Generator<Row> {
    const root = this.#parsed.document.contents as Node | null;
    if (!root) return;
    const isAct = /^(?:acts|context|structure)\//.test(nameOf(this.#file));
    const shared = isAct ? this.#fields(root, ACT_FILE_KEYS) : {};
    this.guards = (shared["unless"] ?? []).map((text) => this.#pattern(text, root));
    const list = isAct && isMap(root) ? root.get("patterns") : root;
    if (!isSeq(list))
      this.fail(
        root,
        isAct
          ? `write the entries as a list under "patterns:"`
          : "write the entries as a list, each beginning with a dash",
      );
    for (const item of (list as { items: Node[] }).items) {
      const fields = this.#fields(item, isAct ? ACT_KEYS : TERM_KEYS);
      const source = fields[isAct ? "says" : "not"]?.[0];
      if (!source) this.fail(item, `the entry has no "${isAct ? "says" : "not"}:" line`);
      if (this.#seen.has(source)) this.fail(item, `"${source}" is there already. Delete one.`);
      this.#seen.add(source);
      const pattern = this.#pattern(source, item);
      if (!firstKeys(pattern.elements) && !pattern.start)
        this.fail(item, `"${source}" begins with a gap or an open slot: begin it with a word or "^"`);
      const unless = (fields["unless"] ?? []).map((text) => this.#pattern(text, item));
      const forms = pattern.elements.flatMap((element) =>
        typeof element === "object" && "forms" in element ? [element.forms] : [],
      )[0];
      const agent = fields["agent"]?.[0] ?? shared["agent"]?.[0];
      const polarity = shared["polarity"]?.[0];
      const severity = fields["severity"]?.[0];
      const entry = {
        dictionary: nameOf(this.#file),
        line: this.#parsed.lineOf(item),
        ...(forms && { forms }),
        ...(fields["write"] && { write: fields["write"].map((text) => this.#replacement(text)) }),
        ...(fields["why"] && { why: fields["why"][0] }),
        ...(severity && { severity }),
        ...(fields["word"] && { words: this.#words(fields["word"][0]!.toLowerCase()) }),
        ...(fields["channels"] && { channels: fields["channels"].map((name) => this.#oneOf(name, CHANNELS, item)) }),
        ...(fields["sector"] && { sectors: fields["sector"].map((name) => this.#oneOf(name, SECTORS, item)) }),
        ...(fields["safe"] && { safe: true }),
        ...(agent && { agent }),
        ...(polarity && { polarity }),
      } as Entry;
      this.#prove({ entry, pattern, unless }, source, fields, item);
      yield { entry, pattern, unless };
    }
  }

  #prove({ entry, pattern, unless }: Row, source: string, fields: Record<string, string[]>, node: Node): void {
    if (!fields["example"])
      this.fail(node, `"${source}" has no "example:". Write a sentence in which it must be found.`);
    if (!fields["fine"] && (unless.length > 0 || needsCounterexample(pattern))) {
      this.fail(
        node,
        `"${source}" has a slot, a gap, a form or a guard: write a sentence under "fine:" in which it must not be found.`,
      );
    }
    for (const sentence of fields["example"])
      this.proofs.push({ file: this.#file.path, source, entry, sentence, found: true });
    for (const sentence of fields["fine"] ?? [])
      this.proofs.push({ file: this.#file.path, source, entry, sentence, found: false });
  }

  #pattern(source: string, node: Node): Pattern {
    try {
      return parsePattern(source, this.#vocabulary);
    } catch (error) {
      if (error instanceof PatternError) this.fail(node, error.message);
      throw error;
    }
  }

  #oneOf<T extends string>(name: string, names: readonly T[], node: Node): T {
    return (
      names.find((each) => each === name) ?? this.fail(node, `there is no "${name}": write one of ${names.join(", ")}`)
    );
  }

  #replacement(text: string): Replacement {
    const form = /\{([^{}]+)\}/.exec(text);
    return form
      ? { text: text.replace(form[0], "{}"), forms: inflect(form[1]!, this.#vocabulary.irregular) }
      : { text };
  }

  /** The words at fault, each as its parts: one of several in brackets, or a word in any of its forms. */
  #words(text: string): readonly (readonly string[])[] {
    const [, before = "", choice, form, after = ""] = /^(.*?)(?:\(([^()]+)\)|\{([^{}]+)\})(.*)$/.exec(text) ?? [];
    const all = form ? inflect(form, this.#vocabulary.irregular) : choice?.split("|");
    return (all?.map((word) => before + word + after) ?? [text]).map((word) => word.split(" "));
  }

  /** The scalar fields of a map, each as a list of strings; an unknown key is an error. */
  #fields(node: Node, known: readonly string[]): Record<string, string[]> {
    if (!isMap(node)) return this.fail(node, `write each entry as "${known[0]}: …" lines`);
    const fields: Record<string, string[]> = {};
    for (const { key, value } of (node as YAMLMap<Node, Node | null>).items) {
      const name = isScalar(key) ? String(key.value) : "";
      if (!known.includes(name)) this.fail(key, `"${name}" is not a word for an entry: use ${known.join(", ")}`);
      if (isScalar(value)) fields[name] = [String(value.value)];
      else if (isSeq(value) && value.items.every(isScalar))
        fields[name] = value.items.map((item) => String((item as { value: unknown }).value));
    }
    return fields;
  }
}

function needsCounterexample({ elements }: Pattern): boolean {
  return elements.some((element) => typeof element === "object" && !("or" in element) && !("exact" in element));
}
