import type { Correspondence, PartName, Token } from "./model.ts";
import type { Entry } from "./dictionary/model.ts";
import type { Hit } from "./dictionary/match.ts";
import { textOf } from "./correspondence/acts.ts";
import { type Context, defineRule, type Options, type Rule, type RuleDefinition } from "./rule.ts";

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
  /** What to write instead, in the form and with the capital of what was written. */
  readonly suggestions: readonly string[];
}

/** The matches of one dictionary in the wording of a message: quoted words left out, of two that overlap the longer. */
export function phrasesOf(
  dictionary: string,
  { correspondence, facts }: Pick<Context, "correspondence" | "facts">,
): Phrase[] {
  const own = facts.hits.filter(
    ({ entry, sentence, from, to }) =>
      entry.dictionary === dictionary &&
      STYLED.has(sentence.part) &&
      !sentence.literals.some((literal) => literal.from <= from && literal.to >= to),
  );
  return longest(own).map((hit) => toPhrase(hit, correspondence));
}

function longest(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  for (const hit of [...hits].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    if (!kept.some((other) => other.sentence === hit.sentence && other.from < hit.to && other.to > hit.from))
      kept.push(hit);
  }
  return kept.sort((a, b) => a.sentence.index - b.sentence.index || a.from - b.from);
}

function toPhrase(hit: Hit, { source }: Correspondence): Phrase {
  const tokens = hit.sentence.tokens.slice(hit.from, hit.to);
  const start = tokens[0]!.start;
  const capital = /^\p{Lu}\p{Ll}/u.test(source.slice(start, start + 2)) && hit.from === 0;
  return {
    ...hit,
    start,
    end: tokens.at(-1)!.end,
    text: textOf(hit.sentence, hit.from, hit.to),
    suggestions: (hit.entry.write ?? []).map((instead) => withCapital(inForm(hit.entry, instead, tokens), capital)),
  };
}

/** The replacement in the form that was written: "utilising" gives "using". */
function inForm(entry: Entry, { text, forms }: NonNullable<Entry["write"]>[number], tokens: readonly Token[]): string {
  if (!forms) return text;
  const at = entry.forms?.findIndex((form) => tokens.some(({ norm }) => norm === form.split(" ", 1)[0])) ?? 0;
  return text.replace("{}", forms[Math.max(0, at)]!);
}

const withCapital = (text: string, capital: boolean) =>
  capital ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;

/** What the author of a dictionary rule writes: a rule without `check`, and the dictionary. */
export interface PhraseRuleDefinition extends Omit<RuleDefinition<Options, never>, "check" | "kinds" | "options"> {
  /** Name of a file in `dictionaries/`, without its ending. */
  readonly dictionary: string;
  /** A last test of a match, such as a term that the text explains. */
  readonly allows?: (phrase: Phrase, context: Pick<Context, "correspondence" | "facts">) => boolean;
}

/** Makes a rule of a dictionary: each match is reported with what to write instead. */
export function phraseRule({ dictionary, allows, ...definition }: PhraseRuleDefinition): Rule {
  return defineRule({
    ...definition,
    check: ({ correspondence, facts, report }) => {
      for (const phrase of phrasesOf(dictionary, { correspondence, facts })) {
        if (allows?.(phrase, { correspondence, facts })) continue;
        report({
          at: phrase,
          message: messageOf(phrase),
          suggestions: phrase.suggestions.filter(Boolean),
          ...(phrase.entry.severity && { severity: phrase.entry.severity }),
        });
      }
    },
  });
}

function messageOf({ text, suggestions, entry }: Phrase): string {
  const [best, ...others] = suggestions;
  const why = entry.why ? ` ${entry.why.replace(/[.]?$/, ".")}` : "";
  if (best === undefined) return `Say “${text}” in plain words.${why}`;
  if (best === "")
    return others[0] ? `Leave out “${text}”, or write “${others[0]}”.${why}` : `Leave out “${text}”.${why}`;
  if (best.startsWith("(")) return `Say what “${text}” means: ${best.slice(1).replace(/\)$/, "")}.${why}`;
  return `Write “${best}” instead of “${text}”.${why}`;
}
