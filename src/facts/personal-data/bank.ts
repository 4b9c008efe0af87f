import { OWN_MONEY, isPaidIn } from "./own-money.ts";
import { cues, never, noPreview, startingWith, tailPreview, THINGS, whole } from "./pattern.ts";
import type { Recogniser } from "./model.ts";
import { anyOf, inTurn, oneOf, ways } from "../../ways.ts";

/** Bank details stand on forms and in files. */
const NUMBERED_THINGS = `scheme|${THINGS}`.replace("desk|stand|theatre|course|flight|form|files?", "flight");
/** A sort code stands beside an account number; the two are known by each other. */
const SORT_BEFORE =
  /(?:\d\d([ –/-])\d\d\1\d\d|(?:sort(?: code)?|s\/c)\W{0,3}\d{6})(?:[^\d\n]{0,30}|[^\d\n]{0,35}\b(?:number|account|digits|figures)\b[^\d\n]{0,25})$/i;
const ACCOUNT_AFTER = /^[^\d\n]{0,24}(?:\n[^\d\n]{0,10})?(?:\d{7,8}|\d{4} \d{4})(?!\d)/;
/** "Account no: 12345678\nSort code". */
const SORT_BELOW = /\| \n[ >*-]{0,6}(?:sort|s\/c)\b/i;
const ACCOUNT_BELOW = /\| \n[ >*-]{0,6}(?:\d{8}|\d{4} \d{4})(?!\d)/;
/** An account number and a sort code, wherever in the paragraph the other half stands. */
const ACCOUNT = /(?<![\d\w-])(?:\d{8}|\d{4} \d{4})(?![\w-]| \d)/;
const SORT = /(?<![\w/.-])(?!(?:0[1-9]|[12]\d|3[01])[-/.](?:0[1-9]|1[0-2])[-/.])\d\d([ .–-])\d\d\1\d\d(?![\w-])/;
/** "Salary account changed. Before: … After: …" */
const BANK_ACCOUNT = /\b(?:salary|pension|wages|bank|savings|current|refund|benefit) account\b/i;
const RENAMED = /\b(?:before|after|old(?: one)?|new(?: one)?|from|now|was)\W{0,3}$/i;
/** A row of sizes or readings looks like it as well. */
const IN_PAIRS = /^\d\d \d\d/;
/** Both halves of a bank pair, in either order: the sort code is one whatever else is said. */
const PAIR =
  /(?<!\d)(?:\d{8}|\d{4} \d{4}) ?(?:[/,–(-]|at)? ?\||\| {0,2}(?:[/,–-]|and|account|acc|a\/c|number|no\b|[:.])?[ ,:]{0,2}(?:number |no\.? )?(?:\d{8}|\d{4} \d{4})(?!\d)/i;
const BANKS = ways([
  oneOf("barclays lloyds natwest hsbc santander monzo halifax nationwide tsb rbs starling"),
  /first direct|metro bank|virgin money|co-op bank/,
]);
const BANKED = new RegExp(
  inTurn(
    /\b/,
    [
      BANKS,
      "sort",
      /s\/c/,
      "bank",
      /refund\w*/,
      "rebate",
      /paid?/,
      /transfer\w*/,
      /credit\w*/,
      "deposit",
      "direct debit",
      "standing order",
      "mandate",
      "instruction",
      /(?:six|eight)(?: and eight)? (?:digits|figures)/,
      oneOf("branch pot share wages salary bacs account"),
    ],
    /\b/,
  ),
  "i",
);
const BANKING = new RegExp(
  ways([
    inTurn(
      /\b/,
      [
        BANKS,
        /sort(?:code)?/,
        "cheque",
        /s\/c/,
        "sc",
        /(?<!and your )bank/,
        /refund(?:ed)?/,
        "rebate",
        "paid",
        /transfer(?:red)?/,
        "direct debit",
        "standing order",
        oneOf("mandate wages salary pension branch bacs credited"),
        "building society",
        "payee",
        "savings",
        /current (?:a\/c|account)/,
        /\bisa/,
        "holder",
      ],
      /\b/,
    ),
    /\d\d[ –-]\d\d[ –-]\d\d/,
  ]),
  "i",
);
const WORKED =
  /\b(?:rent|customer|phone|mobile|broadband|energy|membership|trade|library|club|gas|electric(?:ity)?|water|loan|online|council tax|utility|user|support|store|tenancy) (?:account|acct|a\/c)\b/i;

/** A sort code and an account number, each known by the other or by a word beside it; see GOV.UK for their forms. */
export const BANK_PAIR: readonly Recogniser[] = [
  {
    kind: "sort-code",
    digits: 6,
    pattern: startingWith(
      "(?!(?<=\\b(?:by|until|before|since|dated|on) )(?:0[1-9]|[12]\\d|3[01])-(?:0[1-9]|1[0-2])-)(?<!\\b0\\d{4}[ –-]|\\b\\d\\d )(?!12[ –-]?34[ –-]?56|00[ –-]?00[ –-]?00)(?!(?:0[1-9]|[12]\\d|3[01])[/.])\\d{2}([ .–/-]?)\\d{2}\\1\\d{2}(?! \\d\\d(?!\\d))",
    ),
    sizes: whole,
    cues: cues(
      ways([
        /so?rt(?: ?code)?/,
        "s/c",
        "sc",
        /(?:the|your|his|her|their) bank(?! holiday|['’]s| will| can| team)/,
        /branch (?:code|coded|no|number|bit|digits|part)/,
        /branch(?=\W{0,3}(?:(?:is|was|as) )?\d)/,
        /code of (?:the )?branch/,
      ]),
      `${NUMBERED_THINGS}|date|score|scores|strokes|agenda|size|measures`,
    ),
    reach: [55, 35],
    veto: OWN_MONEY,
    isOurs: isPaidIn,
    isOfThings: true,
    sure: PAIR,
    plain: ({ written, right }, before, after, paragraph) =>
      !/\d[ –-]$/.test(before) &&
      (/\D/.test(written) || BANKED.test(paragraph())) &&
      (ACCOUNT_AFTER.test(after) ||
        (/\D/.test(written) && BANKED.test(`${before} ${paragraph()}`) && ACCOUNT.test(paragraph())) ||
        (/\D/.test(written) && ACCOUNT_BELOW.test(paragraph())) ||
        /^ ?\| ?\d{3}/.test(right) ||
        PAIR.test(`${before}|`)),
    preview: noPreview,
  },
  {
    kind: "bank-account",
    digits: 6,
    pattern: startingWith(
      "(?<![a-z]{2}\\d\\d ?[a-z]{4} ?)(?!12345678)(?:\\d{4}[ -]\\d{4}|\\d{2}(?: \\d{2}){3}|\\d{6,8})",
    ),
    sizes: whole,
    cues: cues(
      ways([
        /acc?ounts?(?: (?:number|no))?(?! (?:name|holder))/,
        "acct",
        String.raw`a/?c`,
        /acc(?:ount)?(?: no)?/,
        /(?:paid|credited|transferred|moved|sent|going|goes|went) (?:in)?to/,
        `at (?:${BANKS})`,
        /(?:eight|8)[ -](?:figures?|digits?)(?: (?:number|one))?/,
      ]),
      `${NUMBERED_THINGS}|cust(?:omer)?|card|cheque|slip`,
    ),
    reach: [45, 25],
    sure: anyOf([
      /\| {0,2}\(?(?:sort(?: ?code)?|s\/c)\b/,
      /\| .{0,12}\bbank account\b/,
      // Right behind a sort code.
      /(?<!\d)\d\d([ –-])\d\d\1\d\d ?(?:[/,;:(–-]|and|account|acct?|a\/c)?[ :]{0,2}\|/,
      // Right before one.
      /\| {0,2}[,;(/–-]? ?(?:sort )?(?:code )?(?:is )?\d\d(?<gap>[ –-])\d\d\k<gap>\d\d(?!\d)/,
    ]),
    confirm: BANKING,
    veto: OWN_MONEY,
    isOurs: (before, after) => isPaidIn(before, after) || WORKED.test(`${before.slice(-60)} | ${after.slice(0, 60)}`),
    isOfThings: true,
    plain: ({ written, left }, before, after, paragraph) =>
      !IN_PAIRS.test(written) &&
      (SORT_BEFORE.test(before) ||
        SORT_BELOW.test(paragraph()) ||
        (RENAMED.test(before) && BANK_ACCOUNT.test(paragraph())) ||
        (/^\d{4}[ -]?\d{4}$/.test(written) &&
          !/\d[ -]$/.test(left) &&
          SORT.test(paragraph()) &&
          BANKED.test(paragraph())) ||
        (BANKED.test(paragraph()) && /(?<!\d)\d{6} ?(?:[,/–-]|and) ?$/.test(before)) ||
        /^ ?(?:[/,–(-]|at)? ?\d\d([ –-])\d\d\1\d\d(?!\d)/.test(after) ||
        /^[^.\d]{0,45}\b(?:sort|branch)\b[^.\d]{0,15}\d\d([ –-]?)\d\d\1\d\d(?!\d)/i.test(after) ||
        (BANKED.test(paragraph()) && /^ ?(?:[/,–-]|at|with) ?\d{6}(?!\d)/.test(after))),
    preview: tailPreview,
  },
];

const DIGIT =
  "(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double[ -](?:zero|oh|one|two|three|four|five|six|seven|eight|nine))";
/** Figures read out over the phone: so many words at least and at most. */
const spoken = (fewest: number, most: number) =>
  startingWith(`${DIGIT}(?:(?:, | |-|\\.\\. ?)${DIGIT}){${fewest - 1},${most - 1}}(?![a-z])`);

/** Numbers in words. */
export const SPOKEN: readonly Recogniser[] = [
  {
    kind: "sort-code",
    digits: 0,
    hints: ["sort"],
    pattern: spoken(5, 6),
    sizes: whole,
    cues: cues("sort(?: ?code)?(?:['’]s)?", "account"),
    reach: [25, 0],
    plain: never,
    preview: noPreview,
  },
  {
    kind: "bank-account",
    digits: 0,
    hints: ["account"],
    pattern: spoken(6, 8),
    sizes: whole,
    cues: cues("account(?: (?:number|no))?(?:['’]s)?", "sort"),
    reach: [25, 0],
    plain: never,
    preview: noPreview,
  },
  {
    kind: "pin",
    digits: 0,
    hints: ["pin", "passcode", "pass code", "door code", "gate code", "alarm code", "entry code", "safe code"],
    pattern: spoken(4, 6),
    sizes: whole,
    cues: cues("pin|pass ?code|(?:door|gate|alarm|entry|safe) code", "account|sort|phone|call|ring"),
    plain: never,
    preview: noPreview,
  },
];
