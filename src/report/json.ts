import type { Report } from "./report.ts";

/** The JSON report; `report.schema.json` describes it. */
export function json(report: Report): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
