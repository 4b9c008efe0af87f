import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { tokenise } from "../src/correspondence/tokens.ts";
import { lint } from "../src/lint.ts";
import { loadDictionaries } from "../src/node.ts";
import { read } from "../src/read/index.ts";
import { toSource } from "../src/read/projection.ts";
import { reportFile } from "../src/report/report.ts";
import { rules } from "../rules/index.ts";
import { correspondenceOf } from "./margin.ts";

const dictionaries = loadDictionaries();
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const binary = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
const mailOf = (content: string | Uint8Array) => correspondenceOf(content, "mail.eml");

/** The bytes of a text in a character set of one byte, from what the decoder makes of each byte. */
function encode(text: string, charset: string): Uint8Array {
  if (charset === "utf-8") return new TextEncoder().encode(text);
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(charset).decode(Uint8Array.of(byte)), byte] as const),
  );
  return Uint8Array.from([...text].map((character) => table.get(character) ?? 0x3f));
}

/** Quoted-printable with soft line breaks at 60 columns, each byte that is not plain as a code. */
function encodeQuoted(bytes: Uint8Array): string {
  const lines = binary(bytes)
    .split("\r\n")
    .map((line) => {
      const codes = [...line].map((character, at) =>
        /[!-<>-~]/.test(character) || (character === " " && at < line.length - 1)
          ? character
          : `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
      );
      const rows = [""];
      for (const code of codes) {
        if (rows.at(-1)!.length + code.length > 60) rows.push("");
        rows[rows.length - 1] += code;
      }
      return rows.join("=\r\n");
    });
  return lines.join("\r\n");
}

const encodeBase64 = (bytes: Uint8Array) => btoa(binary(bytes)).replace(/.{60}/g, "$&\r\n");

const ENCODERS = { "8bit": binary, "quoted-printable": encodeQuoted, base64: encodeBase64 };
type Encoding = keyof typeof ENCODERS;

const LATIN = ["bill", "Zoë", "£40", "don't", "café", "e-mail", "naïve", "=20", "a=b", "12.30pm", "word_", "=?"];
const OTHERS = ["😀", "“quoted”", "Kraków", "日本"];
const charset = fc.constantFrom("utf-8", "iso-8859-1", "windows-1252");
const prose = (words: readonly string[]) =>
  fc
    .array(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 6 })
    .map((lines) => lines.map((line) => `Word ${line.join(" ")}`).join("\r\n"));
interface Part {
  readonly text: string;
  readonly encoding: Encoding;
  readonly charset: string;
}
const part = charset.chain((name) =>
  fc.record({
    text: prose(name === "utf-8" ? [...LATIN, ...OTHERS] : LATIN),
    encoding: fc.constantFrom<Encoding>("8bit", "quoted-printable", "base64"),
    charset: fc.constant(name),
  }),
);
const write = ({ text, encoding, charset: name }: Part, type = "text/plain") =>
  [
    `Content-Type: ${type};\r\n charset="${name}"`,
    `Content-Transfer-Encoding: ${encoding}`,
    "",
    ENCODERS[encoding](encode(text, name)),
  ].join("\r\n");
const multipart = (kind: string, boundary: string, parts: readonly string[]) =>
  [
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    "",
    "A preamble that nobody reads.",
    ...parts.map((text) => `--${boundary}\r\n${text}`),
    `--${boundary}--`,
    "An epilogue.",
  ].join("\r\n");
const encodedWord = (text: string) => `=?utf-8?B?${btoa(binary(new TextEncoder().encode(text)))}?=`;
const ATTACHMENT = [
  "Content-Type: application/pdf; name=bill.pdf",
  "Content-Disposition: attachment; filename*=utf-8''caf%C3%A9.pdf",
  "Content-Transfer-Encoding: base64",
  "",
  "JVBERi0xLjQ=",
].join("\r\n");

const mail = fc
  .record({
    subject: fc.constantFrom("Your bill", "Zoë’s café bill", "Re: £40 and 日本"),
    plain: part,
    shape: fc.constantFrom("single", "alternative", "mixed", "nested"),
    mbox: fc.boolean(),
  })
  .map(({ subject, plain, shape, mbox }) => {
    const alternative = multipart("alternative", "=_alt", [
      write(plain),
      write({ ...plain, text: `<p>${plain.text}</p>` }, "text/html"),
    ]);
    const body = {
      single: write(plain),
      alternative,
      mixed: multipart("mixed", "mix ed", [write(plain), ATTACHMENT]),
      nested: multipart("mixed", "outer", [multipart("related", "outer-2", [alternative]), ATTACHMENT]),
    }[shape];
    const head = [
      "Received: from a.example.com\r\n\tby b.example.com; Mon, 1 Jun 2026 10:00:00 +0000",
      `From: "Hadley, Tom" <tom@example.com>`,
      `To: ${encodedWord("Zoë Okafor")} <zoe@example.com>`,
      `Subject: ${/[^ -~]/.test(subject) ? `${encodedWord(subject.slice(0, 4))}\r\n ${encodedWord(subject.slice(4))}` : subject}`,
      "Date: Tue, 2 Jun 2026 09:00:00 +0100",
      "MIME-Version: 1.0",
    ];
    const text = `${mbox ? "From tom@example.com Tue Jun  2\r\n" : ""}${head.join("\r\n")}\r\n${body}`;
    return { bytes: latin1(text), plain, subject, hasFile: shape === "mixed" || shape === "nested" };
  });

/** What a stretch of the raw file says: the oracle, which knows the codes and not the reader. */
function decodeRaw(raw: string, { encoding, charset: name }: Part): string {
  if (encoding === "8bit") return raw;
  const codes = raw
    .replace(/=\r\n/g, "")
    .replace(/=([\dA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return new TextDecoder(name).decode(latin1(codes));
}

describe("a mail", () => {
  it("says what postal-mime says", async () => {
    await fc.assert(
      fc.asyncProperty(mail, async ({ bytes, hasFile }) => {
        const expected = await PostalMime.parse(bytes);
        const { source, sections, envelope } = await mailOf(bytes);
        const texts = sections
          .filter(({ name }) => name === "text/plain")
          .map(({ start, end }) => source.slice(start, end));
        const even = (text = "") => text.replaceAll("\r", "").trim();
        expect(texts.map(even).join("\n")).toBe(even(expected.text));
        expect(envelope.subject?.text).toBe(expected.subject);
        expect(envelope.to?.text).toBe(`${expected.to?.[0]?.name} <${expected.to?.[0]?.address}>`);
        expect(envelope.attachments.map(({ text }) => text)).toEqual(hasFile ? ["café.pdf"] : []);
        expect(sections.filter(({ name }) => name === "text/html")).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("knows where each of its words stands in the raw file", async () => {
    await fc.assert(
      fc.asyncProperty(mail, async ({ bytes, plain }) => {
        const { blocks, origin } = await read("mail.eml", bytes);
        const body = blocks.filter((block) => block.part === undefined);
        const words = body.flatMap(({ projection }) => tokenise(projection, 0, projection.text.length));
        expect(words.length).toBeGreaterThan(0);
        let last = 0;
        for (const { text, start, end } of words) {
          const place = toSource(origin!, start, end);
          const raw = origin!.file.slice(place.start, place.end);
          expect(place.start).toBeGreaterThanOrEqual(last);
          last = place.start;
          if (plain.encoding === "base64") expect(inBase64(origin!.file, place, plain.charset)).toContain(text);
          else expect(decodeRaw(raw, plain)).toBe(text);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("the parts of a mail", () => {
  const HEAD = "From: Tom Hadley <tom@example.com>\nTo: Anjali Patel <anjali@example.com>\nSubject: Your bin\n";

  it("has each line that is not blank in exactly one part", async () => {
    await fc.assert(
      fc.asyncProperty(mail, async ({ bytes }) => {
        const { source, parts } = await mailOf(bytes);
        for (const { 0: line, index } of source.matchAll(/[^\r\n]*\S[^\r\n]*/g)) {
          const start = index + line.search(/\S/);
          expect(parts.filter((own) => own.start <= start && own.end > start)).toHaveLength(1);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("joins lines that flow, and keeps the mark of a signature", async () => {
    const text = "Dear Mrs Patel\n\nWe will empty \nyour bin on \n\n Friday.\n> one \n> two\n-- \nTom\n";
    const flowed = await mailOf(`${HEAD}Content-Type: text/plain; format=flowed\n\n${text}`);
    expect(flowed.source).toContain("We will empty your bin on \nFriday.\n> one two\n-- \nTom");
    const deleted = await mailOf(`${HEAD}Content-Type: text/plain; format=flowed; delsp=yes\n\nWe will em \npty it.\n`);
    expect(deleted.source).toContain("We will empty it.");
  });

  it("says of the HTML form only what the plain form does not", async () => {
    const html =
      "<p>We empty your bin on Friday.</p><p>Please utilise the blue bin. It is new.</p><blockquote>My bin was missed</blockquote>";
    const content =
      HEAD +
      multipart("alternative", "x", [
        "\n\nDear Mrs Patel\n\nWe empty your bin on Friday. It is new.\n",
        `Content-Type: text/html\n\n${html}`,
      ]).replaceAll("\r", "");
    const { parts } = await mailOf(content);
    expect(parts.filter(({ name }) => name === "aside").map(({ text }) => text)).toEqual([
      "Please utilise the blue bin.",
    ]);
  });

  it("reads the HTML form where the plain one is a stub", async () => {
    const html = "<p>Dear Mrs Patel</p><p>We empty your bin on Friday, and we are sorry that the crew missed it.</p>";
    const content =
      HEAD +
      multipart("alternative", "x", ["\n\nPlease see the HTML.\n", `Content-Type: text/html\n\n${html}`]).replaceAll(
        "\r",
        "",
      );
    const { parts } = await mailOf(content);
    expect(parts.map(({ name }) => name)).toEqual(["headers", "salutation", "body"]);
  });

  it("knows a reply by its headers", async () => {
    const { direction, inferred } = await mailOf(`${HEAD}In-Reply-To: <1@example.com>\n\nThe crew comes on Friday.\n`);
    expect([direction, inferred.direction]).toEqual(["reply", "its headers name the message it answers"]);
  });

  it("gives the place of a finding in the raw file, with the name of the part", async () => {
    const body = encodeQuoted(
      new TextEncoder().encode("Dear Zoë\r\n\r\nWe will utilise the café vouchers, £5 each, for you to-day.\r\n"),
    );
    const content = `${HEAD}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n${body}`;
    const report = reportFile(await lint({ path: "mail.eml", content }, { rules, dictionaries }));
    const finding = report.findings.find(({ rule }) => rule === "plain-english");
    const offset = content.indexOf("utilise");
    expect(finding?.start).toEqual({ line: 9, column: 9, offset, part: "text/plain" });
    expect(finding?.end).toMatchObject({ offset: offset + "utilise".length });
    expect(report.structure.salutation.evidence).toEqual({ text: "Dear Zoë", line: 7 });
  });
});

describe("a mail that is damaged", () => {
  const HEAD = "From: tom@example.com\r\nSubject: Your bin\r\nMIME-Version: 1.0\r\n";
  const TEXT = "Dear Zoë\r\n\r\nWe come on Friday.\r\n";
  const utf8 = binary(new TextEncoder().encode(TEXT));
  const typed = (type: string, body: string, encoding = "8bit") =>
    `${HEAD}Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
  const parts = `--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${utf8}`;
  const depth = Array.from(
    { length: 1000 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  );

  it.each([
    [
      "no boundary in its headers",
      typed("multipart/mixed", `${parts}--x--`),
      "a boundary between parts is not named in the headers: it was guessed",
    ],
    [
      "a boundary that stands nowhere",
      typed("multipart/mixed; boundary=y", utf8),
      "the boundary between parts stands nowhere in this mail: it was read as one text",
    ],
    ["no last boundary", typed("multipart/mixed; boundary=x", parts), undefined],
    [
      "an unknown character set",
      typed("text/plain; charset=x-none", encodeQuoted(latin1(utf8)), "quoted-printable"),
      "“x-none” is no known character set: read as UTF-8",
    ],
    [
      "a wrong character set",
      typed("text/plain; charset=utf-8", encodeQuoted(latin1(TEXT)), "quoted-printable"),
      "a part of this mail is not UTF-8: read as Windows-1252",
    ],
    [
      "raw bytes of a wrong set",
      typed("text/plain; charset=utf-8", TEXT),
      "a part of this mail is not UTF-8: read as Windows-1252",
    ],
    [
      "UTF-8 that calls itself Latin",
      typed("text/plain; charset=iso-8859-1", utf8),
      "a part of this mail is UTF-8, not iso-8859-1 as it says",
    ],
    [
      "more than ASCII in ASCII",
      typed("text/plain; charset=us-ascii", encodeQuoted(latin1(utf8)), "quoted-printable"),
      "a part of this mail is not ASCII as it says: read as UTF-8",
    ],
    [
      "base64 that is cut short",
      typed("text/plain; charset=utf-8", encodeBase64(latin1(`${utf8} `)).slice(0, -3), "base64"),
      "a part in base64 is cut short",
    ],
    [
      "parts nested 1,000 deep beside its text",
      `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n${parts}\r\n--x\r\n${depth.join("")}\r\nHi\r\n--x--`,
      "parts nested more than 20 deep were not read",
    ],
    ["no headers", utf8, "read as plain text: it has no header lines, as a mail has"],
  ])("is read as well as can be: %s", async (_, content, note) => {
    const { source, notes } = await mailOf(latin1(content));
    expect(source.replaceAll("\r", "")).toContain("Dear Zoë\n\nWe come on Friday.");
    expect(notes).toEqual(note === undefined ? [] : [note]);
  });

  it.each([
    ["with an empty body", latin1(`${HEAD}\r\n\r\n`), "this mail has no text"],
    ["with a file and no text", latin1(`${HEAD}${ATTACHMENT}`), "this mail has no text"],
    ["that is a zip file", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0), "binary"],
    ["that is an Outlook file", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), "binary"],
    ["that is empty", new Uint8Array(), "this file is empty"],
  ])("is refused in one line: one %s", async (_, content, message) => {
    await expect(read("mail.eml", content)).rejects.toThrow(message);
  });

  it.each([
    [
      "a file of 50 MB",
      `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n${parts}\r\n--x\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${"QUJD".repeat(18)}\r\n`.repeat(700_000)}--x--`,
    ],
    [
      "100,000 parts",
      `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n${parts}\r\n${"--x\r\n\r\n".repeat(100_000)}`,
    ],
    ["100,000 headers", `${"X-A: b\r\n".repeat(100_000)}${HEAD}\r\n${utf8}`],
    ["a subject of encoded words", `Subject: ${"=?utf-8?q?a?= ".repeat(100_000)}\r\n${HEAD}\r\n${utf8}`],
    [
      "a million spaces in quoted-printable",
      typed("text/plain", `${utf8}${" ".repeat(1_000_000)}x`, "quoted-printable"),
    ],
    ["100,000 parameters", typed(`text/plain${'; a="b'.repeat(100_000)}`, utf8)],
  ])("takes no more than a few seconds: %s", async (_, content) => {
    const bytes = Buffer.from(content, "latin1");
    const from = performance.now();
    const { source } = await read("mail.eml", bytes);
    expect(performance.now() - from).toBeLessThan(4000);
    expect(source.length).toBeLessThan(2_000_000);
  });
});

/** The text of the whole groups of four around a range of base64. */
function inBase64(file: string, { start, end }: { start: number; end: number }, charset: string): string {
  const from = file.lastIndexOf("\r\n\r\n", start) + 4;
  const before = file.slice(from, start).replaceAll("\r\n", "").length % 4;
  const after = file.slice(from, end).replaceAll("\r\n", "").length % 4;
  const head = file
    .slice(from, start)
    .replaceAll("\r\n", "")
    .slice(before === 0 ? Infinity : -before);
  const tail = file
    .slice(end)
    .replaceAll("\r\n", "")
    .slice(0, after === 0 ? 0 : 4 - after);
  const codes = head + file.slice(start, end).replaceAll("\r\n", "") + tail;
  return new TextDecoder(charset).decode(latin1(atob(codes)));
}
