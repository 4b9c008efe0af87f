import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { findPersonalData, fold, type PersonalKind } from "../src/facts/personal-data/index.ts";
import { lint, type Organisation } from "../src/index.ts";
import { loadDictionaries } from "../src/node.ts";
import { createMask, maskPersonal } from "../src/mask.ts";
import { project } from "./project.ts";

// Published test cards, registry sample IBANs, administrative NINO prefixes, NHS numbers of the 999 range.

/** What is found, as "kind: words". */
function found(text: string): string[] {
  return findPersonalData(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe("values that are found, with their range", () => {
  const table: Partial<Record<PersonalKind, readonly (readonly [text: string, value: string])[]>> = {
    card: [
      ["Your card 4929 4212 3460 0821 was refused.", "4929 4212 3460 0821"],
      ["It is 4929421234600821.", "4929421234600821"],
      ["no.4929-4212-3460-0821", "4929-4212-3460-0821"],
      ["4929\u00a04212\u202f3460–0821", "4929\u00a04212\u202f3460–0821"],
      ["4929.4212.3460.0821 is what you gave", "4929.4212.3460.0821"],
      ["4929 - 4212 - 3460 - 0821", "4929 - 4212 - 3460 - 0821"],
      ["as 4929 4212\r\n3460 0821, thx", "4929 4212\r\n3460 0821"],
      ["> as 4929 4212\n> 3460 0821", "4929 4212\n> 3460 0821"],
      ["4929&nbsp;4212&nbsp;3460&nbsp;0821", "4929&nbsp;4212&nbsp;3460&nbsp;0821"],
      ["４９２９４２１２３４６００８２１", "４９２９４２１２３４６００８２１"],
      ["***4929 4212 3460 0821***", "4929 4212 3460 0821"],
      ["4929 **4212** 3460 0821", "4929 **4212** 3460 0821"],
      ["your Amex 3782 822463 10005", "3782 822463 10005"],
      ["Amex—378282246310005—was refused", "378282246310005"],
      ["Diners card 30569309025904", "30569309025904"],
      ["JCB 3530 1113 3330 0000", "3530 1113 3330 0000"],
      ["Discover 6011 1111 1111 1117", "6011 1111 1111 1117"],
      ["Mastercard 2223 0000 4841 0010", "2223 0000 4841 0010"],
      ["old Visa 4222222222222", "4222222222222"],
      ["card 4929 4212 3460 0821 123 12/27", "4929 4212 3460 0821"],
      ["4929 4212 3460 0821/123", "4929 4212 3460 0821"],
      ["Order 55120 was paid with 4929 4212 3460 0821", "4929 4212 3460 0821"],
      ["Your order of 12 June was put on 4929 4212 3460 0821", "4929 4212 3460 0821"],
      ["We took £20 from 4929 4212 3460 0821 for order 55120.", "4929 4212 3460 0821"],
      ["| Order | Card |\n|---|---|\n| 55120 | 4929421234600821 |", "4929421234600821"],
      ["4 9 2 9 4 2 1 2 3 4 6 0 0 8 2 1 is your card", "4 9 2 9 4 2 1 2 3 4 6 0 0 8 2 1"],
    ],
    iban: [
      ["IBAN: GB29 NWBK 6016 1331 9268 19", "GB29 NWBK 6016 1331 9268 19"],
      ["gb29nwbk60161331926819", "gb29nwbk60161331926819"],
      ["GB29-NWBK-6016-1331-9268-19, thank you", "GB29-NWBK-6016-1331-9268-19"],
      ["DE89 3704 0044\n0532 0130 00", "DE89 3704 0044\n0532 0130 00"],
      ["FR14 2004 1010 0505 0001 3M02 606 is yours", "FR14 2004 1010 0505 0001 3M02 606"],
      ["NO93 8601 1117 947", "NO93 8601 1117 947"],
      ["MT84MALT011000012345MTLCAST001S", "MT84MALT011000012345MTLCAST001S"],
      ["LC55HEMM000100010012001200023015", "LC55HEMM000100010012001200023015"],
      ["Please transfer it to your account GB29NWBK60161331926819", "GB29NWBK60161331926819"],
    ],
    nino: [
      ["your number is PY 22 33 44 D", "PY 22 33 44 D"],
      ["(PY223344D)", "PY223344D"],
      ["PY-22-33-44-D and", "PY-22-33-44-D"],
      ["PY 223344 D", "PY 223344 D"],
      ["PY 223 344 D", "PY 223 344 D"],
      ["PY 22 33\n44 D", "PY 22 33\n44 D"],
      ["ni py223344d ok", "py223344d"],
      ["NI number py 22 33 44 d", "py 22 33 44 d"],
    ],
    "driving-licence": [
      ["licence PUGH9752210R99AB, clean", "PUGH9752210R99AB"],
      ["PUGH9 752210 R99AB", "PUGH9 752210 R99AB"],
      ["PUGH9-752210-R9-9AB", "PUGH9-752210-R9-9AB"],
      ["denby852140c99xy", "denby852140c99xy"],
      ["PUGH9752210R99AB27", "PUGH9752210R99AB27"],
    ],
    "nhs-number": [
      ["NHS number 999 204 1234", "999 204 1234"],
      ["NHS no: 9992041234.", "9992041234"],
      ["the record (999-204-1234, NHS)", "999-204-1234"],
      ["9992041234 is your NHS number", "9992041234"],
      ["Your NHS ref is 999 204 1234", "999 204 1234"],
      ["Your NHS number:\n\n999 204 1234", "999 204 1234"],
      ["| Child | NHS number | Ref |\n|---|---|---|\n| Amina | 999 204 1234 | 1 |", "999 204 1234"],
    ],
  };
  for (const [kind, rows] of Object.entries(table)) {
    test.each(rows)(`${kind}: %j`, (text, value) => expect(found(text)).toEqual([`${kind}: ${value}`]));
  }
});

describe("values that are left alone", () => {
  const table: Partial<Record<PersonalKind, readonly string[]>> = {
    card: [
      "card 4929 4212 3460 0822",
      "Order number: 4929 4212 3460 0821",
      "Your order number is 4929421234600821",
      "4929421234600821 is your order number",
      "Orders 4929421234600821 and 5555555555554444 are late",
      "Track parcel 4929421234600821",
      "| Order | Paid |\n|---|---|\n| 4929421234600821 | £20 |",
      "The IMEI is 356938035643809",
      "gift card 4929 4212 3460 0821",
      "readings 4821 4930 5120 5233 5320",
      "sizes 51 12 18 24 30 36 42 48",
      "barcode of the rarer length 4222222222222",
      "**** **** **** 0821",
      "4929 **** **** 0821",
      "4929 •••• •••• 0821",
      "https://example.com/t/4929421234600821?x=1",
      "scan_4929421234600821 and 4929421234600821.pdf",
      "A4929421234600821",
      "4929421234600821B",
      "ORD-4929421234600821",
      "4929-4212-3460-0821-1",
      "£4929421234600821",
      "0.4929421234600821",
      "4929421234600821@example.com",
      "for example 4929 4212 3460 0821",
      "4929\n4212\n3460\n0821",
    ],
    iban: [
      "GB29 NWBK 6016 1331 9268 18",
      "GB29 NWBK 6016 1331 9268 1",
      "Pay us at IBAN GB29 NWBK 6016 1331 9268 19",
      "Please pay £250 to Tarnside Water, IBAN GB29 NWBK 6016 1331 9268 19",
      "VAT GB 123 4567 82",
      "at 10 people or more we open the large hall on",
    ],
    nino: [
      "QQ 12 34 56 C",
      "BG223344A, NT223344A, PO223344A and DA223344A",
      "PY223344E",
      "the standard SP 800-131A",
      "SIGN GE22\n1237B",
      "77-PY223344D-01",
      "colour code PY223344D",
      "Company number SC123456. A copy is enclosed.",
      "Company SC123456\nA copy",
      "SC123456 A director signed",
      "We will send pc 12 34 56 a week before",
      "it looks like PY 22 33 44 D",
    ],
    "driving-licence": ["PUGH9732210R99AB", "PUGH9752310R99AB", "PUGH9752210R99ABC", "product code PUGH9752210R99AB"],
    "nhs-number": [
      "9992041234",
      "booking 999 204 1234",
      "NHS number 999 204 1235",
      "NHS number 999 999 9999",
      "The NHS sent invoice 9992041234",
      "Ring 111 or the NHS. Your booking is 999 204 1234",
    ],
  };
  for (const [kind, rows] of Object.entries(table)) {
    test.each(rows)(`not ${kind}: %j`, (text) => expect(found(text)).toEqual([]));
  }
});

describe("what the configuration says is ours", () => {
  const content =
    "Dear Mrs Patel\n\nThe account of your neighbour is 20212223 at sort code 99-31-07. His number is 07700 900345.\n";
  const kindsOf = async (organisation: Organisation) => {
    const result = await lint(
      { path: "a.txt", content },
      { rules: [], dictionaries: loadDictionaries(), organisation },
    );
    return result.personalData.map(({ kind }) => kind);
  };

  it("is no leak, in whatever grouping", async () => {
    expect(await kindsOf({})).toEqual(["bank-account", "sort-code", "phone"]);
    expect(await kindsOf({ bankDetails: ["2021 2223", "993107"] })).toEqual(["phone"]);
    expect(await kindsOf({ phones: ["07700-900-345"] })).toEqual(["bank-account", "sort-code"]);
  });
});

describe("findPersonalData", () => {
  it("gives overlapping values to one finding", () => {
    expect(found("NHS DE89370400440532013000")).toEqual(["iban: DE89370400440532013000"]);
  });

  it("finds every value of a text, in order", () => {
    expect(found("NHS 999 204 1234: PY223344D paid with 4929421234600821")).toEqual([
      "nhs-number: 999 204 1234",
      "nino: PY223344D",
      "card: 4929421234600821",
    ]);
  });

  it("previews the last four of a card or account, and three of the rest", () => {
    const text = "4929421234600821, GB29NWBK60161331926819, PY223344D, PUGH9752210R99AB, NHS 9992041234";
    const previews = ["4929 •••• •••• 0821", "GB29 •••• •••• 6819", "•••• 44D", "•••• 9AB", "•••• 234"];
    expect(findPersonalData(text).map(({ preview }) => preview)).toEqual(previews);
  });

  it("folds a text without moving a character", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => fold(text).length === text.length));
  });
});

/** The digits with the check digit after them that `passes` wants, if there is one. */
function withCheckDigit(digits: string, passes: (value: string) => boolean): string | undefined {
  return Array.from("0123456789", (check) => digits + check).find(passes);
}

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function luhn(value: string): boolean {
  const weighed = Array.from(value, Number)
    .toReversed()
    .map((digit, index) => digit * (index % 2 === 0 ? 1 : 2));
  return sum(weighed.map((number) => Math.trunc(number / 10) + (number % 10))) % 10 === 0;
}

function mod11(value: string): boolean {
  return sum(Array.from(value, (digit, index) => Number(digit) * (10 - index))) % 11 === 0;
}

/** The IBAN of an account: its check digits, by the arithmetic of large numbers. */
function ibanOf(country: string, account: string): string {
  const number = Array.from(`${account}${country}00`, (character) => Number.parseInt(character, 36)).join("");
  return `${country}${String(98n - (BigInt(number) % 97n)).padStart(2, "0")}${account}`;
}

const card = fc
  .oneof(
    digits(14).map((tail) => `4${tail}`),
    fc.tuple(fc.constantFrom("51", "55", "2221", "2720"), digits(14)).map(([head, tail]) => (head + tail).slice(0, 15)),
    fc.tuple(fc.constantFrom("34", "37"), digits(12)).map(([head, tail]) => head + tail),
  )
  .map((number) => withCheckDigit(number, luhn) ?? "");
const nhs = digits(6)
  .map((number) => withCheckDigit(`999${number}`, mod11))
  .filter((number): number is string => number !== undefined && new Set(number).size > 1);
const iban = fc.oneof(
  digits(14).map((account) => ibanOf("GB", `NWBK${account}`)),
  digits(18).map((account) => ibanOf("DE", account)),
);

const separator = fc.constantFrom("", " ", "\u00a0", "-", "–", "‑", ".", "\u2009", "\n", " - ", "\u200b");

/** A value cut into groups of the given sizes, with separators between them and one line break at most. */
function spaced(value: fc.Arbitrary<string>, sizes: readonly number[]): fc.Arbitrary<string> {
  return fc.tuple(value, fc.array(separator, { minLength: 10, maxLength: 10 })).map(([whole, separators]) => {
    let at = 0;
    const groups = sizes.map((size) => whole.slice(at, (at += size))).filter((group) => group !== "");
    const written = groups.map((group, index) => (index === 0 ? group : separators[index] + group)).join("");
    return written.replace(/\n/g, (newline, offset) => (written.indexOf(newline) === offset ? newline : " "));
  });
}

const spacedValues: readonly (readonly [PersonalKind, fc.Arbitrary<string>])[] = [
  ["card", spaced(card, [4, 4, 4, 4])],
  ["nhs-number", spaced(nhs, [3, 3, 4])],
  ["iban", spaced(iban, [4, 4, 4, 4, 4, 4])],
];

describe("properties", () => {
  test.each(spacedValues)("a valid %s is found in any spacing, exactly", (kind, value) => {
    fc.assert(
      fc.property(value, (written) => {
        expect(found(`NHS card ${written}, thank you`)).toEqual([`${kind}: ${written}`]);
      }),
    );
  });

  test.each(spacedValues)("a %s with one digit changed is not found", (kind, value) => {
    fc.assert(
      fc.property(value, fc.nat(), fc.integer({ min: 1, max: 9 }), (written, nth, step) => {
        const places = [...written.matchAll(/\d/g)].map(({ index }) => index).slice(4);
        const place = places[nth % places.length] ?? 0;
        const changed = written.slice(0, place) + ((Number(written[place]) + step) % 10) + written.slice(place + 1);
        expect(found(`NHS card ${changed}, thank you`).filter((line) => line === `${kind}: ${changed}`)).toEqual([]);
      }),
    );
  });

  it("never leaves six characters of a value in a masked excerpt, in any spacing", () => {
    const value = fc.oneof(...spacedValues.map(([, written]) => written));
    const cut = fc.tuple(fc.nat(80), fc.nat(80));
    fc.assert(
      fc.property(value, value, cut, separator, (first, second, [from, length], joint) => {
        const source = `Dear Mrs Patel, NHS card ${first}, and ${second} as well.`;
        const excerpt = source.slice(from, from + length).replace(/[^\da-z,]+/gi, (gap) => gap[0] + joint);
        const masked = createMask(source)(excerpt).replace(/[^\da-z•,]/gi, "");
        for (const { start, end } of findPersonalData(source)) {
          const characters = source.slice(start, end).replace(/[^\da-z]/gi, "");
          for (let at = 0; at + 6 <= characters.length; at++) {
            expect(masked).not.toContain(characters.slice(at, at + 6));
          }
        }
      }),
    );
  });

  it("masks what is masked no further", () => {
    const value = fc.oneof(...spacedValues.map(([, written]) => written));
    fc.assert(
      fc.property(value, (written) => {
        const masked = maskPersonal(`NHS card ${written}, thank you`);
        expect(maskPersonal(masked)).toBe(masked);
      }),
    );
  });
});

describe("createMask", () => {
  const mask = createMask("Dear Ann, NHS number 999 204 1234, card 4929 4212 3460 0821, NI PY 22 33 44 D.");

  test.each([
    ["Your number 9992041234 is wrong.", "Your number •••• 234 is wrong."],
    ["4929421234600821", "4929 •••• •••• 0821"],
    ["card 4929 4212 34", "card ••••"],
    ["12 3460 0821, NI", "••••, NI"],
    ["ni py-22-33-44-d", "ni •••• 44D"],
    ["4929 4212 3460 0821 999 204 1234", "4929 •••• •••• 0821 •••• 234"],
    ["Another card: 5555 5555 5555 4444.", "Another card: 5555 •••• •••• 4444."],
    ["ending 0821", "ending 0821"],
  ])("masks %j", (text, masked) => expect(mask(text)).toBe(masked));

  it("returns a text without values as it is", () => {
    const text = "Dear Ann, order 55120 is on its way.";
    expect(createMask("no values here")(text)).toBe(text);
    expect(mask(text)).toBe(text);
  });
});

describe("linear time", () => {
  const hostile = [
    "1",
    "A1 ",
    "A1 A1",
    "4 ",
    "4929 ",
    "GB29 ",
    "4 - ",
    "5 5-",
    "4&nbsp;",
    "|",
    "4929421234600821, ",
    "NHS 9992041234 ",
    "a.b@c.d ",
  ];
  test.each(hostile)("half a megabyte of %j", (unit) => {
    const text = unit.repeat(500_000 / unit.length);
    const started = performance.now();
    createMask(text)(text.slice(0, 1000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe("the profile of a trade", () => {
  const severities = async (profile: string, channel: string, text: string) => {
    const { file } = await project({
      "a.txt": `---\nchannel: ${channel}\n---\n${text}\n`,
      "corrcheck.yml": `rules: {personal-data: {profile: ${profile}}}`,
    }).json(["a.txt"]);
    return file.findings.filter(({ rule }) => rule === "personal-data").map(({ severity }) => severity);
  };
  const text = "Dear Mr Okafor\n\nYour NHS number is 999 291 4173.";

  it.each([
    ["none", "email", ["error"]],
    ["health", "email", ["warning"]],
    ["health", "social", ["error"]],
    ["tax", "email", ["error"]],
  ])("%s: an NHS number (%s)", async (profile, channel, expected) => {
    expect(await severities(profile, channel, text)).toEqual(expected);
  });

  it("lowers nothing that goes to others as well", async () => {
    const shared = `To: a@example.com, b@example.org\nSubject: Your number\n\n${text}`;
    expect(await severities("health", "email", shared)).toContain("error");
  });

  it("is refused where there is none of that name", async () => {
    const { run } = project({ "a.txt": text, "corrcheck.yml": "rules: {personal-data: {profile: moto}}" });
    const { status, err } = await run(["a.txt"]);
    expect([status, err]).toEqual([2, "a.txt: personal-data has no profile “moto”: use none, health, motor, tax\n"]);
  });
});
