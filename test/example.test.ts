import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { checkRules, checkShape } from "../src/settings/check.ts";
import { configuration, frontMatter } from "../src/settings/schema.ts";
import { rules } from "../rules/index.ts";
import { ROOT } from "./support.ts";

/** A copy of the example, with corrcheck installed as its users have it. */
function copyOfExample(): string {
  const folder = mkdtempSync(join(tmpdir(), "corrcheck-example-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(ROOT, "examples/house-style"), folder, { recursive: true });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(ROOT, join(folder, "node_modules/corrcheck"));
  return folder;
}

const runTests = (folder: string) =>
  spawnSync(process.execPath, ["--test", "--test-reporter", "spec"], { cwd: folder, encoding: "utf8" });

describe("the example of a company's own rules and words", { timeout: 60_000 }, () => {
  it("passes its own tests", () => {
    const { status, stdout } = runTests(copyOfExample());
    expect(stdout).toContain("pass 3");
    expect(status).toBe(0);
  });

  it("has tests that can fail: a dictionary whose sentence proves nothing is named with its line", () => {
    const folder = copyOfExample();
    const dictionary = join(folder, "words/tarnside.yml");
    writeFileSync(dictionary, readFileSync(dictionary, "utf8").replace("your stop tap", "your tap"));
    const { status, stdout } = runTests(folder);
    expect(status).toBe(1);
    expect(stdout).toMatch(/words\/tarnside\.yml:\d+: “\(stop tap\|stopcock\)” is not found in/);
  });
});

describe("docs/configuration.md", () => {
  const page = readFileSync(join(ROOT, "docs/configuration.md"), "utf8");
  const blocks = (language: string) =>
    [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))].map(([, text]) => text!);

  it("shows settings that there are", () => {
    const [all, front, ...others] = blocks("yaml");
    const checked = checkShape(configuration, parse(all!));
    expect([...checked.faults, ...checkRules(checked.value.rules ?? {}, rules, [])]).toEqual([]);
    expect(checkShape(frontMatter, parse(front!)).faults).toEqual([]);
    expect(others).toEqual([]);
    const unsaid = Object.keys(configuration.entries).filter((key) => !page.includes(key));
    expect(unsaid).toEqual(["$schema", "occasion", "direction"].filter((key) => !page.includes(key)));
  });

  it("shows a program that prints what it says", () => {
    for (const block of blocks("js")) {
      const [program = "", printed = ""] = block.split("// prints ");
      const out = execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
        cwd: ROOT,
        encoding: "utf8",
      });
      expect(out.trim()).toBe(printed.trim());
    }
  });
});
