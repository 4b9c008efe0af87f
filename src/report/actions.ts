import type { Result } from "../model.ts";
import { csvCell, onOneLine } from "./record.ts";
import { wrap } from "./columns.ts";

/** One promise or request of a message, for a list of what it commits its writer to. */
export interface ActionRow {
  readonly file: string;
  readonly who: string;
  readonly what: string;
  readonly when: string | undefined;
  /** As YYYY-MM-DD, where the text tells. */
  readonly due: string | undefined;
}

export const ACTION_FORMATS = ["table", "json", "csv"] as const;

/** The actions of one message, in order. Build them of a masked result. */
export function actionsOf({ path, correspondence }: Result): ActionRow[] {
  return correspondence.actions.map(({ who, what, when, due }) => ({
    file: path,
    who: who === "organisation" ? "we" : "the customer",
    what: onOneLine(what),
    when,
    due,
  }));
}

/** The rows as text that ends with a line end; a line for each in the table, under the name of its file. */
export function writeActions(rows: readonly ActionRow[], format: (typeof ACTION_FORMATS)[number]): string {
  if (format === "json") return `${JSON.stringify(rows, undefined, 2)}\n`;
  if (format === "csv")
    return [
      ["file", "who", "what", "when", "due"],
      ...rows.map(({ file, who, what, when = "", due = "" }) => [file, who, what, when, due]),
    ]
      .map((cells) => `${cells.map(csvCell).join(",")}\r\n`)
      .join("");
  const files = [...new Set(rows.map(({ file }) => file))];
  return files.map((file) => `${file}\n${table(rows.filter((row) => row.file === file))}`).join("\n");
}

const WIDTH = 80;

function table(rows: readonly ActionRow[]): string {
  const label = Math.max(...rows.map(({ who }) => who.length));
  return rows
    .map(({ who, what, when, due }) => {
      const [first, ...rest] = wrap(
        [what, ...(when ? [`– ${when}`] : []), ...(due ? [`(${due})`] : [])].join(" "),
        WIDTH - label - 6,
      );
      return [`  ${who.padEnd(label)}  ${first}`, ...rest.map((line) => `${" ".repeat(label + 4)}${line}`)].join("\n");
    })
    .join("\n")
    .concat("\n");
}
