import { defineRule, quote } from "../src/index.ts";

export default defineRule({
  id: "salutation",
  title: "Greet the customer.",
  why: "A message that begins with no greeting reads as a form, not as a letter to a person.",
  criteria: ["2.4"],
  severity: "error",
  kinds: {
    missing: { about: "No greeting.", channels: { chat: "warning", social: "warning", sms: "warning" } },
    impersonal: {
      about: "A greeting such as “Dear Sir” to somebody whose name stands in the address.",
      severity: "warning",
    },
  },
  check({ correspondence, facts, report }) {
    const { parts } = correspondence;
    const greeting = parts.find(({ name }) => name === "salutation");
    const addressee = parts.find(({ name }) => name === "address")?.text.match(NAMED);
    if (greeting && addressee && IMPERSONAL.test(greeting.text)) {
      const written = `Dear ${addressee[1]} ${addressee[2]}`;
      report({
        at: greeting,
        kind: "impersonal",
        message: `The address has the name: write “${written}” instead of “${quote(greeting.text)}”.`,
        suggestions: [written],
      });
    }
    const { state, evidence } = facts.structure.salutation;
    if (state !== "missing") return;
    report({
      at: evidence ?? { start: correspondence.source.length, end: correspondence.source.length },
      kind: "missing",
      message:
        correspondence.channel === "chat" || correspondence.channel === "social"
          ? "Greet the customer first: “Hello …”."
          : evidence
            ? `Greet the customer before “${quote(evidence.text)}”: “Dear …” or “Hello …”.`
            : "Begin with a greeting: “Dear …” or “Hello …”.",
    });
  },
});

const IMPERSONAL = /^dear (?:sirs?|madam|sir ?(?:\/|or) ?madam|customer|resident|tenant|patient|member|occupier)\b/i;
/** The title and the surname in the first line of an address. */
const NAMED = /^\W{0,4}(Mr|Mrs|Miss|Ms|Mx|Dr)\.? (?:\p{Lu}[\p{L}.'’-]* )*(\p{Lu}[\p{L}'’-]+)\W*(?:\n|$)/u;
