/**
 * Compiled dictionaries: plain data that can be written as JSON at build time and used as it is at run time.
 */

/** One step of a pattern. A bare string is a word in its normal form. */
export type Element =
  | string
  | { readonly or: readonly (readonly Element[])[] }
  | { readonly gap: number }
  | { readonly exact: string }
  /** Forms of one verb or noun: base, -s, past, participle, -ing. */
  | { readonly forms: readonly string[] }
  /** A closed word class of `dictionaries/classes.yml`. */
  | { readonly class: string }
  /** One of the entities found beforehand. */
  | { readonly entity: readonly string[] }
  /** NP: one to eight words without a mark; VERB: any one word; ING: a word in -ing. */
  | { readonly open: "NP" | "VERB" | "ING" };

/** A pattern over the tokens of one sentence. */
export interface Pattern {
  readonly elements: readonly Element[];
  /** Begins at the start of the sentence (after "and", "but", "so" …). */
  readonly start?: true;
  /** Ends at the end of the sentence. */
  readonly end?: true;
}

/** What to write instead: a text, with "{}" standing for the matched form where `forms` is given. */
export interface Replacement {
  readonly text: string;
  readonly forms?: readonly string[];
}

/** One entry of a dictionary, whichever kind: a term to avoid or a way to say something. */
export interface Entry {
  /** "plain-english", or "acts/thank". */
  readonly dictionary: string;
  /** The pattern as its author wrote it. */
  readonly source: string;
  readonly pattern: Pattern;
  /** Silent in a sentence where one of these matches. */
  readonly unless?: readonly Pattern[];
  readonly write?: readonly Replacement[];
  readonly why?: string;
  readonly severity?: "info" | "warning" | "error";
  readonly agent?: "us" | "you" | "other";
  readonly polarity?: "positive" | "negative";
}

/** Everything that is compiled from `dictionaries/`. */
export interface Compiled {
  readonly entries: readonly Entry[];
  /** Entry numbers by the word, "<class>" or "<entity>" that an entry can begin with. */
  readonly index: Readonly<Record<string, readonly number[]>>;
  /** Entries that may begin with any word, tried at the start of a sentence alone. */
  readonly anyStart: readonly number[];
  readonly classes: Readonly<Record<string, readonly string[]>>;
  /** The `.txt` files by name: one line an item. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}
