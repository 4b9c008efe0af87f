import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { lint } from "../src/lint.ts";
import { loadDictionaries } from "../src/node.ts";
import type { Sector } from "../src/model.ts";
import { rules } from "../rules/index.ts";
import { ROOT } from "./support.ts";

/** A sentence of a letter with one fault, or none. */
interface Row {
  readonly category: string;
  readonly text: string;
  /** The words at fault; `null` where the sentence is fine. */
  readonly span: string | null;
  readonly sector?: Sector;
}

const rows = readFileSync(join(ROOT, "test/data/sentences.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Row);
/** Those that look at words and sentences. */
const own = rules.filter(({ id }) =>
  /^(?:abbreviation|cliche|confused-word|contraction|emphasis|grammar|hostile-tone|inclusive-language|indefinite-article|informal|internal-content|jargon|plain-english|repeated-word|risky-commitment|spelling|stray-apostrophe|vague-timescale)$/.test(
    id,
  ),
);
const HEAD = "Subject: Your account\n\nDear Mrs Patel,\n\nThank you for your letter of 3 May. ";
const FOOT = " We will pay you £20 by Friday 12 June 2026.\n\nKind regards\n\nTom Hadley\n";
const dictionaries = loadDictionaries();
const told: { readonly row: Row; readonly isFound: boolean; readonly others: number }[] = [];

beforeAll(async () => {
  for (const row of rows) {
    const { findings } = await lint(
      { path: "letter.md", content: HEAD + row.text + FOOT },
      { rules: own, dictionaries, channel: "email", ...(row.sector && { sectors: [row.sector] }) },
    );
    const start = HEAD.length + (row.span === null ? 0 : row.text.indexOf(row.span));
    const end = start + (row.span?.length ?? 0);
    const here = findings.filter(
      (finding) => finding.start >= HEAD.length && finding.end <= HEAD.length + row.text.length,
    );
    const isOnSpan = (finding: { start: number; end: number }) => finding.start < end && finding.end > start;
    const others = here.filter((finding) => finding.severity !== "info" && !isOnSpan(finding)).length;
    told.push({ row, isFound: here.some(isOnSpan), others });
  }
}, 60_000);

describe("sentences that an editor has labelled", () => {
  it.each([
    ["plain-english", 0.9],
    ["jargon", 0.9],
    ["informal", 0.9],
    ["spelling", 0.9],
    ["grammar", 0.8],
    ["vague-timescale", 0.9],
    ["risky-commitment", 0.9],
    ["internal-content", 0.85],
    ["inclusive-language", 0.9],
    ["shouting", 0.85],
  ])("have their %s found", (category, share) => {
    const faulty = told.filter(({ row }) => row.category === category && row.span !== null);
    expect(faulty.filter(({ isFound }) => isFound).length / faulty.length).toBeGreaterThan(share);
  });

  it("are left alone where they are fine", () => {
    const fine = told.filter(({ row }) => row.span === null);
    expect(fine.filter(({ others }) => others > 0).length / fine.length).toBeLessThan(0.02);
  });
});
