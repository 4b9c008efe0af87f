import type { Baseline } from "./baseline.ts";
import { readDirectives, type Directive } from "./directives.ts";
import type { Correspondence, Finding, Suppression } from "./model.ts";
import { isProtected } from "./protected.ts";
import type { Accepted, DocumentSettings } from "./settings/model.ts";
import { nearest } from "./suggest.ts";

/** What became of one rule that a directive names. */
export interface Waived {
  readonly rule: string;
  /** What the writer may have meant by a rule or kind that there is not. */
  readonly unknown: { readonly near: string | undefined } | undefined;
  /** Whether it let something pass, let nothing pass, met what nothing may let pass, or could not tell: the rule did not run. */
  readonly outcome: "used" | "unused" | "refused" | "not run";
}

/** A directive, and what became of it once all rules had run. */
export interface DirectiveFact extends Directive {
  readonly waived: readonly Waived[];
}

/** Who runs, as far as a directive wants to know. */
interface KnownRule {
  readonly id: string;
  readonly kinds: Readonly<Record<string, unknown>>;
}

/** Decides of each finding whether it is let pass, and keeps account of what let it. */
export class Waivers {
  readonly #source: string;
  readonly #directives: readonly Directive[];
  readonly #accepted: readonly { readonly entry: Accepted; readonly pattern: RegExp }[];
  readonly #baseline: Baseline | undefined;
  readonly #used = new Map<Directive, Set<string>>();
  readonly #refused = new Map<Directive, Set<string>>();
  readonly #acceptedWords = new Set<string>();

  constructor(correspondence: Correspondence, settings: DocumentSettings, baseline: Baseline | undefined) {
    this.#source = correspondence.source;
    this.#directives = [...readIgnored(correspondence, settings), ...readDirectives(correspondence)];
    this.#accepted = (settings.accept ?? []).map((entry) => ({ entry, pattern: acceptedPattern(entry.words) }));
    this.#baseline = baseline;
  }

  /** Why a finding is let pass: its suppression, or that the vocabulary accepts the words; undefined where it stands. */
  waive(finding: Finding): Suppression | "accepted" | undefined {
    if (!isProtected(finding) && this.#accepts(finding)) return "accepted";
    for (const directive of this.#directives) {
      const scope = directive.scopes.find((each) => names(each.rule, finding) && holds(each, finding, directive));
      if (!scope) continue;
      note(isProtected(finding) ? this.#refused : this.#used, directive, scope.rule);
      if (isProtected(finding)) continue;
      const kind = directive.name === "ignore" ? "front matter" : "inline";
      return { kind, reason: directive.reason };
    }
    return !isProtected(finding) && this.#baseline?.take(finding) ? { kind: "baseline", reason: undefined } : undefined;
  }

  /** The words of the vocabulary that let something pass. */
  get acceptedWords(): readonly string[] {
    return [...this.#acceptedWords];
  }

  /** The directives and what became of them; to be asked for after the rules have run. */
  facts(known: readonly KnownRule[], ran: readonly KnownRule[]): readonly DirectiveFact[] {
    return this.#directives.map((directive) => ({
      ...directive,
      waived: directive.rules.map((rule) => ({
        rule,
        unknown: unknownRule(rule, known),
        outcome: this.#outcomeOf(directive, rule, ran),
      })),
    }));
  }

  #outcomeOf(directive: Directive, rule: string, ran: readonly KnownRule[]): Waived["outcome"] {
    if (this.#refused.get(directive)?.has(rule)) return "refused";
    if (this.#used.get(directive)?.has(rule) || directive.name === "corrcheck-enable") return "used";
    return ran.some(({ id }) => id === rule.split("/", 1)[0]) ? "unused" : "not run";
  }

  #accepts(finding: Finding): boolean {
    const hit = this.#accepted.find(
      ({ entry, pattern }) => entry.rules.includes(finding.rule) && stands(this.#source, pattern, entry.words, finding),
    );
    if (hit) this.#acceptedWords.add(hit.entry.words);
    return hit !== undefined;
  }
}

function note(account: Map<Directive, Set<string>>, directive: Directive, rule: string): void {
  account.set(directive, (account.get(directive) ?? new Set()).add(rule));
}

const names = (selector: string, { rule, kind }: Finding) => selector === rule || selector === `${rule}/${kind}`;

function holds(scope: Directive["scopes"][number], finding: Finding, directive: Directive): boolean {
  return isAbout(directive.words, finding) && finding.start >= scope.start && finding.start <= scope.end;
}

const plain = (text: string) => text.toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim();

/** Whether the words of an `ignore:` entry are those of a finding, or stand in them. */
function isAbout(words: string | undefined, { text }: Finding): boolean {
  return words === undefined || plain(text).includes(plain(words));
}

/** The `ignore:` entries of the front matter as directives for the whole document. */
function readIgnored({ source, parts }: Correspondence, { ignore = [] }: DocumentSettings): Directive[] {
  const end = parts.find(({ name }) => name === "front-matter")?.end ?? 0;
  const front = source.slice(0, end);
  const from = Math.max(0, /^ignore\s*:/m.exec(front)?.index ?? 0);
  return ignore.map(({ rule, words, reason }) => {
    const at = front.indexOf(words ?? rule, from);
    const start = at < 0 ? from : at;
    return {
      name: "ignore",
      isKnown: true,
      isVisible: false,
      rules: [rule],
      reason: reason?.trim() || undefined,
      start,
      end: start + (words ?? rule).length,
      scopes: [{ rule, start: 0, end: source.length }],
      words,
    };
  });
}

function unknownRule(name: string, known: readonly KnownRule[]): Waived["unknown"] {
  const [id = "", kind] = name.split("/");
  const rule = known.find((candidate) => candidate.id === id);
  if (!rule)
    return {
      near: nearest(
        id,
        known.map((candidate) => candidate.id),
      ),
    };
  if (kind === undefined || kind in rule.kinds) return undefined;
  const near = nearest(kind, Object.keys(rule.kinds));
  return { near: near && `${id}/${near}` };
}

/** Whole words alone; small letters stand for capitals too, and a possessive may follow. */
function acceptedPattern(words: string): RegExp {
  const text = words
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, String.raw`\s+`);
  const flags = words === words.toLowerCase() ? "giu" : "gu";
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${text}(?:['’]s)?(?![\p{L}\p{N}])`, flags);
}

/** Whether the accepted words stand in the text so that they hold the whole finding. */
function stands(source: string, pattern: RegExp, words: string, { start, end }: Finding): boolean {
  const from = Math.max(0, start - 2 * words.length);
  const window = source.slice(from, end + 2 * words.length);
  for (const { 0: found, index } of window.matchAll(pattern)) {
    if (from + index <= start && from + index + found.length >= end) return true;
  }
  return false;
}
