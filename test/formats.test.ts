import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import { lint } from "../src/lint.ts";
import { loadDictionaries } from "../src/node.ts";
import { reportFile } from "../src/report/report.ts";
import { mark } from "./marks.ts";
import { ROOT } from "./support.ts";

const dictionaries = loadDictionaries();
const FOLDER = join(ROOT, "fixtures/formats");

describe("mails and pages as programs write them, all rules: what is said of the text behind their codes", () => {
  it.each(readdirSync(FOLDER).filter((name) => /\.(?:eml|html?)$/.test(name)))("%s", async (name) => {
    const content = readFileSync(join(FOLDER, name));
    const mode = name.includes("repair") ? "template" : "draft";
    const result = await lint({ path: name, content }, { rules, dictionaries, mode });
    const { source } = result.correspondence;
    const drawn = mark(source.replaceAll("\r\n", "\n"), inLines(result.findings, source), true);
    await expect(`${drawn}\n`).toMatchFileSnapshot(join(ROOT, "fixtures/marked", `${name}.txt`));
    expect(result.passed).toBe(name.startsWith("good-"));
    if (name.startsWith("good-")) expect(result.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  it("gives places in the file, with the part of the mail", async () => {
    const content = readFileSync(join(FOLDER, "bad-bank-card.eml"));
    const { findings } = reportFile(await lint({ path: "bad-bank-card.eml", content }, { rules, dictionaries }));
    const { start, end } = findings.find(({ rule }) => rule === "personal-data") as unknown as Record<
      string,
      { offset: number; part: string }
    >;
    const raw = content.toString("latin1");
    // Base64 is read in groups of four: the groups that hold the card number hold little else.
    const from = raw.indexOf("\r\n\r\n") + 4;
    const codes = (offset: number) => raw.slice(from, offset).replace(/\s/g, "").length;
    const all = raw.slice(from).replace(/\s/g, "");
    const text = Buffer.from(all.slice(codes(start!.offset) & ~3, (codes(end!.offset) + 3) & ~3), "base64").toString(
      "latin1",
    );
    expect(text).toMatch(/^.{0,2}5555 5555 5555 4444.{0,2}$/s);
    expect(start!.part).toBe("text/plain");
  });
});

/** Findings moved to where they stand once CRLF is LF. */
function inLines<T extends { start: number; end: number }>(findings: readonly T[], source: string): T[] {
  const move = (offset: number) => offset - (source.slice(0, offset).match(/\r\n/g)?.length ?? 0);
  return findings.map((finding) => ({ ...finding, start: move(finding.start), end: move(finding.end) }));
}
