import type { Root } from "nlcst";
import retextReadability from "retext-readability";
import { unified } from "unified";
import { VFile } from "vfile";
import type { Correspondence, Sentence } from "../model.ts";

/** retext-readability judges sentences one by one; at these settings it names only those that nearly all its formulas find hard. */
const SETTINGS = { age: 16, threshold: 5 / 7, minWords: 10 };

/** In characters. The plug-in takes seconds over more, and minutes over a megabyte; no message is as long as this. */
const LONGEST = 50_000;

/** The sentence that retext-readability finds hardest, the longest of them; `undefined` where it finds none. */
export async function hardestSentence(
  { source, sentences }: Correspondence,
  english: () => Promise<Root>,
): Promise<Sentence | undefined> {
  const body = sentences.filter(({ part }) => part === "body");
  if (source.length > LONGEST) return longest(body);
  const file = new VFile({ value: source });
  await unified()
    .use(retextReadability, SETTINGS)
    .run(await english(), file);
  const starts = new Set(
    file.messages.map(({ place }) => (place && "start" in place ? place.start.offset : undefined)),
  );
  const hard = body.filter(({ start }) => starts.has(start));
  return longest(hard.length > 0 ? hard : body);
}

function longest(sentences: readonly Sentence[]): Sentence | undefined {
  return sentences.reduce<Sentence | undefined>(
    (most, sentence) => (most && most.tokens.length >= sentence.tokens.length ? most : sentence),
    undefined,
  );
}
