import type { Act, ActName, ComplaintStep, ComplaintSteps, Correspondence, Sentence, StructurePart } from "../model.ts";
import type { Dictionaries } from "../dictionary/index.ts";
import { located, missing, shown, unclear, type View } from "./structure.ts";

/** Which steps a reply to a complaint shows; undefined for any other message. Only what is plainly not there is missing. */
export function readComplaintSteps(
  { occasion, direction, channel }: Correspondence,
  view: View,
  { matcher: { classes } }: Dictionaries,
  closing: StructurePart,
): ComplaintSteps | undefined {
  if (occasion !== "complaint" || direction !== "reply" || channel === "sms" || view.body.length === 0)
    return undefined;
  const feelings = classes.get("FEEL");
  const act = (...names: readonly ActName[]) => firstAct(view, names);
  const word = (test: (norm: string) => boolean | undefined) =>
    view.body.find(({ tokens }) => tokens.some(({ norm }) => test(norm)));
  const sorry = act("apologise") ?? word((norm) => SORRY.has(norm));
  const listened = view.body.find((sentence) => view.shows(sentence, "listen") || view.namesCase(sentence));
  const settled = act("report-done", "good-news", "commit", "refuse", "escalate", "nothing-needed");
  const explained = view.body.find((sentence) => view.shows(sentence, "reason"));
  const steps: Record<ComplaintStep, Act | Sentence | "missing" | "unclear"> = {
    listen: act("acknowledge") ?? listened ?? "missing",
    // Who is not at fault need not say sorry.
    apologise: sorry ?? (act("refuse") ? "unclear" : "missing"),
    thank: act("thank") ?? word((norm) => THANKS.has(norm)) ?? "missing",
    empathise: act("empathise") ?? word((norm) => feelings?.has(norm)) ?? (sorry || listened ? "unclear" : "missing"),
    explain: explained ?? (view.body.some((sentence) => isStatement(view, sentence)) ? "unclear" : "missing"),
    resolve: settled ?? (view.body.some(view.isAhead) || act("offer", "request", "contact") ? "unclear" : "missing"),
    notify: "unclear",
  };
  const parts = Object.entries(steps).map(([name, step]) => [name, partOf(step)]);
  return { ...(Object.fromEntries(parts) as ComplaintSteps), notify: closing.state === "shown" ? closing : unclear };
}

const SORRY = new Set(["sorry", "apologise", "apologize", "apology", "apologies", "regret"]);
const THANKS = new Set(["thank", "thanks", "grateful", "appreciate"]);
const COURTESY: ReadonlySet<ActName> = new Set(["thank", "greet", "apologise", "empathise", "boilerplate", "offer"]);

/** A sentence that tells something: more than a courtesy. */
const isStatement = (view: View, sentence: Sentence) =>
  sentence.tokens.length > 5 && !view.actsOf(sentence).some(({ name }) => COURTESY.has(name));

function firstAct(view: View, names: readonly ActName[]): Act | undefined {
  for (const name of names) {
    const found = view.body.flatMap((sentence) => view.actsOf(sentence)).find((act) => act.name === name);
    if (found) return found;
  }
  return undefined;
}

function partOf(step: Act | Sentence | "missing" | "unclear"): StructurePart {
  if (step === "missing") return missing(undefined);
  return step === "unclear" ? unclear : shown(located(step));
}
