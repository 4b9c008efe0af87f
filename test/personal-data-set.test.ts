import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lint } from "../src/lint.ts";
import { loadDictionaries } from "../src/node.ts";
import personalData from "../rules/personal-data.ts";
import { ROOT } from "./support.ts";

interface Row {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly { readonly kind: string; readonly text: string; readonly nth?: number }[];
}

/** Pieces of letters with their labels, by somebody who had seen no rule and no list; `docs/accuracy.md` has the first score. */
const rows = readFileSync(join(ROOT, "test/data/personal-data.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Row);
const settings = { rules: [personalData], dictionaries: loadDictionaries(), channel: "email" } as const;

const kindsFound = async ({ id, text }: Row) =>
  (await lint({ path: `${id}.md`, content: text }, settings)).findings.map(({ kind }) => kind!);

describe("the labelled set", () => {
  it("is found in nearly all its values, and a line without one is left alone", async () => {
    let right = 0;
    let found = 0;
    let labelled = 0;
    const flagged: string[] = [];
    for (const row of rows) {
      const kinds = await kindsFound(row);
      if (row.spans.length === 0 && kinds.length > 0) flagged.push(row.id);
      const open = row.spans.map(({ kind }) => kind);
      labelled += open.length;
      found += kinds.length;
      for (const kind of kinds) {
        const at = open.indexOf(kind);
        if (at >= 0) right += open.splice(at, 1).length;
      }
    }
    expect(flagged.length / rows.filter(({ spans }) => spans.length === 0).length).toBeLessThan(0.025);
    expect(right / found).toBeGreaterThan(0.96);
    expect(right / labelled).toBeGreaterThan(0.87);
  });
});
