import { UPPER } from "./pattern.ts";

/** A text that somebody typed in small letters begins with one, and so do its sentences and lines. */
const BEGINS_SMALL = /^[\s>*"“(-]{0,6}[a-z]/;
const HAS_SENTENCE = new RegExp(String.raw`(?:[.!?]["”’)]?\s|\n)[\s>*"“(-]{0,6}[${UPPER}][a-z]`);
const POSTCODE = /(?<![a-z\d])[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}(?![a-z\d])/gi;
const TITLED = /(?<![\p{L}\d'’@.-])(?:mr|mrs|ms|mx|miss)\.? [a-z]{2,20}(?: [a-z]{2,20})?(?![\p{L}\d'’@-])/gu;
const FULL = /(?<![\p{L}\d'’@.-])[a-z]{3,20}(?= ([a-z]{3,20})(?![\p{L}\d@-]))/gu;
const TOWN = /(?<=, )[a-z]{3,20}(?: [a-z]{3,20})?(?=,? [A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![A-Za-z\d]))/g;

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const eachCapitalised = (words: string): string => words.replace(/[a-z]+/g, capitalised);

/**
 * Makes a reader of texts typed in small letters, which gives names, streets and postcodes their capitals; other texts stay.
 * @param isWord whether the dictionary has a word as it is written
 */
export function createCapitaliser(
  streets: readonly string[],
  isWord: (word: string) => boolean,
): (text: string) => string {
  const street = new RegExp(
    String.raw`(?<![\p{L}\d])\d{1,4}[a-z]?,? (?:[a-z'’-]{3,20} ){1,2}(?:${streets.join("|").toLowerCase()})(?![\p{L}\d])`,
    "gu",
  );
  const isName = (word: string) => !isWord(word) && isWord(capitalised(word));

  return (text) => {
    if (!BEGINS_SMALL.test(text) || HAS_SENTENCE.test(text)) return text;
    return text
      .replace(POSTCODE, (code) => code.toUpperCase())
      .replace(street, (place) => place.replace(/(?<= )[a-z'’-]+/g, capitalised))
      .replace(TOWN, eachCapitalised)
      .replace(TITLED, (titled) => {
        const [title = "", first = "", next] = titled.split(" ");
        // "i miss you", but "miss sandhu".
        if (title === "miss" && isWord(first)) return titled;
        const last = next === undefined ? "" : ` ${isWord(next) ? next : capitalised(next)}`;
        return `${capitalised(title)} ${capitalised(first)}${last}`;
      })
      .replace(FULL, (first, last: string) => (isName(first) && !isWord(last) ? capitalised(first) : first))
      .replace(/(?<=(?<![\p{L}\d])([A-Z][a-z]{2,19}) )[a-z]{3,20}(?![\p{L}\d@-])/gu, (last, first: string) =>
        isName(first.toLowerCase()) && !isWord(last) ? capitalised(last) : last,
      );
  };
}
