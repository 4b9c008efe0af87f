import { defineRule, type Facts, type Located, type Sentence } from "../src/index.ts";

export default defineRule({
  id: "subject-line",
  title: "Say in the subject what the message is about.",
  why: "The subject is read first, and is how the customer finds the message again.",
  criteria: ["2.4", "2.6"],
  severity: "warning",
  channels: ["email"],
  kinds: {
    missing: { about: "The message has header lines, and no subject." },
    vague: { about: "The subject names no matter: “Update”, “Important information”." },
  },
  check({ correspondence, facts, report }) {
    const { to, from, date, subject } = correspondence.envelope;
    const header = from ?? to ?? date;
    if (!subject) {
      if (header)
        report({ at: header, kind: "missing", message: "Add a subject that says what the message is about." });
      return;
    }
    // The customer chose the subject of what they wrote first.
    if (correspondence.direction === "reply" && IS_ANSWER.test(subject.text)) return;
    if (!isVague(subject, correspondence.sentences, facts)) return;
    report({
      at: subject,
      kind: "vague",
      message: `Say what it is about instead of “${subject.text}”, such as “Your refund of £48.20”.`,
    });
  },
});

const IS_ANSWER = /^\s*(?:re|fwd?|aw)\s*:/i;

function isVague({ text, start, end }: Located, sentences: readonly Sentence[], { view }: Facts): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  const read = sentences.filter((sentence) => sentence.start >= start && sentence.end <= end);
  return read.length > 0 && read.every(view.isVague);
}
