import fc from "fast-check";
import retextIndefiniteArticle from "retext-indefinite-article";
import retextRepeatedWords from "retext-repeated-words";
import { describe, expect, it } from "vitest";
import { fromUnified, lint, type Rule } from "../src/index.ts";
import { loadDictionaries } from "../src/node.ts";
import indefiniteArticle from "../rules/indefinite-article.ts";
import repeatedWord from "../rules/repeated-word.ts";

const dictionaries = loadDictionaries();
const about = { id: "oracle", title: "Agree.", why: "To compare.", criteria: ["1.3"], severity: "warning" } as const;
const findingsOf = async (content: string, ...rules: Rule[]) =>
  (await lint({ path: "letter.md", content }, { rules, dictionaries, channel: "email" })).findings;
const startsOf = async (content: string, rule: Rule) => (await findingsOf(content, rule)).map(({ start }) => start);

/** Sentences of these words, in any order. */
const sentencesOf = (words: readonly string[]) =>
  fc
    .array(fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 12 }), { minLength: 1, maxLength: 4 })
    .map((sentences) => sentences.map((sentence) => `We ${sentence.join(" ")} today.`).join(" "));

describe("the own loops find what the plug-ins of retext find", () => {
  it("repeated-word", async () => {
    const oracle = fromUnified({ ...about, plugin: retextRepeatedWords });
    const words = ["the", "letter", "sent", "bill", "of", "and", "form", "paid", "Abdi", "that", "had"];
    await fc.assert(
      fc.asyncProperty(sentencesOf(words), async (text) => {
        expect(await startsOf(text, repeatedWord)).toEqual(await startsOf(text, oracle));
      }),
      { numRuns: 60 },
    );
  });

  it("indefinite-article", async () => {
    const oracle = fromUnified({ ...about, plugin: retextIndefiniteArticle });
    const nouns =
      "hour honest union user uniform uninsured one-off European old house 8 11 18 80 110 invoice e-mail".split(" ");
    const words = nouns.flatMap((noun) => [`sent a ${noun}`, `sent an ${noun}`]);
    await fc.assert(
      fc.asyncProperty(sentencesOf(words), async (text) => {
        expect(await startsOf(text, indefiniteArticle)).toEqual(await startsOf(text, oracle));
      }),
      { numRuns: 60 },
    );
  });
});

describe("paragraphs that a regulator or a scheme prescribes", () => {
  it("are left alone by the rules of style, and named as such", async () => {
    const letter = (paragraph: string) =>
      `Dear Mrs Patel,\n\n${paragraph}\n\nYours sincerely,\nRuth Ashdown\nCalder Bank\n`;
    const text = "This Guarantee is offered by all banks and building societies that accept the the instructions.";
    const { findings, correspondence } = await lint(
      { path: "letter.md", content: letter(text) },
      { rules: [repeatedWord], dictionaries },
    );
    expect(findings).toEqual([]);
    expect(correspondence.skipped.map(({ reason }) => reason)).toEqual(["prescribed"]);
    expect(await findingsOf(letter("We accept the the instructions."), repeatedWord)).toHaveLength(1);
  });
});
