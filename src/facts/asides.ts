import type { Correspondence, Range, Sentence } from "../model.ts";
import { findEntities } from "../correspondence/entities.ts";
import { tokenise } from "../correspondence/tokens.ts";
import type { Dictionaries } from "../dictionary/index.ts";
import type { Hit } from "../dictionary/match.ts";
import { ProjectionBuilder } from "../read/projection.ts";
import { speaksToCustomer } from "./view.ts";

type Matcher = Dictionaries["matcher"];

/** Light signs that words are meant for colleagues, of each entry one. */
const SIGN = "internal/sign";
/** So many are enough where a sentence speaks of the reader as "he", or begins like a jotting, which count too; else one more. */
const ENOUGH = 2;

/** What has light signs enough to be meant for colleagues, and does not speak to the customer. */
export function asidesOf(message: Correspondence, hits: readonly Hit[], matcher: Matcher): readonly Range[] {
  const { sentences } = message;
  const signs = new Map<Sentence, Set<number>>();
  for (const { entry, sentence } of hits)
    if (entry.dictionary === SIGN) signs.set(sentence, (signs.get(sentence) ?? new Set()).add(entry.line));
  const told = [...signs].flatMap(([sentence, { size }]) => {
    if ((sentence.part !== "body" && sentence.part !== "turn") || speaksToCustomer(sentence)) return [];
    const isOfReader = THIRD.test(sentence.text) && !namesSomebody(sentences, sentence, matcher);
    const others = Number(isOfReader) + Number(isJotting(sentence));
    return size + others >= (others > 0 ? ENOUGH : ENOUGH + 1) ? [sentence] : [];
  });
  return [...told, ...jottedBetween(message, matcher)];
}

/** "iPhone", "eBay", an address. */
const IS_NAME = /^\p{Ll}+(?:\p{Lu}|[.@]\w)|^https?:/u;

/** In small letters or behind a mark, as nobody begins a sentence of a letter; in a chat many do. */
const isJotting = ({ part, unit, text }: Sentence) =>
  part === "body" && unit !== "item" && /^[\p{Ll}@/*~–—-]/u.test(text);
const THIRD = /\b(?:he|she|him|her|his|hers|hes|shes)\b/i;

/** Whether somebody stands in or before a sentence, in its block or the two before, or before its list, whom "he" or "she" may be. */
function namesSomebody(sentences: readonly Sentence[], own: Sentence, { classes }: Matcher): boolean {
  const { index, block, unit } = own;
  const isSomebody = (norm: string) => {
    const word = norm.replace(/'s$/, "");
    return classes.get("PERSON")?.has(word) === true || classes.get("KIN")?.has(word) === true;
  };
  return sentences
    .slice(Math.max(0, index - REACH), index + 1)
    .some(
      ({ part, block: other, text, tokens }) =>
        (part === "body" || part === "turn") &&
        (other >= block - 2 || unit === "item") &&
        (NAME.test(text) || tokens.some(({ norm }) => isSomebody(norm))),
    );
}
const REACH = 12;
/** A capital in a sentence, or before a verb of somebody: "Biscuit", "Ruth sees". */
const NAME =
  /(?<=[\p{Ll},’'] )(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\p{Lu}\p{L}{0,3}\p{Ll}{2,}|^\p{Lu}\p{Ll}{2,} (?:sees|has|was|is|will|can|came|went|said)\b/u;

/** "… office. pls nobody reply to this guy until legal have read the thread": what begins in small letters behind a sentence. */
function jottedBetween({ source, parts }: Correspondence, matcher: Matcher): readonly Range[] {
  return parts.flatMap(({ name, start, end }) => {
    if (name !== "body" && name !== "turn") return [];
    const text = source.slice(start, end);
    return [...text.matchAll(RUN_ON)].flatMap(({ 0: match, 1: run = "", index }) => {
      if (ABBREVIATED.test(text.slice(Math.max(0, index - 8), index))) return [];
      const jotted = asSentence(run, start + index + match.length - run.length, matcher);
      // Behind a bracket, or “Est.”, a sentence may go on.
      const enough = ENOUGH - Number(name === "body" && !/^(?:\)|.["”’])/.test(match) && !IS_NAME.test(run));
      const signs = matcher.hits(jotted).filter(({ entry }) => entry.dictionary === SIGN);
      if (new Set(signs.map(({ entry }) => entry.line)).size < enough) return [];
      const tokens = jotted.tokens.slice(0, Math.max(...signs.map(({ to }) => to)));
      return speaksToCustomer({ ...jotted, tokens }) ? [] : [{ start: jotted.start, end: tokens.at(-1)!.end }];
    });
  });
}
const RUN_ON = /[.!?)]["”’]?[ \n]([\p{Ll}(*~/][^.!?\n]{8,240})/gu;
const ABBREVIATED =
  /(?:\b(?:e\.g|i\.e|etc|[Nn]o|Mr|Mrs|Ms|Dr|St|vs|[ap]\.m|approx|Ltd|Co|[Tt]el|[Rr]ef|min|max|\p{L})|\d)$/u;

/** Text of the file as the matcher wants it. */
export function asSentence(text: string, start: number, { classes }: Matcher): Sentence {
  const projection = new ProjectionBuilder().add(text, start, start + text.length).build();
  const tokens = tokenise(projection, 0, text.length);
  const place = { start, end: start + text.length, index: 0, block: 0, part: "body", unit: "line" } as const;
  return { ...place, text, tokens, entities: findEntities(tokens, classes), literals: [], exempt: false };
}
