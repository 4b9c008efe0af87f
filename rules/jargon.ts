import { type Correspondence, isDefined, phraseRule } from "../src/index.ts";

export default phraseRule({
  id: "jargon",
  title: "Say it in words that the customer knows.",
  why: "Words of the trade are clear to colleagues alone; a customer has to guess, or ring to ask.",
  criteria: ["1.4"],
  severity: "warning",
  dictionary: "jargon",
  allows: ({ text, start, end }, { correspondence }) =>
    isDefined(correspondence.source, start, end) || isTheirs(text, correspondence),
});

/** A term that the customer used first is familiar to them. */
function isTheirs(term: string, { parts, incoming }: Correspondence): boolean {
  const theirs = parts.filter(({ name }) => name === "customer" || name === "quoted").map(({ text }) => text);
  return [...theirs, incoming?.source ?? ""].some((text) => text.toLowerCase().includes(term.toLowerCase()));
}
