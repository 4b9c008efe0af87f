import { number as cardOf } from "card-validator";
import fc from "fast-check";
import { countrySpecs, isValidIBAN } from "ibantools";
import { validate as isNhs } from "nhs-number-validator";
import { stdnum } from "stdnum";
import { describe, expect, it } from "vitest";
import { cardSizes, ibanSizes, isNhsNumber, isUtr } from "../src/facts/personal-data/checks.ts";
import { findPersonalData } from "../src/facts/personal-data/index.ts";
import { Terms } from "../src/facts/personal-data/people/terms.ts";
import { lint } from "../src/lint.ts";
import { loadDictionaries } from "../src/node.ts";
import personalData from "../rules/personal-data.ts";

/** Generated values for each check, with and without a right check digit. */
const MANY = { numRuns: 10_000 };
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(""));

describe("our check digits agree with independent libraries", () => {
  it("of UK IBANs, with ibantools", () => {
    const iban = fc.tuple(digits(2), fc.constantFrom("NWBK", "SPEC", "FICT", "BARC"), digits(14));
    fc.assert(
      fc.property(iban, fc.boolean(), ([check, bank, rest], isMended) => {
        const value = isMended ? mendedIban(bank + rest) : `GB${check}${bank}${rest}`;
        expect(ibanSizes(value).length > 0).toBe(isValidIBAN(value));
      }),
      MANY,
    );
  });

  it("of the length of an IBAN in every country that we know, with ibantools", () => {
    // Of the registry; Åland and the French territories have the IBANs of Finland and France.
    const territories = new Set("AX BL GF GP MF MQ NC PF PM RE TF WF YT GG IM JE".split(" "));
    const lengths = Object.entries(countrySpecs).filter(
      ([country, { chars, IBANRegistry }]) => chars && IBANRegistry && !territories.has(country),
    );
    const differing = lengths.filter(([country, { chars }]) => {
      const value = mendedIban("1".repeat(chars! - 4), country);
      return ibanSizes(value)[0] !== chars;
    });
    expect(differing.map(([country]) => country)).toEqual([]);
  });

  it("of cards, with card-validator", () => {
    // Of the schemes that both know: Visa, Mastercard and American Express.
    const prefix = fc.constantFrom("4", "51", "55", "2221", "2720", "34", "37");
    fc.assert(
      fc.property(prefix, digits(16), (start, rest) => {
        const length = start.startsWith("3") ? 15 : 16;
        const value = (start + rest).slice(0, length);
        expect(cardSizes(value).includes(length)).toBe(cardOf(value).isValid);
      }),
      MANY,
    );
  });

  it("of NHS numbers, with nhs-number-validator", () => {
    fc.assert(
      fc.property(digits(10), (value) => {
        // A row of one digit passes the check and is nobody's number.
        fc.pre(new Set(value).size > 1);
        expect(isNhsNumber(value)).toBe(isNhs(value));
      }),
      MANY,
    );
  });

  it("of taxpayer references, with stdnum", () => {
    fc.assert(
      fc.property(digits(10), (value) => {
        expect(isUtr(value)).toBe(stdnum.GB!.utr!.validate(value).isValid);
      }),
      MANY,
    );
  });

  it("of National Insurance numbers, with stdnum", () => {
    const letter = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    const nino = fc.tuple(letter, letter, digits(6), fc.constantFrom(..."ABCD"));
    fc.assert(
      fc.property(nino, ([first, second, middle, last]) => {
        const value = `${first}${second}${middle}${last}`;
        const found = findPersonalData(`Your National Insurance number is ${value}.`).some(
          ({ kind }) => kind === "nino",
        );
        expect(found).toBe(stdnum.GB!.nino!.validate(value).isValid);
      }),
      MANY,
    );
  });
});

describe("time grows linearly with one line of a megabyte", () => {
  it.each(["4", "a@", ",", "Mr A ", "password is ", "01632 9"])("of “%s”", (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const started = performance.now();
    findPersonalData(text);
    // About a second on a quiet machine.
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe("time grows linearly with one line of 300 kB of people", () => {
  const settings = { rules: [personalData], dictionaries: loadDictionaries(), channel: "email" } as const;

  it.each(["Ann Lee's car ", "Name: Ann Lee ", "a@b.example ", "12 Mill Lane ", "LEE, Ann | ", "AB12 CDE "])(
    "of “%s”",
    async (piece) => {
      const content = piece.repeat(Math.ceil(300_000 / piece.length));
      const started = performance.now();
      await lint({ path: "long.md", content }, settings);
      // One to two seconds on a quiet machine.
      expect(performance.now() - started).toBeLessThan(8000);
    },
  );
});

describe("terms are found where a pattern of them all would find them", () => {
  const word = fc.constantFrom(
    "neighbour",
    "next door",
    "ex-partner",
    "son",
    "step-son",
    "partner's friend",
    "Élan",
    "on",
  );
  const between = fc.constantFrom(" ", "'s ", "-", ", ", "\n", "x", "s ");

  it.each([true, false])("as whole words, a hyphen being part of a word: %s", (isWhole) => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(between, word, fc.boolean()), { maxLength: 12 }),
        (terms, pieces) => {
          const text = pieces.map(([gap, each, isLoud]) => gap + (isLoud ? each.toUpperCase() : each)).join("");
          const beside = isWhole ? "[A-Za-zÀ-ÖØ-öø-ſ-]" : "[A-Za-zÀ-ÖØ-öø-ſ]";
          const longestFirst = terms.toSorted((a, b) => b.length - a.length).join("|");
          const pattern = new RegExp(`(?<!${beside})(?:${longestFirst})(?!${beside})`, "gi");
          const expected = [...text.matchAll(pattern)].map(({ 0: { length }, index }) => [index, index + length]);
          expect(Array.from(new Terms(terms, isWhole).in(text), ({ start, end }) => [start, end])).toEqual(expected);
        },
      ),
    );
  });
});

/** With the check digits that ISO 7064 asks for. */
function mendedIban(bban: string, country = "GB"): string {
  const figures = `${bban}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return `${country}${String(98n - (BigInt(figures) % 97n)).padStart(2, "0")}${bban}`;
}
