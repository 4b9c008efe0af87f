import { defineRule, phrasesOf, type Sentence, type Token } from "../src/index.ts";

export default defineRule({
  id: "emphasis",
  title: "Do not shout.",
  why: "Capitals and rows of marks read as shouting, and capitals are slower to read.",
  criteria: ["1.5"],
  severity: "warning",
  kinds: {
    capitals: { about: "A word in capitals that is no abbreviation." },
    marks: { about: "More than one exclamation or question mark." },
  },
  check({ correspondence, facts, report }) {
    const told = new Set(TERMS.flatMap((name) => phrasesOf(name, { correspondence, facts })).map(({ start }) => start));
    const known = new Set(facts.dictionaries.list("known-abbreviations"));
    const short = new Set(facts.dictionaries.list("short-words"));
    const isShouted = ({ kind, text, norm, start }: Token) =>
      kind === "word" &&
      text !== norm &&
      !told.has(start) &&
      text.length > 1 &&
      /^\p{Lu}{2,}$/u.test(text) &&
      !known.has(text) &&
      !ANSWERS.has(text) &&
      (text.length > 4 ? facts.dictionaries.words.has(norm) : short.has(norm));
    for (const sentence of facts.prose) {
      for (const mark of sentence.tokens) {
        if (mark.kind === "mark" && /^(?:!{2,}|\?{2,})$/.test(mark.text))
          report({
            at: mark,
            kind: "marks",
            message: `Write one mark instead of “${mark.text}”.`,
            suggestions: [mark.text[0]!],
          });
      }
      if (sentence.unit === "heading" || sentence.unit === "cell" || isTitle(sentence)) continue;
      for (const run of runsOf(sentence.tokens, isShouted)) {
        const at = { start: run[0]!.start, end: run.at(-1)!.end };
        const text = run.map((token) => token.text).join(" ");
        report({
          at,
          kind: "capitals",
          message: `Write “${text.toLowerCase()}” instead of “${text}”: capitals read as shouting.`,
          suggestions: [text.toLowerCase()],
        });
      }
    }
  },
});

/** Dictionaries that say what to write for a word in capitals: "ASAP", "ANYWAYS". */
const TERMS = ["abbreviations", "informal", "jargon", "plain-english"];

/** What a form asks for and a text message replies with. */
const ANSWERS = new Set(["YES", "NO", "STOP", "HELP", "START", "PAID", "NEW"]);

/** A line in capitals without a full stop is a title. */
function isTitle({ text }: Sentence): boolean {
  return text === text.toUpperCase() && !/[.!?]$/.test(text);
}

/** Neighbouring words that pass a test, as runs. */
function runsOf(tokens: readonly Token[], test: (token: Token) => boolean): Token[][] {
  const runs: Token[][] = [];
  let open: Token[] | undefined;
  for (const token of tokens) {
    if (!test(token)) open = undefined;
    else if (open) open.push(token);
    else runs.push((open = [token]));
  }
  return runs;
}
