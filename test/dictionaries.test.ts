import { describe, expect, it } from "vitest";
import { Matcher } from "../src/dictionary/match.ts";
import { compileAll, sentenceOf } from "./support.ts";

const { compiled, proofs } = compileAll();
const matcher = new Matcher(compiled);
const hitsIn = (text: string) =>
  matcher.hits(sentenceOf(text, matcher.classes)).map(({ entry }) => JSON.stringify(entry));

describe("each entry of the dictionaries is found where its author says, and not where not", () => {
  const byFile = new Map<string, typeof proofs>();
  for (const proof of proofs) byFile.set(proof.file, [...(byFile.get(proof.file) ?? []), proof]);
  it.each([...byFile])("%s", (_, own) => {
    const wrong = own
      .filter(({ entry, sentence, found }) => hitsIn(sentence).includes(JSON.stringify(entry)) !== found)
      .map(({ source, sentence, found }) => `"${source}" ${found ? "is not found in" : "is found in"} "${sentence}"`);
    expect(wrong).toEqual([]);
  });

  it("with the word at fault in the sentence", () => {
    const without = proofs.filter(({ entry: { words }, sentence, found }) => {
      const norms = ` ${sentenceOf(sentence, matcher.classes)
        .tokens.map(({ norm }) => norm)
        .join(" ")} `;
      return found && words && !words.some((word) => norms.includes(` ${word.join(" ")} `));
    });
    expect(without.map(({ source, sentence }) => `"${source}": "${sentence}"`)).toEqual([]);
  });
});

it("finds in a sentence seen before what it found at first sight, in its new place", () => {
  const some = proofs.filter((_, at) => at % 200 === 0).map(({ sentence }) => sentence);
  const sentences = [...some, ...some.map((sentence) => sentence.toUpperCase())];
  const fresh = new Matcher(compiled);
  for (const text of [...sentences, ...sentences]) {
    const sentence = sentenceOf(text, matcher.classes);
    const first = new Matcher(compiled).hits(sentence);
    expect(fresh.hits(sentence)).toEqual(first);
    expect(fresh.hits(sentence).every((hit) => hit.sentence === sentence)).toBe(true);
  }
});
