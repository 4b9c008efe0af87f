import { IS_FAULT } from "./card-codes.ts";
import { EXAMPLE } from "./context.ts";
import type { Secret } from "./model.ts";
import { anyOf, inTurn, oneOf, ways } from "../../ways.ts";

/** Groups of figures, a figure or two among letters: what a lock with keys or wheels takes. */
const KEYED =
  /(?<![\w£$€.,/:#–+-])(?<!\*{3} ?|• ?)(?<value>\d{3,8}[#*]?|\d(?:[ -]\d){3,5}#?|[A-Z](?:-\d){3,5}|[A-Z]\d{3,6}[A-Z]?|\d{3,5}[A-Z]|[A-Z]\d{2}[A-Z]\d|\d{2,3}(?:[ -]\d{2,3}){1,2}|(?=[A-Z]{0,7}\d)[A-Z\d]{4,8}[#*]?)(?![\w%/]|[:.,-]\d| ?\d{3})/g;
/** What is written like a date, a score or a reference as well: only where it is said to be typed in, or to open. */
const UNUSUAL = /^\d{2,3}[ -]|^\d+[A-Z]+\d|^[A-Z]{2}|^[A-Z]\d+[A-Z]+\d/;
const LOCKS = [
  "safe",
  "alarm",
  "lock",
  "keypad",
  "key pad",
  "door",
  "gate",
  "barrier",
  "fob",
  "panel",
  "entrance",
  "shed",
  "box",
  "intercom",
  "voicemail",
  "messages",
  "mailbox",
  "dial",
  "wheel",
  "unset",
  "way in",
  "machine",
  "handset",
  "parental",
  "phone bank",
  "pin",
  "store",
  "turnstile",
  "garage",
  "cupboard",
  "cabinet",
  "cash",
  "bollard",
  "hatch",
  "shutter",
  "get in",
  "lift",
  "code for",
  "code to",
  "self in",
  "you in",
  "green light",
  "by code",
  "access to",
];

/** What a code opens or silences. */
const LOCK = anyOf([
  new RegExp(
    String.raw`\b(?:${ways([
      /key ?-?safe|safe(?! (?:limit|levels?|dose|speed|distance|working|place|space|hands|way|maximum|load|temperature|to|for|and|as)\b)/,
      /alarms?|unset|panel|key ?pad|fob|intercom|entry ?phone|buzzer|trade button|call box|green light/,
      /dials?|wheels?|lock(?:er|box)?s?|padlock|bike lock/,
      /doors?|gates?|barrier|entrance|way in|shutters?|hatch|bollards?|turnstiles?|lifts?|garage|shed|store|cupboard|cabinet/,
      // "the black box", "the box on the wall"
      /keys?:? box|(?:black|wall|lock|key|grey|little) box|box (?:by|on|under|behind|beside|at) (?:the|your|our|his|her)/,
      /bike (?:shed|store)|bin store/,
      /voicemail|mailbox|messages|machine|handset|parental|cash ?point|(?:telephone|phone) bank(?:ing)?/,
      /(?:tablet|phone|screen)(?:['’]s)?(?: screen)? (?:un)?lock/,
      // "code to the roof terrace"
      inTurn(/code (?:for|to) (?:the|your|our|his|her) [a-z ]{0,20}/, [
        oneOf("room playroom office hall kitchen"),
        /toilets?/,
        oneOf("loo gym pool yard stairs"),
        "car park",
        oneOf("block flat building studio basement laundry lounge terrace roof site compound pavilion"),
        oneOf("clubhouse suite ward"),
      ]),
      /by code|access (?:to|is|by)|entry (?:to|is|by)/,
      /get in|(?:let|buzz) (?:you|your|him|her|them)(?:self|selves)? in|pin/,
    ])})\b`,
  ),
]);
const OPERATES = anyOf([
  inTurn(
    /\b/,
    [
      /(?:go(?:es)?|went|switch(?:es)?|turn(?:s|ed)?|shut(?:s)?) off(?: again)?(?: (?:on|with|by))?/,
      /opens?(?: (?:on|with|to))?/,
      "takes",
      "wants",
      "needs",
      /silences?/,
      /turn(?:s|ed)?/,
      "shut",
      "press",
      /punch(?: in)?/,
      /typ(?:e|es|ing)(?: in)?/,
      /key(?:ing)?(?: in)?/,
      /tap(?: in)?/,
      /dials?/,
      /enter(?:ing)?/,
      /codes?/,
      /unlocks?/,
      /disarms?/,
      /arms?/,
      /(?:re)?set(?: again)? (?:to|with|using)/,
      /(?:un)?set/,
      "combination",
      "works on",
      /(?:gets|lets) (?:you|them|him|her|me|us) in/,
    ],
    /\b/,
  ),
  /\b(?:then|is|was|are|it['’]?s) ?$/,
  /^['’]s(?: still| now)? ?$/,
  /(?:[:=–,|-]|\s) $/,
  /\n[ >*-]{0,4}$/,
  /^[\s,:=–(|*-]*$/,
]);
/** What a number beside a lock may be instead: the number of a thing, a year, a time, a sum. */
const NUMBERED = new RegExp(
  ways([
    inTurn(
      /\b/,
      [
        /(?<!\b(?:pin|code|entry|access|alarm|safe|lock|combination) )number(?: is)?/,
        oneOf("flat apt apartment house room rm no"),
        "number of",
        oneOf("nos locker lockers bay unit block floor route bus zone gate door pitch plot page model type"),
        oneOf("part item ref reference serial order job case ticket version standard bs en form section clause"),
        oneOf("ext extension tel phone call ring text year spring summer autumn winter meter reading"),
        /units?/,
        oneOf("postcode account invoice policy"),
        /member(?:ship)?/,
        "ending",
        "ends in",
        "code word",
        /£/,
        "visit type",
        "client ref",
        "branch",
        /(?:terminal|user|device|customer|machine|staff) id(?: is)?/,
      ],
      /[ .:#]{0,2}$/,
    ),
    /\b(?:at|by|from|until|till|since|in|before|after|between|and|to|of|about|over|under|nearly|some) $/,
  ]),
  "i",
);

function opensLock(before: string, after: string, value: string): boolean {
  const near = before.slice(-90);
  const next = after.slice(0, 60);
  if (!/[#*]$/.test(value) && !LOCK.test(near) && !LOCK.test(next) && !WHEELS.test(near)) return false;
  if (
    EXAMPLE.test(before) ||
    /^ ?(?:hours|hrs|am|pm|people|minutes|mins|pounds|years|cars|units|digits?|mm|cm|mg|ml|kg|g|km|mph|w|kw|kwh|volts?|metres|miles|wide|high|long|tall|deep)\b/i.test(
      after,
    )
  )
    return false;
  if (
    /^(?:19|20)\d\d$/.test(value) &&
    !/\b(?:pin|code|combination|alarm|safe|set (?:to|with)|key in)\b.{0,25}$/i.test(near)
  )
    return false;
  if (FOR_HELP.test(next) || IS_FAULT.test(next)) return false;
  const isSet = SET_TO.test(before);
  const isNumber = /^\d+$/.test(value) && NUMBERED.test(before) && !NAMES_LOCK.test(before);
  if (/\b(?:not|don['’]t|never|avoid)\b[^.!?\n\d]{0,15}$/i.test(before)) return false;
  if (isSet && /[#*]$/.test(value)) return true;
  if (isSet ? LOCK.test(next) : OPENS.test(next) && LOCK.test(next) && !isNumber) return true;
  if ((NAMES_LOCK.test(before) && value.length > 3) || (value.endsWith("#") && LOCK.test(near))) return true;
  if ((value.length < 4 || isNumber || UNUSUAL.test(value)) && !isSet)
    return WHEELS.test(before) || value.endsWith("#");
  const lock = [...near.matchAll(EACH_LOCK)].at(-1);
  if (!lock) return false;
  if (/^ ?,? ?(?:then|and|followed by) (?:the )?(?:hash|star|#|\*|enter|tick|[A-Z]\b)/.test(after)) return true;
  const between = near.slice(lock.index + lock[0].length);
  return isSet || (OPERATES.test(between) && !/[.!?]\s|\d{3}/.test(between.replace(/^ \d{1,3}\b/, "")));
}

/** "dial 1234 for help". */
const FOR_HELP = new RegExp(
  ways([
    /^,? ?(?:and|then)? ?(?:and )?(?:enter|key in|type|put in|press|tap|use) (?:in )?\d{3}/,
    /^ (?:from any|for (?:the )?(?:help|assistance|reception|staff|desk|office|operator|caretaker|porter)|to (?:speak|reach|call|talk))\b/,
  ]),
  "i",
);
const NAMES_LOCK = anyOf([
  /\b(?:side|back|front|rear|garden|main) (?:gate|door) $/,
  /\b(?:telephone|phone) bank(?:ing)? (?:number|no\.?)(?: is|:)? ?$/,
  /\b(?:key ?(?:safe|box)|lock ?box|padlock)\b[^.!?\n\d]{0,30}\bnumber(?: is)? ?$/,
  /\b(?:lock ?box|key ?safe) no\.? $/,
  /\b(?:doors?|gates?|barrier|entrance|garage|shed): ?$/,
]);
const EACH_LOCK = new RegExp(LOCK, "gi");
const OPENS = new RegExp(
  inTurn(
    /^(?:,|:)? ?/,
    [
      /is what (?:I|you|he|she|they) (?:tap|type|key|punch|press)/,
      /(?:will |should |now |still )?(?:opens?|silences?|shuts?|unlocks?|disarms?|gets?|lets?|releases?|turns? off|works? (?:on|for)|is (?:for|the code))/,
      "on the",
      "for the",
      "then",
      "into the",
      /at the (?:gate|door|keypad|panel|barrier|entrance)/,
      /to (?:get in|open|shut|silence|unset|disarm|unlock|set|arm|cancel|be let in)/,
    ],
    /\b/,
  ),
  "i",
);
const SET_TO = new RegExp(
  inTurn(
    /\b/,
    [
      /(?:safe|lock|padlock|dial)\b[^.!?\n\d]{0,30}\b(?:wants|takes|needs)/,
      /(?:press|key|star|hash)[^.\d]{0,15} then/,
      /(?:they|it|these|this) (?:reads?|are|is|was|were)(?: now)?/,
      /it['’]s(?: now)?/,
      /(?:put|set|went) back to/,
      /(?:changed|reset|updated|put|set)(?: (?:on|by|last|this|over|for|from|via)[^.!?\n\d]{0,25}| today| yesterday| again)? to/,
      "followed by",
      /keying(?: is)?/,
      "I put",
      /us(?:e|ing)/,
      /(?:tap|type|key|punch|push|enter)(?:ping|ing)?(?: in)?/,
      "dial in",
      "press",
      "input",
      "tap in",
      /(?:opens?|unlocks?|works?|releases?|responds|answers) (?:on|with|to|by)/,
      /(?:go(?:es)?|went|switch(?:es|ed)?|turn(?:s|ed)?|shuts?|comes?|lifts?|rolls?) (?:off|up|down)(?: again)? (?:on|with|by)/,
      /(?:re|un)?set (?:again )?(?:to|with|at)/,
      /(?:dials?|wheels?|numbers|digits|figures) (?:to|are)/,
      /(?:code|combination|sequence)(?:['’]s)?(?: (?:is|was|now|of))?/,
    ],
    /[ :="“‘*]{0,3}$/,
  ),
  "i",
);
/** "padlock 906": three figures are all that fits. */
const WHEELS = /\b(?:padlock|bike lock|combination|key ?safe)(?: is| on| =|:)? $/i;

/** What opens a door or a box, by the words around it. */
export const LOCK_CODES: Secret = {
  kind: "pin",
  hints: LOCKS,
  pattern: KEYED,
  accepts: (value) => /\d/.test(value),
  near: opensLock,
};
