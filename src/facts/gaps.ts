import type { Correspondence } from "../model.ts";
import { quote } from "../correspondence/acts.ts";
import type { Facts } from "./index.ts";

const NO_MESSAGE = "give the customer's message with --incoming";

/** What is missing to judge a criterion of this message, by its id: an input, or a clear answer. */
export function gapsOf(
  { direction }: Correspondence,
  { answers, namesContact, wait, chatGaps }: Pick<Facts, "answers" | "namesContact" | "wait" | "chatGaps">,
): Readonly<Record<string, string>> {
  const unclear = answers.find(({ state }) => state === undefined);
  const asked = namesContact === undefined ? NO_MESSAGE : "the customer's message asks for nothing";
  const answered =
    answers.length === 0 ? asked : unclear && `it is unclear whether “${quote(unclear.asked.text, 12)}” is answered`;
  const named = direction === "reply" ? NO_MESSAGE : "this message begins the exchange";
  const timed = direction === "reply" ? "the dates of the two messages are not both known" : named;
  return {
    ...(!wait && chatGaps.length === 0 && { "1.2": timed }),
    ...(namesContact === undefined && { "2.1": named }),
    ...(answered !== undefined && { "3.1": answered, "3.2": answered }),
  };
}
