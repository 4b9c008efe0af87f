/**
 * Compiled dictionaries: plain data that can be written as JSON at build time and used as it is at run time.
 */
import type { Channel, Sector } from "../model.ts";

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
  /** Where it stands in its file; 0 for a phrase of retext-simplify. */
  readonly line: number;
  /** The forms of the first "{word}" of the pattern. */
  readonly forms?: readonly string[];
  readonly write?: readonly Replacement[];
  readonly why?: string;
  readonly severity?: "info" | "warning" | "error";
  /** Of the words that match, those that are wrong; the others are their context. */
  readonly words?: readonly (readonly string[])[];
  /** The channels in which it is a fault; every channel where left out. */
  readonly channels?: readonly Channel[];
  /** The trades to which it belongs: nothing is said of it in other messages. */
  readonly sectors?: readonly Sector[];
  /** What to write instead means the same in every sentence, so that `--fix` may put it in. */
  readonly safe?: true;
  readonly agent?: "us" | "you" | "other";
  readonly polarity?: "positive" | "negative";
}

/** A pattern as numbers; `program.ts` writes and reads it. */
export type Program = readonly number[];

/** The entries that a key leads to, by number. */
export interface Branch {
  /** By the second key of a match. */
  readonly bySecond: ReadonlyMap<number, readonly number[]>;
  /** Those for any second key. */
  readonly any: readonly number[];
  /** Those that may match anywhere in the sentence. */
  readonly anywhere: readonly number[];
}

/** Texts by number: an array, or lines that are cut out of a longer text when they are asked for. */
export interface Lines {
  readonly length: number;
  at(index: number): string | undefined;
}

/** Everything that is compiled from `dictionaries/`. A message needs little of it, so most of it stays JSON until wanted. */
export interface Compiled {
  /**
   * What a token can be to a pattern: a word, "<CLASS>", "<entity>"; packed by `packWords`. Everywhere else a key is a number: its
   * place in this list, counted from 1.
   */
  readonly keys: string;
  /** As JSON, the branch of each key: `second, how many, entry numbers …`, one after the other; "" where it has none. */
  readonly branches: Lines;
  /** The program of each entry and those that silence it in a sentence, as `program.ts` writes them. */
  readonly programs: Lines;
  /** Each entry as JSON. */
  readonly entries: Lines;
  /** By dictionary, the programs that silence all its entries in a sentence. */
  readonly guards: Readonly<Record<string, readonly Program[]>>;
  readonly classes: Readonly<Record<string, readonly string[]>>;
  /** The `.txt` files by name: as JSON, a text of one line an item. */
  readonly lists: Readonly<Record<string, string>>;
}
