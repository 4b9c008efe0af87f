import { phraseRule } from "../src/index.ts";

export default phraseRule({
  id: "jargon",
  title: "Say it in words that the customer knows.",
  why: "Words of the trade are clear to colleagues alone; a customer has to guess, or ring to ask.",
  criteria: ["1.4"],
  severity: "warning",
  dictionary: "jargon",
  allows: ({ end }, { correspondence }) => isExplained(correspondence.source, end),
});

/** A term is explained where brackets or "which means" follow it. */
function isExplained(source: string, end: number): boolean {
  return /^[\s*_]*(?:\((?!s\))|,? (?:which|that) (?:is|means)\b|,? meaning\b|: )/.test(source.slice(end, end + 24));
}
