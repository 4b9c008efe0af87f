import type { PersonalKind, Range } from "../../model.ts";
import { CARD_NUMBER } from "./card-codes.ts";
import { isKey, isPassword, isPhrase } from "./secrets.ts";
import { asksWho, isAnswer } from "./security-answers.ts";
import { inTurn, oneOf } from "../../ways.ts";

/** A column of a table by its heading, and which of its cells are secrets. */
interface Column {
  readonly kind: PersonalKind;
  readonly heading: RegExp;
  readonly accepts: (cell: string, row: string, headings: string) => boolean;
}

const COLUMNS: readonly Column[] = [
  {
    kind: "password",
    heading:
      /\b(?:pas{1,2}(?:w(?:or|ro|r|o)?d|ord)|pass(?:code|phrase|wd)|pass|pword)\b|\bpwd?\b|\b(?:wi-?fi|internet|network key)\b/i,
    accepts: (cell) =>
      /^[a-z]+(?: [a-z\d]+){2,5}$/.test(cell)
        ? isPhrase(cell)
        : /^[a-z]{3,12}-[a-z]{3,12}$/.test(cell) || isPassword(cell),
  },
  {
    kind: "cvv",
    heading: /\b(?:cvv2?|cvc2?|cv2|csc|sec(?:urity)? ?(?:code|no|number|digits))\b/i,
    accepts: (cell) => /^\d{3,4}$/.test(cell),
  },
  {
    kind: "cvv",
    heading: new RegExp(
      inTurn(
        /^\W*/,
        [
          oneOf("back reverse code digits security"),
          "sec no",
          /(?:the )?(?:last )?(?:3|three|4|four)(?: digits)?/,
          /(?:code|digits|number|figures) (?:on|from|at) (?:the )?(?:front|back|reverse|rear|strip|card)/,
          /(?:back|front|reverse) (?:of card|code|digits|no|number)/,
        ],
        /\W*$/,
      ),
      "i",
    ),
    accepts: (cell, row) => /^\d{3,4}$/.test(cell) && CARD_NUMBER.test(row),
  },
  {
    kind: "security-answer",
    heading: /\b(?:memorable (?:word|place|name)|(?:security|secret) (?:answer|word)|maiden name|password hint)\b/i,
    accepts: isAnswer,
  },
  {
    kind: "api-key",
    heading: /\b(?:api key|token|secret key|(?:client|webhook|signing) secret)\b|^\W*(?:key|secret)\W*$/i,
    accepts: (cell) => /^[\w+/=.-]{16,128}$/.test(cell) && isKey(cell),
  },
  {
    kind: "security-answer",
    heading:
      /^\W*(?:(?:your |the |stored |given )?(?:answer|reply|response)|on (?:record|file)|held|hint|what you|you (?:said|gave|chose|set|told us))\b/i,
    accepts: (cell, row, headings) =>
      isAnswer(cell) && (/\b(?:prompts?|security|memorable|secret|stored)\b/i.test(headings) || asksWho(row)),
  },
  {
    kind: "pin",
    heading:
      /\bpin\b|\bway in\b|\b(?:key ?safe|alarm|keypad)\b|\b(?:door|gate|alarm|entry|access|locker|key ?safe) code\b/i,
    accepts: (cell) => /^(?=.*\d)[A-Z0-9]{3,8}[#*]?$|^\d(?:[ -]\d){3,5}\b/i.test(cell),
  },
  {
    kind: "pin",
    heading: /^\W*(?:code|entry)\W*$/i,
    accepts: (cell, _, headings) =>
      /\b(?:doors?|gates?|locks?|entrance|safe)\b/i.test(headings) && /^\d{4,6}[A-Z#]?$/.test(cell),
  },
];

const columnsOf = (headings: string): (readonly Column[])[] =>
  headings.split("|").map((name) => COLUMNS.filter(({ heading }) => heading.test(name)));

/** The cells of tables that stand under the name of a secret. */
export function tableSecrets(text: string): (Range & { readonly kind: PersonalKind })[] {
  const found: (Range & { readonly kind: PersonalKind })[] = [];
  let columns: readonly (readonly Column[])[] = [];
  let headings = "";
  let above = "";
  let end = 0;
  for (const { 0: row, index } of text.matchAll(/[^\n]+/g)) {
    if (!row.includes("|")) columns = [];
    else if (!above.includes("|") || end !== index - 1) {
      // Pasted tables have no rule under their headings.
      headings = row;
      columns = columnsOf(row);
    } else if (/^[ >|:]*-[ >|:-]*$/.test(row)) {
      headings = above;
      columns = columnsOf(above);
    } else if (columns.some((kinds) => kinds.length > 0)) {
      let start = index;
      for (const [at, cell] of row.split("|").entries()) {
        const value = cell.trim().replace(/^[*`]+|[*`]+$/g, "");
        const column = columns[at]?.find(({ accepts }) => accepts(value, row, headings));
        const from = start + cell.indexOf(value);
        if (column) found.push({ kind: column.kind, start: from, end: from + value.length });
        start += cell.length + 1;
      }
    }
    above = row;
    end = index + row.length;
  }
  return found;
}
