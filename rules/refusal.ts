import { defineRule, quote } from "../src/index.ts";

export default defineRule({
  id: "refusal",
  title: "Give a refusal its reason, and a way on.",
  why: "A bare no is the hardest to accept. A reason, another offer or the way to challenge it shows that it was weighed.",
  criteria: ["3.4"],
  severity: "warning",
  kinds: {
    "no-reason": { about: "Nothing in the message says why." },
    "no-way-on": { about: "There is no alternative, and no way to challenge the decision." },
  },
  check({ facts, report }) {
    const { refusal } = facts.outcome;
    if (!refusal) return;
    const { act, reason, wayOn } = refusal;
    const refused = quote(act.text);
    if (reason === "missing") report({ at: act, kind: "no-reason", message: `Say why: “${refused}” has no reason.` });
    if (wayOn === "missing") {
      report({
        at: act,
        kind: "no-way-on",
        message: `After “${refused}”, say what the customer can do instead, or how to challenge it.`,
      });
    }
  },
});
