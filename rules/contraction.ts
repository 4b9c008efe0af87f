import { phraseRule } from "../src/index.ts";

export default phraseRule({
  id: "contraction",
  title: "Put the apostrophe in.",
  why: "A missing apostrophe is the slip that readers notice most, and “ill” or “lets” is another word.",
  criteria: ["1.3"],
  severity: "warning",
  dictionary: "contractions",
});
