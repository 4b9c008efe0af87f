import Holidays from "date-holidays";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  type Day,
  isoDay,
  numberOf,
  weekdayOf,
  workingDaysOf,
} from "../src/correspondence/dates.ts";
import { NATIONS } from "../src/model.ts";
import { loadDictionaries } from "../src/node.ts";

const dictionaries = loadDictionaries();
const dayOf = (iso: string): Day => {
  const [year, month, day] = iso.split("-").map(Number);
  return { year: year!, month: month!, day: day! };
};
const anyDay = fc
  .integer({ min: numberOf(dayOf("2020-06-01")), max: numberOf(dayOf("2039-06-01")) })
  .map((number) => addDays(dayOf("1970-01-01"), number));

describe("bank holidays", () => {
  // From gov.uk/bank-holidays, the days that differ between the nations or stand in for a weekend.
  it.each([
    ["england-and-wales", "2025-04-21", true],
    ["england-and-wales", "2026-12-28", true],
    ["england-and-wales", "2027-12-28", true],
    ["england-and-wales", "2026-08-31", true],
    ["england-and-wales", "2026-08-03", false],
    ["england-and-wales", "2023-05-08", true],
    ["scotland", "2026-01-02", true],
    ["scotland", "2026-04-06", false],
    ["scotland", "2026-08-03", true],
    ["scotland", "2025-12-01", true],
    ["northern-ireland", "2026-03-17", true],
    ["northern-ireland", "2025-07-14", true],
    ["northern-ireland", "2026-04-06", true],
  ] as const)("of %s: %s, %s", (nation, day, isOff) => {
    expect(workingDaysOf(dictionaries, nation).has(dayOf(day))).toBe(!isOff);
  });

  it.each([
    ["england-and-wales", "WLS"],
    ["scotland", "SCT"],
    ["northern-ireland", "NIR"],
  ] as const)("of %s are those of the library, day by day", (nation, region) => {
    const library = new Holidays("GB", region);
    const calendar = workingDaysOf(dictionaries, nation);
    for (let day = dayOf("2026-01-01"); day.year < 2028; day = addDays(day, 1)) {
      const holidays = library.isHoliday(`${isoDay(day)} 12:00:00`) || [];
      const isOff = weekdayOf(day) % 6 === 0 || holidays.some(({ type }) => type === "public");
      expect([isoDay(day), calendar.has(day)]).toEqual([isoDay(day), !isOff]);
    }
  });

  it("are known from 2020 to 2040", () => {
    const calendar = workingDaysOf(dictionaries);
    expect(["2019-12-31", "2020-01-01", "2040-12-31", "2041-01-01"].map((day) => calendar.knows(dayOf(day)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe("working days", () => {
  it("come to one, go on from each other, and are counted back", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NATIONS),
        anyDay,
        fc.integer({ min: 1, max: 60 }),
        fc.nat(60),
        (nation, day, a, b) => {
          const calendar = workingDaysOf(dictionaries, nation);
          const due = calendar.after(day, a);
          expect(calendar.has(due)).toBe(true);
          expect(calendar.after(due, b)).toEqual(calendar.after(day, a + b));
          expect(calendar.between(day, due)).toBe(a);
        },
      ),
    );
  });
});

describe("months", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-06-01", 12, "2027-06-01"],
  ])("%s and %d months is %s", (from, months, to) => {
    expect(isoDay(addMonths(dayOf(from), months))).toBe(to);
  });
});
