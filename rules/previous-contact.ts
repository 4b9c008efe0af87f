import { defineRule } from "../src/index.ts";

export default defineRule({
  id: "previous-contact",
  title: "Name the message that you answer.",
  why: "A customer who sees their letter named, by its date or its subject, knows that somebody read it.",
  criteria: ["2.1"],
  severity: "warning",
  channels: ["email", "letter"],
  check({ correspondence, facts, report }) {
    if (correspondence.direction !== "reply" || facts.namesContact !== false) return;
    const [first] = facts.view.body;
    if (!first) return;
    report({
      at: first,
      message: "Begin with the customer's own message: its date, its reference or what it was about.",
    });
  },
});
