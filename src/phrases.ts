import type { Correspondence, PartName, Range, Sentence, Token } from "./model.ts";
import type { Entry } from "./dictionary/model.ts";
import type { Hit } from "./dictionary/match.ts";
import { textOf } from "./correspondence/acts.ts";
import { type Context, defineRule, type Options, type Rule, type RuleDefinition } from "./rule.ts";
import { inTurn } from "./ways.ts";

/** Parts whose wording a clerk chose and can change. */
const STYLED: ReadonlySet<PartName> = new Set([
  "headers",
  "subject-line",
  "salutation",
  "body",
  "turn",
  "valediction",
  "postscript",
]);

/** One match of a dictionary, ready to report. */
export interface Phrase extends Hit {
  readonly start: number;
  readonly end: number;
  /** The words as written. */
  readonly text: string;
  /** The words that matched. */
  readonly words: readonly Token[];
  /** What to write instead, in the form and with the capital of what was written; "" to leave it out, "(…)" an explanation. */
  readonly suggestions: readonly string[];
}

type Told = Pick<Context, "correspondence" | "facts">;

/** The dictionaries of terms, the organisation's own words first: where two say something of the same words, the longer match is told, or the first named. */
const TERMS: readonly string[] = ["house-style", "jargon", "informal", "plain-english", "abbreviations"];

/** Dictionaries of slips: a slip is one whatever else is said of the words around it. */
const SLIPS: readonly string[] = ["confused-words", "contractions", "grammar"];

/** The matches of one dictionary in the wording of a message: quoted words left out, and what a longer match holds. */
export function phrasesOf(dictionary: string, told: Told): readonly Phrase[] {
  const { hits } = told.facts;
  const read = reads.get(hits) ?? { styled: styledOf(told), phrases: new Map() };
  reads.set(hits, read);
  if (!read.phrases.has(dictionary)) readPhrases(dictionary, told.correspondence, read);
  return read.phrases.get(dictionary)!;
}

/** The hits that are wording, and the phrases as far as they have been asked for, by dictionary. */
interface Read {
  readonly styled: ReadonlyMap<string, readonly Hit[]>;
  readonly phrases: Map<string, readonly Phrase[]>;
}

/** Dictionaries of words that people and places are called too. */
const OF_NAMES = new Set(["informal", "inclusive-language", "profanity"]);
/** A capital and small letters behind a word, or behind a comma. */
const isName = ({ tokens }: Sentence, at: number) =>
  at > 0 &&
  /^\p{Lu}\p{Ll}+$/u.test(tokens[at]!.text) &&
  (tokens[at - 1]!.text === "," ? /^\p{Lu}/u.test(tokens[at - 2]?.text ?? "") : tokens[at - 1]!.kind === "word");

/** By the hits of a message: half a dozen rules ask for the same. */
const reads = new WeakMap<readonly Hit[], Read>();

function styledOf({ correspondence: { channel }, facts }: Told): ReadonlyMap<string, readonly Hit[]> {
  const { misspellings } = facts.dictionaries;
  const prose = new Set(facts.prose);
  const styled = new Map<string, Hit[]>();
  for (const hit of facts.hits) {
    const { entry, sentence, from, to } = hit;
    if (!STYLED.has(sentence.part) || !prose.has(sentence)) continue;
    if (entry.channels && !entry.channels.includes(channel)) continue;
    if (entry.sectors && !entry.sectors.some((sector) => facts.sectors.has(sector))) continue;
    // "Dear Mr and Mrs Nutter", "Mere Street, Diss"
    if (to - from === 1 && OF_NAMES.has(entry.dictionary) && isName(sentence, from)) continue;
    // A misspelt word is told as such.
    if (to - from === 1 && misspellings.has(sentence.tokens[from]!.norm)) continue;
    if (sentence.literals.some((literal) => literal.from <= from && literal.to >= to)) continue;
    const own = styled.get(entry.dictionary);
    if (own) own.push(hit);
    else styled.set(entry.dictionary, [hit]);
  }
  return styled;
}

/** Reads the phrases of a dictionary; those of the terms at once, as one may hide another. */
function readPhrases(dictionary: string, correspondence: Correspondence, { styled, phrases }: Read): void {
  const asked = TERMS.includes(dictionary) ? TERMS : [dictionary];
  const beside = SLIPS.includes(dictionary) ? asked : [...new Set([...TERMS, ...asked])];
  const isAsked = asked.some((name) => styled.has(name));
  const told = isAsked ? longest(beside.flatMap((name) => styled.get(name) ?? [])) : [];
  for (const name of asked) {
    const own = told.filter(({ entry }) => entry.dictionary === name);
    phrases.set(
      name,
      own.map((hit) => toPhrase(narrowed(hit), correspondence)),
    );
  }
}

/** Of a match that names the word at fault, that word alone. */
function narrowed(hit: Hit): Hit {
  const { words } = hit.entry;
  if (!words) return hit;
  const { tokens } = hit.sentence;
  for (let from = hit.from; from < hit.to; from++) {
    const word = words.find((parts) => parts.every((norm, at) => tokens[from + at]?.norm === norm));
    if (word) return { ...hit, from, to: from + word.length };
  }
  return hit;
}

function longest(hits: readonly Hit[]): Hit[] {
  const kept = new Map<Sentence, Hit[]>();
  const rank = ({ entry }: Hit) => TERMS.indexOf(entry.dictionary);
  for (const hit of [...hits].sort((a, b) => b.to - b.from - (a.to - a.from) || rank(a) - rank(b))) {
    const others = kept.get(hit.sentence);
    if (!others) kept.set(hit.sentence, [hit]);
    else if (!others.some((other) => other.from < hit.to && other.to > hit.from)) others.push(hit);
  }
  return [...kept.values()].flat().sort((a, b) => a.sentence.index - b.sentence.index || a.from - b.from);
}

function toPhrase(hit: Hit, { source }: Correspondence): Phrase {
  const { tokens } = hit.sentence;
  const words = tokens.slice(hit.from, hit.to);
  const instead = (hit.entry.write ?? []).map((replacement) => inForm(hit, replacement));
  const before = tokens[hit.from - 1];
  const article = before && DETERMINERS.has(before.norm) && clashes(before.norm, instead[0] ?? "") ? before : undefined;
  const from = article ? hit.from - 1 : hit.from;
  const { start } = tokens[from]!;
  const isShouted = hit.sentence.text === hit.sentence.text.toUpperCase();
  const capital =
    /^\p{Lu}/u.test(source.slice(start, start + 2)) && tokens.slice(0, from).every(({ kind }) => kind === "mark");
  return {
    ...hit,
    start,
    end: words.at(-1)!.end,
    text: textOf(hit.sentence, from, hit.to),
    words,
    suggestions: instead.map((text) => {
      const own = withCapital(article ? withArticle(article.norm, text) : text, capital);
      return isShouted && isReplacement(own) ? own.toUpperCase() : own;
    }),
  };
}

const DETERMINERS: ReadonlySet<string> = new Set(["a", "an", "the", "our", "your", "my"]);
/** How a replacement begins that has no use for the article before the words it replaces: "our technical team", "you". */
const DETERMINED = /^(?:an?|the|our|your|my|this|these|another|somebody|something|what|when|you|we|me|how)\b/;
export const isReplacement = (text: string) => text !== "" && !text.startsWith("(");

const articleFor = (text: string) => (/^(?:[aei]|o(?!ne)|u(?!s[aei]|ni)|hour|honest)/i.test(text) ? "an" : "a");

/** Whether a replacement cannot stand after the article that is there: "an" before "power cut", "the" before "our team". */
function clashes(before: string, text: string): boolean {
  return isReplacement(text) && (DETERMINED.test(text) || (/^an?$/.test(before) && articleFor(text) !== before));
}

function withArticle(before: string, text: string): string {
  if (!isReplacement(text) || DETERMINED.test(text)) return text;
  return `${/^an?$/.test(before) ? articleFor(text) : before} ${text}`;
}

/** The replacement in the form that was written: "utilising" gives "using". */
function inForm({ entry, sentence, from, to }: Hit, { text, forms }: NonNullable<Entry["write"]>[number]): string {
  if (!forms) return text;
  const { tokens } = sentence;
  const written = entry.forms;
  const words = tokens.slice(from, to);
  const at = written?.findIndex((form) => words.some(({ norm }) => norm === form.split(" ", 1)[0])) ?? BASE;
  const isParticiple =
    at === PAST &&
    written?.[PARTICIPLE] === written?.[PAST] &&
    tokens.slice(Math.max(0, from - 2), from).some(isHelper);
  return text.replace("{}", forms[isParticiple ? PARTICIPLE : Math.max(BASE, at)]!);
}

const [BASE, PAST, PARTICIPLE] = [0, 2, 3];
/** After these "deemed" is a participle: "is deemed", "has now deemed". */
const HELPERS: ReadonlySet<string> = new Set("is are was were be been being am have has had having".split(" "));
const isHelper = ({ norm }: Token) => HELPERS.has(norm);

const withCapital = (text: string, capital: boolean) =>
  capital ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;

/** What the author of a dictionary rule writes: a rule without `check`, and the dictionary. */
export interface PhraseRuleDefinition extends Omit<
  RuleDefinition<Options, never>,
  "check" | "kinds" | "options" | "dictionary"
> {
  /** Name of a file in `dictionaries/`, without its ending. */
  readonly dictionary: string;
  /** What stands in round brackets under `write` says what to put there, not what the words mean. */
  readonly advises?: true;
  /** A last test of a match, such as a term that the text explains. */
  readonly allows?: (phrase: Phrase, context: Told) => boolean;
}

/** Makes a rule of a dictionary: each match is reported with what to write instead. */
export function phraseRule({ dictionary, advises, allows, ...definition }: PhraseRuleDefinition): Rule {
  return defineRule({
    ...definition,
    dictionary,
    check: ({ correspondence, facts, report }) => {
      for (const phrase of phrasesOf(dictionary, { correspondence, facts })) {
        if (allows?.(phrase, { correspondence, facts })) continue;
        const [best = ""] = phrase.suggestions;
        report({
          at: phrase,
          message: messageOf(phrase, advises),
          suggestions: phrase.suggestions.filter(isReplacement),
          ...(phrase.entry.safe && isReplacement(best) && { fix: best }),
          ...(phrase.entry.severity && { severity: phrase.entry.severity }),
        });
      }
    },
  });
}

function messageOf({ text, suggestions, entry }: Phrase, advises?: true): string {
  const [best, ...others] = suggestions;
  const why = entry.why ? ` ${entry.why.replace(/[.]?$/, ".")}` : "";
  if (best === undefined && SLIPS.includes(entry.dictionary)) return `Look at “${text}” again.${why}`;
  if (best === undefined) return `Say “${text}” in plain words.${why}`;
  if (best === "")
    return others[0] ? `Leave out “${text}”, or write “${others[0]}”.${why}` : `Leave out “${text}”.${why}`;
  const hint = best.replace(/^\(|\)$/g, "");
  if (best.startsWith("(") && advises) return `Replace “${text}” with ${hint}.${why}`;
  if (best.startsWith("(") && entry.dictionary === "informal")
    return `Say it plainly instead of “${text}”: ${hint}.${why}`;
  if (best.startsWith("(")) return `Say what “${text}” means: ${hint}.${why}`;
  return `Write “${best}” instead of “${text}”.${why}`;
}

/** Whether two places share a character. */
export const overlap = (a: Range, b: Range): boolean => a.start < b.end && a.end > b.start;

/** What the dictionary says to do instead, as a sentence; `undefined` where it says nothing. */
export function adviceOf({ suggestions: [best] }: Phrase): string | undefined {
  if (best === undefined) return undefined;
  if (best === "") return "Leave it out.";
  return isReplacement(best) ? `Write “${best.replace(/\.$/, "")}”.` : `Say instead: ${best.replace(/^\(|\)$/g, "")}.`;
}

/** What a term means, right behind it: in brackets, after "which means" or ", or" (not ", or there is"), or as ", a test that …". */
const MEANING = new RegExp(
  inTurn(/^[\s*_”"’']*/, [
    /\((?!s\))/,
    inTurn(/,? (?:which|that) /, [
      /(?:is|are)\b(?! being| now| not| to be| under| currently| dependent| subject| too| so| very| more| less| higher| lower| due| printed| shown| written| on | in )/,
      /(?:means?|stands|tells|lets|checks|says|shows)\b/,
    ]),
    /,? (?:meaning|means?|refers? to|stands? for)\b/,
    /: /,
    /,? such as\b/,
    /(?:,? (?:or(?! (?:there|it|you|we|I|they|he|she|if|else|maybe|perhaps)\b)|in other words|where we)|, that is)\b(?=[^.!?]{3,40}(?:,|[.!?])) /,
    /, an? [a-z0-9' -]{2,40}\b(?:that|which|who|for|of|where|when|you|we|to|under|in|on|behind|at)\b/,
    /, (?:the|our|your|one) [a-z0-9' -]{2,40}\b(?:that|who|where|when|in charge|under the|on the|beside the|you|(?:clipped|fitted|fixed|attached) to)\b/,
    /\. (?:That|This|It) is (?:an?|the|our|your) /,
    /[A-Z ]{0,8} is (?:an?|the|how|what|when|where|one|simply|just)\b/,
  ]),
);
const NAMED = /\b(?:call|calls|called|known as|termed|named) (?:an?|the|this|it)? ?["“‘*_]{0,3}$/;

/** So far behind a term its meaning may be told in a sentence of its own. */
const NEXT_SENTENCE = 120;
const MEANS = ["is a", "is an", "is the", "means"];

/** Whether a text says what the term at a place means, so that its reader need not know it. */
export function isDefined(source: string, start: number, end: number): boolean {
  // "We pay you under a wayleave. A wayleave is a permission …"
  const term = source.slice(start, end).toLowerCase();
  // "Sugar over three months (HbA1c)"
  if (source[end] === ")" && /[a-z] \($/.test(source.slice(Math.max(0, start - 3), start))) return true;
  const next = source.slice(end, end + NEXT_SENTENCE).toLowerCase();
  return (
    MEANING.test(source.slice(end, end + 80)) ||
    NAMED.test(source.slice(Math.max(0, start - 24), start)) ||
    MEANS.some((means) => next.includes(` ${term} ${means} `))
  );
}
