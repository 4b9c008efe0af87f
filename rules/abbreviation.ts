import { defineRule, isDefined, phrasesOf, type Sentence, type Token, type View } from "../src/index.ts";

export default defineRule({
  id: "abbreviation",
  title: "Explain an abbreviation, or do without it.",
  why: "An abbreviation that the customer does not know stops them, and they may be too polite to ask.",
  criteria: ["1.4"],
  severity: "warning",
  check({ correspondence, facts, report }) {
    const sentences = facts.prose.filter(({ text }) => /[A-Z]{2}|[A-Z]\d|[A-Z]&[A-Z]/.test(text));
    if (sentences.length === 0) return;
    const known = facts.dictionaries.set("known-abbreviations");
    const meanings = new Map(
      phrasesOf("abbreviations", { correspondence, facts }).map((phrase) => [phrase.words[0], phrase]),
    );
    const reported = new Set(
      OTHERS.flatMap((name) => phrasesOf(name, { correspondence, facts })).flatMap(({ words }) => words),
    );
    const furniture = correspondence.parts
      .filter(({ name }) => FURNITURE.has(name))
      .map(({ text }) => text)
      .join("\n");
    const told = new Set<string>();
    for (const sentence of sentences) {
      if (sentence.unit === "heading" || sentence.part === "salutation" || isShouted(sentence)) continue;
      for (const [at, token] of sentence.tokens.entries()) {
        if (token.text === token.norm) continue;
        const name = pairAt(sentence, at) ?? token.text.replace(/['’]?s$/, "");
        if (
          !(isAbbreviation(name) || isOfficeCode(facts.view, sentence, at) || meanings.has(token)) ||
          known.has(name) ||
          told.has(name) ||
          reported.has(token)
        )
          continue;
        if (isPartOfCode(sentence, at) || furniture.includes(name) || isExplained(name, correspondence.source))
          continue;
        if (isDefined(correspondence.source, token.start, token.end)) {
          told.add(name);
          continue;
        }
        const meaning = meanings.get(token);
        // "the V5C log book"
        const next = correspondence.source
          .slice(token.end, token.end + LONGEST_MEANING)
          .trimStart()
          .toLowerCase();
        if (meaning?.suggestions.some((each) => next.startsWith(each.toLowerCase()))) continue;
        if (facts.dictionaries.words.has(name.toLowerCase()) && !meaning && !isUnspoken(name, correspondence.source))
          continue;
        told.add(name);
        const best = meaning?.suggestions[0];
        if (!meaning || best === undefined)
          report({
            at: { start: token.start, end: token.start + name.length },
            message: `Say what “${name}” stands for, or use plain words for it.`,
          });
        else if (best.startsWith("("))
          report({ at: token, message: `Say what “${name}” means: ${best.slice(1, -1)}.` });
        else report({ at: meaning, message: `Write “${best}” instead of “${meaning.text}”.`, suggestions: [best] });
      }
    }
  },
});

const LONGEST_MEANING = 60;

/** Dictionaries that may tell of a short form too: "DM us", "T&Cs". */
const OTHERS = ["plain-english", "jargon", "informal"];

/**
 * Two or three capitals that nobody can say as a word: "RH" and "PT" stand in the list of words too, "NOT" is shouted.
 * With a figure elsewhere they begin a code: "It starts with CB."
 */
const isUnspoken = (text: string, source: string) =>
  /^[B-DF-HJ-NP-TV-XZ]{2,3}$/.test(text) && !new RegExp(`\\b${text}[ -]?\\d`).test(source);

const FURNITURE = new Set(["letterhead", "signature", "reference", "address", "footer"]);

/** Two to six capitals, such as SNR or T&Cs without its s. */
const isAbbreviation = (text: string) => /^(?:[A-Z]{2,6}|[A-Z]{1,2}&[A-Z]{1,2})$/.test(text) && !NUMERAL.test(text);
/** "raised as a P2", "an RP3 is generated": a code of the office, spoken of as one of many; not "an A4 envelope". */
const isOfficeCode = ({ isOf }: View, { tokens }: Sentence, at: number) =>
  /^(?:[PST]\d{1,2}|[A-Z]{2,3}\d{1,3})$/.test(tokens[at]!.text) &&
  /^an?$/.test(tokens[at - 1]?.norm ?? "") &&
  !(tokens[at + 1] && isOf(tokens[at + 1]!, "CODED"));
/** Up to 39, and copies of a letter. */
const NUMERAL = /^(?:[IVX]+|CC)$/;

/** "R&M", which is three words. */
function pairAt({ tokens }: Sentence, at: number): string | undefined {
  const [first, and, last] = tokens.slice(at, at + 3);
  const isPair = and?.text === "&" && first!.end === and.start && and.end === last?.start;
  return isPair ? first!.text + and.text + last.text.replace(/s$/, "") : undefined;
}

/** "SW1A", "B 12", "REF-9": a letter group beside figures is a code, as is one beside capitals of a name. */
function isPartOfCode({ tokens }: Sentence, at: number): boolean {
  const isCode = (token: Token | undefined) => token?.kind === "number" && !token.text.endsWith("%");
  return (
    isCode(tokens[at - 1]) ||
    isShip(tokens, at) ||
    isGrade(tokens, at) ||
    isCode(tokens[at + 1]) ||
    (tokens[at + 1]?.text === "/" && isCode(tokens[at + 2])) ||
    tokens[at - 1]?.text === "@" ||
    tokens[at - 1]?.text === "#"
  );
}

/** "MV GLEN SHIRA": the name of a ship, of three words at most. */
function isShip(tokens: readonly Token[], at: number): boolean {
  // "the captain of the LOCH SWEEN": in capitals throughout, and too long for an abbreviation.
  if (/^[A-Z]{5,}$/.test(tokens[at]!.text) && [at - 1, at + 1].some((by) => /^[A-Z]{4,}$/.test(tokens[by]?.text ?? "")))
    return true;
  const words = tokens.slice(Math.max(0, at - LONGEST_SHIP), at + 1);
  const from = words.findLastIndex(({ text }) => /^(?:MV|HMS|SS|RMS)$/.test(text));
  return from >= 0 && words.slice(from).every(({ text }) => /^[A-Z]{2,}$/.test(text));
}
const LONGEST_SHIP = 3;

/** "grades ABB in your A levels". */
const isGrade = (tokens: readonly Token[], at: number) =>
  /^[A-E]{2,4}$/.test(tokens[at]!.text) && tokens.some(({ norm }) => /^(?:grades?|a-?levels?|gcses?)$/.test(norm));

/**
 * "Service level agreement (SLA)" or "SLA (service level agreement)", or the words with the same initials, each with its capital.
 * People are not such words: "Dear Mrs Patel".
 */
function isExplained(name: string, source: string): boolean {
  const initial = name[0]!;
  const spelt = [...name].map((letter) => `${letter}[a-z]{1,20}`).join(" ");
  // "is called the optical network terminal, or ONT"
  const ways = [`${spelt},? or (?:the |an? )?${name}\\b`];
  if (source.includes("("))
    ways.push(
      `${initial}[^\\n(]{3,80}\\((?:the |an? )?${name}s?\\)`,
      `${name}s? \\((?:the |an? |our |your )?${initial}[a-z]`,
    );
  if (new RegExp(`\\b(?:${ways.join("|")})`, "i").test(source)) return true;
  return (source.match(CAPITALISED) ?? []).some((run) => {
    const words = run.match(/[A-Z][a-z]+/g)!;
    const at = words
      .map((word) => word[0])
      .join("")
      .indexOf(name);
    return at >= 0 && !words.slice(at, at + name.length).some((word) => /^(?:Dear|Mrs|Miss)$/.test(word));
  });
}
const CAPITALISED = /\b[A-Z][a-z]{2,20}(?: (?:(?:of|and|the|for|to|in) )?[A-Z][a-z]{2,20})+\b/g;

function isShouted({ text }: Sentence): boolean {
  return text === text.toUpperCase();
}
