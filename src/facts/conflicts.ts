import { dayAndMonth, type Day, numberOf, parseDay, real, WEEKDAYS, weekdayOf } from "../correspondence/dates.ts";
import { textOf } from "../correspondence/acts.ts";
import type { Correspondence, Range, Sentence } from "../model.ts";
import { dayOf } from "./response.ts";

/** Two things of a message that cannot both be true, and what would agree. */
export interface Conflict extends Range {
  readonly kind: "weekday" | "no-such-day" | "total";
  readonly text: string;
  /** The date with its right weekday, or the right sum; undefined where nothing can be said. */
  readonly right: string | undefined;
}

/** A leap year: where none is told, 29 February may be right. */
const ANY_YEAR = 2024;

/** Dates that do not exist or fall on another weekday, and sums that do not add up. */
export function findConflicts(message: Correspondence): readonly Conflict[] {
  const written = dayOf(message);
  const sentences = message.sentences.filter(({ exempt, part }) => !exempt && part !== "quoted");
  return [
    ...sentences.flatMap((sentence) => wrongDates(sentence, written)),
    ...sentences.flatMap(wrongSums),
    ...wrongTotals(sentences),
  ].sort((a, b) => a.start - b.start);
}

function wrongDates(sentence: Sentence, written: Day | undefined): Conflict[] {
  const dates = sentence.entities.filter(({ kind }) => kind === "date");
  return dates.flatMap((entity): Conflict[] => {
    // "31 June" in "Tuesday 31 June".
    if (dates.some((other) => other !== entity && other.from <= entity.from && other.to >= entity.to)) return [];
    const text = textOf(sentence, entity.from, entity.to);
    const parts = dayAndMonth(text);
    if (!parts) return [];
    const at = { start: sentence.tokens[entity.from]!.start, end: sentence.tokens[entity.to - 1]!.end, text };
    const { year } = parts;
    if (!real({ ...parts, year: year ?? ANY_YEAR })) return [{ ...at, kind: "no-such-day", right: undefined }];
    const named = WEEKDAYS.findIndex((name) => text.startsWith(name));
    const date = year !== undefined ? parseDay(text) : written && nearest(text, written);
    if (named < 0 || !date || weekdayOf(date) === named) return [];
    const right = text.replace(WEEKDAYS[named]!, WEEKDAYS[weekdayOf(date)]!);
    return [{ ...at, kind: "weekday", right }];
  });
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

const SUM = String.raw`£?(\d{1,6}(?:,\d{3})?(?:\.\d\d)?)`;
const ADDED = new RegExp(
  String.raw`${SUM}(?: [a-z]+){0,3} (?:\+|plus) ${SUM}(?: [a-z]+){0,3},?(?: =| so| is| makes| comes to| which is|,? a total of)(?: [a-z]+){0,2} ${SUM}(?![\d.]*\d)`,
  "gi",
);
const CHANGED = new RegExp(
  String.raw`from £(\d{1,6}(?:\.\d\d)?) to £(\d{1,6}(?:\.\d\d)?)[^.£]{0,60}(?:increase|rise|decrease|reduction|fall|difference|drop) of £(\d{1,6}(?:\.\d\d)?)`,
  "gi",
);

/** "45.00 + 3.99 so £49.99"; "from £112.40 to £118.02, an increase of £6.62". */
function wrongSums(sentence: Sentence): Conflict[] {
  const { text } = sentence;
  if (!text.includes("£")) return [];
  const added = [...text.matchAll(ADDED)].map((match) => ({ match, sum: pence(match[1]!) + pence(match[2]!) }));
  const changed = [...text.matchAll(CHANGED)].map((match) => ({
    match,
    sum: Math.abs(pence(match[2]!) - pence(match[1]!)),
  }));
  return [...added, ...changed].flatMap(({ match, sum }): Conflict[] => {
    const told = match[3]!;
    if (pence(told) === sum) return [];
    const token = sentence.tokens.findLast((each) => each.text.replace("£", "") === told);
    return token ? [{ kind: "total", start: token.start, end: token.end, text: token.text, right: pounds(sum) }] : [];
  });
}

/** In a list, the line that begins with "Total" against the sums of the lines above it. */
function wrongTotals(sentences: readonly Sentence[]): Conflict[] {
  const conflicts: Conflict[] = [];
  let sums: number[] = [];
  for (const sentence of sentences) {
    const sum = sentence.unit === "item" || sentence.unit === "line" ? onlySum(sentence) : undefined;
    if (sum === undefined) {
      sums = [];
    } else if (/^(?:grand |the )?total\b/i.test(sentence.text)) {
      if (sums.length >= 2 && sums.length <= MOST_SUMS && !reaches(sums, sum)) {
        conflicts.push({
          kind: "total",
          start: sentence.start,
          end: sentence.end,
          text: sentence.text,
          right: undefined,
        });
      }
      sums = [];
    } else sums.push(sum);
  }
  return conflicts;
}
const MOST_SUMS = 8;

/** The one sum of a sentence, in pence. */
function onlySum({ text }: Sentence): number | undefined {
  const found = text.match(/£\d[\d,]*(?:\.\d\d)?/g) ?? [];
  return found.length === 1 ? pence(found[0].slice(1)) : undefined;
}

/** Whether some of the sums, added or taken off, come to a total: not every line of a list need count. */
function reaches([first, ...rest]: readonly number[], total: number): boolean {
  if (first === undefined) return total === 0;
  return reaches(rest, total) || reaches(rest, total - first) || reaches(rest, total + first);
}

const pence = (sum: string) => Math.round(Number(sum.replaceAll(",", "")) * 100);
const pounds = (sum: number) => `£${(sum / 100).toFixed(2)}`;
