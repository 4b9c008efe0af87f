import type { Dictionaries } from "../dictionary/index.ts";
import type { Nation } from "../model.ts";

export const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const IN_WORDS = /(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+([a-z]{3,9})\.?,?(?:\s+(\d{4}))?/i;
const IN_FIGURES = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b/;

/** A calendar day; month counts from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The calendar day that a phrase such as "by Friday 19 June 2026" or "19/06/2026" names. Where the year is left out it is the
 * first such day on or after `written`, the day of the message. `undefined` where the phrase does not come to one day.
 */
export function parseDay(phrase: string, written?: Day): Day | undefined {
  const figures = IN_FIGURES.exec(phrase);
  if (figures) {
    const [, day, month, year, isoYear, isoMonth, isoDay] = figures.map(Number);
    return real(
      isoYear ? { year: isoYear, month: isoMonth!, day: isoDay! } : { year: year!, month: month!, day: day! },
    );
  }
  const named = dayAndMonth(phrase);
  if (!named) return undefined;
  const { day, month, year } = named;
  if (year !== undefined) return real({ year, month, day });
  if (!written) return undefined;
  const passed = month < written.month || (month === written.month && day < written.day);
  return real({ year: written.year + (passed ? 1 : 0), month, day });
}

/** The day and month that a phrase names in words, and the year where it has one; whether there is such a day or not. */
export function dayAndMonth(phrase: string): (Omit<Day, "year"> & { readonly year: number | undefined }) | undefined {
  const words = IN_WORDS.exec(phrase);
  const month = MONTHS.indexOf(words?.[2]?.slice(0, 3).toLowerCase() ?? "") + 1;
  if (!words || month === 0) return undefined;
  return { day: Number(words[1]), month, year: words[3] === undefined ? undefined : Number(words[3]) };
}

/** The day, where the calendar has it. */
export function real(day: Day): Day | undefined {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day));
  return date.getUTCMonth() === day.month - 1 && date.getUTCDate() === day.day ? day : undefined;
}

/** As YYYY-MM-DD. */
export function isoDay({ year, month, day }: Day): string {
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}

/** Days since 1 January 1970. */
export const numberOf = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day) / 86_400_000;

/** The day that comes some days after another. */
export function addDays(from: Day, days: number): Day {
  const date = new Date(Date.UTC(from.year, from.month - 1, from.day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The same day some months later, or the last of that month where it has no such day. */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return addDays({ year, month: month + months, day: 1 }, Math.min(day, last) - 1);
}

export const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => (numberOf(day) + 4) % 7;

/** The working days of a nation: Monday to Friday, without its bank holidays. */
export class WorkingDays {
  readonly #holidays: readonly string[];

  /** @param holidays as YYYY-MM-DD, in order; the years from the first to the last are known */
  constructor(holidays: readonly string[]) {
    this.#holidays = holidays;
  }

  /** Whether the bank holidays of the year are known. */
  knows({ year }: Day): boolean {
    const yearAt = (at: number) => Number(this.#holidays.at(at)?.slice(0, 4));
    return year >= yearAt(0) && year <= yearAt(-1);
  }

  has(day: Day): boolean {
    const weekday = weekdayOf(day);
    return weekday !== 0 && weekday !== 6 && !this.#holidays.includes(isoDay(day));
  }

  /** The working day that comes some working days after a day, which is not counted itself. */
  after(from: Day, count: number): Day {
    let day = from;
    for (let left = count; left > 0;) {
      day = addDays(day, 1);
      if (this.has(day)) left--;
    }
    return day;
  }

  /** How many working days come after one day, up to another. */
  between(from: Day, to: Day): number {
    const days = numberOf(to) - numberOf(from);
    const weeks = Math.floor(days / 7);
    const rest = Array.from({ length: days % 7 }, (_, at) => weekdayOf(addDays(from, weeks * 7 + at + 1)));
    const [first, last] = [isoDay(from), isoDay(to)];
    const off = this.#holidays.filter((holiday) => holiday > first && holiday <= last).length;
    return weeks * 5 + rest.filter((weekday) => weekday !== 0 && weekday !== 6).length - off;
  }
}

const calendars = new WeakMap<Dictionaries, Map<Nation, WorkingDays>>();

/** The working days of a nation; England and Wales where none is given. */
export function workingDaysOf(dictionaries: Dictionaries, nation: Nation = "england-and-wales"): WorkingDays {
  const known = calendars.get(dictionaries) ?? new Map<Nation, WorkingDays>();
  calendars.set(dictionaries, known);
  const made = known.get(nation) ?? new WorkingDays(dictionaries.list(`bank-holidays/${nation}`));
  known.set(nation, made);
  return made;
}
