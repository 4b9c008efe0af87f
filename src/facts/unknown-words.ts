import type { Correspondence, Sentence, Token } from "../model.ts";
import { TITLE } from "../correspondence/entities.ts";
import type { Dictionaries } from "../dictionary/index.ts";
import { greetedIn } from "./personal-data/people/whose.ts";

/** A word of the message that no list of words has, and that is no name of the message itself. */
export interface UnknownWord {
  readonly token: Token;
  /** As written, with a straight apostrophe. */
  readonly word: string;
  /** Whether nothing but marks stands before it: its capital says nothing. */
  readonly isOpening: boolean;
}

/** No word is longer, nor worth the search. */
const LONGEST = 40;
/** These make a word of any word, with a hyphen: "pre-commit", "co-insured". */
const JOINED_PREFIX = /^(?:pre|re|co|non|de|ex|sub|mid|anti|semi|multi|self|post|inter)[-‑](?=\p{L}{3})/iu;
/** Lines that hold names: a word that stands there is spelt as its owner spells it. */
const NAMED = new Set(["headers", "letterhead", "address", "reference", "salutation", "signature", "footer"]);

/** The words found right so far: letters are made of the same ones. */
const rightWords = new WeakMap<Dictionaries, Set<string>>();

/** The unknown words of the prose, in order. */
export function findUnknownWords(
  { parts, source }: Correspondence,
  prose: readonly Sentence[],
  dictionaries: Dictionaries,
): UnknownWord[] {
  const { words, misspellings } = dictionaries;
  const own = new Set([...namesOf(parts), ...programsOf(source), ...introducedIn(source)]);
  const dummy = new Set(prose.filter(({ text }) => /\blorem ipsum\b/i.test(text)).map(({ block }) => block));
  const found: UnknownWord[] = [];
  const isSpelt = (text: string): boolean => {
    const right = misspellings.get(text.toLowerCase());
    if (right !== undefined) return right === text;
    if (words.has(text)) return true;
    // "three Albions": more of one name.
    if (
      /^\p{Lu}\p{Ll}{3,}s$/u.test(text) &&
      words.has(text.slice(0, -1)) &&
      !words.has(text.slice(0, -1).toLowerCase())
    )
      return true;
    const joined = text.replace(JOINED_PREFIX, "");
    return joined !== text && isSpelt(joined);
  };
  const right = rightWords.get(dictionaries) ?? new Set();
  rightWords.set(dictionaries, right);
  const isRight = (text: string): boolean => {
    if (right.has(text)) return true;
    if (!isSpelt(text)) return false;
    right.add(text);
    return true;
  };
  /** "Perpetua Slade", or "Persis" alone: beside another name, or all that is said. */
  const isNamed = (tokens: readonly Token[], at: number): boolean =>
    isName(tokens[at]!.text) &&
    (at > 0 || tokens.length < 3) &&
    (tokens.every((token, other) => other === at || token.kind === "mark") ||
      [tokens[at - 1], tokens[at + 1]].some(
        (token) => token?.kind === "word" && isName(token.text) && !words.isCommon(token.norm),
      ));
  for (const { part, block, tokens, literals } of prose) {
    if (part === "salutation" || part === "valediction" || dummy.has(block)) continue;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]!;
      if (token.kind !== "word" || isRight(token.text) || !isWord(token)) continue;
      const word = token.text.replaceAll("’", "'");
      const bare = word.toLowerCase().replace(/'s$/, "");
      if ((own.has(bare) && !misspellings.has(bare)) || isTitled(tokens, at) || isNamed(tokens, at)) continue;
      if (isPlace(tokens, at) && !misspellings.has(token.norm)) continue;
      if (literals.some(({ from, to }) => from <= at && to > at) || isAddressed(tokens, at)) continue;
      found.push({ token, word, isOpening: tokens.slice(0, at).every(({ kind }) => kind === "mark") });
    }
  }
  // "Kayode's attendance", "Kayode has settled in": a capital twice is a name.
  const ownerOf = (word: string) => word.replace(/'s$/, "");
  const names = found
    .map(({ word }) => ownerOf(word))
    .filter((word) => isName(word) && !misspellings.has(word.toLowerCase()))
    .toSorted();
  const repeated = new Set(names.filter((word, at) => word === names[at - 1]));
  return found.filter(({ word }) => !repeated.has(ownerOf(word)));
}

/** What the writer of an unknown word may have meant, best first; `undefined` where it is rather a name. */
export async function likelySpellings(
  { word, isOpening }: UnknownWord,
  dictionaries: Dictionaries,
): Promise<readonly string[] | undefined> {
  const known = dictionaries.misspellings.get(word.toLowerCase());
  const found = known !== undefined ? [known] : await dictionaries.suggest(word);
  if (!isName(word)) return found;
  const isKnownSlip = known !== undefined && (isOpening || isName(known));
  if (!isKnownSlip && (!isSlip(word, found) || dictionaries.list("people").includes(word.replace(/'s$/, ""))))
    return undefined;
  return found.map((each) => each.slice(0, 1).toUpperCase() + each.slice(1));
}

/** "our shop on Fargate": a capital behind a word of place. */
const isPlace = (tokens: readonly Token[], at: number) =>
  isName(tokens[at]!.text) && /^(?:in|at|on|near|from|outside|off)$/.test(tokens[at - 1]?.norm ?? "");

/** "@aldfield", "#recycle", and the ending of a file: "a .bak file". */
function isAddressed(tokens: readonly Token[], at: number): boolean {
  const [before, mark] = [tokens[at - 2], tokens[at - 1]];
  if (mark?.text === ".") return mark.end === tokens[at]!.start && mark.start > (before?.end ?? -1);
  return /[@#/\\]/.test(mark?.text ?? "");
}

/** "Good morning Persis,", "you are through to Cosmo": people who are spoken to, or who say who they are. */
const introducedIn = (source: string): readonly string[] =>
  [...greetedIn(source), ...Array.from(source.matchAll(INTRODUCED), ([, name]) => name!)].map((name) =>
    name.toLowerCase(),
  );
const INTRODUCED = /\b(?:through to|[Mm]y name is|[Tt]his is|I['’]m) (\p{Lu}\p{Ll}+)/gu;

/** Programs, by the number of their version or in brackets at the head of a subject: "tallybox 2.8.1", "[tallybox]". */
const programsOf = (source: string): readonly string[] => source.match(PROGRAM) ?? [];
const PROGRAM = /(?<=\[)[a-z][a-z-]{2,30}(?=\] )|\b[a-z][a-z-]{2,30}(?= (?:version |v)?\d{1,3}\.\d{1,3}\.\d)/g;

const isName = (word: string) => /^\p{Lu}/u.test(word);

/** Whether a title stands before a word with a capital, or before the initial in front of it: it is a surname. */
function isTitled(tokens: readonly Token[], at: number): boolean {
  if (!isName(tokens[at]!.text)) return false;
  const before = tokens.slice(Math.max(0, at - 3), at).filter(({ text }) => text !== ".");
  const last = before.at(-1);
  return TITLE.test((last && last.text.length === 1 ? before.at(-2) : last)?.norm ?? "");
}

function namesOf(parts: Correspondence["parts"]): ReadonlySet<string> {
  const text = parts
    .filter(({ name }) => NAMED.has(name))
    .map((part) => part.text)
    .join("\n");
  return new Set([...text.matchAll(/\p{Lu}[\p{L}'’-]*/gu)].map(([word]) => word.toLowerCase().replaceAll("’", "'")));
}

/** A word to look up: letters alone, not an abbreviation, a brand with a capital inside, or a single letter. */
function isWord({ text }: Token): boolean {
  return (
    text.length > 1 &&
    text.length <= LONGEST &&
    // "crêpes", "jalapeño": whoever writes the accent knows the word.
    /^[A-Za-z'’‑-]+$/.test(text) &&
    !/\p{L}\p{Lu}/u.test(text) &&
    !/^\p{Lu}+s?$/u.test(text)
  );
}

/** A word with a capital is a name unless it is a long dictionary word with a letter dropped, doubled or swapped: "Departement". */
function isSlip(word: string, [best]: readonly string[]): boolean {
  if (best === undefined || best.length < 6 || PLACE.exec(word)?.[0] !== PLACE.exec(best)?.[0]) return false;
  return /^[a-z]+$/.test(best) && isSlipOf(word.toLowerCase(), best);
}

/** How places end: "Thornby" is no slip for "thorny". */
const PLACE = /(?:by|ton|ham|ford|wick|worth|mere|ley|stead|bury|combe|field|hurst)$/;

/** One letter more, one letter less, or two neighbours swapped, not at the beginning: names differ from words by another letter. */
function isSlipOf(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  if (from < 2) return false;
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
