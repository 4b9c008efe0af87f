import { readFileSync } from "node:fs";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { lint } from "../src/index.ts";
import { read } from "../src/read/index.ts";
import { reportFile } from "../src/report/report.ts";
import { rules } from "../rules/index.ts";
import { loadDictionaries } from "../src/node.ts";

const dictionaries = loadDictionaries();

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (inside: string) => `<w:p>${inside}</w:p>`;
const run = (text: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const docx = (body: string, others: Readonly<Record<string, string>> = {}) =>
  zipSync({
    "word/document.xml": strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(others).map(([path, xml]) => [path, strToU8(xml)])),
  });
const textsOf = async (file: Uint8Array) => {
  const { source, blocks } = await read("letter.docx", file);
  return { source, texts: blocks.map(({ projection }) => projection.text) };
};

describe("a Word letter", () => {
  const sample = readFileSync(new URL("../fixtures/formats/bad-water-leak.docx", import.meta.url));

  it("is read whole: text box, address, merge field, table, list, header and footer", async () => {
    const { texts } = await textsOf(sample);
    expect(texts).toEqual([
      "Mr Daniel Okafor\n8 Ashgrove Terrace\nNorthmere NM2 4QT",
      "Ring us on 01632 960123 about your leak.",
      "4 June 2026",
      "Dear ˣˣˣˣˣˣˣ Okafor",
      "Your leak allowance",
      "Thank you for your letter of 28 May. We have agreed to take £64.20 off your bill.",
      "The meter readings that we recieved are below.",
      "Date",
      "Reading",
      "3 March 2026",
      "1,204",
      "What happens next",
      "We will take £64.20 off your bill by 19 June 2026.",
      "You do not need to do anything.",
      "Yours sincerely",
      "Kofi Mensah\nBilling team",
      "Tarnside Water, Mill Lane, Northmere NM1 1AA",
      "Tarnside Water Ltd. Registered in England, number 01234567.",
    ]);
  });

  it("has the texts of its pictures after the paragraph that they stand in", async () => {
    const picture = `<w:r><w:drawing><wp:docPr id="1" name="Picture 1" title="Our van" descr="Mrs Patel&apos;s card 4929 4212 3460 0821"/></w:drawing></w:r>`;
    const file = docx(paragraph(run("Dear Sam") + picture) + paragraph(run("Thank you.")));
    expect((await textsOf(file)).texts).toEqual([
      "Dear Sam",
      "Our van",
      "Mrs Patel's card 4929 4212 3460 0821",
      "Thank you.",
    ]);
    const { findings } = await lint({ path: "letter.docx", content: file }, { rules, dictionaries });
    expect(findings.map(({ rule, kind }) => `${rule}/${kind}`)).toContain("personal-data/card");
  });

  it("keeps what the customer could see though it is no part of the text", async () => {
    const { source, annotations } = await read("letter.docx", sample);
    expect(annotations.map(({ kind, start, end }) => [kind, source.slice(start, end)])).toEqual([
      ["deletion", "even though he is a pain"],
      ["highlight", "£64.20"],
      ["hidden-text", " Account flagged: slow payer."],
      ["insertion", "Billing team"],
      ["comment", "Helen, check this with legal before it goes."],
    ]);
  });

  it("has its places by paragraph and column", async () => {
    const result = await lint({ path: "letter.docx", content: sample }, { rules, dictionaries });
    const { findings, structure } = reportFile(result);
    expect(findings.find(({ rule }) => rule === "spelling")?.start).toEqual({ paragraph: 7, column: 28 });
    expect(structure.salutation.evidence).toEqual({ text: "Dear «Title» Okafor", paragraph: 4 });
  });

  it("counts the paragraphs of a header by themselves", async () => {
    const file = docx(paragraph(run("Dear Mrs Patel")) + paragraph(run("Thank you for your letter.")), {
      "word/header1.xml": `<w:hdr ${W}>${paragraph(run("Tarnside Water"))}${paragraph(run("[LOGO]"))}</w:hdr>`,
    });
    const { findings } = reportFile(await lint({ path: "letter.docx", content: file }, { rules, dictionaries }));
    expect(findings.find(({ rule }) => rule === "placeholder")?.start).toEqual({
      paragraph: 2,
      column: 1,
      part: "header",
    });
  });

  it("takes simple fields, unfilled content controls and both text boxes of old and new Word", async () => {
    const box = `<w:txbxContent>${paragraph(run("In the box"))}</w:txbxContent>`;
    const { source, texts } = await textsOf(
      docx(
        paragraph(`${run("Dear ")}<w:fldSimple w:instr=' MERGEFIELD "First name" '>${run("Anjali")}</w:fldSimple>`) +
          paragraph(
            `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run("Tap to write")}</w:sdtContent></w:sdt>`,
          ) +
          paragraph(
            `<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`,
          ),
      ),
    );
    expect(texts).toEqual(["Dear ˣˣˣˣˣˣ", "ˣ".repeat("Tap to write".length), "In the box"]);
    expect(source).toBe("Dear Anjali\nTap to write\n\nIn the box\n");
  });

  it("has every word at its place in the source, whatever the runs", () => {
    const text = fc.stringMatching(/^[a-z £&<é😀]{0,12}$/u);
    const properties = fc.constantFrom("", "<w:b/>", "<w:vanish/>", '<w:highlight w:val="yellow"/>');
    const paragraphs = fc.array(fc.array(fc.tuple(text, properties), { maxLength: 5 }), { minLength: 1, maxLength: 6 });
    return fc.assert(
      fc.asyncProperty(paragraphs, async (drawn) => {
        const body = drawn.map((runs) => paragraph(runs.map(([words, how]) => run(words, how)).join(""))).join("");
        const { source, blocks } = await read("letter.docx", docx(`${paragraph(run("First."))}${body}`));
        expect(source).toBe(`First.\n${drawn.map((runs) => runs.map(([words]) => words).join("")).join("\n")}\n`);
        for (const { projection } of blocks)
          for (const { at, length, start, end } of projection.pieces)
            expect(source.slice(start, end)).toBe(projection.text.slice(at, at + length));
        const shown = drawn.map((runs) => runs.map(([words, how]) => (how.includes("vanish") ? "" : words)).join(""));
        expect(blocks.slice(1).map(({ projection }) => projection.text)).toEqual(shown.filter((words) => words !== ""));
      }),
    );
  });
});

describe("a .docx that cannot be read", () => {
  const huge = new Uint8Array(40 * 1024 * 1024).fill(0x20);
  it.each<[string, Uint8Array, RegExp]>([
    ["is no zip", strToU8("Dear Mrs Patel"), /damaged, or is none/],
    ["is cut short", docx(paragraph(run("Dear Mrs Patel"))).slice(0, 90), /damaged, or is none/],
    ["is an old .doc", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /old \.doc file or needs a password/],
    ["is another kind of file", zipSync({ "xl/workbook.xml": strToU8("<x/>") }), /no Word document/],
    [
      "has broken XML",
      zipSync({ "word/document.xml": strToU8("<w:document><w:p>") }),
      /word\/document\.xml .* damaged/,
    ],
    ["has an entity of its own", docx(paragraph("<w:r><w:t>&bomb;</w:t></w:r>")), /damaged/],
    ["fills the memory", zipSync({ "word/document.xml": huge }), /over 8 MB/],
    ["has no text", docx(paragraph("")), /empty/],
  ])("%s", async (_, content, message) => {
    await expect(read("letter.docx", content)).rejects.toThrow(message);
  });

  it("is read although elements are nested 100,000 deep", async () => {
    const deep = `${"<w:sdt>".repeat(1e5)}${paragraph(run("Dear Mrs Patel"))}${"</w:sdt>".repeat(1e5)}`;
    expect((await textsOf(docx(deep))).texts).toEqual(["Dear Mrs Patel"]);
  });
});
