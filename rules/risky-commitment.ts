import { adviceOf, defineRule, isReplacement, overlap, type Phrase, phrasesOf } from "../src/index.ts";

/** What each kind is told of; its words stand in `dictionaries/risk/`. */
const KINDS = {
  promise: {
    about: "A promise with no limit, or one that nobody can be sure to keep.",
    says: "is a promise without a limit",
  },
  guarantee: { about: "A guarantee or a certainty.", says: "can be held against you as a guarantee" },
  liability: {
    about: "An admission of liability, or a promise to pay for everything.",
    says: "admits legal liability",
  },
} as const;

/** What to do instead, where the dictionary has no words for it. */
const INSTEAD = {
  promise: "Say what you will do and by when.",
  guarantee: "Say what you expect, and what happens if it goes wrong.",
  liability: "Say plainly what went wrong and that you are sorry.",
} as const;

export default defineRule({
  id: "risky-commitment",
  title: "Promise only what you can keep.",
  why: "What is written can be relied on, in a complaint or in court. An apology is safe; a guarantee or an admission of liability may not be.",
  criteria: ["4.2"],
  severity: "error",
  kinds: KINDS,
  check({ correspondence, facts, report }) {
    const told: Phrase[] = [];
    for (const kind of ["liability", "guarantee", "promise"] as const) {
      for (const phrase of phrasesOf(`risk/${kind}`, { correspondence, facts })) {
        if (told.some((other) => overlap(other, phrase))) continue;
        told.push(phrase);
        report({
          at: phrase,
          kind,
          message: `“${phrase.text}” ${KINDS[kind].says}. ${adviceOf(phrase) ?? INSTEAD[kind]}`,
          suggestions: phrase.suggestions.slice(0, 1).filter(isReplacement),
          ...(phrase.entry.severity && { severity: phrase.entry.severity }),
        });
      }
    }
  },
});
