import type { Token } from "../model.ts";
import type { Dictionaries } from "../dictionary/index.ts";

/** The words that tell what a text is about. */
export interface Vocabulary {
  /** The stems of the content words. */
  stemsOf(tokens: readonly Token[]): ReadonlySet<string>;
  /** Whether a stem, or one that `dictionaries/synonyms.txt` holds for the same, is among others. */
  isIn(stem: string, stems: ReadonlySet<string>): boolean;
}

const vocabularies = new WeakMap<Dictionaries, Vocabulary>();

/** The vocabulary of some dictionaries; made on first use, as few messages need it. */
export function vocabularyOf(dictionaries: Dictionaries): Vocabulary {
  const known = vocabularies.get(dictionaries) ?? makeVocabulary(dictionaries);
  vocabularies.set(dictionaries, known);
  return known;
}

function makeVocabulary(dictionaries: Dictionaries): Vocabulary {
  const empty = new Set(dictionaries.list("empty-words").flatMap((line) => line.split(" ")));
  const synonyms = new Map<string, string[]>();
  for (const line of dictionaries.list("synonyms")) {
    const group = line.split(" ").map(stemOf);
    for (const stem of group) synonyms.set(stem, [...(synonyms.get(stem) ?? []), ...group]);
  }
  return {
    stemsOf: (tokens) =>
      new Set(
        tokens
          .filter(({ norm, kind }) => kind !== "mark" && !empty.has(norm) && (norm.length > 2 || /\d/.test(norm)))
          .map(({ norm }) => stemOf(norm)),
      ),
    isIn: (stem, stems) => stems.has(stem) || (synonyms.get(stem) ?? []).some((other) => stems.has(other)),
  };
}

/** A word without its ending: "paying", "pays" and "payment" are one. */
function stemOf(word: string): string {
  const bare = word.toLowerCase().replace(/['’]s?$/, "");
  const stem = bare.replace(/(?:ation|ment|ness|ing|ies|ied|ed|es|ly|er|al|s|e|y)$/, "");
  return (stem.length >= 3 ? stem : bare).replace(/([bdgmnprt])\1$/, "$1");
}
