import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenise } from "../src/correspondence/tokens.ts";
import { createPlacer } from "../src/library.ts";
import { lint } from "../src/lint.ts";
import { loadDictionaries } from "../src/node.ts";
import { read } from "../src/read/index.ts";
import { toSource } from "../src/read/projection.ts";
import { reportFile } from "../src/report/report.ts";
import { rules } from "../rules/index.ts";
import { correspondenceOf, linesOf } from "./margin.ts";

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&amp": "&",
  "&nbsp;": "\u00a0",
  "&pound;": "£",
  "&pound": "£",
  "&#x2014;": "—",
  "&eacute;": "é",
  "&#39;": "'",
  "&#8217;": "’",
};
/** What a stretch of the file says once tags and entities are read: the oracle. */
const decode = (raw: string) =>
  raw.replace(/<[^>]*>/g, "").replace(/&(?:#\w+|\w+?);|&(?:amp|pound)/g, (name) => ENTITIES[name] ?? name);

const word = fc.constantFrom(
  "bill",
  "Zoë",
  "don't",
  "&pound;40",
  "&pound40",
  "caf&eacute;",
  "M&amp;S",
  "M&ampS",
  "<b>bold</b>",
  "<span style='color:red'>red",
  "re&nbsp;paid",
  "O&#39;Brien",
  "it&#8217;s",
  "😀",
  "x&#x2014;y",
  "half<i>ital</i>ic",
  "a</b>b",
  "<!-- note -->",
  "5 < 6",
  "{{name}}",
  "<<Name>>",
  "<%= x %>",
);
const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `Word ${words.join(" ")}`);
const block = fc.oneof(
  line.map((text) => `<p>${text}</p>`),
  line.map((text) => `<p class="a">${text}`),
  line.map((text) => `<DIV>${text}</DIV>`),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((lines) => `<ul>${lines.map((text) => `<li>${text}`).join("\n")}</ul>`),
  fc.tuple(line, line).map(([a, b]) => `<table><tr><td>${a}<td>${b}</table>`),
  fc.tuple(line, line).map(([a, b]) => `${a}<br>\n${b}<br/><br>`),
  line.map((text) => `<h2 title='Big'>${text}</h2>`),
  line.map((text) => `<blockquote>${text}</blockquote>`),
  line.map((text) => `<div hidden>${text}</div>`),
  fc.constant("<style>p { color: red }</style><script>utilise()</script><!--[if mso]><p>mso</p><![endif]-->"),
);
const page = fc
  .record({
    blocks: fc.array(block, { minLength: 1, maxLength: 6 }),
    end: fc.constantFrom("\n", "\r\n"),
    bom: fc.boolean(),
    head: fc.constantFrom("", "<!DOCTYPE html><html><head><title>Your &amp; bill</title></head><body>"),
  })
  .map(({ blocks, end, bom, head }) =>
    `${bom ? "\uFEFF" : ""}${head}\n<p>Start</p>${blocks.join("\n")}`.replaceAll("\n", end),
  );

describe("HTML", () => {
  it("knows where each of its words stands in the raw file", async () => {
    await fc.assert(
      fc.asyncProperty(page, async (html) => {
        const { blocks, origin, source } = await read("page.html", html);
        for (const { projection } of blocks) {
          for (const { text, start, end, kind } of tokenise(projection, 0, projection.text.length)) {
            const place = toSource(origin!, start, end);
            const raw = html.slice(place.start, place.end);
            if (kind === "placeholder") expect(raw).toBe(source.slice(start, end));
            else expect(decode(raw)).toBe(text);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("has each line that is not blank in exactly one part", async () => {
    await fc.assert(
      fc.asyncProperty(page, async (html) => {
        const { source, parts } = await correspondenceOf(html, "page.html");
        for (const { start } of linesOf(source))
          expect(parts.filter((part) => part.start <= start && part.end > start)).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });

  const blocksOf = async (html: string) =>
    (await read("page.html", html)).blocks.map(({ kind, quoted, part, projection }) =>
      [part ?? (quoted ? "quoted" : kind), projection.text].join(": "),
    );

  it.each([
    ["text in no element", "Dear Sam<br><br>Your bin", ["paragraph: Dear Sam", "paragraph: Your bin"]],
    ["white space of the file", "<p>One\n   two\t three </p>", ["paragraph: One two three"]],
    [
      "paragraphs that nobody closed",
      "<p>One<p>Two<div>Three",
      ["paragraph: One", "paragraph: Two", "paragraph: Three"],
    ],
    ["a table of layout", "<table><tr><td><p>One</p>Two</td></tr></table>", ["paragraph: One", "paragraph: Two"]],
    [
      "a table of facts",
      "<table><tr><th>Item<th>Price<tr><td>Lamp<td>£4</table>",
      ["cell: Item", "cell: Price", "cell: Lamp", "cell: £4"],
    ],
    ["lists and headings", "<h1>Bins</h1><ul><li>one<li>two</ul>", ["heading: Bins", "item: one", "item: two"]],
    [
      "a line in bold",
      "<p><b>Your new bin</b></p><p><b>Dear Sam,</b></p>",
      ["heading: Your new bin", "paragraph: Dear Sam,"],
    ],
    [
      "what a style hides",
      "<p>A<span style='display: none'>no</span> b</p><div style='mso-hide:all'>no</div>",
      ["paragraph: A b"],
    ],
    ["a preheader", "<div class='preheader'>no</div><p>Yes</p>", ["paragraph: Yes"]],
    ["comments for Outlook", "<!--[if mso]><p>no</p><![endif]--><![if !mso]><p>Yes</p><![endif]>", ["paragraph: Yes"]],
    [
      "titles and image texts",
      "<title>Bins &amp; you</title><p>A</p><img alt='A blue bin'><a title='Look' href=x>b</a>",
      ["paragraph: A", "paragraph: b", "aside: Bins & you", "aside: A blue bin", "aside: Look"],
    ],
    [
      "an earlier message",
      "<p>A</p><div class='gmail_quote'><div class='gmail_attr'>On 8 June Sam wrote:</div><blockquote><p>B</p></blockquote></div><p>C</p>",
      ["paragraph: A", "quoted: On 8 June Sam wrote:", "quoted: B", "paragraph: C"],
    ],
    [
      "the lines of a mail program",
      "<div>Kind regards</div><div>Tom Hadley</div><div><br></div><div>Call us</div>",
      ["paragraph: Kind regards\nTom Hadley", "paragraph: Call us"],
    ],
    [
      "Outlook's lines",
      "<p class=MsoNormal>Kind regards</p><p class=MsoNormal>Tom Hadley</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>Call us</p>",
      ["paragraph: Kind regards\nTom Hadley", "paragraph: Call us"],
    ],
    ["text as it stands", "<pre>One\nTwo</pre>", ["paragraph: One\nTwo"]],
    ["a tag that never ends", "<p>One</p><p class='x", ["paragraph: One"]],
  ])("reads %s", async (_, html, expected) => {
    expect(await blocksOf(html)).toEqual(expected);
  });

  it("keeps hidden text for those who look for personal data", async () => {
    const { source, skipped } = await read("page.html", "<p>Dear Sam</p><p style='display:none'>Card 5555</p>");
    expect(skipped.map(({ start, end, reason }) => [reason, source.slice(start, end)])).toEqual([
      ["hidden", "Card 5555"],
    ]);
  });

  it.each([
    ["a comment", "<!-- Card 4111 1111 1111 1111 -->"],
    ["what only Outlook sees", "<!--[if mso]><p>Card 4111 1111 1111 1111</p><![endif]-->"],
    ["a link", '<a href="https://www.example.com/?card=4111111111111111">guide</a>'],
  ])("keeps %s for them", async (_, html) => {
    const content = `<p>Dear Sam</p>${html}<p>Yours</p>`;
    const { personalData } = await lint({ path: "page.html", content }, { rules, dictionaries: loadDictionaries() });
    expect(personalData.map(({ kind }) => kind)).toEqual(["card"]);
  });

  it("gives a program the places in the file", async () => {
    const content = "<p>Dear Mrs Patel</p>\n<p>We will utilise it.</p>";
    const { correspondence, findings } = await lint(
      { path: "a.html", content },
      { rules, dictionaries: loadDictionaries() },
    );
    const { start, end } = createPlacer(correspondence)(findings.find(({ text }) => text === "utilise")!);
    expect(start).toEqual({ line: 2, column: 12, offset: content.indexOf("utilise") });
    expect(end).toMatchObject({ column: 19 });
  });

  it("reads a word as one that may be parted at the end of a line", async () => {
    const { blocks } = await read("page.html", "<p>Dear infor&shy;mation and accom&#8203;modation</p>");
    expect(blocks.map(({ projection }) => projection.text)).toEqual(["Dear information and accommodation"]);
    const text = await read("letter.txt", "Dear infor\u00admation");
    expect(text.blocks.map(({ projection }) => projection.text)).toEqual(["Dear information"]);
  });

  it.each([
    ["a class", ".note { color: red; display: none }", "<p class='big note'>"],
    ["an id", "#note{visibility:hidden}", "<p id=note>"],
    ["an element and two classes", "p.a.b, h9{mso-hide:all}", "<p class='b a'>"],
    ["a rule after an import and a comment", "@import 'x'; /* } */ .note{max-height:0}", "<p class=note>"],
  ])("knows what a style sheet hides by %s", async (_, css, tag) => {
    const html = `<html><head><style>${css}</style></head><body><p>Dear Sam</p>${tag}Card 5555</p></body></html>`;
    const { source, blocks, skipped } = await read("page.html", html);
    expect(blocks.map(({ projection }) => projection.text)).toEqual(["Dear Sam"]);
    expect(skipped.map(({ start, end }) => source.slice(start, end))).toEqual(["Card 5555"]);
  });

  it.each([
    ["for some screens alone", "@media (max-width: 600px) { .note { display: none } }"],
    ["for what stands in another element", ".wide .note { display: none }"],
    ["for another class", ".notes { display: none }"],
    ["with nothing chosen", "{ display: none }"],
    ["that is never closed", ".note { display: none"],
    ["that hides nothing", ".note { display: block; max-height: 0.5em }"],
  ])("reads what a style sheet has a rule %s", async (_, css) => {
    const { blocks } = await read("page.html", `<style>${css}</style><p class=note>Dear Sam</p>`);
    expect(blocks.map(({ projection }) => projection.text)).toEqual(["Dear Sam"]);
  });

  it("reads front matter above HTML", async () => {
    const html = "---\nchannel: letter\n---\n<p>Dear Sam</p>\n<p>We will utilise a van.</p>\n";
    const report = reportFile(
      await lint({ path: "page.html", content: html }, { rules, dictionaries: loadDictionaries() }),
    );
    expect(report.channel).toBe("letter");
    expect(report.findings.find(({ rule }) => rule === "plain-english")?.start).toMatchObject({ line: 5, column: 12 });
  });

  it("keeps the comments that let something pass", async () => {
    const content =
      "<p>Dear Sam</p><!-- corrcheck-disable-next plain-english -- the name of the van --><p>We utilise Van.</p><p>We utilise it.</p>";
    const { findings } = await lint({ path: "page.html", content }, { rules, dictionaries: loadDictionaries() });
    expect(findings.filter(({ rule }) => rule === "plain-english").map(({ text }) => text)).toEqual(["utilise"]);
  });

  it("is read between the blocks of Markdown as well", async () => {
    const source =
      "# Bins\n\n<div align='center'>\n<p>We take &pound;4\n for it.</p>\n</div>\n\nYours <b>truly</b>\n\n<!-- note -->\n\n<p hidden>no</p>\n";
    const { blocks, skipped } = await read("letter.md", source);
    expect(blocks.map(({ projection }) => projection.text)).toEqual(["Bins", "We take £4 for it.", "Yours truly"]);
    expect(blocks[1]!.projection.pieces[0]!.start).toBe(source.indexOf("We take"));
    expect(skipped.map(({ start, end }) => source.slice(start, end))).toEqual(["no"]);
  });
});

describe("hostile HTML is read within seconds", () => {
  it.each([
    ["nested tags", `${"<div>".repeat(100_000)}Dear Sam${"</div>".repeat(100_000)}`],
    ["tags that nobody closed", `${"<b>".repeat(300_000)}Dear Sam`],
    ["nested tables", `${"<table><tr><td>".repeat(100_000)}Dear Sam`],
    ["tags that nobody opened", `${"</div>".repeat(300_000)}Dear Sam`],
    ["attributes", `<a ${'b="c&amp;" '.repeat(200_000)}>Dear Sam`],
    ["entities", `Dear Sam ${"&amp;".repeat(200_000)}`],
    ["angle brackets", `Dear Sam ${"<".repeat(200_000)}`],
    ["comments", `Dear Sam ${"<!--".repeat(200_000)}`],
    ["lines", "<div>Dear Sam</div>".repeat(50_000)],
  ])("%s", async (_, html) => {
    const from = performance.now();
    const { source } = await read("page.html", html);
    expect(performance.now() - from).toBeLessThan(4000);
    expect(source).toContain("Dear Sam");
  });

  it("refuses a page with no text in one line", async () => {
    await expect(read("page.html", "<html><body><img src=x></body></html>")).rejects.toThrow("this file has no text");
  });
});
