import { defineRule, phrasesOf, type Sentence, type Token } from "../src/index.ts";

export default defineRule({
  id: "abbreviation",
  title: "Explain an abbreviation, or do without it.",
  why: "An abbreviation that the customer does not know stops them, and they may be too polite to ask.",
  criteria: ["1.4"],
  severity: "warning",
  check({ correspondence, facts, report }) {
    const known = new Set(facts.dictionaries.list("known-abbreviations"));
    const meanings = new Map(
      phrasesOf("abbreviations", { correspondence, facts }).map(({ text, suggestions }) => [text, suggestions[0]]),
    );
    const furniture = correspondence.parts
      .filter(({ name }) => FURNITURE.has(name))
      .map(({ text }) => text)
      .join("\n");
    const told = new Set<string>();
    for (const sentence of facts.prose) {
      if (sentence.unit === "heading" || sentence.part === "salutation" || isShouted(sentence)) continue;
      for (const [at, token] of sentence.tokens.entries()) {
        const name = token.text.replace(/['’]?s$/, "");
        if (!isAbbreviation(name) || known.has(name) || told.has(name)) continue;
        if (isPartOfCode(sentence, at) || furniture.includes(name) || isExplained(name, correspondence.source))
          continue;
        if (facts.dictionaries.words.has(name.toLowerCase()) && !meanings.has(name)) continue;
        told.add(name);
        const meaning = meanings.get(name);
        report({
          at: token,
          message: meaning
            ? `Write “${meaning}” instead of “${name}”.`
            : `Say what “${name}” stands for, or use plain words for it.`,
          suggestions: meaning ? [meaning] : [],
        });
      }
    }
  },
});

const FURNITURE = new Set(["letterhead", "signature", "reference", "address", "footer"]);

/** Two to six capitals, such as SNR or T&Cs without its s. */
const isAbbreviation = (text: string) => /^[A-Z]{2,6}$/.test(text) && !/^[IVXLC]+$/.test(text);

/** "SW1A", "B 12", "REF-9": a letter group beside figures is a code, as is one beside capitals of a name. */
function isPartOfCode({ tokens }: Sentence, at: number): boolean {
  const isCode = (token: Token | undefined) => token !== undefined && token.kind === "number";
  return (
    isCode(tokens[at - 1]) || isCode(tokens[at + 1]) || tokens[at - 1]?.text === "@" || tokens[at - 1]?.text === "#"
  );
}

/** "Service level agreement (SLA)" or "SLA (service level agreement)", or the words in full with the same initials. */
function isExplained(name: string, source: string): boolean {
  if (source.includes(`(${name})`) || source.includes(`(${name}s)`) || source.includes(`(the ${name})`)) return true;
  if (new RegExp(`\\b${name}s? \\((?!\\d)`).test(source)) return true;
  return new RegExp(
    `\\b${[...name].map((letter) => `${letter}[a-z]{2,20}`).join("(?: (?:of|and|the|for|to|in))? ")}\\b`,
  ).test(source);
}

function isShouted({ text }: Sentence): boolean {
  return text === text.toUpperCase();
}
