import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { lint } from "../src/lint.ts";
import type { Channel, Finding } from "../src/model.ts";
import { loadDictionaries } from "../src/node.ts";
import internalContent from "../rules/internal-content.ts";
import riskyCommitment from "../rules/risky-commitment.ts";
import { ROOT } from "./support.ts";

/** Part of a message with one remark for colleagues or one promise too many, or with neither, by a hand who had seen no list. */
interface Row {
  readonly id: string;
  readonly category: "internal-content" | "risky-commitment" | "none";
  readonly channel: Channel;
  readonly text: string;
  /** The words at fault; empty where there are none. */
  readonly span: string;
}

const rows = readFileSync(join(ROOT, "test/data/asides.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Row);
const told: { readonly row: Row; readonly right: readonly Finding[]; readonly wrong: readonly Finding[] }[] = [];

beforeAll(async () => {
  const settings = { rules: [internalContent, riskyCommitment], dictionaries: loadDictionaries() };
  for (const row of rows) {
    const { findings } = await lint({ path: "part.md", content: row.text }, { ...settings, channel: row.channel });
    const start = row.text.indexOf(row.span);
    const isRight = (finding: Finding) =>
      row.span !== "" && finding.start < start + row.span.length && finding.end > start;
    told.push({ row, right: findings.filter(isRight), wrong: findings.filter((finding) => !isRight(finding)) });
  }
});

describe("remarks for colleagues and promises too many", () => {
  it.each([
    { category: "internal-content", recall: 0.41 },
    { category: "risky-commitment", recall: 0.58 },
  ])("$category is found where an editor sees it", ({ category, recall }) => {
    const own = told.filter(({ row }) => row.category === category);
    const found = own.filter(({ right }) => right.some(({ rule }) => rule === category));
    expect(found.length / own.length).toBeGreaterThan(recall);
  });

  it("are not seen where there are none", () => {
    expect(told.flatMap(({ wrong }) => wrong.map(({ text }) => text)).length).toBeLessThan(3);
  });
});
