import { defineRule, quote } from "../src/index.ts";

export default defineRule({
  id: "salutation",
  title: "Greet the customer.",
  why: "A message that begins with no greeting reads as a form, not as a letter to a person.",
  criteria: ["2.4"],
  severity: "error",
  kinds: { missing: { about: "No greeting.", channels: { chat: "warning", social: "warning", sms: "warning" } } },
  check({ correspondence, facts, report }) {
    const { state, evidence } = facts.structure.salutation;
    if (state !== "missing") return;
    report({
      at: evidence ?? { start: correspondence.source.length, end: correspondence.source.length },
      kind: "missing",
      message:
        correspondence.channel === "chat"
          ? "Greet the customer first: “Hello …”."
          : evidence
            ? `Greet the customer before “${quote(evidence.text)}”: “Dear …” or “Hello …”.`
            : "Begin with a greeting: “Dear …” or “Hello …”.",
    });
  },
});
