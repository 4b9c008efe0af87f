import { CARD_CODES } from "./card-codes.ts";
import { EXAMPLE } from "./context.ts";
import { LOCK_CODES } from "./locks.ts";
import type { Secret } from "./model.ts";
import { inTurn, oneOf, ways } from "../../ways.ts";

const VENDORS = ways([
  /gh[pousr]_\w{20,80}|github_pat_\w{20,100}/,
  /glpat-[\w-]{20,40}/,
  /AKIA[0-9A-Z]{16}/,
  /xox[abprs]-[\w-]{10,80}/,
  /AIza[\w-]{35}/,
  /sk[-_](?:live|test|proj)[-_]\w{12,80}/,
  /[a-z]{2,6}[_-](?:live|test|prod|sec)[_-]\w{12,80}/,
  /whsec_[\w+/=]{12,80}/,
  /SG\.[\w-]{16,40}\.[\w-]{16,60}/,
  /eyJ[\w-]{8,400}\.eyJ[\w-]{8,800}(?:\.[\w-]{0,400})?/,
]);
const VENDOR = new RegExp(String.raw`(?<![\w-])(?<value>${VENDORS})(?![\w-])`, "g");
const KEY_BLOCK = /(?<value>-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)/g;
const URL_LOGIN = /(?<=:\/\/)(?<value>[^\s:/@<>"]{1,60}:[^\s/@<>"]{1,80})@/g;
/** "user:password@host": the form of a login. */
const PLACEHOLDER =
  /^(?:your[-_]?)?(?:user|username|name|login|me|you)?:(?:your[-_]?)?(?:pass|passwd|password|pw|secret|x{3,}|\*+)$/i;
/** "… is your API key", "… (access token)". */
const KEY_BEFORE = new RegExp(
  inTurn(
    String.raw`(?<![\w-])(?<value>[A-Za-z0-9_+/=.-]{16,128})["'”’*\x60]{0,3}(?:,? (?:is|was|as)(?: now)? (?:your|the|his|her|their|my)(?: [\w-]{1,15}){0,2}? | \((?:[\w-]{1,15} ){0,2}?)`,
    ["api key", /access (?:key|token)/, "secret key", /(?:client|webhook|signing) secret/, "token"],
    /\b/,
  ),
  "gi",
);
const KEYWORD = new RegExp(
  inTurn(
    /(?<![a-z])/,
    [
      /api[ _-]?key/,
      "x-api-key",
      /access[ _-]?(?:key|token)/,
      /secret(?:[ _-]?key)?/,
      /client[ _-]?secret/,
      /auth(?:orisation|orization)?[ _-]?token/,
      "bearer",
      /authori[sz]ation: basic/,
      "basic auth",
      "token",
      /(?:webhook|signing)[ _-]?secret/,
      "x-auth",
      "secret for the webhook",
      /key(?==)/,
    ],
    String.raw`\b(?:[^\n]{0,40}?|[^\n]{0,12}\n[ \t>*-]{0,6})(?<![\w-])(?<value>[A-Za-z0-9_+/=.-]{16,128})(?![\w-])`,
  ),
  "gi",
);
const FILLERS = inTurn(
  [
    /[ \t*"'“‘\x60:=-]/,
    inTurn(
      /\b/,
      [
        oneOf("is was are to as the a your new now set changed reset back of temporary for it this portal"),
        oneOf("account network guest login until logged in on"),
      ],
      /\b(?! ?(?:the|a) (?:letter|post|email|card|envelope)\b)/,
    ),
  ],
  String.raw`{1,12}`,
);
/** What it is called, with slips of the keys: "pasword", "passwrd". */
const PASS_NAMES = ways([/pas{1,2}(?:w(?:or|ro|r|o)?d|ord)/, /pass(?:code|phrase|wd)|pword/]);
const PASSWORD = new RegExp(
  String.raw`(?<!bus |day |boarding |travel )\b(?:${PASS_NAMES}|pass|pw|pwd|mot de passe|wi-?fi (?:key|code)|network key|wpa2?(?: key)?)\b(?!-)${FILLERS}(?<value>(?:[^\s"'”’*\x60|,;]|(?<=\w)\*(?=\w)){5,64})`,
  "gi",
);
/** "the wireless key on the sticker is …": the verb some words after the name. */
const PASSWORD_TOLD = new RegExp(
  String.raw`\b(?:${PASS_NAMES}|(?:wi-?fi|wireless|network|router|broadband|hub|internet|wpa2?) (?:key|code|password))\b[^\n.!?:]{0,45}?(?:\b(?:is|was|to|as|reads?|now)\b|[:=,]) ?["'“‘*\x60]{0,3}(?<value>(?:[^\s"'”’*\x60|,;]|(?<=\w)\*(?=\w)){6,40})`,
  "gi",
);
const PASSWORD_NAME = String.raw`(?:${PASS_NAMES}|(?:wi-?fi|wireless|network) (?:key|code)|pwd?)(?! (?:manager|policy|rules|reset|field|page))`;
/** "Thistle-2041 is your new password", "Thistle-2041 (portal password)". */
const PASSWORD_BEFORE = new RegExp(
  String.raw`(?<![^\s"“‘'(*\x60])(?<value>[^\s"'”’*\x60|,;()]{6,40})["'”’*\x60]{0,3}(?:,? (?:is|was|as)(?: now)? (?:your|the|his|her|their|my)(?: [\w-]{1,15}){0,2}? | \((?:[\w-]{1,15} ){0,2}?)${PASSWORD_NAME}\b`,
  "gi",
);
/** The name of it on the line above, or in the cell before. */
const PASSWORD_BELOW = new RegExp(
  String.raw`(?:^|[\n|])[ \t>*-]{0,6}(?:[\w-]{1,15} ){0,2}${PASSWORD_NAME}(?: (?:for|to|of|on) [\w '’-]{1,30})?(?:[*: ]{0,4}\n[ \t>*-]{0,6}|[*: ]{0,4}\|[ *\x60]{0,4})(?<value>[^\s*\x60|]{6,40})(?=[*\x60 ]{0,4}(?:[\n|]|$))`,
  "gi",
);
/** "Pass phrase: six wet ducks 44": words to the end of the line, or in quotes. */
const PASS_PHRASE =
  /\b(?:pass ?phrase(?: (?:for|to|of|on) [\w '’-]{1,30})? ?(?:[:=]|is|was)|(?:password|wi-?fi(?: key)?|network key) ?[:=]) ?["“‘*\x60]{0,3}(?<value>[a-z\d]{2,12}(?:[ -][a-z\d]{2,12}){2,5})(?=["”’*\x60]{0,3}[.]?(?:\n| ?\(|$))/gi;
const QUOTED_PHRASE = new RegExp(
  inTurn(
    /\b/,
    [/[Pp]ass ?(?:phrase|word|code)/, /[Pp]\/?w/, /(?:[Ww]i-?[Ff]i|[Nn]etwork) key/],
    /\b(?! (?:hint|question))[^\n"“”‘.!?]{0,50}?(?:\b(?:is|was|to|as)\b|[:=]|(?<=phrase|code|word)) {0,2}["“‘'](?<value>[A-Za-z\d]{2,12}(?:[ -][A-Za-z\d]{1,12}){1,6})["”’']/,
  ),
  "g",
);
/** "“four wet geese” is the passphrase". */
const PHRASE_BEFORE =
  /["“](?<value>[a-z\d]{2,12}(?:[ -][a-z\d]{2,12}){1,6})["”],? (?:that(?:['’]s| is)|which is|is|was) (?:the|your|his|her|their) (?:[a-z]+ )?pass ?(?:phrase|word|code)\b(?! (?:hint|question))/g;
/** The secret of a pair of AWS keys: forty characters of three sorts. */
const LONG_SECRET =
  /(?<![\w/+=-])(?=[a-z\d/+]{0,39}[A-Z])(?=[A-Z\d/+]{0,39}[a-z])(?=[A-Za-z/+]{0,39}\d)(?<value>[A-Za-z\d/+]{40})(?![\w/+=-])/g;
/** "Wi-Fi password gannets-galore". */
const HYPHENED =
  /\b(?:wi-?fi (?:password|key|code)(?: is|:)?|(?:password|pass ?phrase|passcode)(?::| is| =)) ["“‘*]{0,2}(?<value>(?!(?:case|self|non|well|auto|one|two|multi|pre|re|un|up|out|long|short|user|all|in|old|new)-)[a-z]{3,12}(?:-[a-z]{3,12}){1,3})(?=["”’*.,;)]|\n|$)/gi;
/** The name of it on the line above. */
const PHRASE_BELOW = new RegExp(
  inTurn(
    /(?:^|[\n|])[ \t>*-]{0,6}(?:[\w-]{1,15} ){0,2}/,
    [/[Pp]ass ?(?:phrase|words?)/, /[Ww]i-?[Ff]i(?: key| password)?/, /[Nn]etwork key/],
    /(?: (?:for|to|of|on) [\w '’-]{1,30})?(?:[*: ]{0,4}\n[ \t>*-]{0,6}|[*: ]{0,4}\|[ *\x60]{0,4})(?<value>[a-z\d]{2,12}(?:[ -][a-z\d]{2,12}){2,5})(?=[*\x60 ]{0,4}(?:[\n|]|$))/,
  ),
  "g",
);
/** Words of a sentence, not of a phrase that somebody chose. */
const SENTENCE_WORD = new RegExp(
  inTurn(
    /\b/,
    [
      oneOf("not must should can may will be been being is are was"),
      /your?/,
      oneOf("you we it this that sent set reset"),
      /changed?/,
      oneOf("chosen given none by see"),
      "at least",
      /characters?/,
      /letters?/,
      oneOf("same as before when if required ask call ring contact printed desk sticker incorrect wrong"),
      oneOf("invalid forgotten never please case"),
    ],
    /\b/,
  ),
  "i",
);
/** Whether several words are such a phrase. */
export const isPhrase = (value: string): boolean => !SENTENCE_WORD.test(value);
/** "New password below.\n\n7hK-mm2-Qz": alone on a line under one that tells of it. */
const ALONE_BELOW = new RegExp(
  String.raw`\b(?:${PASS_NAMES}|(?:wi-?fi|network|wireless) key)\b[^\n]{0,60}\n(?:[ >]*\n)?[ \t>*\x60-]{0,6}(?<value>[^\s*\x60|]{6,40})[*\x60 ]{0,4}(?=\n|$)`,
  "gi",
);
/** "opens with Larch-2291". */
const OPENED_WITH =
  /\b(?:open(?:s|ed)?|unlock(?:s|ed)?)(?: it| them)? with ["“‘*\x60]{0,2}(?<value>[^\s"'”’*\x60|,;]{6,40})/gi;
/** "Network HUB-22\nKey 8HK2-QQ71-PLMX", all in capitals. */
const NETWORK_KEY =
  /(?:\b(?:[Ww]i-?[Ff]i|[Ww]ireless|[Nn]etwork|[Rr]outer|[Hh]ub|SSID)\b[^\n]{0,60}\n?[^\n]{0,20}\b[Kk]ey|\b[Ww][Pp][Aa]2?(?: [Kk]ey)?)[ :=]{1,3}(?<value>(?=[A-Z-]{0,20}\d)[A-Z\d]{4,10}(?:-[A-Z\d]{4,10}){0,4})(?![\w-])/g;
/** "fluffy1974 is what you use to log in", "just type Welcome2Thornby!": told or not, a word with figures or signs inside is no word. */
const STRANGE_WORD =
  /(?<![^\s"“‘'(*\x60=:>|[])(?<value>(?=[^\s"”’|]{0,40}\d)(?=[^\s"”’|]{0,40}[a-z])[\w!$%&*+?@#.^~=-]{6,40})(?!:)/g;
/** A login for another machine, with no address before it: "user:pass@host". */
const LOGIN =
  /(?<![\w.@/:-])(?!(?:e-?mail|mail(?:to)?|to|from|cc|bcc|contact|write|reply|reach|tel|at|sip|address)s?:)(?<value>[a-z][\w.-]{1,40}:(?=[^\s:@]{0,40}[\d\W_])[^\s:@/<>"]{4,60}@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4})(?![\w@])/gi;
/** Three and a half bits a character: what a hand does not type (the floor of gitleaks' generic rule). */
const FEWEST_BITS = 3.5;

/** Keys and tokens that are known by themselves; looked for before anything else, for they may hold what looks like a number. */
export const TOKENS: readonly Secret[] = [
  { kind: "api-key", hints: ["-----begin"], pattern: KEY_BLOCK, accepts: () => true },
  {
    kind: "api-key",
    hints: ["://"],
    pattern: URL_LOGIN,
    accepts: (value) => /[a-z\d]/.test(value) && !PLACEHOLDER.test(value),
  },
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
      "whsec_",
      "sg.",
      "eyj",
    ],
    pattern: VENDOR,
    accepts: (value) => !/(.)\1{5}/i.test(value),
    near: (before, after) =>
      !EXAMPLE.test(before) &&
      !/\b(?:examples?|dumm(?:y|ies)|samples?|tutorials?|documentation)\b/i.test(`${before} ${after}`),
  },
];

const LOGIN_HINTS = [
  "pass",
  "pasw",
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
  "put in",
  "unlock",
  "open",
  "key",
  "username",
  "screen",
  "set it",
  "webmail",
  "reset",
  "set you",
  "code word",
  " app",
  "join",
  "capital",
  "case",
  "portal",
];
const PASSWORD_HINTS = ["pass", "pasw", "pword", "passphrase", " key", "wi-fi", "wifi", "wireless", "network", "pw"];

const PHRASE_HINTS = ["pass phrase", "passphrase", "password", "wi-fi", "wifi", "network key"];

/** "The key is 7f3c9a1e…", so long that a program made it. */
const LONG_KEY = /\bkey(?: is|:|=) ?["“‘\x60]?(?<value>[A-Za-z0-9_-]{24,128})(?![\w-])/gi;

/** What opens an account or a door, by the words before it. */
export const WORDS: readonly Secret[] = [
  {
    kind: "api-key",
    hints: ["api", "access", "secret", "token", "bearer", "key=", "basic"],
    pattern: KEYWORD,
    accepts: isKey,
    near: (before) => !NAMED_OTHERWISE.test(before),
  },
  { kind: "api-key", hints: ["key", "secret", "token"], pattern: KEY_BEFORE, accepts: isKey },
  {
    kind: "api-key",
    hints: ["key"],
    pattern: LONG_KEY,
    accepts: isKey,
    near: (before) => !/\b(?:wi-?fi|network|router|wireless|hub|wpa2?)\b/i.test(before),
  },
  {
    kind: "password",
    hints: ["pass", "pasw", "pasord", "mot de pas", "pw", "wi-fi", "wifi", "network key", "wpa"],
    pattern: PASSWORD,
    accepts: isPassword,
  },
  {
    kind: "password",
    hints: PASSWORD_HINTS,
    pattern: PASSWORD_TOLD,
    accepts: isMixed,
    near: (before) => !ADVICE.test(before),
  },
  {
    kind: "password",
    hints: ["open", "unlock"],
    pattern: OPENED_WITH,
    accepts: (value) => isPassword(value) && /[a-z]{3}/i.test(value),
  },
  { kind: "password", hints: PASSWORD_HINTS, pattern: ALONE_BELOW, accepts: isMixed },
  { kind: "password", hints: ["key", "wpa"], pattern: NETWORK_KEY, accepts: (value) => value.length > 7 },
  { kind: "password", hints: PASSWORD_HINTS, pattern: PASSWORD_BEFORE, accepts: isMixed },
  { kind: "password", hints: PASSWORD_HINTS, pattern: PASSWORD_BELOW, accepts: isMixed },
  {
    kind: "password",
    pattern: PASS_PHRASE,
    hints: PHRASE_HINTS,
    accepts: isPhrase,
  },
  {
    kind: "api-key",
    pattern: LONG_SECRET,
    hints: ["aws", "akia", "key", "secret", "token"],
    accepts: isKey,
  },
  {
    kind: "password",
    pattern: PHRASE_BEFORE,
    hints: PHRASE_HINTS,
    accepts: isPhrase,
    near: (before) => !ADVICE.test(before),
  },
  {
    kind: "password",
    pattern: HYPHENED,
    hints: PHRASE_HINTS,
    accepts: isPhrase,
    near: (before) => !ADVICE.test(before),
  },
  {
    kind: "password",
    pattern: PHRASE_BELOW,
    hints: PHRASE_HINTS,
    accepts: isPhrase,
    near: (before) => !ADVICE.test(before) && !/\b(?:an?|any|no) (?:[a-z]+ )?pass ?(?:phrase|word)/i.test(before),
  },
  {
    kind: "password",
    pattern: QUOTED_PHRASE,
    hints: ["pass", "key", "p/w", "pw"],
    accepts: isPhrase,
    near: (before) => !ADVICE.test(before),
  },
  { kind: "password", pattern: STRANGE_WORD, hints: LOGIN_HINTS, accepts: isStrange, near: opensAccount },
  CARD_CODES,
  LOCK_CODES,
];

/** A word of the language alone is a rule or a remark; a password has a figure or a sign in it, not only at its end. */
export function isPassword(value: string): boolean {
  const word = value.replace(/[.,!?)]+$/, "");
  if (word.length < 5 || /^[a-z]+-\d{1,3}s$/i.test(word) || /^(?:https?:|www\.)|^\d{1,2}[:./-]\d{1,2}|@.*\./.test(word))
    return false;
  return /\d/.test(word)
    ? /[a-z]/i.test(word) || word.length >= 6
    : /[#$%&!@^~+=?]/.test(word) || /[a-z][A-Z]/.test(word);
}

/** Letters with figures or signs among them, not "COVID-19". */
function isMixed(value: string): boolean {
  return (
    isPassword(value) &&
    /[a-z]/i.test(value) &&
    !/^\d{2,5}\//.test(value) &&
    !/^[a-z]+-\d{1,2}s?\W*$|^\d+(?:st|nd|rd|th|am|pm)\b/i.test(value)
  );
}

/** Letters of both sizes, or letters in a row, with figures or signs among them; not "over-60s", "COVID-19" or a reference. */
function isStrange(value: string): boolean {
  const word = value.replace(/[.,!?)]+$/, "");
  if (word.length < 6 || !/[a-z]/.test(word) || !/\d/.test(word)) return false;
  if (
    /^(?:https?:|www\.)|@.*\.|^[@#]|\.[a-z]{2,}$|^\d+(?:st|nd|rd|th)?-[a-z]+$|^[a-z]+-\d{1,4}s?$|[-_]\dG$|^\d+[a-z]{1,3}$|%/i.test(
      word,
    )
  )
    return false;
  return /[^A-Za-z\d.]/.test(word) || /[a-z]\d|\d[a-z]/.test(word);
}

/** Words that a password stands beside. */
const ACCOUNT = new RegExp(
  inTurn(
    /\b/,
    [
      /pass(?:word|code|phrase|wd)?/,
      "pw",
      "pwd",
      "pword",
      /log(?:ged|s|ging)?[ -]?(?:ins?|on)/,
      /sign(?:ed|s|ing)?[ -]?in/,
      /wi-?fi/,
      oneOf("wireless router hub network ssid internet broadband temporary reset"),
      /typ(?:e|ed|ing)/,
      "put in",
      /enter(?:ed|ing)?/,
      /unlocks?/,
      "to open",
      /opens? with/,
      /unlocks? with/,
      oneOf("webmail mailbox locked join"),
      "set it to",
      "credentials",
      /log (?:me|you|him|her|them) in/,
      /set (?:me|you|him|her|them) up/,
      "the app",
      "username",
      /user ?name/,
      "sticker",
      "first screen",
      "sign-on",
      /capital [A-Z]/,
      /(?:lower|upper)[- ]?case/,
      /for the (?:portal|site)/,
    ],
    /\b/,
  ),
  "i",
);

/** A word for an account or a network in the paragraph; a strange word that only small letters and figures make must have it close by. */
function opensAccount(before: string, after: string, value: string): boolean {
  if (before.slice(before.lastIndexOf("\n") + 1).includes("|") || NAMED_OTHERWISE.test(before) || ADVICE.test(before))
    return false;
  if (/^ (?:account|profile|plan|card|membership|network)\b/i.test(after)) return false;
  if (!/[a-z]{3}/i.test(value)) return /\bkey ?(?:[:=]|is)? ?$/i.test(before);
  const isPlain = /^[a-z]+\d+$/i.test(value);
  return ACCOUNT.test(isPlain ? `${before.slice(-30)} ${after.slice(0, 50)}` : `${before} ${after}`);
}

const ADVICE = new RegExp(
  String.raw`${EXAMPLE.source}|\b(?:such as|like|than|e\.g\.?|avoid|never|not)\W{0,3}$|\b(?:do not|don['’]t|never|avoid|rather than|instead of)\b[^.!?:\n]{0,40}$`,
  "i",
);
/** "user name wren77", "order AB-1234x": what the word is called right before it. */
const NAMED_OTHERWISE = new RegExp(
  inTurn(
    /\b/,
    [
      inTurn(
        [
          /u[:=]/,
          /user(?: ?name|id)?/,
          /log-?in (?:id|name)/,
          "user id",
          /e-?mail/,
          "ssid",
          "network",
          "hub",
          /host(?: ?name)?/,
          "called",
          "broadcasting as",
        ],
        /[ :=#"“‘(*]{0,4}(?:is |was |as )?/,
      ),
      inTurn(
        [
          /ref(?:erence)?/,
          oneOf("order version model file ticket job case"),
          /licen[cs]e/,
          oneOf("serial voucher promo discount account plate reg product build release step page room flat form"),
          oneOf("branch server plan package tariff bundle"),
        ],
        /(?: (?:name|id|no|number|code))?(?: is)?[ :=#"“‘(*]{0,4}/,
      ),
    ],
    /["“‘]?$/,
  ),
  "i",
);

/** What a program made. */
export function isKey(value: string): boolean {
  return /\d/.test(value) && bitsOf(value) >= FEWEST_BITS - (value.length >= 32 ? 0.5 : 0);
}

/** Shannon's entropy of a text, in bits a character. */
function bitsOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => bits - (count / text.length) * Math.log2(count / text.length), 0);
}
