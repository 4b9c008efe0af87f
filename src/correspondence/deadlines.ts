import type { Entity, Sentence } from "../model.ts";
import { textOf } from "./acts.ts";
import { addDays, addMonths, type Day, isoDay, parseDay, WEEKDAYS, weekdayOf, type WorkingDays } from "./dates.ts";
import type { WordClasses } from "./entities.ts";

/** When something is to be done: the tokens that say so, with the preposition before them, and the day where it can be worked out. */
export interface Deadline {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly due: Day | undefined;
}

/** The day of the message, the working days of its writer, and the words that name an event. */
export interface Calendar {
  readonly written: Day | undefined;
  readonly workingDays: () => WorkingDays;
  readonly classes: WordClasses;
}

/** What may stand before a day or a length of time, longest first: it says nothing of what is done. */
const LEADS = [
  "by the end of",
  "no later than",
  "not later than",
  "in the next",
  "within the next",
  "over the next",
].map((lead) => lead.split(" "));
const PREPOSITIONS = new Set(["by", "on", "within", "before", "until", "in", "at", "from", "for", "over"]);
const COUNTED_FROM = new Set(["of", "from", "after", "following"]);
/** "of the date of this letter": the count begins on the day of the message. */
const OF_MESSAGE =
  /^(?:the )?(?:date (?:of|on) )?(?:this|the|our) (?:letter|e-?mail|message|notice|date)$|^(?:today|now)$/;

/** The first deadline between two tokens of a sentence: a day, or a length of time with what it is counted from. */
export function deadlineIn(sentence: Sentence, start: number, end: number, calendar: Calendar): Deadline | undefined {
  const inside = sentence.entities.filter(({ from, to }) => from >= start && to <= end);
  const date = inside.find(({ kind }) => kind === "date");
  const length = inside.find(({ kind }) => kind === "duration");
  const isCounted = length && (!date || date.from >= length.to) && COUNTED_FROM.has(norm(sentence, length.to));
  if (length && (isCounted || !date)) return countedDeadline(sentence, length, end, calendar);
  if (date) return deadline(sentence, date, date.to, dueOn(sentence, date, calendar.written));
  const time = inside.find(({ kind }) => kind === "time");
  return time && deadline(sentence, spanOf(sentence, time, inside), time.to, undefined);
}

/** "between 1pm and 5pm": two times are one, with the word before them. */
function spanOf(sentence: Sentence, time: Entity, others: readonly Entity[]): Pick<Entity, "from" | "to"> {
  const second = others.find(({ kind, from }) => kind === "time" && from === time.to + 1);
  if (!second || !RANGE.has(norm(sentence, time.to))) return time;
  return { from: norm(sentence, time.from - 1) === "between" ? time.from - 1 : time.from, to: second.to };
}
const RANGE = new Set(["and", "to", "till", "until", "-", "–"]);

const norm = ({ tokens }: Sentence, at: number) => tokens[at]?.norm ?? "";

function deadline(
  sentence: Sentence,
  { from: first, to: last }: Pick<Entity, "from" | "to">,
  to: number,
  due: Day | undefined,
) {
  const isBefore = (lead: readonly string[]) =>
    lead.every((word, at) => norm(sentence, first - lead.length + at) === word);
  let from = first - (LEADS.find(isBefore)?.length ?? 0);
  if (from === first) {
    if (norm(sentence, from - 1) === "the") from--;
    if (PREPOSITIONS.has(norm(sentence, from - 1))) from--;
  }
  // The mark that ends the sentence is read with "5pm.", which may be an abbreviation.
  const text = textOf(sentence, first, Math.max(last, to)).replace(/(?<=\d[ap]m)\.$/i, "");
  return { from, to: Math.max(last, to), text, due };
}

/** "within 5 working days of 3 June", "within 28 days of the date of this letter", "in two weeks". */
function countedDeadline(
  sentence: Sentence,
  length: Entity,
  end: number,
  { written, workingDays, classes }: Calendar,
): Deadline {
  const { tokens, entities } = sentence;
  let to = length.to;
  // "Once we have your form, we will pay you within 5 working days": the count begins with the form.
  const hangsOnEvent = tokens.some((token) => classes.get("EVENT")?.has(token.norm));
  let start = hangsOnEvent ? undefined : written;
  if (COUNTED_FROM.has(norm(sentence, length.to))) {
    to = clauseEnd(sentence, length.to, end);
    const date = entities.find(({ kind, from }) => kind === "date" && from > length.to && from <= length.to + 4);
    const words = tokens.slice(length.to + 1, to).map((token) => token.norm);
    if (date && date.to <= end) [start, to] = [dueOn(sentence, date, written), date.to];
    else start = OF_MESSAGE.test(words.join(" ")) ? written : undefined;
  }
  const before = [norm(sentence, length.from - 1), norm(sentence, length.from - 2), norm(sentence, length.from - 3)];
  const isDeadline = /^(?:(?:within|in)\b|next (?:the )?(?:within|in|over)\b|than later no\b)/.test(before.join(" "));
  const due = start && isDeadline ? dueAfter(start, tokens.slice(length.from, length.to), workingDays) : undefined;
  return deadline(sentence, length, to, due);
}

/** What a count begins with ends at a mark, or where another clause begins. */
function clauseEnd({ tokens }: Sentence, from: number, end: number): number {
  let to = from;
  while (to < end && tokens[to]!.kind !== "mark" && !/^(?:and|but|or|if|so|unless)$/.test(tokens[to]!.norm)) to++;
  return to;
}

/** The numbers that are written in words, from one on; the others by name. */
const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(
  " ",
);
const MORE: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  twenty: 20,
  "twenty-one": 21,
  "twenty-eight": 28,
  thirty: 30,
  forty: 40,
  sixty: 60,
  ninety: 90,
};
/** In days. More is no deadline. */
const LONGEST = 3660;

/** The day on which a length of time ends; undefined for hours, and where the bank holidays are not known. */
function dueAfter(from: Day, tokens: Sentence["tokens"], workingDays: () => WorkingDays): Day | undefined {
  const words = tokens.map((token) => token.norm);
  const count = words.map(countOf).findLast((each) => each !== undefined);
  const unit = words.at(-1)!.replace(/s$/, "");
  if (unit === "fortnight") return addDays(from, 14);
  if (count === undefined || count > LONGEST) return undefined;
  if (words.some((word) => word === "working" || word === "business")) {
    const calendar = workingDays();
    const due = unit === "day" && calendar.knows(from) ? calendar.after(from, count) : undefined;
    return due && calendar.knows(due) ? due : undefined;
  }
  if (unit === "day" || unit === "week") return addDays(from, count * (unit === "week" ? 7 : 1));
  return unit === "month" || unit === "year" ? addMonths(from, count * (unit === "year" ? 12 : 1)) : undefined;
}

function countOf(word: string): number | undefined {
  if (/^\d{1,4}$/.test(word)) return Number(word);
  return NUMBERS.includes(word) ? NUMBERS.indexOf(word) : MORE[word];
}

/** The day that a date names: one of the calendar, the next of its weekday, tomorrow, the end of a month. Never before the message. */
function dueOn(sentence: Sentence, { from, to }: Entity, written: Day | undefined): Day | undefined {
  const words = sentence.tokens.slice(from, to).map((token) => token.norm);
  const day = parseDay(textOf(sentence, from, to), written) ?? (written && relativeDay(words, written));
  return day && written && isoDay(day) < isoDay(written) ? undefined : day;
}

function relativeDay(words: readonly string[], written: Day): Day | undefined {
  const [first = ""] = words;
  const last = words.at(-1)!;
  if (first === "today" || first === "tonight") return written;
  if (first === "tomorrow") return addDays(written, 1);
  if (words.includes("end")) {
    if (last === "month" && !words.includes("next")) return addMonths({ ...written, day: 31 }, 0);
    const named = parseDay(`1 ${last}`, { ...written, day: 1 });
    return named && addMonths({ ...named, day: 31 }, 0);
  }
  const isNear = words.length === 1 || first === "this";
  const weekday = isNear ? WEEKDAYS.findIndex((name) => name.toLowerCase() === last) : -1;
  // On a Friday, "by Friday" may be either.
  const days = (weekday - weekdayOf(written) + 7) % 7;
  return weekday < 0 || days === 0 ? undefined : addDays(written, days);
}
