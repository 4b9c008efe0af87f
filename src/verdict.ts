import { CRITERION_IDS, findCriterion, LIMITS } from "./criteria.ts";
import type { CriterionResult, Finding, Severity, Structure, StructureName } from "./model.ts";
import type { Rule } from "./rule.ts";

type Server = Pick<Rule, "id" | "criteria">;

/** What the verdict on one document is drawn from. */
export interface Evidence {
  readonly findings: readonly Finding[];
  /** Findings that were let pass: what they count against cannot be called met. */
  readonly suppressed?: readonly Finding[];
  readonly structure: Structure;
  /** Why a criterion cannot be judged of this document, by its id. */
  readonly gaps?: Readonly<Record<string, string>>;
  /** The rules that ran on this document. */
  readonly rulesRun: readonly Server[];
  /** The rules that would have run, had they not been switched off: what they serve cannot be called met. */
  readonly rulesOff?: readonly Server[];
  /** The most warnings by the id of a criterion or a rule, over `LIMITS`. */
  readonly limits?: Readonly<Record<string, number>> | undefined;
}

export interface Verdict {
  readonly passed: boolean;
  /** One line: why it failed, or that it passed. */
  readonly verdict: string;
  /** Every criterion of the unit, in its order. */
  readonly criteria: readonly CriterionResult[];
}

/** The parts that show a criterion positively. */
const SHOWN_BY: Readonly<Record<string, readonly StructureName[]>> = {
  "2.4": ["salutation", "signOff"],
  "2.5": ["positiveOpening"],
  "2.6": ["earlyPurpose"],
  "2.7": ["closingSummary"],
};

/** The five parts in words. */
export const STRUCTURE_WORDS: Readonly<Record<StructureName, string>> = {
  salutation: "salutation",
  positiveOpening: "positive opening",
  earlyPurpose: "early purpose",
  closingSummary: "closing summary",
  signOff: "sign-off",
};

/**
 * Decides each criterion and the document. It fails where there is an error, or where a criterion or a rule has more
 * warnings than its limit. Infos change nothing.
 */
export function decide(evidence: Evidence): Verdict {
  const limits = { ...LIMITS, ...evidence.limits };
  const served = new Set<string>(evidence.rulesRun.flatMap((rule) => rule.criteria));
  const criteria = CRITERION_IDS.map((id) => decideCriterion(id, evidence, served, limits));
  const reasons = [...errorReasons(evidence.findings), ...limitReasons(evidence.findings, limits)];
  if (reasons.length > 0) return { passed: false, verdict: reasons.join("; "), criteria };
  const warnings = count(evidence.findings, "warning");
  return { passed: true, verdict: warnings === 0 ? "passed" : `passed, ${plural(warnings, "warning")}`, criteria };
}

function decideCriterion(
  id: string,
  evidence: Evidence,
  served: ReadonlySet<string>,
  limits: Readonly<Record<string, number>>,
): CriterionResult {
  const against = evidence.findings.filter(({ severity, criteria }) => severity !== "info" && criteria.includes(id));
  if (against.length > 0) {
    const rules = [...new Set(against.map(({ rule }) => rule))];
    const isOver = [id, ...rules].some((one) => warningsOf(against, one) > (limits[one] ?? Infinity));
    return { id, state: isOver || count(against, "error") > 0 ? "not-met" : "advice", reason: undefined };
  }
  const reason = whyNotAssessed(id, evidence, served);
  return { id, state: reason === undefined ? "met" : "not-assessed", reason };
}

/** Why nothing can be said of a criterion that has no finding against it; undefined where it is met. */
function whyNotAssessed(
  id: string,
  { structure, gaps, rulesOff = [], suppressed = [] }: Evidence,
  served: ReadonlySet<string>,
): string | undefined {
  const criterion = findCriterion(id);
  if (criterion?.byHand !== undefined) return criterion.byHand;
  if (criterion?.notYet !== undefined) return criterion.notYet;
  const off = rulesOff.filter((rule) => serves(rule, id));
  if (off.length > 0) return `switched off: ${off.map((rule) => rule.id).join(", ")}`;
  const letPass = suppressed.filter(({ severity, criteria }) => severity !== "info" && criteria.includes(id));
  if (letPass.length > 0) return `let pass: ${[...new Set(letPass.map(({ rule }) => rule))].join(", ")}`;
  if (!served.has(id)) return "no rule that serves it ran";
  return gaps?.[id] ?? whyNotShown(SHOWN_BY[id] ?? [], structure);
}

function whyNotShown(names: readonly StructureName[], structure: Structure): string | undefined {
  const inState = (state: string) => names.filter((name) => structure[name].state === state);
  const missing = inState("missing")[0];
  if (missing) return `the ${STRUCTURE_WORDS[missing]} is missing, but no finding says so`;
  const unclear = inState("unclear")[0];
  if (unclear) return `it is unclear whether there is ${withArticle(STRUCTURE_WORDS[unclear])}`;
  const notCalledFor = inState("not-called-for");
  if (names.length > 0 && notCalledFor.length === names.length) {
    return `no ${notCalledFor.map((name) => STRUCTURE_WORDS[name]).join(" or ")} is called for here`;
  }
  return undefined;
}

function serves(rule: Server, id: string): boolean {
  return rule.criteria.some((criterion) => criterion === id);
}

function errorReasons(findings: readonly Finding[]): string[] {
  const errors = findings.filter((finding) => finding.severity === "error");
  if (errors.length === 0) return [];
  const rules = [...new Set(errors.map((finding) => finding.rule))];
  const shown = rules.slice(0, 3).join(", ");
  const rest = rules.length > 3 ? ` and ${rules.length - 3} more` : "";
  return [`${plural(errors.length, "error")}: ${shown}${rest}`];
}

function limitReasons(findings: readonly Finding[], limits: Readonly<Record<string, number>>): string[] {
  const all = findings.filter(({ severity }) => severity === "warning");
  return Object.entries(limits).flatMap(([id, limit]) => {
    const warnings = warningsOf(all, id);
    return warnings > limit ? [`${plural(warnings, "warning")} under ${id}, the most is ${limit}`] : [];
  });
}

/** How many warnings count against a criterion, or are of a rule. */
function warningsOf(findings: readonly Finding[], id: string): number {
  return count(
    findings.filter(({ rule, criteria }) => rule === id || criteria.some((criterion) => criterion === id)),
    "warning",
  );
}

function count(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

function withArticle(words: string): string {
  return `${/^[aeiou]/.test(words) ? "an" : "a"} ${words}`;
}

/** "1 warning", "2 warnings". */
export function plural(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}

export const FAIL_ON = ["error", "warning", "info", "never"] as const;

/** When a run fails, beyond the verdict on each document. */
export interface GateOptions {
  readonly failOn: (typeof FAIL_ON)[number];
  readonly maxWarnings: number | undefined;
}

/** What a run came to. */
export interface Run {
  readonly counts: Readonly<{ files: number; failed: number; errors: number; warnings: number; infos: number }>;
  readonly files: readonly Readonly<{ verdict: string }>[];
}

/** Whether the run passes, and in a few words why. */
export interface Gate {
  readonly passed: boolean;
  readonly reason: string;
}

/**
 * Says whether the whole run passes, and in a few words why. A document that failed fails the run; `failOn` warning or
 * info and `maxWarnings` (over all files) are stricter, and "never" lets everything through.
 */
export function gate({ counts, files }: Run, { failOn, maxWarnings }: GateOptions): Gate {
  const [only, ...others] = files;
  const single = others.length === 0 ? only?.verdict : undefined;
  const failed = single ?? `${counts.failed} of ${counts.files} messages`;
  if (failOn === "never" && counts.failed > 0)
    return { passed: true, reason: `let through by --fail-on never: ${failed}` };
  if (failOn !== "never") {
    if (counts.failed > 0) return { passed: false, reason: failed };
    if (maxWarnings !== undefined && counts.warnings > maxWarnings) {
      return {
        passed: false,
        reason: `${plural(counts.warnings, "warning")}, the most is ${maxWarnings} (--max-warnings)`,
      };
    }
    if (failOn !== "error" && counts.warnings > 0) {
      return { passed: false, reason: `${plural(counts.warnings, "warning")} (--fail-on ${failOn})` };
    }
    if (failOn === "info" && counts.infos > 0) {
      return { passed: false, reason: `${plural(counts.infos, "info")} (--fail-on info)` };
    }
  }
  if (counts.files === 0) return { passed: true, reason: "nothing to check" };
  const warnings = counts.warnings === 0 ? "" : `, ${plural(counts.warnings, "warning")}`;
  return { passed: true, reason: single ?? `${counts.files} messages passed${warnings}` };
}
