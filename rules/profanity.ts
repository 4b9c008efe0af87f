import { defineRule, phrasesOf, type Phrase, type Token } from "../src/index.ts";

export default defineRule({
  id: "profanity",
  title: "Leave out swear words.",
  why: "A customer who is sworn at, even in fun, shows the message to others.",
  criteria: ["1.5"],
  severity: "error",
  kinds: {
    strong: { about: "A swear word.", severity: "error" },
    mild: { about: "A mild oath, such as “damn”.", severity: "warning", channels: { chat: "info", social: "info" } },
  },
  check({ correspondence, facts, report }) {
    for (const phrase of phrasesOf("profanity", { correspondence, facts })) {
      if (isName(phrase)) continue;
      const [instead] = phrase.suggestions;
      report({
        at: phrase,
        kind: phrase.entry.severity === "warning" ? "mild" : "strong",
        message: instead ? `Write “${instead}” instead of “${phrase.text}”.` : `Leave out “${phrase.text}”.`,
        suggestions: instead ? [instead] : [],
      });
    }
  },
});

/** A capital beside a capital, or within a sentence, makes a name: "Mr Dick", "Cock Lane", "the village of Twatt". */
function isName({ sentence, from, to, words }: Phrase): boolean {
  if (!words.every(isCapitalised)) return false;
  const isOpening = sentence.tokens.slice(0, from).every(({ kind }) => kind === "mark");
  return !isOpening || isCapitalised(sentence.tokens[to]);
}

const isCapitalised = (token: Token | undefined) => token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.text);
