import { describe, expect, it } from "vitest";
import { CRITERION_IDS, findCriterion, type CriterionId } from "../src/criteria.ts";
import type { Finding, Severity, Structure, StructureState } from "../src/model.ts";
import { decide, gate, type Evidence, type Run } from "../src/verdict.ts";

const RULES: Evidence["rulesRun"] = [
  { id: "placeholder", criteria: ["2.2"] },
  { id: "plain-english", criteria: ["1.3"] },
  { id: "jargon", criteria: ["1.4"] },
  { id: "informal", criteria: ["1.5"] },
  { id: "salutation", criteria: ["2.4"] },
  { id: "sign-off", criteria: ["2.4"] },
  { id: "positive-opening", criteria: ["2.5"] },
  { id: "early-purpose", criteria: ["2.6"] },
  { id: "closing-summary", criteria: ["2.7", "3.5"] },
  { id: "personal-data", criteria: ["4.8"] },
];

function finding(severity: Severity, rule: string, ...criteria: CriterionId[]): Finding {
  const words = { kind: undefined, message: "Write it another way.", text: "it", suggestions: [] };
  return { rule, severity, criteria, ...words, fixable: false, start: 0, end: 2 };
}

function structure(states: Partial<Record<keyof Structure, StructureState>> = {}): Structure {
  const part = (state: StructureState = "shown") => ({ state, evidence: undefined });
  return {
    salutation: part(states.salutation),
    positiveOpening: part(states.positiveOpening),
    earlyPurpose: part(states.earlyPurpose),
    closingSummary: part(states.closingSummary),
    signOff: part(states.signOff),
  };
}

function judge(evidence: Partial<Evidence> = {}) {
  const verdict = decide({ findings: [], structure: structure(), rulesRun: RULES, ...evidence });
  const of = (id: string) => verdict.criteria.find((criterion) => criterion.id === id);
  return { ...verdict, state: (id: string) => of(id)?.state, reason: (id: string) => of(id)?.reason };
}

const times = (amount: number, one: Finding) => Array.from({ length: amount }, () => one);

describe("a criterion", () => {
  it("is met where every rule that serves it ran and found nothing", () => {
    expect(judge().state("1.3")).toBe("met");
    expect(judge().state("2.6")).toBe("met");
  });

  it("is not met by an error", () => {
    expect(judge({ findings: [finding("error", "personal-data", "4.8")] }).state("4.8")).toBe("not-met");
  });

  it("is advice with warnings up to its limit, and not met with one more", () => {
    const warning = finding("warning", "plain-english", "1.3");
    expect(judge({ findings: times(6, warning) }).state("1.3")).toBe("advice");
    expect(judge({ findings: times(7, warning) }).state("1.3")).toBe("not-met");
  });

  it("bears any number of warnings where it has no limit", () => {
    expect(judge({ findings: times(50, finding("warning", "salutation", "2.4")) }).state("2.4")).toBe("advice");
  });

  it("can be given another limit", () => {
    const findings = [finding("warning", "salutation", "2.4")];
    expect(judge({ findings, limits: { "2.4": 0 } }).state("2.4")).toBe("not-met");
  });

  it("is not changed by infos", () => {
    expect(judge({ findings: times(9, finding("info", "plain-english", "1.3")) }).state("1.3")).toBe("met");
  });

  it("is not assessed where a rule that serves it was switched off", () => {
    const judged = judge({ rulesRun: RULES.slice(0, 5), rulesOff: RULES.slice(5) });
    expect(judged.reason("2.4")).toBe("switched off: sign-off");
    expect(judged.reason("2.5")).toBe("switched off: positive-opening");
    expect(judged.state("1.3")).toBe("met");
  });

  it("is not assessed where no rule that serves it ran", () => {
    expect(judge({ rulesRun: [] }).reason("1.3")).toBe("no rule that serves it ran");
  });

  it("is not assessed where the part that shows it is unclear or not called for", () => {
    const judged = judge({
      structure: structure({ positiveOpening: "unclear", earlyPurpose: "not-called-for", signOff: "unclear" }),
    });
    expect(judged.reason("2.5")).toBe("it is unclear whether there is a positive opening");
    expect(judged.reason("2.6")).toBe("no early purpose is called for here");
    expect(judged.reason("2.4")).toBe("it is unclear whether there is a sign-off");
  });

  it("is met where one of its parts is shown and the other is not called for", () => {
    expect(judge({ structure: structure({ signOff: "not-called-for" }) }).state("2.4")).toBe("met");
  });

  it("is not assessed where a part is missing and the finding was switched off", () => {
    const judged = judge({ structure: structure({ closingSummary: "missing" }) });
    expect(judged.reason("2.7")).toBe("the closing summary is missing, but no finding says so");
  });

  it("is never met where only a person can evidence it, or no rule assesses it yet", () => {
    const everything = CRITERION_IDS.map((id) => ({ id: `serves-${id}`, criteria: [id] }));
    const judged = judge({ rulesRun: everything });
    for (const id of CRITERION_IDS) {
      const criterion = findCriterion(id);
      const why = criterion?.byHand ?? criterion?.notYet;
      expect([id, judged.state(id), judged.reason(id)]).toEqual([id, why ? "not-assessed" : "met", why]);
    }
  });

  it("can be not met although no rule assesses it in full yet", () => {
    expect(judge({ findings: [finding("error", "closing-summary", "2.7", "3.5")] }).state("3.5")).toBe("not-met");
  });

  it("stands in the verdict once, in the order of the unit", () => {
    expect(judge().criteria.map((criterion) => criterion.id)).toEqual(CRITERION_IDS);
  });
});

describe("the unit", () => {
  it.each(CRITERION_IDS)("says of %s what a text can show, or why none can", (id) => {
    const { title, about, evidence, byHand } = findCriterion(id) ?? {};
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(about).toMatch(/^[A-Z].*[.>]$/);
    expect((evidence === undefined) !== (byHand === undefined)).toBe(true);
  });

  it("has no criterion of a name that it does not have", () => {
    expect(findCriterion("5.1")).toBeUndefined();
    expect(findCriterion("toString")).toBeUndefined();
  });
});

describe("the verdict", () => {
  const warning = finding("warning", "plain-english", "1.3");
  it.each([
    ["passed", []],
    ["passed", [finding("info", "cliche", "1.3")]],
    ["passed, 1 warning", [warning]],
    ["passed, 2 warnings", times(2, warning)],
    ["1 error: personal-data", [finding("error", "personal-data", "4.8"), warning]],
    ["2 errors: placeholder", times(2, finding("error", "placeholder", "2.2"))],
    ["4 errors: a, b, c and 1 more", ["a", "b", "c", "d"].map((rule) => finding("error", rule, "2.2"))],
    ["7 warnings under 1.3, the most is 6", times(7, warning)],
    ["1 error: a; 7 warnings under 1.3, the most is 6", [finding("error", "a", "2.2"), ...times(7, warning)]],
    ["1 error: plug-in", [finding("error", "plug-in")]],
  ])("%s", (words, findings) => {
    expect(judge({ findings })).toMatchObject({ verdict: words, passed: words.startsWith("passed") });
  });
});

describe("the gate", () => {
  const counts = { files: 1, failed: 0, errors: 0, warnings: 0, infos: 0 };
  const run = (changed: Partial<Run["counts"]>, ...verdicts: string[]): Run => ({
    counts: { ...counts, files: verdicts.length, ...changed },
    files: verdicts.map((verdict) => ({ verdict })),
  });
  const warned = run({ warnings: 2 }, "passed, 2 warnings");
  const failed = run({ failed: 1, errors: 1 }, "1 error: placeholder");
  it.each([
    ["nothing to check", true, run({}), {}],
    ["passed, 2 warnings", true, warned, {}],
    ["1 error: placeholder", false, failed, {}],
    ["let through by --fail-on never: 1 error: placeholder", true, failed, { failOn: "never" }],
    ["passed, 2 warnings", true, warned, { failOn: "never", maxWarnings: 0 }],
    ["2 warnings (--fail-on warning)", false, warned, { failOn: "warning" }],
    ["2 warnings (--fail-on info)", false, warned, { failOn: "info" }],
    ["1 info (--fail-on info)", false, run({ infos: 1 }, "passed"), { failOn: "info" }],
    ["passed", true, run({ infos: 1 }, "passed"), { failOn: "warning" }],
    ["passed, 2 warnings", true, warned, { maxWarnings: 2 }],
    ["2 warnings, the most is 1 (--max-warnings)", false, warned, { maxWarnings: 1 }],
    ["2 messages passed", true, run({}, "passed", "passed"), {}],
    ["2 messages passed, 1 warning", true, run({ warnings: 1 }, "passed", "passed, 1 warning"), {}],
    ["1 of 2 messages", false, run({ failed: 1, errors: 1 }, "passed", "1 error: a"), {}],
  ] as const)("%s", (reason, passed, outcome, options) => {
    expect(gate(outcome, { failOn: "error", maxWarnings: undefined, ...options })).toEqual({ passed, reason });
  });
});
