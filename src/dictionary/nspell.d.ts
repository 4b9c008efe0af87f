/** nspell has no types of its own; these are the calls that we make. */
declare module "nspell" {
  interface Speller {
    correct(word: string): boolean;
    suggest(word: string): string[];
    /** TRY: the letters that it puts in to make a suggestion. */
    readonly flags: { TRY: string[] };
    readonly data: Readonly<Record<string, unknown>>;
  }
  export default function nspell(dictionary: {
    readonly aff: string | Uint8Array;
    readonly dic: string | Uint8Array;
  }): Speller;
}
