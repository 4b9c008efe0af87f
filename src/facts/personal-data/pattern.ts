import { ways } from "../../ways.ts";

/** Ranges of the letters of Latin scripts: V8 takes five times as long to compile a pattern with properties of Unicode. */
export const UPPER = "A-ZÀ-ÖØ-ÞĀ-ſ";
export const LOWER = "a-zß-öø-ÿĀ-ſ";
export const LETTER = "A-Za-zÀ-ÖØ-öø-ſ";

/** What may stand inside a value: a few spaces, dashes, dots or marks of emphasis, then a line break. */
export const GAP = "(?:[ .*`\\\\–-]{0,3}|\u00a0{5,6})(?:\\n[ >]{0,8}[.-]?)?";

/** A pattern that begins where no letter or digit stands before. */
export function startingWith(pattern: string): RegExp {
  return new RegExp(`(?<![0-9a-z])${pattern}`, "gi");
}

/**
 * Words that speak for a value (`yes`), labels of other values (`label`), which count where they name the value, and what
 * speaks against it however far it stands (`no`).
 */
export function cues(yes: string, label: string, no = "(?!)"): RegExp {
  // What speaks against comes first, for "gift card" holds "card".
  return new RegExp(`(?<![a-z0-9])(?:(?<no>${no})|(?<label>${label})|(?<yes>${yes}))(?![a-z0-9])`, "gi");
}

/** Any of some words, and after them no more than so many characters of the same sentence. */
export function shortlyBefore(characters: number, patterns: readonly (RegExp | string)[]): RegExp {
  return new RegExp(String.raw`\b(?:${ways(patterns)})\b[^.!?\n]{0,${characters}}$`, "i");
}

/** First and last four, which the card schemes allow to be shown. */
export function endsPreview(characters: string): string {
  return `${characters.slice(0, 4)} •••• •••• ${characters.slice(-4)}`;
}

/** The last three. */
export function tailPreview(characters: string): string {
  return `•••• ${characters.slice(-3)}`;
}

/** Nothing of it: what opens a door or an account. */
export function noPreview(): string {
  return "••••••";
}

/** Words that make a number one of a thing, a place or a document. */
export const THINGS =
  "(?<!standing )orders?|refs?|references?|invoices?|parcels?|tracking|tickets?|bookings?|jobs?|rooms?|bays?|platforms?|pages?|versions?|" +
  "models?|parts?|items?|ext(?:ension)?|house number|meter|serial|error|postcode|desk|stand|theatre|course|flight|form|files?";

/** All of what was matched is the value. */
export const whole = (characters: string): number[] => [characters.length];
/** Without a word that speaks for it a value is none. */
export const never = (): boolean => false;
