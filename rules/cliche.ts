import { phraseRule, phrasesOf } from "../src/index.ts";

export default phraseRule({
  id: "cliche",
  title: "Say it in words of your own.",
  why: "A stock phrase tells the customer that nobody thought about this letter. A plain fact says more.",
  criteria: ["1.3"],
  severity: "info",
  dictionary: "cliche",
  advises: true,
  // One voice is enough where the phrase is wordy as well.
  allows: ({ start, end }, context) =>
    phrasesOf("plain-english", context).some((phrase) => phrase.start < end && phrase.end > start),
});
