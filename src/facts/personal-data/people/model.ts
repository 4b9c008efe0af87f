import type { PersonalKind, Range } from "../../../model.ts";

/** Whom a message is from and to: what is known of them is theirs, and no leak. */
export interface Parties {
  /** Names in the address, salutation, signature and headers, in small letters, word by word. */
  readonly names: ReadonlySet<string>;
  /** The addressee's own e-mail addresses, from To and from the message that is answered. */
  readonly mailboxes: ReadonlySet<string>;
  /** Domains of the sender. */
  readonly domains: ReadonlySet<string>;
  /** Whether everybody can read it. */
  readonly isPublic: boolean;
  /** Whether a health service writes, to whom health is the matter in hand. */
  readonly isHealthService: boolean;
}

/** Whether a value that is known by itself stands in a stretch of the text. */
export type HasValue = (start: number, end: number) => boolean;

/** Whether the dictionary has a word as it is written: "cross", as in "Market Cross", or "Carol". */
export type IsWord = (word: string) => boolean;

export interface Found extends Range {
  readonly kind: PersonalKind;
}

/** So close to a name a value is that person's. */
export const NEAR = 110;

/** Everything that a pattern matches, as values of one kind. */
export function matches(text: string, pattern: RegExp, kind: PersonalKind): Found[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ kind, start: index, end: index + found.length }));
}
