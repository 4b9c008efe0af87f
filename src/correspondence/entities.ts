import type { Entity, EntityKind, Token } from "../model.ts";

/** Closed word classes by name, from `dictionaries/classes.yml`. */
export type WordClasses = ReadonlyMap<string, ReadonlySet<string>>;

/** What the name of a field tells of the value that will stand there. */
const FIELD_KINDS: readonly (readonly [EntityKind, RegExp])[] = [
  ["date", /date|day|deadline|when|month/i],
  ["time", /time|slot/i],
  ["money", /amount|price|total|cost|balance|fee/i],
  ["channel", /phone|tel|e-?mail|url|link|website|number to call/i],
  ["person", /officer|agent|adviser|advisor|case.?owner|handler|manager|engineer/i],
];
/** A form of address before a surname, normalised. */
export const TITLE = /^(?:mr|mrs|miss|ms|mx|dr|sir|rev|professor|prof|nurse|sister|councillor|cllr)\.?$/;
const CLOCK = /^\d{1,2}(?:[.:]\d{2})?[ap]\.?m\.?$|^(?:[01]?\d|2[0-3]):[0-5]\d$/;
const MONEY = /^[£€$]\d|^\d+(?:\.\d{1,2})?p$/;
const CALENDAR = /^\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})$|^\d{4}-\d{2}-\d{2}$/;
const ORDINAL = /^\d{1,2}(?:st|nd|rd|th)$/;
const DAY = /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/;
const YEAR = /^(?:19|20)\d{2}$/;
const SPAN = /^\d{1,3}(?:-\d{1,3})?-(?:minute|hour|day|week|month|year)$/;
const CODE = /^(?=.{0,24}\d)(?=.{0,24}[a-z])[a-z0-9]{1,12}(?:[-/][a-z0-9]{1,12}){1,5}$/;
/** A capital and a small letter after it: a word in capitals is no name. */
const CAPITALISED = /^\p{Lu}['’]?\p{L}*\p{Ll}/u;
const isSmall = (word: string) => word >= "a" && word < "{";
/** Numbers that anybody in the UK may ring: emergency, NHS, police, flood, power cut, Samaritans. */
const PUBLIC_LINES = new Set(["999", "112", "111", "101", "105", "116"]);
const DETERMINERS = new Set(["our", "the", "this", "my", "your", "an", "a", "same", "one"]);
const PERIODS = new Set([
  "week",
  "month",
  "year",
  "morning",
  "afternoon",
  "evening",
  "weekend",
  "spring",
  "summer",
  "autumn",
  "winter",
]);
const DAYS = new Set(["day", "night", "evening", "week"]);
const MOMENTS = new Set(["today", "tomorrow", "tonight", "yesterday"]);
const NOONS = new Set(["noon", "midday", "midnight"]);
const BEFORE_MONTH = new Set([
  "by",
  "in",
  "until",
  "from",
  "before",
  "since",
  "after",
  "during",
  "of",
  "to",
  "and",
  "for",
  "next",
  "last",
  "this",
  "late",
  "early",
  "mid",
]);

const tellingOf = new WeakMap<WordClasses, ReadonlySet<string>>();

/** The words, without figures, at which an entity other than a name can be told. Few words are: all others need one look. */
function tellingWords(classes: WordClasses): ReadonlySet<string> {
  const known = tellingOf.get(classes);
  if (known) return known;
  const words = new Set([
    ...MOMENTS,
    ...NOONS,
    ...PERIODS,
    ...DAYS,
    "fortnight",
    "end",
    "same",
    "next",
    "someone",
    "somebody",
  ]);
  for (const name of ["WEEKDAY", "MONTH", "COUNT", "WAY", "PERSON"])
    for (const word of classes.get(name) ?? []) words.add(word);
  tellingOf.set(classes, words);
  return words;
}

/** Finds dates, durations, times, sums, references, ways to reach somebody and people, as ranges of tokens. One pass. */
export function findEntities(tokens: readonly Token[], classes: WordClasses): Entity[] {
  const entities: Entity[] = [];
  const norm = (at: number) => tokens[at]?.norm ?? "";
  const is = (name: string, at: number) => classes.get(name)?.has(norm(at)) ?? false;
  const add = (kind: EntityKind, from: number, to: number) => void entities.push({ kind, from, to });
  const telling = tellingWords(classes);

  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind === "placeholder") addField(token, at);
    else if (token.kind === "number") addNumber(token, at);
    else if (token.kind === "word") {
      if (telling.has(token.norm) || /\d/.test(token.norm)) addWord(token, at);
      if (!isSmall(token.text)) addName(token, at);
    }
  }
  return entities.sort((a, b) => a.from - b.from || b.to - a.to);

  function addField(token: Token, at: number): void {
    for (const [kind, name] of FIELD_KINDS) if (name.test(token.text)) add(kind, at, at + 1);
  }

  function addNumber({ norm: figure }: Token, at: number): void {
    if (figure.includes("@") || /[a-z]\.[a-z]|^https?:|^www/.test(figure)) return add("channel", at, at + 1);
    if (MONEY.test(figure)) return add("money", at, at + 1);
    if (CLOCK.test(figure)) add("time", at, at + 1);
    else if (/^(?:am|pm|a\.m\.?|p\.m\.?|o'clock)$/.test(norm(at + 1))) add("time", at, at + 2);
    if (CALENDAR.test(figure)) return add("date", at, at + 1);
    const date = dateEnd(at);
    if (date > at) return add("date", norm(at - 1) === "the" ? at - 1 : at, date);
    if (CODE.test(figure)) return add("reference", at, at + 1);
    addDuration(at);
    addPhone(at);
  }

  function addWord({ norm: word, text }: Token, at: number): void {
    if (is("WEEKDAY", at)) {
      const day = dateEnd(norm(at + 1) === "," ? at + 2 : norm(at + 1) === "the" ? at + 2 : at + 1);
      add("date", at, Math.max(at + 1, day));
      if (/^(?:this|next|last|every|each)$/.test(norm(at - 1))) add("date", at - 1, Math.max(at + 1, day));
    } else if (MOMENTS.has(word)) add("date", at, PERIODS.has(norm(at + 1)) ? at + 2 : at + 1);
    else if (NOONS.has(word)) add("time", at, at + 1);
    else if (word === "fortnight") add("duration", at, at + 1);
    else if (PERIODS.has(word) && /^(?:this|next|last)$/.test(norm(at - 1))) add("date", at - 1, at + 1);
    else if (word === "end" && norm(at + 1) === "of") addEndOf(at);
    else if (
      /^(?:same|next)$/.test(word) &&
      (norm(at + 1) === "day" || (norm(at + 1) === "working" && norm(at + 2) === "day"))
    )
      add("duration", at, at + (norm(at + 1) === "day" ? 2 : 3));
    // "I will ring you the day after the shelf arrives"
    else if (DAYS.has(word) && norm(at - 1) === "the" && /^(?:before|after)$/.test(norm(at + 1)))
      add("duration", at - 1, at + 2);
    else if (is("MONTH", at) && /^\p{Lu}/u.test(text)) addMonth(at);
    else if (CODE.test(word)) add("reference", at, at + 1);
    if (SPAN.test(word)) add("duration", at, at + 1);
    else if (is("COUNT", at)) addDuration(at);
    if (is("WAY", at)) addPhrase("channel", at);
    if (is("PERSON", at)) addPhrase("person", at);
    else if (word === "someone" || word === "somebody") add("person", at, at + 1);
  }

  /** The end of "9 May 2025", "9th of May", from the day; `at` where none stands there. */
  function dateEnd(at: number): number {
    if (!DAY.test(norm(at))) return at;
    const month = norm(at + 1) === "of" ? at + 2 : at + 1;
    if (is("MONTH", month) && /^\p{Lu}/u.test(tokens[month]!.text))
      return YEAR.test(norm(month + 1))
        ? month + 2
        : YEAR.test(norm(month + 2)) && norm(month + 1) === ","
          ? month + 3
          : month + 1;
    return ORDINAL.test(norm(at)) && norm(at - 1) === "the" ? at + 1 : at;
  }

  /** "May 2025", "by June", "June 9". A day before it has made the date already. */
  function addMonth(at: number): void {
    if (entities.some(({ kind, to }) => kind === "date" && to > at)) return;
    if (YEAR.test(norm(at + 1))) add("date", at, at + 2);
    else if (DAY.test(norm(at + 1)) && !is("UNIT", at + 2)) add("date", at, at + 2);
    else if (BEFORE_MONTH.has(norm(at - 1))) add("date", at, at + 1);
  }

  function addEndOf(at: number): void {
    const noun = /^(?:the|this|next)$/.test(norm(at + 2)) ? at + 3 : at + 2;
    if (PERIODS.has(norm(noun)) || is("MONTH", noun) || norm(noun) === "day")
      add("date", norm(at - 1) === "the" ? at - 1 : at, noun + 1);
  }

  /** "ten working days", "2 to 3 weeks", "in a month". */
  function addDuration(at: number): void {
    // "a month" is how often or how long; "in a month" is when.
    if (/^an?$/.test(norm(at)) && !/^(?:in|within|for|after|every|half|about|once|twice|next)$/.test(norm(at - 1)))
      return;
    let to = at + 1;
    if (/^(?:to|or|and|-|–)$/.test(norm(to)) && (tokens[to + 1]?.kind === "number" || is("COUNT", to + 1))) to += 2;
    if (/^(?:working|business|calendar|full|more|clear)$/.test(norm(to))) to++;
    if (is("UNIT", to)) add("duration", at, to + 1);
  }

  /** Groups of figures that begin with 0 or +44, nine to twelve figures in all; or a line that everybody may ring. */
  function addPhone(at: number): void {
    const previous = tokens[at - 1];
    if (PUBLIC_LINES.has(norm(at)) && /^(?:on|call|ring|dial|phone|nhs|text)$/.test(norm(at - 1)))
      return add("channel", at, at + 1);
    if (!/^0\d{2,10}$|^44$/.test(norm(at)) || (norm(at) === "44" && previous?.norm !== "+")) return;
    let figures = norm(at).length;
    let to = at + 1;
    while (/^\d{2,8}$/.test(norm(to)) && figures < 11) figures += norm(to++).length;
    if (figures >= 9 && figures <= 12) add("channel", at, to);
  }

  /** From the determiner up to three words before a noun: "our complaints team", "the number above". */
  function addPhrase(kind: EntityKind, noun: number): void {
    for (let from = noun - 1; from >= Math.max(0, noun - 4); from--) {
      if (DETERMINERS.has(norm(from))) return add(kind, from, noun + 1);
      if (tokens[from]!.kind !== "word" || norm(from) === "of") return;
    }
  }

  /** "Mrs Anand-Whitlock", "Dr Vaszary", and capitals that no sentence begins with: "Niamh will …". */
  function addName(token: Token, at: number): void {
    if (!CAPITALISED.test(token.text) || is("MONTH", at) || is("WEEKDAY", at)) return;
    const titled = TITLE.test(token.norm);
    if (!titled && (is("FUNCTION", at) || (at === 0 && !/^(?:will|has|is|can|and)$/.test(norm(1))))) return;
    if (entities.at(-1)?.kind === "person" && entities.at(-1)!.to > at) return;
    let to = at + 1;
    while (
      to < at + 5 &&
      tokens[to]?.kind === "word" &&
      /^\p{Lu}/u.test(tokens[to]!.text) &&
      !is("WEEKDAY", to) &&
      !is("MONTH", to)
    )
      to++;
    add("person", at, to);
  }
}
