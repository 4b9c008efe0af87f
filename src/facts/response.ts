import { type Day, isoDay, numberOf, parseDay, type WorkingDays } from "../correspondence/dates.ts";
import type { ChatTimes, Correspondence, Range, Token, Turn, Wait } from "../model.ts";
import type { View } from "./view.ts";

/** A customer's turn, and how long it waited for a person to answer. */
export interface Gap {
  readonly asked: Range;
  /** The turn that answers. */
  readonly answer: Range;
  readonly minutes: number;
}

const MINUTES_OF_DAY = 24 * 60;

/** The waits of a chat, each from the customer's first word to the agent's next; none where turns have no times. */
export function gapsOfChat({ turns }: Correspondence): readonly Gap[] {
  const gaps: Gap[] = [];
  let waiting: { turn: Turn; at: number } | undefined;
  let last = 0;
  for (const turn of turns) {
    const read = minutesOf(turn.time);
    if (read === undefined || turn.role === "system") continue;
    // A chat goes on after midnight.
    const at = read + MINUTES_OF_DAY * Math.max(0, Math.ceil((last - read) / MINUTES_OF_DAY - 0.5));
    last = at;
    if (turn.role === "customer") waiting ??= { turn, at };
    else if (turn.role === "agent" && waiting) {
      gaps.push({ asked: waiting.turn, answer: turn, minutes: Math.max(0, at - waiting.at) });
      waiting = undefined;
    }
  }
  return gaps;
}

/** First answer, longest wait and median of a chat, in minutes. */
export function chatTimes(gaps: readonly Gap[]): ChatTimes | undefined {
  const [first] = gaps;
  if (!first) return undefined;
  const sorted = gaps.map(({ minutes }) => minutes).sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { first: first.minutes, longest: sorted.at(-1)!, median };
}

/** Minutes since midnight, with seconds as a fraction; a day in front counts, so that a wait overnight is one. */
function minutesOf(time: string | undefined): number | undefined {
  const clock = /(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s?([ap])\.?m)?\.?$/i.exec(time ?? "");
  if (!clock) return undefined;
  const [, hours, minutes, seconds = "0", half] = clock;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0) : Number(hours);
  const day = parseDay(time!.slice(0, clock.index));
  return hour * 60 + Number(minutes) + Number(seconds) / 60 + (day ? numberOf(day) * MINUTES_OF_DAY : 0);
}

/** How long the customer waited for this reply, by the dates of both; `undefined` where either has none. */
export function waitOf({ incoming, ...reply }: Correspondence, workingDays: () => WorkingDays): Wait | undefined {
  const from = incoming && dayOf(incoming);
  const to = dayOf(reply);
  if (!from || !to || numberOf(to) < numberOf(from)) return undefined;
  return { from: isoDay(from), to: isoDay(to), workingDays: workingDays().between(from, to) };
}

/** The day that a message gives for its own. */
export function dayOf({ envelope, parts }: Pick<Correspondence, "envelope" | "parts">): Day | undefined {
  return parseDay(envelope.date?.text ?? parts.find(({ name }) => name === "date")?.text ?? "");
}

/** Whether what the agent said up to a turn of the customer tells of a wait at least this long: "It takes ten minutes." */
export function isAnnounced({ body }: View, { start }: Range, minutes: number): boolean {
  const told = body.filter((sentence) => sentence.start < start).slice(-3);
  return told.some(({ tokens, entities }) =>
    entities.some(({ kind, from, to }) => kind === "duration" && lengthOf(tokens.slice(from, to)) >= minutes),
  );
}

/** The length of a duration in minutes; a word such as "ten" is taken for long enough. */
function lengthOf(tokens: readonly Token[]): number {
  const unit = tokens.find(({ norm }) => /^(?:minute|hour|day|week)s?$/.test(norm))?.norm ?? "";
  const number = Number(
    tokens
      .find(({ kind }) => kind === "number")
      ?.norm.match(/\d+/g)
      ?.at(-1) ?? NaN,
  );
  if (Number.isNaN(number)) return /^(?:a|one|two|three)$/.test(tokens[0]?.norm ?? "") ? 3 : Infinity;
  return number * (unit.startsWith("minute") ? 1 : Infinity);
}
