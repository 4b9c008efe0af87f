import { defineRule, type Facts, phrasesOf, type Token } from "../src/index.ts";

export default defineRule({
  id: "spelling",
  title: "Spell it as a UK dictionary does.",
  why: "A misspelt word makes the reader doubt the facts beside it.",
  criteria: ["1.3"],
  severity: "warning",
  async check({ correspondence, facts, report }) {
    const own = namesOf(correspondence.parts);
    const reported = new Set(
      TERMS.flatMap((name) => phrasesOf(name, { correspondence, facts })).flatMap(({ words: told }) => told),
    );
    const dummy = new Set(facts.prose.filter(({ text }) => /\blorem ipsum\b/i.test(text)).map(({ block }) => block));
    const told = new Set<string>();
    const { words, misspellings } = facts.dictionaries;
    const isRight = (text: string): boolean => {
      if (misspellings.has(text.toLowerCase())) return false;
      const joined = text.replace(JOINED_PREFIX, "");
      return words.has(text) || (joined !== text && isRight(joined));
    };
    for (const sentence of facts.prose) {
      if (sentence.part === "salutation" || sentence.part === "valediction" || dummy.has(sentence.block)) continue;
      for (const [at, token] of sentence.tokens.entries()) {
        if (token.kind !== "word" || isRight(token.text)) continue;
        const word = token.text.replaceAll("’", "'");
        if (
          !isWord(token) ||
          reported.has(token) ||
          isInside(at, sentence.literals) ||
          /[@#/\\]/.test(sentence.tokens[at - 1]?.text ?? "")
        )
          continue;
        if (told.has(word) || own.has(word.toLowerCase().replace(/'s$/, ""))) continue;
        const mapped = misspellings.get(word.toLowerCase());
        const suggestions = mapped !== undefined ? [mapped] : await facts.dictionaries.suggest(word);
        const isOpening = sentence.tokens.slice(0, at).every(({ kind }) => kind === "mark");
        const isKnownSlip = mapped !== undefined && isOpening;
        if (isName(word) && !isKnownSlip && !isSlip(word, suggestions)) continue;
        const best = suggestions[0] === undefined ? undefined : withCapital(suggestions[0], word);
        const stands = report({
          at: token,
          message: best ? `Write “${best}” instead of “${token.text}”.` : `Check the spelling of “${token.text}”.`,
          suggestions: suggestions.map((suggestion) => withCapital(suggestion, word)),
        });
        if (stands) told.add(word);
      }
    }
  },
});

/** Dictionaries that say what to write for a word that is none: "gonna", "appt". */
const TERMS = ["house-style", "informal", "plain-english", "jargon", "abbreviations"];

/** These make a word of any word, with a hyphen: "pre-commit", "co-insured". */
const JOINED_PREFIX = /^(?:pre|re|co|non|de|ex|sub|mid|anti|semi|multi|self|post|inter)[-‑](?=\p{L}{3})/iu;

/** No word is longer, nor worth the search. */
const LONGEST = 40;

/** Lines that hold names: a word that stands there is spelt as its owner spells it. */
const NAMED = new Set(["headers", "letterhead", "address", "reference", "salutation", "signature", "footer"]);

function namesOf(parts: readonly { readonly name: string; readonly text: string }[]): ReadonlySet<string> {
  const text = parts
    .filter(({ name }) => NAMED.has(name))
    .map((part) => part.text)
    .join("\n");
  return new Set([...text.matchAll(/\p{Lu}[\p{L}'’-]*/gu)].map(([word]) => word.toLowerCase().replaceAll("’", "'")));
}

/** A word to look up: letters alone, not an abbreviation, a brand with a capital inside, or a single letter. */
function isWord({ text }: Token): boolean {
  return (
    text.length > 1 &&
    text.length <= LONGEST &&
    /^[\p{L}'’‑-]+$/u.test(text) &&
    !/\p{L}\p{Lu}/u.test(text) &&
    !/^\p{Lu}+s?$/u.test(text)
  );
}

const isInside = (at: number, ranges: Facts["prose"][number]["literals"]) =>
  ranges.some(({ from, to }) => from <= at && to > at);

const isName = (word: string) => /^\p{Lu}/u.test(word);

/** A word with a capital is a name unless it is a long dictionary word with a letter dropped, doubled or swapped: "Departement". */
function isSlip(word: string, [best]: readonly string[]): boolean {
  return best !== undefined && best.length >= 6 && /^[a-z]+$/.test(best) && isSlipOf(word.toLowerCase(), best);
}

/** One letter more, one letter less, or two neighbours swapped, not at the beginning: names differ from words by another letter. */
function isSlipOf(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  if (from < 2) return false;
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

const withCapital = (suggestion: string, word: string) =>
  isName(word) ? suggestion.slice(0, 1).toUpperCase() + suggestion.slice(1) : suggestion;
