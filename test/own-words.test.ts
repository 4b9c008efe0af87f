import { describe, expect, it } from "vitest";
import { letter, project, told } from "./project.ts";

/** What is told of a letter under a configuration, with the files that it names. */
async function toldOf(config: string, words: string, files: Record<string, string> = {}): Promise<string[]> {
  const { json } = project({ ...files, "corrcheck.yml": config, "a.md": letter(words) });
  const { status, err, file } = await json(["a.md"]);
  if (status === 2) throw new Error(err);
  return told(file);
}

describe("accepted words", () => {
  it("are spelt right: whole words, small letters standing for capitals too, with a possessive", async () => {
    const words = "The tarnwid is new. The tarnwid’s lid is blue. The tarnwids are old. The tarnwidd is not.";
    expect(await toldOf("vocabulary: {accept: [tarnwid]}", words)).toEqual([
      "spelling/unknown: tarnwids",
      "spelling/unknown: tarnwidd",
    ]);
    expect(await toldOf("vocabulary: {accept: [Tarnwid]}", "The tarnwid is new.")).toEqual([
      "spelling/unknown: tarnwid",
    ]);
  });

  it("as a phrase only within it", async () => {
    const words = "The forme noire is here. The forme is there.";
    expect(await toldOf("vocabulary: {accept: [forme noire]}", words)).toEqual(["spelling: forme"]);
  });

  it("silence spelling alone, unless rules are named", async () => {
    expect(await toldOf("vocabulary: {accept: [utilise]}", "We utilise it.")).toEqual(["plain-english: utilise"]);
    const accept = "vocabulary: {accept: [{words: utilise, rules: [plain-english]}]}";
    expect(await toldOf(accept, "We utilise it.")).toEqual([]);
  });

  it("that nothing needs are named by --verbose", async () => {
    const { run } = project({
      "corrcheck.yml": "vocabulary: {accept: [tarnwid, grobbel, snorkle]}",
      "a.md": letter("The tarnwid is new."),
      "b.md": letter("The grobbel is new."),
    });
    expect((await run(["a.md", "b.md", "--verbose"])).err).toBe(
      "corrcheck.yml: accepted words that nothing here needed: snorkle\n",
    );
    expect((await run(["a.md", "b.md"])).err).toBe("");
  });

  it("of the front matter count for one document", async () => {
    const { json } = project({
      "a.md": letter("The tarnwid is new.", "---\nvocabulary: {accept: [tarnwid]}\n---\n"),
      "b.md": letter("The tarnwid is new."),
    });
    expect((await json(["a.md", "b.md"])).report.files.map(told)).toEqual([[], ["spelling/unknown: tarnwid"]]);
  });
});

describe("the front matter", () => {
  const front = `---
vocabulary: {reject: [{not: green folder, write: file}]}
dictionaries: [words/jargon.yml, words/ours.txt, words/ours.dic]
---
`;
  const dictionaries = {
    "letters/words/jargon.yml": "- {not: grobbel, write: pipe, example: The grobbel., fine: The pipe.}\n",
    "letters/words/ours.txt": "tarnwid\n",
    "letters/words/ours.dic": "1\nsnorkle/S\n",
    "letters/words/ours.aff": "SFX S Y 1\nSFX S 0 s .\n",
  };
  const body = "The tarnwid is in the green folder. The grobbel has two snorkles.";

  it.each([
    ["without a configuration", {}],
    ["on top of a configuration", { "corrcheck.yml": "vocabulary: {reject: [{not: tarnwid, write: pump}]}" }],
  ])("brings dictionaries and rejected words for one letter, %s", async (_, config: Record<string, string>) => {
    const { json } = project({ ...config, ...dictionaries, "letters/a.md": letter(body, front), "b.md": letter(body) });
    const [a, b] = (await json(["letters/a.md", "b.md"])).report.files.map(told);
    const own = "corrcheck.yml" in config ? ["house-style: tarnwid"] : [];
    expect(a).toEqual([...own, "house-style: green folder", "jargon: grobbel"]);
    expect(b).toEqual(expect.arrayContaining(["spelling: grobbel", "spelling: snorkles", ...own]));
    expect(b).not.toContain("house-style: green folder");
  });
});

describe("rejected words", () => {
  it("are told with what to write instead and why, in the notation of the dictionaries", async () => {
    const { json } = project({
      "corrcheck.yml": `vocabulary:
  reject:
    - {not: customer reference number, write: [account number], why: The bill calls it that}
    - {not: "{utilise}", write: "{use}", severity: error}
    - {not: green folder}
`,
      "a.md": letter("Your customer reference number is new. We are utilising it, green folder."),
    });
    const { file, status } = await json(["a.md"]);
    expect(status).toBe(1);
    expect(file.findings.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      [
        "house-style",
        "warning",
        "Write “account number” instead of “customer reference number”. The bill calls it that.",
      ],
      ["house-style", "error", "Write “using” instead of “utilising”."],
      ["house-style", "warning", "Say “green folder” in plain words."],
    ]);
    expect(file.findings[0]!.criteria).toEqual(["1.5"]);
  });
});

describe("own dictionaries", () => {
  it("add to the rule that they are named after, and to house-style otherwise", async () => {
    const entry = (not: string, write: string) => `- not: ${not}\n  write: ${write}\n  example: We ${not}.\n`;
    const files = {
      "words/jargon.yml": entry("void", "empty home"),
      "words/ours.yml": entry("bill", "statement"),
    };
    expect(await toldOf("dictionaries: [words/jargon.yml, words/ours.yml]", "The void is let.", files)).toEqual([
      "house-style: bill",
      "jargon: void",
      "house-style: bill",
    ]);
  });

  it("use our word classes and verb forms", async () => {
    const files = {
      "ours.yml": '- not: "{take} <MONEY>"\n  write: charge\n  example: We took £5.\n  fine: We took it.\n',
    };
    expect(await toldOf("dictionaries: [ours.yml]", "We took £5 from you.", files)).toEqual(["house-style: took £5"]);
  });

  it("of words, names and slips, and of Hunspell with its forms", async () => {
    const files = {
      "house.txt": "tarnwid # a valve\n",
      "misspellings.txt": "metre = meter\n",
      "trade.dic": "1\ngrobbel/S\n",
      "trade.aff": "SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n",
    };
    const words = "The tarnwid is new. The grobbels of the grobbel are old. The snorkleg is odd. Your metre is fine.";
    expect(await toldOf("dictionaries: [house.txt, misspellings.txt, trade.dic]", words, files)).toEqual([
      "spelling: snorkleg",
      "spelling: metre",
    ]);
  });

  it("of a base and of what extends it are all in force", async () => {
    const entry = (not: string) => `- not: ${not}\n  write: x\n  example: The ${not}.\n`;
    const files = {
      "base/corrcheck.yml": "dictionaries: [ours.yml, words.txt]",
      "base/ours.yml": entry("widget"),
      "base/words.txt": "tarnwid",
      "ours.yml": entry("gadget"),
      "words.txt": "grobbel",
    };
    const words = "The widget, the gadget, the tarnwid and the grobbel are here.";
    expect(await toldOf("extends: ./base\ndictionaries: [ours.yml, words.txt]", words, files)).toEqual([
      "house-style: widget",
      "house-style: gadget",
    ]);
  });
});

const RULE = `{
  id: "no-hello", title: "Say dear.", why: "It is our way.", severity: "warning", criteria: ["1.5"],
  kinds: {loud: {about: "Loud."}}, options: {word: {default: "letter", about: "What."}},
  check({correspondence, options, report}) {
    const start = correspondence.source.indexOf(options.word);
    if (start >= 0) report({at: {start, end: start + options.word.length}, message: "Leave it out.", kind: "loud"});
  },
}`;

describe("plug-ins", () => {
  it.each([
    ["a default export", `export default ${RULE};`],
    ["a list", `export default [${RULE}];`],
    ["rules by name", `export const rules = [${RULE}];`],
  ])("give rules as %s, which are set like ours", async (_, module) => {
    const files = { "own.mjs": module };
    expect(await toldOf("plugins: [./own.mjs]", "", files)).toEqual(["no-hello/loud: letter"]);
    expect(await toldOf("plugins: [./own.mjs]\nrules: {no-hello: {word: bill}}", "", files)).toEqual([
      "no-hello/loud: bill",
    ]);
    expect(await toldOf("plugins: [./own.mjs]\nrules: {no-hello/loud: off}", "", files)).toEqual([]);
  });

  it("come from packages, for import alone too", async () => {
    const files = {
      "node_modules/firm-rules/package.json": '{"name": "firm-rules", "type": "module", "exports": "./index.js"}',
      "node_modules/firm-rules/index.js": `export default ${RULE};`,
      "node_modules/@firm/more/package.json": '{"type": "module", "exports": {".": {"import": "./x.js"}}}',
      "node_modules/@firm/more/x.js": `export default {...${RULE}, id: "more"};`,
    };
    expect(await toldOf("plugins: [firm-rules, '@firm/more']", "", files)).toEqual([
      "more/loud: letter",
      "no-hello/loud: letter",
    ]);
  });

  it("of unified get an id, severity and criteria, and the command line may name them", async () => {
    const plugin = `export default function own({ word }) {
  return (tree, file) => {
    const start = String(file).indexOf(word);
    file.message("No “" + word + "”.", {start: {offset: start}, end: {offset: start + word.length}});
  };
}`;
    const { json } = project({
      "corrcheck.yml":
        "plugins: [{plugin: ./retext-own.mjs, severity: error, criteria: ['1.5'], settings: {word: bill}}]",
      "retext-own.mjs": plugin,
      "a.md": letter(""),
    });
    const { status, file } = await json(["a.md", "--only", "own"]);
    expect(status).toBe(1);
    expect(file.findings.map(({ rule, text, severity, criteria }) => [rule, text, severity, criteria])).toEqual([
      ["own", "bill", "error", ["1.5"]],
    ]);
  });

  it("that throw while a letter is checked are a fault, and the other letters are checked", async () => {
    const throwing = `export default {...${RULE}, check({correspondence}) { if (correspondence.source.includes("boom")) throw new Error("gone off"); }};`;
    const { run } = project({
      "corrcheck.yml": "plugins: [./own.mjs]",
      "own.mjs": throwing,
      "a.md": letter("boom"),
      "b.md": letter("We write."),
    });
    const { status, out, err } = await run(["a.md", "b.md"]);
    expect([status, err]).toEqual([2, expect.stringContaining("the rule “no-hello” stopped: gone off")]);
    expect(out).toContain("b.md");
  });

  it.each([
    [
      "a place outside the text",
      "{at: {start: -7, end: 1e9}, message: 'm'}",
      "it reports a place from -7 to 1000000000",
    ],
    ["an end before its start", "{at: {start: 9, end: 3}, message: 'm'}", "it reports a place from 9 to 3"],
    ["a kind that is not declared", "{at: {start: 0, end: 4}, message: 'm', kind: 'zzz'}", "it declares no kind “zzz”"],
  ])("stop at %s", async (_, told, message) => {
    const { run } = project({
      "corrcheck.yml": "plugins: [./own.mjs]",
      "own.mjs": `export default {...${RULE}, check({report}) { report(${told}); }};`,
      "a.md": letter(""),
    });
    const { status, err } = await run(["a.md"]);
    expect([status, err]).toEqual([2, expect.stringContaining(`the rule “no-hello” stopped: ${message}`)]);
  });
});
