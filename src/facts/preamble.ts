import type { ActName, Entity, Sentence } from "../model.ts";
import { endsInEd, namesDay } from "./tense.ts";
import { has, SHORT, speaksOfUs, speaksToCustomer, type View, wordsOf } from "./view.ts";

/** What a subject or a heading says: the matter, a topic or a slogan, a bare name of something, nothing of it; or there is none. */
export type Heading = "telling" | "topic" | "bare" | "vague" | "none";

/** What news of the organisation may look like too. */
export const NEWS: readonly ActName[] = ["inform", "good-news", "report-done", "commit"];
/** What a sentence about others may do as well. */
const OTHERS: readonly ActName[] = ["inform", "good-news", "report-done", "escalate", "contact"];
/** What is the point of a message, whatever else a sentence does. */
export const POINT: readonly ActName[] = ["purpose", "refuse", "request"];
/** What says nothing of why: a blame, a threat or an apology names the matter, and fellow feeling may. */
const EMPTY: readonly ActName[] = ["boilerplate", "greet", "thank"];

/**
 * Whether the message goes round the point: each sentence of the opening is a courtesy or background, or tells nothing, and so do
 * the next ones. "The drain …" may be the matter itself, as any sentence below a bare subject may, so there
 * something must plainly be padding. What will stand in a field may be the purpose.
 */
export function isPreamble(view: View, heading: Heading): boolean {
  const { opening, body } = view;
  const [first] = opening;
  if (goesOnFromMatter(view)) return false;
  const isBackground = (sentence: Sentence) => isSilent(view, sentence) || isOurOwn(view, sentence);
  if (!first || opening.some(({ tokens }) => tokens.some(({ kind }) => kind === "placeholder"))) return false;
  if (opening.every((sentence) => isEmpty(view, sentence))) return true;
  // Below "Mould in the back bedroom", thanks for the pictures are no padding.
  const isMark = (sentence: Sentence) =>
    isPadding(view, sentence) &&
    !(heading === "bare" && has(view, sentence, ["thank"]) && !view.shows(sentence, "preamble"));
  if (!(isMark(first) || has(view, first, ["empathise"]) || isAboutUs(view, first))) return false;
  const from = body.indexOf(first);
  const ahead = body.slice(from, from + Math.max(opening.length, LONG));
  const marks = ahead.slice(0, SHORTER).filter(isMark).length;
  const enough = (heading === "none" || heading === "vague") && marks > 0 ? SHORTER : LONG;
  return (
    ahead.length >= enough &&
    (marks > 0 || (heading !== "bare" && !THE.has(first.tokens[0]!.norm))) &&
    opening.slice(1).every((sentence) => isBackground(sentence) && (isEmpty(view, sentence) || !saysYour(sentence))) &&
    ahead.slice(opening.length, enough).every((sentence) => isNoNews(view, sentence))
  );
}

/**
 * Whether the opening is told of others, or of the organisation alone, and names nothing of the customer's. Where a subject says
 * nothing of the matter, it must go on after the opening, or tell how the organisation came to decide or how its day was; where
 * the subject names a topic, or there is none, both of the former, or a courtesy must be there.
 */
export function isAside(view: View, heading: Heading): boolean {
  const { opening, body } = view;
  const isOthers = (sentence: Sentence) =>
    !has(view, sentence, POINT) && (isEmpty(view, sentence) || isOffCustomer(view, sentence));
  const isNamed = heading === "telling" || (heading === "bare" && !view.isCareless);
  if (isNamed || opening.length < 2 || goesOnFromMatter(view) || !opening.every(isOthers)) return false;
  const from = body.indexOf(opening[0]!);
  const goesOn = body.slice(from, from + SHORTER).every(isOthers);
  const isProcess = opening.some((sentence) => view.hasWord(sentence, "PROCESS") && view.isPast(sentence));
  const isOurs = opening.every((sentence) => isEmpty(view, sentence) || (speaksOfUs(sentence) && !hasFact(sentence)));
  if (heading === "vague") return goesOn || isProcess || isOurs;
  const isPlain = heading === "topic" && opening.some((sentence) => view.shows(sentence, "preamble"));
  const isOwn = opening.every((sentence) => isEmpty(view, sentence) || isOurOwn(view, sentence));
  return (goesOn && (isProcess || opening.length > 2)) || (isPlain && (goesOn || isOwn));
}

/** So many sentences that tell nothing are a preamble; fewer will do where one of them is plainly a courtesy or history. */
const LONG = 4;
const SHORTER = 3;

/** A courtesy that names no matter, or news of the organisation's own. */
const isPadding = (view: View, sentence: Sentence) =>
  (isEmpty(view, sentence) && !tellsMatter(view, sentence)) || isOurOwn(view, sentence);

const THE = new Set(["the", "your", "this", "that", "these", "those", "it"]);

/** "Thank you for telling us that Imogen goes without lunch", "for the sample file"; "I understand how galling it is to find a ticket". */
const tellsMatter = (view: View, sentence: Sentence) =>
  sentence.tokens.some(
    (token, at, { [at - 1]: before }) => before && view.isOf(token, "ABOUT") && view.isOf(before, "TOLD"),
  ) ||
  (!view.isCareless &&
    ((has(view, sentence, ["thank"]) && !view.shows(sentence, "stock-thanks")) || feelsFor(view, sentence)));

/** Whether what the opening thanks for, or feels for, is followed by more of it: "It found a trace of blood", "we now know why your export …". */
export function goesOnFromMatter(view: View): boolean {
  const { opening, body } = view;
  if (!opening.some((sentence) => tellsMatter(view, sentence))) return false;
  const from = body.indexOf(opening[0]!);
  return body
    .slice(from + 1, from + LONG)
    .some((sentence) => speaksToCustomer(sentence) || view.isAhead(sentence) || IT.has(sentence.tokens[0]!.norm));
}
const IT = new Set(["it", "this", "that", "they", "these", "those"]);

/** Fellow feeling over something that happened, which good wishes are not. */
const feelsFor = (view: View, sentence: Sentence) =>
  wordsOf(sentence) > SHORT &&
  !view.shows(sentence, "preamble") &&
  (has(view, sentence, ["empathise"]) || FEELS.test(sentence.text));
const FEELS = /^(?:I|we) (?:understand|realise|know|can see|can imagine|appreciate) how /i;

/** What was or is, for everybody: nothing of the customer's and nothing still to come. */
const isOffCustomer = (view: View, sentence: Sentence) =>
  !speaksToCustomer(sentence) &&
  !view.isAhead(sentence) &&
  view.actsOf(sentence).every(({ name }) => name !== "commit" && (NEWS.includes(name) || name === "boilerplate"));

/**
 * "We started with two vans", "Today we have 540 members": what the organisation did, has or is, or what is told after a preamble,
 * with no day on which it touches the customer.
 */
export function isOurOwn(view: View, sentence: Sentence): boolean {
  return (
    !speaksToCustomer(sentence) &&
    !hasFact(sentence) &&
    !view.isAhead(sentence) &&
    view.actsOf(sentence).every(({ name }) => NEWS.includes(name)) &&
    (isOld(sentence) || hasWe(view, sentence) || view.shows(view.opening[0]!, "preamble"))
  );
}

/** "We began …", "Our founder planted …", "We have 540 members"; "We have moved" is news. */
function hasWe(view: View, sentence: Sentence): boolean {
  const { tokens } = sentence;
  const isHad = tokens.some(({ norm }, at) => HAS.has(norm) && tokens[at + 1]?.kind !== "number");
  return (
    !isHad && speaksOfUs(sentence) && (view.hasWord(sentence, "HISTORY") || tokens.some(({ norm }) => HAS.has(norm)))
  );
}
const HAS = new Set(["have", "has", "are", "is"]);

/** What is told of others, with no fact in it, is not what the customer waits for. */
const isNoNews = (view: View, sentence: Sentence) =>
  isSilent(view, sentence) ||
  (!speaksToCustomer(sentence) &&
    !hasFact(sentence) &&
    view.actsOf(sentence).every(({ name }) => OTHERS.includes(name)));

/** A courtesy, a reproach with no fact in it, or history. */
const isEmpty = (view: View, sentence: Sentence) =>
  isCourtesy(view, sentence) ||
  (view.isHostile(sentence) && !saysYour(sentence) && !hasFact(sentence)) ||
  (isAboutUs(view, sentence) && isOld(sentence));
/** "It was last painted in 1961" may be the matter. */
const isOld = ({ tokens }: Sentence) =>
  tokens.some(({ norm }) => YEAR.test(norm)) && !tokens.some(({ norm }) => norm === "last");
const YEAR = /^(?:1[5-9]|20)\d\ds?$/;

/** Thanks and wishes; thanks for something paid, or for what was done on a day, name the matter. */
export const isCourtesy = (view: View, sentence: Sentence) =>
  view.shows(sentence, "preamble") || (has(view, sentence, EMPTY) && !hasFact(sentence));

/** Nothing in the sentence tells of anything, and it does not speak to the customer of what the writer has to say. */
const isSilent = (view: View, sentence: Sentence) =>
  isEmpty(view, sentence) ||
  (view.actsOf(sentence).every(({ name }) => name === "empathise") &&
    !view.namesCase(sentence) &&
    !isAnchored(sentence) &&
    !hasFact(sentence) &&
    !(speaksToCustomer(sentence) && saysI(sentence)));

const saysI = ({ tokens }: Sentence) => tokens.some(({ norm }) => norm === "i" || norm === "we");
const saysYour = ({ tokens }: Sentence) => tokens.some(({ norm }) => norm === "your" || norm === "yours");

/** "your" with a sum, a date or a reference in a whole sentence: a statement about the customer's own business. */
export function isAnchored(sentence: Sentence): boolean {
  const yours = sentence.tokens.some(
    ({ norm }, at, { [at - 1]: before }) => norm === "your" || (norm === "you" && before?.norm !== "as"),
  );
  return (
    yours &&
    wordsOf(sentence) > SHORT &&
    sentence.entities.some(
      (entity) =>
        entity.kind === "money" ||
        entity.kind === "reference" ||
        (entity.kind === "date" &&
          namesDay(sentence.tokens.slice(entity.from, entity.to)) &&
          !isName(sentence, entity)),
    )
  );
}

/** "the Tuesday Singers": a weekday in a name. */
const isName = ({ tokens }: Sentence, { from, to }: Entity) =>
  to - from === 1 && tokens[from - 1]?.norm === "the" && /^\p{Lu}/u.test(tokens[to]?.text ?? "");

/** A sentence of fewer words tells of nobody. */
export const SHORTEST = 4;

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

/** "Your tenancy began on 8 August 2022", "The Council received your application on 2 May": an entry of the file, read out. */
export const isEntry = ({ isOf }: View, { tokens, entities }: Sentence) =>
  ENTERS.has(tokens[0]?.norm ?? "") &&
  tokens.some((token, at) => isOf(token, "ENTERED") || (WAS.has(token.norm) && endsInEd(tokens[at + 1]?.norm ?? ""))) &&
  entities.some(({ kind, from }) => kind === "date" && tokens[from]!.norm !== "last");
const ENTERS = new Set(["your", "the", "our", "a", "an"]);
const WAS = new Set(["was", "were"]);
