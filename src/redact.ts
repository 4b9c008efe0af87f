import type { PersonalDatum, PersonalKind, Range } from "./model.ts";

/** How a value is replaced: by its name, by its last figures, or by a name that is the same wherever the value stands. */
export const REDACT_MODES = ["label", "mask", "pseudonym"] as const;
export type RedactMode = (typeof REDACT_MODES)[number];

/** What stands for a value of each kind. */
const NAMES: Readonly<Record<PersonalKind, string>> = {
  card: "card number",
  cvv: "security code",
  "bank-account": "bank account",
  "sort-code": "sort code",
  iban: "IBAN",
  nino: "National Insurance number",
  "nhs-number": "NHS number",
  passport: "passport number",
  "driving-licence": "driving licence",
  "date-of-birth": "date of birth",
  utr: "taxpayer reference",
  "vehicle-registration": "number plate",
  phone: "phone number",
  email: "e-mail address",
  "postal-address": "address",
  password: "password",
  pin: "PIN",
  "security-answer": "security answer",
  "api-key": "key",
  "ip-address": "IP address",
  health: "health detail",
  "third-party-name": "name",
};
/** Kinds of which a masked copy keeps the last four characters. */
const KEPT: ReadonlySet<PersonalKind> = new Set(["card", "bank-account", "iban", "phone"]);

/** Where a value stands, and what it is. */
export interface Place extends Range {
  readonly kind: PersonalKind;
}

/** Gives what stands for a value; one of these is made for each file, so that pseudonyms are stable in it. */
export function createReplacer(mode: RedactMode): (kind: PersonalKind, value: string) => string {
  const pseudonyms = new Map<string, string>();
  const people: Person[] = [];
  const counts = new Map<string, number>();
  return (kind, value) => {
    if (mode === "label") return `[${NAMES[kind]} removed]`;
    const characters = value.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
    if (mode === "mask") return KEPT.has(kind) ? `•••• ${characters.slice(-4)}` : "••••••";
    const person = kind === "third-party-name" ? personOf(value) : undefined;
    const known = pseudonyms.get(characters) ?? people.findLast((other) => person && isSame(person, other))?.pseudonym;
    if (known !== undefined) return known;
    const noun = person ? "PERSON" : kind.toUpperCase();
    counts.set(noun, (counts.get(noun) ?? 0) + 1);
    const pseudonym = `[${noun}-${counts.get(noun)}]`;
    pseudonyms.set(characters, pseudonym);
    if (person) people.push({ ...person, pseudonym });
    return pseudonym;
  };
}

interface Name {
  readonly title: string;
  readonly given: string;
  readonly surname: string;
}

interface Person extends Name {
  readonly pseudonym: string;
}

function personOf(value: string): Name {
  const words = value.toLowerCase().split(/[\s.]+/);
  const title = TITLES.has(words[0]!) ? words.shift()! : "";
  return { title, surname: words.pop() ?? "", given: words[0] ?? "" };
}

const TITLES = new Set(["mr", "mrs", "miss", "ms", "mx", "dr", "master"]);

/** Whether two names may be of one person: “Mr Finch” and “Abel Finch”, but not “Mr Finch” and “Mrs Finch”. */
function isSame(name: Name, other: Name): boolean {
  return (
    name.surname === other.surname &&
    (name.title === "" || other.title === "" || name.title === other.title) &&
    (name.given === "" || other.given === "" || name.given === other.given)
  );
}

/** Every place where a value stands, found there or not, widened to whole words; in order, none overlapping another. */
export function placesOf(source: string, data: readonly PersonalDatum[]): readonly Place[] {
  const places = data.flatMap(({ kind, start, end }) => {
    const value = source.slice(start, end);
    const others = occurrences(source, value);
    const surname = kind === "third-party-name" ? value.split(/[\s-]/).at(-1)! : "";
    if (surname.length >= SURNAME) others.push(...occurrences(source, surname));
    return [{ start, end }, ...others].map((range) => ({ kind, ...widen(source, range) }));
  });
  const kept: Place[] = [];
  for (const place of places.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push(place);
  }
  return kept;
}

/** A shorter surname may be a word: "Mr Day". */
const SURNAME = 5;

/** Wherever a value stands by itself, in whatever case and grouping: "2021 2223" for 20212223. */
function occurrences(source: string, value: string): Range[] {
  const characters = value.match(/[\p{L}\p{N}]/gu) ?? [];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${characters.join("[^\\p{L}\\p{N}\\n|]{0,3}")}(?![\\p{L}\\p{N}])`,
    "giu",
  );
  return [...source.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

const WORD = /[\p{L}\p{N}]/u;

function widen(source: string, { start, end }: Range): Range {
  let [from, to] = [start, end];
  while (from > 0 && WORD.test(source.charAt(from - 1))) from--;
  while (to < source.length && WORD.test(source.charAt(to))) to++;
  return { start: from, end: to };
}

/** The text with each place replaced. A value that runs over a line end leaves the line end, with the indent or marks after it. */
export function replacePlaces(
  text: string,
  places: readonly Place[],
  replace: (kind: PersonalKind, value: string) => string,
): string {
  let redacted = "";
  let from = 0;
  for (const { kind, start, end } of places) {
    const value = text.slice(start, end);
    const written = replace(kind, value);
    const lineEnds = /[\r\n]/.test(written) ? "" : (value.match(/(?:\r\n|\r|\n)[ \t>]*/g)?.join("") ?? "");
    redacted += text.slice(from, start) + written + lineEnds;
    from = end;
  }
  return redacted + text.slice(from);
}
