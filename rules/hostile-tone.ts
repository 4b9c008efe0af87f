import {
  type ActName,
  adviceOf,
  defineRule,
  type Located,
  overlap,
  type Phrase,
  phrasesOf,
  quote,
  type Sentence,
} from "../src/index.ts";

/** What each kind is told of, strongest first; its words stand in `dictionaries/tone/`. */
const KINDS = {
  abuse: { about: "An insult, or contempt for the customer.", says: "insults the customer", instead: "Leave it out." },
  threat: {
    about: "A threat, or pressure to keep quiet.",
    says: "reads as a threat",
    instead: "Say calmly what will happen, when, and how to prevent it.",
  },
  sarcasm: {
    about: "Mockery, or praise that is not meant.",
    // An error that is wrong fails a good letter, and irony is the hardest sign to be sure of.
    severity: "warning",
    says: "reads as sarcasm",
    instead: "Say plainly what you mean, or leave it out.",
  },
  dismissal: {
    about: "Brushes the customer off, or defends us.",
    says: "brushes the customer off",
    instead: "Say what you can do, or who can help.",
    severity: "warning",
  },
  blame: {
    about: "Accuses or doubts the customer.",
    says: "blames the customer",
    instead: "Say what happened and what can be done now.",
    severity: "warning",
  },
  condescension: {
    about: "Talks down to the customer, or lectures them.",
    says: "talks down to the customer",
    instead: "Explain it as you would to a colleague, or leave it out.",
    severity: "warning",
  },
  impatience: {
    about: "Sighs at the customer, or says that our patience is at an end.",
    says: "sounds impatient",
    instead: "Say what you can do, or leave it out.",
    severity: "warning",
  },
  curtness: {
    about: "A bare order, or a refusal of a word or two.",
    says: "sounds curt",
    instead: "Say what happened, why, and what the customer can do.",
    severity: "warning",
  },
  signs: {
    about: "Several light signs of ill will in one sentence.",
    says: "sounds unfriendly",
    instead: "Say it as you would to somebody across the desk.",
    severity: "warning",
  },
} as const;
type Tone = keyof typeof KINDS;

/** The dictionaries of each kind. Those of `acts/` also tell how a message opens. */
const SOURCES: readonly (readonly [dictionary: string, kind: Tone])[] = [
  ["tone/abuse", "abuse"],
  ["tone/threat", "threat"],
  ["tone/sarcasm", "sarcasm"],
  ["tone/dismissal", "dismissal"],
  ["tone/blame", "blame"],
  ["tone/doubt", "blame"],
  ["tone/accusation", "blame"],
  ["acts/blame", "blame"],
  ["tone/brush-off", "dismissal"],
  ["tone/condescension", "condescension"],
  ["tone/lecture", "condescension"],
  ["tone/impatience", "impatience"],
  ["tone/curt", "curtness"],
];
/** A sentence that does one of these for the customer is likely to mean well: it takes one sign more. */
const HELPFUL: ReadonlySet<ActName> = new Set([
  "apologise",
  "thank",
  "good-news",
  "commit",
  "offer",
  "contact",
  "request",
  "purpose",
  "nothing-needed",
]);

export default defineRule({
  id: "hostile-tone",
  title: "Write to the customer as to somebody you want to help.",
  why: "Blame, sarcasm and threats make a customer answer in kind, or complain. The facts alone are stronger. A sentence that is unkind in two of these ways is an error.",
  criteria: ["1.5"],
  severity: "error",
  kinds: KINDS,
  options: {
    signs: {
      default: 2,
      about:
        "So many light signs of ill will in one sentence are told, one more where it does something for the customer.",
    },
  },
  check({ correspondence, facts, options, report }) {
    const told = new Map<Sentence, { readonly kind: Tone; readonly phrase: Phrase }[]>();
    const tell = (kind: Tone, { start, end, text }: Located, instead: string = KINDS[kind].instead, isRude = false) =>
      report({
        at: { start, end },
        kind,
        ...(isRude && { severity: "error" }),
        message: `“${quote(text)}” ${KINDS[kind].says}. ${instead}`,
      });
    const { isFair } = facts.view;
    const phrases = SOURCES.flatMap(([dictionary, kind]) =>
      phrasesOf(dictionary, { correspondence, facts }).flatMap((phrase) =>
        isFair(phrase.sentence) ? [] : [{ kind, phrase }],
      ),
    );
    const kinds = new Map<Sentence, Set<Tone>>();
    for (const { kind, phrase } of phrases)
      kinds.set(phrase.sentence, (kinds.get(phrase.sentence) ?? new Set()).add(kind));
    for (const { kind, phrase } of phrases) {
      const others = told.get(phrase.sentence) ?? [];
      if (others.some((other) => other.kind === kind || overlap(other.phrase, phrase))) continue;
      told.set(phrase.sentence, [...others, { kind, phrase }]);
      tell(kind, phrase, adviceOf(phrase), kinds.get(phrase.sentence)!.size > 1);
    }
    const signs = phrasesOf("tone/sign", { correspondence, facts });
    const helps = correspondence.acts.filter(({ name }) => HELPFUL.has(name));
    for (const sentence of new Set(signs.map((sign) => sign.sentence))) {
      const count = signs.filter((sign) => sign.sentence === sentence).length;
      const least = options.signs + (helps.some((act) => overlap(act, sentence)) ? 1 : 0);
      if (count >= least && !told.has(sentence) && !isFair(sentence)) tell("signs", sentence);
    }
  },
});
