import { PROFILES } from "../correspondence/profiles.ts";
import type { WordClasses } from "../correspondence/entities.ts";
import type { Hit } from "../dictionary/match.ts";
import type {
  Act,
  ActName,
  Correspondence,
  Located,
  Sentence,
  Structure,
  StructureName,
  StructurePart,
  Token,
} from "../model.ts";

/** How many sentences of the body count as the opening, and as the close. */
const OPENING = 2;
const CLOSE = 3;
/** An action this near to the end is not called missing. */
const NEAR_CLOSE = 6;
/** A first sentence this short is a greeting or a thank-you; the next one counts as well. */
const SHORT = 6;

/** The five parts that a message is judged by, each shown, missing, unclear or not called for. */
export function readStructure(message: Correspondence, view: View): Structure {
  const { callsFor } = PROFILES[message.channel];
  const read = (name: StructureName, part: (message: Correspondence, view: View) => StructurePart) =>
    callsFor.includes(name) ? part(message, view) : NOT_CALLED_FOR;
  return {
    salutation: read("salutation", salutation),
    positiveOpening: read("positiveOpening", positiveOpening),
    earlyPurpose: read("earlyPurpose", earlyPurpose),
    closingSummary: read("closingSummary", closingSummary),
    signOff: read("signOff", signOff),
  };
}

const NOT_CALLED_FOR: StructurePart = { state: "not-called-for", evidence: undefined };

/** A list of `dictionaries/structure/`. */
type Shape =
  | "next-steps"
  | "vague-subject"
  | "vague-time"
  | "agentless"
  | "goodbye"
  | "cold-opening"
  | "stock-offer"
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
  /** The first two sentences, or the first paragraph where that is longer. */
  readonly opening: readonly Sentence[];
  /** The last three sentences before the goodbye, the whole of the paragraph or list they stand in, and all below a last heading of next steps. */
  readonly close: readonly Sentence[];
  readonly actsOf: (sentence: Sentence) => readonly Act[];
  /** Whether a pattern of `dictionaries/structure/` matches in a sentence. */
  readonly shows: (sentence: Sentence, name: Shape) => boolean;
  /** Whether a sentence names the customer's business: "your claim", "your new meter". */
  readonly namesCase: (sentence: Sentence) => boolean;
  /** Whether a sentence has a word of warmth. */
  readonly isWarm: (sentence: Sentence) => boolean;
  /** Whether a sentence blames, mocks or brushes off, by `dictionaries/tone/`. */
  readonly isHostile: (sentence: Sentence) => boolean;
  /** "You'll get a message when it's fixed": no date, but the customer knows what to wait for. */
  readonly hangsOnEvent: (sentence: Sentence) => boolean;
  /** Whether a sentence has a word of a class of `dictionaries/classes.yml`. */
  readonly hasWord: (sentence: Sentence, wordClass: string) => boolean;
  /** Whether a sentence may tell of something still to be done. */
  readonly isAhead: (sentence: Sentence) => boolean;
}

/** The view of a message. */
export function viewOf(message: Correspondence, hits: readonly Hit[], classes: WordClasses): View {
  const acts = groupBySentence(message.acts);
  const shown = new Set(
    hits.flatMap(({ entry: { dictionary }, sentence }) =>
      dictionary.startsWith("structure/") ? [`${dictionary} ${sentence.index}`] : [],
    ),
  );
  const hostile = new Set(
    hits.flatMap(({ entry: { dictionary }, sentence }) =>
      dictionary.startsWith("tone/") && dictionary !== "tone/sign" ? [sentence.index] : [],
    ),
  );
  const shows: View["shows"] = ({ index }, name) => shown.has(`structure/${name} ${index}`);
  const body = message.sentences.filter(({ part, exempt }) => !exempt && (part === "body" || part === "turn"));
  const prose = body.filter(({ unit }) => unit !== "heading" && unit !== "cell");
  const cases = classes.get("CASE");
  const hasWord: View["hasWord"] = ({ tokens }, name) => {
    const words = classes.get(name);
    return tokens.some(({ norm }) => words?.has(norm));
  };
  return {
    body,
    opening: prose.filter((sentence, at) => at < OPENING || sentence.block === prose[0]?.block),
    close: closeOf(body, shows),
    actsOf: ({ index }) => acts.get(index) ?? [],
    shows,
    namesCase: ({ tokens }) =>
      tokens.some(
        ({ norm }, at) => norm === "your" && tokens.slice(at + 1, at + 4).some((token) => cases?.has(token.norm)),
      ),
    isWarm: (sentence) => hasWord(sentence, "WARM"),
    hangsOnEvent: (sentence) => hasWord(sentence, "EVENT"),
    hasWord,
    isHostile: ({ index }) => hostile.has(index),
    isAhead: (sentence) => hasWord(sentence, "AHEAD") || hasLine(sentence),
  };
}

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

const isItem = ({ unit }: Sentence) => unit === "item" || unit === "cell";

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

function salutation(message: Correspondence, view: View): StructurePart {
  const { channel } = message;
  if (channel === "social" && message.direction === "initiated") return NOT_CALLED_FOR;
  const part = message.parts.find(({ name }) => name === "salutation");
  const greeting = firstAct(view, channel === "chat" ? view.body.slice(0, CLOSE) : view.opening, ["greet"]);
  if (part ?? greeting) return shown((part ?? greeting)!);
  const [first] = view.opening;
  if (channel === "social" && first?.text.startsWith("@")) return shown(first);
  const isPolite =
    channel === "chat" &&
    view.body.some((sentence, at) => isGreeting(view, sentence) || (at < 2 && has(view, sentence, WARM)));
  return first && !isPolite ? missing(first) : unclear;
}

const WARM: readonly ActName[] = ["thank", "apologise", "empathise", "acknowledge", "good-news", "offer"];
const COLD: readonly ActName[] = ["refuse", "blame", "threaten"];

/**
 * Shown by warmth with no refusal or blame in the same sentence; missing where the first sentence refuses, blames, threatens or
 * demands, is a stock phrase, or praises the organisation. In a chat a greeting will do, and a notice may open with its news.
 */
function positiveOpening({ channel }: Correspondence, view: View): StructurePart {
  const [first, second] = view.opening;
  if (!first) return unclear;
  const heads = second && (wordsOf(first) <= SHORT || isGreeting(view, first)) ? [first, second] : [first];
  const warm = heads.find((sentence) => has(view, sentence, WARM) && !has(view, sentence, COLD));
  const isCold = has(view, first, COLD) || view.shows(first, "cold-opening");
  if (warm && (warm === first || !isCold)) return shown(firstAct(view, [warm], WARM)!);
  const cold = heads.find((sentence) => has(view, sentence, COLD) || view.isHostile(sentence));
  // "We know how much you looked forward to it, so I am sorry …" is bad news kindly broken.
  if (cold) return view.actsOf(cold)[0]?.name === "empathise" ? unclear : missing(cold);
  if (view.shows(first, "cold-opening")) return missing(first);
  if (view.opening.slice(0, OPENING).some(view.isWarm)) return unclear;
  if (has(view, first, ["boilerplate"])) return missing(first);
  if (channel === "chat") return heads.some((sentence) => isGreeting(view, sentence)) ? unclear : missing(first);
  return channel !== "social" &&
    view.actsOf(first).length === 0 &&
    !speaksToCustomer(first) &&
    !first.text.endsWith("!")
    ? missing(first)
    : unclear;
}

const isGreeting = (view: View, sentence: Sentence) => view.actsOf(sentence).some((act) => act.name === "greet");
export const has = (view: View, sentence: Sentence, names: readonly ActName[]) =>
  view.actsOf(sentence).some((act) => names.includes(act.name));
/** A sentence that tells something: more than a courtesy. */
export const isStatement = (view: View, sentence: Sentence) =>
  wordsOf(sentence) > SHORT - 1 && !has(view, sentence, COURTESY) && !view.shows(sentence, "stock-offer");
const COURTESY: readonly ActName[] = ["thank", "greet", "apologise", "empathise", "boilerplate", "offer"];
export const wordsOf = (sentence: Sentence) => sentence.tokens.filter((token) => token.kind !== "mark").length;

const PURPOSE: readonly ActName[] = ["purpose", "inform", "good-news", "refuse", "request", "commit", "report-done"];
/** What says nothing of why: a blame, a threat or an apology names the matter. */
const EMPTY: readonly ActName[] = ["boilerplate", "greet", "thank", "empathise", "acknowledge"];

/** Shown by the subject, a heading or an act in the opening that tells why; missing where the opening is only thanks, feelings or praise. */
function earlyPurpose(message: Correspondence, view: View): StructurePart {
  const heading = message.sentences.find(({ part }) => part === "subject-line" || part === "headers");
  if (heading && wordsOf(heading) >= 4 && !view.shows(heading, "vague-subject")) return shown(heading);
  const { subject } = message.envelope;
  if (!heading && subject && subject.text.split(/\s+/).length >= 4) return shown(subject);
  const purpose = firstAct(
    view,
    purposeSpan(view),
    PURPOSE,
    ({ sentence }) => wordsOf(message.sentences[sentence]!) >= 4,
  );
  if (purpose) return shown(purpose);
  const anchored = view.opening.find((sentence) => !has(view, sentence, EMPTY) && isAnchored(sentence));
  if (anchored) return shown(anchored);
  const isEmpty = (sentence: Sentence) => has(view, sentence, EMPTY) || isAboutUs(sentence);
  const isSilent = (sentence: Sentence) => view.actsOf(sentence).length === 0 && !isAnchored(sentence);
  const says = view.opening.find((sentence) => view.namesCase(sentence) || !(isEmpty(sentence) || isSilent(sentence)));
  const [first] = view.opening;
  // What will stand in a field may be the purpose.
  const mayBeFilled = view.opening.some(({ tokens }) => tokens.some(({ kind }) => kind === "placeholder"));
  return !says && !mayBeFilled && first && isEmpty(first) ? missing(first) : unclear;
}

/** The opening; after condolences and nothing else, the next sentence as well. */
function purposeSpan({ opening, body, actsOf }: View): readonly Sentence[] {
  if (!opening.every((sentence) => actsOf(sentence).some(({ name }) => name === "empathise"))) return opening;
  const next = body[body.indexOf(opening.at(-1)!) + 1];
  return next ? [...opening, next] : opening;
}

/** "your" with a sum, a date or a reference in a whole sentence: a statement about the customer's own business. */
function isAnchored(sentence: Sentence): boolean {
  const yours = sentence.tokens.some(
    ({ norm }, at, { [at - 1]: before }) => norm === "your" || (norm === "you" && before?.norm !== "as"),
  );
  return (
    yours &&
    wordsOf(sentence) > SHORT &&
    sentence.entities.some(({ kind }) => ["date", "money", "reference"].includes(kind))
  );
}

/** A sentence of the organisation about itself, with no fact in it that could be the news. */
function isAboutUs(sentence: Sentence): boolean {
  return (
    wordsOf(sentence) > SHORT && !speaksToCustomer(sentence) && !sentence.entities.some(({ kind }) => kind !== "person")
  );
}

function speaksToCustomer({ tokens }: Sentence): boolean {
  return tokens.some(({ norm, kind }) => YOURS.has(norm) || kind === "placeholder");
}
const YOURS = new Set(["you", "your", "yours", "yourself", "u", "ur"]);

/**
 * Shown by a request, word that nothing is needed, a promise or a way on with a date; missing where no other sentence of the close
 * tells of anything still to be done. A promise with no date is neither, but where the customer waits for the answer it is not enough.
 */
function closingSummary({ channel }: Correspondence, view: View): StructurePart {
  const isEmpty = (sentence: Sentence) =>
    has(view, sentence, ["boilerplate", "threaten", "blame"]) ||
    ((view.shows(sentence, "stock-offer") || view.shows(sentence, "agentless")) && !saysWhen(sentence)) ||
    (isVague(view, sentence) && !has(view, sentence, ["request"]));
  const strong = view.close.filter((sentence) => !isEmpty(sentence));
  const action =
    firstAct(view, strong, ["nothing-needed", "request"]) ??
    firstAct(view, strong, ["commit", "contact", "escalate"], ({ time }) => time !== undefined);
  // A promise of ours that nobody can hold us to is what comes next, unless a day is given for something.
  const open = view.body.find((sentence) => isVague(view, sentence) && isPending(view, sentence));
  const hasDay = firstAct(view, strong, ACTIONS, ({ time }) => time !== undefined) !== undefined;
  if (open && !hasDay) return missing(view.close.includes(open) ? open : view.close.at(-1));
  const step = firstStep(view);
  if (action ?? step) return shown((action ?? step)!);
  const ahead = strong.filter(
    (sentence) =>
      has(view, sentence, ["contact", "escalate"]) ||
      (view.isAhead(sentence) && !has(view, sentence, ["refuse", "acknowledge"])),
  );
  const promise = strong.find((sentence) => has(view, sentence, ["commit"]));
  const isQuick = PROFILES[channel].isQuick && !(promise && view.hangsOnEvent(promise));
  if (promise && isQuick && ahead.every((sentence) => has(view, sentence, ["commit"]))) return missing(promise);
  const earlier = firstAct(view, view.body.slice(-NEAR_CLOSE), ["nothing-needed", "request", "commit"]);
  return ahead.length > 0 || promise || earlier?.time ? unclear : missing(view.close.at(-1));
}

const ACTIONS: readonly ActName[] = ["nothing-needed", "request", "commit", "contact", "escalate"];

/** The first of at least two items below "What happens next:". */
function firstStep({ body, shows }: View): Sentence | undefined {
  const lead = body.findLastIndex((sentence) => shows(sentence, "next-steps") && !isItem(sentence));
  const items = lead < 0 ? [] : body.slice(lead + 1, lead + 3).filter(isItem);
  return items.length > 1 ? items[0] : undefined;
}

/** A promise, or word of something that will be done. */
const isPending = (view: View, sentence: Sentence) =>
  has(view, sentence, ["commit"]) ||
  ((view.isAhead(sentence) || view.hasWord(sentence, "PENDING")) && !has(view, sentence, ["request"]));

/** "soon", "in due course", and no date or time beside it. */
function isVague(view: View, sentence: Sentence): boolean {
  return view.shows(sentence, "vague-time") && !saysWhen(sentence);
}

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

function signOff(message: Correspondence, view: View): StructurePart {
  if (message.channel === "chat") {
    const last = view.body.slice(-CLOSE);
    const polite =
      last.find((sentence) => view.shows(sentence, "goodbye")) ??
      firstAct(view, last, ["thank", "offer", "acknowledge"]);
    if (polite) return shown(polite);
    return last.some((sentence) => has(view, sentence, WARM)) ? unclear : missing(view.body.at(-1));
  }
  const closing = message.parts.find(({ name }) => name === "valediction");
  const name = message.parts.find(({ name: part }) => part === "signature");
  const carries = closing && /[,!.–-]\s*\p{Lu}|\bfrom\s/u.test(closing.text);
  if (closing && (name || carries)) return shown(closing);
  return missing(closing ?? name ?? view.body.at(-1));
}
