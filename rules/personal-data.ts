import {
  type Correspondence,
  defineRule,
  type Facts,
  InputError,
  type Kind,
  type Located,
  type PersonalDatum,
  type Sentence,
  type PersonalKind,
} from "../src/index.ts";

/** What the message says of each kind: what to take out, and what may stand there instead. "{}" is the preview. */
const CURES: Readonly<Record<PersonalKind, string>> = {
  card: "Take out the card number: give the last four digits, “ending {}”, or nothing.",
  cvv: "Take out the security code of the card: nobody may keep it or send it.",
  "bank-account": "Take out the account number: say “the account ending {}”, or nothing.",
  "sort-code": "Take out the sort code: the customer knows their own bank.",
  iban: "Take out the bank account number (IBAN): give the last four characters, “ending {}”, or nothing.",
  nino: "Take out the National Insurance number: give the last three characters, “ending {}”, or nothing.",
  "nhs-number": "Take out the NHS number: give the last three digits, “ending {}”, or nothing.",
  passport: "Take out the passport number: give the last three digits, “ending {}”, or nothing.",
  "driving-licence": "Take out the driving licence number: give the last three characters, “ending {}”, or nothing.",
  "date-of-birth": "Take out the date of birth: say “your date of birth”, without it.",
  utr: "Take out the taxpayer reference (UTR): give the last three digits, “ending {}”, or nothing.",
  "vehicle-registration": "Take out the number plate, or give its last three letters: “ending {}”.",
  phone: "Take out this phone number: it is not the customer's own, nor ours to give.",
  email: "Take out this e-mail address: it is not the customer's own, nor ours to give.",
  "postal-address": "Take out this address: it is somebody's home.",
  password: "Take out the password: let the customer set one, and never write it down.",
  pin: "Take out the PIN or code: give it by another way than this message.",
  "security-answer": "Take out the answer to the security question: who reads it can pass for the customer.",
  "api-key": "Take out the key, and have it replaced: whoever reads it can use it.",
  "ip-address": "Take out the IP address: it points to a person's connection.",
  health: "Take out what this says of a person's health, or say “your treatment”.",
  "third-party-name": "Take out the name of another person: say “a neighbour” or “another customer”.",
};

/** The milder channels of the policy; in public everything is an error. */
const IDENTITY: Kind["channels"] = { letter: "warning" };
const PRIVATE: Kind["channels"] = { social: "error" };

/** What a trade has to name to its own customers: there it is a warning, unless it goes to others as well. */
const PROFILES: Readonly<Record<string, readonly PersonalKind[]>> = {
  none: [],
  health: ["nhs-number"],
  motor: ["driving-licence"],
  tax: ["nino", "utr"],
};

export default defineRule({
  id: "personal-data",
  title: "Leave out what identifies a person or opens an account.",
  why: "A message can reach the wrong person, and it stays on file. Whoever reads a full number can use it.",
  criteria: ["4.8"],
  severity: "error",
  kinds: {
    card: { about: "The full number of a payment card. The card schemes forbid it in any message." },
    cvv: { about: "The security code of a payment card." },
    "bank-account": { about: "A UK bank account number.", channels: IDENTITY },
    "sort-code": { about: "The sort code of a customer's bank.", channels: IDENTITY },
    iban: { about: "A bank account number in the international form.", channels: IDENTITY },
    nino: { about: "A National Insurance number.", channels: IDENTITY },
    "nhs-number": { about: "An NHS number.", channels: IDENTITY },
    passport: { about: "A passport number.", channels: IDENTITY },
    "driving-licence": { about: "The number of a driving licence, which holds a date of birth.", channels: IDENTITY },
    utr: { about: "A taxpayer reference.", channels: IDENTITY },
    "date-of-birth": { about: "A date of birth.", severity: "warning", channels: PRIVATE },
    "vehicle-registration": { about: "A number plate.", severity: "warning", channels: PRIVATE },
    "ip-address": { about: "The address of a computer on the internet.", severity: "warning", channels: PRIVATE },
    phone: {
      about: "The phone number of somebody else, or of anybody in public.",
      severity: "warning",
      channels: PRIVATE,
    },
    email: {
      about: "The e-mail address of somebody else, or of anybody in public.",
      severity: "warning",
      channels: PRIVATE,
    },
    "postal-address": {
      about: "The home of somebody else, or of anybody in public.",
      severity: "warning",
      channels: PRIVATE,
    },
    health: { about: "A person's illness or treatment.", severity: "warning", channels: PRIVATE },
    "third-party-name": {
      about: "The name of another customer or a neighbour.",
      severity: "warning",
      channels: PRIVATE,
    },
    "asked-in-public": { about: "A public reply that asks for personal details." },
    "secret-asked": { about: "A message that asks for a password, a PIN or a whole card." },
    password: { about: "A password or a Wi-Fi key." },
    pin: { about: "A PIN, or the code of a door, an alarm or a key safe." },
    "security-answer": { about: "The answer to a security question." },
    "api-key": { about: "A key or token of a program." },
  },
  options: {
    profile: {
      default: "none",
      about: "The trade, where a warning will do for its own numbers: health, motor or tax.",
    },
  },
  check({ correspondence, facts, options: { profile }, report }) {
    const usual = PROFILES[profile];
    if (!usual)
      throw new InputError(`personal-data has no profile “${profile}”: use ${Object.keys(PROFILES).join(", ")}`);
    for (const at of askedInPublic(correspondence, facts)) {
      report({
        kind: "asked-in-public",
        at,
        message: `Ask for “${at.text}” in a private message: everybody can read the answer here.`,
      });
    }
    for (const at of correspondence.channel === "social" ? [] : secretsAsked(facts)) {
      report({
        kind: "secret-asked",
        at,
        message: `Never ask for “${at.text}” in writing: take card payments on a secure page, and check who it is in another way.`,
      });
    }
    const sharing = groupBySentence(facts.personalData, correspondence.sentences);
    const isShared = recipientsOf(correspondence) > 1;
    const theirs = correspondence.parts.filter(({ name }) => name === "customer");
    for (const datum of facts.personalData) {
      const { kind, start, end, preview } = datum;
      const { values, isNamed } = sharing.get(datum) ?? { values: 1, isNamed: false };
      const isCombined = isNamed && values > 1;
      const ending = preview.split(" ").at(-1)!;
      report({
        kind,
        at: { start, end },
        message: CURES[kind].replace("{}", ending),
        suggestions: CURES[kind].includes("{}") ? [`ending ${ending}`] : [],
        // What the customer types in a chat the writer cannot take back; it is told for the sake of what is kept.
        ...(theirs.some((turn) => turn.start <= start && turn.end >= end)
          ? { severity: "info" as const }
          : severityOf(isCombined || isShared, correspondence.channel !== "social" && usual.includes(kind))),
      });
    }
  },
});

/**
 * The severity where it is not that of the kind. A name with one more fact about the same person tells who it is; several
 * recipients have no business with one another's data.
 */
function severityOf(isWorse: boolean, isUsual: boolean): { severity?: "error" | "warning" } {
  if (isWorse) return { severity: "error" };
  return isUsual ? { severity: "warning" } : {};
}

/** What a sentence holds: how many values, and whether one is a name. */
interface Shared {
  values: number;
  isNamed: boolean;
}

/** For each value, what its sentence holds. Both lists are in the order of the file: one walk finds all. */
function groupBySentence(
  data: readonly PersonalDatum[],
  sentences: readonly Sentence[],
): ReadonlyMap<PersonalDatum, Shared> {
  const groups = new Map<PersonalDatum, Shared>();
  let at = 0;
  let shared: Shared = { values: 0, isNamed: false };
  for (const datum of data) {
    while (at < sentences.length && sentences[at]!.end <= datum.start) {
      at++;
      shared = { values: 0, isNamed: false };
    }
    if (at >= sentences.length || sentences[at]!.start > datum.start) continue;
    shared.values++;
    shared.isNamed ||= datum.kind === "third-party-name";
    groups.set(datum, shared);
  }
  return groups;
}

/** How many people get the message, by its To and Cc. */
function recipientsOf({ envelope: { to, cc } }: Correspondence): number {
  return new Set(`${to?.text ?? ""} ${cc?.text ?? ""}`.toLowerCase().match(/[\w.+-]{1,64}@[\w.-]{1,100}/g)).size;
}

/** "Please don't post your account details here." */
const NEVER_HERE = /\b(?:do not|don['’]t|never) (?:ever )?(?:post|share|give|put|send|reply with|write)\b/i;

/** The details that a public reply asks for, each with its place. */
function askedInPublic({ channel, source }: Correspondence, facts: Facts): Located[] {
  if (channel !== "social") return [];
  const details = facts.dictionaries.list("personal-data/details").join("|");
  const asked = new RegExp(
    `(?<!check |read |see |update |from )\\b(?:your|ur|the|a|full|&|and|,) (${details})\\b(?! (?:number )?(?:is|was)\\b)`,
    "i",
  );
  return facts.prose.flatMap((sentence) => {
    const asks =
      facts.view.actsOf(sentence).some(({ name }) => name === "request") ||
      /\?|\bpl(?:ea)?se?\b|\b(?:reply|comment|answer|post|respond) (?:here|below|to this)\b/i.test(sentence.text);
    const match =
      asks && !NEVER_HERE.test(sentence.text) && !facts.view.shows(sentence, "private-way")
        ? asked.exec(source.slice(sentence.start, sentence.end))
        : null;
    if (!match) return [];
    const start = sentence.start + match.index + match[0].length - match[1]!.length;
    return [{ text: match[1]!, start, end: start + match[1]!.length }];
  });
}

/** "Just type the long number on your card here", "what is the password for your account?"; not what a page or a machine asks for. */
const SECRET =
  /\b(?:(?:tell|give|send|text|email) (?:me|us)|confirm|provide|state|supply|reply (?:to this email )?with|what(?:['’]s| is| are) (?:your|ur|the)|type(?=[^.!?\n]{0,60} here\b))\b[^.!?\n]{0,60}?\b((?:passwords?|passcodes?|PIN|CVV|CVC|(?:full|whole|long) (?:card )?number(?! for\b)|(?:three|3)[- ](?:digits?|numbers?|figures?) on the back|card security code)\b(?: (?:on|across|for) (?:the (?:front|back) of )?(?:your|ur|the) [a-z]{2,12}(?: (?!here\b)[a-z]{2,12})?)?)/i;
const NOT_ASKED =
  /\b(?:not|never|nobody|no one|new|forgotten|forgot|reset|change|choose|app|web ?site|page|portal|machine|terminal|keypad|screen|log in|sign in|form|last (?:four|4)|which|reference)\b|n['’]t\b/i;
/** "The clerk will confirm the PIN": who tells it. */
const OURS = /\b(?:we|I|will|can|they|s?he|to|who|team)\W*$/i;

/** The secrets that a message asks the customer to put in writing. */
function secretsAsked(facts: Facts): Located[] {
  return facts.prose.flatMap(({ text, start }) => {
    const match = SECRET.exec(text);
    if (!match || NOT_ASKED.test(text) || OURS.test(text.slice(0, match.index))) return [];
    const from = start + match.index + match[0].length - match[1]!.length;
    return [{ text: match[1]!, start: from, end: from + match[1]!.length }];
  });
}
