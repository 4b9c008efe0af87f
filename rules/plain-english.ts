import { phraseRule } from "../src/index.ts";

export default phraseRule({
  id: "plain-english",
  title: "Use plain words.",
  why: "A wordy or legal phrase makes the reader stop and work out what it means; a short word says the same at once.",
  criteria: ["1.3"],
  severity: "warning",
  dictionary: "plain-english",
});
