import type { Channel, Correspondence, Range, Severity } from "./model.ts";
import type { CriterionId } from "./criteria.ts";
import type { Facts } from "./facts/index.ts";
import type { DirectiveFact } from "./suppress.ts";

/** An option of a rule: its default and one line that says what it does. */
export interface Option<T extends number | string | boolean = number | string | boolean> {
  readonly default: T;
  readonly about: string;
}
export type Options = Readonly<Record<string, Option>>;
type Values<O extends Options> = { readonly [K in keyof O]: Widen<O[K]["default"]> };
type Widen<T> = T extends number ? number : T extends boolean ? boolean : string;

/** One kind of fault within a rule ("sign-off/missing"), with a severity of its own, by channel where that matters. */
export interface Kind {
  readonly about: string;
  readonly severity?: Severity;
  readonly channels?: Readonly<Partial<Record<Channel, Severity>>>;
}

/** What a rule hands to `report`. */
export interface Report<K extends string = string> {
  /** Where; a sentence, token, part or any other range. */
  readonly at: Range;
  /** One sentence that quotes the writer and says what to do instead. */
  readonly message: string;
  readonly kind?: K;
  /** What to write instead, best first. */
  readonly suggestions?: readonly string[];
  /** What `--fix` may put in place of the words: it cannot change what they mean. */
  readonly fix?: string;
  /** Milder than the rule's own severity, where the evidence is weaker. */
  readonly severity?: Severity;
}

export interface Context<O extends Options = Options, K extends string = string> {
  readonly correspondence: Correspondence;
  readonly facts: Facts;
  readonly options: Values<O>;
  /** The directives in the message; for a rule that runs last, with what became of them. */
  readonly directives: readonly DirectiveFact[];
  /** Gives whether the finding stands: false where the vocabulary, a directive or the baseline lets it pass. */
  readonly report: (finding: Report<K>) => boolean;
}

/** A rule as the engine, the command and the documentation see it. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly criteria: readonly CriterionId[];
  readonly severity: Severity;
  readonly channels?: readonly Channel[];
  /** The dictionary it is made of: an organisation's own file of that name adds to it. */
  readonly dictionary?: string;
  /** Runs after all others, and sees what they came to. */
  readonly last?: boolean;
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly options: Options;
  readonly check: (context: Context) => void | Promise<void>;
}

/** What the author of a rule writes. */
export interface RuleDefinition<O extends Options, K extends string> {
  readonly id: string;
  /** What the rule asks for, as an instruction: "Keep sentences short." */
  readonly title: string;
  /** Why it matters to the customer, in one or two sentences. */
  readonly why: string;
  readonly criteria: readonly [CriterionId, ...CriterionId[]];
  readonly severity: Severity;
  /** The channels it speaks about; every channel where left out. */
  readonly channels?: readonly Channel[];
  readonly kinds?: Readonly<Record<K, Kind>>;
  readonly options?: O;
  readonly last?: boolean;
  readonly dictionary?: string;
  readonly check: (context: Context<O, K>) => void | Promise<void>;
}

/**
 * Makes a rule: a plain value that does nothing until `lint()` runs it.
 * Options are typed by their defaults, and kinds by their names.
 */
export function defineRule<const O extends Options = Record<never, never>, const K extends string = never>(
  definition: RuleDefinition<O, K>,
): Rule {
  return { kinds: {}, options: {}, ...definition } as unknown as Rule;
}
