import { labelled } from "../report/columns.ts";
import type { Rule } from "../rule.ts";

/** The text of `corrcheck rules`: each rule with its severity, its criteria and what it asks for. */
export function listRules(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, severity, criteria, title }) => [id, `${title} (${severity}, ${criteria.join(", ")})`] as const,
  );
  return `${labelled(rows, 80).join("\n")}\n`;
}
