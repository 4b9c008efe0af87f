import { isoDay } from "../correspondence/dates.ts";
import { dayOf } from "../facts/response.ts";
import type { Action, ChatTimes, Correspondence, Result } from "../model.ts";

/** What a case system wants to know of an exchange. Build it of a masked result. */
export interface CaseRecord {
  readonly file: string;
  /** Why the customer hears from us: routine, complaint, information or notification. */
  readonly queryType: string;
  readonly channel: string;
  readonly direction: string;
  readonly subject: string | undefined;
  readonly asked: readonly { readonly question: string; readonly answer: string }[];
  readonly outcomeWanted: readonly string[];
  /** Of a reply to a complaint: whether each step of the models is shown, and by which words. */
  readonly complaintSteps: readonly { readonly step: string; readonly state: string; readonly words?: string }[];
  readonly actions: readonly Pick<Action, "who" | "what" | "when" | "due">[];
  /** The days of the customer's message and of the reply, as YYYY-MM-DD. */
  readonly received: string | undefined;
  readonly answered: string | undefined;
  readonly workingDays: number | undefined;
  readonly chat: ChatTimes | undefined;
}

export const RECORD_FORMATS = ["json", "csv", "markdown"] as const;

/** The record of one reply. */
export function recordOf({ path, correspondence, answers, complaint, metrics }: Result): CaseRecord {
  const { occasion, channel, direction, envelope, actions, incoming } = correspondence;
  const isWish = ({ asked }: Result["answers"][number]) => asked.kind === "outcome";
  return {
    file: path,
    queryType: occasion,
    channel,
    direction,
    subject: envelope.subject?.text,
    asked: answers
      .filter((answer) => !isWish(answer))
      .map(({ asked, state = "unclear" }) => ({ question: onOneLine(asked.text), answer: state })),
    outcomeWanted: answers.filter(isWish).map(({ asked }) => onOneLine(asked.text)),
    complaintSteps: Object.entries(complaint ?? {}).map(([step, { state, evidence }]) => ({
      step,
      state,
      ...(evidence && { words: onOneLine(evidence.text) }),
    })),
    actions: actions.map(({ who, what, when, due }) => ({ who, what: onOneLine(what), when, due })),
    received: incoming && isoDayOf(incoming),
    answered: isoDayOf(correspondence),
    workingDays: metrics.wait?.workingDays,
    chat: metrics.chat,
  };
}

function isoDayOf(message: Correspondence): string | undefined {
  const day = dayOf(message);
  return day && isoDay(day);
}

/** A text with its line ends and runs of spaces brought down to one space each. */
export const onOneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** The record as text that ends with a line end. */
export function writeRecord(record: CaseRecord, format: (typeof RECORD_FORMATS)[number]): string {
  if (format === "json") return `${JSON.stringify(record, undefined, 2)}\n`;
  const rows = rowsOf(record);
  if (format === "markdown") return `| | |\n| --- | --- |\n${rows.map(markdownRow).join("\n")}\n`;
  // RFC 4180: a heading and one record, lines ended with CR and LF.
  return [rows.map(([name]) => name), rows.map(([, value]) => value)]
    .map((cells) => `${cells.map(csvCell).join(",")}\r\n`)
    .join("");
}

function rowsOf({
  file,
  queryType,
  channel,
  direction,
  subject,
  asked,
  outcomeWanted,
  complaintSteps,
  actions,
  received,
  answered,
  workingDays,
  chat,
}: CaseRecord) {
  const stepsIn = (state: string) =>
    complaintSteps
      .filter((each) => each.state === state)
      .map(({ step, words }) => (words === undefined ? step : `${step}: “${words}”`))
      .join("; ");
  const actionsOf = (side: Action["who"]) => actions.filter(({ who }) => who === side).map(actionText);
  return [
    ["file", file],
    ["query type", queryType],
    ["channel", channel],
    ["direction", direction],
    ["subject", subject ?? ""],
    ["asked", asked.map(({ question, answer }) => `${question} (${answer})`).join("; ")],
    ["outcome wanted", outcomeWanted.join("; ")],
    ["steps shown", stepsIn("shown")],
    ["steps missing", stepsIn("missing")],
    ["we do", actionsOf("organisation").join("; ")],
    ["the customer does", actionsOf("customer").join("; ")],
    ["received", received ?? ""],
    ["answered", answered ?? ""],
    ["working days", String(workingDays ?? "")],
    ["first answer, minutes", chat ? String(chat.first) : ""],
    ["longest wait, minutes", chat ? String(chat.longest) : ""],
  ] as const;
}

function actionText({ what, when, due }: CaseRecord["actions"][number]): string {
  const by = [when, due && due !== when ? `(${due})` : undefined].filter((part) => part !== undefined).join(" ");
  return by === "" ? what : `${what}, ${by}`;
}

const markdownRow = ([name, value]: readonly [string, string]) =>
  `| ${name} | ${value.replaceAll("\\", "\\\\").replaceAll("|", "\\|")} |`;

/** A cell that begins like a formula gets an apostrophe in front, so that a spreadsheet takes it for text. */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
