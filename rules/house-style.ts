import { phraseRule } from "../src/index.ts";

export default phraseRule({
  id: "house-style",
  title: "Use the words that the organisation has chosen.",
  why: "A customer who reads one name for one thing in every letter knows that it is the same thing.",
  criteria: ["1.5"],
  severity: "warning",
  dictionary: "house-style",
});
