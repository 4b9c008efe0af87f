import { defineRule, quote, type Sentence } from "../src/index.ts";

export default defineRule({
  id: "positive-opening",
  title: "Open on a positive note.",
  why: "The first sentence sets the tone: a customer who is met with a refusal or a demand reads the rest as an attack.",
  criteria: ["2.5"],
  severity: "warning",
  kinds: {
    missing: { about: "The first sentence refuses or demands, or is about us, a file or a rule." },
    hostile: {
      about: "The first sentence blames, mocks or threatens, or the message goes on unkindly.",
      severity: "error",
    },
  },
  check({ correspondence, facts, report }) {
    const { state, evidence } = facts.structure.positiveOpening;
    if (state !== "missing") return;
    const { opening, body, isHostile, actsOf } = facts.view;
    const first = opening.find(({ start }) => start === evidence?.start);
    const isUnkind = (sentence: Sentence) =>
      isHostile(sentence) || actsOf(sentence).some(({ name }) => name === "blame" || name === "threaten");
    report({
      at: evidence ?? { start: correspondence.source.length, end: correspondence.source.length },
      kind: first && (isUnkind(first) || body.some(isHostile)) ? "hostile" : "missing",
      message: evidence
        ? `Open with thanks, an apology or good news before you say “${quote(evidence.text)}”.`
        : "Open with thanks, an apology or good news.",
    });
  },
});
