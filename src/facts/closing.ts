import { PROFILES } from "../correspondence/profiles.ts";
import type { Act, ActName, Correspondence, Sentence, StructurePart } from "../model.ts";
import { firstAct, has, isItem, missing, saysWhen, shown, unclear, type View, wordsOf } from "./view.ts";

/** An action this near to the end is not called missing. */
const NEAR_CLOSE = 5;

/**
 * Shown by a request, word that nothing is needed, a promise or a way on with a date; missing where no other sentence of the close
 * tells of anything still to be done, and the last says plainly nothing of it. A promise with no date is neither, but where the
 * customer waits for the answer it is not enough. Of a careless message only a time is taken for a way on.
 */
export function closingSummary({ channel }: Correspondence, view: View): StructurePart {
  const strong = view.close.filter((sentence) => !isEmpty(view, sentence));
  const open = openPromise(view, strong);
  if (open) return missing(view.close.includes(open) ? open : view.close.at(-1));
  const step = actionOf(view, strong) ?? firstStep(view);
  if (step) return shown(step);
  if (view.isCareless) return strong.some((sentence) => isDue(view, sentence)) ? unclear : missing(view.close.at(-1));
  const ahead = strong.filter((sentence) => isAhead(view, sentence));
  const promise = strong.find((sentence) => has(view, sentence, ["commit"]));
  // In a chat what was agreed a few turns ago still stands.
  const { isQuick } = PROFILES[channel];
  const near = isQuick ? view.body : view.body.slice(-NEAR_CLOSE);
  const earlier = firstAct(view, near, DATED, ({ time }) => time !== undefined);
  const isLoose = promise && isQuick && !earlier && !view.hangsOnEvent(promise);
  if (isLoose && ahead.every((sentence) => has(view, sentence, ["commit"]))) return missing(promise);
  return ahead.length > 0 || promise || earlier || mayEnd(view) ? unclear : missing(view.close.at(-1));
}

/** Nothing that the customer can go on: a stock phrase, blame, a threat or an offer with no time, "soon". */
const isEmpty = (view: View, sentence: Sentence) =>
  has(view, sentence, ["boilerplate", "blame"]) ||
  isVague(view, sentence) ||
  (has(view, sentence, ["threaten"]) && !sentence.entities.some(({ kind }) => kind === "date" || kind === "time")) ||
  (!saysWhen(sentence) && (view.shows(sentence, "stock-offer") || view.shows(sentence, "agentless")));

/** What somebody does next: of the promises only those with a time, of the requests none that is a prohibition. */
function actionOf(view: View, strong: readonly Sentence[]): Act | undefined {
  const noStep = view.isCareless ? NO_STEP_OF_CARELESS : NO_STEP;
  const hasVagueDeadline = (act: Act) =>
    view.isCareless &&
    view.body.some((sentence) => sentence.index === act.sentence && view.shows(sentence, "vague-deadline"));
  const isStep = (act: Act) =>
    act.name === "nothing-needed" || act.time !== undefined || !(noStep.test(act.text) || hasVagueDeadline(act));
  return (
    firstAct(view, strong, ["nothing-needed", "request"], isStep) ??
    firstAct(view, strong, ["commit", "contact", "escalate"], ({ time }) => time !== undefined)
  );
}

/**
 * A promise of ours that nobody can hold us to: it is what comes next, unless a day is given for something. The months in which
 * an ombudsman may be asked say nothing of it.
 */
function openPromise(view: View, strong: readonly Sentence[]): Sentence | undefined {
  // "Your payments will go on as usual" says nothing of it either.
  const isDated = ({ name, time, text }: Act) =>
    name === "nothing-needed" ? /\b(?:need|nothing|no)\b/i.test(text) : time !== undefined;
  const telling = strong.filter((sentence) => !view.shows(sentence, "opening-hours"));
  if (firstAct(view, telling, OURS_AND_YOURS, isDated)) return undefined;
  return view.body.find(
    (sentence) => isVague(view, sentence) && isPending(view, sentence) && !has(view, sentence, ["thank"]),
  );
}

/** Whether a sentence may tell of what is still to come. */
const isAhead = (view: View, sentence: Sentence) =>
  // "They tell me that", "The tribunal looked at" are no way on.
  (has(view, sentence, ["contact", "escalate"]) && (!view.isPast(sentence) || view.isAhead(sentence))) ||
  (view.mayBeStep(sentence) &&
    // In a few lines "Sam will lock up" may be all that there is to say.
    (!view.isLong || isConcrete(view, sentence)) &&
    !view.shows(sentence, "preamble") &&
    !view.shows(sentence, "opening-hours") &&
    !view.isHostile(sentence) &&
    !has(view, sentence, ["refuse", "acknowledge"]));

/** Whether something is to happen at a time: more than "My number is …, and I am in on Tuesdays". */
const isDue = (view: View, sentence: Sentence) =>
  saysWhen(sentence) &&
  (view.mayBeStep(sentence) || hasDeadline(sentence)) &&
  !view.shows(sentence, "opening-hours") &&
  !(has(view, sentence, ["inform"]) && sentence.entities.some(({ kind }) => kind === "channel"));

/** "It is £35 if paid by Tuesday 29 January". */
const hasDeadline = ({ tokens, entities }: Sentence) =>
  entities.some(({ kind, from }) => kind === "date" && tokens[from - 1]?.norm === "by");

/** Whether the last sentence may be the end of a message that has said all. */
function mayEnd(view: View): boolean {
  const last = view.close.findLast((sentence) => wordsOf(sentence) > FEW);
  if (!last || isEmpty(view, last) || isStill(view, last)) return false;
  return saysWhen(last) || view.hangsOnEvent(last);
}

/** "please do not telephone", "you would need to fill in a form": nothing that the customer is asked to do next. */
const NO_STEP = /\b(?:not|you would|you['’]d)\b|n['’]t\b/i;
/** "You can reply", "Payment can be made": in a careless message no step either. */
const NO_STEP_OF_CARELESS = /\b(?:not|would|could|can|may|be)\b|['’]d\b|n['’]t\b/i;

/** Whether the customer can tell when it will be: a time, or what has to come first; or it is promised. */
const isConcrete = (view: View, sentence: Sentence) =>
  saysWhen(sentence) || view.hangsOnEvent(sentence) || has(view, sentence, ["commit"]);

/** A last line of so few words is a name or a greeting. */
const FEW = 3;

/** A courtesy, regret, a cheer, something past, or a rule: no way to say what comes next, as "The caretaker locks up" may be. */
const isStill = (view: View, sentence: Sentence) =>
  sentence.text.endsWith("!") ||
  view.isPast(sentence) ||
  view.hasWord(sentence, "RULE") ||
  view.hasWord(sentence, "SORRY") ||
  view.shows(sentence, "preamble") ||
  view.shows(sentence, "goodbye") ||
  view.shows(sentence, "opening-hours") ||
  has(view, sentence, COURTESY);
const COURTESY: readonly ActName[] = ["thank", "apologise", "empathise", "acknowledge", "refuse", "offer"];

const DATED: readonly ActName[] = ["nothing-needed", "request", "commit"];
const OURS_AND_YOURS: readonly ActName[] = ["nothing-needed", "request", "commit", "contact", "threaten"];

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
