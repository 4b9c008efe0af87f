import type { Sentence, Token } from "../model.ts";

/** Whether a word is of a class of `dictionaries/classes.yml`. */
export type IsOf = (token: Token, wordClass: string) => boolean;

/**
 * Whether a sentence tells of something still to be done: by a word of what is ahead, or by a time that is not past. What will not
 * be is no step, nor what is only hoped, how things will be, or what is expected of the customer; a day makes most of them one.
 */
export function saysAhead(sentence: Sentence, isOf: IsOf): boolean {
  const { tokens } = sentence;
  const isDated = namesTime(sentence);
  const believed = tokens.findIndex((token) => isOf(token, "BELIEVE"));
  return tokens.some((token, at) => isOf(token, "AHEAD") && isOpen(token.norm, at)) || isComing(sentence, isOf);

  function isOpen(word: string, at: number): boolean {
    const before = tokens[at - 1]?.norm;
    const next = tokens[at + 1];
    // "I hope that it will", "no repair will"
    if (!isDated && ((believed >= 0 && believed < at) || tokens[at - 2]?.norm === "no")) return false;
    // "you will appreciate"
    if (before === "you" && next && isOf(next, "GATHER")) return false;
    if (word === "must") return isDated || before === "you" || tokens[at - 2]?.norm === "you";
    // "we will not", but not "you will not be charged"
    if (NOT.has(next?.norm ?? "") && (before !== "you" || tokens[at + 2]?.norm === "need")) return false;
    if (word.startsWith("expect")) return at === 0 || next?.norm === "to" || (isDated && before !== "you");
    return isDated || word !== "will" || !isState(tokens.slice(at + 1), isOf);
  }
}
const NOT = new Set(["not", "never"]);

/** "be a disappointment", "be on the app", "have no catering": how things are, and nothing that anybody does. */
function isState([verb, next]: readonly Token[], isOf: IsOf): boolean {
  if (verb?.norm === "have") return true;
  const isDeed = next && (/(?:ing|ed)$/.test(next.norm) || DEEDS.some((name) => isOf(next, name)));
  return verb?.norm === "be" && next !== undefined && !isDeed;
}
const DEEDS = ["DONE", "PARTICIPLE", "BACK"];

/** Whether a sentence has a day or a length of time. */
const namesTime = ({ entities }: Sentence) => entities.some(({ kind }) => kind === "date" || kind === "duration");

/** "The other half follows on 27 March", "Payment is collected on 14 May": a time, and no word of what is past or always so. */
function isComing(sentence: Sentence, isOf: IsOf): boolean {
  const { tokens, entities } = sentence;
  const hasWord = (name: string) => tokens.some((token) => isOf(token, name));
  const isExact = entities.some(
    ({ kind, from, to }) => kind === "time" || (kind === "date" && namesDay(tokens.slice(from, to))),
  );
  return (isExact || (namesTime(sentence) && hasWord("COMING"))) && !tellsPast(tokens, isOf) && !hasWord("STANDING");
}

/** Whether a verb is in the past; "Enclosed are …" is not. */
export function tellsPast(tokens: readonly Token[], isOf: IsOf): boolean {
  return tokens.some(
    (token, at) =>
      (isOf(token, "PAST") || (at > 0 && endsInEd(token.norm))) && !BEFORE_ADJECTIVE.has(tokens[at - 1]?.norm ?? ""),
  );
}
/** What stands before a participle that is no past: "is closed", "the enclosed". */
const BEFORE_ADJECTIVE = new Set(["is", "are", "be", "being", "not", "as", "the", "a", "your", "our"]);
export const endsInEd = (word: string) => word.length > 4 && word.endsWith("ed");

/** "Letters are opened by the clerk", "was not provided": a participle after "is", "be" or "was not". */
export function isPassive(tokens: readonly Token[], isOf: IsOf): boolean {
  return tokens.some((token, at) => {
    if (!(endsInEd(token.norm) || isOf(token, "DONE") || isOf(token, "PARTICIPLE"))) return false;
    let before = at - 1;
    while (tokens[before]?.norm.endsWith("ly") || tokens[before]?.norm === "not") before--;
    const be = tokens[before]?.norm ?? "";
    return PRESENT.has(be) || (WAS.has(be) && tokens[before + 1]?.norm === "not");
  });
}
const PRESENT = new Set(["is", "are", "be"]);
const WAS = new Set(["was", "were"]);

/** Whether a date has a day: "in May" and "today", which may be "nowadays", have none. */
export const namesDay = (date: readonly Token[]) => date.some(({ norm }) => DAY.test(norm) && norm !== "today");
const DAY = /^\d{1,2}(?:st|nd|rd|th)?$|^\d+[-/]|day$|^tonight$|^tomorrow$/;
