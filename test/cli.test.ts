import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rules as ourRules } from "../rules/index.ts";
import { main } from "../src/cli/main.ts";
import { didYouMean, nearest } from "../src/suggest.ts";
import { defineRule, type Rule } from "../src/index.ts";
import schema from "../src/report/report.schema.json" with { type: "json" };
import { ROOT } from "./support.ts";

/** A rule that reports a word wherever it stands. */
function wordRule(id: string, word: string, severity: Rule["severity"]): Rule {
  return defineRule({
    id,
    title: `Do without “${word}”.`,
    why: "The tests want it so.",
    criteria: ["1.3"],
    severity,
    kinds: { word: { about: "the word itself" }, other: { about: "never reported", channels: { chat: "info" } } },
    options: { most: { default: 3, about: "Not used." } },
    check({ correspondence, report }) {
      for (const { index } of correspondence.source.matchAll(new RegExp(word, "g"))) {
        report({ at: { start: index, end: index + word.length }, message: `Leave out “${word}”.`, kind: "word" });
      }
    },
  });
}

const RULES: readonly Rule[] = [
  wordRule("no-hereby", "hereby", "error"),
  wordRule("no-utilise", "utilise", "warning"),
  wordRule("no-kindly", "kindly", "info"),
  {
    ...wordRule("trouble", "", "error"),
    check({ correspondence }) {
      if (correspondence.source.includes("EXPLODE")) throw new Error("it went off near 4111 1111 1111 1111");
    },
  },
];

const letter = (words: string) =>
  `Dear Mrs Patel\n\nThank you for your letter. ${words}\n\nYours sincerely\n\nTom Reed\n`;

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  "good.md": letter("We will pay you on Friday."),
  "bad.md": letter("We hereby refuse."),
  "warned.txt": letter("We utilise forms. We utilise them daily."),
  "info.txt": letter("We kindly pay."),
  "crlf.txt": letter("We hereby refuse.").replaceAll("\n", "\r\n"),
  "bom.txt": `\uFEFF${letter("We hereby refuse.")}`,
  "utf16.txt": Buffer.from(`\uFEFF${letter("We hereby pay £5.")}`, "utf16le"),
  "latin.txt": Buffer.from(letter("We hereby pay £5."), "latin1"),
  "card.txt": letter("We hereby write of card 4111 1111 1111 1111."),
  "explode.txt": letter("EXPLODE."),
  "binary.txt": Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 8),
  "noughtless.txt": Uint8Array.of(0x50, 0xfb, 3, 4, 0xe6, 1, 2, 8),
  "empty.txt": "",
  "blank.txt": " \n\n",
  "front.md": `---\nchannel: [email\n---\n${letter("")}`,
  "odd [1].md": letter("We will pay."),
  "list.txt": "good.md\n\nbad.md\r\n",
  "list0.txt": "good.md\0odd [1].md\0",
  "none.txt": "\n",
  "folder/one.md": letter("One."),
  "folder/TWO.MD": letter("Two."),
  "folder/deep/three.txt": letter("Three."),
  "folder/deep/four.markdown": letter("Four."),
  "folder/README.md": letter("We hereby refuse."),
  "folder/CHANGELOG.md": letter("We hereby refuse."),
  "folder/contributing.txt": letter("We hereby refuse."),
  "folder/LICENSE.txt": letter("We hereby refuse."),
  "folder/picture.png": Uint8Array.of(0),
  "folder/.hidden/five.md": letter("We hereby refuse."),
  "folder/node_modules/six.md": letter("We hereby refuse."),
  "ignored/README.md": letter("We hereby refuse."),
  "answered/reply.md": letter(""),
  "answered/reply.incoming.txt": letter("We hereby refuse."),
  "pictures/picture.png": Uint8Array.of(0),
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "corrcheck-"));
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  symlinkSync("nowhere.md", join(folder, "dangling.md"));
});

afterAll(() => rmSync(folder, { recursive: true }));

interface Setting {
  readonly stdin?: string;
  readonly env?: Record<string, string>;
  readonly tty?: boolean;
  readonly rules?: readonly Rule[];
  /** What writing to stdout fails with. */
  readonly broken?: NodeJS.ErrnoException;
}

/** Runs the command in this process, inside the folder of files. */
async function corrcheck(
  argv: readonly string[],
  { stdin = "", env = {}, tty = false, rules = RULES, broken }: Setting = {},
) {
  let out = "";
  let err = "";
  const stream = (take: (text: string) => void, error?: Error) => ({
    isTTY: tty,
    on: () => undefined,
    write(text: string, done: (error?: Error) => void) {
      take(text);
      done(error);
    },
  });
  const status = await main(
    argv,
    {
      stdin: Object.assign(
        (async function* () {
          yield Buffer.from(stdin);
        })(),
        { isTTY: tty },
      ),
      stdout: stream((text) => (out += text), broken),
      stderr: stream((text) => (err += text)),
      env,
      cwd: () => folder,
    },
    rules,
  );
  return { status, out, err };
}

async function jsonOf(argv: readonly string[], setting?: Setting) {
  const { status, out, err } = await corrcheck([...argv, "--format", "json"], setting);
  return { status, err, report: JSON.parse(out) };
}

const pathsOf = ({ files }: { files: { path: string }[] }) => files.map((file) => file.path);
const errorOf = (code: string): NodeJS.ErrnoException => Object.assign(new Error(`write ${code}`), { code });

describe("the exit status", () => {
  it.each([
    [0, "a message that passes", "good.md"],
    [0, "warnings within the limit", "warned.txt"],
    [0, "the verb check", "check good.md"],
    [0, "a path with brackets that exists", ["odd [1].md"]],
    [0, "only files that are left out", "ignored"],
    [0, "an empty list of files", "--files-from none.txt"],
    [0, "an error that may not fail", "bad.md --fail-on never"],
    [0, "an error made a warning", "bad.md --rule no-hereby:warning"],
    [0, "an error whose rule is off", "bad.md --rule no-hereby:off"],
    [0, "an error whose kind is off", "bad.md --rule no-hereby/word:off"],
    [0, "an error of a rule that does not run", "bad.md --only no-utilise,no-kindly"],
    [0, "as many warnings as may be", "warned.txt --max-warnings 2"],
    [0, "the list of rules", "rules"],
    [0, "the list of criteria", "criteria"],
    [0, "an explanation", "explain no-hereby"],
    [0, "the help that was asked for", "--help"],
    [0, "the help of a command", "help rules"],
    [0, "the version", "--version"],
    [1, "a message that fails", "bad.md"],
    [1, "a message that fails beside a good one", "good.md bad.md"],
    [1, "one warning too many", "warned.txt --max-warnings 1"],
    [1, "a warning with --fail-on warning", "warned.txt --fail-on warning"],
    [1, "an info with --fail-on info", "info.txt --fail-on info"],
    [1, "an info made an error", "info.txt --rule no-kindly:error"],
    [1, "a rule that runs alone", "bad.md --only no-hereby"],
    [2, "no path", ""],
    [2, "no path but options", "--quiet"],
    [2, "a missing path", "nope.md"],
    [2, "a missing path beside a good one", "good.md nope.md"],
    [2, "a missing path beside a bad one", "bad.md nope.md"],
    [2, "a missing path, whatever may fail", "nope.md --fail-on never"],
    [2, "a pattern that matches nothing", "*.docx"],
    [2, "a folder without messages", "pictures"],
    [2, "a link to nothing", "dangling.md"],
    [2, "a path through a file", "good.md/more.md"],
    [2, "a binary file", "binary.txt"],
    [2, "an empty file", "empty.txt"],
    [2, "a blank file", "blank.txt"],
    [2, "front matter that does not parse", "front.md"],
    [2, "a fault of the program", "explode.txt"],
    [2, "a list that is not there", "--files-from nope.txt"],
    [2, "an unknown option", "good.md --chanel chat"],
    [2, "an unknown channel", "good.md --channel chats"],
    [2, "an unknown format", "good.md --format jason"],
    [2, "an unknown rule", "good.md --only no-herby"],
    [2, "an unknown criterion", "explain 9.9"],
    [2, "an unknown kind", "explain no-hereby/nope"],
    [2, "an option that the verb does not take", "criteria --format json"],
    [2, "two reports for the screen", "good.md --format json --format stylish"],
    [2, "a report that cannot be written", "good.md --format json=nowhere/report.json"],
    [2, "a report that would overwrite the message", "good.md --format json=good.md"],
  ])("is %i for %s", async (status, _, argv) => {
    const words = typeof argv === "string" ? argv.split(" ").filter(Boolean) : argv;
    expect(await corrcheck(words)).toMatchObject({ status });
  });

  it("is that of the built command", { timeout: 60_000 }, () => {
    const run = (...argv: string[]) =>
      spawnSync(process.execPath, [join(ROOT, "bin/corrcheck.js"), ...argv], { cwd: folder, encoding: "utf8" });
    expect(run("good.md")).toMatchObject({ status: 0, stderr: "" });
    expect(run("nope.md")).toMatchObject({ status: 2, stdout: "", stderr: "nope.md: no such file\n" });
  });

  // The flags of the engine that it sets have once ended it wherever a package was loaded late.
  it("is one of ours however the built command is run", { timeout: 120_000 }, () => {
    const letters = "fixtures/letters";
    const runs = [
      [letters],
      [`${letters}/good-*`],
      [letters, "--format", "json", "--verbose"],
      [letters, "--fix-dry-run"],
      ["README.md", "fixtures/formats"],
      ["rules"],
      ["criteria"],
      ["explain", "spelling"],
      ["print-config", "README.md"],
      ["actions", letters],
      ["record", letters],
      ["redact", `${letters}/bad-housing-repairs-chat.txt`],
      ["nope/*.md"],
      ["--help"],
    ];
    const statuses = runs.map((argv) => {
      const { status, signal } = spawnSync(process.execPath, [join(ROOT, "bin/corrcheck.js"), ...argv], { cwd: ROOT });
      return `${argv.join(" ")}: ${signal ?? status}`;
    });
    expect(statuses.filter((text) => !/: [012]$/.test(text))).toEqual([]);
  });
});

describe("what is wrong", () => {
  it.each([
    ["nope.md", "nope.md: no such file"],
    ["good.md/more.md", "good.md/more.md: no such file"],
    ["dangling.md", "dangling.md: a link to a file that is not there"],
    ["*.docx", "*.docx: no file matches this pattern"],
    ["pictures", "pictures: no message in this folder (.md, .markdown, .txt, .eml, .html, .htm or .docx)"],
    ["binary.txt", "binary.txt: this is a binary file, not text: save the letter as .docx, .md or .txt"],
    ["noughtless.txt", "noughtless.txt: this is a binary file, not text: save the letter as .docx, .md or .txt"],
    ["empty.txt", "empty.txt: this file is empty: there is nothing to check"],
    ["explian", "explian: no such file. Did you mean the command “explain”?"],
    ["--files-from nope.txt", "nope.txt: no such file"],
    ["--files-from folder", "folder: this is a folder, not a file"],
    ["- --files-from -", "corrcheck: --files-from - and a message cannot both come from standard input"],
    ["--chanel chat", "corrcheck: Unknown option '--chanel'. Did you mean --channel?"],
    ["good.md --max-warnings", "corrcheck: Option '--max-warnings <number>' argument missing."],
    ["good.md --max-warnings few", "corrcheck: --max-warnings: “few” is not a whole number."],
    ["good.md --channel emial", "corrcheck: --channel: there is no “emial”. Did you mean “email”?"],
    ["good.md --mode x", "corrcheck: --mode: there is no “x”. Choose from draft, template."],
    ["good.md --fail-on warnings", "corrcheck: --fail-on: there is no “warnings”. Did you mean “warning”?"],
    ["good.md --format jsn", "corrcheck: --format: there is no “jsn”. Did you mean “json”?"],
    ["good.md --format json=", "corrcheck: --format json=: name a file after “=”."],
    ["good.md --only no-herby", "corrcheck: --only: there is no rule “no-herby”. Did you mean “no-hereby”?"],
    [
      "good.md --rule no-hereby",
      "corrcheck: --rule no-hereby: write a rule, a colon and a severity, such as “no-hereby:info”.",
    ],
    ["good.md --rule no-hereby:eror", "corrcheck: --rule: there is no “eror”. Did you mean “error”?"],
    ["good.md --rule no-hereby/wrod:off", "corrcheck: --rule: “no-hereby” has no kind “wrod”. Did you mean “word”?"],
    ["explain no-herby", "corrcheck: There is no rule or criterion “no-herby”. Did you mean “no-hereby”?"],
    ["explain", "corrcheck: Missing required argument 'rule or criterion'."],
    ["rules more", "corrcheck: Too many arguments for 'rules'. Expected 0 arguments but got 1."],
  ])("is said in one line of %s", async (argv, line) => {
    expect(await corrcheck(argv.split(" "))).toEqual({ status: 2, out: "", err: `${line}\n` });
  });

  it("is said of every option at once", async () => {
    const { err } = await corrcheck(["good.md", "--channel", "x", "--mode", "y", "--rule", "z:off"]);
    expect(err.trim().split("\n")).toHaveLength(3);
  });

  it("stands in the JSON report too, and the good files are still reported", async () => {
    const { report } = await jsonOf(["nope.md", "good.md", "binary.txt", "*.docx"]);
    expect(report.problems).toEqual([
      { path: "nope.md", message: "no such file" },
      { path: "*.docx", message: "no file matches this pattern" },
      { path: "binary.txt", message: "this is a binary file, not text: save the letter as .docx, .md or .txt" },
    ]);
    expect(report).toMatchObject({ passed: false, counts: { files: 1 }, files: [{ path: "good.md", passed: true }] });
  });

  it.each([["--chanel"], ["--channel=x"], ["--only=x"]])("with %s stands in the JSON report too", async (option) => {
    const { report, err } = await jsonOf(["good.md", option]);
    expect(err).toBe(`corrcheck: ${report.problems[0].message}\n`);
    expect(report).toMatchObject({ passed: false, files: [] });
  });

  it("with a rule names it and the file, masks what it says, and shows no stack", async () => {
    const { err, out } = await corrcheck(["explode.txt", "good.md"]);
    expect(err).toMatch(/^explode\.txt: the rule “trouble” stopped: it went off near 4111 •/);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(out).toContain("good.md");
    expect((await corrcheck(["explode.txt"], { env: { CORRCHECK_DEBUG: "1" } })).err).toContain("cli.test.ts");
  });

  it("outside any file is one line as well", async () => {
    const broken = {
      ...RULES[0],
      get id(): string {
        throw new Error("no name");
      },
    } as unknown as Rule;
    const line = "corrcheck stopped on a fault of its own: no name\n";
    expect(await corrcheck(["good.md"], { rules: [broken] })).toEqual({ status: 2, out: "", err: line });
  });
});

describe("what is checked", () => {
  it("in a folder is the messages, without dot-folders, node_modules and files about the project", async () => {
    const { report } = await jsonOf(["folder"]);
    expect(pathsOf(report).toSorted()).toEqual([
      "folder/TWO.MD",
      "folder/deep/four.markdown",
      "folder/deep/three.txt",
      "folder/one.md",
    ]);
  });

  it("is a file about the project, or the customer's message, where it is named", async () => {
    expect(await corrcheck(["folder/README.md"])).toMatchObject({ status: 1 });
    expect(await corrcheck(["answered"])).toMatchObject({ status: 0 });
    expect(await corrcheck(["answered/reply.incoming.txt"])).toMatchObject({ status: 1 });
  });

  it("is each file once, in the order named", async () => {
    const { report } = await jsonOf(["good.md", "./good.md", "folder/one.md", "folder/*.md", "b*d.md"]);
    expect(pathsOf(report)).toEqual(["good.md", "folder/one.md", "bad.md"]);
  });

  it("is what a list names", async () => {
    expect(pathsOf((await jsonOf(["--files-from", "list.txt"])).report)).toEqual(["good.md", "bad.md"]);
    expect(pathsOf((await jsonOf(["--files-from", "list0.txt"])).report)).toEqual(["good.md", "odd [1].md"]);
    const { report } = await jsonOf(["info.txt", "--files-from", "-"], { stdin: "good.md\n" });
    expect(pathsOf(report)).toEqual(["info.txt", "good.md"]);
  });

  it("is standard input", async () => {
    const stdin = letter("We hereby refuse.");
    expect(pathsOf((await jsonOf(["-"], { stdin })).report)).toEqual(["<stdin>"]);
    const { report, status } = await jsonOf(["--stdin-filename", "draft.md"], { stdin });
    expect(report.files).toMatchObject([{ path: "draft.md", format: "markdown" }]);
    expect(status).toBe(1);
  });

  it("from a terminal is asked for", async () => {
    expect((await corrcheck(["-"], { stdin: letter(""), tty: true })).err).toMatch(/^Reading from the terminal/);
  });

  it("is taken for what the options say", async () => {
    const argv =
      "good.md --channel letter --occasion notification --direction initiated --mode template --audience easy";
    expect((await jsonOf(argv.split(" "))).report.files).toMatchObject([
      { channel: "letter", occasion: "notification", direction: "initiated", mode: "template" },
    ]);
  });

  it("and what is left out is told with --verbose on a terminal", async () => {
    expect((await corrcheck(["ignored", "--verbose"], { tty: true })).err).toBe(
      "ignored/README.md: left out, it is not correspondence\n",
    );
    expect((await corrcheck(["ignored", "--verbose"])).err).toBe("");
  });
});

describe("places", () => {
  it.each([
    ["bad.md", { line: 3, column: 31, offset: 46 }],
    ["crlf.txt", { line: 3, column: 31, offset: 48 }],
    ["bom.txt", { line: 3, column: 31, offset: 47 }],
    ["utf16.txt", { line: 3, column: 31, offset: 47 }],
    ["latin.txt", { line: 3, column: 31, offset: 46 }],
  ])("are right in %s", async (path, start) => {
    const { report } = await jsonOf([path, "--only", "no-hereby"]);
    expect(report.files[0].findings).toMatchObject([{ text: "hereby", start, end: { column: 37 } }]);
  });
});

describe("the reports", () => {
  it("go to files, and stdout stays empty", async () => {
    const { out } = await corrcheck([
      "bad.md",
      "--format",
      "json=report.json",
      "--format",
      "stylish=report.txt",
      "--color",
    ]);
    expect(out).toBe("");
    expect(JSON.parse(readFileSync(join(folder, "report.json"), "utf8"))).toMatchObject({ counts: { errors: 1 } });
    const text = readFileSync(join(folder, "report.txt"), "utf8");
    expect(text).toMatch(/^bad\.md {2}.*✗ failed: 1 error: no-hereby\n$/s);
    expect(text).not.toContain("\u001b");
  });

  it("can go to the screen and to a file at once", async () => {
    const { out } = await corrcheck(["bad.md", "--format", "stylish", "--format", "json=both.json"]);
    expect(out).toContain("✗ failed");
    expect(readFileSync(join(folder, "both.json"), "utf8")).toContain('"schemaVersion": 1');
  });

  it.each([
    ["no terminal", {}, [], false],
    ["a terminal", { tty: true }, [], true],
    ["a dumb terminal", { tty: true, env: { TERM: "dumb" } }, [], false],
    ["--color", {}, ["--color"], true],
    ["--color and NO_COLOR", { env: { NO_COLOR: "1" } }, ["--color"], true],
    ["--no-color", { tty: true }, ["--no-color"], false],
    ["NO_COLOR", { tty: true, env: { NO_COLOR: "1" } }, [], false],
    ["FORCE_COLOR", { env: { FORCE_COLOR: "1" } }, [], true],
    ["FORCE_COLOR=0", { tty: true, env: { FORCE_COLOR: "0" } }, [], false],
  ])("are coloured or not with %s", async (_, setting, options, coloured) => {
    expect((await corrcheck(["bad.md", ...options], setting)).out.includes("\u001b[31m")).toBe(coloured);
  });

  it("show errors alone with --quiet, and the reasons with --verbose", async () => {
    expect((await corrcheck(["warned.txt", "bad.md", "--quiet"])).out).not.toContain("utilise");
    expect((await corrcheck(["good.md", "--verbose", "--no-config"])).out).toMatch(/not assessed +1\.1: /);
  });

  it("mask personal values, except with --show-values, which is refused in CI", async () => {
    const argv = ["card.txt", "--format", "json"];
    const rules = [wordRule("quote", "4111 1111 1111 1111", "error")];
    expect((await corrcheck(argv, { rules })).out).not.toContain("4111 1111");
    expect((await corrcheck([...argv, "--show-values"], { rules })).out).toContain("4111 1111");
    expect((await corrcheck([...argv, "--show-values"], { rules, env: { CI: "false" } })).out).toContain("4111 1111");
    expect(await corrcheck([...argv, "--show-values"], { rules, env: { CI: "true" } })).toMatchObject({ status: 2 });
  });

  it("end quietly where nobody reads on, and loudly where they cannot be written", async () => {
    expect(await corrcheck(["bad.md"], { broken: errorOf("EPIPE") })).toMatchObject({ status: 1, err: "" });
    const { status, err } = await corrcheck(["bad.md"], { broken: errorOf("ENOSPC") });
    expect([status, err]).toEqual([2, "corrcheck stopped on a fault of its own: write ENOSPC\n"]);
  });

  it("keep to the schema for every letter with our own rules", { timeout: 60_000 }, async () => {
    const folders = ["letters", "formats"].map((name) => join(ROOT, "fixtures", name));
    const { report } = await jsonOf(folders, { rules: ourRules });
    const validate = new Ajv({ allErrors: true }).compile(schema);
    expect(report.counts.files).toBeGreaterThan(20);
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
  });
});

describe("the other commands", () => {
  it("list the rules and the criteria", async () => {
    expect((await corrcheck(["rules"])).out).toContain("  no-hereby   Do without “hereby”. (error, 1.3)\n");
    const { out } = await corrcheck(["criteria"]);
    expect(out).toContain("  1.3  Write clear, concise language\n       no-hereby, no-utilise, no-kindly, trouble\n");
    expect(out).toContain("  2.2  Put all the information together\n       no rule serves it\n");
  });

  it("explain a rule, a kind of it, and a criterion", async () => {
    const { out } = await corrcheck(["explain", "no-hereby"]);
    expect(out).toMatchInlineSnapshot(`
      "no-hereby: Do without “hereby”.

        Why        The tests want it so.
        Criterion  1.3 Write clear, concise language
        Severity   error
        Channels   all
        Kind       no-hereby/word (error): the word itself
                   no-hereby/other (error, info in chat): never reported
        Option     most (3): Not used.
        Change it  --rule no-hereby:info, --rule no-hereby:off
      "
    `);
    expect(await corrcheck(["explain", "no-hereby/word"])).toMatchObject({ out });
    expect((await corrcheck(["explain", "1.1"])).out).toMatchInlineSnapshot(`
      "1.1: Use the equipment well

        Why              A message is only as good as its sending: the right system,
                         the right template, the right person in To.
        A text can show  nothing; a person evidences it
        Rules            not assessed: somebody has to watch the work
      "
    `);
  });

  it("fit into 80 columns", async () => {
    for (const argv of [["--help"], ["rules"], ["criteria"], ...ourRules.map((rule) => ["explain", rule.id])]) {
      const { out } = await corrcheck(argv, { rules: ourRules });
      expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    }
  });

  it("give the version of the package", async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    expect((await corrcheck(["--version"])).out).toBe(`${version}\n`);
  });
});

describe("did you mean", () => {
  it.each([
    ["speling", "spelling"],
    ["SPELLING", "spelling"],
    ["spellnig", "spelling"],
    ["sign", "sign-off"],
    ["zzz", undefined],
    ["x".repeat(10_000), undefined],
  ])("%.20s: %s", (typed, meant) => {
    expect(nearest(typed, ["jargon", "sign-off", "spelling"])).toBe(meant);
  });

  it("lists the choices where none is near and they are few", () => {
    expect(didYouMean("x", ["one", "two"])).toBe(" Choose from one, two.");
    expect(
      didYouMean(
        "x",
        Array.from({ length: 11 }, (_, index) => `choice${index}`),
      ),
    ).toBe("");
  });
});
