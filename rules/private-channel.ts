import { defineRule, quote } from "../src/index.ts";

export default defineRule({
  id: "private-channel",
  title: "Take the customer's own business out of the public eye.",
  why: "Whoever reads the thread reads the answer. An account, an order or a claim is for the customer alone.",
  criteria: ["4.8"],
  severity: "warning",
  channels: ["social"],
  check({ correspondence: { direction }, facts: { view }, report }) {
    if (direction !== "reply" || view.body.some((sentence) => view.shows(sentence, "private-way"))) return;
    const goesOn = view.body.find(
      (sentence) =>
        view.namesCase(sentence) &&
        !WORD_SENT.test(sentence.text) &&
        (sentence.text.endsWith("?") ||
          view.actsOf(sentence).some(({ name }) => name === "request" || name === "commit")),
    );
    if (!goesOn) return;
    report({
      at: goesOn,
      message: `Ask the customer to send a direct message, or to call, before you go on with “${quote(goesOn.text)}”.`,
    });
  },
});

/** "reply FERRY 730 to the message that came with your ticket": what anybody may send. */
const WORD_SENT = /\b(?:reply|text|send) [A-Z]{3,}\b/;
