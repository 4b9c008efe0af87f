import type { Token } from "../model.ts";
import { MASK } from "../read/placeholders.ts";
import { type Projection, shiftOf, toSource } from "../read/projection.ts";

const FIELD = new RegExp(`${MASK}+`, "y");
/** An address of the web or of mail; tried only where a run of characters holds "@", "/" or a dot between letters. */
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"“”]{1,400}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}|[a-z0-9][\w-]{0,62}(?:\.[a-z][\w-]{1,62}){1,4}(?:\/[^\s<>"“”]{0,300}|(?=\W|$))/iy;
const NUMBER = /[£$€]?\d+(?:[.,:/]\d+)*(?:%|(?:st|nd|rd|th)\b|[ap]\.?m\b\.?(?!\w)|[a-z]{1,3}\b)?(?![\p{L}\d])/uy;
/** Letters and figures with inner apostrophes and hyphens, or letters each with a full stop: "e.g.", "a.m.". */
const WORD = /(?:[\p{L}\p{M}]\.){2,6}|[\p{L}\p{M}\d]+(?:['’‑-][\p{L}\p{M}\d]+)*['’]?/uy;
const MARKS = /!{2,}|\?{2,}|\.{2,}|\S[\u{FE0F}\u{200D}]?/uy;
const SPACE = /\s/;
/** What follows most words, so that no more need be looked at: not an apostrophe, a hyphen, or what an address may go on with. */
const AFTER_WORD = new Set([...' \n\u00a0,;)!?"”'].map((mark) => mark.charCodeAt(0)));
/** Marks that nothing can be made of where a space follows. */
const LONE = new Set([...",.;:?!)"].map((mark) => mark.charCodeAt(0)));
/** Latin abbreviations that look like a web address. */
const NO_ADDRESS = /^(?:[a-z]\.)+[a-z]?$/i;

const CONTRACTIONS: Readonly<Record<string, readonly [string, string]>> = {
  "can't": ["can", "not"],
  cannot: ["can", "not"],
  "won't": ["will", "not"],
  "shan't": ["shall", "not"],
  "let's": ["let", "us"],
};
const ENDINGS: readonly (readonly [ending: string, word: string])[] = [
  ["n't", "not"],
  ["'ll", "will"],
  ["'re", "are"],
  ["'ve", "have"],
  ["'m", "am"],
  ["'d", "would"],
];
/** After these, 's is "is"; after any other word it is a possessive. */
const IS = new Set(["it", "he", "she", "that", "there", "here", "what", "who", "where", "how", "this", "everything"]);

/** The tokens of projected text [from, to), in order; both halves of a contraction have the range of the whole. */
export function tokenise(projection: Projection, from: number, to: number): Token[] {
  const { text } = projection;
  const tokens: Token[] = [];
  const shift = shiftOf(projection, from, to);
  const add = (at: number, text: string, norm: string, kind: Token["kind"]) => {
    const { start, end } =
      shift === undefined
        ? toSource(projection, at, at + text.length)
        : { start: at + shift, end: at + text.length + shift };
    tokens.push({ start, end, text, norm, kind });
  };
  for (let at = skipSpace(text, from); at < to; at = skipSpace(text, at)) {
    const wordEnd = plainWordEnd(text, at);
    if (wordEnd > at) {
      const written = text.slice(at, wordEnd);
      const norm = written.toLowerCase();
      if (norm !== "cannot") {
        add(at, written, norm, "word");
        at = wordEnd;
        continue;
      }
    }
    if (LONE.has(text.charCodeAt(at)) && (at + 1 === text.length || isSpace(text.charCodeAt(at + 1)))) {
      add(at, text[at]!, text[at]!, "mark");
      at++;
      continue;
    }
    const { kind, written, isAddress } = readToken(text, at, to);
    if (isAddress || kind === "mark") add(at, written, written.toLowerCase(), kind);
    else for (const norm of normalise(written)) add(at, written, norm, kind);
    at += written.length;
  }
  return tokens;
}

/** Where a word of ASCII letters ends that stands between spaces and common marks; `at` where there is none. */
function plainWordEnd(text: string, at: number): number {
  let end = at;
  // Set, this bit makes a capital small: letter by letter, a call would cost more than the test.
  for (let code = text.charCodeAt(end) | 32; code >= 97 && code <= 122; code = text.charCodeAt(end) | 32) end++;
  const isFullStop = text[end] === "." && end > at + 1;
  const after = isFullStop ? end + 1 : end;
  return after === text.length || AFTER_WORD.has(text.charCodeAt(after)) ? end : at;
}

function readToken(
  text: string,
  at: number,
  to: number,
): { kind: Token["kind"]; written: string; isAddress?: boolean } {
  const first = text[at]!;
  if (first === MASK) return { kind: "placeholder", written: take(FIELD, text, at)! };
  if (mayBeAddress(text, at, to)) {
    const address = take(ADDRESS, text, at);
    if (address && !NO_ADDRESS.test(address))
      return { kind: "number", written: address.replace(/[.,;:!?)\]'’]{1,5}$/, ""), isAddress: true };
  }
  const number =
    (first >= "0" && first <= "9") || first === "£" || first === "$" || first === "€"
      ? take(NUMBER, text, at)
      : undefined;
  if (number) return { kind: "number", written: number };
  const word = take(WORD, text, at);
  // A closing quotation mark is no part of the word, but the apostrophe of a plural is.
  if (word)
    return {
      kind: /^\p{L}|\p{L}{2}/u.test(word) ? "word" : "number",
      written: /[^s]['’]$/i.test(word) ? word.slice(0, -1) : word,
    };
  return { kind: "mark", written: take(MARKS, text, at)!.slice(0, to - at) };
}

function take(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Whether the run of characters up to the next space holds what only addresses hold. */
function mayBeAddress(text: string, at: number, to: number): boolean {
  for (let i = at + 1; i < to && i < at + 80; i++) {
    const code = text.charCodeAt(i);
    if (code <= 32 || code === 160) return false;
    if (code === 64 || (code === 47 && text.charCodeAt(i - 1) === 47)) return true;
    if (code === 46 && isLetter(text.charCodeAt(i + 1))) return true;
  }
  return false;
}

const isSpace = (code: number) =>
  code === 32 || (code >= 9 && code <= 13) || (code >= 160 && SPACE.test(String.fromCharCode(code)));
const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

function skipSpace(text: string, at: number): number {
  let next = text.charCodeAt(at) === 32 ? at + 1 : at;
  while (next < text.length && isSpace(text.charCodeAt(next))) next++;
  return next;
}

const plain = (word: string) => (/[’‑]/.test(word) ? word.replaceAll("’", "'").replaceAll("‑", "-") : word);

/** The normal form of a word: lower case, straight apostrophe, contraction opened. */
function normalise(word: string): readonly string[] {
  const norm = plain(word.toLowerCase());
  if (!norm.includes("'")) return norm === "cannot" ? CONTRACTIONS["cannot"]! : [norm];
  const whole = CONTRACTIONS[norm];
  if (whole) return whole;
  for (const [ending, second] of ENDINGS) {
    if (norm.endsWith(ending) && norm.length > ending.length) return [norm.slice(0, -ending.length), second];
  }
  if (norm.endsWith("'s") && IS.has(norm.slice(0, -2))) return [norm.slice(0, -2), "is"];
  return [norm];
}
