import { defineRule, quote } from "../src/index.ts";

/** What each kind is told of, and what to say of it. */
const KINDS = {
  note: { about: "A note to a colleague, or a remark about the customer.", says: "it is meant for colleagues" },
  gossip: {
    about: "Gossip about our own people, or a grumble about our own side.",
    says: "it is talk among ourselves; say what happened and what comes next",
  },
  draft: { about: "A mark that says the message is a draft.", says: "the customer should get the finished message" },
  location: { about: "A folder, a server or a page of our own network.", says: "the customer cannot open it" },
  revision: { about: "A comment or a tracked change.", says: "it shows how the message was made" },
} as const;

export default defineRule({
  id: "internal-content",
  title: "Leave out what is meant for colleagues.",
  why: "A remark that slips through is the one sentence that the customer will show to others, and it stays on file.",
  criteria: ["4.2", "4.8"],
  severity: "error",
  kinds: KINDS,
  check({ correspondence, facts, report }) {
    for (const note of facts.internalNotes) {
      const text = correspondence.source.slice(note.start, note.end).replace(/\s+/g, " ");
      report({ at: note, kind: note.kind, message: `Take out “${quote(text)}”: ${KINDS[note.kind].says}.` });
    }
  },
});
