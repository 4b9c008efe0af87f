import { defineRule, likelySpellings, phrasesOf } from "../src/index.ts";

export default defineRule({
  id: "spelling",
  title: "Spell it as a UK dictionary does.",
  why: "A misspelt word makes the reader doubt the facts beside it. To accept a word, add it to “vocabulary” in corrcheck.yml.",
  criteria: ["1.3"],
  severity: "warning",
  kinds: {
    mixed: { about: "Both “organise” and “organize” in one message." },
    unknown: {
      about: "A word like none we know: rather of a trade or of another language than a slip.",
      severity: "info",
    },
  },
  options: {
    oxford: { default: false, about: "Whether “organize” is right; then it is told beside “organise” alone." },
    american: { default: false, about: "Whether American spellings such as “color” are right." },
  },
  async check({ correspondence, facts, options, report }) {
    const context = { correspondence, facts };
    const { dictionaries, unknownWords } = facts;
    if (options.oxford) reportMixed();
    if (unknownWords.length === 0) return;
    const said = new Set(TERMS.flatMap((name) => phrasesOf(name, context)).flatMap(({ words }) => words));
    const told = new Set<string>();
    for (const unknown of unknownWords) {
      const { token, word } = unknown;
      if (told.has(word) || (said.has(token) && !dictionaries.misspellings.has(word.toLowerCase()))) continue;
      const british = withIse(word);
      if (options.oxford && british !== word && dictionaries.words.has(british)) continue;
      const suggestions = await likelySpellings(unknown, dictionaries);
      const [best] = suggestions ?? [];
      if (!suggestions || (options.american && best !== undefined && isAmerican(word, best))) continue;
      const isCertain = best !== undefined && dictionaries.misspellings.has(word.toLowerCase());
      const stands = report({
        at: token,
        message: best ? `Write “${best}” instead of “${token.text}”.` : `Check the spelling of “${token.text}”.`,
        suggestions,
        ...(best === undefined && /[aeiouwy]/i.test(word) && { kind: "unknown" }),
        ...(isCertain && { fix: best }),
      });
      if (stands) told.add(word);
    }

    function reportMixed(): void {
      const ize = unknownWords.find(({ word }) => withIse(word) !== word && dictionaries.words.has(withIse(word)));
      if (!ize) return;
      const stems = dictionaries.list("always-ise").map((word) => word.replace("*", "\\w*").replace(/e$/, ""));
      const always = new RegExp(`^(?:${stems.join("|")})(?:e[sdr]?|ing|ations?)$`, "i");
      const words = facts.prose.flatMap(({ tokens }) => tokens);
      const ise = words.find(({ text }) => withIze(text) !== text && !always.test(text));
      if (!ise) return;
      const message = `Choose one ending: “${ise.text}” and “${ize.word}” stand in one message.`;
      report({ at: ize.token, kind: "mixed", message });
    }
  },
});

/** Dictionaries that say what to write for a word that is none: "gonna", "appt". */
const TERMS = ["house-style", "informal", "plain-english", "jargon", "abbreviations"];

const withIse = (word: string) => word.replace(/iz(?=e|ing|ation)/g, "is");
const withIze = (word: string) => word.replace(/is(?=(?:e[sdr]?|ing|ations?)$)/, "iz");
/** "color" beside "colour", "center" beside "centre", "canceled" beside "cancelled". */
function isAmerican(word: string, british: string): boolean {
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/our/g, "or")
      .replace(/re\b/g, "er")
      .replace(/ogue/g, "og")
      .replace(/ll/g, "l")
      .replace(/(?<=en)c(?=e)/g, "s")
      .replace(/is(?=e|ing|ation)/g, "iz")
      .replace(/ys(?=e|ing)/g, "yz")
      .replace(/que\b/, "ck");
  return bare(word) === bare(british);
}
