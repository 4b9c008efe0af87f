import type { Metrics, Sentence, Structure } from "../model.ts";
import type { Dictionaries } from "../dictionary/index.ts";
import type { Root } from "nlcst";
import type { Reading } from "../correspondence/index.ts";
import type { Hit } from "../dictionary/match.ts";
import { englishTree } from "./english.ts";
import { hardestSentence } from "./hardest.ts";
import { findPersonalData, type PersonalDatum } from "./personal-data.ts";
import { readMetrics } from "./readability.ts";
import { readStructure, type View, viewOf } from "./structure.ts";

/** What two rules want to know of a message: each fact is worked out on first use, once for each message. */
export interface Facts {
  readonly dictionaries: Dictionaries;
  /** Every place where an entry of a dictionary matches. */
  readonly hits: readonly Hit[];
  /** The sentences that style rules may judge: in English, and not a bare field or reference. */
  readonly prose: readonly Sentence[];
  readonly structure: Structure;
  readonly view: View;
  readonly metrics: Metrics;
  readonly personalData: readonly PersonalDatum[];
  /** The natural-language syntax tree of the prose, with positions of the file; for plug-ins of retext. */
  readonly english: Root;
  /** The sentence that is hardest to read, if one stands out. */
  readonly hardestSentence: Promise<Sentence | undefined>;
}

/** The facts of a message, lazily. */
export function factsOf({ correspondence, hits, units }: Reading, dictionaries: Dictionaries): Facts {
  const facts: Facts = lazy<Facts>({
    dictionaries: () => dictionaries,
    hits: () => hits,
    prose: () => correspondence.sentences.filter(({ exempt }) => !exempt),
    structure: () => readStructure(correspondence, facts.view),
    view: () => viewOf(correspondence, hits, dictionaries.matcher.classes),
    metrics: () => readMetrics(correspondence),
    personalData: () => findPersonalData(correspondence.source),
    english: () => englishTree(correspondence, units),
    hardestSentence: () => hardestSentence(correspondence, facts.english),
  });
  return facts;
}

function lazy<T extends object>(makers: { readonly [K in keyof T]: () => T[K] }): T {
  const facts = {} as T;
  for (const key of Object.keys(makers) as (keyof T)[]) {
    Object.defineProperty(facts, key, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = makers[key]();
        Object.defineProperty(facts, key, { value, enumerable: true });
        return value;
      },
    });
  }
  return facts;
}
