import { defineRule } from "../src/index.ts";

/** What each kind is called, and how much of it may stay. */
const WORDS = {
  card: ["card number", "four digits"],
  iban: ["bank account number (IBAN)", "four characters"],
  nino: ["National Insurance number", "three characters"],
  "driving-licence": ["driving licence number", "three characters"],
  "nhs-number": ["NHS number", "three digits"],
} as const;

const MILDER_IN_LETTERS = { letter: "warning" } as const;

export default defineRule({
  id: "personal-data",
  title: "Leave out numbers that identify a person or open an account.",
  why: "A message can reach the wrong person, and it stays on file. Whoever reads a full number can use it.",
  criteria: ["4.8"],
  severity: "error",
  kinds: {
    card: { about: "The full number of a payment card. The card schemes forbid it in any message." },
    iban: { about: "A bank account number in the international form.", channels: MILDER_IN_LETTERS },
    nino: { about: "A National Insurance number.", channels: MILDER_IN_LETTERS },
    "driving-licence": {
      about: "The number of a driving licence, which holds a date of birth.",
      channels: MILDER_IN_LETTERS,
    },
    "nhs-number": { about: "An NHS number.", channels: MILDER_IN_LETTERS },
  },
  check({ facts, report }) {
    for (const { kind, start, end, preview } of facts.personalData) {
      const [name, part] = WORDS[kind];
      const ending = `ending ${preview.split(" ").at(-1)}`;
      report({
        kind,
        at: { start, end },
        message: `Take out the ${name}: give the last ${part}, “${ending}”, or nothing.`,
        suggestions: [ending],
      });
    }
  },
});
