import type { Root } from "nlcst";
import { unified } from "unified";
import { VFile } from "vfile";
import type { Correspondence, Sentence } from "../model.ts";

/** retext-readability judges sentences one by one; at these settings it names only those that nearly all its formulas find hard. */
const SETTINGS = { age: 16, threshold: 5 / 7, minWords: 10 };

/** The sentence that retext-readability finds hardest, the longest of them; `undefined` where it finds none. */
export async function hardestSentence(
  { source, sentences }: Correspondence,
  english: Root,
): Promise<Sentence | undefined> {
  const { default: retextReadability } = await import("retext-readability");
  const file = new VFile({ value: source });
  await unified().use(retextReadability, SETTINGS).run(english, file);
  const starts = new Set(
    file.messages.map(({ place }) => (place && "start" in place ? place.start.offset : undefined)),
  );
  const hard = sentences.filter(({ start, part }) => starts.has(start) && part === "body");
  const length = (sentence: Sentence) => sentence.tokens.length;
  return (hard.length > 0 ? hard : sentences.filter(({ part }) => part === "body")).reduce<Sentence | undefined>(
    (longest, sentence) => (longest && length(longest) >= length(sentence) ? longest : sentence),
    undefined,
  );
}
