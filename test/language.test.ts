import { readFileSync } from "node:fs";
import fc from "fast-check";
import retextIndefiniteArticle from "retext-indefinite-article";
import retextRepeatedWords from "retext-repeated-words";
import { describe, expect, it } from "vitest";
import { fromUnified, lint, type Rule } from "../src/index.ts";
import { loadDictionaries } from "../src/node.ts";
import indefiniteArticle from "../rules/indefinite-article.ts";
import repeatedWord from "../rules/repeated-word.ts";
import spelling from "../rules/spelling.ts";

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

describe("spelling", () => {
  const pairs = readFileSync(new URL("data/misspellings.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.includes("="))
    .map((line) => line.split("=") as [wrong: string, right: string]);

  it("guesses right at once for four in five common misspellings, without the list of known ones", async () => {
    const guesses = await Promise.all(
      pairs.map(async ([wrong, right]) => (await dictionaries.suggest(wrong))[0] === right),
    );
    expect(guesses.filter(Boolean).length / pairs.length).toBeGreaterThan(0.8);
  });

  it("tells all but a few of them, with the right word first for nine in ten", async () => {
    const told = await findingsOf(
      `Dear Mrs Patel,\n\n${pairs.map(([wrong]) => `We see ${wrong}.`).join(" ")}\n`,
      spelling,
    );
    const rights = new Map(pairs);
    expect(told.length / pairs.length).toBeGreaterThan(0.98);
    expect(
      told.filter(({ text, suggestions }) => suggestions[0] === rights.get(text)).length / pairs.length,
    ).toBeGreaterThan(0.9);
  });

  it.each([
    ["We organize it.", false, ["organize"]],
    ["We organize it.", true, []],
    ["We organize and apologise; we advise.", true, ["organize"]],
    ["We organize and advise.", true, []],
  ])("%s with the option oxford %s", async (text, oxford, expected) => {
    const rule = { ...spelling, options: { ...spelling.options, oxford: { default: oxford, about: "" } } };
    expect((await findingsOf(`Dear Mrs Patel,\n\n${text}\n`, rule)).map((finding) => finding.text)).toEqual(expected);
  });

  it("takes American spellings where they are allowed, and slips still not", async () => {
    const rule = { ...spelling, options: { ...spelling.options, american: { default: true, about: "" } } };
    const text = "Dear Mrs Patel,\n\nThe color of the center was canceled, and the fulfillment is definately late.\n";
    expect((await findingsOf(text, rule)).map((finding) => finding.text)).toEqual(["definately"]);
  });
});
