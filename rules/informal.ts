import { phraseRule } from "../src/index.ts";

export default phraseRule({
  id: "informal",
  title: "Keep to the tone of the organisation.",
  why: "Slang and text-speak read as if the matter were not taken seriously, and some customers do not know the words.",
  criteria: ["1.5"],
  severity: "warning",
  dictionary: "informal",
});
