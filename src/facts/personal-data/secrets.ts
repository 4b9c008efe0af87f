import type { PersonalKind } from "../../model.ts";
import { EXAMPLE } from "./context.ts";

/** A secret and where it stands: the group `value` of a pattern. */
export interface Secret {
  readonly kind: PersonalKind;
  /** Of these, in small letters, a text must hold one for the secret to be looked for. */
  readonly hints: readonly string[];
  readonly pattern: RegExp;
  readonly accepts: (value: string) => boolean;
  /** What the words around must say: those of its paragraph before it, and those after it. */
  readonly near?: (before: string, after: string, value: string) => boolean;
}

const VENDOR =
  /(?<![\w-])(?<value>gh[pousr]_\w{20,80}|github_pat_\w{20,100}|glpat-[\w-]{20,40}|AKIA[0-9A-Z]{16}|xox[abprs]-[\w-]{10,80}|AIza[\w-]{35}|sk[-_](?:live|test|proj)[-_]\w{12,80}|(?:[a-z]{2,6}[_-])(?:live|test|prod|sec)[_-]\w{12,80}|SG\.[\w-]{16,40}\.[\w-]{16,60}|eyJ[\w-]{8,400}\.eyJ[\w-]{8,800}(?:\.[\w-]{0,400})?)(?![\w-])/g;
const KEY_BLOCK = /(?<value>-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)/g;
const URL_LOGIN = /(?<=:\/\/)(?<value>[^\s:/@<>"]{1,60}:[^\s/@<>"]{1,80})@/g;
const KEYWORD =
  /(?<![a-z])(?:api[ _-]?key|x-api-key|access[ _-]?(?:key|token)|secret(?:[ _-]?key)?|client[ _-]?secret|auth(?:orisation|orization)?[ _-]?token|bearer|token|webhook[ _-]?secret|x-auth|secret for the webhook|key(?==))\b[^\n]{0,40}?(?<![\w-])(?<value>[A-Za-z0-9_+/=.-]{16,128})(?![\w-])/gi;
const FILLERS = String.raw`(?:[ \t*"'“‘\x60:=-]|\b(?:is|was|are|to|as|the|a|your|new|now|set|changed|reset|back|of|temporary|for|it|this|portal|account|network|guest|login|until|logged|in|on)\b(?! ?(?:the|a) (?:letter|post|email|card|envelope)\b)){1,12}`;
const PASSWORD = new RegExp(
  String.raw`(?<!bus |day |boarding |travel )\b(?:pass(?:code|word|phrase)?|pw|pwd|wi-?fi (?:key|code)|network key|wpa2? key)\b(?!-)${FILLERS}(?<value>[^\s"'”’*\x60|,;]{5,64})`,
  "gi",
);
/** "Pass phrase: six wet ducks 44": words to the end of the line. */
const PASS_PHRASE =
  /\bpass ?phrase ?(?:[:=]|is|was) ?["“‘]?(?<value>[a-z\d]{2,12}(?:[ -][a-z\d]{2,12}){2,5})(?=["”’]?[.]?(?:\n| ?\(|$))/gi;
/** "fluffy1974 is what you use to log in", "just type Welcome2Thornby!": told or not, a word with figures or signs inside is no word. */
const STRANGE_WORD =
  /(?<![^\s"“‘'(*\x60=:>|[])(?<value>(?=[^\s"”’|]{0,40}\d)(?=[^\s"”’|]{0,40}[a-z])[\w!$%&*+?@#.^~=-]{6,40})(?!:)/g;
/** Groups of figures, a figure or two among letters: what a lock with keys or wheels takes. */
const KEYED =
  /(?<![\w£$€.,/:#–+-])(?<![*•] ?)(?<value>\d{3,8}[#*]?|\d(?:[ -]\d){3,5}#?|[A-Z](?:-\d){3,5}|[A-Z]\d{3,6}[A-Z]?|\d{3,5}[A-Z]|[A-Z]\d{2}[A-Z]\d)(?![\w%/]|[:.,-]\d| ?\d{3})/g;
const CARD_CODE = /(?<!\d[ -]|[*•] ?)(?<![\w£$€.,/:#–-])(?<value>\d{3,4})(?![\w%]|[:.,/–-]\d| ?\d)/g;
/** A login for another machine, with no address before it: "user:pass@host". */
const LOGIN =
  /(?<![\w.@/:-])(?!(?:e-?mail|mail(?:to)?|to|from|cc|bcc|contact|write|reply|reach|tel|at|sip|address)s?:)(?<value>[a-z][\w.-]{1,40}:(?=[^\s:@]{0,40}[\d\W_])[^\s:@/<>"]{4,60}@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4})(?![\w@])/gi;
/** Three and a half bits a character: what a hand does not type (the floor of gitleaks' generic rule). */
const FEWEST_BITS = 3.5;

/** Keys and tokens that are known by themselves; looked for before anything else, for they may hold what looks like a number. */
export const TOKENS: readonly Secret[] = [
  { kind: "api-key", hints: ["-----begin"], pattern: KEY_BLOCK, accepts: () => true },
  { kind: "api-key", hints: ["://"], pattern: URL_LOGIN, accepts: (value) => /[a-z\d]/.test(value) },
  { kind: "api-key", hints: ["@"], pattern: LOGIN, accepts: () => true },
  {
    kind: "api-key",
    hints: [
      "ghp_",
      "gho_",
      "ghu_",
      "ghs_",
      "ghr_",
      "github_pat_",
      "glpat-",
      "akia",
      "xoxa",
      "xoxb",
      "xoxp",
      "xoxr",
      "xoxs",
      "aiza",
      "sk-",
      "sk_",
      "_live_",
      "_test_",
      "_prod_",
      "-live-",
      "-test-",
      "-prod-",
      "_sec_",
      "sg.",
      "eyj",
    ],
    pattern: VENDOR,
    accepts: (value) => !/(.)\1{5}|example/i.test(value),
  },
];

const LOGIN_HINTS = [
  "pass",
  "pw",
  "log",
  "sign",
  "wi-fi",
  "wifi",
  "router",
  "hub",
  "network",
  "ssid",
  "internet",
  "type",
  "typing",
  "enter",
  "unlock",
  "open",
  "key",
  "username",
  "screen",
];
const CARD_SIDES = [
  "card",
  "amex",
  "visa",
  "cv",
  "strip",
  "digit",
  "figures",
  "signature",
  "till",
  "from the back",
  "exp",
  "the back",
  "back\n",
  "three on",
];
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
  "banking",
  "pin",
];

/** What opens an account or a door, by the words before it. */
export const WORDS: readonly Secret[] = [
  {
    kind: "api-key",
    hints: ["api", "access", "secret", "token", "bearer", "key="],
    pattern: KEYWORD,
    accepts: (value) => /\d/.test(value) && bitsOf(value) >= FEWEST_BITS - (value.length >= 32 ? 0.5 : 0),
  },
  {
    kind: "password",
    hints: ["pass", "pw", "wi-fi", "wifi", "network key", "wpa"],
    pattern: PASSWORD,
    accepts: isPassword,
  },
  { kind: "password", pattern: PASS_PHRASE, hints: ["pass phrase", "passphrase"], accepts: () => true },
  { kind: "password", pattern: STRANGE_WORD, hints: LOGIN_HINTS, accepts: isStrange, near: opensAccount },
  { kind: "cvv", hints: CARD_SIDES, pattern: CARD_CODE, accepts: () => true, near: isOnCard },
  { kind: "pin", hints: LOCKS, pattern: KEYED, accepts: (value) => /\d/.test(value), near: opensLock },
];

/** The kinds that the heading of a column names. */
const COLUMNS: readonly (readonly [PersonalKind, RegExp])[] = [
  ["password", /\bpass(?:word|code|phrase)\b|\b(?:wi-?fi|internet|network key)\b/i],
  ["cvv", /\b(?:cvv2?|cvc2?|cv2|security code)\b/i],
  [
    "pin",
    /\bpin\b|\bway in\b|\b(?:key ?safe|alarm|keypad)\b|\b(?:door|gate|alarm|entry|access|locker|key ?safe) code\b/i,
  ],
];

/** The cells of Markdown tables that stand under the name of a secret. */
export function tableSecrets(text: string): { kind: PersonalKind; start: number; end: number }[] {
  const found: { kind: PersonalKind; start: number; end: number }[] = [];
  let columns: readonly (PersonalKind | undefined)[] = [];
  let heading = "";
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    if (!line.includes("|")) columns = [];
    else if (/^[ >|:]*-[ >|:-]*$/.test(line)) {
      columns = heading.split("|").map((name) => COLUMNS.find(([, pattern]) => pattern.test(name))?.[0]);
    } else if (columns.some(Boolean)) {
      let start = index;
      for (const [at, cell] of line.split("|").entries()) {
        const value = cell.trim().replace(/^[*`]+|[*`]+$/g, "");
        const kind = columns[at];
        const from = start + cell.indexOf(value);
        if (kind && isSecret(kind, value)) found.push({ kind, start: from, end: from + value.length });
        start += cell.length + 1;
      }
    }
    heading = line;
  }
  return found;
}

function isSecret(kind: PersonalKind, value: string): boolean {
  return kind === "password" ? isPassword(value) : /^(?=.*\d)[A-Z0-9]{3,8}$|^\d(?:[ -]\d){3,5}\b/i.test(value);
}

/** A word of the language alone is a rule or a remark; a password has a figure or a sign in it, not only at its end. */
function isPassword(value: string): boolean {
  const word = value.replace(/[.,!?)]+$/, "");
  if (word.length < 5 || /^[a-z]+-\d{1,3}s$/i.test(word) || /^(?:https?:|www\.)|^\d{1,2}[:.]\d{2}|@.*\./.test(word))
    return false;
  return /\d/.test(word)
    ? /[a-z]/i.test(word) || word.length >= 6
    : /[#$%&!@^~+=?]/.test(word) || /[a-z][A-Z]/.test(word);
}

/** Letters of both sizes, or letters in a row, with figures or signs among them; not "over-60s", "COVID-19" or a reference. */
function isStrange(value: string): boolean {
  const word = value.replace(/[.,!?)]+$/, "");
  if (word.length < 6 || !/[a-z]/.test(word) || !/\d/.test(word)) return false;
  if (
    /^(?:https?:|www\.)|@.*\.|^[@#]|\.[a-z]{2,}$|^\d+(?:st|nd|rd|th)?-[a-z]+$|^[a-z]+-\d{1,4}s?$|-\dG$|^\d+[a-z]{1,3}$|%/i.test(
      word,
    )
  )
    return false;
  return /[^A-Za-z\d.]/.test(word) || /[a-z]\d|\d[a-z]/.test(word);
}

const ACCOUNT =
  /\b(?:pass(?:word|code|phrase|wd)?|pw|pwd|pword|log(?:ged|s|ging)?[ -]?(?:in|on)|sign(?:ed|s|ing)?[ -]?in|wi-?fi|wireless|router|hub|network|ssid|internet|broadband|temporary|reset|typ(?:e|ed|ing)|enter(?:ed|ing)?|unlocks?|to open|locked|join|set it to|credentials|log (?:me|you|him|her|them) in|set (?:me|you|him|her|them) up with|the app|username|user ?name|sticker|first screen|sign-on)\b/i;

/** A word for an account or a network in the paragraph; a strange word that only small letters and figures make must have it close by. */
function opensAccount(before: string, after: string, value: string): boolean {
  if (before.slice(before.lastIndexOf("\n") + 1).includes("|") || NAMED_OTHERWISE.test(before) || ADVICE.test(before))
    return false;
  if (!/[a-z]{3}/i.test(value)) return /\bkey ?(?:[:=]|is) ?$/i.test(before);
  const isPlain = /^[a-z]+\d+$/i.test(value);
  return ACCOUNT.test(isPlain ? `${before.slice(-30)} ${after.slice(0, 50)}` : `${before} ${after}`);
}

const ADVICE = new RegExp(String.raw`${EXAMPLE.source}|\b(?:such as|like|than|e\.g\.?|avoid|never|not)\W{0,3}$`, "i");
/** "user name wren77", "order AB-1234x": what the word is called right before it. */
const NAMED_OTHERWISE =
  /\b(?:(?:user(?: ?name|id)?|e-?mail|ssid|network|hub|host(?: ?name)?|called|broadcasting as)[ :=#"“‘(*]{0,4}(?:is |was |as )?|(?:ref(?:erence)?|order|version|model|file|ticket|job|case|licen[cs]e|serial|voucher|promo|discount|account|plate|reg|product|build|release|step|page|room|flat|form|branch|server)(?: (?:name|id|no|number|code))?[ :=#"“‘(*]{0,4})["“‘]?$/i;

const CARD_NUMBER = /(?:\d[ -]?){13,19}/;
/** The code that follows a card and its month. */
const EXPIRED = /(?:\d[ -]?){13,19}[^\d]{0,20}\d\d ?[/-] ?\d\d[ ,;.\n]{1,3}(?:(?:and|then|plus|code) )?$/i;
const THREE_DIGITS =
  /\b(?:3|three|4|four) (?:digits|numbers|figures) (?:by|on|off|from|at) the (?:signature|back|reverse|strip|front)\b/i;
/** A year follows. */
const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* $/i;
const CARD_SIDE =
  /\b(?:(?:the|on) (?:back|front|reverse)|strip|BACK\n|security (?:code|digits|number)|cv[vc2]2?|three (?:digits|numbers|figures|little|small|on|off|from)|(?:digits|numbers|figures) (?:on|off|from|you)|last (?:three|3)|verification code|sec(?:urity)? no|signature)\b/i;

/** Three or four figures that stand by themselves beside the side of a card that has them; the card or its number is spoken of. */
function isOnCard(before: string, after: string, value: string): boolean {
  const near = `${before.slice(-60)} | ${after.slice(0, 40)}`;
  if (MONTH.test(before)) return false;
  if (
    EXPIRED.test(before) ||
    (/\bcode:? $/i.test(before) && CARD_NUMBER.test(before)) ||
    THREE_DIGITS.test(`${before.slice(-80)} | ${after}`)
  )
    return true;
  if (
    !CARD_SIDE.test(near) ||
    NUMBERED.test(before) ||
    /\b(?:end(?:s|ing)?(?: in)?|exp\w*|until|alarm|door|gate|page|room) ?$/i.test(before)
  )
    return false;
  return (
    CARD_NUMBER.test(before) ||
    CARD_NUMBER.test(after) ||
    (/\b(?:card|amex|visa|mastercard|cv[vc]|strip|till)\b/i.test(`${before} ${after}`) && value.length < 5)
  );
}

const LOCK =
  /\b(?:key ?-?safe|safe|alarms?|dials?|wheels?|unset|way in|machine|handset|parental|(?:telephone|phone) banking|keys?:? box|lock(?:er|box)?s?|padlock|key ?pad|doors?|gates?|barrier|fob|panel|entrance|shed|store|(?:black|wall|lock|key|grey|little) box|box by|intercom|voicemail|mailbox|messages|bike (?:shed|store)|bin store|(?:tablet|phone|screen) unlock|pin)\b/i;
const OPERATES =
  /\b(?:opens?(?: (?:on|with|to))?|takes|wants|needs|silences?|turn(?:s|ed)?|shut|press|punch(?: in)?|typ(?:e|es|ing)(?: in)?|key(?:ing)?(?: in)?|tap(?: in)?|dials?|enter(?:ing)?|codes?|unlocks?|disarms?|arms?|(?:re)?set(?: again)? (?:to|with|using)|(?:un)?set|combination|works on|(?:gets|lets) (?:you|them|him|her|me|us) in)\b|\b(?:then|is|was|are|it['’]?s) ?$|(?:[:=–,|-]|\s) $|\n[ >*-]{0,4}$|^[\s,:=–(|-]*$/i;
/** What a number beside a lock may be instead: the number of a thing, a year, a time, a sum. */
const NUMBERED =
  /\b(?:flat|apt|apartment|house|room|rm|no|number of|nos|locker|lockers|bay|unit|block|floor|route|bus|zone|gate|door|pitch|plot|page|model|type|part|item|ref|reference|serial|order|job|case|ticket|version|standard|bs|en|form|section|clause|ext|extension|tel|phone|call|ring|text|at|by|from|until|till|since|in|before|after|between|and|to|of|year|spring|summer|autumn|winter|meter|reading|units?|postcode|account|invoice|policy|member(?:ship)?|ending|ends in|code word|£|about|over|under|nearly|some|visit type|client ref|branch)[ .:#]{0,2}$/i;

function opensLock(before: string, after: string, value: string): boolean {
  const near = before.slice(-90);
  const next = after.slice(0, 60);
  if (
    EXAMPLE.test(before) ||
    /^ ?(?:hours|hrs|am|pm|people|minutes|mins|pounds|years|cars|units|digits?)\b/i.test(after)
  )
    return false;
  if (
    /^(?:19|20)\d\d$/.test(value) &&
    !/\b(?:pin|code|combination|alarm|safe|set (?:to|with)|key in)\b.{0,25}$/i.test(near)
  )
    return false;
  const isSet = SET_TO.test(before);
  const isNumber = NUMBERED.test(before) && !/\b(?:lock ?box|key ?safe) no\.? $/i.test(before);
  if ((value.length < 4 || isNumber) && !isSet) return false;
  if (OPENS.test(next) && LOCK.test(next)) return true;
  const lock = [...near.matchAll(EACH_LOCK)].at(-1);
  if (!lock) return false;
  if (/^ ?,? ?(?:then|and|followed by) (?:the )?(?:hash|star|#|\*|enter|tick|[A-Z]\b)/.test(after)) return true;
  const between = near.slice(lock.index + lock[0].length);
  return isSet || (OPERATES.test(between) && !/[.!?]\s|\d{3}/.test(between.replace(/^ \d{1,3}\b/, "")));
}

const EACH_LOCK = new RegExp(LOCK, "gi");
const OPENS =
  /^(?:,|:)? ?(?:is what (?:I|you|he|she|they) (?:tap|type|key|punch|press)|opens?|on the|for the|then|silences|turns off|shuts|unlocks|disarms|gets|lets|into the|at the (?:gate|door|keypad|panel)|to (?:get in|open|shut|silence))\b/i;
const SET_TO =
  /(?:(?:put|set|went) back to|(?:changed|reset) to|unlock with|followed by|keying(?: is)?|I put|tap in|opens? (?:on|with|to)|(?:re)?set (?:again )?(?:to|with)|(?:dials?|wheels?|numbers) to|key in|punch in|code(?:['’]s)?(?: is)?|combination(?: is)?) ?$/i;

/** Shannon's entropy of a text, in bits a character. */
function bitsOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => bits - (count / text.length) * Math.log2(count / text.length), 0);
}
