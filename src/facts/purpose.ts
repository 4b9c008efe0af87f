import type { ActName, Correspondence, Sentence, StructurePart } from "../model.ts";
import { firstAct, has, missing, SHORT, shown, speaksToCustomer, unclear, type View, wordsOf } from "./view.ts";

const PURPOSE: readonly ActName[] = ["purpose", "inform", "good-news", "refuse", "request", "commit", "report-done"];
/** What says nothing of why: a blame, a threat or an apology names the matter. */
const EMPTY: readonly ActName[] = ["boilerplate", "greet", "thank", "empathise", "acknowledge"];

/** Shown by the subject, a heading or an act in the opening that tells why; missing where the opening is only thanks, feelings or praise. */
export function earlyPurpose(message: Correspondence, view: View): StructurePart {
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
