import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenise } from "../src/correspondence/tokens.ts";
import { read } from "../src/read/index.ts";
import { maskPlaceholders } from "../src/read/placeholders.ts";

/** The words of a file with the places that they have in it. */
async function wordsOf(path: string, source: string) {
  const { blocks } = await read(path, source);
  return blocks.flatMap(({ projection }) => tokenise(projection, 0, projection.text.length));
}

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&nbsp;": "\u00a0",
  "&pound;": "£",
  "&#x2014;": "—",
  "&eacute;": "é",
  "&#39;": "'",
  "&gt;": ">",
};
/** What a stretch of the file says once entities and escapes are read: the oracle, independent of the projection. */
const decode = (text: string) =>
  text.replace(/&[#\w]+;/g, (name) => ENTITIES[name] ?? name).replace(/\\([!-/:-@[-`{-~])/g, "$1");

const word = fc.constantFrom(
  "bill",
  "Zoë",
  "it’s",
  "don't",
  "&pound;40",
  "caf&eacute;",
  "M&amp;S",
  "a\\*b",
  "\\_late\\_",
  "😀",
  "“quoted”",
  "re&nbsp;paid",
  "e-mail",
  "**bold**",
  "*soft*",
  "[our guide](https://example.com/a_b)",
  "12.30pm",
  "O&#39;Brien",
  "&gt;",
  "👩‍👩‍👧",
  "naïve",
  "ﬁne",
  "x&#x2014;y",
);
const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `Word ${words.join(" ")}`);
const paragraph = fc.array(line, { minLength: 1, maxLength: 4 });
const block = fc.oneof(
  paragraph.map((lines) => lines.join("\n")),
  paragraph.map((lines) => lines.map((text) => `> ${text}`).join("\n")),
  paragraph.map((lines) => `- ${lines.join("\n  ")}`),
  paragraph.map((lines) => `1. ${lines.join("\n   ")}\n   - ${lines.join("\n     ")}`),
  paragraph.map((lines) => `> - ${lines.join("\n>   ")}`),
  line.map((text) => `# ${text}`),
  line.map((text) => `| a | b |\n|---|---|\n| ${text.replaceAll("|", "")} | two |`),
);
const message = fc
  .record({
    blocks: fc.array(block, { minLength: 1, maxLength: 5 }),
    end: fc.constantFrom("\n", "\r\n"),
    bom: fc.boolean(),
  })
  .map(({ blocks, end, bom }) => (bom ? "\uFEFF" : "") + blocks.join("\n\n").replaceAll("\n", end) + end);

describe("positions", () => {
  it.each(["letter.md", "letter.txt"])("the range of every word in %s decodes to that word", async (path) => {
    await fc.assert(
      fc.asyncProperty(message, async (source) => {
        const words = await wordsOf(path, source);
        expect(words.length).toBeGreaterThan(0);
        for (const { text, start, end } of words) {
          const written = source.slice(start, end);
          expect(path.endsWith(".md") ? decode(written) : written).toBe(text);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("loses no word of a paragraph", async () => {
    const source = "\uFEFFDear Zoë,\r\n\r\n> We said &pound;40\r\n> for M&amp;S\r\n\r\n- one\r\n  two 😀 three\r\n";
    const words = await wordsOf("letter.md", source);
    expect(words.map(({ text }) => text).join(" ")).toBe("Dear Zoë , We said £40 for M & S one two 😀 three");
    expect(words.map(({ start, end }) => source.slice(start, end)).join(" ")).toBe(
      "Dear Zoë , We said &pound;40 for M &amp; S one two 😀 three",
    );
  });

  it("reads an indented address block, a hard break and a table", async () => {
    const words = await wordsOf(
      "letter.md",
      "    14 Elder Close\n    Hebden Royd\n\nTel:  \n01632 960118\n\n| Date | Monday |\n|---|---|\n| Time | `10am` |\n",
    );
    expect(words.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["14", "Elder", "Royd", "01632", "Date", "Monday", "Time"]),
    );
  });
});

describe("placeholders", () => {
  it.each([
    "{{name}}",
    "{{{name}}}",
    "((name))",
    "[Name]",
    "[INSERT DATE]",
    "<<Name>>",
    "«Name»",
    "%NAME%",
    "<%= name %>",
    "${name}",
    "*|NAME|*",
    "[[name]]",
    "{!Contact.Name}",
    "[[${name}]]",
    "%{user.name}",
    "<?= $name ?>",
    "<?php echo $name ?>",
    "{name}",
    "<add name>",
    "&lt;insert date&gt;",
    "$TODO_NAME",
  ])("%s is one word to the parser, where it stands", async (field) => {
    const source = `Dear ${field} and all,\n`;
    const { text, placeholders } = maskPlaceholders(source);
    expect(placeholders.map(({ start, end }) => source.slice(start, end))).toEqual([field]);
    expect(text).toHaveLength(source.length);
    const words = await wordsOf("letter.md", source);
    expect(words.map(({ kind }) => kind)).toEqual(["word", "placeholder", "word", "word", "mark"]);
  });

  it.each([
    "[our guide](https://example.com)",
    "50% of 20% off",
    "[1]",
    "a (small) note",
    "[sic]",
    "{",
    "We paid [as agreed on the phone with you last week].",
  ])("%s is no field", (text) => expect(maskPlaceholders(text).placeholders).toEqual([]));

  it("blanks logic and keeps the words inside it", () => {
    const source = "{{#if late}}Sorry that we are late.{{/if}} {% else %} ((late??You are late.))";
    const { text, placeholders } = maskPlaceholders(source);
    expect(placeholders).toEqual([]);
    expect(text).toHaveLength(source.length);
    expect(text.trim().replace(/\s+/g, " ")).toBe("Sorry that we are late. You are late.");
  });

  it("never moves the text", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("{", "}", "[", "]", "(", ")", "<", ">", "%", "a", " ", "\n", "?", "$", "«"),
        }),
        (text) => maskPlaceholders(text).text.length === text.length,
      ),
    );
  });
});

describe("files", () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  it("reads UTF-16 by its byte order mark, and Windows-1252 with a note", async () => {
    expect((await read("a.txt", bytes(0xff, 0xfe, 0x48, 0, 0x69, 0))).source).toBe("\uFEFFHi");
    expect((await read("a.txt", bytes(0xfe, 0xff, 0, 0x48, 0, 0x69))).source).toBe("\uFEFFHi");
    const latin = await read("a.txt", bytes(0xa3, 0x34, 0x30));
    expect([latin.source, latin.notes]).toEqual(["£40", ["not UTF-8: read as Windows-1252"]]);
  });
  it("refuses what is binary or empty, and front matter that does not parse", async () => {
    await expect(read("a.txt", bytes(0x50, 0x4b, 0, 1))).rejects.toThrow("binary");
    await expect(read("a.txt", " \n")).rejects.toThrow("empty");
    await expect(read("a.md", "---\nchannel: [email\n---\nHi")).rejects.toThrow(
      /line \d+, column \d+: the front matter/,
    );
  });
  it("refuses front matter whose aliases would fill the memory", async () => {
    const rows = ["a: &a [x, x]", ..."bcdefghij"].map((name, at, all) =>
      at === 0 ? name : `${name}: &${name} [${Array.from({ length: 9 }, () => `*${all[at - 1]![0]!}`).join(", ")}]`,
    );
    const text = `---\n${rows.join("\n")}\n---\nDear Mrs Patel\n`;
    await expect(read("letter.md", text)).rejects.toThrow("an alias (*) too many");
  });

  it("takes a lone carriage return for a line end", async () => {
    expect((await read("letter.txt", "Dear Sam\r\rThank you.\r")).source).toBe("Dear Sam\n\nThank you.\n");
  });

  it("reads front matter and keeps the places of what follows", async () => {
    const source = "---\nchannel: letter\n---\nDear Sam\n";
    const { frontMatter, blocks } = await read("a.md", source);
    expect(frontMatter?.data).toEqual({ channel: "letter" });
    expect(blocks[0]!.projection.pieces[0]!.start).toBe(source.indexOf("Dear"));
  });
});

describe("hostile files are read within seconds", () => {
  it.each([
    ["nested quotations", ">".repeat(100_000)],
    ["open brackets", "[".repeat(100_000)],
    ["emphasis marks", "*a_".repeat(50_000)],
    ["one long line", "word ".repeat(200_000)],
    ["apostrophes", "a'".repeat(200_000)],
    ["list markers", "- ".repeat(50_000)],
    ["open fields", "{{".repeat(100_000)],
    ["angle brackets", "<".repeat(200_000)],
  ])("%s", async (_, source) => {
    const from = performance.now();
    await wordsOf("hostile.md", source);
    expect(performance.now() - from).toBeLessThan(4000);
  });
});
