import type { Act, ActName, Correspondence, Located, Sentence, Structure, StructurePart } from "../model.ts";

/** How many sentences of the body count as the opening, and as the close. */
const OPENING = 2;
const CLOSE = 4;
/** A first sentence this short is a greeting or a thank-you; the next one counts as well. */
const SHORT = 6;

/** The five parts that a message is judged by, each shown, missing, unclear or not called for. */
export function readStructure(message: Correspondence): Structure {
  const view = viewOf(message);
  return {
    salutation: salutation(message, view),
    positiveOpening: message.channel === "sms" ? NOT_CALLED_FOR : positiveOpening(view),
    earlyPurpose: ["chat", "social"].includes(message.channel) ? NOT_CALLED_FOR : earlyPurpose(message, view),
    closingSummary: closingSummary(message, view),
    signOff: signOff(message, view),
  };
}

const NOT_CALLED_FOR: StructurePart = { state: "not-called-for", evidence: undefined };

/** The body of the message, seen as a message: its first and last sentences and what each does. */
export interface View {
  readonly body: readonly Sentence[];
  readonly opening: readonly Sentence[];
  readonly close: readonly Sentence[];
  readonly actsOf: (sentence: Sentence) => readonly Act[];
}

/** Opening: the first two sentences or the first paragraph. Close: the last four sentences or the items under a last heading. */
export function viewOf(message: Correspondence): View {
  const acts = new Map<number, Act[]>();
  for (const act of message.acts) {
    const known = acts.get(act.sentence);
    if (known) known.push(act);
    else acts.set(act.sentence, [act]);
  }
  const body = message.sentences.filter(({ part, exempt }) => !exempt && (part === "body" || part === "turn"));
  const prose = body.filter(({ unit }) => unit !== "heading");
  const first = prose[0];
  const opening = prose.filter((sentence, at) => at < OPENING || sentence.block === first?.block);
  return { body, opening, close: closeOf(body), actsOf: (sentence) => acts.get(sentence.index) ?? [] };
}

/** The last four sentences; the whole of the last list or paragraph they stand in, and all below a heading that tells of next steps. */
function closeOf(body: readonly Sentence[]): readonly Sentence[] {
  const heading = body.findLastIndex(({ unit, text }) => unit === "heading" && NEXT_STEPS.test(text));
  let from = Math.max(0, body.length - CLOSE);
  while (from > 0 && (body[from - 1]!.block === body[from]!.block || isItem(body[from]!))) from--;
  return body.slice(heading >= 0 ? Math.min(from, heading + 1) : from);
}

const isItem = ({ unit }: Sentence) => unit === "item" || unit === "cell";
const NEXT_STEPS = /\b(?:next|what (?:you|we|i) (?:need|will|can|have)|how to|your choices|what to do)\b/i;

const located = (range: Located | Sentence | Act): Located => ({
  text: range.text,
  start: range.start,
  end: range.end,
});
const shown = (by: Located | Sentence | Act): StructurePart => ({ state: "shown", evidence: located(by) });
const missing = (instead: Located | Sentence | Act | undefined): StructurePart => ({
  state: "missing",
  evidence: instead && located(instead),
});
const unclear: StructurePart = { state: "unclear", evidence: undefined };

function firstAct(
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
  if (message.channel === "sms" || (message.channel === "social" && message.direction === "initiated"))
    return NOT_CALLED_FOR;
  const part = message.parts.find(({ name }) => name === "salutation");
  if (part) return shown(part);
  const greeting = firstAct(view, view.opening, ["greet"]);
  if (greeting) return shown(greeting);
  if (message.channel === "social")
    return view.opening[0] && /^@\w/.test(message.source.trim()) ? shown(view.opening[0]) : unclear;
  return view.opening[0] ? missing(view.opening[0]) : unclear;
}

const WARM: readonly ActName[] = ["thank", "apologise", "empathise", "acknowledge", "good-news", "offer"];
const COLD: readonly ActName[] = ["refuse", "blame", "threaten"];

/** Shown by warmth with no refusal or blame in the same sentence; missing where the first sentence refuses, blames, threatens or demands. */
function positiveOpening(view: View): StructurePart {
  const [first, second] = view.opening;
  if (!first) return unclear;
  const heads = second && (wordsOf(first) <= SHORT || isGreeting(view, first)) ? [first, second] : [first];
  const cold = firstAct(view, heads, COLD);
  const warm = heads.find((sentence) => has(view, sentence, WARM) && !has(view, sentence, COLD));
  if (warm && (!cold || heads[0] === warm)) return shown(firstAct(view, [warm], WARM)!);
  if (cold) return missing(view.body.find((sentence) => sentence.index === cold.sentence));
  const demand = view
    .actsOf(first)
    .find((act) => act.name === "boilerplate" || (act.name === "request" && act.polarity === "negative"));
  return demand ? missing(first) : unclear;
}

const isGreeting = (view: View, sentence: Sentence) => view.actsOf(sentence).some((act) => act.name === "greet");
const has = (view: View, sentence: Sentence, names: readonly ActName[]) =>
  view.actsOf(sentence).some((act) => names.includes(act.name));
export const wordsOf = (sentence: Sentence) => sentence.tokens.filter((token) => token.kind !== "mark").length;

const PURPOSE: readonly ActName[] = ["purpose", "inform", "good-news", "refuse", "request", "commit", "report-done"];
const EMPTY: readonly ActName[] = [
  "boilerplate",
  "greet",
  "thank",
  "empathise",
  "blame",
  "threaten",
  "apologise",
  "acknowledge",
];

/** Shown by the subject, a heading or an act in the opening that tells why; missing where each sentence of the opening is only something else. */
function earlyPurpose(message: Correspondence, view: View): StructurePart {
  const { subject } = message.envelope;
  const heading = message.sentences.find(
    ({ part, unit }) => part === "subject-line" || (part === "headers" && unit === "heading"),
  );
  if (heading && namesBusiness(heading)) return shown(heading);
  void subject;
  const purpose = firstAct(view, view.opening, PURPOSE);
  if (purpose) return shown(purpose);
  const anchored = view.opening.find(
    (sentence) => !has(view, sentence, ["boilerplate", "blame"]) && isAnchored(sentence),
  );
  if (anchored) return shown(anchored);
  const isEmpty =
    view.opening.length > 0 && view.opening.every((sentence) => has(view, sentence, EMPTY) || isAboutUs(sentence));
  return isEmpty ? missing(view.opening[0]) : unclear;
}

/** A subject or heading that names the customer's business: three words or more, or a case noun with something else. */
function namesBusiness(sentence: Sentence): boolean {
  return wordsOf(sentence) >= 4 && !VAGUE_SUBJECT.test(sentence.text);
}
const VAGUE_SUBJECT =
  /^(?:important|update|information|hello|enquiry|query|your (?:account|enquiry|query|email|letter|complaint|policy)|complaint|case \S+|ref\S* \S+)\b.{0,25}$/i;

/** "your" with a sum, a date or a reference: a statement about the customer's own business. */
function isAnchored(sentence: Sentence): boolean {
  const yours = sentence.tokens.some(({ norm }) => norm === "your" || norm === "you");
  return yours && sentence.entities.some(({ kind }) => kind === "date" || kind === "money" || kind === "reference");
}

/** A sentence of the organisation about itself: "we", "our" or a name, and no "you". */
function isAboutUs(sentence: Sentence): boolean {
  const norms = new Set(sentence.tokens.map(({ norm }) => norm));
  return !norms.has("you") && !norms.has("your") && sentence.entities.length === 0;
}

/** Shown by a commitment of ours, a request of the customer, or word that nothing is needed; a promise with no date does not count. */
function closingSummary(message: Correspondence, view: View): StructurePart {
  const { close } = view;
  if (close.length === 0) return unclear;
  const isVague = (sentence: Sentence) => has(view, sentence, ["boilerplate"]);
  const strong = close.filter((sentence) => !isVague(sentence));
  const action =
    firstAct(view, strong, ["nothing-needed", "request", "contact", "escalate"]) ??
    firstAct(view, strong, ["commit"], (act) => act.time !== undefined || message.channel === "chat") ??
    firstAct(view, strong, ["commit", "report-done"]);
  if (action) return shown(action);
  const isEmpty = close
    .slice(-3)
    .every((sentence) =>
      has(view, sentence, [
        "boilerplate",
        "thank",
        "apologise",
        "blame",
        "threaten",
        "refuse",
        "empathise",
        "acknowledge",
      ]),
    );
  return isEmpty ? missing(close.at(-1)) : unclear;
}

function signOff(message: Correspondence, view: View): StructurePart {
  if (message.channel === "sms" || message.channel === "social") return NOT_CALLED_FOR;
  if (message.channel === "chat") {
    const last = view.body.slice(-4);
    const thanks = firstAct(view, last, ["thank", "greet", "offer"]) ?? last.find(({ text }) => GOODBYE.test(text));
    return thanks ? shown(thanks) : missing(view.body.at(-1));
  }
  const closing = message.parts.find(({ name }) => name === "valediction");
  const name = message.parts.find(({ name: part }) => part === "signature");
  const carries = closing && closing.text.trim().split(/[\s,]+/).length > 2 && /[,!.–-]\s*\p{Lu}/u.test(closing.text);
  if (closing && (name || carries)) return shown(closing);
  return missing(closing ?? name ?? view.body.at(-1));
}
const GOODBYE =
  /\b(?:goodbye|bye|take care|enjoy (?:the rest of )?your|have a (?:good|lovely|great|nice)|good (?:luck|night|evening)|all the best)\b/i;
