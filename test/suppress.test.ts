import fc from "fast-check";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../src/config/load.ts";
import { fingerprintsOf, lint, type Result } from "../src/index.ts";
import { loadDictionaries } from "../src/node.ts";
import { rules } from "../rules/index.ts";
import { letter, project, told } from "./project.ts";

const dictionaries = loadDictionaries();
const CARD = "4929 4212 3460 0821";

async function check(content: string, path = "letter.md"): Promise<Result> {
  return lint({ path, content }, { rules, dictionaries });
}
const findings = (result: Result) =>
  result.findings.map(({ rule, kind, text }) => `${kind === undefined ? rule : `${rule}/${kind}`}: ${text}`);
const letPass = ({ suppressed }: Result) =>
  suppressed.map(({ text, suppression }) => [text, suppression.kind, suppression.reason]);

describe("a directive lets pass what it names", () => {
  it.each([
    ["HTML", "<!-- corrcheck-disable-next plain-english -- why not -->"],
    ["Handlebars", "{{!-- corrcheck-disable-next plain-english -- why not --}}"],
    ["short Handlebars", "{{! corrcheck-disable-next plain-english -- why not }}"],
    ["Liquid", "{% comment %} corrcheck-disable-next plain-english -- why not {% endcomment %}"],
    ["tight Liquid", "{%- comment -%}corrcheck-disable-next plain-english -- why not{%- endcomment -%}"],
    ["Jinja", "{# corrcheck-disable-next plain-english -- why not #}"],
  ])("in a comment of %s", async (_, comment) => {
    for (const end of ["\n", "\n\n", "\r\n"]) {
      const result = await check(letter(`${comment}${end}We utilise forms.\n\nWe utilise more.`).replaceAll("\n", end));
      expect(letPass(result)).toEqual([["utilise", "inline", "why not"]]);
      expect(findings(result)).toEqual(["plain-english: utilise"]);
    }
  });

  it("in the next block: a paragraph with all its lines, or one item of a list", async () => {
    const why = "plain-english -- why not -->";
    const paragraph = await check(
      letter(`<!-- corrcheck-disable-next ${why}\nWe utilise\nand utilise.\n\nWe utilise.`),
    );
    expect([letPass(paragraph).length, findings(paragraph).length]).toEqual([2, 1]);
    const list = await check(letter(`<!-- corrcheck-disable-next ${why}\n\n- We utilise forms.\n- We utilise cards.`));
    expect([letPass(list).length, findings(list).length]).toEqual([1, 1]);
    const stacked = `<!-- corrcheck-disable-next spelling -- a -->\n<!-- corrcheck-disable-next plain-english -- b -->\n`;
    expect(findings(await check(letter(`${stacked}We utilise the forme.`)))).toEqual([]);
  });

  it("on its own line alone", async () => {
    const line = "We utilise forms. <!-- corrcheck-disable-line plain-english -- why not -->";
    expect(findings(await check(letter(`${line}\nWe utilise cards.`)))).toEqual(["plain-english: utilise"]);
  });

  it("from disable to enable, each rule for itself, or to the end", async () => {
    const text = `<!-- corrcheck-disable plain-english, spelling -- why not -->

We utilise the forme.

<!-- corrcheck-enable spelling -->

We utilise the firme.

<!-- corrcheck-enable -->

We utilise it.`;
    expect(findings(await check(letter(text)))).toEqual(["spelling: firme", "plain-english: utilise"]);
  });

  it("in the whole file, before it too, and by kind", async () => {
    const result = await check(
      letter(`We utilise it.\n\n<!-- corrcheck-disable-file plain-english sign-off/missing -- why -->`).replace(
        "Yours sincerely\n",
        "",
      ),
    );
    expect(result.findings.filter(({ rule }) => rule === "plain-english" || rule === "sign-off")).toEqual([]);
  });

  it("and tells of the second place of a word whose first it let pass", async () => {
    const text = "<!-- corrcheck-disable-next spelling -- why -->\nThe forme is here.\n\nThe forme is there.";
    expect(findings(await check(letter(text)))).toEqual(["spelling: forme"]);
  });
});

describe("a directive that is wrong is told of", () => {
  it.each([
    ["names no rule", "<!-- corrcheck-disable-next -->", "no-rule"],
    ["gives no reason", "<!-- corrcheck-disable-next plain-english -->", "no-reason"],
    ["gives an empty reason", "<!-- corrcheck-disable-next plain-english -- -->", "no-reason"],
    ["names a rule that there is not", "<!-- corrcheck-disable-next plain-english, jargn -- why -->", "unknown"],
    [
      "names a kind that there is not",
      "<!-- corrcheck-disable-next plain-english, sign-off/mising -- why -->",
      "unknown",
    ],
    ["is mistyped", "<!-- corrcheck-disable-nxt plain-english -- why -->", "unknown"],
    ["lets nothing pass", "<!-- corrcheck-disable-next plain-english, spelling -- why -->", "unused"],
    [
      "names another in its reason",
      "<!-- corrcheck-disable-next plain-english, x -- as corrcheck-disable does -->",
      "unknown",
    ],
    ["stands outside a comment", "corrcheck-disable-next plain-english -- why", "visible"],
    ["stands in code", "`corrcheck-disable-next plain-english`", "visible"],
    ["stands in a comment that does not end", "{# corrcheck-disable-next plain-english -- why", "visible"],
  ])("where it %s", async (_, comment, kind) => {
    const result = await check(letter(`${comment}\nWe utilise forms.`));
    expect(result.findings.filter(({ rule }) => rule === "suppression").map((finding) => finding.kind)).toEqual([kind]);
  });

  it("where the customer would read it: a comment of HTML in plain text or mail, one of a template in a draft", async () => {
    const html = "<!-- corrcheck-disable-next plain-english -- why -->\nWe utilise forms.";
    const jinja = "{# corrcheck-disable-next plain-english -- why #}\nWe utilise forms.";
    const kinds = async (text: string, path: string, mode: "draft" | "template") => {
      const result = await lint({ path, content: letter(text) }, { rules, dictionaries, mode });
      return result.findings.flatMap(({ rule, kind }) => (rule === "suppression" ? [kind] : []));
    };
    expect(await kinds(html, "a.txt", "draft")).toEqual(["visible"]);
    expect(await kinds(html, "a.txt", "template")).toEqual(["visible"]);
    expect(await kinds(jinja, "a.txt", "draft")).toEqual(["visible"]);
    expect(await kinds(jinja, "a.txt", "template")).toEqual([]);
    expect(await kinds(jinja, "a.md", "draft")).toEqual([]);
    const mail = `From: a@example.com\nTo: b@example.com\nSubject: Bill\nContent-Type: text/plain\n\n`;
    const result = await lint({ path: "a.eml", content: mail + letter(html) }, { rules, dictionaries });
    expect(result.findings.some(({ rule, kind }) => rule === "suppression" && kind === "visible")).toBe(true);
  });

  it("but not where its rule did not run", async () => {
    const content = letter("<!-- corrcheck-disable-next plain-english -- why -->\nWe use forms.");
    const off = { "plain-english": "off" } as const;
    const result = await lint({ path: "a.md", content }, { rules, dictionaries, severities: off });
    expect(findings(result)).toEqual([]);
  });
});

describe("cards and secrets", () => {
  const paid = `You paid with card ${CARD}.`;

  it.each([
    ["a directive", letter(`<!-- corrcheck-disable-next personal-data -- theirs -->\n${paid}`), ["refused"]],
    [
      "a directive by kind",
      letter(`<!-- corrcheck-disable-file personal-data/card -- theirs -->\n${paid}`),
      ["refused"],
    ],
    [
      "ignore:",
      letter(paid, `---\nignore: [{rule: personal-data, words: ${CARD}, reason: theirs}]\n---\n`),
      ["refused"],
    ],
    [
      "rules: in the front matter",
      letter(paid, "---\nrules: {personal-data: off, personal-data/card: info}\n---\n"),
      [],
    ],
    [
      "the vocabulary",
      letter(paid, `---\nvocabulary: {accept: [{words: ${CARD}, rules: [personal-data]}]}\n---\n`),
      [],
    ],
  ])("are not let pass by %s", async (_, content, kinds) => {
    const result = await check(content);
    expect(result.passed).toBe(false);
    const card = result.findings.filter(
      ({ start }) => content.slice(start, start + CARD.length) === CARD && start > content.indexOf("Dear"),
    );
    expect(card.map(({ rule, severity }) => [rule, severity])).toEqual([["personal-data", "error"]]);
    expect(result.findings.flatMap(({ rule, kind }) => (rule === "suppression" ? [kind] : []))).toEqual(kinds);
  });

  it("are not taken into a baseline", async () => {
    const { run, folder } = project({ "a.md": letter(`We utilise it. ${paid}`) });
    expect((await run(["--update-baseline", "a.md"])).status).toBe(1);
    const text = readFileSync(join(folder, "corrcheck-baseline.json"), "utf8");
    expect(text).toContain("plain-english");
    expect(text).not.toMatch(/personal-data|utilise|4929/);
  });
});

describe("the front matter", () => {
  const front = (ignore: string) => `---\nignore:\n  - ${ignore}\n---\n`;

  it("lets pass what it names, about the words it gives", async () => {
    const text = "We utilise the form. We commence work.";
    const result = await check(letter(text, front("{rule: plain-english, words: Utilise, reason: a title}")), "a.txt");
    expect(letPass(result)).toEqual([["utilise", "front matter", "a title"]]);
    expect(findings(result)).toEqual(["plain-english: commence"]);
    expect(findings(await check(letter(text, front("{rule: plain-english, reason: old}"))))).toEqual([]);
  });

  it("is told of an entry that lets nothing pass, gives no reason or names a rule that there is not", async () => {
    const kinds = async (entry: string) =>
      (await check(letter("We utilise it.", front(entry)))).findings.flatMap(({ rule, kind }) =>
        rule === "suppression" ? [kind] : [],
      );
    expect(await kinds("{rule: plain-english, words: commence, reason: old}")).toEqual(["unused"]);
    expect(await kinds("{rule: plain-english}")).toEqual(["no-reason"]);
    expect(await kinds("{rule: plain-englsh, reason: old}")).toEqual(["unknown"]);
  });
});

describe("what was let pass is reported", () => {
  it("counted, listed with kind and reason, and never called met", async () => {
    const { json, run } = project({
      "a.md": letter(`<!-- corrcheck-disable-next plain-english -- card ${CARD} -->\nWe utilise it.`),
    });
    const { report, file, status } = await json(["a.md"]);
    expect(status).toBe(1);
    expect(report.counts.suppressed).toBe(1);
    expect(file.suppressed[0]).toMatchObject({
      rule: "plain-english",
      text: "utilise",
      suppression: { kind: "inline" },
    });
    expect(JSON.stringify(report)).not.toContain(CARD);
    expect(file.criteria.find(({ id }) => id === "1.3")).toMatchObject({
      state: "not-assessed",
      reason: "let pass: plain-english",
    });
    const { out } = await run(["--verbose", "a.md"]);
    expect(out).toMatch(/suppressed +line \d+, plain-english: inline, card/);
    expect(out).toContain("1 suppressed\n");
  });
});

describe("the baseline", () => {
  const OLD = letter("We utilise the form. We commence work.\n\nWe utilise the form.");

  it("keeps old faults quiet through edits elsewhere, and tells new ones", async () => {
    const { add, json, run, folder } = project({ "t/a.md": OLD });
    const { status, err } = await run(["--update-baseline", "t", "--fail-on", "warning"]);
    expect([status, err]).toEqual([0, "corrcheck-baseline.json: 3 findings taken down\n"]);
    expect(Object.keys(JSON.parse(readFileSync(join(folder, "corrcheck-baseline.json"), "utf8")).files)).toEqual([
      "t/a.md",
    ]);
    add(
      "t/a.md",
      OLD.replace("Mrs Patel", "Mr Okafor").replace("about your bill", "about your meter").replaceAll("\n", "\r\n"),
    );
    expect((await json(["t"])).report.counts).toMatchObject({ warnings: 0, suppressed: 3 });
    add("t/a.md", OLD.replace("new bill", "new bill and utilise it"));
    expect(told((await json(["t"])).file)).toEqual(["plain-english: utilise"]);
    add("t/a.md", OLD.replace("Yours sincerely", "We utilise the form.\n\nYours sincerely"));
    expect((await json(["t"])).report.counts).toMatchObject({ warnings: 1, suppressed: 3 });
  });

  it("warns of what is gone, and takes it out when asked", async () => {
    const { add, run, json, folder } = project({ "a.md": OLD, "b.txt": OLD });
    await run(["--update-baseline", "."]);
    add("a.md", OLD.replace("We commence work.", "We start work."));
    const { status, err, report } = await json(["."]);
    expect([status, err]).toEqual([
      0,
      "corrcheck-baseline.json: stale, for 1 finding of a.md is gone. Run --prune-baseline.\n",
    ]);
    expect(report.notes).toEqual([err.trimEnd()]);
    expect((await run(["a.md", "--only", "spelling"])).err).toBe("");
    expect((await run(["--prune-baseline", "a.md"])).err).toBe("corrcheck-baseline.json: 1 taken out, 5 left\n");
    expect((await run(["."])).err).toBe("");
    rmSync(join(folder, "b.txt"));
    expect((await run(["a.md"])).err).toBe(
      "corrcheck-baseline.json: stale, for b.txt is not there any more. Run --prune-baseline.\n",
    );
    expect((await run(["--prune-baseline", "a.md"])).err).toBe("corrcheck-baseline.json: 3 taken out, 2 left\n");
  });

  it("that cannot be written is one line", async () => {
    const { run, folder } = project({ "a.md": OLD });
    await run(["--update-baseline", "a.md"]);
    const path = join(folder, "corrcheck-baseline.json");
    rmSync(path);
    mkdirSync(path);
    const { status, err } = await run(["--update-baseline", "a.md"]);
    expect([status, err.split("\n").length]).toEqual([2, 2]);
    expect(err).toContain("corrcheck-baseline.json: This baseline cannot be read.");
  });

  it("is left alone with --no-config, and is not changed in halves", async () => {
    const { run, json } = project({ "a.md": OLD });
    await run(["--update-baseline", "a.md"]);
    expect((await json(["--no-config", "a.md"])).report.counts.warnings).toBe(3);
    expect((await run(["--update-baseline", "--only", "spelling", "a.md"])).status).toBe(2);
    expect((await run(["--update-baseline", "--no-config", "a.md"])).status).toBe(2);
  });

  it("works the same from the library", async () => {
    const { folder, run, add } = project({ "a.md": OLD });
    await run(["--update-baseline", "a.md"]);
    const { settingsFor } = await loadConfig({ rules, cwd: folder });
    const quiet = await lint({ path: "a.md", content: OLD }, settingsFor("a.md"));
    expect([quiet.findings.length, quiet.suppressed.length, quiet.stale]).toEqual([0, 3, {}]);
    const mended = await lint({ path: "a.md", content: letter("We use it.") }, settingsFor("a.md"));
    expect(Object.values(mended.stale).reduce((sum, each) => sum + each, 0)).toBe(3);
    add("a.md", OLD);
    expect(await fingerprintsOf(await check(OLD, "a.md"))).toEqual(settingsFor("a.md").baseline);
  });
});

describe("whatever the text", () => {
  const piece = fc.constantFrom(
    "<!-- ",
    " -->",
    "{# ",
    " #}",
    "{{!-- ",
    " --}}",
    "{{! ",
    "}}",
    "{% comment %}",
    "{% endcomment %}",
    "corrcheck-disable-next ",
    "corrcheck-disable-line ",
    "corrcheck-disable ",
    "corrcheck-enable ",
    "corrcheck-disable-file ",
    "plain-english ",
    "spelling",
    ", ",
    " -- ",
    "why ",
    "We utilise the forme. ",
    "\n",
    "\n\n",
    "- ",
    "`",
    "> ",
    "😀",
  );

  it("a finding is told or let pass, and none is lost or made", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) => {
        const content = letter(pieces.join(""));
        const { findings: stand, suppressed } = await check(content);
        const only = rules.filter(({ id }) => id === "plain-english" || id === "emphasis");
        const without = await lint(
          { path: "letter.md", content: content.replaceAll("corrcheck-", "korrcheck-") },
          { rules: only, dictionaries },
        );
        const places = (all: readonly { rule: string; start: number }[]) =>
          all
            .filter(({ rule }) => rule === "plain-english")
            .map(({ start }) => start)
            .sort((a, b) => a - b);
        expect(places([...stand, ...suppressed])).toEqual(places(without.findings));
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  const NEXT = "{# corrcheck-disable-next spelling, plain-english -- a #}\n";

  it("a hostile one takes no longer than its length asks", async () => {
    for (const text of [
      "<!-- corrcheck-disable ".repeat(3000),
      "{# ".repeat(20_000),
      "{% comment %}".repeat(5000),
      NEXT.repeat(5000),
    ]) {
      const start = performance.now();
      await lint(
        { path: "a.txt", content: `Dear Sir\n\n${text}` },
        { rules: rules.filter(({ last }) => last), dictionaries, mode: "template" },
      );
      expect(performance.now() - start).toBeLessThan(8000);
    }
  }, 30_000);
});
