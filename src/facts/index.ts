import type { Answer, Asked, Wait, Metrics, Range, Sentence, Structure, ComplaintSteps } from "../model.ts";
import type { Dictionaries } from "../dictionary/index.ts";
import type { Root } from "nlcst";
import type { Reading } from "../correspondence/index.ts";
import type { Hit } from "../dictionary/match.ts";
import { findAnswers } from "./answers.ts";
import { readAsked } from "./asked.ts";
import { type ChatManners, readManners } from "./chat.ts";
import { namesContact } from "./contact.ts";
import { findInternalNotes, type InternalNote } from "./internal-notes.ts";
import { personalDataOf, type PersonalDatum } from "./personal-data/index.ts";
import { findSectors } from "./sectors.ts";
import { findUnknownWords, type UnknownWord } from "./unknown-words.ts";
import { readMetrics } from "./readability.ts";
import { workingDaysOf } from "../correspondence/dates.ts";
import { chatTimes, type Gap, gapsOfChat, isAnnounced, waitOf } from "./response.ts";
import { readStructure } from "./structure.ts";
import { type View, viewOf } from "./view.ts";
import { type Conflict, findConflicts } from "./conflicts/index.ts";
import { readComplaintSteps } from "./complaint.ts";
import { readOutcome, type Outcome } from "./outcome.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** What two rules want to know of a message: each fact is worked out on first use, once for each message. */
export interface Facts {
  readonly dictionaries: Dictionaries;
  /** Every place where an entry of a dictionary matches. */
  readonly hits: readonly Hit[];
  /** The sentences that style rules may judge: in English, and not in words that a law or a regulator prescribes. */
  readonly prose: readonly Sentence[];
  /** The trades that the configuration names, and those that the message is plainly about. */
  readonly sectors: ReadonlySet<string>;
  /** The words that no list has. */
  readonly unknownWords: readonly UnknownWord[];
  readonly structure: Structure;
  readonly view: View;
  readonly metrics: Metrics;
  readonly personalData: readonly PersonalDatum[];
  /** What was meant for colleagues. */
  readonly internalNotes: readonly InternalNote[];
  /** What the customer asked and wants, in the message given with this one, or quoted in it, or in their turns of a chat. */
  readonly asked: readonly Asked[];
  /** Whether each of these is answered. */
  readonly answers: readonly Answer[];
  /** Whether the message names the one that it answers; undefined where there is none to see, or the words do not tell. */
  readonly namesContact: boolean | undefined;
  /** The waits of a chat. */
  readonly chatGaps: readonly Gap[];
  /** Whether the agent's words before a turn of the customer told of a wait at least this long, in minutes. */
  readonly isAnnounced: (asked: Range, minutes: number) => boolean;
  /** How the agent leads a chat. */
  readonly chat: ChatManners;
  /** From the day of the customer's message to that of this one, where both are known. */
  readonly wait: Wait | undefined;
  /** The steps that a reply to a complaint shows; undefined for any other message. */
  readonly complaint: ComplaintSteps | undefined;
  /** Dates and sums that cannot be right. */
  readonly conflicts: readonly Conflict[];
  /** What was decided or refused, and what is late. */
  readonly outcome: Outcome;
  /** The natural-language syntax tree of the prose, with positions of the file; for plug-ins of retext. */
  readonly english: Promise<Root>;
  /** The sentence that is hardest to read, if one stands out. */
  readonly hardestSentence: Promise<Sentence | undefined>;
}

/** The facts of a message, lazily. */
export function factsOf(reading: Reading, dictionaries: Dictionaries, sectors: readonly string[] = []): Facts {
  return new LazyFacts(reading, dictionaries, sectors);
}

/** A class, so that the facts of all messages have one shape: what reads them stays fast from file to file. */
class LazyFacts implements Facts {
  readonly dictionaries: Dictionaries;
  readonly hits: readonly Hit[];
  readonly #reading: Reading;
  readonly #ownSectors: readonly string[];
  #prose: readonly Sentence[] | undefined;
  #sectors: ReadonlySet<string> | undefined;
  #unknownWords: readonly UnknownWord[] | undefined;
  #structure: Structure | undefined;
  #view: View | undefined;
  #metrics: Metrics | undefined;
  #personalData: readonly PersonalDatum[] | undefined;
  #internalNotes: readonly InternalNote[] | undefined;
  #asked: readonly Asked[] | undefined;
  #chat: ChatManners | undefined;
  #answers: readonly Answer[] | undefined;
  #complaint: ComplaintSteps | undefined;
  #outcome: Outcome | undefined;
  #english: Promise<Root> | undefined;
  #hardestSentence: Promise<Sentence | undefined> | undefined;

  constructor(reading: Reading, dictionaries: Dictionaries, sectors: readonly string[]) {
    this.#reading = reading;
    this.#ownSectors = sectors;
    this.dictionaries = dictionaries;
    this.hits = reading.hits;
  }

  get prose(): readonly Sentence[] {
    return (this.#prose ??= this.#readProse());
  }
  #readProse(): readonly Sentence[] {
    const { sentences, skipped } = this.#reading.correspondence;
    const prescribed = skipped.filter(({ reason }) => reason === "prescribed");
    const isPrescribed = ({ start }: Sentence) => prescribed.some((range) => range.start <= start && start < range.end);
    return sentences.filter((sentence) => !sentence.exempt && !isPrescribed(sentence));
  }
  get sectors(): ReadonlySet<string> {
    return (this.#sectors ??= new Set([
      ...this.#ownSectors,
      ...findSectors(this.#reading.correspondence, this.dictionaries),
    ]));
  }
  get unknownWords(): readonly UnknownWord[] {
    return (this.#unknownWords ??= findUnknownWords(this.#reading.correspondence, this.prose, this.dictionaries));
  }
  get structure(): Structure {
    return (this.#structure ??= readStructure(this.#reading.correspondence, this.view));
  }
  get view(): View {
    return (this.#view ??= this.#look());
  }
  #look(): View {
    const { matcher } = this.dictionaries;
    const vagueSubjects = this.dictionaries.set("vague-subjects");
    const misspelt = this.unknownWords.length;
    return viewOf(this.#reading.correspondence, this.hits, matcher.classes, vagueSubjects, misspelt);
  }
  get metrics(): Metrics {
    return (this.#metrics ??= this.#measure());
  }
  #measure(): Metrics {
    const metrics = readMetrics(this.#reading.correspondence);
    const chat = chatTimes(this.chatGaps);
    const { wait } = this;
    return chat || wait ? { ...metrics, ...(chat && { chat }), ...(wait && { wait }) } : metrics;
  }
  get personalData(): readonly PersonalDatum[] {
    return (this.#personalData ??= personalDataOf(this.#reading.correspondence, this.dictionaries));
  }
  get internalNotes(): readonly InternalNote[] {
    const { correspondence } = this.#reading;
    return (this.#internalNotes ??= findInternalNotes(correspondence, this.hits, this.dictionaries.matcher));
  }
  get #customer(): readonly Sentence[] {
    const { incoming, parts } = this.#reading.correspondence;
    if (incoming) return incoming.sentences;
    return parts.some(({ name }) => name === "customer" || name === "quoted") ? this.#reading.theirs() : [];
  }
  get asked(): readonly Asked[] {
    return (this.#asked ??= readAsked(
      this.#customer,
      (sentence) => this.dictionaries.matcher.hits(sentence),
      vocabularyOf(this.dictionaries),
    ));
  }
  get answers(): readonly Answer[] {
    const { correspondence } = this.#reading;
    return (this.#answers ??= findAnswers(this.asked, correspondence, this.view, vocabularyOf(this.dictionaries)));
  }
  get namesContact(): boolean | undefined {
    const { correspondence } = this.#reading;
    return namesContact(correspondence, this.#customer, this.hits, this.view, vocabularyOf(this.dictionaries));
  }
  get chatGaps(): readonly Gap[] {
    return gapsOfChat(this.#reading.correspondence);
  }
  isAnnounced(asked: Range, minutes: number): boolean {
    return isAnnounced(this.view, asked, minutes);
  }
  get chat(): ChatManners {
    return (this.#chat ??= readManners(this.#reading.correspondence, this.view));
  }
  get wait(): Wait | undefined {
    const { correspondence } = this.#reading;
    return waitOf(correspondence, () => workingDaysOf(this.dictionaries, correspondence.organisation.nation));
  }
  get complaint(): ComplaintSteps | undefined {
    const { correspondence } = this.#reading;
    return (this.#complaint ??= readComplaintSteps(correspondence, this.view, this.structure.closingSummary));
  }
  get conflicts(): readonly Conflict[] {
    return findConflicts(this.#reading.correspondence);
  }
  get outcome(): Outcome {
    return (this.#outcome ??= readOutcome(this.#reading.correspondence, this.view));
  }
  get english(): Promise<Root> {
    const { correspondence, units } = this.#reading;
    return (this.#english ??= import("./english.ts").then(({ englishTree }) => englishTree(correspondence, units)));
  }
  get hardestSentence(): Promise<Sentence | undefined> {
    return (this.#hardestSentence ??= import("./hardest.ts").then(({ hardestSentence }) =>
      hardestSentence(this.#reading.correspondence, () => this.english),
    ));
  }
}
