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
    kind: "security-answer",
    hints: ["maiden", "memorable", "first ", "security answer", "secret answer", "favourite", "name of"],
    pattern: ANSWER,
    accepts: (value) => !/^(?:The|It|We|You|A|An|Not|Your|Please)\b/.test(value),
  },
];

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
