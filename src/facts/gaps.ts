import type { Correspondence } from "../model.ts";
import { quote } from "../correspondence/acts.ts";
import type { Facts } from "./index.ts";
import type { Refusal } from "./outcome.ts";

const NO_MESSAGE = "give the customer's message with --incoming";

/** What every model of a complaint reply asks for in some form. */
const STEPS = ["listen", "apologise", "explain", "resolve"] as const;
const NOTHING_REFUSED = "nothing is refused here, and no complaint is answered";

/** What is missing to judge a criterion of this message, by its id: an input, or a clear answer. */
export function gapsOf(
  { direction }: Correspondence,
  {
    answers,
    namesContact,
    wait,
    chatGaps,
    complaint,
    outcome,
  }: Pick<Facts, "answers" | "namesContact" | "wait" | "chatGaps" | "complaint" | "outcome">,
): Readonly<Record<string, string>> {
  const unclear = answers.find(({ state }) => state === undefined);
  const asked = namesContact === undefined ? NO_MESSAGE : "the customer's message asks for nothing";
  const answered =
    answers.length === 0 ? asked : unclear && `it is unclear whether “${quote(unclear.asked.text, 12)}” is answered`;
  const named = direction === "reply" ? NO_MESSAGE : "this message begins the exchange";
  const refused = outcome.refusal && whatIsUnclear(outcome.refusal);
  const step = STEPS.find((name) => complaint?.[name].state === "unclear");
  const handled = step ? `it is unclear whether the reply shows the step “${step}”` : refused;
  const chosen = outcome.refusal || complaint ? handled : NOTHING_REFUSED;
  const settled = direction === "reply" ? "it is unclear whether the outcome is named" : named;
  const late =
    outcome.delay === undefined
      ? "nothing is late here"
      : "it is unclear whether the delay has a reason and a new date";
  const timed = direction === "reply" ? "the dates of the two messages are not both known" : named;
  return {
    ...(!wait && chatGaps.length === 0 && { "1.2": timed }),
    ...(namesContact === undefined && { "2.1": named }),
    ...(answered !== undefined && { "3.1": answered, "3.2": answered }),
    ...(chosen !== undefined && { "3.4": chosen }),
    ...((direction !== "reply" || outcome.named.state !== "shown") && { "3.5": settled }),
    ...(outcome.delay !== "explained" && { "4.7": late }),
  };
}

function whatIsUnclear({ reason, wayOn }: Refusal): string | undefined {
  if (reason === "unclear") return "it is unclear whether the refusal has a reason";
  return wayOn === "unclear" ? "it is unclear whether the refusal has a way on" : undefined;
}
