import type { Range } from "../../model.ts";

/** Two things of a message that cannot both be true, and what would agree. */
export interface Conflict extends Range {
  readonly kind: "weekday" | "no-such-day" | "total" | "name";
  readonly text: string;
  /** The date with its right weekday, the right sum or the other spelling; undefined where nothing can be said. */
  readonly right: string | undefined;
}
