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
  const body = sentences.filter(({ part, unit, exempt }) => !exempt && READ.has(unit) && (part === "body" || part === "turn" || part === "postscript"));
  let words = 0;
  let syllables = 0;
  for (const sentence of body) {
    let end = -1;
    sentence.tokens.forEach((token, at) => {
      if (token.kind === "mark" || token.start < end) return;
      end = token.end;
      words++;
      const isName = at > 0 && /^\p{Lu}/u.test(token.text);
      syllables += token.kind !== "word" || isName ? 1 : countSyllables(token.text.toLowerCase());
    });
  }
  const mean = body.length > 0 ? words / body.length : 0;
  return {
    words,
    sentences: body.length,
    meanSentenceLength: Math.round(mean * 10) / 10,
    readingAge: words < FEWEST_WORDS ? undefined : Math.max(5, Math.round(gradeOf(mean, syllables / words)) + AGE_OF_GRADE),
  };
}

/** Flesch–Kincaid grade level (Kincaid and others, 1975): 0.39 × words per sentence + 11.8 × syllables per word − 15.59. */
function gradeOf(wordsPerSentence: number, syllablesPerWord: number): number {
  return 0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59;
}

/** Syllables of an English word by its vowel groups: a silent final e, -es and -ed do not count. */
export function countSyllables(word: string): number {
  const core = word
    .replace(/['’].*$/, "")
    .replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (ending) => ending[0]!)
    .replace(/^y/, "");
  const groups = core.match(/[aeiouy]{1,3}/g)?.length ?? 0;
  const split = core.match(/(?:ia|io(?!n)|eo|ua|iu)(?!u)/g)?.length ?? 0;
  return Math.max(1, groups + (core.length > 4 ? Math.min(split, 1) : 0));
}
