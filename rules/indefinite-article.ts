import { defineRule, type Token } from "../src/index.ts";

export default defineRule({
  id: "indefinite-article",
  title: "Write “an” before a vowel sound, and “a” before any other.",
  why: "It is a small slip, but the reader stumbles over it and trusts the rest a little less.",
  criteria: ["1.3"],
  severity: "warning",
  check({ correspondence: { source }, facts, report }) {
    const exceptionOf = readExceptions(facts.dictionaries.list("articles"));
    for (const { tokens, literals } of facts.prose) {
      for (let at = 0; at < tokens.length - 1; at++) {
        const article = tokens[at]!;
        if ((article.norm !== "a" && article.norm !== "an") || !isArticle(tokens, at)) continue;
        const next = tokens[at + 1]!;
        if (
          literals.some(({ from, to }) => from <= at && to > at) ||
          !/^\s+$/.test(source.slice(article.end, next.start))
        )
          continue;
        const right = articleBefore(next, exceptionOf);
        if (right === undefined || right === article.norm) continue;
        const instead = article.text.startsWith("A") ? `A${right.slice(1)}` : right;
        report({
          at: article,
          message: `Write “${instead} ${next.text}” instead of “${article.text} ${next.text}”.`,
          suggestions: [instead],
          fix: instead,
        });
      }
    }
  },
});

/** Not the letter, as in "plan A", "option a is" or "a or b", nor the article of a Gaelic name: "Mac an Tàilleir". */
function isArticle(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at]!;
  const [before, next] = [tokens[at - 1]?.norm ?? "", tokens[at + 1]!.norm];
  if (text === "A" && tokens.slice(0, at).some(({ kind }) => kind !== "mark")) return false;
  if (/^Mac$|[Bb]un$/.test(tokens[at - 1]?.text ?? "")) return false;
  return !LETTERED.has(before) && !FUNCTION.has(next) && next !== "a";
}
const LETTERED = new Set(
  "plan option part section schedule annex appendix flat unit grade group block vitamin class".split(" "),
);
const FUNCTION = new Set("and or nor is are was in of if as at on i it".split(" "));

/** The names of these letters begin with a vowel sound: "an MP", "an X-ray". */
const SPOKEN_WITH_VOWEL = /^[AEFHILMNORSX]/i;

/** "an" or "a"; undefined where both are good, or where it depends on how the writer says it. */
function articleBefore({ text, norm, kind }: Token, exceptionOf: Exceptions): "a" | "an" | undefined {
  const known = exceptionOf({ text, norm });
  if (known !== undefined) return known === "either" ? undefined : known;
  if (/^[£$€]?\d/.test(text)) return isSaidWithVowel(text) ? "an" : "a";
  if (kind !== "word" && !/^[A-Z]\d/.test(text)) return undefined;
  const isVowel = /^[aeiou]/i.test(text);
  if (/^[A-Z](?:\d|[-‑]|$)/i.test(text)) return SPOKEN_WITH_VOWEL.test(text) ? "an" : "a";
  // "NHS-funded", "MX-5": the tail changes nothing.
  const initials = text.replace(/[-‑].*$/, "");
  if (!/^[A-Z]{2,}(?:s|\d{1,4})?$/.test(initials)) return isVowel ? "an" : "a";
  const asLetters = SPOKEN_WITH_VOWEL.test(text) ? "an" : "a";
  return !/[AEIOU]/.test(initials) || asLetters === (isVowel ? "an" : "a") ? asLetters : undefined;
}

/** Eight, eleven and eighteen, and what begins with them: "£80", "11,000", but "110". */
function isSaidWithVowel(number: string): boolean {
  const whole = number
    .replace(/^[£$€]/, "")
    .replace(/[.:/].*$/, "")
    .replace(/\D/g, "");
  return whole.startsWith("8") || (/^1[18]/.test(whole) && whole.length % 3 === 2);
}

type Article = "a" | "an" | "either";
type Exceptions = (token: Pick<Token, "text" | "norm">) => Article | undefined;

/** Looks up a word as written, then in small letters, then by how it begins: the longest beginning counts. */
function readExceptions(lines: readonly string[]): Exceptions {
  const known = read.get(lines);
  if (known) return known;
  const articles = new Map(lines.map((line) => line.split(/\s*=\s*/) as [string, Article]));
  const exceptionOf: Exceptions = ({ text, norm }) => {
    let found = articles.get(text) ?? articles.get(norm);
    for (let length = norm.length; !found && length > 1; length--) found = articles.get(`${norm.slice(0, length)}*`);
    return found;
  };
  read.set(lines, exceptionOf);
  return exceptionOf;
}

/** By list: read once, as the rule runs on many letters. */
const read = new WeakMap<readonly string[], Exceptions>();
