import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { lint } from "../src/lint.ts";
import { loadDictionaries } from "../src/node.ts";
import type { Channel, Result } from "../src/model.ts";
import { rules } from "../rules/index.ts";
import { ROOT } from "./support.ts";

/** A message by a hand who had seen no rule and no list, as a careful team leader would send it. */
interface Good {
  readonly name: string;
  readonly template: boolean;
  /** Where the text alone does not tell. */
  readonly channel?: Channel;
  readonly text: string;
}

const messages = readFileSync(join(ROOT, "test/data/good-messages.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Good);
const results: Result[] = [];

beforeAll(async () => {
  const dictionaries = loadDictionaries();
  for (const { name, template, channel, text } of messages) {
    const mode = template ? "template" : "draft";
    results.push(await lint({ path: name, content: text }, { rules, dictionaries, mode, ...(channel && { channel }) }));
  }
});

describe("good messages", () => {
  it("pass", () => {
    expect(results.filter(({ passed }) => passed).length / messages.length).toBeGreaterThanOrEqual(0.98);
  });

  it("have a warning in every tenth at most", () => {
    const told = results.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== "info"));
    expect(told.length / messages.length).toBeLessThan(0.085);
  });
});
