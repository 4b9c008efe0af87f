import type { Act, Action, Sentence } from "../model.ts";
import { type Day, isoDay, parseDay } from "./dates.ts";

/** Who does what by when: one action for each commitment of ours and each request of the customer, in order. */
export function actionsOf(acts: readonly Act[], sentences: readonly Sentence[], written: Day | undefined): Action[] {
  const actions: Action[] = [];
  for (const act of acts) {
    const sentence = sentences[act.sentence]!;
    if ((act.name !== "commit" && act.name !== "request") || sentence.part === "headers") continue;
    const previous = actions.at(-1);
    if (previous && previous.start >= sentence.start && previous.end > act.start) continue;
    // "within 5 working days of 3 June" is not due on 3 June: beside a length of time, a date is where the count begins.
    const isCounted = sentence.entities.some(({ kind }) => kind === "duration");
    const named = act.time === undefined || isCounted ? undefined : parseDay(act.time, written);
    const day = named && written && isoDay(named) < isoDay(written) ? undefined : named;
    actions.push({
      start: act.start,
      end: Math.max(act.end, sentence.end),
      who: act.name === "commit" ? "organisation" : "customer",
      what: withoutTime([act.text, act.object].filter(Boolean).join(" "), act.time),
      when: act.time,
      due: day && isoDay(day),
    });
  }
  return actions;
}

/** "send you a new bill by Friday 19 June" is "send you a new bill": the date stands beside it. */
function withoutTime(what: string, time: string | undefined): string {
  if (time === undefined || !what.endsWith(time)) return what;
  return what.slice(0, -time.length).replace(/\s+(?:by|on|within|before|until|in|at|from|for)?\s*$/, "");
}
