import type { Correspondence, Metrics, Sentence } from "../model.ts";

/** Below this many words a reading age says little: its spread over pieces of one text is four grades up to 100 words. */
const FEWEST_WORDS = 100;
/** A grade of school is reached at about this age less. */
const AGE_OF_GRADE = 5;
const READ: ReadonlySet<Sentence["unit"]> = new Set(["paragraph", "item"]);

/**
 * Words, sentences and reading age of the body. Names, references, numbers and fields count as one short word, so that a place name
 * does not make a letter hard.
 */
export function readMetrics({ sentences }: Correspondence): Metrics {
  const body = sentences.filter(
    ({ part, unit, exempt }) =>
      !exempt && READ.has(unit) && (part === "body" || part === "turn" || part === "postscript"),
  );
  let words = 0;
  let syllables = 0;
  for (const sentence of body) {
    let end = -1;
    sentence.tokens.forEach((token, at) => {
      if (token.kind === "mark" || token.start < end) return;
      end = token.end;
      words++;
      const isName = at > 0 && token.text[0] !== token.norm[0];
      syllables += token.kind !== "word" || isName ? 1 : syllablesOf(token.text.toLowerCase());
    });
  }
  const mean = body.length > 0 ? words / body.length : 0;
  return {
    words,
    sentences: body.length,
    meanSentenceLength: Math.round(mean * 10) / 10,
    readingAge:
      words < FEWEST_WORDS ? undefined : Math.max(5, Math.round(gradeOf(mean, syllables / words)) + AGE_OF_GRADE),
  };
}

/** Syllables by word: most words of a letter stand in the one before. */
const counted = new Map<string, number>();
const MOST_COUNTED = 20_000;

function syllablesOf(word: string): number {
  let count = counted.get(word);
  if (count === undefined) {
    if (counted.size > MOST_COUNTED) counted.clear();
    counted.set(word, (count = countSyllables(word)));
  }
  return count;
}

/** Flesch–Kincaid grade level (Kincaid and others, 1975): 0.39 × words per sentence + 11.8 × syllables per word − 15.59. */
function gradeOf(wordsPerSentence: number, syllablesPerWord: number): number {
  return 0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59;
}

/** Syllables of an English word by its vowel groups: a silent final e, -es and -ed do not count, and "ia", "eo" and the like are two. */
function countSyllables(word: string): number {
  const apostrophe = word.search(/['’]/);
  const letters = apostrophe < 0 ? word : word.slice(0, apostrophe);
  const end = letters.length - silentEnding(letters);
  let groups = 0;
  let isInGroup = false;
  let wasSplit = false;
  for (let at = letters[0] === "y" ? 1 : 0; at < end; at++) {
    const isVowel = VOWELS.includes(letters[at]!);
    if (isVowel && !isInGroup) groups++;
    else if (
      isVowel &&
      !wasSplit &&
      letters.length > 4 &&
      SPLIT.has(letters.slice(at - 1, at + 1)) &&
      letters[at + 1] !== "n"
    ) {
      groups++;
      wasSplit = true;
    }
    isInGroup = isVowel;
  }
  return Math.max(1, groups);
}

const VOWELS = "aeiouy";
const SPLIT = new Set(["ia", "io", "eo", "ua", "iu"]);

/** How many letters at the end of a word are not heard as a syllable: "home", "homes", "asked", but not "table" or "wanted". */
function silentEnding(word: string): number {
  const [before, last] = word.endsWith("e")
    ? [word.at(-2), 1]
    : word.endsWith("es") || word.endsWith("ed")
      ? [word.at(-3), 2]
      : ["", 0];
  if (last === 0 || before === undefined || word.length <= last + 1) return 0;
  if (word.endsWith("ed")) return before === "t" || before === "d" ? 0 : last;
  return "laeiouy".includes(before) ? 0 : last;
}
