import type { PersonalKind } from "../../model.ts";

/** A secret and where it stands: the group `value` of a pattern. */
export interface Secret {
  readonly kind: PersonalKind;
  /** Of these, in small letters, a text must hold one for the secret to be looked for. */
  readonly hints: readonly string[];
  readonly pattern: RegExp;
  readonly accepts: (value: string) => boolean;
}

const VENDOR =
  /(?<![\w-])(?<value>gh[pousr]_\w{20,80}|github_pat_\w{20,100}|glpat-[\w-]{20,40}|AKIA[0-9A-Z]{16}|xox[abprs]-[\w-]{10,80}|AIza[\w-]{35}|sk[-_](?:live|test|proj)[-_]\w{12,80}|(?:[a-z]{2,6}_)(?:live|test|prod)_\w{16,80}|SG\.[\w-]{16,40}\.[\w-]{16,60}|eyJ[\w-]{8,400}\.eyJ[\w-]{8,800}(?:\.[\w-]{0,400})?)(?![\w-])/g;
const KEY_BLOCK = /(?<value>-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)/g;
const URL_LOGIN = /(?<=:\/\/)(?<value>[^\s:/@<>"]{1,60}:[^\s/@<>"]{1,80})@/g;
const KEYWORD =
  /\b(?:api[ _-]?key|x-api-key|access[ _-]?(?:key|token)|secret(?:[ _-]?key)?|client[ _-]?secret|auth(?:orisation|orization)?[ _-]?token|bearer|token|webhook[ _-]?secret)\b[^\n]{0,30}?(?<![\w-])(?<value>[A-Za-z0-9_+/=-]{16,128})(?![\w-])/gi;
const FILLERS = String.raw`(?:[ \t*"'“‘\x60:=-]|\b(?:is|was|are|to|as|the|a|your|new|now|set|changed|reset|back|of|temporary|for|it|this|portal|account|network|guest|login|until|logged|in|on)\b(?! ?(?:the|a) (?:letter|post|email|card|envelope)\b)){1,12}`;
const PASSWORD = new RegExp(
  String.raw`\b(?:pass(?:code|word|phrase)?|pw|pwd|wi-?fi (?:key|code)|network key|wpa2? key)\b(?!-)${FILLERS}(?<value>[^\s"'”’*\x60|,;]{5,64})`,
  "gi",
);
/** "fluffy1974 is what you use to log in": the word before what it opens. */
const PASSWORD_BEFORE =
  /(?<![\w@./-])(?<value>(?=[\w!$%&*+?@#-]{0,30}\d)(?=[\w!$%&*+?@#-]{0,30}[a-z])[\w!$%&*+?@#-]{6,32}) (?:is|was) (?:(?:still|now) )?(?:what (?:you|they|he|she) (?:use|type|enter|log in with)|(?:your|his|her|their|the) (?:[a-z]+ )?(?:password|passphrase|login))\b/gi;
/** "Turn the dial to 318", "the alarm was set with 1947". */
const OPENS =
  /\b(?:key ?safe|key ?pad|lockers?|padlock|lock|door|gate|alarm|mailbox|voicemail|barrier|store|entrance)\b[^.!?\n]{0,90}\b(?:opens? (?:with|on|to)|takes|unlocks? with|key in|punch in|type in|number,|combination,|code,) ?(?<value>\d{4,8}|(?=[a-z]{0,3}\d)[a-z]{1,2}\d{3,6}[a-z]{0,2})(?![\w:/]| ?(?:minutes|people|cars|pounds))/gi;
const KEYED = /\b(?:messages|mailbox|voicemail|alarm|door|gate)\b[^!?\n]{0,60}\bkey in (?<value>\d{4,8})(?!\d)/gi;
/** "the three digits off the strip were 482", "front code 7716". */
const CARD_CODE =
  /\b(?:(?:three|3) (?:digits|numbers|figures) (?:off|on|from|you read out|you gave)[^.\d\n]{0,40}|(?:front|back) code (?:is |was |of )?)(?<value>\d{3,4})(?!\d)/gi;
/** "just type Welcome2Thornby! in the box": capitals, small letters and figures together are no word. */
const TYPED =
  /\b(?:type|enter|key) (?:in )?["“‘]?(?<value>(?=[^\s"”]{0,30}\d)(?=[^\s"”]{0,30}[A-Z])(?=[^\s"”]{0,30}[a-z])[^\s"”,;]{8,40})/g;
const NETWORK_KEY =
  /\b(?:router|wi-?fi|network|broadcasting|hub|broadband)\b[^\n]{0,90}\bkey\b[^.\n]{0,30}\b(?:is|:) ?(?<value>[^\s"”,;]{8,40})/gi;
const ANSWER_TOLD =
  /\b(?:first (?:pet|school|car|teacher)|maiden name|memorable (?:word|place|name)|favourite (?:teacher|team|film|book))\b[^\n]{0,30}[.?!] You (?:told us|said|gave|put)[^.\n]{0,20}? (?:was|is|were) (?:called )?(?<value>\p{Lu}[\p{L}'’-]{2,30})/gu;
const LOCK =
  /\b(?:(?:turn|set|move|spin) (?:the|your|its) (?:dials?|wheels?|numbers) to|alarm (?:is |was |has been )?(?:re)?(?:set|armed|disarmed|turned off|switched off|unset)(?: again)? (?:with|using|by typing|by entering)) ?(?<value>\d{3,8})(?![\d:/])/gi;
/** The code of a door on the line below its label. */
const LABELLED_CODE =
  /(?:^|\n)[ \t>*-]{0,6}(?:(?:[\w’' -]{0,30}\b)?(?:door|gate|entry|entrance|access|alarm|key ?safe|keypad|locker|lock|building)\b[\w’' -]{0,20}\bcode\b|code (?:for|to|of) (?:the|your) [\w’' -]{0,30}\b(?:door|gate|alarm|safe|locker|building|block|entrance|keypad)\b[\w’' -]{0,30})[ \t]*:?\*{0,2}\n[ \t>*-]{0,6}(?<value>(?=[a-z]{0,7}\d)[a-z0-9]{3,8})(?![\w-])/gi;
/** A login for another machine, with no address before it: "user:pass@host". */
const LOGIN =
  /(?<![\w.@/:-])(?!(?:e-?mail|mail(?:to)?|to|from|cc|bcc|contact|write|reply|reach|tel|at|sip|address)s?:)(?<value>[a-z][\w.-]{1,40}:(?=[^\s:@]{0,40}[\d\W_])[^\s:@/<>"]{4,60}@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4})(?![\w@])/gi;
const ANSWER_BELOW =
  /\b[Ss]ecurity question\b[^\n]{0,100}\n[ \t>*-]{0,6}(?:[Aa]nswer|[Rr]eply)(?: given| on file| held)?[ \t]*[:=–-][ \t*"'“‘]{0,4}(?<value>\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30}){0,2})/gu;
const ANSWER = new RegExp(
  String.raw`\b(?:[Mm]aiden name|[Mm]emorable (?:word|place|name|phrase|answer)|[Ff]irst (?:pet|school|car|teacher)(?:'s name)?|[Ss]ecurity answer|[Ss]ecret answer|[Ff]avourite (?:teacher|team|film|book)|[Nn]ame of (?:your|his|her|their) (?:first )?(?:pet|school|teacher))\b(?:[^\n.?!]{0,20}?)(?:\b(?:is|was|as)\b|[:=–-])[ \t*"'“‘\x60]{0,4}(?<value>\p{Lu}[\p{L}'’-]{2,30}(?: \p{Lu}[\p{L}'’-]{1,30}){0,2})`,
  "gu",
);

/** Three and a half bits a character: what a hand does not type (the floor of gitleaks' generic rule). */
const FEWEST_BITS = 3.5;

/** Keys and tokens that are known by themselves; looked for before anything else, for they may hold what looks like a number. */
export const TOKENS: readonly Secret[] = [
  { kind: "api-key", hints: ["-----begin"], pattern: KEY_BLOCK, accepts: () => true },
  { kind: "api-key", hints: ["://"], pattern: URL_LOGIN, accepts: () => true },
  { kind: "api-key", hints: ["@"], pattern: LOGIN, accepts: () => true },
  { kind: "security-answer", hints: ["security question"], pattern: ANSWER_BELOW, accepts: () => true },
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
      "sg.",
      "eyj",
    ],
    pattern: VENDOR,
    accepts: () => true,
  },
];

/** What opens an account or a door, by the words before it. */
export const WORDS: readonly Secret[] = [
  {
    kind: "api-key",
    hints: ["api", "access", "secret", "token", "bearer"],
    pattern: KEYWORD,
    accepts: (value) => /\d/.test(value) && bitsOf(value) >= FEWEST_BITS - (value.length >= 32 ? 0.5 : 0),
  },
  {
    kind: "password",
    hints: ["pass", "pw", "wi-fi", "wifi", "network key", "wpa"],
    pattern: PASSWORD,
    accepts: isPassword,
  },
  {
    kind: "password",
    hints: [" is what ", " was what ", "password", "login"],
    pattern: PASSWORD_BEFORE,
    accepts: isPassword,
  },
  { kind: "pin", hints: ["dial", "wheel", "alarm"], pattern: LOCK, accepts: () => true },
  {
    kind: "pin",
    hints: ["opens ", "open ", "takes", "unlock", " in ", "number,"],
    pattern: OPENS,
    accepts: () => true,
  },
  { kind: "pin", hints: ["key in"], pattern: KEYED, accepts: () => true },
  { kind: "cvv", hints: ["digits", "numbers", "figures", " code "], pattern: CARD_CODE, accepts: () => true },
  { kind: "password", hints: ["type ", "enter ", "key "], pattern: TYPED, accepts: isPassword },
  { kind: "password", hints: [" key "], pattern: NETWORK_KEY, accepts: isPassword },
  {
    kind: "security-answer",
    hints: ["you told us", "you said", "you gave", "you put"],
    pattern: ANSWER_TOLD,
    accepts: () => true,
  },
  { kind: "pin", hints: ["code"], pattern: LABELLED_CODE, accepts: () => true },
  {
    kind: "security-answer",
    hints: ["maiden", "memorable", "first ", "security answer", "secret answer", "favourite", "name of"],
    pattern: ANSWER,
    accepts: (value) => !/^(?:The|It|We|You|A|An|Not|Your|Please)\b/.test(value),
  },
];

/** The kinds that the heading of a column names. */
const COLUMNS: readonly (readonly [PersonalKind, RegExp])[] = [
  ["password", /\bpass(?:word|code|phrase)\b/i],
  ["cvv", /\b(?:cvv2?|cvc2?|cv2|security code)\b/i],
  ["pin", /\bpin\b|\b(?:door|gate|alarm|entry|access|locker|key ?safe) code\b/i],
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
  return kind === "password" ? isPassword(value) : /^(?=.*\d)[A-Z0-9]{3,8}$/i.test(value);
}

/** A word of the language alone is a rule or a remark; a password has a figure or a sign in it, not only at its end. */
function isPassword(value: string): boolean {
  const word = value.replace(/[.,!?)]+$/, "");
  if (word.length < 5 || /^(?:https?:|www\.)|^\d{1,2}[:.]\d{2}|@.*\./.test(word)) return false;
  return /\d/.test(word)
    ? /[a-z]/i.test(word) || word.length >= 6
    : /[#$%&!@^~+=?]/.test(word) || /[a-z][A-Z]/.test(word);
}

/** Shannon's entropy of a text, in bits a character. */
function bitsOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => bits - (count / text.length) * Math.log2(count / text.length), 0);
}
