import { defineRule, quote } from "../src/index.ts";

export default defineRule({
  id: "outcome-summary",
  title: "In a reply, say what came of the matter.",
  why: "The customer should not have to work out from the courtesies whether the answer is yes or no.",
  criteria: ["3.5"],
  severity: "warning",
  channels: ["email", "letter"],
  check({ facts, report }) {
    const { state, evidence } = facts.outcome.named;
    if (state !== "missing" || !evidence) return;
    report({
      at: evidence,
      message: `Before “${quote(evidence.text)}”, say what was decided or done: the reply names no outcome.`,
    });
  },
});
