import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../src/config/load.ts";
import { lint, type Settings } from "../src/lint.ts";
import { loadDictionaries } from "../src/node.ts";
import type { Rule } from "../src/rule.ts";
import { rules } from "../rules/index.ts";
import { mark, unmark } from "./marks.ts";
import { ROOT } from "./support.ts";

const dictionaries = loadDictionaries();
const filesOf = (folder: string) => {
  const path = join(ROOT, "fixtures", folder);
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => /\.(?:md|txt)$/.test(name))
        .map((name) => join(path, name))
    : [];
};

/** A folder may have a configuration of its own. */
async function settingsOf(path: string, run: readonly Rule[]): Promise<Settings> {
  const file = join(path, "../corrcheck.yml");
  return existsSync(file) ? (await loadConfig({ rules: run, file })).settingsFor(path) : { rules: run, dictionaries };
}

/** The customer's message that the front matter of a fixture names. */
const readNamed = async (named: string) => {
  const path = join(ROOT, "fixtures/incoming", basename(named));
  return { path, content: readFileSync(path) };
};

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const files = filesOf(id);
  it("has letters that offend, letters that do not, and one that nearly does", () => {
    const names = files.map((file) => basename(file));
    expect(names.filter((name) => name.startsWith("bad-")).length, `add fixtures/${id}/bad-….md`).toBeGreaterThan(0);
    expect(
      names.filter((name) => name.startsWith("ok-")).length,
      `add two fixtures/${id}/ok-….md, one that nearly offends`,
    ).toBeGreaterThan(1);
  });
  it.each(files.map((file) => [basename(file), file]))("%s", async (name, file) => {
    const letter = unmark(readFileSync(file, "utf8"));
    const settings = await settingsOf(file, rule.last ? rules : [rule]);
    const result = await lint({ path: file, content: letter }, { ...settings, readNamed });
    const findings = result.findings.filter((finding) => finding.rule === id);
    await expect(mark(letter, findings)).toMatchFileSnapshot(file);
    // Not a snapshot, so that redrawing without thought cannot turn a good letter into a bad one.
    expect(findings.length > 0).toBe(name.startsWith("bad-"));
  });
});

describe("whole letters, all rules: the letter stands in fixtures/letters, what is said of it in fixtures/marked", () => {
  it.each(filesOf("letters").map((file) => [basename(file), file]))("%s", async (name, file) => {
    const letter = readFileSync(file, "utf8");
    const { findings, passed } = await lint({ path: file, content: letter }, { rules, dictionaries });
    await expect(mark(letter, findings, true)).toMatchFileSnapshot(join(ROOT, "fixtures/marked", name));
    expect(passed).toBe(name.startsWith("good-"));
    if (name.startsWith("good-")) expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });
});
