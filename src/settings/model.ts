import type { Audience, Channel, Direction, Mode, Occasion, Organisation, Severity } from "../model.ts";

/** What a configuration, the front matter or the command line may say of one document. */
export interface DocumentSettings {
  readonly channel?: Channel;
  readonly occasion?: Occasion;
  readonly direction?: Direction;
  readonly mode?: Mode;
  readonly audience?: Audience;
  readonly organisation?: Organisation;
  /** Severity by rule id or "id/kind"; "off" silences it. */
  readonly severities?: Readonly<Record<string, Severity | "off">>;
  /** Options by rule id; what is left out keeps its default. */
  readonly options?: Readonly<Record<string, OptionValues>>;
  /** The most warnings a criterion bears, by criterion id. */
  readonly limits?: Readonly<Record<string, number>>;
  /** The trades whose jargon is looked for, such as "council". */
  readonly sectors?: readonly string[];
  /** Words that are right for this organisation. */
  readonly accept?: readonly Accepted[];
  /** Findings that the front matter lets pass. */
  readonly ignore?: readonly Ignored[];
}

/** Something wrong in the settings of a file, with its place and one sentence that says how to mend it. */
export interface ConfigFault {
  /** "corrcheck.yml:3:7", or the file alone. */
  readonly place: string;
  readonly message: string;
}

/** The keys of the front matter that set what a configuration sets; the rest (channel, mode …) every letter may have. */
export const FRONT_KEYS = [
  "rules",
  "limits",
  "sectors",
  "organisation",
  "vocabulary",
  "dictionaries",
  "plugins",
  "ignore",
] as const;

export type OptionValues = Readonly<Record<string, number | string | boolean>>;

/** A word or phrase that some rules let pass. */
export interface Accepted {
  readonly words: string;
  /** Ids of the rules that accept it. */
  readonly rules: readonly string[];
}

/** Findings to let pass: of a rule (or "id/kind"), about these words where any are given. */
export interface Ignored {
  readonly rule: string;
  readonly words?: string;
  readonly reason?: string;
}

/** Several settings as one; of two that speak of the same, the later holds. */
export function layer(...layers: readonly (DocumentSettings | undefined)[]): DocumentSettings {
  const [lowest = {}, ...above] = layers.filter((each) => each !== undefined);
  return above.reduce(join, lowest);
}

function join(below: DocumentSettings, above: DocumentSettings): DocumentSettings {
  return {
    ...below,
    ...above,
    organisation: { ...below.organisation, ...above.organisation },
    severities: { ...withoutKinds(below.severities, above.severities), ...above.severities },
    options: joinOptions(below.options, above.options),
    limits: { ...below.limits, ...above.limits },
    accept: [...(below.accept ?? []), ...(above.accept ?? [])],
    ignore: [...(below.ignore ?? []), ...(above.ignore ?? [])],
  };
}

type Severities = NonNullable<DocumentSettings["severities"]>;

/** What is said of a whole rule takes the place of what was said of its kinds below. */
function withoutKinds(below: Severities = {}, above: Severities = {}): Severities {
  const isSaidAbove = (name: string) => name.replace(/\/.*/, "") in above;
  return Object.fromEntries(Object.entries(below).filter(([name]) => !isSaidAbove(name)));
}

function joinOptions(
  below: Readonly<Record<string, OptionValues>> = {},
  above: Readonly<Record<string, OptionValues>> = {},
): Readonly<Record<string, OptionValues>> {
  const joined = Object.entries(above).map(([rule, values]) => [rule, { ...below[rule], ...values }]);
  return { ...below, ...Object.fromEntries(joined) };
}
