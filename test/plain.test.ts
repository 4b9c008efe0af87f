import fc from "fast-check";
import { expect, it } from "vitest";
import { readMarkdown } from "../src/read/markdown.ts";
import { isUnmarked, readParagraphs } from "../src/read/plain.ts";

const piece = fc.constantFrom(
  "We paid you £40.",
  "12.30pm",
  "14 Elder Close",
  "re-read",
  "a",
  "1.",
  "1)",
  "-",
  "- ",
  "\n- ",
  "\n- The bin",
  "+44",
  "=",
  "==",
  "#",
  ">",
  "~~~",
  "`",
  "*",
  "_",
  "a_b",
  "[",
  "]",
  "[a]",
  "![a]",
  "[^1]",
  "](b)",
  ": /url",
  "&",
  "&amp",
  "&amp;",
  "&#38;",
  ";",
  "www.example.com",
  "https://example.com/a?b=c#d",
  "me@example.com",
  "!",
  ":",
  "(",
  "“",
  "\u00a0",
  "\u2028",
  "ˣˣ",
  "é",
  " ",
  " ",
  "  ",
  "\t",
  "\n",
  "\n",
  "\n\n",
  "\r\n",
  "\r\n\r\n",
  "\r",
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));

it("reads an unmarked text as the Markdown parser does", () => {
  let unmarked = 0;
  fc.assert(
    fc.property(text, (source) => {
      fc.pre(isUnmarked(source));
      unmarked++;
      expect({ blocks: readParagraphs(source), skipped: [], html: [] }).toEqual(readMarkdown(source));
    }),
    { numRuns: 30_000 },
  );
  expect(unmarked).toBeGreaterThan(500);
});
