import { LineCounter, parseDocument, isMap, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import type { Compiled, Entry, Pattern, Replacement } from "./model.ts";
import { inflect, type Irregular } from "./inflect.ts";
import { firstKeys, needKeys, secondKeys } from "./keys.ts";
import { parsePattern, PatternError, type Vocabulary } from "./pattern.ts";

export { packDictionaries } from "./pack.ts";

/** A file of `dictionaries/`, or of an organisation's own. */
export interface DictionaryFile {
  /** "dictionaries/plain-english.yml"; the name of the dictionary is what stands between the folder and the ending. */
  readonly path: string;
  readonly text: string;
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

const TERM_KEYS = ["not", "write", "why", "example", "fine", "unless", "severity"];
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

/** As `compileDictionaries`, with the sentences that prove each entry. */
export function compileWithProofs(
  files: readonly DictionaryFile[],
  simplify: Simplify = {},
): { compiled: Compiled; proofs: Proof[] } {
  const lists: Record<string, string[]> = {};
  for (const file of files) if (file.path.endsWith(".txt")) lists[nameOf(file)] = readList(file);
  const irregular = readIrregular(lists["irregular"] ?? []);
  const classes = readClasses(
    files.find((file) => nameOf(file) === "classes"),
    irregular,
  );
  const common = new Set(classes["FUNCTION"]);
  const vocabulary = { irregular, classes: new Set(Object.keys(classes)) };

  const entries: Entry[] = [];
  const proofs: Proof[] = [];
  const branches = new Map<string, Map<string, number[]>>();
  const guards: Record<string, readonly Pattern[]> = {};
  for (const file of files) {
    if (!/\.ya?ml$/.test(file.path) || nameOf(file) === "classes") continue;
    const reader = new FileReader(file, vocabulary);
    for (const { entry, source, node } of reader.entries()) {
      if (!firstKeys(entry.pattern.elements) && !entry.pattern.start) {
        reader.fail(node, `"${source}" begins with a gap or an open slot: begin it with a word or "^"`);
      }
      addToBranches(branches, entry, entries.length, common);
      entries.push(entry);
    }
    proofs.push(...reader.proofs);
    if (reader.guards.length > 0) guards[nameOf(file)] = reader.guards;
  }
  for (const entry of simplifyEntries(simplify, entries)) {
    addToBranches(branches, entry, entries.length, common);
    entries.push(entry);
  }
  const compiled = {
    entries: entries.map((entry) => JSON.stringify(entry)),
    branches: [...branches.values()].map((branch) => JSON.stringify(Object.fromEntries(branch))),
    index: Object.fromEntries([...branches.keys()].map((key, at) => [key, at])),
    guards,
    classes,
    lists,
  };
  return { compiled, proofs };
}

/**
 * Enters a number under each first key of an entry and each key that can follow it; under "+" where anything can. Where that would
 * have it tried at every "the" or "your", it is entered under the keys that a match needs somewhere in the sentence.
 */
function addToBranches(
  branches: Map<string, Map<string, number[]>>,
  { pattern: { elements } }: Entry,
  number: number,
  common: ReadonlySet<string>,
): void {
  const pairs = [...(firstKeys(elements) ?? [])].map((first) => [first, secondKeys(elements, first)] as const);
  const isFrequent = (key: string) => common.has(key) || key.startsWith("<");
  if (pairs.length > 0 && !pairs.some(([first, seconds]) => !seconds && isFrequent(first))) {
    for (const [first, seconds] of pairs) for (const second of seconds ?? ["+"]) add(first, second);
  } else {
    for (const key of needKeys(elements, common) ?? ["^"]) add(key, "*");
  }

  function add(first: string, second: string): void {
    let branch = branches.get(first);
    if (!branch) branches.set(first, (branch = new Map()));
    const numbers = branch.get(second);
    if (numbers) numbers.push(number);
    else branch.set(second, [number]);
  }
}

/** The phrases of retext-simplify that our own dictionary does not have: it knows their forms and guards. */
function simplifyEntries(simplify: Simplify, own: readonly Entry[]): Entry[] {
  const known = new Set(
    own.flatMap(({ dictionary, pattern }) =>
      dictionary === "plain-english" ? [...(firstKeys(pattern.elements) ?? [])] : [],
    ),
  );
  return Object.entries(simplify)
    .filter(([phrase]) => !known.has(phrase.split(" ")[0]!))
    .map(([phrase, { replace, omit }]) => ({
      dictionary: "plain-english",
      pattern: { elements: phrase.split(" ") },
      write: [...replace, ...(omit ? [""] : [])].map((text) => ({ text })),
    }));
}

const nameOf = (file: DictionaryFile) => file.path.replace(/^.*?dictionaries\//, "").replace(/\.[^.]*$/, "");

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
  return { document, fail };
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

  *entries(): Generator<{ entry: Entry; source: string; node: Node }> {
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
      const unless = (fields["unless"] ?? []).map((text) => this.#pattern(text, item));
      const agent = fields["agent"]?.[0] ?? shared["agent"]?.[0];
      const polarity = shared["polarity"]?.[0];
      const severity = fields["severity"]?.[0];
      const entry = {
        dictionary: nameOf(this.#file),
        pattern: this.#pattern(source, item),
        ...(unless.length > 0 && { unless }),
        ...(fields["write"] && { write: fields["write"].map((text) => this.#replacement(text)) }),
        ...(fields["why"] && { why: fields["why"][0] }),
        ...(severity && { severity }),
        ...(agent && { agent }),
        ...(polarity && { polarity }),
      } as Entry;
      this.#prove(entry, source, fields, item);
      yield { entry, source, node: item };
    }
  }

  #prove(entry: Entry, source: string, fields: Record<string, string[]>, node: Node): void {
    if (!fields["example"])
      this.fail(node, `"${source}" has no "example:". Write a sentence in which it must be found.`);
    if (!fields["fine"] && (entry.unless || needsCounterexample(entry.pattern))) {
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

  #replacement(text: string): Replacement {
    const form = /\{([^{}]+)\}/.exec(text);
    return form
      ? { text: text.replace(form[0], "{}"), forms: inflect(form[1]!, this.#vocabulary.irregular) }
      : { text };
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
