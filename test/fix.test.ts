import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import { main } from "../src/cli/main.ts";
import { applyFixes, unifiedDiff } from "../src/fix.ts";
import type { Finding } from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "corrcheck-fix-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command in the folder; gives what it wrote. */
async function run(argv: readonly string[], stdin = "") {
  const said = { stdout: "", stderr: "" };
  const to = (name: "stdout" | "stderr") => ({
    write: (text: string, done: () => void) => ((said[name] += text), done()),
    on: () => undefined,
  });
  async function* input() {
    yield stdin;
  }
  const streams = { stdin: input(), stdout: to("stdout"), stderr: to("stderr"), env: {}, cwd: () => folder };
  return { status: await main(argv, streams, rules), ...said };
}

const fixed = async (text: string) => (await run(["--fix", "--stdin-filename", "letter.md", "-"], text)).stdout;

const WRONG =
  "Dear Mrs Patel,\n\nIn the event that you move, we will utilise the the form prior to monday. It is a old one.\n";
const RIGHT = "Dear Mrs Patel,\n\nIf you move, we will use the form before Monday. It is an old one.\n";

describe("--fix", () => {
  it("mends a file, says nothing of what it mended, and keeps byte order mark and line ends", async () => {
    const path = join(folder, "crlf.txt");
    writeFileSync(path, `\uFEFF${WRONG.replaceAll("\n", "\r\n")}`);
    const { stdout } = await run(["--fix", path]);
    expect(readFileSync(path, "utf8")).toBe(`\uFEFF${RIGHT.replaceAll("\n", "\r\n")}`);
    expect(stdout).not.toMatch(/utilise|prior to/);
  });

  it("writes the text of standard input to stdout, and the report to stderr", async () => {
    const { stdout, stderr } = await run(["--fix", "-"], WRONG);
    expect(stdout).toBe(RIGHT);
    expect(stderr).toMatch(/letter|stdin/);
  });

  it("leaves a file that is not in UTF-8 as it is, and says so", async () => {
    const path = join(folder, "latin.txt");
    const bytes = Buffer.from(`${WRONG}It costs £5.\n`, "latin1");
    writeFileSync(path, bytes);
    const { status, stderr } = await run(["--fix", path]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/latin\.txt: cannot be mended by --fix, as it is not in UTF-8/);
    expect(readFileSync(path)).toEqual(bytes);
  });

  it.each([
    ["quoted words", "> In the event that you move, call us.\n"],
    ["words over a line end", "Dear Mrs Patel,\n\nPlease call us in the\nevent that you move.\n"],
    ["words with mark-up between them", "Dear Mrs Patel,\n\nPlease call **in the** event that you move.\n"],
    ["advice that needs a person", "Dear Mrs Patel,\n\nPlease call at your earliest convenience.\n"],
  ])("does not touch %s", async (_, text) => {
    expect(await fixed(text)).toBe(text);
  });

  it("cannot go with --fix-dry-run", async () => {
    expect(await run(["--fix", "--fix-dry-run", "-"])).toMatchObject({ status: 2, stdout: "" });
  });

  it("does the same done twice as done once, and leaves all else alone", async () => {
    const words = [
      "in the event that",
      "utilised",
      "the",
      "form",
      "prior to",
      "a",
      "an",
      "old",
      "hour",
      "recieve",
      "whilst",
    ];
    const sentence = fc
      .array(fc.constantFrom(...words, "{{name}}", "£80", "**bold**", "😀"), { minLength: 2, maxLength: 12 })
      .map((parts) => `We ${parts.join(" ")} now.`);
    const end = fc.constantFrom("\n", "\r\n");
    await fc.assert(
      fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 3 }), end, async (sentences, lineEnd) => {
        const text = `Dear Mrs Patel,${lineEnd}${lineEnd}${sentences.join(lineEnd + lineEnd)}${lineEnd}`;
        const once = await fixed(text);
        expect(await fixed(once)).toBe(once);
        expect(once.match(/\r?\n|\{\{name\}\}|£80|\*\*bold\*\*|😀/g)).toEqual(
          text.match(/\r?\n|\{\{name\}\}|£80|\*\*bold\*\*|😀/g),
        );
      }),
      { numRuns: 25 },
    );
  });
});

describe("--fix-dry-run", () => {
  it("prints a unified diff and changes nothing", async () => {
    const path = join(folder, "dry.md");
    writeFileSync(path, WRONG);
    const { stdout } = await run(["--fix-dry-run", "dry.md"]);
    expect(stdout).toBe(
      `--- dry.md\n+++ dry.md\n@@ -1,3 +1,3 @@\n Dear Mrs Patel,\n \n-${WRONG.split("\n")[2]}\n+${RIGHT.split("\n")[2]}\n`,
    );
    expect(readFileSync(path, "utf8")).toBe(WRONG);
  });
});

describe("fixes", () => {
  const finding = (start: number, end: number, fix?: string) => ({ start, end, fix }) as Finding;

  it("never overlap: the first wins, and of two that begin together the longer", () => {
    const { text, applied } = applyFixes("abcdef", [
      finding(2, 4, "Y"),
      finding(0, 3, "X"),
      finding(0, 1, "W"),
      finding(5, 6),
    ]);
    expect(text).toBe("Xdef");
    expect(applied).toHaveLength(1);
  });

  it("are told hunk by hunk, with three lines about them, and a missing last line end", () => {
    const before = Array.from({ length: 20 }, (_, at) => `${at}`).join("\n");
    const diff = unifiedDiff("a.txt", before, before.replace("5", "five").replace(/19$/, "nineteen"));
    expect(diff.match(/^@@.*$/gm)).toEqual(["@@ -3,7 +3,7 @@", "@@ -17,4 +17,4 @@"]);
    expect(diff).toContain("-19\n\\ No newline at end of file\n+nineteen\n\\ No newline at end of file\n");
    expect(unifiedDiff("a.txt", before, before)).toBe("");
  });
});
