import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadConfig } from "../src/config/load.ts";
import { defineRule, lint } from "../src/index.ts";
import { rules } from "../rules/index.ts";
import { letter, project, told } from "./project.ts";
import { ROOT } from "./support.ts";

const UTILISE = letter("We utilise your form.");
const LONG = letter(
  "We took the reading of your meter on the first of the month and, because the display was dim, we had to take it again, which is why the bill that you got was late and had a sum on it that was too high.",
);

describe("where the configuration is found", () => {
  it("is the nearest folder upwards, and never above the root of the repository", async () => {
    const { add, json } = project({
      "corrcheck.yml": "rules: {plain-english: error}",
      "a/one.md": UTILISE,
      "b/corrcheck.json": '{"rules": {"plain-english": "off"}}',
      "b/deep/two.md": UTILISE,
      "c/three.md": UTILISE,
      "c/.git/HEAD": "",
    });
    add("c/.git/HEAD", "");
    const { report } = await json(["a/one.md", "b/deep/two.md", "c/three.md"]);
    const severities = report.files.map(({ findings }) => findings.map(({ severity }) => severity));
    expect(severities).toEqual([["error"], [], ["warning"]]);
  });

  it("is the file that --config names, or none with --no-config", async () => {
    const { json } = project({
      "corrcheck.yml": "rules: {plain-english: off}",
      "strict.yaml": "rules: {plain-english: error}",
      "one.md": UTILISE,
    });
    expect((await json(["one.md"])).file.findings).toEqual([]);
    expect((await json(["--config", "strict.yaml", "one.md"])).status).toBe(1);
    expect((await json(["--no-config", "one.md"])).file.findings[0]!.severity).toBe("warning");
  });

  it("goes by the name of a message from standard input", async () => {
    const { run } = project({ "corrcheck.yml": "channel: sms" });
    const { out } = await run(["-", "--stdin-filename", "a.txt", "--verbose"], {
      typed: "Your parcel comes on Friday.",
    });
    expect(out).toContain("sms (the configuration)");
  });
});

describe("what a configuration sets", () => {
  it("severity and options of rules, and severity of kinds", async () => {
    const { add, json } = project({ "one.md": LONG, "card.md": letter("Your NHS number is 999 204 1234.") });
    const severities = async (text: string, name = "one.md") => {
      add("corrcheck.yml", text);
      return (await json([name])).file.findings.map(({ rule, severity }) => `${rule} ${severity}`);
    };
    expect(await severities("rules: {}")).toEqual(["sentence-length warning"]);
    expect(await severities("rules: {sentence-length: error}")).toEqual(["sentence-length error"]);
    expect(await severities("rules: {sentence-length: [info, {max: 26, always: 30}]}")).toEqual([
      "sentence-length info",
    ]);
    expect(await severities("rules: {sentence-length: {max: 60, always: 80}}")).toEqual([]);
    expect(await severities("rules: {sentence-length: {severity: error, max: 26}}")).toEqual(["sentence-length error"]);
    expect(await severities("rules: {personal-data: error, personal-data/nhs-number: info}", "card.md")).toEqual([
      "personal-data info",
    ]);
  });

  it("limits, channel, audience, organisation and sectors, which rules see", async () => {
    const { folder, json } = project({
      "corrcheck.yml": `limits: {1.3: 0}
channel: letter
audience: easy
organisation: {name: Tarnside Water, staff: [Helen Frost], bankDetails: ["20-00-00"]}
sectors: [energy-water]
`,
      "one.md": UTILISE,
    });
    const { status, file } = await json(["one.md"]);
    expect(status).toBe(1);
    expect(file.verdict).toContain("the most is 0");
    expect(file).toMatchObject({ channel: "letter", inferred: { audience: "the configuration" } });
    const seen: unknown[] = [];
    const rule = defineRule({
      id: "sees",
      title: "See.",
      why: "It looks.",
      severity: "info",
      criteria: ["1.5"],
      check({ facts, correspondence }) {
        seen.push([...facts.sectors], correspondence.organisation);
      },
    });
    const config = await loadConfig({ rules: [rule], cwd: folder });
    await lint({ path: "one.md", content: UTILISE }, config.settingsFor("one.md"));
    expect(seen).toEqual([
      ["energy-water"],
      { name: "Tarnside Water", staff: ["Helen Frost"], bankDetails: ["20-00-00"] },
    ]);
  });

  it("for some files alone, the last override holding", async () => {
    const { json } = project({
      "corrcheck.yml": `mode: draft
overrides:
  - {files: ["*.txt", "templates/"], mode: template, rules: {plain-english: off}}
  - {files: ["templates/sms/**"], channel: sms, rules: {plain-english: info}}
`,
      "one.md": UTILISE,
      "deep/two.txt": UTILISE,
      "templates/three.md": UTILISE,
      "templates/sms/four.md": UTILISE,
    });
    const { report } = await json(["one.md", "deep/two.txt", "templates"]);
    expect(
      report.files.map(({ path, mode, channel, findings }) => [path, mode, channel, findings[0]?.severity]),
    ).toEqual([
      ["one.md", "draft", "letter", "warning"],
      ["deep/two.txt", "template", "letter", undefined],
      [join("templates", "sms", "four.md"), "template", "sms", "info"],
      [join("templates", "three.md"), "template", "letter", undefined],
    ]);
  });

  it("on top of the files and packages that it extends", async () => {
    const { json } = project({
      "corrcheck.yml": "extends: [./base/house.yml, firm-style]\nrules: {sentence-length: off}",
      "base/house.yml":
        'extends: ./deeper.json\nrules: {plain-english: off, sentence-length: error}\noverrides: [{files: ["one.md"], mode: template}]',
      "base/deeper.json": '{"rules": {"plain-english": "error"}, "vocabulary": {"accept": ["tarnwards"]}}',
      "node_modules/firm-style/corrcheck.yml": "vocabulary: {reject: [{not: bill, write: invoice}]}",
      "one.md": letter("We utilise the tarnwards pipe."),
    });
    const { file } = await json(["one.md"]);
    expect(told(file)).toEqual(["house-style: bill", "house-style: bill"]);
    expect(file.mode).toBe("template");
  });

  it("comes after what the front matter says, and that after the command line", async () => {
    const front = "---\nchannel: email\nrules: {plain-english: error, sentence-length: {max: 5, always: 6}}\n---\n";
    const { json } = project({
      "corrcheck.yml": "channel: letter\nrules: {plain-english: info}",
      "one.md": UTILISE,
      "two.md": letter("We utilise your form.", front),
    });
    const severities = async (...argv: string[]) =>
      (await json(argv)).file.findings.filter(({ rule }) => rule === "plain-english").map(({ severity }) => severity);
    expect(await severities("one.md")).toEqual(["info"]);
    expect(await severities("two.md")).toEqual(["error"]);
    expect(await severities("two.md", "--rule", "plain-english:warning")).toEqual(["warning"]);
    const { file } = await json(["two.md"]);
    expect(file.inferred.channel).toBe("the front matter");
    expect(told(file).filter((each) => each.startsWith("sentence-length")).length).toBeGreaterThan(1);
  });

  it("gives way to --only for a rule that it has off", async () => {
    const { json } = project({ "corrcheck.yml": "rules: {plain-english: off}", "one.md": UTILISE });
    expect(told((await json(["--only", "plain-english", "one.md"])).file)).toEqual(["plain-english: utilise"]);
  });
});

describe("a fault in the configuration is told with its place and cure, and nothing is checked", () => {
  const cases: [name: string, files: Record<string, string>, ...expected: string[]][] = [
    [
      "an unknown key",
      { "corrcheck.yml": "\nchanel: letter" },
      "corrcheck.yml:2:1: There is no setting “chanel” here. Did you mean “channel”?",
    ],
    [
      "an unknown key deep inside",
      { "corrcheck.yml": "vocabulary:\n  acept: [x]" },
      "corrcheck.yml:2:3: There is no setting “acept” here. Did you mean “accept”?",
    ],
    [
      "an unknown rule",
      { "corrcheck.yml": "rules:\n  speling: off" },
      "corrcheck.yml:2:3: There is no rule “speling”. Did you mean “spelling”?",
    ],
    [
      "an unknown kind",
      { "corrcheck.yml": "rules:\n  sign-off/mising: off" },
      "corrcheck.yml:2:3: “sign-off” has no kind “mising”. Did you mean “missing”?",
    ],
    [
      "an unknown option",
      { "corrcheck.yml": "rules:\n  sentence-length: [info, {mx: 3}]" },
      "corrcheck.yml:2:28: “sentence-length” has no option “mx”. Did you mean “max”?",
    ],
    [
      "an option of another type",
      { "corrcheck.yml": "rules:\n  sentence-length: {max: many}" },
      "corrcheck.yml:2:26: Write a number for “max”, such as 25, not “many”.",
    ],
    [
      "an option of a kind",
      { "corrcheck.yml": "rules:\n  sign-off/missing: {max: 3}" },
      "corrcheck.yml:2:22: Options belong to the whole rule: put “max” under “sign-off”.",
    ],
    [
      "a severity that there is not",
      { "corrcheck.yml": "rules: {spelling: eror}" },
      "corrcheck.yml:1:19: Write error, warning, info or off",
    ],
    [
      "a channel that there is not",
      { "corrcheck.yml": "channel: lettr" },
      "corrcheck.yml:1:10: Write one of email, letter, chat, social, sms, not “lettr”. Did you mean “letter”?",
    ],
    [
      "a sector that there is not",
      { "corrcheck.yml": "sectors: [council, helth]" },
      "corrcheck.yml:1:20: Write one of council, health",
      "Did you mean “health”?",
    ],
    [
      "a limit that is no number",
      { "corrcheck.yml": "limits: {1.3: some}" },
      "corrcheck.yml:1:15: Write a whole number, not “some”.",
    ],
    [
      "a criterion that there is not",
      { "corrcheck.yml": "limits: {9.9: 1}" },
      "corrcheck.yml:1:10: There is no setting “9.9” here.",
    ],
    [
      "an override without files",
      { "corrcheck.yml": "overrides:\n  - channel: sms" },
      "corrcheck.yml:2:5: “files” is missing.",
    ],
    ["a list instead of settings", { "corrcheck.yml": "- a" }, "corrcheck.yml:1:1: Write settings here, one a line"],
    ["YAML that does not parse", { "corrcheck.yml": "rules:\n  a: [b" }, "corrcheck.yml:2:", "This is not sound YAML"],
    [
      "a key twice",
      { "corrcheck.yml": "channel: sms\nchannel: chat" },
      "corrcheck.yml:2:1: This is not sound YAML: a setting stands there twice: delete one.",
    ],
    [
      "an alias that leads back",
      { "corrcheck.yml": "rules: &a\n  spelling: *a" },
      "corrcheck.yml:1:1: This has an alias (*) too many",
    ],
    ["JSON that does not parse", { "corrcheck.json": '{"channel": "sms"' }, "corrcheck.json:1:"],
    [
      "a missing extended file",
      { "corrcheck.yml": "extends: ./house.yml" },
      "corrcheck.yml:1:10: There is no file “./house.yml”",
    ],
    [
      "a missing extended package",
      { "corrcheck.yml": "extends: [house]" },
      "corrcheck.yml:1:11: There is no package “house”",
      "install it",
    ],
    [
      "a circle of extends",
      { "corrcheck.yml": "extends: ./b.yml", "b.yml": "extends: ./c.yml", "c.yml": "extends: ./b.yml" },
      "c.yml:1:10: This leads back to itself: b.yml → c.yml → b.yml.",
    ],
    [
      "a fault in an extended file",
      { "corrcheck.yml": "extends: ./b.yml", "b.yml": "chanel: sms" },
      "b.yml:1:1: There is no setting “chanel”",
    ],
    [
      "a spelling dictionary without its other half",
      { "corrcheck.yml": "dictionaries: [trade.dic]", "trade.dic": "1\nwayleave\n" },
      "corrcheck.yml:1:16: “trade.aff” must stand beside “trade.dic”.",
    ],
    [
      "a plug-in that is not there",
      { "corrcheck.yml": "plugins: [./own.js]" },
      "corrcheck.yml:1:11: The plug-in “./own.js” is not there",
    ],
    [
      "a plug-in that is not installed",
      { "corrcheck.yml": "plugins: [firm-rules]" },
      "corrcheck.yml:1:11: The plug-in “firm-rules” is not installed: run npm install firm-rules",
    ],
    [
      "a plug-in that throws",
      { "corrcheck.yml": "plugins: [./own.mjs]", "own.mjs": "throw new Error('no licence\\nat x')" },
      "corrcheck.yml:1:11: The plug-in “./own.mjs” stopped while it was loaded: no licence",
    ],
    [
      "a plug-in with the wrong shape",
      {
        "corrcheck.yml": "plugins: [./own.mjs]",
        "own.mjs": "export default {id: 'own', title: 'T.', why: 'W.', severity: 'error', criteria: ['1.5']}",
      },
      "The plug-in “./own.mjs” has a rule “own” without a function “check”.",
    ],
    [
      "a plug-in without exports",
      { "corrcheck.yml": "plugins: [./own.mjs]", "own.mjs": "" },
      "The plug-in “./own.mjs” exports no rules: write “export default defineRule({…})”",
    ],
    [
      "a plug-in of unified by name alone",
      { "corrcheck.yml": "plugins: [./own.mjs]", "own.mjs": "export default function own() {}" },
      "needs a severity and criteria",
    ],
    [
      "a plug-in with an id of ours",
      {
        "corrcheck.yml": "plugins: [./own.mjs]",
        "own.mjs":
          "export default {id: 'spelling', title: 'T.', why: 'W.', severity: 'error', criteria: ['1.5'], check() {}}",
      },
      "there is one of that name already",
    ],
    [
      "a plug-in of unified without criteria",
      { "corrcheck.yml": "plugins: [{plugin: retext-passive, severity: info}]" },
      "“criteria” is missing.",
    ],
    [
      "a missing dictionary",
      { "corrcheck.yml": "dictionaries: [own.yml]" },
      "corrcheck.yml:1:16: There is no file “own.yml”",
    ],
    [
      "a dictionary of no known form",
      { "corrcheck.yml": "dictionaries: [own.csv]", "own.csv": "" },
      "“own.csv” is no dictionary: use .yml",
    ],
    [
      "a dictionary with a broken pattern",
      {
        "corrcheck.yml": "dictionaries: [own.yml]",
        "own.yml": "- not: fine\n  write: good\n  example: Fine.\n- not: a (b\n  example: A b.",
      },
      "own.yml:4: ",
    ],
    [
      "a dictionary without an example",
      { "corrcheck.yml": "dictionaries: [own.yml]", "own.yml": "- not: fine\n  write: good" },
      "own.yml:1: ",
      'no "example:"',
    ],
    [
      "a rejected word with a broken pattern",
      { "corrcheck.yml": "vocabulary:\n  reject:\n    - not: fine\n    - not: (a" },
      "corrcheck.yml:4:7: ",
    ],
    [
      "a baseline from a later version",
      { "corrcheck-baseline.json": '{"version": 2, "files": {}}' },
      "corrcheck-baseline.json: This baseline was written by a later version of corrcheck",
      "update corrcheck",
    ],
    [
      "a damaged baseline",
      { "corrcheck-baseline.json": '{"version": 1, "files": {"a.md": 3}}' },
      "corrcheck-baseline.json: This baseline is damaged",
    ],
    [
      "a baseline that is no JSON",
      { "corrcheck-baseline.json": "<<<<<<< HEAD" },
      "corrcheck-baseline.json: This baseline is damaged",
    ],
  ];
  it.each(cases)("%s", async (_, files, ...expected) => {
    const { run } = project({ ...files, "one.md": UTILISE });
    const { status, out, err } = await run(["one.md"]);
    for (const text of expected) expect(err).toContain(text);
    expect(err).not.toMatch(/\n\s+at |stopped on a fault of its own/);
    expect(err.trimEnd().split("\n").length).toBe(1);
    expect({ status, out }).toEqual({ status: 2, out: "" });
  });

  it("a plug-in that never finishes loading", { timeout: 30_000 }, async () => {
    const { run } = project({
      "corrcheck.yml": "plugins: [./own.mjs]",
      "own.mjs": "await new Promise(() => {});",
      "one.md": UTILISE,
    });
    const { status, err } = await run(["one.md"]);
    expect([status, err]).toEqual([
      2,
      "corrcheck.yml:1:11: The plug-in “./own.mjs” did not finish loading in ten seconds.\n",
    ]);
  });

  it("several at once, and those of the command line with them", async () => {
    const { run, json } = project({
      "corrcheck.yml": "chanel: sms\nmode: drft\nrules: {speling: off}",
      "other/corrcheck.yml": "rules: {speling: off}",
      "one.md": UTILISE,
      "other/two.md": UTILISE,
    });
    const { err } = await run(["one.md", "other/two.md", "--only", "speling"]);
    expect(
      err
        .trimEnd()
        .split("\n")
        .map((line) => line.split(": ", 1)[0]),
    ).toEqual(["corrcheck.yml:2:7", "corrcheck.yml:1:1", "other/corrcheck.yml:1:9", "corrcheck"]);
    expect((await json(["one.md"])).report.problems[0]!.path).toBe("corrcheck.yml:2:7");
  });

  it("--config that names nothing", async () => {
    const { run } = project({ "one.md": UTILISE });
    expect(await run(["--config", "house.yml", "one.md"])).toEqual({
      status: 2,
      out: "",
      err: "house.yml: There is no file “house.yml”.\n",
    });
  });

  it.each([
    ["rules: {speling: off}", "one.md: line 2, column 9: There is no rule “speling”. Did you mean “spelling”?\n"],
    ["title: x\nlimits: {1.3: few}", "one.md: line 3, column 15: Write a whole number, not “few”.\n"],
    ["ignore: [{words: x}]", "one.md: line 2, column 10: “rule” is missing.\n"],
    [
      "dictionaries: [ours.yml]",
      "one.md: line 2, column 16: There is no file “ours.yml”: the path counts from the folder of this file.\n",
    ],
    ["vocabulary: {reject: [{not: '{', write: x}]}", 'one.md: line 2, column 23: "{" cannot be read in "{".\n'],
    [
      "plugins: [./own.js]",
      'one.md: line 2, column 10: Write plug-ins into corrcheck.yml, for a letter must not bring code, not ["./own.js"].\n',
    ],
  ])("in the front matter: %s", async (front, expected) => {
    const { run } = project({ "one.md": letter("", `---\n${front}\n---\n`) });
    const { status, err } = await run(["one.md"]);
    expect({ status, err }).toEqual({ status: 2, err: expected });
  });
});

describe("the JSON Schema that is shipped", () => {
  const schema = JSON.parse(readFileSync(join(ROOT, "dist/config.schema.json"), "utf8")) as object;
  const validate = new Ajv({ strict: false }).compile(schema);

  it("accepts what the program accepts, and knows the rules", () => {
    const good = parse(`
extends: [./a.yml]
rules: {sentence-length: [info, {max: 30}], spelling: "off", sign-off/missing: info, readability: {max: 3}}
limits: {"1.3": 3}
sectors: [bank]
vocabulary: {accept: [a, {words: b, rules: [jargon]}], reject: [{not: a, write: [b, c], why: d}]}
overrides: [{files: ["*.md"], channel: sms}]
plugins: [./a.js, {plugin: retext-passive, severity: info, criteria: ["1.3"]}]
`) as unknown;
    expect(validate(good)).toBe(true);
    expect(JSON.stringify(schema)).toContain(rules[0]!.title);
  });

  it.each(["chanel: sms", "channel: smoke", "rules: {spelling: 3}", "overrides: [{channel: sms}]", "sectors: bank"])(
    "refuses %s",
    (text) => {
      expect(validate(parse(text))).toBe(false);
    },
  );
});

describe("corrcheck print-config", () => {
  it("says of each setting where it was made, and of two the one that holds", async () => {
    const { run, add } = project({
      "corrcheck.yml": `extends: ./base.yml
channel: letter
rules: {sentence-length: {max: 30}, sign-off: info}
overrides: [{files: ["*.md"], channel: email}]
`,
      "base.yml": "rules:\n  spelling: off\n  sentence-length: [error, {max: 20}]\n  sign-off/missing: error",
    });
    add("one.md", letter("", "---\ntitle: x\nrules: {spelling: info}\n---\n"));
    const { status, out } = await run(["print-config", "one.md"]);
    expect(status).toBe(0);
    expect(out.replace(/ {2,}/g, "  ")).toBe(`one.md: settings of corrcheck.yml; the rest is as it comes

  base.yml:3:20  rules.sentence-length: error
  corrcheck.yml:3:26  rules.sentence-length.max: 30
  corrcheck.yml:3:47  rules.sign-off: info
  corrcheck.yml:4:40  channel: email
  one.md:3:19  rules.spelling: info
`);
  });

  it("reads the front matter where there is nothing else", async () => {
    const { run } = project({ "one.md": letter("", "---\nvocabulary: {accept: [tarnwid]}\n---\n") });
    expect((await run(["print-config", "one.md"])).out).toBe(
      `one.md: settings of its front matter, with no configuration; the rest is as it comes\n\n  one.md:2:22  vocabulary.accept: ["tarnwid"]\n`,
    );
  });

  it("says so where there is none, and what is wrong with one", async () => {
    const { run, add } = project({});
    expect((await run(["print-config", "one.md"])).out).toMatch(/^No configuration/);
    add("corrcheck.yml", "chanel: sms");
    expect((await run(["print-config", "one.md"])).status).toBe(2);
  });
});
