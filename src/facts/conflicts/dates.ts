import { dayAndMonth, type Day, numberOf, parseDay, real, WEEKDAYS, weekdayOf } from "../../correspondence/dates.ts";
import { textOf } from "../../correspondence/acts.ts";
import type { Correspondence, Range, Sentence } from "../../model.ts";
import { dayOf } from "../response.ts";
import type { Conflict } from "./model.ts";

/** A leap year: where none is told, 29 February may be right. */
const ANY_YEAR = 2024;
/** Twenty-eight years in a row hold every calendar that there is. */
const YEARS = Array.from({ length: 28 }, (_, at) => ANY_YEAR - 8 + at);

/** A date as written, with its weekday where it names one. */
interface Written extends Range {
  readonly text: string;
  readonly day: number;
  readonly month: number;
  readonly year: number | undefined;
  /** 0 is Sunday; -1 where none is named. */
  readonly weekday: number;
}

/** Dates that the calendar does not have, and weekdays that are not those of their dates. */
export function wrongDates(message: Correspondence, sentences: readonly Sentence[]): Conflict[] {
  const head = message.parts.filter(({ name }) => name === "date");
  const dates = [
    ...head.flatMap(({ text, start, end }) => readDate(text, { start, end })),
    ...sentences.flatMap(datesOf),
  ];
  const written = dayOf(message);
  const named = dates.filter(({ weekday, year }) => weekday >= 0 && year === undefined);
  const year = written ? undefined : likeliestYear(named);
  return dates.flatMap((date): Conflict[] => {
    const { text, start, end } = date;
    if (!real({ ...date, year: date.year ?? ANY_YEAR }))
      return [{ kind: "no-such-day", start, end, text, right: undefined }];
    const day =
      date.year !== undefined
        ? real({ ...date, year: date.year })
        : written
          ? nearest(text, written)
          : year && real({ ...date, year });
    if (date.weekday < 0 || !day || weekdayOf(day) === date.weekday) return [];
    const right = text.replace(WEEKDAYS[date.weekday]!, WEEKDAYS[weekdayOf(day)]!);
    return [{ kind: "weekday", start, end, text, right }];
  });
}

function datesOf(sentence: Sentence): Written[] {
  const dates = sentence.entities.filter(({ kind }) => kind === "date");
  if (dates.length === 0) return [];
  return dates
    .flatMap((entity) => {
      // "31 June" in "Tuesday 31 June".
      if (dates.some((other) => other !== entity && other.from <= entity.from && other.to >= entity.to)) return [];
      const at = { start: sentence.tokens[entity.from]!.start, end: sentence.tokens[entity.to - 1]!.end };
      return readDate(textOf(sentence, entity.from, entity.to), at);
    })
    .map(withYearOfRange);
}

/** "Monday 17 May to Wednesday 19 May 2027": the end of a range tells the year of its beginning. */
function withYearOfRange(date: Written, at: number, dates: readonly Written[]): Written {
  const next = dates[at + 1];
  return date.year === undefined && next?.year !== undefined && next.month >= date.month
    ? { ...date, year: next.year }
    : date;
}

function readDate(text: string, at: Range): Written[] {
  const parts = dayAndMonth(text);
  return parts ? [{ ...at, ...parts, text, weekday: WEEKDAYS.findIndex((name) => text.startsWith(name)) }] : [];
}

/**
 * In a message without a date, a year in which most of its dates fall on their weekdays; `undefined` where a year has them all
 * right, or where there are too few to tell which is wrong.
 */
function likeliestYear(named: readonly Written[]): number | undefined {
  if (named.length < 2) return undefined;
  const rightIn = (year: number) =>
    named.filter((date) => {
      const day = real({ ...date, year });
      return day !== undefined && weekdayOf(day) === date.weekday;
    });
  const best = YEARS.reduce((a, b) => (rightIn(b).length > rightIn(a).length ? b : a));
  const right = rightIn(best).length;
  if (right === named.length) return undefined;
  // Of two that disagree either may be wrong: the reader must look at both.
  return right > 1 ? best : named.length === 2 ? YEARS.find((year) => rightIn(year).includes(named[1]!)) : undefined;
}

/** The day of that name that is nearest to the message, before it or after. */
function nearest(text: string, written: Day): Day | undefined {
  const around = [-1, 0, 1].flatMap((years) => {
    const day = parseDay(text, { year: written.year + years, month: 1, day: 1 });
    return day ? [day] : [];
  });
  const distance = (day: Day) => Math.abs(numberOf(day) - numberOf(written));
  const [first, second] = around.toSorted((a, b) => distance(a) - distance(b));
  // Half a year off, it may be either.
  return first && (!second || distance(second) - distance(first) > 60) ? first : undefined;
}
