import type { WordClasses } from "../correspondence/entities.ts";
import type { Hit } from "../dictionary/match.ts";
import { type IsOf, isPassive, saysAhead, tellsPast } from "./tense.ts";
import type { Act, ActName, Correspondence, Located, Sentence, StructurePart, Token } from "../model.ts";

/** How many sentences of the body count as the opening, and as the close. */
export const OPENING = 2;
export const CLOSE = 3;
/** A first sentence this short is a greeting or a thank-you; the next one counts as well. */
export const SHORT = 6;
/** A body of so many sentences has room for a purpose early on, and for a close that says when. */
const LONG = 8;

/** So many faults, and so many to a sentence, make a careless message: 5 of 960 that editors passed have as many, 237 of 366 that they failed. */
const MANY_FAULTS = 6;
const OFTEN = 0.4;

/** A list of `dictionaries/structure/`. */
type Shape =
  | "next-steps"
  | "preamble"
  | "topic"
  | "vague-subject"
  | "vague-time"
  | "agentless"
  | "goodbye"
  | "cold-opening"
  | "stock-offer"
  | "stock-thanks"
  | "opening-hours"
  | "vague-deadline"
  | "pause"
  | "satisfied"
  | "identity"
  | "listen"
  | "reason"
  | "delay"
  | "private-way";

/** The body of the message, seen as a message: its first and last sentences and what each does. */
export interface View {
  readonly body: readonly Sentence[];
  /** Whether the body has many sentences: what a few lines leave out they may leave to the reader. */
  readonly isLong: boolean;
  /** The first two sentences, or the first paragraph where that is longer. */
  readonly opening: readonly Sentence[];
  /** The last three sentences before the goodbye, the whole of the paragraph or list they stand in, and all below a last heading of next steps. */
  readonly close: readonly Sentence[];
  readonly actsOf: (sentence: Sentence) => readonly Act[];
  /** Whether a pattern of `dictionaries/structure/` matches in a sentence. */
  readonly shows: (sentence: Sentence, name: Shape) => boolean;
  /** Whether a subject or a heading tells nothing of the matter: "Update", "Hello from all of us". */
  readonly isVague: (heading: Sentence) => boolean;
  /** Whether a sentence names the customer's business: "your claim", "your new meter". */
  readonly namesCase: (sentence: Sentence) => boolean;
  /** Whether the wording is so full of faults that what might be well meant in a careful message is not taken for it. */
  readonly isCareless: boolean;
  /** Whether a sentence has a word of warmth. */
  readonly isWarm: (sentence: Sentence) => boolean;
  /** Whether a sentence blames, mocks or brushes off, by `dictionaries/tone/`. */
  readonly isHostile: (sentence: Sentence) => boolean;
  /** Whether a sentence denies blame, grants a point or reports what was said, by `dictionaries/tone/fair.yml`: no ill will, whatever else it has. */
  readonly isFair: (sentence: Sentence) => boolean;
  /** "You'll get a message when it's fixed": no date, but the customer knows what to wait for. */
  readonly hangsOnEvent: (sentence: Sentence) => boolean;
  /** Whether a sentence has a word of a class of `dictionaries/classes.yml`. */
  readonly hasWord: (sentence: Sentence, wordClass: string) => boolean;
  /** Whether a word is of a class of `dictionaries/classes.yml`. */
  readonly isOf: IsOf;
  /** Whether a sentence may tell of something still to be done. */
  readonly isAhead: (sentence: Sentence) => boolean;
  /** Whether a sentence tells of what is past. */
  readonly isPast: (sentence: Sentence) => boolean;
  /** "Letters are opened by the clerk", "Boots must be taken off": what is done or must be, by nobody in particular; not what has been done. */
  readonly isPassive: (sentence: Sentence) => boolean;
  /** The same, of what the customer may wait for: what will not be is none, and what comes on a day is one. */
  readonly mayBeStep: (sentence: Sentence) => boolean;
}

/** The view of a message; `vagueSubjects` are whole subjects, in small letters and without marks, `misspelt` the number of unknown words. */
export function viewOf(
  message: Correspondence,
  hits: readonly Hit[],
  classes: WordClasses,
  vagueSubjects: ReadonlySet<string>,
  misspelt: number,
): View {
  const acts = groupBySentence(message.acts);
  const shown = sentencesBy(hits);
  const shows: View["shows"] = ({ index }, name) => shown.get(`structure/${name}`)?.has(index) === true;
  const isFair = (index: number) => shown.get("tone/fair")?.has(index) === true;
  const unkind = [...shown].flatMap(([dictionary, sentences]) => (UNKIND.test(dictionary) ? [sentences] : []));
  const body = message.sentences.filter(({ part, exempt }) => !exempt && (part === "body" || part === "turn"));
  const prose = body.filter(({ unit }) => unit !== "heading" && unit !== "cell");
  const cases = classes.get("CASE");
  const faults = misspelt + new Set(hits.filter(isFault).map(({ sentence, from }) => sentence.tokens[from]!)).size;
  const isOf: IsOf = ({ norm }, name) => classes.get(name)?.has(norm) === true;
  const hasWord: View["hasWord"] = ({ tokens }, name) => tokens.some((token) => isOf(token, name));
  return {
    body,
    isLong: body.length >= LONG,
    isCareless: faults >= MANY_FAULTS && faults >= body.length * OFTEN,
    opening: prose.filter((sentence, at) => at < OPENING || sentence.block === prose[0]?.block),
    close: closeOf(body, shows),
    actsOf: ({ index }) => acts.get(index) ?? [],
    shows,
    isVague: (heading) => shows(heading, "vague-subject") || vagueSubjects.has(plainWords(heading)),
    namesCase: ({ tokens }) =>
      tokens.some(
        ({ norm }, at) => norm === "your" && tokens.slice(at + 1, at + 4).some((token) => cases?.has(token.norm)),
      ),
    isWarm: (sentence) => hasWord(sentence, "WARM"),
    hangsOnEvent: (sentence) => hasWord(sentence, "EVENT"),
    hasWord,
    isOf,
    isHostile: ({ index }) => unkind.some((sentences) => sentences.has(index)) && !isFair(index),
    isFair: ({ index }) => isFair(index),
    isAhead: (sentence) => hasWord(sentence, "AHEAD") || hasLine(sentence),
    isPast: ({ tokens }) => tellsPast(tokens, isOf),
    isPassive: ({ tokens }) => isPassive(tokens, isOf),
    mayBeStep: (sentence) => saysAhead(sentence, isOf) || hasLine(sentence),
  };
}

/** By dictionary, the indexes of the sentences in which it matches. */
function sentencesBy(hits: readonly Hit[]): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const { entry, sentence } of hits) {
    const known = found.get(entry.dictionary);
    if (known) known.add(sentence.index);
    else found.set(entry.dictionary, new Set([sentence.index]));
  }
  return found;
}
const UNKIND = /^tone\/(?!fair$|sign$)/;

/** Something that an editor would change, whatever the trade. */
const isFault = ({ entry: { dictionary, sectors } }: Hit) => FAULTY.test(dictionary) && !sectors;
const FAULTY =
  /^(?:plain-english|jargon|informal|cliche|confused-words|contractions|grammar|inclusive-language|profanity|risk\/.*|tone\/(?!fair).*|structure\/vague-time)$/;

/** The words of a subject, without "Re:" and "Fwd:". */
const plainWords = ({ tokens }: Sentence) =>
  tokens
    .flatMap(({ kind, norm }) => (kind === "mark" ? [] : [norm]))
    .join(" ")
    .replace(/^(?:(?:re|fw|fwd) )+(?=\S)/, "");

/** A telephone line: what the customer may do next. */
const hasLine = ({ tokens, entities }: Sentence) =>
  entities.some(({ kind, from }) => kind === "channel" && tokens[from]!.kind === "number");

function groupBySentence(acts: readonly Act[]): ReadonlyMap<number, readonly Act[]> {
  const groups = new Map<number, Act[]>();
  for (const act of acts) {
    const known = groups.get(act.sentence);
    if (known) known.push(act);
    else groups.set(act.sentence, [act]);
  }
  return groups;
}

function closeOf(body: readonly Sentence[], shows: View["shows"]): readonly Sentence[] {
  const heading = body.findLastIndex((sentence) => sentence.unit === "heading" && shows(sentence, "next-steps"));
  let end = body.length;
  while (end > 1 && (shows(body[end - 1]!, "goodbye") || wordsOf(body[end - 1]!) <= 3)) end--;
  let from = Math.max(0, end - CLOSE);
  while (from > 0 && (body[from - 1]!.block === body[from]!.block || isItem(body[from]!))) from--;
  return body.slice(heading >= 0 ? Math.min(from, heading + 1) : from);
}

export const isItem = ({ unit }: Sentence) => unit === "item" || unit === "cell";

export const located = (range: Located | Sentence | Act): Located => ({
  text: range.text,
  start: range.start,
  end: range.end,
});
export const shown = (by: Located | Sentence | Act): StructurePart => ({ state: "shown", evidence: located(by) });
export const missing = (instead: Located | Sentence | Act | undefined): StructurePart => ({
  state: "missing",
  evidence: instead && located(instead),
});
export const unclear: StructurePart = { state: "unclear", evidence: undefined };

export function firstAct(
  view: View,
  sentences: readonly Sentence[],
  names: readonly ActName[],
  test: (act: Act) => boolean = () => true,
): Act | undefined {
  for (const sentence of sentences) {
    const act = view.actsOf(sentence).find((candidate) => names.includes(candidate.name) && test(candidate));
    if (act) return act;
  }
  return undefined;
}

export const has = (view: View, sentence: Sentence, names: readonly ActName[]) =>
  view.actsOf(sentence).some((act) => names.includes(act.name));
/** A sentence that tells something: more than a courtesy. */
export const isStatement = (view: View, sentence: Sentence) =>
  wordsOf(sentence) > SHORT - 1 && !has(view, sentence, COURTESY) && !view.shows(sentence, "stock-offer");
const COURTESY: readonly ActName[] = ["thank", "greet", "apologise", "empathise", "boilerplate", "offer"];
export const wordsOf = (sentence: Sentence) => sentence.tokens.filter((token) => token.kind !== "mark").length;

/**
 * Whether a sentence gives a date, a length of time or a time of day; with `at`, whether the clause of that token does: "the fault
 * stopped trains at 8am; it will be mended shortly" says no when for "shortly". A date before token `to`, as in "some time next
 * month", is part of what is vague.
 */
export function saysWhen({ entities, tokens }: Sentence, at?: number, to = at): boolean {
  const isEnd = ({ text }: Token) => text === ";";
  const start = at === undefined ? -1 : tokens.findLastIndex((token, index) => index < at && isEnd(token));
  const end = at === undefined ? -1 : tokens.findIndex((token, index) => index >= at && isEnd(token));
  return entities.some(
    ({ kind, from }) =>
      (kind === "date" || kind === "duration" || kind === "time") &&
      from > start &&
      (end < 0 || from < end) &&
      !(at !== undefined && to !== undefined && from >= at && from < to),
  );
}

export function speaksToCustomer({ tokens }: Sentence): boolean {
  return tokens.some(
    ({ norm, kind }, at) => (YOURS.has(norm) && tokens[at - 1]?.norm !== "as") || kind === "placeholder",
  );
}
const YOURS = new Set(["you", "your", "yours", "yourself", "u", "ur"]);

export const speaksOfUs = ({ tokens }: Sentence) => tokens.some(({ norm }) => OURS.has(norm));
const OURS = new Set(["we", "us", "our", "ours", "i", "my", "me", "mine"]);
