import { defineRule, quote } from "../src/index.ts";

export default defineRule({
  id: "positive-opening",
  title: "Open on a positive note.",
  why: "The first sentence sets the tone: a customer who is met with a refusal or a demand reads the rest as an attack.",
  criteria: ["2.5"],
  severity: "warning",
  kinds: {
    missing: { about: "The first sentence refuses or demands." },
    hostile: { about: "The first sentence blames, mocks or threatens.", severity: "error" },
  },
  check({ correspondence, facts, report }) {
    const { state, evidence } = facts.structure.positiveOpening;
    if (state !== "missing") return;
    const isHostile = facts.view.opening.some(
      (sentence) => sentence.start === evidence?.start && facts.view.isHostile(sentence),
    );
    report({
      at: evidence ?? { start: correspondence.source.length, end: correspondence.source.length },
      kind: isHostile ? "hostile" : "missing",
      message: evidence
        ? `Open with thanks, an apology or good news before you say “${quote(evidence.text)}”.`
        : "Open with thanks, an apology or good news.",
    });
  },
});
