import type { Correspondence } from "../../model.ts";
import { wrongDates } from "./dates.ts";
import type { Conflict } from "./model.ts";
import { wrongNames } from "./names.ts";
import { wrongSums } from "./sums.ts";

export type { Conflict } from "./model.ts";

/** Dates that do not exist or fall on another weekday, sums that do not add up, and names written in two ways. */
export function findConflicts(message: Correspondence): readonly Conflict[] {
  const sentences = message.sentences.filter(({ exempt, part }) => !exempt && part !== "quoted");
  return [...wrongDates(message, sentences), ...wrongSums(message, sentences), ...wrongNames(message)].sort(
    (a, b) => a.start - b.start,
  );
}
