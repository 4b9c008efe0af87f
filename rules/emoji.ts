import { defineRule } from "../src/index.ts";

const PICTURE =
  /(?![©®™↔↩↪☎✓✔✉])\p{Extended_Pictographic}(?:\u{FE0F}|\u{200D}|\p{Emoji_Modifier}|\p{Extended_Pictographic}){0,8}/gu;
const EMOTICON = /(?<=^|\s)(?:[:;=]['’]?-?[)(DPp/|]|<3|xD|:-?\*)(?=$|[\s.,!?])/g;

/** What a message with either has somewhere. */
const EITHER = /\p{Extended_Pictographic}|[:;=]['’]?-?[)(DPp/|*]|<3|xD/u;

export default defineRule({
  id: "emoji",
  title: "Leave emoji and emoticons out.",
  why: "They look different on each device, screen readers read them aloud, and in a serious matter they read as a shrug.",
  criteria: ["1.5"],
  severity: "warning",
  check({ correspondence, facts, report }) {
    if (!EITHER.test(correspondence.source)) return;
    for (const sentence of facts.prose) {
      const written = correspondence.source.slice(sentence.start, sentence.end);
      for (const pattern of [PICTURE, EMOTICON]) {
        for (const match of written.matchAll(pattern)) {
          const start = sentence.start + match.index;
          report({
            at: { start, end: start + match[0].length },
            message: `Take out “${match[0]}” and let the words say it.`,
          });
        }
      }
    }
  },
});
