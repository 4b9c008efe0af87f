import { Ajv } from "ajv";
import picocolors from "picocolors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Correspondence, Finding, Result } from "../src/model.ts";
import { createLocator, lineText } from "../src/position.ts";
import { labelled, printable, widthOf, wrap } from "../src/report/columns.ts";
import { json } from "../src/report/json.ts";
import { findPersonalData } from "../src/facts/personal-data/index.ts";
import { maskResult } from "../src/report/masked.ts";
import { countFiles, reportFile, type FileReport, type Problem, type Report } from "../src/report/report.ts";
import schema from "../src/report/report.schema.json" with { type: "json" };
import { stylish, type StylishOptions } from "../src/report/stylish.ts";
import { decide, gate } from "../src/verdict.ts";

const CARD = "4111 1111 1111 1111";
const SOURCE = `Subject: Your card ${CARD}

Dear Mrs Patel

We are in receipt of your letter about card ${CARD}.
We will send you a new bill by Friday 19 June.

Yours sincerely
Tom Reed
`;

function range(text: string) {
  const start = SOURCE.indexOf(text);
  return { start, end: start + text.length };
}

const located = (text: string) => ({ text, ...range(text) });

function finding(text: string, changed: Partial<Finding>): Finding {
  const words = { message: `Write “about” instead of “${text}”.`, suggestions: ["about"] };
  const about = { rule: "plain-english", kind: undefined, severity: "warning", criteria: ["1.3"] } as const;
  return { ...about, ...words, text, ...range(text), fixable: false, ...changed };
}

const FINDINGS = [
  finding("We are in receipt of", {}),
  finding(`card ${CARD}.`, {
    rule: "personal-data",
    kind: "card",
    severity: "error",
    criteria: ["4.8"],
    message: `Leave out “${CARD}”: it is a card number, and whoever reads this message could pay with it.`,
    suggestions: ["the card that ends in 1111"],
  }),
  finding("bill", {
    rule: "cliche",
    severity: "info",
    criteria: [],
    message: "Say “bill” less often.",
    suggestions: [],
  }),
];

function result(path: string, findings: readonly Finding[] = FINDINGS): Result {
  const shown = (text: string) => ({ state: "shown", evidence: located(text) }) as const;
  const structure = {
    salutation: shown("Dear Mrs Patel"),
    positiveOpening: { state: "missing", evidence: located(`We are in receipt of your letter about card ${CARD}.`) },
    earlyPurpose: { state: "unclear", evidence: undefined },
    closingSummary: shown("We will send you a new bill by Friday 19 June."),
    signOff: { state: "not-called-for", evidence: undefined },
  } as const;
  const what = {
    who: "organisation",
    what: "send you a new bill",
    when: "by Friday 19 June",
    due: "2026-06-19",
  } as const;
  const correspondence: Correspondence = {
    channel: "email",
    occasion: "complaint",
    direction: "reply",
    mode: "draft",
    audience: "general",
    inferred: { channel: "subject line", audience: "nothing else was said" },
    format: "text",
    organisation: {},
    incoming: undefined,
    source: SOURCE,
    origin: undefined,
    envelope: {
      subject: located(`Your card ${CARD}`),
      from: undefined,
      to: undefined,
      cc: undefined,
      date: undefined,
      attachments: [],
      isReply: false,
      data: {},
    },
    turns: [],
    parts: [],
    sentences: [],
    acts: [],
    actions: [
      { ...what, ...range("We will send") },
      { who: "customer", what: `destroy card ${CARD}`, when: undefined, due: undefined, ...range("We will send") },
    ],
    placeholders: [],
    annotations: [],
    sections: [],
    skipped: [
      { reason: "quoted", ...range("Tom Reed") },
      { reason: "quoted", start: 0, end: SOURCE.length },
    ],
    notes: ["not UTF-8: read as Windows-1252"],
  };
  const rulesRun = [
    { id: "plain-english", criteria: ["1.3"] },
    { id: "personal-data", criteria: ["4.8"] },
  ] as const;
  const metrics = { words: 182, sentences: 11, readingAge: 12.4, meanSentenceLength: 16.5 };
  const rest = {
    answers: [],
    complaint: undefined,
    suppressed: [],
    accepted: [],
    stale: {},
    personalData: findPersonalData(SOURCE),
  };
  return { path, correspondence, structure, metrics, findings, ...rest, ...decide({ findings, structure, rulesRun }) };
}

function reportOf(files: readonly FileReport[], problems: readonly Problem[] = []): Report {
  const counts = countFiles(files);
  const { passed } = gate({ counts, files }, { failOn: "error", maxWarnings: undefined });
  return {
    schemaVersion: 1,
    corrcheck: "0.1.0",
    passed: passed && problems.length === 0,
    problems,
    notes: [],
    counts,
    files,
  };
}

function draw(report: Report, options: Partial<StylishOptions> = {}): string {
  const outcome = gate(report, { failOn: "error", maxWarnings: undefined });
  const plain = { colours: picocolors.createColors(false), width: 80, quiet: false, verbose: false, gate: outcome };
  return stylish(report, { ...plain, ...options });
}

const FILE = reportFile(maskResult(result("draft.txt")));
const GOOD = reportFile(result("good.txt", []));

describe("places", () => {
  it("count every line end as one, and the byte order mark in the offset alone", () => {
    const locate = createLocator("\uFEFFab\r\ncd\ref\n\n😀g");
    expect(locate(0)).toEqual({ line: 1, column: 1, offset: 0 });
    expect(locate(1)).toEqual({ line: 1, column: 1, offset: 1 });
    expect(locate(2)).toEqual({ line: 1, column: 2, offset: 2 });
    expect(locate(5)).toEqual({ line: 2, column: 1, offset: 5 });
    expect(locate(8)).toEqual({ line: 3, column: 1, offset: 8 });
    expect(locate(11)).toEqual({ line: 4, column: 1, offset: 11 });
    expect(locate(14)).toEqual({ line: 5, column: 3, offset: 14 });
  });

  it("find their way back to the offset", () => {
    const text = fc
      .array(fc.constantFrom("a", "é", "😀", "\r", "\n", "\r\n"), { maxLength: 40 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, (source) => {
        const locate = createLocator(source);
        const lines = source.split(/\r\n|\r|\n/);
        for (let offset = 0; offset <= source.length; offset++) {
          const { line, column } = locate(offset);
          expect(column - 1).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
          if (column <= (lines[line - 1] ?? "").length) expect(lines[line - 1]?.[column - 1]).toBe(source[offset]);
        }
      }),
    );
  });
});

describe("columns", () => {
  it("are two for wide letters and emoji, none for marks on a letter", () => {
    expect(["abc", "“é”", "日本", "👍🏽", "👨‍👩‍👧", "e\u0301"].map(widthOf)).toEqual([3, 3, 4, 2, 2, 1]);
  });

  it("are kept when a text is wrapped, and no word is lost", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "é", "日", "👍"), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 2, max: 60 }), (words, width) => {
        const lines = wrap(words.join(" "), width);
        expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
        expect(lines.join("").replaceAll(" ", "")).toBe(words.join(""));
      }),
    );
  });

  it("put a text beside its label, which is not said twice", () => {
    expect(
      labelled(
        [
          ["one", "a b c d e"],
          ["one", "f"],
          ["three", "g"],
        ],
        14,
      ),
    ).toEqual(["  one    a b c", "         d e", "         f", "  three  g"]);
  });

  it("show nothing that steers the terminal or turns the direction of reading", () => {
    expect(printable("a\u001b[31mb\u009bc\u202Ed\r\ne")).toBe("a\uFFFD[31mb\uFFFDc\uFFFDd e");
    expect(printable("x".repeat(500))).toHaveLength(400);
  });
});

describe("masking", () => {
  it("leaves no personal value in anything that is shown", () => {
    const shown = [json(reportOf([FILE])), draw(reportOf([FILE])), draw(reportOf([FILE]), { verbose: true })].join("");
    expect(shown).not.toMatch(/4111 1111/);
    expect(maskResult(result("draft.txt")).correspondence.envelope.subject?.text).not.toContain("4111 1111");
  });

  it("is left out where the caller leaves it out", () => {
    expect(json(reportOf([reportFile(result("draft.txt"))]))).toContain(CARD);
  });
});

describe("the JSON report", () => {
  const validate = new Ajv({ allErrors: true }).compile(schema);

  it.each([
    ["a file with everything", reportOf([FILE])],
    ["two files and problems", reportOf([FILE, GOOD], [{ path: "nope.md", message: "no such file" }])],
    ["a command line that is wrong", reportOf([], [{ path: undefined, message: "Unknown option." }])],
    ["nothing at all", reportOf([])],
  ])("keeps to its schema: %s", (_, report) => {
    validate(JSON.parse(json(report)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it("is refused by the schema with a property too many or too few", () => {
    expect(validate({ ...JSON.parse(json(reportOf([FILE]))), extra: 1 })).toBe(false);
    expect(validate({ ...JSON.parse(json(reportOf([FILE]))), counts: undefined })).toBe(false);
  });

  it("has findings by place, with what is not there left out", () => {
    const shuffled = reportFile(result("draft.txt", FINDINGS.toReversed()));
    expect(shuffled.findings.map(({ rule, start }) => [rule, lineText(start), start.column])).toEqual([
      ["plain-english", "5", 1],
      ["personal-data", "5", 40],
      ["cliche", "6", 24],
    ]);
    expect(JSON.parse(json(reportOf([shuffled]))).files[0].findings[0]).not.toHaveProperty("kind");
  });

  it("counts", () => {
    expect(reportOf([FILE, GOOD]).counts).toEqual({
      files: 2,
      failed: 1,
      errors: 1,
      warnings: 1,
      infos: 1,
      suppressed: 0,
    });
  });
});

describe("the stylish report", () => {
  it("shows one file", () => {
    expect(draw(reportOf([FILE]))).toMatchInlineSnapshot(`
      "draft.txt  email · complaint · reply · draft

         5:1  warning  Write “about” instead of “We are in receipt of”.
                       plain-english  1.3
        5:40  error    Leave out “4111 •••• •••• 1111”: it is a card number, and
                       whoever reads this message could pay with it. Instead: “the
                       card that ends in 1111”.
                       personal-data/card  4.8
        6:24  info     Say “bill” less often.
                       cliche

        A13  ✗ not met 4.8   ! advice 1.3
             – not assessed 1.1 1.2 1.4 1.5 2.1–2.7 3.1–3.5 4.1–4.7

      ✗ failed: 1 error: personal-data
      "
    `);
  });

  it("shows with --verbose what was inferred, skipped and not assessed, and why", () => {
    expect(draw(reportOf([FILE]), { verbose: true })).toMatchInlineSnapshot(`
      "draft.txt  email · complaint · reply · draft

         5:1  warning  Write “about” instead of “We are in receipt of”.
                       plain-english  1.3
        5:40  error    Leave out “4111 •••• •••• 1111”: it is a card number, and
                       whoever reads this message could pay with it. Instead: “the
                       card that ends in 1111”.
                       personal-data/card  4.8
        6:24  info     Say “bill” less often.
                       cliche

        channel           email (subject line)
        audience          nothing else was said
        length            182 words, 11 sentences, reading age 12
        salutation        ✓ shown, line 3: “Dear Mrs Patel”
        positive opening  ✗ missing, line 5: “We are in receipt of your letter about
                          card 4111 •••• •••• 1111.”
        early purpose     ? unclear
        closing summary   ✓ shown, line 6: “We will send you a new bill by Friday 19
                          June.”
        sign-off          – not called for
        action            line 6, the organisation: send you a new bill, by Friday 19
                          June (2026-06-19)
                          line 6, the customer: destroy card 4111 •••• •••• 1111
        not checked       quoted, in line 9, 1–10
        note              not UTF-8: read as Windows-1252
        not assessed      1.1: somebody has to watch the work
                          1.2 1.4 1.5 2.1 2.2 2.4–2.7 3.1 3.2 3.4 3.5 4.2 4.7: no rule
                          that serves it ran
                          2.3: the draft is not held against a brief yet
                          3.3: the options that were not chosen are not in the message
                          4.1 4.3–4.6: it is knowledge, which questions to the writer
                          bring out

        A13  ✗ not met 4.8   ! advice 1.3
             – not assessed 1.1 1.2 1.4 1.5 2.1–2.7 3.1–3.5 4.1–4.7

      ✗ failed: 1 error: personal-data
      "
    `);
  });

  it("shows with --quiet errors only", () => {
    expect(draw(reportOf([FILE, GOOD]), { quiet: true })).toMatchInlineSnapshot(`
      "draft.txt  email · complaint · reply · draft

        5:40  error    Leave out “4111 •••• •••• 1111”: it is a card number, and
                       whoever reads this message could pay with it. Instead: “the
                       card that ends in 1111”.
                       personal-data/card  4.8

      ✗ failed: 1 error: personal-data

      2 messages · 1 error · 1 warning · 1 info
      ✗ failed: 1 of 2 messages
      "
    `);
  });

  it("shows several files with one line for each that has nothing to say, and sums up", () => {
    expect(draw(reportOf([GOOD, FILE], [{ path: "nope.md", message: "no such file" }]))).toMatchInlineSnapshot(`
      "✓ good.txt  email · complaint · reply · draft

      draft.txt  email · complaint · reply · draft

         5:1  warning  Write “about” instead of “We are in receipt of”.
                       plain-english  1.3
        5:40  error    Leave out “4111 •••• •••• 1111”: it is a card number, and
                       whoever reads this message could pay with it. Instead: “the
                       card that ends in 1111”.
                       personal-data/card  4.8
        6:24  info     Say “bill” less often.
                       cliche

        A13  ✗ not met 4.8   ! advice 1.3
             – not assessed 1.1 1.2 1.4 1.5 2.1–2.7 3.1–3.5 4.1–4.7

      ✗ failed: 1 error: personal-data

      2 messages · 1 error · 1 warning · 1 info
      ✗ failed: 1 of 2 messages; 1 path could not be checked
      "
    `);
  });

  it("tells of what could not be checked beside what passed", () => {
    const problem = { path: "nope.md", message: "no such file" };
    expect(draw(reportOf([GOOD], [problem]))).toMatch(/\n✗ 1 path could not be checked; of the rest: passed\n$/);
    expect(draw(reportOf([], [problem]))).toBe("");
    expect(draw(reportOf([]))).toBe("✓ nothing to check\n");
  });

  it("says what to write instead where the message does not", () => {
    const unsaid = finding("bill", {
      message: "Say it in plain words.",
      suggestions: ["account", "paper", "slip", "note"],
    });
    expect(draw(reportOf([reportFile(result("a.txt", [unsaid]))]))).toContain(
      "Instead: “account” or “paper” or “slip”.",
    );
  });

  it("keeps to its width, with any path and message", () => {
    const wide = finding("bill", { message: `${"日本語 ".repeat(40)}${"x".repeat(300)}` });
    const text = draw(reportOf([reportFile(result("a.txt", [wide, ...FINDINGS])), FILE]), { verbose: true, width: 60 });
    expect(Math.max(...text.split("\n").map(widthOf))).toBeLessThanOrEqual(60);
    expect(draw(reportOf([{ ...FILE, path: "long/".repeat(20) }]))).toContain("\n  email · complaint");
  });

  it("is coloured where the caller asks for it", () => {
    expect(draw(reportOf([FILE]), { colours: picocolors.createColors(true) })).toContain("\u001b[31merror  \u001b[39m");
  });
});
