import type { Act, ActName, ComplaintStep, ComplaintSteps, Correspondence, Sentence, StructurePart } from "../model.ts";
import { firstAct, isStatement, located, missing, shown, unclear, type View } from "./view.ts";

/** Which steps a reply to a complaint shows; undefined for any other message. Only what is plainly not there is missing. */
export function readComplaintSteps(
  { occasion, direction, channel }: Correspondence,
  view: View,
  closing: StructurePart,
): ComplaintSteps | undefined {
  if (occasion !== "complaint" || direction !== "reply" || channel === "sms" || view.body.length === 0)
    return undefined;
  const { body } = view;
  const act = (...names: readonly ActName[]) => firstAct(view, body, names);
  const word = (name: string) => body.find((sentence) => view.hasWord(sentence, name));
  const sorry = act("apologise") ?? word("SORRY");
  const listened = body.find((sentence) => view.shows(sentence, "listen") || view.namesCase(sentence));
  const settled = act("report-done", "good-news", "commit", "refuse", "escalate", "nothing-needed");
  const explained = body.find((sentence) => view.shows(sentence, "reason"));
  const steps: Record<ComplaintStep, Act | Sentence | "missing" | "unclear"> = {
    listen: act("acknowledge") ?? listened ?? "missing",
    // Who is not at fault need not say sorry.
    apologise: sorry ?? (act("refuse") ? "unclear" : "missing"),
    thank: act("thank") ?? word("THANKFUL") ?? "missing",
    empathise: act("empathise") ?? word("FEEL") ?? (sorry || listened ? "unclear" : "missing"),
    explain: explained ?? (body.some((sentence) => isStatement(view, sentence)) ? "unclear" : "missing"),
    resolve: settled ?? (body.some(view.isAhead) || act("offer", "request", "contact") ? "unclear" : "missing"),
    notify: "unclear",
  };
  const parts = Object.entries(steps).map(([name, step]) => [name, partOf(step)]);
  return { ...(Object.fromEntries(parts) as ComplaintSteps), notify: closing.state === "shown" ? closing : unclear };
}

function partOf(step: Act | Sentence | "missing" | "unclear"): StructurePart {
  if (step === "missing") return missing(undefined);
  return step === "unclear" ? unclear : shown(located(step));
}
