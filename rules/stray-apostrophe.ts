import { defineRule, type Token } from "../src/index.ts";

export default defineRule({
  id: "stray-apostrophe",
  title: "Leave the apostrophe out of a plural.",
  why: "A plural with an apostrophe, as in “the customer's are here”, is a slip that readers remember.",
  criteria: ["1.3"],
  severity: "warning",
  check({ facts, report }) {
    const counts = facts.dictionaries.matcher.classes.get("SEVERAL");
    for (const { tokens, text } of facts.prose) {
      if (!BEFORE_VERB.test(text)) continue;
      for (const [at, token] of tokens.entries()) {
        if (!POSSESSIVE.test(token.text) || !isPlural(tokens, at, counts)) continue;
        const plural = token.text.replace(/['’]/, "");
        report({ at: token, message: `Write “${plural}” instead of “${token.text}”.`, suggestions: [plural] });
      }
    }
  },
});

/** What a sentence has that is worth a look. */
const BEFORE_VERB = /['’]s\W{1,3}(?:are|were|have|must|should)/i;
const POSSESSIVE = /^(?:[A-Z]{2,5}|\d{4}|\p{Ll}{3,30})['’]s$/u;
const AFTER = new Set(["are", "were", "have", "must", "should"]);
const OPENS = new Set(["the", "our", "your"]);

/** Whether only a plural fits. Deep in a sentence “the tenant's are red” may still mean the tenant's keys. */
function isPlural(tokens: readonly Token[], at: number, counts: ReadonlySet<string> | undefined): boolean {
  const before = tokens[at - 1]?.norm ?? "";
  return AFTER.has(tokens[at + 1]?.norm ?? "") && (counts?.has(before) || (at === 1 && OPENS.has(before)));
}
