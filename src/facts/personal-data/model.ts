import type { PersonalKind, Range } from "../../model.ts";

/** A stretch of folded text that may be a value. */
export interface Candidate extends Range {
  readonly written: string;
  /** The few characters on either side. */
  readonly left: string;
  readonly right: string;
}

/** Of these a text in small letters must hold one for a value to be looked for: words, or shapes that are cheaper to find. */
export type Hints = readonly (string | RegExp)[];

/** How one kind of value is recognised, over folded text: by its shape, and by words around it. */
export type Recogniser = ByCues | ByOwnSense;

interface Shape {
  readonly kind: PersonalKind;
  /** Where a value may begin, with as much of what follows as may belong to it. */
  readonly pattern: RegExp;
  /** How many of the letters and digits matched may make a value, longest first; none where its check fails. */
  readonly sizes: (characters: string) => readonly number[];
  /** So many digits of a value stand together at least. A text where fewer do need not be searched. */
  readonly digits: number;
  readonly hints?: Hints;
  readonly preview: (characters: string) => string;
}

/** A kind that needs more than cues. */
export interface ByOwnSense extends Shape {
  readonly isMeant: (text: string, candidate: Candidate) => boolean;
}

export interface ByCues extends Shape {
  /** Words near the value that speak for it (group `yes`) or against it (`label`, `no`): see `cues`. The nearest decides. */
  readonly cues: RegExp;
  /** Words that name the kind outright: beside one of them a word against it counts only where it stands before the value. */
  readonly sure?: RegExp;
  /** How far off a cue may stand, in characters before and after the value; anywhere in the sentence where left out. */
  readonly reach?: readonly [before: number, after: number];
  /** Whether a value right behind the name of a thing is that of the thing: see `things.ts`. */
  readonly isOfThings?: true;
  /** What silences the kind wherever it stands in the sentence. */
  readonly veto?: RegExp;
  /** Whether its paragraph, before and behind it, says that it is the organisation's own. */
  readonly isOurs?: (before: string, after: string) => boolean;
  /** What must stand in the sentence as well. */
  readonly confirm?: RegExp;
  /** Whether the value is taken for one without a word that speaks for it. */
  readonly plain: (candidate: Candidate, before: string, after: string, paragraph: () => string) => boolean;
}

/** A secret and where it stands: the group `value` of a pattern. */
export interface Secret {
  readonly kind: PersonalKind;
  readonly hints: Hints;
  readonly pattern: RegExp;
  readonly accepts: (value: string) => boolean;
  /** What the words around must say: those of its paragraph before it, and those after it. */
  readonly near?: (before: string, after: string, value: string) => boolean;
}
