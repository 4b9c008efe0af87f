import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { servedBy } from "../src/cli/criteria.ts";
import { explain, ruleRows } from "../src/cli/explain.ts";
import { CRITERION_IDS, findCriterion, LIMITS } from "../src/criteria.ts";
import { CHANNELS, lint, type Rule } from "../src/index.ts";
import { loadDictionaries } from "../src/node.ts";
import { rules } from "../rules/index.ts";
import { ROOT } from "./support.ts";

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** The whole of rules/README.md. */
function rulesPage(): string {
  return [
    "# The rules",
    "This page is made from the rules and their fixtures by `npx vitest run test/docs.test.ts -u`: change those, not this.",
    `## The criteria of unit A13, and the rules that serve them\n\n${criteriaTable()}`,
    `## What fails a message\n\n${VERDICT}\n\n${severityTable()}`,
    ...rules.map(ruleSection),
  ]
    .join("\n\n")
    .concat("\n");
}

function criteriaTable(): string {
  const rows = CRITERION_IDS.map((id) => [id, findCriterion(id)!.title, servedBy(id, rules)]);
  return [["", "criterion", "rules"], ["---", "---", "---"], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

const VERDICT = `A criterion is not met where a finding of severity error counts against it, or where it has more warnings than it
bears: ${Object.entries(LIMITS)
  .map(([id, limit]) => `${limit} under ${id}`)
  .join(
    ", ",
  )}. A message fails where a criterion is not met; infos change nothing. The report gives the reason in one line.`;

/** Every rule and kind with its severity, and the channels where it is another. */
function severityTable(): string {
  const rows = rules.flatMap(({ id, severity, kinds, criteria }) => {
    const own = Object.entries(kinds).map(([kind, { severity: special = severity, channels = {} }]) => {
      const others = Object.entries(channels).map(([channel, other]) => `${other} in ${channel}`);
      return [`${id}/${kind}`, [special, ...others].join(", "), criteria.join(", ")];
    });
    return own.length > 0 ? own : [[id, severity, criteria.join(", ")]];
  });
  return [["rule", "severity", "criteria"], ["---", "---", "---"], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function ruleSection(rule: Rule): string {
  const facts = ruleRows(rule).map(([label, text]) => `- ${label}: ${text}`);
  return [`## ${rule.id}`, rule.title, facts.join("\n"), example(rule, "bad-"), example(rule, "ok-")].join("\n\n");
}

/** The first fixture of a rule whose name begins so, as it is drawn. */
function example({ id }: Rule, begins: string): string {
  const name = readdirSync(join(ROOT, "fixtures", id))
    .sort()
    .find((file) => file.startsWith(begins));
  const letter = read(`fixtures/${id}/${name}`).trimEnd();
  return `[${name}](../fixtures/${id}/${name})\n\n\`\`\`\`text\n${letter}\n\`\`\`\``;
}

describe("rules/README.md", () => {
  it("is what the rules and fixtures say today", async () => {
    await expect(rulesPage()).toMatchFileSnapshot(join(ROOT, "rules/README.md"));
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))("says of %s what `corrcheck explain` says", (id, rule) => {
    const explained = explain(id, rules).text.replace(/\s+/g, " ");
    for (const text of [rule.title, ...ruleRows(rule).flat()]) expect(explained).toContain(text);
  });
});

describe("we write as we ask others to", () => {
  const dictionaries = loadDictionaries();
  const ours = rules.filter(({ id }) => ["plain-english", "sentence-length", "spelling"].includes(id));
  /** The names of the command and of what it may be told are no misspellings. */
  const names = new Set<string>(["corrcheck", ...CHANNELS]);
  const faultsOf = async (text: string) => {
    const input = { path: "text.md", content: `Dear reader\n\n${text}` };
    const { findings } = await lint(input, { rules: ours, dictionaries, channel: "letter" });
    return findings.filter((finding) => !names.has(finding.text)).map(({ message }) => message);
  };

  it.each(rules.map((rule) => [rule.id, rule] as const))("about %s", async (_, { title, why, kinds, options }) => {
    const abouts = [...Object.values(kinds), ...Object.values(options)].map(({ about }) => about);
    expect(await faultsOf([title, why, ...abouts].join("\n\n"))).toEqual([]);
  });

  it.each(CRITERION_IDS)("about criterion %s", async (id) => {
    const { title, about, evidence = "", notYet = "" } = findCriterion(id)!;
    expect(await faultsOf([title, about, evidence, notYet].join("\n\n"))).toEqual([]);
  });

  const pages = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "fixtures/README.md",
    "docs/configuration.md",
    "examples/house-style/README.md",
  ];
  it.each(pages.filter((page) => existsSync(join(ROOT, page))))("in %s", async (page) => {
    expect(await faultsOf(read(page))).toEqual([]);
  });
});
