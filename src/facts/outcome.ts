import type { Act, ActName, Correspondence, Sentence, StructurePart, StructureState } from "../model.ts";
import { has, isStatement, missing, saysWhen, shown, unclear, type View } from "./view.ts";

/** A decision against the customer, and whether it comes with what makes it bearable. */
export interface Refusal {
  readonly act: Act;
  readonly reason: StructureState;
  /** An alternative, or a way to challenge the decision. */
  readonly wayOn: StructureState;
}

/** What a message tells of its matter: what was decided, what was refused, what is late. */
export interface Outcome {
  /** The words that say what came of it. */
  readonly named: StructurePart;
  readonly refusal: Refusal | undefined;
  /** Whether the reason and the new date of a delay are told; undefined where nothing is late. */
  readonly delay: "explained" | "unclear" | undefined;
}

const RESULT: readonly ActName[] = ["refuse", "good-news", "report-done", "nothing-needed", "commit"];
const WAY_ON: readonly ActName[] = ["escalate", "offer", "good-news", "report-done", "commit"];
/** Reads the outcome of a message. Only what is plainly not there is missing. */
export function readOutcome({ direction }: Correspondence, view: View): Outcome {
  const prose = view.body.filter(({ unit }) => unit !== "heading");
  const hasReason = prose.some((sentence) => view.shows(sentence, "reason"));
  return { named: named(), refusal: refusal(), delay: delay() };

  function named(): StructurePart {
    const telling = prose.findLast((sentence) => has(view, sentence, RESULT));
    if (telling) return shown(view.actsOf(telling).find(({ name }) => RESULT.includes(name))!);
    const mayTell = (sentence: Sentence) =>
      isStatement(view, sentence) || view.isAhead(sentence) || has(view, sentence, [...WAY_ON, "request"]);
    return direction === "reply" && prose.length > 0 && !prose.some(mayTell) ? missing(prose.at(-1)) : unclear;
  }

  function refusal(): Refusal | undefined {
    const act = prose.flatMap(view.actsOf).find(({ name, agent }) => name === "refuse" && agent === "us");
    if (!act) return undefined;
    const others = prose.filter(({ index }) => index !== act.sentence);
    const showsWay = others.some((sentence) => isWayOn(sentence));
    return {
      act,
      reason: hasReason ? "shown" : others.some((sentence) => isStatement(view, sentence)) ? "unclear" : "missing",
      wayOn: showsWay ? "shown" : others.some(mayBeWayOn) ? "unclear" : "missing",
    };
  }

  function mayBeWayOn(sentence: Sentence): boolean {
    return view.isAhead(sentence) || has(view, sentence, ["request"]) || sentence.text.endsWith("?");
  }

  function isWayOn(sentence: Sentence): boolean {
    if (view.shows(sentence, "stock-offer")) return false;
    return (
      has(view, sentence, WAY_ON) ||
      view.hasWord(sentence, "INSTEAD") ||
      sentence.tokens.some((_, at) => isChoice(sentence, at))
    );
  }

  function delay(): Outcome["delay"] {
    const late = prose.find((sentence) => view.shows(sentence, "delay"));
    if (!late) return undefined;
    const isDated = prose.some(
      (sentence) =>
        view.actsOf(sentence).some(({ name, time }) => name === "commit" && time !== undefined) ||
        (view.isAhead(sentence) && saysWhen(sentence)),
    );
    return hasReason && isDated ? "explained" : "unclear";
  }
}

/** "you can", "you may": what is open to the customer. */
const isChoice = ({ tokens }: Sentence, at: number) =>
  tokens[at]!.norm === "you" && /^(?:can|may|could)$/.test(tokens[at + 1]?.norm ?? "");
