import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const NOT_COPIED = new Set([".git", "coverage", "dist", "node_modules"]);
const LETTER = "Dear Mr Okafor\n\nWe will utilise the form you sent us.\n\nYours sincerely\n\nAnn Lee\n";

/** What a host program writes: it must compile against our declarations alone, and run. */
const CONSUMER = `
import { defineRule, fromUnified, lint, loadConfig, phraseRule, type Result } from "corrcheck";
import { lint as lintInPage } from "corrcheck/core";
import { loadDictionaries, packageVersion } from "corrcheck/node";
import { rules } from "corrcheck/rules";

const nameOfFirm = defineRule({
  id: "name-of-firm",
  title: "Write the name of the firm in full.",
  why: "The customer knows it by that name.",
  criteria: ["1.5"],
  severity: "info",
  options: { most: { default: 3, about: "The most times it may stand in one message." } },
  check({ correspondence, options, report }) {
    const [sentence] = correspondence.sentences;
    const most: number = options.most;
    if (sentence && most > 0) report({ at: sentence, message: "Write the name in full." });
  },
});
// @ts-expect-error there is no such criterion
defineRule({ ...nameOfFirm, criteria: ["9.9"] });

const silent = fromUnified({ ...nameOfFirm, id: "silent", criteria: ["1.5"], plugin: () => () => undefined });
const result: Result = await lint(
  { path: "letter.txt", content: ${JSON.stringify(LETTER)} },
  { rules: [...rules, nameOfFirm, silent], dictionaries: loadDictionaries() },
);
const config = await loadConfig({ rules: [...rules, phraseRule({ ...nameOfFirm, id: "our-words", criteria: ["1.5"], dictionary: "our-words" })] });
const configured = await lintInPage(
  { path: "letter.txt", content: ${JSON.stringify(LETTER)} },
  config.settingsFor("letter.txt"),
);
const found = (each: Result) => each.findings.map(({ rule }) => rule);
console.log(JSON.stringify({ version: packageVersion(), found: found(result), configured: found(configured) }));
`;
/** "dom" is for `console` here and for `URL` in the declarations of vfile; Node's own types are not needed. */
const TSCONFIG = {
  compilerOptions: {
    module: "nodenext",
    target: "es2023",
    lib: ["es2023", "dom"],
    types: [],
    strict: true,
    skipLibCheck: false,
  },
};

describe("the packed package", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "corrcheck-package-"));
  const consumer = join(folder, "consumer");
  let packed: { filename: string; files: { path: string }[] };

  beforeAll(() => {
    const source = join(folder, "source");
    cpSync(ROOT, source, { recursive: true, filter: (path) => path === ROOT || !NOT_COPIED.has(basename(path)) });
    symlinkSync(join(ROOT, "node_modules"), join(source, "node_modules"));
    [packed] = JSON.parse(execFileSync("npm", ["pack", "--json"], { cwd: source, encoding: "utf8", stdio: "pipe" }));

    mkdirSync(consumer);
    writeFileSync(join(consumer, "package.json"), JSON.stringify({ private: true, type: "module" }));
    writeFileSync(join(consumer, "tsconfig.json"), JSON.stringify(TSCONFIG));
    writeFileSync(join(consumer, "consumer.ts"), CONSUMER);
    writeFileSync(join(consumer, "letter.txt"), LETTER);
    writeFileSync(join(consumer, "corrcheck.yml"), "vocabulary: {reject: [{not: form, write: card}]}\n");
    const install = ["install", "--no-audit", "--no-fund", "--prefer-offline", join(source, packed.filename)];
    execFileSync("npm", install, { cwd: consumer, stdio: "pipe" });
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it("holds the program, its data, its declarations and the notices, and nothing else", () => {
    const paths = packed.files.map(({ path }) =>
      path
        .replace(/^(dist\/types|docs|examples)\/.*/, "$1")
        .replace(/-[A-Z0-9]{8}\.js$/, "-*.js")
        .replace(/-v[\d.]+-\w+\.cache$/, "-*.cache"),
    );
    expect([...new Set(paths)].filter((path) => !path.endsWith("-*.js"))).toEqual([
      "CHANGELOG.md",
      "CONTRIBUTING.md",
      "LICENSE",
      "README.md",
      "bin/corrcheck.js",
      "bin/load.js",
      "bin/package.json",
      "dist/cli-*.cache",
      "dist/cli.cjs",
      "dist/config.schema.json",
      "dist/core.js",
      "dist/dictionaries.txt",
      "dist/en-gb.aff",
      "dist/index.js",
      "dist/node.js",
      "dist/report.schema.json",
      "dist/rules.js",
      "dist/THIRD-PARTY-NOTICES.txt",
      "dist/types",
      "dist/words-en-gb.txt",
      "docs",
      "examples",
      "package.json",
      "rules/README.md",
    ]);
  });

  it("gives declarations that a strict program compiles against, and a library that it can call", () => {
    const compiler = spawnSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc")], {
      cwd: consumer,
      encoding: "utf8",
    });
    expect(compiler.stdout).toBe("");
    const output = execFileSync(process.execPath, ["consumer.js"], { cwd: consumer, encoding: "utf8" });
    const { version, found, configured } = JSON.parse(output);
    expect(version).toBe(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).version);
    expect(found).toContain("plain-english");
    expect(found).toContain("name-of-firm");
    expect(configured).toContain("house-style");
  });

  it("gives the schema of the JSON report", () => {
    const script = 'console.log(import.meta.resolve("corrcheck/schema.json"))';
    const url = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: consumer,
      encoding: "utf8",
    });
    expect(readFileSync(new URL(url.trim()), "utf8")).toBe(
      readFileSync(join(ROOT, "src/report/report.schema.json"), "utf8"),
    );
  });

  it("gives the command", () => {
    const { status, stdout, stderr } = spawnSync(
      join(consumer, "node_modules/.bin/corrcheck"),
      ["--fail-on", "warning", "letter.txt"],
      {
        cwd: consumer,
        encoding: "utf8",
      },
    );
    expect(stdout).toContain("plain-english");
    expect(stderr).toBe("");
    expect(status).toBe(1);
  });

  it("starts from compiled code that was kept, and does the same where that is of no use or missing", async () => {
    const installed = join(consumer, "node_modules/corrcheck");
    const { CACHE, runScript } = await import(pathToFileURL(join(installed, "bin/load.js")).href);
    expect(runScript(readFileSync(CACHE)).script.cachedDataRejected).toBe(false);
    const check = () =>
      spawnSync(process.execPath, [join(installed, "bin/corrcheck.js"), "--format", "json", "letter.txt"], {
        cwd: consumer,
        encoding: "utf8",
      });
    const { stdout } = check();
    expect(stdout).toContain("plain-english");
    writeFileSync(CACHE, "of another time");
    expect(check()).toMatchObject({ stdout, stderr: "" });
    rmSync(CACHE);
    expect(check()).toMatchObject({ stdout, stderr: "" });
  });

  it("carries the notice of every package whose work it contains", () => {
    const notices = readFileSync(join(consumer, "node_modules/corrcheck/dist/THIRD-PARTY-NOTICES.txt"), "utf8");
    for (const name of [
      "commander",
      "dictionary-en-gb",
      "nspell",
      "remark-parse",
      "retext-english",
      "retext-simplify",
      "unified",
    ]) {
      expect(notices).toMatch(new RegExp(`^${name} \\d`, "m"));
    }
  });

  it("says in one line what is wrong where it was not built", () => {
    const bare = join(folder, "bare");
    cpSync(join(ROOT, "bin"), join(bare, "bin"), { recursive: true });
    writeFileSync(join(bare, "package.json"), JSON.stringify({ type: "module" }));
    const { status, stderr } = spawnSync(process.execPath, [join(bare, "bin/corrcheck.js"), "letter.txt"], {
      encoding: "utf8",
    });
    expect(stderr).toMatch(/^corrcheck: a part of the program is missing: run `npm ci`.*\n$/);
    expect(status).toBe(2);
  });
});
