import { defineRule, wordsOf, type Sentence, type Token } from "../src/index.ts";

export default defineRule({
  id: "sentence-length",
  title: "Keep sentences short.",
  why: "Beyond 25 words most readers lose the thread; the second half of a long sentence is often not taken in.",
  criteria: ["1.3"],
  severity: "warning",
  options: {
    max: { default: 25, about: "The most words a sentence may have before it is looked at." },
    always: { default: 40, about: "The words from which a sentence is too long however simply it is built." },
  },
  check({ facts, options, report }) {
    for (const sentence of facts.prose) {
      if (sentence.unit !== "paragraph" && sentence.unit !== "item") continue;
      const words = wordsOf(sentence);
      if (
        words <= options.max ||
        (words < options.always && (isList(sentence, options.max) || !isTangled(sentence, words - options.max)))
      )
        continue;
      report({ at: sentence, message: `Split this sentence: it has ${words} words, and ${options.max} is plenty.` });
    }
  },
});

const LINKS = new Set([
  "which",
  "who",
  "whom",
  "whose",
  "whereby",
  "although",
  "though",
  "whereas",
  "unless",
  "because",
  "since",
  "however",
  "should",
  "until",
  "while",
  "notwithstanding",
  "therefore",
  "that",
  "if",
  "as",
]);
/** These join clauses side by side, which a reader takes in as they come: half a joint. */
const SIDE_BY_SIDE = new Set(["and", "but", "or", "so", ","]);
const MOST = 7;
const SHORT_STRETCH = 20;
/** How a sentence might begin behind ", and". */
const BEGINS = new Set(
  "the a an i we you they he she it this that our your please there then if may will can is are".split(" "),
);

/** Whether a lead-in is followed by a list of three items or more, which is read item by item: no lead-in and item is too long. */
function isList({ tokens }: Sentence, max: number): boolean {
  const lead = tokens.findIndex(({ norm }, at) => norm === ":" || (norm === "as" && tokens[at - 1]?.norm === "such"));
  if (lead < 0) return false;
  const items = [0];
  let depth = 0;
  for (const { norm, kind } of tokens.slice(lead + 1)) {
    if (norm === "(") depth++;
    else if (norm === ")") depth--;
    else if (depth === 0 && (norm === "," || norm === ";")) items.push(0);
    else if (kind !== "mark") items[items.length - 1]!++;
  }
  const before = tokens.slice(0, lead).filter(({ kind }) => kind !== "mark").length;
  return items.length > 2 && before + Math.max(...items) <= max;
}

/**
 * The more words over the limit, the fewer joints it may have: clauses hung one on another, brackets, semicolons. What could be two
 * short sentences with a full stop for ", and the" or a colon reads as two.
 */
function isTangled({ tokens }: Sentence, over: number): boolean {
  if (longestStretch(tokens) <= SHORT_STRETCH) return false;
  const joints = tokens.filter(
    ({ norm }, at) => LINKS.has(norm) || (/^[;:()–—]$/.test(norm) && at < tokens.length - 1),
  ).length;
  const light = tokens.filter(({ norm }) => SIDE_BY_SIDE.has(norm)).length;
  return joints + light / 2 + over / 3 >= MOST;
}

/** The most words between two places where a full stop might stand. */
function longestStretch(tokens: readonly Token[]): number {
  let longest = 0;
  let words = 0;
  for (const [at, { norm, kind }] of tokens.entries()) {
    if (kind !== "mark") longest = Math.max(longest, ++words);
    else if (/^[;:–—]$/.test(norm) || (norm === "," && joinsSentences(tokens, at + 1))) words = 0;
  }
  return longest;
}

const joinsSentences = (tokens: readonly Token[], at: number) =>
  /^(?:and|but|so|or)$/.test(tokens[at]?.norm ?? "") && BEGINS.has(tokens[at + 1]?.norm ?? "");
