import { defineRule, quote } from "../src/index.ts";

export default defineRule({
  id: "early-purpose",
  title: "Say early why you write.",
  why: "A reader who does not learn in the first two sentences what a message is about may not read on.",
  criteria: ["2.6"],
  severity: "error",
  kinds: {
    missing: {
      about: "The opening says nothing of why.",
      channels: { chat: "warning", social: "warning", sms: "warning" },
    },
  },
  check({ correspondence, facts, report }) {
    const { state, evidence } = facts.structure.earlyPurpose;
    if (state !== "missing") return;
    report({
      at: evidence ?? { start: correspondence.source.length, end: correspondence.source.length },
      kind: "missing",
      message: evidence
        ? `Say why you are writing in the first two sentences: “${quote(evidence.text)}” does not tell.`
        : "Say why you are writing in the first two sentences.",
    });
  },
});
