import { CRITERION_IDS, findCriterion } from "../criteria.ts";
import { labelled } from "../report/columns.ts";
import type { Rule } from "../rule.ts";

/** The text of `corrcheck criteria`: each criterion of unit A13 with the rules that serve it, or why there are none. */
export function listCriteria(rules: readonly Rule[]): string {
  const rows = CRITERION_IDS.flatMap((id) => [
    [id, `${findCriterion(id)?.title}`] as const,
    ["", servedBy(id, rules)] as const,
  ]);
  return `${labelled(rows, 80).join("\n")}\n`;
}

/** Which rules serve a criterion and why it is not assessed, as far as each is so. */
export function servedBy(id: string, rules: readonly Rule[]): string {
  const serving = rules.filter(({ criteria }) => criteria.some((criterion) => criterion === id)).map((rule) => rule.id);
  const criterion = findCriterion(id);
  const why = criterion?.byHand ?? criterion?.notYet;
  const assessed = why === undefined ? [] : [`not assessed: ${why}`];
  return [...(serving.length > 0 ? [serving.join(", ")] : []), ...assessed].join("; ") || "no rule serves it";
}
