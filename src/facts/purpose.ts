import type { Act, ActName, Correspondence, Sentence, StructurePart } from "../model.ts";
import {
  firstAct,
  has,
  missing,
  namesDay,
  SHORT,
  shown,
  speaksToCustomer,
  unclear,
  type View,
  wordsOf,
} from "./view.ts";

const PURPOSE: readonly ActName[] = ["purpose", "inform", "good-news", "refuse", "request", "commit", "report-done"];
/** What news of the organisation may look like too. */
const NEWS: readonly ActName[] = ["inform", "good-news", "report-done", "commit"];
/** What a sentence about others may do as well. */
const OTHERS: readonly ActName[] = ["inform", "good-news", "report-done", "escalate", "contact"];
/** What says nothing of why: a blame, a threat or an apology names the matter, and fellow feeling may. */
const EMPTY: readonly ActName[] = ["boilerplate", "greet", "thank"];

/**
 * Shown by the subject, a heading or an act in the opening that tells why; missing where the opening is only thanks, feelings,
 * praise or background. A subject that names a topic alone does for an opening that may tell something.
 */
export function earlyPurpose(message: Correspondence, view: View): StructurePart {
  const heading = message.sentences.find(({ part }) => part === "subject-line" || part === "headers");
  const tells = heading && wordsOf(heading) >= 4 && !view.shows(heading, "vague-subject");
  const isTopic = tells && (view.shows(heading, "topic") || !namesMatter(view, heading));
  if (tells && !isTopic) return shown(heading);
  const { subject } = message.envelope;
  if (!heading && subject && subject.text.split(/\s+/).length >= 4) return shown(subject);
  const isPurpose = ({ sentence: index, name }: Act) => {
    const sentence = message.sentences[index]!;
    if (wordsOf(sentence) < SHORTEST) return false;
    return !NEWS.includes(name) || !(view.shows(sentence, "preamble") || isOurOwn(view, sentence));
  };
  const purpose = firstAct(view, purposeSpan(view), PURPOSE, isPurpose);
  if (purpose) return shown(purpose);
  const anchored = view.opening.find((sentence) => !isCourtesy(view, sentence) && isAnchored(sentence));
  if (anchored) return shown(anchored);
  if (isPreamble(view, isTopic === true)) return missing(view.opening[0]);
  return isTopic ? shown(heading) : unclear;
}

/** Something of the customer's, or a figure; "Caring for you close to home" has neither. */
const namesMatter = (view: View, heading: Sentence) =>
  view.hasWord(heading, "CASE") ||
  heading.entities.some(({ kind }) => kind !== "person") ||
  heading.tokens.some(({ norm, kind }) => norm === "your" || kind === "number" || kind === "placeholder");

/** The opening; after condolences and nothing else, the next sentence as well. */
function purposeSpan({ opening, body, actsOf }: View): readonly Sentence[] {
  if (!opening.every((sentence) => actsOf(sentence).some(({ name }) => name === "empathise"))) return opening;
  const next = body[body.indexOf(opening.at(-1)!) + 1];
  return next ? [...opening, next] : opening;
}

/**
 * Whether the message goes round the point: each sentence of the opening is a courtesy or background, or tells nothing, and so do
 * the next ones. What will stand in a field may be the purpose.
 */
function isPreamble(view: View, isTopic: boolean): boolean {
  const { opening, body } = view;
  const [first] = opening;
  const isBackground = (sentence: Sentence) => isSilent(view, sentence) || isOurOwn(view, sentence);
  if (!first || opening.some(({ tokens }) => tokens.some(({ kind }) => kind === "placeholder"))) return false;
  if (opening.every((sentence) => isEmpty(view, sentence))) return true;
  if (!(isEmpty(view, first) || isOurOwn(view, first) || has(view, first, ["empathise"]) || isAboutUs(view, first))) return false;
  const from = body.indexOf(first);
  const ahead = body.slice(from, from + Math.max(opening.length, LONG));
  const isMarked = !isTopic && ahead.slice(0, SHORTER).some((sentence) => isEmpty(view, sentence));
  const enough = isMarked ? SHORTER : LONG;
  return (
    ahead.length >= enough &&
    opening.slice(1).every((sentence) => isBackground(sentence) && (isEmpty(view, sentence) || !saysYour(sentence))) &&
    ahead.slice(opening.length, enough).every((sentence) => isNoNews(view, sentence))
  );
}

/** So many sentences that tell nothing are a preamble; fewer will do where one of them is plainly a courtesy or history. */
const LONG = 4;
const SHORTER = 3;

/** "We started with two vans", "Today we have 540 members": what the organisation did, has or is, with no day on which it touches the customer. */
function isOurOwn(view: View, sentence: Sentence): boolean {
  const { tokens } = sentence;
  return (
    !speaksToCustomer(sentence) &&
    !hasFact(sentence) &&
    !view.isAhead(sentence) &&
    view.actsOf(sentence).every(({ name }) => NEWS.includes(name)) &&
    (tokens.some(({ norm }) => YEAR.test(norm)) || hasWe(view, sentence))
  );
}

/** "We began …", "Our founder planted …", "We have 540 members"; "We have moved" is news. */
function hasWe(view: View, sentence: Sentence): boolean {
  const { tokens } = sentence;
  const isHad = tokens.some(({ norm }, at) => HAS.has(norm) && tokens[at + 1]?.kind !== "number");
  return !isHad && tokens.some(({ norm }) => WE.has(norm)) && (view.hasWord(sentence, "HISTORY") || tokens.some(({ norm }) => HAS.has(norm)));
}
const HAS = new Set(["have", "has", "are", "is"]);
const WE = new Set(["we", "our", "us"]);

/** What is told of others, with no fact in it, is not what the customer waits for. */
const isNoNews = (view: View, sentence: Sentence) =>
  isSilent(view, sentence) ||
  (!speaksToCustomer(sentence) &&
    !hasFact(sentence) &&
    view.actsOf(sentence).every(({ name }) => OTHERS.includes(name)));

/** A courtesy, a reproach with no fact in it, or history. */
const isEmpty = (view: View, sentence: Sentence) =>
  isCourtesy(view, sentence) ||
  (view.isHostile(sentence) && !view.namesCase(sentence) && !hasFact(sentence)) ||
  (isAboutUs(view, sentence) && sentence.tokens.some(({ norm }) => YEAR.test(norm)));
const YEAR = /^(?:1[5-9]|20)\d\ds?$/;

/** Thanks and wishes; thanks for something paid, or for what was done on a day, name the matter. */
const isCourtesy = (view: View, sentence: Sentence) =>
  view.shows(sentence, "preamble") || (has(view, sentence, EMPTY) && !hasFact(sentence));

/** Nothing in the sentence tells of anything, and it does not speak to the customer of what the writer has to say. */
const isSilent = (view: View, sentence: Sentence) =>
  isEmpty(view, sentence) ||
  (view.actsOf(sentence).every(({ name }) => name === "empathise") &&
    !view.namesCase(sentence) &&
    !isAnchored(sentence) &&
    !hasFact(sentence) &&
    !(speaksToCustomer(sentence) && saysI(sentence)));

const saysYour = ({ tokens }: Sentence) => tokens.some(({ norm }) => norm === "your" || norm === "yours");
const saysI = ({ tokens }: Sentence) => tokens.some(({ norm }) => norm === "i" || norm === "we");

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

/** A sentence of fewer words tells of nobody. */
const SHORTEST = 4;

/** A sentence of the organisation about itself or the world, with no fact in it that could be the news. */
function isAboutUs(view: View, sentence: Sentence): boolean {
  return wordsOf(sentence) >= SHORTEST && !speaksToCustomer(sentence) && !view.isAhead(sentence) && !hasFact(sentence);
}

/** A sum, a reference, a time of day, or a day; "last Sunday", "our Tuesday circle", "since 1988" and "your letter of 3 May" may be no news. */
const hasFact = ({ entities, tokens }: Sentence) =>
  entities.some(
    ({ kind, from, to }) =>
      kind === "money" ||
      kind === "reference" ||
      kind === "time" ||
      (kind === "date" &&
        namesDay(tokens.slice(from, to)) &&
        tokens[from]!.norm !== "last" &&
        !BEFORE_OLD.has(tokens[from - 1]?.norm ?? "")),
  );
const BEFORE_OLD = new Set(["last", "of", "dated", "our", "every", "each", "a"]);
