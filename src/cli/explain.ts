import { CRITERION_IDS, findCriterion, type Criterion } from "../criteria.ts";
import { labelled } from "../report/columns.ts";
import type { Kind, Rule } from "../rule.ts";
import { servedBy } from "./criteria.ts";
import { didYouMean } from "../suggest.ts";

type Row = readonly [label: string, text: string];

/** The text of `corrcheck explain <name>`, or what is wrong with the name. A rule may be named with one of its kinds. */
export function explain(name: string, rules: readonly Rule[]): { text: string; fault: string | undefined } {
  const [id = "", kind] = name.split("/");
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule && kind !== undefined && !Object.hasOwn(rule.kinds, kind)) {
    const kinds = Object.keys(rule.kinds);
    return { text: "", fault: `The rule “${id}” has no kind “${kind}”.${didYouMean(kind, kinds)}` };
  }
  if (rule) return { text: page(rule.id, rule.title, ruleRows(rule)), fault: undefined };
  const criterion = findCriterion(id);
  if (criterion) return { text: page(id, criterion.title, criterionRows(id, criterion, rules)), fault: undefined };
  const names = [...rules.map((candidate) => candidate.id), ...CRITERION_IDS];
  return {
    text: "",
    fault: `There is no rule or criterion “${name}”.${didYouMean(id, names) || " `corrcheck rules` and `corrcheck criteria` list them."}`,
  };
}

function page(name: string, title: string, rows: readonly Row[]): string {
  return `${name}: ${title}\n\n${labelled(rows, 80).join("\n")}\n`;
}

/** What there is to say of a rule, below its title; the documentation of the rules says the same. */
export function ruleRows(rule: Rule): Row[] {
  return [
    ["Why", rule.why],
    ...rule.criteria.map((id): Row => ["Criterion", `${id} ${findCriterion(id)?.title}`]),
    ["Severity", rule.severity],
    ["Channels", rule.channels?.join(", ") ?? "all"],
    ...Object.entries(rule.kinds).map(([kind, about]): Row => ["Kind", kindText(rule, kind, about)]),
    ...Object.entries(rule.options).map(([option, { default: value, about }]): Row => [
      "Option",
      `${option} (${value}): ${about}`,
    ]),
    ["Change it", `--rule ${rule.id}:info, --rule ${rule.id}:off`],
  ];
}

function kindText(rule: Rule, kind: string, { about, severity = rule.severity, channels = {} }: Kind): string {
  const special = Object.entries(channels).map(([channel, other]) => `${other} in ${channel}`);
  return `${rule.id}/${kind} (${[severity, ...special].join(", ")}): ${about}`;
}

function criterionRows(id: string, criterion: Criterion, rules: readonly Rule[]): Row[] {
  return [
    ["Why", criterion.about],
    ["A text can show", criterion.evidence ?? "nothing; a person evidences it"],
    ["Rules", servedBy(id, rules)],
  ];
}
