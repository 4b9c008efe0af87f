/** Forms of one word: base, third person or plural, past, past participle, -ing. */
export type Forms = readonly [base: string, s: string, past: string, participle: string, ing: string];

/** Irregular verbs by base form, read from `dictionaries/irregular.txt` ("send sent sent"). */
export type Irregular = ReadonlyMap<string, readonly [past: string, participle: string]>;

const VOWEL = /[aeiou]/;

/** All forms of a verb or noun by the spelling rules of UK English. A phrase is inflected in its first word. */
export function inflect(phrase: string, irregular: Irregular): Forms {
  const [word = "", ...rest] = phrase.split(" ");
  const tail = rest.length ? ` ${rest.join(" ")}` : "";
  if (word === "be") return ["be", "is", "was", "been", "being"].map((form) => form + tail) as unknown as Forms;
  const [past, participle] = irregular.get(word) ?? [withEd(word), withEd(word)];
  return [word + tail, withS(word) + tail, past + tail, participle + tail, withIng(word) + tail];
}

function withS(word: string): string {
  if (word === "have") return "has";
  if (/(?:[sxz]|ch|sh)$/.test(word) || /[^aeiou]o$/.test(word)) return `${word}es`;
  return endsInConsonantY(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

function withEd(word: string): string {
  if (word.endsWith("e")) return `${word}d`;
  if (endsInConsonantY(word)) return `${word.slice(0, -1)}ied`;
  return `${doubled(word)}ed`;
}

function withIng(word: string): string {
  if (word.endsWith("ie")) return `${word.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(word) && word.length > 2) return `${word.slice(0, -1)}ing`;
  return `${doubled(word)}ing`;
}

function endsInConsonantY(word: string): boolean {
  return word.endsWith("y") && !VOWEL.test(word.at(-2) ?? "a");
}

/** Doubles the last consonant: stop → stopp, cancel → cancell, refer → referr; but visit, open, offer stay. */
function doubled(word: string): string {
  const vowels = word.match(/[aeiouy]+/g)?.length ?? 0;
  const closed =
    /[^aeiou][aeiou][bdgklmnprtz]$/.test(word) || /^[aeiou][bdgmnpt]$/.test(word) || /qu[aeiou][^aeiouwxy]$/.test(word);
  const stressed = vowels === 1 || /(?:[^aeiou][ae]l|fer|mit|cur|gin|pel|bed|set|plan|stal|rol)$/.test(word);
  return closed && stressed && !/(?:ffer|reveal|ppeal)$/.test(word) ? word + word.at(-1) : word;
}
