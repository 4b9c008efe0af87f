import type { Act, ActName, Correspondence, Sentence, StructurePart, Token } from "../model.ts";
import {
  type Heading,
  isEntry,
  isAnchored,
  isAside,
  isCourtesy,
  isOurOwn,
  isPreamble,
  NEWS,
  POINT,
  SHORTEST,
  goesOnFromMatter,
} from "./preamble.ts";
import { firstAct, has, missing, shown, unclear, type View, wordsOf } from "./view.ts";

const PURPOSE: readonly ActName[] = [...POINT, ...NEWS];

/**
 * Shown by the subject, a heading or an act in the opening that tells why; missing where the opening is only thanks, feelings,
 * praise or background. A subject that names a topic alone does for an opening that may tell something.
 */
export function earlyPurpose(message: Correspondence, view: View): StructurePart {
  const heading = message.sentences.find(({ part }) => part === "subject-line" || part === "headers");
  const kind = kindOf(view, heading);
  if (kind === "telling") return shown(heading!);
  const { subject } = message.envelope;
  if (!heading && subject && subject.text.replace(REPLY_MARKS, "").split(/\s+/).length >= 4) return shown(subject);
  if (isAside(view, kind) || isRecord(view, kind)) return missing(view.opening[0]);
  const isPurpose = ({ sentence: index, name }: Act) => {
    const sentence = message.sentences[index]!;
    if (wordsOf(sentence) < SHORTEST) return false;
    // "I write further to your recent correspondence in respect of the above", "I am writing to thank you for taking the time"
    const isStock = has(view, sentence, ["boilerplate"]) || view.shows(sentence, "stock-thanks");
    if (view.isCareless && name === "purpose" && isStock && !view.namesCase(sentence)) return false;
    return (
      !NEWS.includes(name) || !(view.shows(sentence, "preamble") || isOurOwn(view, sentence) || isEntry(view, sentence))
    );
  };
  const purpose = firstAct(view, purposeSpan(view), PURPOSE, isPurpose);
  if (purpose) return shown(purpose);
  const anchored = view.opening.find(
    (sentence) => !isCourtesy(view, sentence) && isAnchored(sentence) && !isEntry(view, sentence),
  );
  if (anchored) return shown(anchored);
  if (isPreamble(view, kind)) return missing(view.opening[0]);
  if (kind === "bare") return shown(heading!);
  const isLost = kind === "vague" ? !view.opening.some(view.namesCase) : tellsLate(view);
  return isLost && !view.opening.some((sentence) => mayTell(view, sentence)) ? missing(view.opening[0]) : unclear;
}

const REPLY_MARKS = /^(?:(?:re|fwd?):\s*)+/i;

function kindOf(view: View, heading: Sentence | undefined): Heading {
  if (!heading || isAddress(heading)) return "none";
  if (view.isVague(heading) || isReference(view, heading)) return "vague";
  if (view.shows(heading, "topic")) return "topic";
  if (wordsOf(heading) < SHORTEST) return namesMatter(view, heading) ? "bare" : "none";
  return namesMatter(view, heading) ? "telling" : "bare";
}

/**
 * "You took out the policy on 19 August 2024. A first payment was taken on 1 September …": the file told from its beginning, below
 * no subject, with no word of what the message is for.
 */
const isRecord = (view: View, kind: Heading) => {
  const told = kind === "none" || kind === "vague" ? view.body.slice(0, EARLY) : [];
  const isPast = (sentence: Sentence) =>
    view.isPast(sentence) &&
    !view.isAhead(sentence) &&
    view.actsOf(sentence).every(({ name }) => RECORDED.includes(name));
  const dates = told.filter(({ entities }) => entities.some(({ kind: entity }) => entity === "date"));
  return dates[0] === told[0] && dates.length >= EARLY - 1 && told.every(isPast);
};
const RECORDED: readonly ActName[] = ["inform", "report-done", "acknowledge"];

/**
 * Whether a message of some length has no news, no request and no decision in its first sentences; in a careful one a reproach or an
 * apology names the matter too.
 */
const tellsLate = (view: View) =>
  view.isCareless
    ? !tellsIn(view, EARLY - 1, PURPOSE)
    : view.isLong && !goesOnFromMatter(view) && !tellsIn(view, EARLY, [...PURPOSE, "blame", "apologise"]);
const tellsIn = (view: View, sentences: number, acts: readonly ActName[]) =>
  view.body.slice(0, sentences).some((sentence) => has(view, sentence, acts));
const EARLY = 4;

/** News to come with a day, a sum, or a reproach. */
const mayTell = (view: View, sentence: Sentence) =>
  has(view, sentence, ["refuse", "blame"]) ||
  (view.isAhead(sentence) && sentence.entities.some(({ kind }) => kind === "date" || kind === "money"));

/** "To the parents of Year 9": whom it is for. */
const isAddress = ({ tokens }: Sentence) => tokens[0]?.norm === "to" && ALL.has(tokens[1]?.norm ?? "");
const ALL = new Set(["the", "all", "our", "every", "whom", "parents", "residents"]);

/** "Crime no. 14/88213/26": the number of a file, and no word of what it is about. */
const isReference = (view: View, { tokens }: Sentence) =>
  tokens.some(isNumbered) &&
  tokens.every((token) => token.kind === "mark" || isNumbered(token) || view.isOf(token, "FILE"));
const isNumbered = ({ kind, text }: Token) =>
  kind === "number" || kind === "placeholder" || /\d|^\p{Lu}{1,4}$/u.test(text);

/** Something of the customer's, or a figure; "Caring for you close to home" has neither. */
const namesMatter = (view: View, heading: Sentence) =>
  view.hasWord(heading, "CASE") ||
  heading.entities.some(({ kind }) => kind !== "person") ||
  heading.tokens.some(({ norm, kind }) => norm === "your" || kind === "number" || kind === "placeholder");

/** The opening; after condolences and nothing else, or a word of the one who has died, the next sentence as well. */
function purposeSpan(view: View): readonly Sentence[] {
  const { opening, body } = view;
  const feels = (sentence: Sentence) => has(view, sentence, ["empathise"]);
  const mourns = opening[0] && feels(opening[0]) && view.hasWord(opening[0], "DEATH");
  if (!mourns && !opening.every(feels)) return opening;
  const next = body[body.indexOf(opening.at(-1)!) + 1];
  return next ? [...opening, next] : opening;
}
