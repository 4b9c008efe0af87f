import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutSentences } from "../src/correspondence/sentences.ts";

/** The sentences of a paragraph, as text. */
const sentencesOf = (text: string) => cutSentences(text).map(({ from, to }) => text.slice(from, to));

describe("a paragraph is cut", () => {
  it.each([
    ["at a full stop, a question mark and an exclamation mark", "We paid you. | Is it there? | Good!"],
    ["where a sentence ends with a number", "Our records show 54. | Another shows 55."],
    ["where a sentence ends with a sum", "You owe £12.50. | Please pay by Friday."],
    ["after a year", "You moved in 2019. | We wrote to you then."],
    ["after a short word", "The crew is coming in. | If it rains, they wait."],
    ["after a time of day, where a new sentence begins", "We open at 9 a.m. | The desk shuts at noon."],
    ["after etc., where a new sentence begins", "Bring your card, bills, etc. | Then see the desk."],
    ["after the name of a company, where a new sentence begins", "You paid Larkfield Ltd. | The sum was £40."],
    ["after a closing quotation mark", "You wrote “It is late.” | We agree."],
    ["after a closing bracket", "We rang you (twice.) | Nobody answered."],
    ["after an ellipsis", "We looked into it… | It was our fault."],
    ["before a sentence in quotation marks", "She was clear. | “We will pay.”"],
    ["before a sentence that begins with a number", "We wrote in May. | 40 people did not answer."],
    ["before a sentence that begins with a sum", "The bill is wrong. | £40 is too much."],
    ["after a name with a full stop before the next sentence", "Ask for Mrs. Patel. | She is in today."],
    ["after a question, before a small letter", "When does it come? | and can I collect it?"],
    ["after an abbreviation in capitals", "Bring a photo ID. | A PDF will do."],
    ["before a word of one letter or two", "We wrote on 3 June. | As you know, it is late."],
    ["after an address of mail", "Write to help@example.com. | We answer in a day."],
  ])("%s", (_, drawn) => {
    const expected = drawn.split(" | ");
    expect(sentencesOf(expected.join(" "))).toEqual(expected);
  });

  it.each([
    ["a number", "Please quote No. 5 on the form."],
    ["several numbers", "We hold invoices nos. 12 and 14."],
    ["a reference", "Your Ref. no. 12 is on the form."],
    ["an approximate sum", "It costs approx. 20 pounds."],
    ["a title", "We spoke to Mrs. Patel and Dr. Denby."],
    ["a title and a saint", "Mr. Okafor lives in St. Brannock's Road."],
    ["a company that does something", "Larkfield Homes Ltd. has paid you."],
    ["etc. within a sentence", "Bring bills, cards, etc. to the desk."],
    ["initials", "The form is for J. R. Patel and A. Denby."],
    ["a time of day", "We open at 9 a.m. on Monday."],
    ["Latin short forms", "Send proof, e.g. a bill, i.e. one with your address."],
    ["a telephone and an extension", "Ring us on tel. 01632 960118 ext. 12 today."],
    ["a page and a paragraph", "It is on p. 4, para. 2 of the guide."],
    ["a decimal point and a time", "You paid £12.50 at 9.20 on Monday."],
    ["a web address", "See www.example.com for the form."],
    ["a department", "Ask the Dept. of Housing for it."],
    ["a mark inside a sentence in brackets", "We wrote (did you see it?) in May."],
    ["a list item without a full stop", "your passport or driving licence"],
    ["an item with a number", "form 12 (both pages)"],
  ])("but not at %s", (_, sentence) => {
    expect(sentencesOf(sentence)).toEqual([sentence]);
  });

  it("gives nothing for space alone", () => expect(sentencesOf(" \t ")).toEqual([]));
});

const piece = fc.constantFrom(
  "We paid you",
  "Mrs. Patel",
  "No. 5",
  "approx. 20",
  "Ltd. The",
  "etc. Then",
  "e.g. this",
  "9 a.m.",
  "J. R. Patel",
  "“Late.”",
  "(now!)",
  "54.",
  "Why?",
  "Thanks!!!",
  "…",
  "...",
  "é😀.",
  "ˣˣˣ",
  "“",
  "'",
  "A.B.C.",
  "\u00a0",
  "- ",
);
const paragraph = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(" "));

describe("in any paragraph", () => {
  it("the sentences are in order, inside it, trimmed, and lose no word", () => {
    fc.assert(
      fc.property(fc.oneof(paragraph, fc.string({ unit: "binary", maxLength: 200 })), (text) => {
        const cuts = cutSentences(text);
        cuts.forEach(({ from, to }, at) => {
          expect(from).toBeGreaterThanOrEqual(cuts[at - 1]?.to ?? 0);
          expect(to).toBeGreaterThan(from);
          expect(text.slice(from, to)).toBe(text.slice(from, to).trim());
        });
        const left = cuts.map(({ from, to }) => text.slice(from, to)).join("");
        expect(left.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
      { numRuns: 1000 },
    );
  });

  it("a long run of marks and a paragraph as long as a book are cut within seconds", () => {
    const from = performance.now();
    for (const text of [
      "a'".repeat(50_000),
      "Mrs. ".repeat(20_000),
      "We paid you. ".repeat(20_000),
      ". ".repeat(50_000),
    ])
      expect(cutSentences(text).length).toBeGreaterThan(0);
    expect(performance.now() - from).toBeLessThan(8000);
  });
});
