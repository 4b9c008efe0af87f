import type { Correspondence } from "../model.ts";
import { quote } from "../correspondence/acts.ts";
import type { Answer } from "./answers.ts";

const NO_MESSAGE = "give the customer's message with --incoming";

/** What is missing to judge a criterion of this message, by its id: an input, or a clear answer. */
export function gapsOf(
  { direction }: Correspondence,
  answers: readonly Answer[],
  namesContact: boolean | undefined,
): Readonly<Record<string, string>> {
  const unclear = answers.find(({ state }) => state === undefined);
  const asked = namesContact === undefined ? NO_MESSAGE : "the customer's message asks for nothing";
  const answered =
    answers.length === 0 ? asked : unclear && `it is unclear whether “${quote(unclear.asked.text, 12)}” is answered`;
  const named = direction === "reply" ? NO_MESSAGE : "this message begins the exchange";
  return {
    ...(namesContact === undefined && { "2.1": named }),
    ...(answered !== undefined && { "3.1": answered, "3.2": answered }),
  };
}
