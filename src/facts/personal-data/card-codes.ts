import { EXAMPLE } from "./context.ts";
import type { Secret } from "./model.ts";
import { anyOf, inTurn, oneOf } from "../../ways.ts";

/** Three or four figures that stand by themselves. */
const FIGURES =
  /(?<!(?<![A-Za-z])\d[ -]|\*{3} ?|• ?|ending )(?<![\w£$€.,/#–-])(?<!\d:)(?<value>\d{3,4})(?![\w%]|[:.,/–-]\d| ?\d| ?(?:am|pm|days?|hours?|miles|people|times|points|pounds|percent|per cent|numbers|calls|customers)\b)/g;

const HINTS = [
  "cv",
  "csc",
  "security",
  "digit",
  "figure",
  "numbers",
  "strip",
  "back",
  "signature",
  "reverse",
  "last three",
  "last 3",
  "card",
  "exp",
  "verification",
  "three on",
  "three small",
  "three little",
  "till",
  "front",
  "sec no",
  "code",
  "visa",
  "debit",
  "amex",
];

const SIDE = "(?:back|reverse|rear|front|face|signature|strip|flip side|other side|panel)";
const COUNT = "(?:three|four|3|4)";
const FEW = "(?:digits?|numbers?|nos|figures?|ones)";
/** What only the code of a card is called. */
const CODE_NAME = inTurn(
  /\b/,
  [
    /cvv2?/,
    /cvc2?/,
    "cv2",
    /cvn2?/,
    "csc",
    "cid",
    /(?<!key |gift |swipe |loyalty |membership )card(?:['’]s)? code/,
    /card (?:security|verification)(?: (?:code|number|value|no|digits))?/,
    /verification (?:value|code)/,
    /security (?:code|number|digits|no)/,
    /sec(?:urity)? ?(?:no|code)/,
    String.raw`${COUNT}[ -](?:digit|figure) code`,
    /code (?:on|from|off) the (?:back|reverse|rear|strip)(?! of (?:your|the|our|this|an?|each) (?!(?:\w+ )?card))/,
    /(?:front|back|reverse|strip|amex) code/,
    /code (?:on|from|off|of) (?:your|the|his|her|my|that|this) (?:\w+ )?card/,
    /(?:after|by|beside|next to|near|under) (?:your|the|my|her|his) signature/,
    /on the (?:back|reverse) (?:by|next to|beside|under|above) (?:my|your|her|his|the)/,
    String.raw`(?:last ${COUNT}|${COUNT} (?:\w+ ){0,2}${FEW}|last ${FEW})(?: \w+){0,2}[ (]{1,2}(?:(?:the )?ones )?(?:on|off|from|by|at|over|beside) (?:(?:the|its|your|his|her|my|their) (?:\w+ ){0,2})?${SIDE}`,
  ],
  /\b/,
);
/** What it is called where a card is spoken of. */
const SIDE_NAME = inTurn(
  /\b/,
  [
    String.raw`(?:the|on|its|from) ${SIDE}`,
    "strip",
    /BACK\n/,
    String.raw`(?:three|3) (?:${FEW}|little|small|on|off|from)`,
    /four (?:little|small)/,
    String.raw`${FEW} (?:(?:on|off|from) (?:the|your|its|my|her|his)|you)`,
    /last (?:three|3)/,
    "signature",
    "the one on the back",
  ],
  /\b/,
);
/** What it is called right behind the number of a card. */
const SHORT_NAME = String.raw`\b(?:code|security|sec|back|check|cv|id|${COUNT}|${FEW}|last)\b`;
const [CODE_NAMES, SIDE_NAMES, SHORT_NAMES] = [CODE_NAME, SIDE_NAME, SHORT_NAME].map(
  (names) => new RegExp(names, "gi"),
);

const CARD = /\b(?:cards?|amex|visa|mastercard|maestro|strip|till|cv[vc])\b/i;
export const CARD_NUMBER = /(?:\d[ -]?){13,19}/;
/** The code that follows a card and its month. */
const EXPIRED = /(?:\d[ -]?){13,19}[^\d]{0,20}\d\d ?[/-] ?\d\d[ ,;.\n]{1,3}(?:(?:and|then|plus|code) )?$/i;
/** "4111 1111 1111 1111 / 123 / 09/28". */
const AFTER_NUMBER = /(?:\d[ -]?){13,19} ?[/,;|(] ?$/;
/** What else a short number is, by what stands right before it: a month before a year, a number of a thing. */
const OTHERWISE = anyOf([
  /\b(?:take|queue|ticket|raffle) number $/,
  /\blast (?:four|4)\b[^.!?]{0,20}$/,
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* $/,
  inTurn(
    /\b/,
    [
      /end(?:s|ing)?(?: in| with)?/,
      /exp\w*/,
      oneOf("until alarm door gate page room bay row flat"),
      "number of",
      oneOf("section step form model at since call ring text dial error over about nearly some year"),
    ],
    /[ .#]{0,2}$/,
  ),
  /\b(?:orders?|ref\w*|invoice|ticket|case|ext|extension)[ .:,#]{0,2}(?:[A-Z]{1,3} )?$/,
]);
/** Codes that are no card's. */
const OTHER_CODE =
  /\bback of (?:the|your|our|this) (?:form|letter|page|envelope|leaflet|booklet)\b|\b(?:alarm|doors?|gates?|entrance|panel|building|app|texted|one[- ]time|authenticator|log(?:ging)?[ -]?in)\b/i;

/** One of these stands beside every code of a card. */
const SIGN =
  /cv|csc|cid|card|code|verif|sec|digit|figure|number|amex|visa|maestro|strip|till|signature|reverse|three|four|(?:\d[ -]?){13}/i;

/** "Code 218 on the boiler means": said behind it. */
export const IS_FAULT = /^[^.!?\n]{0,35}\b(?:means|flashes|is (?:an?|the) (?:error|fault))\b/i;

/** "123 in our picture". */
const PICTURED = /^ (?:in|shown in) (?:our|the|this) (?:picture|photo|diagram|drawing)\b/;

/** Whether a short number is the code of a card, by what the words beside it call it. */
function isOnCard(before: string, after: string, value: string): boolean {
  if (/^(?:19|20)\d\d$/.test(value) || !SIGN.test(`${before} ${after}`)) return false;
  if (IS_FAULT.test(after) || PICTURED.test(after)) return false;
  if (EXAMPLE.test(before) || OTHERWISE.test(before) || OTHER_CODE.test(`${before.slice(-50)} ${after.slice(0, 30)}`))
    return false;
  if (value.length === 3 && AFTER_NUMBER.test(before) && /^ ?(?:[/,;)|\n]|$)/.test(after)) return true;
  if (EXPIRED.test(before) || isCalled(CODE_NAMES!, before, after)) return true;
  const isNumbered = CARD_NUMBER.test(before) || CARD_NUMBER.test(after);
  if (
    isNumbered &&
    (isCalled(SIDE_NAMES!, before, after) ||
      isCalled(SHORT_NAMES!, before.slice(-25), value.length === 3 ? after.slice(0, 20) : ""))
  )
    return true;
  return CARD.test(`${before} ${after}`) && isCalled(SIDE_NAMES!, before, after);
}

/** "no. 123", "from the back. The one you gave, 123". */
const GOES_ON = /^\.\s|[.?] (?=(?:The one|It|That|This|Yours|They|These)\b)/;

/** Whether a name stands close by, with no other number between it and the value. */
function isCalled(names: RegExp, before: string, after: string): boolean {
  const near = before.slice(-75);
  const name = [...near.matchAll(names)].at(-1);
  if (name && !/\d{3}|[.!?]\s/.test(near.slice(name.index + name[0].length).replace(GOES_ON, " "))) return true;
  const next = after.slice(0, 60);
  const [following] = next.matchAll(names);
  return following !== undefined && !/\d{3}|[.!?:]\s|\n/.test(next.slice(0, following.index));
}

/** The codes on cards, by the words around them. */
export const CARD_CODES: Secret = {
  kind: "cvv",
  hints: HINTS,
  pattern: FIGURES,
  accepts: () => true,
  near: isOnCard,
};
