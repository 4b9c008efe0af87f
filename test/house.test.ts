import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { CRITERION_IDS, findCriterion } from "../src/criteria.ts";
import { lint } from "../src/lint.ts";
import { loadDictionaries } from "../src/node.ts";
import { rules } from "../rules/index.ts";
import { unmark } from "./marks.ts";
import { dictionaryFiles, ROOT } from "./support.ts";

/** The files below a folder of the project, as paths from its root. */
const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => ending.test(path))
    .sort();
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

const SOURCES = [...filesIn("bin", /\.js$/), ...filesIn("rules", /\.ts$/), ...filesIn("src", /(?<!\.d)\.ts$/)];

/** What a file imports: paths from the root for our own files, names for packages. */
function importsOf(path: string): string[] {
  return [...read(path).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"(?<name>[^"]+)"/g)].map(({ groups }) => {
    const name = groups!["name"]!;
    return name.startsWith(".") ? join(dirname(path), name).replaceAll("\\", "/") : name;
  });
}

/** The floors of the house, the highest first. A file imports from its own floor and those below. */
const FLOORS = [
  /^bin\//,
  /^rules\//,
  /^src\/cli\//,
  /^src\/library\.ts$/,
  /^src\/config\//,
  /^src\/node\.ts$/,
  /^src\/index\.ts$/,
  /^src\/lint\.ts$/,
  /^src\/(?:report\/|(?:verdict|mask|fix|redact)\.ts$)/,
  /^src\/settings\/(?!model)/,
  /^src\/(?:rule|phrases|unified)\.ts$/,
  /^src\/(?:suppress|directives|baseline|protected)\.ts$|^src\/settings\/model\.ts$/,
  /^src\/facts\//,
  /^src\/correspondence\//,
  /^src\/(?:read|dictionary)\//,
  /^src\/(?:model|criteria|errors|position|suggest|ways)\.ts$/,
];
const floorOf = (path: string) => FLOORS.findIndex((floor) => floor.test(path));

describe("the floors", () => {
  it("hold every source file", () => {
    const homeless = SOURCES.filter((path) => floorOf(path) < 0);
    expect(homeless, "say in FLOORS of test/house.test.ts on which floor these stand").toEqual([]);
  });

  it("are climbed by no import", () => {
    const upwards = SOURCES.flatMap((path) =>
      importsOf(path)
        .filter((name) => SOURCES.includes(name) && floorOf(name) < floorOf(path))
        .map((name) => `${path} imports ${name}`),
    );
    expect(upwards, "edit these: what both files need belongs on a lower floor").toEqual([]);
  });

  it("have no circle of imports", () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, way: readonly string[]) => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(" → "));
      if (done.has(path) || !SOURCES.includes(path)) return;
      done.add(path);
      for (const name of importsOf(path)) visit(name, [...way, path]);
    };
    for (const path of SOURCES) visit(path, []);
    expect(circles).toEqual([]);
  });

  it("keep the rules out of src: the command hands the list down", () => {
    const imports = SOURCES.filter((path) => path.startsWith("src/")).flatMap(importsOf);
    expect(imports.filter((name) => name.startsWith("rules/"))).toEqual([]);
  });

  it("keep Node and the clock out of the core", () => {
    const core = SOURCES.filter((path) => !/^bin\/|^src\/(?:cli|config)\/|^src\/node\.ts$/.test(path));
    const node = core.flatMap((path) =>
      importsOf(path)
        .filter((name) => name.startsWith("node:"))
        .map((name) => `${path} imports ${name}`),
    );
    expect(node, "edit these: only src/cli, src/config and src/node.ts touch the disk").toEqual([]);
    const globals = /\bprocess\.(?:env|argv|std|cwd|exit)|\bBuffer\.|\bDate\.now\(|\bnew Date\(\)/;
    const impure = core.filter((path) => globals.test(read(path)));
    expect(impure, "edit these: the core runs in a page as well, and no rule reads the clock").toEqual([]);
  });
});

const RULE_FILES = filesIn("rules", /\.ts$/).filter((path) => path !== "rules/index.ts");
const KEYS = [
  "id",
  "title",
  "why",
  "criteria",
  "severity",
  "channels",
  "kinds",
  "options",
  "dictionary",
  "last",
  "advises",
  "allows",
  "check",
];

describe("the rules", () => {
  it("stand in rules/index.ts, sorted by id", () => {
    const ids = RULE_FILES.map((path) => path.replace(/^rules\/|\.ts$/g, ""));
    expect(
      rules.map(({ id }) => id),
      "edit rules/index.ts: import each file of rules/ and list it by its id, sorted",
    ).toEqual(ids);
  });

  it.each(RULE_FILES)("%s imports only src/index.ts", (path) => {
    expect(
      importsOf(path).filter((name) => name !== "src/index.ts"),
      `edit ${path}: what a rule needs belongs in src/index.ts, and rules never import each other`,
    ).toEqual([]);
  });

  it.each(RULE_FILES)("%s is one value whose keys stand in the set order", (path) => {
    const [, body = ""] = /^export default \w+\(\{\n(?<body>[^]*?)^\}\);$/m.exec(read(path)) ?? [];
    const keys = [...body.matchAll(/^ {2}(?:async )?(?<key>\w+)[:(]/gm)].map(({ groups }) => groups!["key"]!);
    expect(keys, `edit ${path}: export default defineRule({…}) or phraseRule({…})`).toContain("id");
    expect(keys, `edit ${path}: put the keys in this order`).toEqual(KEYS.filter((key) => keys.includes(key)));
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    "%s says what to do, and why",
    (id, { title, why, kinds, options }) => {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(title, `edit rules/${id}.ts: the title is an instruction of one sentence`).toMatch(
        /^(?!(?:The|A|An|This|It|There|No)\b|\w+(?:ing|ed)\b)[A-Z][^.!?]*\.$/,
      );
      const texts = [
        why,
        ...Object.values(kinds).map(({ about }) => about),
        ...Object.values(options).map(({ about }) => about),
      ];
      for (const text of texts) expect(text, `edit rules/${id}.ts: end with a full stop`).toMatch(/^[A-Z].*\.$/);
    },
  );

  it.each(rules.map(({ id }) => id))("%s has fixtures and a section of the documentation", (id) => {
    expect(existsSync(join(ROOT, "fixtures", id)), `add fixtures/${id}/bad-….md and two ok-….md`).toBe(true);
    expect(read("rules/README.md"), "renew it: npx vitest run test/docs.test.ts -u").toContain(`\n## ${id}\n`);
  });

  it("own every folder of fixtures but those of whole letters", () => {
    const folders = readdirSync(join(ROOT, "fixtures"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const owned = new Set([...rules.map(({ id }) => id), "formats", "incoming", "letters", "marked"]);
    expect(folders.map(({ name }) => name).filter((name) => !owned.has(name))).toEqual([]);
  });
});

describe("the messages of all fixtures", () => {
  const letters = filesIn("fixtures", /\/.*\.(?:md|txt)$/).filter(
    (path) => !/README|\/(?:marked|incoming)\//.test(path),
  );

  it("begin with a capital, end with a full stop, and have a kind of their rule", async () => {
    const dictionaries = loadDictionaries();
    const wrong: string[] = [];
    for (const path of letters) {
      const { findings } = await lint({ path, content: unmark(read(path)) }, { rules, dictionaries });
      for (const { message, rule: id, kind } of findings) {
        const { kinds } = rules.find((rule) => rule.id === id)!;
        const isRight = /^[\p{Lu}“].*\.$/u.test(message) && (kind === undefined || kind in kinds);
        if (!isRight) wrong.push(`${path}: ${id}/${kind}: ${message}`);
      }
    }
    expect(wrong, "edit the rules that say this").toEqual([]);
  });
});

describe("the criteria", () => {
  it.each(CRITERION_IDS)("%s is served by a rule, or src/criteria.ts says why not", (id) => {
    const { byHand, notYet, evidence } = findCriterion(id)!;
    const serving = rules.filter(({ criteria }) => criteria.includes(id)).map((rule) => rule.id);
    expect(evidence === undefined, "edit src/criteria.ts: a document shows some evidence, or a person does").toBe(
      byHand !== undefined,
    );
    expect(byHand !== undefined && notYet !== undefined, "edit src/criteria.ts: byHand or notYet, not both").toBe(
      false,
    );
    if (byHand !== undefined) expect(serving, "edit these rules: no document can show it").toEqual([]);
    else if (notYet === undefined)
      expect(serving, `name ${id} in the criteria of a rule, or say in src/criteria.ts why it is notYet`).not.toEqual(
        [],
      );
  });
});

describe("the dictionaries", () => {
  const names = dictionaryFiles().map(({ path }) => path.replace(/^dictionaries\/|\.(?:yml|txt)$/g, ""));
  /** What an organisation's own words are called. */
  const own = "house-style";
  const code = [...SOURCES, ...filesIn("scripts", /\.mjs$/)].map(read).join("\n");

  it.each(RULE_FILES)("that %s uses are there", (path) => {
    const used = [...read(path).matchAll(/(?:dictionary: |phrasesOf\(|\blist\()"(?<name>[^"]+)"/g)];
    for (const { groups } of used)
      expect([...names, own], `add dictionaries/${groups!["name"]}.yml or .txt`).toContain(groups!["name"]);
  });

  it("are all used", () => {
    const isUsed = (name: string) =>
      [`"${name}"`, `"${name.replace(/^\w+\//, "")}"`, `${name}.txt`, `${name}.yml`].some((text) =>
        code.includes(text),
      );
    expect(
      names.filter((name) => !isUsed(name)),
      "nothing in rules/, src/ or scripts/ asks for these: delete them or use them",
    ).toEqual([]);
  });
});

describe("package.json", () => {
  it("names exact versions, so that each install is the same", () => {
    const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
      string,
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
