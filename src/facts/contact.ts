import type { Hit } from "../dictionary/match.ts";
import { parseDay } from "../correspondence/dates.ts";
import type { Correspondence, Sentence } from "../model.ts";
import type { View } from "./view.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The customer's message is named in the first so many sentences. */
const OPENING = 4;
/** So many of the customer's words in the opening name what they wrote about. */
const SHARED = 2;
const NAMING: ReadonlySet<string> = new Set(["thank", "acknowledge", "apologise", "empathise"]);

/**
 * Whether a reply names the message that it answers, in its subject or its opening: by a phrase ("thank you for your letter"), its
 * reference, its day, or what it was about. `undefined` where the customer's message is not there to be named.
 */
export function namesContact(
  reply: Correspondence,
  theirs: readonly Sentence[],
  hits: readonly Hit[],
  view: View,
  vocabulary: Vocabulary,
): boolean | undefined {
  if (theirs.length === 0) return undefined;
  const opening = [
    ...reply.sentences.filter(({ part }) => part === "headers" || part === "subject-line"),
    ...view.body.slice(0, OPENING),
  ];
  if (/^\s*(?:re|aw)\s*:/i.test(reply.envelope.subject?.text ?? "")) return true;
  if (hits.some(({ entry, sentence }) => entry.dictionary === "context/reply" && opening.includes(sentence)))
    return true;
  if (opening.some((sentence) => view.actsOf(sentence).some(({ name }) => NAMING.has(name)))) return true;
  const tokens = opening.flatMap((sentence) => sentence.tokens);
  const stems = vocabulary.stemsOf(tokens);
  const shared = [...vocabulary.stemsOf(theirs.flatMap((sentence) => sentence.tokens))].filter((stem) =>
    stems.has(stem),
  );
  return shared.length >= SHARED || shared.some((stem) => /\d/.test(stem)) || namesDay(reply, opening);
}

/** The day of the customer's message, as the reply writes it. */
function namesDay({ incoming }: Correspondence, opening: readonly Sentence[]): boolean {
  const date = incoming?.envelope.date?.text ?? incoming?.parts.find(({ name }) => name === "date")?.text;
  const day = date === undefined ? undefined : parseDay(date);
  return (
    day !== undefined &&
    opening.some(({ text }) => {
      const named = parseDay(text, day);
      return named?.day === day.day && named.month === day.month;
    })
  );
}
