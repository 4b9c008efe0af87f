import type { Token } from "../model.ts";
import { MASK } from "../read/placeholders.ts";
import { type Projection, toSource } from "../read/projection.ts";

/**
 * One sticky pass: an address of the web or of mail, a number with its units, a word with inner apostrophes, dots or hyphens,
 * or a mark. Each branch is bounded or a single character class, so the pass is linear.
 */
const TOKEN = new RegExp(
  [
    String.raw`(?<field>${MASK}+)`,
    String.raw`(?<address>(?:https?:\/\/|www\.)[^\s<>"“”]{1,400}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}|[a-z0-9][\w-]{0,62}(?:\.[a-z][\w-]{1,62}){1,4}(?:\/[^\s<>"“”]{0,300}|(?=\W|$)))`,
    String.raw`(?<number>[£$€]?\d+(?:[.,:/]\d+)*(?:%|st\b|nd\b|rd\b|th\b|[ap]\.?m\b\.?|[a-z]{1,3}\b)?)`,
    String.raw`(?<word>(?:[\p{L}\p{M}]\.){2,6}|[\p{L}\p{M}\d]+(?:['’‑-][\p{L}\p{M}\d]+)*['’]?)`,
    String.raw`(?<mark>!{2,}|\?{2,}|\.{2,}|[^\s])`,
  ].join("|"),
  "uy",
);
const SPACE = /\s*/y;
/** Latin abbreviations that look like a web address to the pattern above. */
const SHORT_DOMAIN = /^(?:e\.g|i\.e|a\.m|p\.m|n\.b)$/i;

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
  for (let at = skipSpace(text, from); at < to; at = skipSpace(text, at)) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) break;
    const { field, address, number, word } = match.groups!;
    const written = trimmed(match[0], address !== undefined).slice(0, to - at);
    const range = toSource(projection, at, at + written.length);
    const norms = address && !SHORT_DOMAIN.test(address) ? [written.toLowerCase()] : normalise(written);
    const kind = field ? "placeholder" : number || address ? "number" : word ? "word" : "mark";
    for (const norm of norms) tokens.push({ ...range, text: written, norm, kind });
    at += written.length;
  }
  return tokens;
}

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.exec(text);
  return SPACE.lastIndex;
}

/** A web address does not end in a full stop or bracket, nor a word in a closing quotation mark. */
function trimmed(written: string, isAddress: boolean): string {
  if (isAddress) return written.replace(/[.,;:!?)\]'’]{1,5}$/, "");
  return /[^s]['’]$/i.test(written) && written.length > 1 ? written.slice(0, -1) : written;
}

/** The normal form of a word: lower case, straight apostrophe, contraction opened. */
export function normalise(word: string): readonly string[] {
  const norm = word.toLowerCase().replaceAll("’", "'").replaceAll("‑", "-");
  if (!norm.includes("'")) return norm === "cannot" ? CONTRACTIONS["cannot"]! : [norm];
  const whole = CONTRACTIONS[norm];
  if (whole) return whole;
  for (const [ending, second] of ENDINGS) {
    if (norm.endsWith(ending) && norm.length > ending.length) return [norm.slice(0, -ending.length), second];
  }
  if (norm.endsWith("'s") && IS.has(norm.slice(0, -2))) return [norm.slice(0, -2), "is"];
  return [norm];
}
