import type { Metrics, Sentence, Structure } from "../model.ts";
import type { Dictionaries } from "../dictionary/index.ts";
import type { Root } from "nlcst";
import type { Reading } from "../correspondence/index.ts";
import type { Hit } from "../dictionary/match.ts";
import { englishTree } from "./english.ts";
import { hardestSentence } from "./hardest.ts";
import { findInternalNotes, type InternalNote } from "./internal-notes.ts";
import { personalDataOf, type PersonalDatum } from "./personal-data/index.ts";
import { findSectors } from "./sectors.ts";
import { findUnknownWords, type UnknownWord } from "./unknown-words.ts";
import { readMetrics } from "./readability.ts";
import { readStructure, type View, viewOf } from "./structure.ts";

/** What two rules want to know of a message: each fact is worked out on first use, once for each message. */
export interface Facts {
  readonly dictionaries: Dictionaries;
  /** Every place where an entry of a dictionary matches. */
  readonly hits: readonly Hit[];
  /** The sentences that style rules may judge: in English, and not in words that a law or a regulator prescribes. */
  readonly prose: readonly Sentence[];
  /** The trades that the message is plainly about. */
  readonly sectors: ReadonlySet<string>;
  /** The words that no list has. */
  readonly unknownWords: readonly UnknownWord[];
  readonly structure: Structure;
  readonly view: View;
  readonly metrics: Metrics;
  readonly personalData: readonly PersonalDatum[];
  /** What was meant for colleagues. */
  readonly internalNotes: readonly InternalNote[];
  /** The natural-language syntax tree of the prose, with positions of the file; for plug-ins of retext. */
  readonly english: Root;
  /** The sentence that is hardest to read, if one stands out. */
  readonly hardestSentence: Promise<Sentence | undefined>;
}

/** The facts of a message, lazily. */
export function factsOf(reading: Reading, dictionaries: Dictionaries): Facts {
  return new LazyFacts(reading, dictionaries);
}

/** A class, so that the facts of all messages have one shape: what reads them stays fast from file to file. */
class LazyFacts implements Facts {
  readonly dictionaries: Dictionaries;
  readonly hits: readonly Hit[];
  readonly #reading: Reading;
  #prose: readonly Sentence[] | undefined;
  #sectors: ReadonlySet<string> | undefined;
  #unknownWords: readonly UnknownWord[] | undefined;
  #structure: Structure | undefined;
  #view: View | undefined;
  #metrics: Metrics | undefined;
  #personalData: readonly PersonalDatum[] | undefined;
  #internalNotes: readonly InternalNote[] | undefined;
  #english: Root | undefined;
  #hardestSentence: Promise<Sentence | undefined> | undefined;

  constructor(reading: Reading, dictionaries: Dictionaries) {
    this.#reading = reading;
    this.dictionaries = dictionaries;
    this.hits = reading.hits;
  }

  get prose(): readonly Sentence[] {
    const { sentences, skipped } = this.#reading.correspondence;
    const prescribed = skipped.filter(({ reason }) => reason === "prescribed");
    const isPrescribed = ({ start }: Sentence) => prescribed.some((range) => range.start <= start && start < range.end);
    return (this.#prose ??= sentences.filter((sentence) => !sentence.exempt && !isPrescribed(sentence)));
  }
  get sectors(): ReadonlySet<string> {
    return (this.#sectors ??= findSectors(this.#reading.correspondence, this.dictionaries));
  }
  get unknownWords(): readonly UnknownWord[] {
    return (this.#unknownWords ??= findUnknownWords(this.#reading.correspondence, this.prose, this.dictionaries));
  }
  get structure(): Structure {
    return (this.#structure ??= readStructure(this.#reading.correspondence, this.view));
  }
  get view(): View {
    return (this.#view ??= viewOf(this.#reading.correspondence, this.hits, this.dictionaries.matcher.classes));
  }
  get metrics(): Metrics {
    return (this.#metrics ??= readMetrics(this.#reading.correspondence));
  }
  get personalData(): readonly PersonalDatum[] {
    return (this.#personalData ??= personalDataOf(this.#reading.correspondence, this.dictionaries));
  }
  get internalNotes(): readonly InternalNote[] {
    const { correspondence } = this.#reading;
    return (this.#internalNotes ??= findInternalNotes(correspondence, this.hits, this.dictionaries.matcher));
  }
  get english(): Root {
    return (this.#english ??= englishTree(this.#reading.correspondence, this.#reading.units));
  }
  get hardestSentence(): Promise<Sentence | undefined> {
    return (this.#hardestSentence ??= hardestSentence(this.#reading.correspondence, this.english));
  }
}
