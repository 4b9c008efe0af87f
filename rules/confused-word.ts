import { phraseRule } from "../src/index.ts";

export default phraseRule({
  id: "confused-word",
  title: "Write the word that you mean.",
  why: "A spelling check passes “there” for “their”; the reader sees a slip, and sometimes another meaning.",
  criteria: ["1.3"],
  severity: "warning",
  dictionary: "confused-words",
  // "It is" in two words is never a slip for "its", nor "you are" for "your".
  allows: ({ text, entry }) => entry.words?.[0]?.length === 2 && /^(?:it|who|that) is$|^(?:you|they) are$/i.test(text),
});
