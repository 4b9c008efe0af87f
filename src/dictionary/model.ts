/**
 * Compiled dictionaries: plain data that can be written as JSON at build time and used as it is at run time.
 */

/** One step of a pattern. A bare string is a word in its normal form. */
export type Element =
  | string
  /** Alternatives; one that is only words is written as a string, and "" is nothing at all. */
  | { readonly or: readonly (string | readonly Element[])[] }
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
  readonly pattern: Pattern;
  /** Silent in a sentence where one of these matches. */
  readonly unless?: readonly Pattern[];
  readonly write?: readonly Replacement[];
  readonly why?: string;
  readonly severity?: "info" | "warning" | "error";
  readonly agent?: "us" | "you" | "other";
  readonly polarity?: "positive" | "negative";
}

/** Everything that is compiled from `dictionaries/`. A message needs little of it, so branches and entries stay JSON until wanted. */
export interface Compiled {
  /** Each entry as JSON. */
  readonly entries: readonly string[];
  /** Each branch as JSON: entry numbers by the second key of a match; "+" for any, "*" for a match anywhere in the sentence. */
  readonly branches: readonly string[];
  /** The branch of each key: a word, "<CLASS>" or "<entity>". Under "^" those that any sentence may match. */
  readonly index: Readonly<Record<string, number>>;
  /** By dictionary, the patterns that silence all its entries in a sentence. */
  readonly guards: Readonly<Record<string, readonly Pattern[]>>;
  readonly classes: Readonly<Record<string, readonly string[]>>;
  /** The `.txt` files by name: one line an item. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/** Entry numbers by second key. */
export type Branch = Readonly<Record<string, readonly number[]>>;
