import { PROFILES } from "../correspondence/profiles.ts";
import type { ActName, Correspondence, Sentence, StructurePart } from "../model.ts";
import { firstAct, has, isItem, missing, saysWhen, shown, unclear, type View, wordsOf } from "./view.ts";

/** An action this near to the end is not called missing. */
const NEAR_CLOSE = 5;

/**
 * Shown by a request, word that nothing is needed, a promise or a way on with a date; missing where no other sentence of the close
 * tells of anything still to be done, and the last says plainly nothing of it. A promise with no date is neither, but where the
 * customer waits for the answer it is not enough.
 */
export function closingSummary({ channel }: Correspondence, view: View): StructurePart {
  const isEmpty = (sentence: Sentence) =>
    has(view, sentence, ["boilerplate", "blame"]) ||
    (has(view, sentence, ["threaten"]) && !saysWhen(sentence)) ||
    ((view.shows(sentence, "stock-offer") || view.shows(sentence, "agentless")) && !saysWhen(sentence)) ||
    isVague(view, sentence);
  const strong = view.close.filter((sentence) => !isEmpty(sentence));
  const weak = view.isCareless ? NO_STEP_OF_CARELESS : NO_STEP;
  const action =
    firstAct(
      view,
      strong,
      ["nothing-needed", "request"],
      ({ name, time, text }) => name === "nothing-needed" || time !== undefined || !weak.test(text),
    ) ?? firstAct(view, strong, ["commit", "contact", "escalate"], ({ time }) => time !== undefined);
  // A promise of ours that nobody can hold us to is what comes next, unless a day is given for something.
  const open = view.body.find(
    (sentence) => isVague(view, sentence) && isPending(view, sentence) && !has(view, sentence, ["thank"]),
  );
  // The months in which an ombudsman may be asked say nothing of it.
  const hasDay =
    firstAct(view, strong, OURS_AND_YOURS, ({ name, time }) => name === "nothing-needed" || time !== undefined) !==
    undefined;
  if (open && !hasDay) return missing(view.close.includes(open) ? open : view.close.at(-1));
  const step = firstStep(view);
  if (action ?? step) return shown((action ?? step)!);
  const ahead = strong.filter(
    (sentence) =>
      // "They tell me that", "The tribunal looked at" are no way on.
      (has(view, sentence, ["contact", "escalate"]) && (!view.isPast(sentence) || view.isAhead(sentence))) ||
      (view.mayBeStep(sentence) &&
        // In a few lines "Sam will lock up" may be all that there is to say.
        (!view.isLong || isConcrete(view, sentence)) &&
        !view.shows(sentence, "preamble") &&
        !view.shows(sentence, "opening-hours") &&
        !view.isHostile(sentence) &&
        !has(view, sentence, ["refuse", "acknowledge"])),
  );
  const promise = strong.find((sentence) => has(view, sentence, ["commit"]));
  // In a chat what was agreed a few turns ago still stands.
  const { isQuick } = PROFILES[channel];
  const earlier = firstAct(
    view,
    isQuick ? view.body : view.body.slice(-NEAR_CLOSE),
    DATED,
    ({ time }) => time !== undefined,
  );
  if (
    promise &&
    isQuick &&
    !earlier &&
    !view.hangsOnEvent(promise) &&
    ahead.every((sentence) => has(view, sentence, ["commit"]))
  )
    return missing(promise);
  // Of a careless message only a time is taken for a way on.
  const isDue = (sentence: Sentence) =>
    saysWhen(sentence) &&
    view.mayBeStep(sentence) &&
    !view.shows(sentence, "opening-hours") &&
    // "My number is …, and I am in on Tuesdays"
    !(has(view, sentence, ["inform"]) && sentence.entities.some(({ kind }) => kind === "channel"));
  if (view.isCareless && !strong.some(isDue)) return missing(view.close.at(-1));
  const last = view.close.findLast((sentence) => wordsOf(sentence) > FEW);
  const mayBeEnd = last && (saysWhen(last) || view.hangsOnEvent(last)) && !isEmpty(last) && !isStill(view, last);
  return ahead.length > 0 || promise || earlier || mayBeEnd ? unclear : missing(view.close.at(-1));
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
const OURS_AND_YOURS: readonly ActName[] = ["nothing-needed", "request", "commit", "contact"];

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
