import { defineRule } from "../src/index.ts";

/** The reading age aimed at, by audience. */
const TARGET = { general: 14, easy: 11, professional: 18 } as const;

export default defineRule({
  id: "readability",
  title: "Write so that the customer can read it easily.",
  why: "One adult in six in England finds an ordinary letter hard to read; an easy one saves everybody a phone call.",
  criteria: ["1.4"],
  severity: "warning",
  options: { above: { default: 2, about: "How many years above the target of the audience the reading age may be." } },
  async check({ correspondence, facts, options, report }) {
    const { readingAge } = facts.metrics;
    const target = TARGET[correspondence.audience];
    if (readingAge === undefined || readingAge <= target + options.above) return;
    const hardest = await facts.hardestSentence;
    if (!hardest) return;
    report({
      at: hardest,
      message: `Make it easier to read: the message reads at an age of ${readingAge}, the aim is ${target}. Begin with this sentence: shorter words, and a full stop in the middle.`,
    });
  },
});
