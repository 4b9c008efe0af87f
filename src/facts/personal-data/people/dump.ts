import { anyOf } from "../../../ways.ts";

/** "Everything we hold about you": what follows line by line is a copy of the records. */
const DUMP = anyOf([
  /\bsubject access\b/,
  // "a copy of your data"
  /\b(?:extract|copy) of (?:the |your )?(?:data|information)\b/,
  /\b(?:details|data|information) held\b/,
  /\b(?:what|data|details|information) we hold\b|\b(?:held on|on) file:/,
  /\bfull (?:customer |account |patient |member )?(?:record|file|details)\b|\bcard index\b|^export\b|\bprivate details\b/,
  /\b(?:account|record|data|file|customer) dump\b/,
  // "Members, full export"
  /\b(?:member|customer|account|record|profile)s?\b[^.\n]{0,20}\bexport\b/,
  /\bwitness sheet\b/,
  /\basked for (?:all of it|everything)\b/,
  /\bdetails (?:given|I took|taken)\b/,
  // "everything on your file"
  /\beverything (?:saved |held |stored )?(?:on|in) (?:your|his|her|their) (?:[a-z]+ )?(?:file|records?|account|profile)\b/,
  /\b(?:whole|entire|complete) (?:[a-z]+ ){0,2}(?:record|file|profile)\b/,
  // "all the details our system now holds about her"
  /\b(?:everything|all|details|data|information|what)\b[^.\n]{0,20} (?:we|our records|our system) (?:currently |now )?(?:hold|have|keep|store)s? [^.\n]{0,20}\b(?:about|on|for) (?:you|him|her|them)\b/,
]);

/** "Mobile:", "| Home address |", "Tel" at the start of a line or after a semicolon. */
const LABEL =
  /(?:^|[.,;:·] ?)[ \t>*|-]{0,6}(?:previous |old |other )?(?:\p{Lu}[\p{L} ().-]{0,30}(?::|\|| –)|(?:[Tt]el|[Pp]hone|[Mm]ob(?:ile)?|[Ee]?-?[Mm]ail|[Hh]ome|[Aa]ddress)\b)|\b(?:tel|mob|phone|mail|addr)\w{0,6}=/u;

/** Whether a value stands behind its label in a copy of somebody's records. */
export function isDumped(text: string, start: number): boolean {
  const near = text.slice(Math.max(0, start - 60), start);
  if (!LABEL.test(near.slice(near.lastIndexOf("\n") + 1))) return false;
  if (searched.text !== text) searched = { text, dump: text.search(DUMP) };
  return searched.dump >= 0 && Math.abs(start - searched.dump) < 1500;
}
/** Whether those are the records of the reader: "everything we hold about you". */
export const isOwnDump = (text: string, start: number): boolean =>
  isDumped(text, start) && /\b(?:you|your|subject access|hold)\b/i.test(DUMP.exec(text)?.[0] ?? "");

/** A long list has thousands of labels: it is searched once. */
let searched = { text: "", dump: -1 };
