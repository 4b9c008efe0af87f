import { defineRule } from "../src/index.ts";

export default defineRule({
  id: "response-time",
  title: "Answer within the time that the service promises.",
  why: "A customer who waits without a word writes again. Where it did take long, an apology is owed.",
  criteria: ["1.2"],
  severity: "warning",
  kinds: {
    gap: { about: "In a chat the customer waited too long for an answer." },
    late: { about: "The reply comes after the service standard, and apologises for it.", severity: "info" },
    unexcused: { about: "The reply comes after the service standard, and says no word of it." },
  },
  options: {
    letter: { default: 10, about: "The most working days to the answer to a letter." },
    email: { default: 2, about: "The most working days to the answer to an e-mail." },
    chat: { default: 5, about: "The most minutes to an answer in a chat, where the agent said nothing of a wait." },
  },
  check({ correspondence, facts, options, report }) {
    for (const { asked, answer, minutes } of facts.chatGaps) {
      if (minutes <= options.chat || facts.isAnnounced(asked, minutes)) continue;
      report({
        at: answer,
        kind: "gap",
        message: `Answer within ${options.chat} minutes, or say how long it takes: the customer waited ${Math.round(minutes)}.`,
      });
    }
    const { wait } = facts;
    const most = correspondence.channel === "letter" ? options.letter : options.email;
    if (!wait || wait.workingDays <= most || !["letter", "email"].includes(correspondence.channel)) return;
    const apology = correspondence.acts.find(({ name }) => name === "apologise");
    const [first] = facts.view.body;
    if (!first) return;
    const late = `the reply came ${wait.workingDays} working days after the customer wrote, and the standard is ${most}`;
    if (apology) report({ at: apology, kind: "late", message: `Answer sooner next time: ${late}.` });
    else report({ at: first, kind: "unexcused", message: `Apologise for the delay: ${late}.` });
  },
});
