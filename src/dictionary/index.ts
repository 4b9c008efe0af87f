import type { Compiled } from "./model.ts";
import { Matcher } from "./match.ts";
import { suggest } from "./suggest.ts";
import { WordList } from "./words.ts";

/** The dictionaries in the form the engine uses. */
export interface Dictionaries {
  readonly matcher: Pick<Matcher, "classes" | "hits">;
  readonly words: WordList;
  /** The lists that tell salutations, valedictions and what stands above an address. */
  readonly furniture: Readonly<Record<"salutations" | "valedictions" | "deliveryMarks", readonly string[]>>;
  /** Known misspellings and what to write: "definately" → "definitely". */
  readonly misspellings: ReadonlyMap<string, string>;
  /** A `.txt` dictionary by name, one line an item; empty where there is none. */
  list(name: string): readonly string[];
  /** The items of a `.txt` dictionary; made once. */
  set(name: string): ReadonlySet<string>;
  /** What the writer of a misspelt word may have meant, best first; worked out once for each word. */
  suggest(word: string): Promise<readonly string[]>;
  /** These dictionaries with an organisation's own, which `add` makes on top of ours. */
  extended(add: (ours: Compiled) => OwnDictionaries): Dictionaries;
}

/** What `createDictionaries` is made of; word list and affix file are loaded on first use. */
export interface DictionaryParts {
  readonly compiled: Compiled;
  /** The word list, as `packWords` made it. */
  readonly words: () => string;
  /** The KEY and REP lines of a Hunspell affix file. */
  readonly affix: () => string;
  readonly own?: readonly OwnDictionaries[];
}

/** What an organisation adds to our dictionaries. */
export interface OwnDictionaries {
  /** Its `.yml` and `.txt` files, compiled on top of ours. */
  readonly compiled: Compiled;
  /** Whether one of its Hunspell dictionaries has a word. */
  readonly hasWord: (word: string) => boolean;
}

/** Makes dictionaries of their compiled form and a word list. */
export function createDictionaries(parts: DictionaryParts): Dictionaries {
  const { compiled, words: load, affix, own = [] } = parts;
  const lists = new Map<string, readonly string[]>();
  const list = (name: string) => {
    const known =
      lists.get(name) ?? [compiled, ...own.map((each) => each.compiled)].flatMap((each) => readList(each.lists[name]));
    lists.set(name, known);
    return known;
  };
  const sets = new Map<string, ReadonlySet<string>>();
  const set = (name: string) => {
    const known = sets.get(name) ?? new Set(list(name));
    sets.set(name, known);
    return known;
  };
  const words = new WordList(load, () => {
    const extra = new Set([...list("words"), ...list("names"), ...list("known-abbreviations")]);
    return own.length > 0 ? { has: (word) => extra.has(word) || own.some((each) => each.hasWord(word)) } : extra;
  });
  const misspellings = new Map(list("misspellings").map(pairOf));
  const suggestions = new Map<string, Promise<readonly string[]>>();
  return {
    matcher: own.reduce<Dictionaries["matcher"]>(
      (below, each) => both(below, new Matcher(each.compiled, misspellings)),
      new Matcher(compiled, misspellings),
    ),
    words,
    furniture: {
      salutations: list("salutations"),
      valedictions: list("valedictions"),
      deliveryMarks: list("delivery-marks"),
    },
    misspellings,
    list,
    set,
    suggest: (word) => {
      const known =
        suggestions.get(word) ??
        suggest(word, words, affix, () => set("common")).then((found) =>
          found.filter((each) => !set("never-suggest").has(each.replace(/'s$/, ""))),
        );
      suggestions.set(word, known);
      return known;
    },
    extended: (add) => createDictionaries({ ...parts, own: [...own, add(compiled)] }),
  };
}

/** Our patterns and an organisation's own, which know our classes as well. */
function both(ours: Dictionaries["matcher"], own: Matcher): Dictionaries["matcher"] {
  return { classes: own.classes, hits: (sentence) => [...ours.hits(sentence), ...own.hits(sentence)] };
}

function readList(json: string | undefined): readonly string[] {
  const text = json === undefined ? "" : (JSON.parse(json) as string);
  return text === "" ? [] : text.split("\n");
}

function pairOf(line: string): readonly [string, string] {
  const sign = line.indexOf("=");
  return [line.slice(0, sign).trim(), line.slice(sign + 1).trim()];
}
