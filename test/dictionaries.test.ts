import { describe, expect, it } from "vitest";
import { Matcher } from "../src/dictionary/match.ts";
import { compileAll, sentenceOf } from "./support.ts";

const { compiled, proofs } = compileAll();
const matcher = new Matcher(compiled);

describe("each entry of the dictionaries is found where its author says, and not where not", () => {
  const byFile = new Map<string, typeof proofs>();
  for (const proof of proofs) {
    const file = proof.place.slice(0, proof.place.indexOf(": "));
    byFile.set(file, [...(byFile.get(file) ?? []), proof]);
  }
  it.each([...byFile])("%s", (_, own) => {
    const wrong = own
      .filter(({ entry, sentence, found }) => matcher.hits(sentenceOf(sentence)).some((hit) => hit.entry === entry) !== found)
      .map(({ entry, sentence, found }) => `"${entry.source}" ${found ? "is not found in" : "is found in"} "${sentence}"`);
    expect(wrong).toEqual([]);
  });
});
