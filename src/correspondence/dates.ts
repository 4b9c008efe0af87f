const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
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
  const words = IN_WORDS.exec(phrase);
  const month = MONTHS.indexOf(words?.[2]?.slice(0, 3).toLowerCase() ?? "") + 1;
  if (!words || month === 0) return undefined;
  const day = Number(words[1]);
  if (words[3]) return real({ year: Number(words[3]), month, day });
  if (!written) return undefined;
  const passed = month < written.month || (month === written.month && day < written.day);
  return real({ year: written.year + (passed ? 1 : 0), month, day });
}

function real(day: Day): Day | undefined {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day));
  return date.getUTCMonth() === day.month - 1 && date.getUTCDate() === day.day ? day : undefined;
}

/** As YYYY-MM-DD. */
export function isoDay({ year, month, day }: Day): string {
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}
