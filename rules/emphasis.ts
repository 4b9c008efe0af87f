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
    const written = facts.prose.filter(({ text }) => LOUD.test(text));
    if (written.length === 0) return;
    const told = new Set(
      TERMS.flatMap((name) => phrasesOf(name, { correspondence, facts })).flatMap(({ words }) => words),
    );
    const known = facts.dictionaries.set("known-abbreviations");
    const short = facts.dictionaries.set("short-words");
    const isShouted = (token: Token, at: number, tokens: readonly Token[]) => {
      const { kind, text, norm } = token;
      return (
        kind === "word" &&
        text !== norm &&
        !isNamed(tokens, at, facts.view.isOf) &&
        !isInCode(correspondence.source, token) &&
        !told.has(token) &&
        text.length > 1 &&
        /^\p{Lu}{2,}$/u.test(text) &&
        !known.has(text) &&
        !ANSWERS.has(text) &&
        (text.length > 4 ? facts.dictionaries.words.has(norm) : short.has(norm))
      );
    };
    for (const sentence of written) {
      const isQuoted = (at: number) => sentence.literals.some(({ from, to }) => from <= at && to > at);
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
      if (isAllCapitals(sentence, known)) {
        report({
          at: sentence,
          kind: "capitals",
          message: "Write this in ordinary letters: capitals read as shouting.",
          suggestions: [asSentence(inOrdinaryLetters(sentence.text, known))],
        });
        continue;
      }
      for (const run of runsOf(sentence.tokens, (word, at, tokens) => !isQuoted(at) && isShouted(word, at, tokens))) {
        const at = { start: run[0]!.start, end: run.at(-1)!.end };
        const text = run.map((token) => token.text).join(" ");
        const ordinary = inOrdinaryLetters(text, known);
        const instead = run[0] === sentence.tokens[0] ? asSentence(ordinary) : ordinary;
        report({
          at,
          kind: "capitals",
          message: `Write “${instead}” instead of “${text}”: capitals read as shouting.`,
          suggestions: [instead],
        });
      }
    }
  },
});

/** What every sentence that shouts has somewhere. */
const LOUD = /\p{Lu}{2}|!!|\?\?/u;

/** Dictionaries that say what to write for a word in capitals: "ASAP", "ANYWAYS". */
const TERMS = ["abbreviations", "informal", "jargon", "plain-english"];

/** What a form asks for and a text message replies with. */
const ANSWERS = new Set(["YES", "NO", "STOP", "HELP", "START", "PAID", "NEW", "ON", "OFF"]);

/** What keeps its capital in ordinary letters. */
const CAPITALISED =
  /^(?:I(?:['’](?:m|ll|ve|d))?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|june|july|august|september|october|november|december)$/i;

/** Whether all of a sentence of four words or more is in capitals, short forms apart. */
function isAllCapitals({ tokens, text }: Sentence, known: ReadonlySet<string>): boolean {
  const words = tokens.filter((token) => token.kind === "word" && !known.has(token.text));
  return words.length > 3 && text === text.toUpperCase();
}

function inOrdinaryLetters(text: string, known: ReadonlySet<string>): string {
  return text
    .replace(/\p{Lu}[\p{Lu}'’]*/gu, (word) => {
      if (known.has(word)) return word;
      return CAPITALISED.test(word) ? asSentence(word.toLowerCase()) : word.toLowerCase();
    })
    .replace(/(?<=\d ?(?:st|nd|rd|th)? )(?:march|may)\b/g, asSentence);
}

const asSentence = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A line in capitals without a full stop is a title. */
function isTitle({ text }: Sentence): boolean {
  return text === text.toUpperCase() && !/[.!?]$/.test(text);
}

/**
 * "Text ACTIVE to 60123", "hold down RESET", "the screen says FAULT": whether the word, or the capitals that it is the last of, are to
 * be sent, pressed or read as they stand.
 */
function isNamed(tokens: readonly Token[], at: number, isOf: (token: Token, wordClass: string) => boolean): boolean {
  let first = at;
  // "a sign that reads MON TO SUN 8AM TO 6PM"
  while (first > 0 && /^[\p{Lu}\d.:]*\p{Lu}$/u.test(tokens[first - 1]!.text)) first--;
  const [last, ...before] = tokens.slice(Math.max(0, first - 6), first).toReversed();
  if (last === undefined) return false;
  if (isOf(last, "NAMING") || (last.norm === "down" && /^(?:hold|press)$/.test(before[0]?.norm ?? ""))) return true;
  if (/^(?:with|word|words)$/.test(last.norm)) return true;
  // "It will show on your statement as HARBOUR CLOSE"
  const shows = last.norm === "as" ? before.find((token) => isOf(token, "SHOWING")) : last;
  if (last.norm === "reads" || (last.norm === "says" && !/^(?:i|we|you|he|she|they)$/.test(before[0]?.norm ?? "")))
    return true;
  return shows !== undefined && isOf(shows, "SHOWING") && before.some((token) => isOf(token, "SHOWN_ON"));
}

/** "DNS_PROBE". */
const isInCode = (source: string, { start, end }: Token) => source[start - 1] === "_" || source[end] === "_";

/** Neighbouring words that pass a test, as runs. */
function runsOf(
  tokens: readonly Token[],
  test: (token: Token, at: number, tokens: readonly Token[]) => boolean,
): Token[][] {
  const runs: Token[][] = [];
  let open: Token[] | undefined;
  for (const [at, token] of tokens.entries()) {
    if (!test(token, at, tokens)) open = undefined;
    else if (open) open.push(token);
    else runs.push((open = [token]));
  }
  return runs;
}
