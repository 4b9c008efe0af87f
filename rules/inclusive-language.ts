import { phraseRule } from "../src/index.ts";

export default phraseRule({
  id: "inclusive-language",
  title: "Use words that leave nobody out.",
  why: "A word that labels people, or takes one kind of person for granted, tells the others that the letter is not for them.",
  criteria: ["1.5"],
  severity: "warning",
  dictionary: "inclusive-language",
  advises: true,
});
