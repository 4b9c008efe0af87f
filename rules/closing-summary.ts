import { defineRule, quote } from "../src/index.ts";

export default defineRule({
  id: "closing-summary",
  title: "End with what happens next.",
  why: "The customer must know who does what by when, or that there is nothing left to do.",
  criteria: ["2.7", "3.5"],
  severity: "error",
  kinds: {
    missing: { about: "The close has no action and no promise that can be kept." },
  },
  check({ correspondence, facts, report }) {
    const { state, evidence } = facts.structure.closingSummary;
    if (state !== "missing") return;
    report({
      at: evidence ?? { start: correspondence.source.length, end: correspondence.source.length },
      kind: "missing",
      message: evidence
        ? `Before the end, say who does what by when: “${quote(evidence.text)}” leaves the customer with nothing to go on.`
        : "Before the end, say who does what by when.",
    });
  },
});
