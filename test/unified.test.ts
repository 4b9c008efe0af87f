import dictionary from "dictionary-en-gb";
import type { Nodes as MarkdownNodes } from "mdast";
import type { Nodes, Parents, Root } from "nlcst";
import retextReadability from "retext-readability";
import retextSpell from "retext-spell";
import type { VFile } from "vfile";
import { describe, expect, it } from "vitest";
import { fromUnified, lint, type Rule } from "../src/index.ts";
import { loadDictionaries } from "../src/node.ts";

const dictionaries = loadDictionaries();

/** What a rule says of a letter: the words as they stand in the file, and what to do with them. */
async function findingsOf(rule: Rule, content: string, path = "letter.md") {
  const { findings } = await lint({ path, content }, { rules: [rule], dictionaries });
  return findings.map(({ start, end, message, suggestions }) => [content.slice(start, end), message, suggestions]);
}

const textOf = (node: Nodes): string =>
  "children" in node ? node.children.map(textOf).join("") : "value" in node ? node.value : "";

/** A plug-in of retext: says where a word stands twice in a row. */
function repeatedWords() {
  return (tree: Root, file: VFile) => visit(tree, file);

  function visit(node: Parents, file: VFile): void {
    let previous: Nodes | undefined;
    for (const child of node.children) {
      if (child.type === "WordNode") {
        const word = textOf(child);
        if (previous && textOf(previous).toLowerCase() === word.toLowerCase()) {
          const message = file.message(`Write “${word}” once.`, {
            place: { start: previous.position!.start, end: child.position!.end },
          });
          message.expected = [word];
        }
        previous = child;
      } else if (child.type !== "WhiteSpaceNode") previous = undefined;
      if ("children" in child) visit(child, file);
    }
  }
}

/** A plug-in of remark: says where a link says nothing of where it leads. */
function linkWords({ vague }: { vague: readonly string[] }) {
  return (tree: MarkdownNodes, file: VFile) => visit(tree, file);

  function visit(node: MarkdownNodes, file: VFile): void {
    const [only] = node.type === "link" ? node.children : [];
    if (only?.type === "text" && vague.includes(only.value)) file.message(`Say where “${only.value}” leads.`, node);
    if ("children" in node) for (const child of node.children) visit(child, file);
  }
}

const about = {
  title: "Say it once.",
  why: "A word that stands twice makes the reader stop.",
  criteria: ["1.3"],
} as const;
const onceOnly = fromUnified({ ...about, id: "repeated-word", severity: "warning", plugin: repeatedWords });

describe("a plug-in of retext", () => {
  it("becomes a rule: its messages get the id, severity and criteria of the rule", async () => {
    const { findings } = await lint(
      { path: "letter.md", content: "Dear Mrs Patel\n\nWe have have paid your refund.\n" },
      { rules: [onceOnly], dictionaries },
    );
    expect(findings).toEqual([
      {
        rule: "repeated-word",
        kind: undefined,
        severity: "warning",
        criteria: ["1.3"],
        message: "Write “have” once.",
        text: "have have",
        suggestions: ["have"],
        fixable: false,
        start: 19,
        end: 28,
      },
    ]);
  });

  it.each([
    ["entities and escapes", "Dear Sam\n\nM&amp;S paid &pound;40\\* to to you.\n", "to to"],
    [
      "CRLF, a byte order mark and a wrapped line",
      "\uFEFFDear Sam\r\n\r\nWe paid you\r\nthe the refund.\r\n",
      "the the",
    ],
    ["a line end between the two", "Dear Sam\r\n\r\nWe have paid you the\r\nthe refund.\r\n", "the\r\nthe"],
    ["markup", "Dear Sam\n\nWe **paid** you 😀 [the the](https://example.com) refund.\n", "the the"],
    ["a list item over two lines", "Dear Sam\n\nPlease bring:\n\n- your card and\n  a a bill\n", "a a"],
    ["front matter", "---\nchannel: email\n---\nDear Sam\n\nYour your bill is ready.\n", "Your your"],
  ])("has the right place after %s", async (_, content, written) => {
    expect((await findingsOf(onceOnly, content)).map(([text]) => text)).toEqual([written]);
  });

  it.each([
    ["an earlier message", "Dear Sam\n\nWe have paid you.\n\n> I want my my refund.\n"],
    ["the customer's turns in a chat", "Agent: Hello Sam\nSam: my my refund\nAgent: How can I help?\nSam: so so\n"],
    ["the address", "Mr Sam Okafor\nBaden Baden House\nNorthmere\n\nDear Sam\n\nWe have paid you.\n"],
  ])("does not see %s", async (_, content) => {
    expect(await findingsOf(onceOnly, content, "letter.txt")).toEqual([]);
  });

  it("may be retext-readability with settings", async () => {
    const hard = fromUnified({
      id: "hard-sentence",
      title: "Write sentences that are easy to read.",
      why: "A hard sentence is read twice or not at all.",
      criteria: ["1.4"],
      severity: "info",
      plugin: retextReadability,
      settings: { age: 14, minWords: 5 },
    });
    const long =
      "Notwithstanding the aforementioned considerations, responsibility for infrastructure &amp; apparatus maintenance remains unequivocally with the proprietor.";
    const findings = await findingsOf(hard, `Dear Sam\r\n\r\nWe paid you today.\r\n${long}\r\n`);
    expect(findings.map(([text]) => text)).toEqual([long]);
  });

  it("may be retext-spell with a Hunspell dictionary", async () => {
    const spelling = fromUnified({
      id: "hunspell",
      title: "Spell it as the dictionary does.",
      why: "A misspelt word makes the reader doubt the facts beside it.",
      criteria: ["1.3"],
      severity: "warning",
      plugin: retextSpell,
      settings: { dictionary },
    });
    const findings = await findingsOf(spelling, "Dear Sam\r\n\r\nWe &amp; you recieved\r\na definate reply.\r\n");
    expect(findings.map(([text]) => text)).toEqual(["recieved", "definate"]);
    expect(findings[0]![2]).toContain("received");
  });
});

describe("a plug-in of remark", () => {
  const linkText = fromUnified({
    id: "link-text",
    title: "Say where a link leads.",
    why: "A screen reader lists the links of a message without the words around them.",
    criteria: ["1.5"],
    severity: "error",
    plugin: linkWords,
    settings: { vague: ["here", "click here"] },
    tree: "markdown",
  });

  it("sees the Markdown, and has the right place after entities and CRLF", async () => {
    const content =
      "Dear Sam\r\n\r\nM&amp;S paid: see [here](https://example.com) or\r\n[our guide](https://example.com/guide).\r\n";
    expect(await findingsOf(linkText, content)).toEqual([
      ["[here](https://example.com)", "Say where “here” leads.", []],
    ]);
  });

  it("leaves the message as it was for the rules that follow", async () => {
    const content = "Dear Sam\n\nSee [here](https://example.com) and and there.\n";
    const spoil = fromUnified({
      ...about,
      id: "spoil",
      severity: "info",
      plugin: () => (tree: Root) => void tree.children.splice(0),
    });
    const { findings } = await lint(
      { path: "letter.md", content },
      { rules: [spoil, onceOnly, linkText], dictionaries },
    );
    expect(findings.map(({ rule }) => rule)).toEqual(["link-text", "repeated-word"]);
  });
});

it("keeps what a plug-in says with a line alone, or of the whole message", async () => {
  const plugin = () => (_: Root, file: VFile) => {
    file.message("Look here.", { line: 3, column: 1 });
    file.message("Look at it all.");
  };
  const rule = fromUnified({ ...about, id: "places", severity: "warning", plugin });
  const { findings } = await lint(
    { path: "a.txt", content: "Dear Sam\n\nThank you.\n" },
    { rules: [rule], dictionaries },
  );
  expect(findings.map(({ start, message }) => [start, message])).toEqual([
    [0, "Look at it all."],
    [10, "Look here."],
  ]);
});
