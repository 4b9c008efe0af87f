const IBAN_LENGTHS = new Map(
  Object.entries({
    15: "NO",
    16: "BE",
    18: "DK FI FK FO GL NL SD",
    19: "MK SI",
    20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA",
    23: "AE GI IL IQ OM SO TL",
    24: "AD CZ ES MD PK RO SA SE SK TN VG",
    25: "LY PT ST",
    26: "IS TR",
    27: "BI DJ FR GR IT MC MR SM",
    28: "AL AZ BY CY DO GT HN HU LB NI PL SV",
    29: "BR EG PS QA UA",
    30: "JO KW MU YE",
    31: "MT SC",
    32: "LC",
    33: "RU",
  }).flatMap(([length, countries]) => countries.split(" ").map((country) => [country, Number(length)] as const)),
);

/** The length of an IBAN that the characters begin with; none where its check digits are wrong (ISO 13616, ISO 7064). */
export function ibanSizes(characters: string): number[] {
  const length = IBAN_LENGTHS.get(characters.slice(0, 2));
  if (length === undefined || characters.length < length) return [];
  const iban = characters.slice(0, length);
  // No account number is mostly letters; a sentence that begins "at 10 people" is.
  // ISO 7064 gives check digits from 02 to 98; 00, 01 and 99 leave the same remainder.
  const isInRange = /^..(?:0[2-9]|[1-8]\d|9[0-8])/.test(iban);
  return isInRange && iban.replace(/\D/g, "").length * 2 >= length && remainder97(iban) === 1 ? [length] : [];
}

/** ISO 7064 mod 97-10: the first four moved to the end, letters as 10 to 35. */
function remainder97(iban: string): number {
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

/** Prefixes of the card schemes, with the lengths of their numbers, longest first. */
const CARD_SCHEMES: readonly (readonly [scheme: string, prefix: RegExp, lengths: readonly number[]])[] = [
  ["Visa", /^4/, [19, 16, 13]],
  ["Mastercard", /^(?:5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720))/, [16]],
  ["American Express", /^3[47]/, [15]],
  ["Diners Club", /^3(?:0[0-5]|095|[689])/, [14]],
  ["JCB", /^35(?:2[89]|[3-8])/, [16]],
  ["Discover", /^6(?:011|4[4-9]|5)/, [19, 16]],
  ["UnionPay", /^62/, [19, 18, 17, 16]],
  ["Maestro", /^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, [19, 18, 17, 16, 15, 14, 13, 12]],
];

/** The lengths, longest first, in which the characters begin with a card number (ISO/IEC 7812-1). */
export function cardSizes(characters: string): number[] {
  const lengths = CARD_SCHEMES.find(([, prefix]) => prefix.test(characters))?.[2] ?? [];
  return lengths.filter((length) => length <= characters.length && passesLuhn(characters.slice(0, length)));
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    sum += index % 2 === 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
  }
  return sum % 10 === 0;
}

/** Whether there is such a day, the month as a driving licence codes it: 50 more for a woman. */
export function isDay(month: string, day: string): boolean {
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return Number(day) <= (days[(Number(month) % 50) - 1] ?? 0);
}

/** Weights 10 to 2, and 1 for the check digit, modulo 11. A row of one digit repeated is nobody's number. */
export function isNhsNumber(digits: string): boolean {
  const sum = Array.from(digits, Number).reduce((total, digit, index) => total + digit * (10 - index), 0);
  return sum % 11 === 0 && new Set(digits).size > 1;
}

/** A unique taxpayer reference: the check digit stands first, the weights of the rest are 6 7 8 9 10 5 4 3 2 (OECD, TIN of the UK). */
export function isUtr(digits: string): boolean {
  const weights = [6, 7, 8, 9, 10, 5, 4, 3, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index + 1]), 0);
  return "21987654321"[sum % 11] === digits[0];
}
