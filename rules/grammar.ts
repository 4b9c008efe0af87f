import { phraseRule } from "../src/index.ts";

export default phraseRule({
  id: "grammar",
  title: "Make verb and subject agree.",
  why: "A reader remembers “we was” or “would of”, and thinks less of what stands beside it.",
  criteria: ["1.3"],
  severity: "warning",
  dictionary: "grammar",
});
