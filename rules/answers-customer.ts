import { type Answer, defineRule, quote } from "../src/index.ts";

export default defineRule({
  id: "answers-customer",
  title: "Answer each question that the customer asked.",
  why: "A question that is passed over brings the customer back, and tells them that nobody read what they wrote.",
  criteria: ["3.1", "3.2"],
  severity: "error",
  channels: ["email", "letter", "chat", "social", "sms"],
  kinds: {
    unanswered: {
      about: "No passage of the reply takes up any word of the question.",
      channels: { chat: "warning" },
    },
    vague: { about: "A question of when is answered with no time, such as “shortly”.", severity: "warning" },
    outcome: { about: "What the customer wants done is not named in the reply.", severity: "warning" },
  },
  check({ correspondence, facts, report }) {
    const whole = facts.view.body.at(-1) ?? { start: 0, end: correspondence.source.length };
    for (const { asked, state, passage } of facts.answers) {
      const question = quote(asked.text.replace(/\s+/g, " "), 16);
      if (state === "vague") {
        report({
          at: passage!,
          kind: "vague",
          message: `Give a date or a length of time: the customer asked “${question}”.`,
        });
      } else if (state === "unanswered") {
        report({ at: whole, kind: kindOf(asked), message: messageFor(asked, question) });
      }
    }
  },
});

const kindOf = ({ kind }: Answer["asked"]) => (kind === "outcome" ? "outcome" : "unanswered");

function messageFor({ kind }: Answer["asked"], question: string): string {
  return kind === "outcome"
    ? `Say what comes of what the customer wants: “${question}”.`
    : `Answer the customer's question: “${question}”.`;
}
