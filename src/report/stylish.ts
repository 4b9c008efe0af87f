import type picocolors from "picocolors";
import type { CriterionState, Severity, StructureName, StructureState } from "../model.ts";
import { lineText } from "../position.ts";
import { plural, STRUCTURE_WORDS } from "../verdict.ts";
import type { Gate } from "../verdict.ts";
import { labelled, printable, widthOf, wrap } from "./columns.ts";
import type { CriterionReport, FileReport, FindingReport, Report, SuppressedReport } from "./report.ts";

type Colors = ReturnType<typeof picocolors.createColors>;

export interface StylishOptions {
  /** Made by the caller, with level 0 for no colour. */
  readonly colours: Colors;
  /** Columns of the terminal. */
  readonly width: number;
  /** Errors only. */
  readonly quiet: boolean;
  /** Also what was inferred, skipped and not assessed, and why. */
  readonly verbose: boolean;
  readonly gate: Gate;
}

const STATES = {
  "not-met": { mark: "✗", words: "not met", colour: "red" },
  advice: { mark: "!", words: "advice", colour: "yellow" },
  met: { mark: "✓", words: "met", colour: "green" },
  "not-assessed": { mark: "–", words: "not assessed", colour: "dim" },
} as const satisfies Record<CriterionState, { mark: string; words: string; colour: keyof Colors }>;

const SEVERITY_COLOURS = { error: "red", warning: "yellow", info: "blue" } as const satisfies Record<Severity, string>;
const STRUCTURE_MARKS = { shown: "✓", missing: "✗", unclear: "?", "not-called-for": "–" } as const satisfies Record<
  StructureState,
  string
>;

/** The report for a person at a terminal; ends with one line that says pass or fail and why. Empty where nothing was checked but problems. */
export function stylish(report: Report, options: StylishOptions): string {
  if (report.files.length === 0 && report.problems.length > 0) return "";
  const several = report.files.length > 1;
  const blocks = report.files.map((file) => fileBlock(file, several, options)).filter((block) => block.length > 0);
  const isLine = (block: readonly string[] | undefined) => block?.length === 1;
  const spaced = blocks.map((block, index) => [...block, ...(isLine(block) && isLine(blocks[index + 1]) ? [] : [""])]);
  return [...spaced.flat(), closing(report, several, options)].join("\n");
}

function closing({ counts, passed, problems }: Report, several: boolean, { colours, gate }: StylishOptions): string {
  const totals = [
    `${counts.files} messages`,
    plural(counts.errors, "error"),
    plural(counts.warnings, "warning"),
    plural(counts.infos, "info"),
  ];
  const letPass = counts.suppressed > 0 ? [`${counts.suppressed} suppressed`] : [];
  const summary = [...(several ? totals : []), ...letPass].join(" · ");
  return `${summary && `${summary}\n`}${outcome(passed, whyItEnded(gate, problems.length), colours)}\n`;
}

function whyItEnded(gate: Gate, unchecked: number): string {
  const paths = `${plural(unchecked, "path")} could not be checked`;
  if (!gate.passed) return `failed: ${gate.reason}${unchecked > 0 ? `; ${paths}` : ""}`;
  return unchecked > 0 ? `${paths}; of the rest: ${gate.reason}` : gate.reason;
}

function outcome(passed: boolean, words: string, colours: Colors): string {
  return passed ? colours.green(`✓ ${words}`) : colours.red(`✗ ${words}`);
}

/** The lines of one file; none with --quiet where it passed, one where there is nothing to say of one among several. */
function fileBlock(file: FileReport, several: boolean, options: StylishOptions): string[] {
  const { colours, quiet, verbose } = options;
  const findings = file.findings.filter((finding) => !quiet || finding.severity === "error");
  if (quiet && file.passed && findings.length === 0) return [];
  if (several && !verbose && file.passed && findings.length === 0) {
    return [`${colours.green("✓")} ${heading(file, { ...options, width: options.width - 2 })}`];
  }
  const placeWidth = findings.reduce((most, finding) => Math.max(most, placeOf(finding).length), 0);
  const parts = [
    findings.flatMap((finding) => findingLines(finding, placeWidth, options)),
    verbose ? verboseLines(file, options) : [],
    quiet ? [] : criteriaLines(file.criteria, options),
    several ? [outcome(file.passed, file.passed ? file.verdict : `failed: ${file.verdict}`, colours)] : [],
  ];
  return [heading(file, options), ...parts.filter((lines) => lines.length > 0).flatMap((lines) => ["", ...lines])];
}

function heading({ path, channel, occasion, direction, mode }: FileReport, { colours, width }: StylishOptions): string {
  const name = printable(path);
  const takenFor = [channel, occasion, direction, mode].join(" · ");
  const gap = widthOf(name) + 2 + takenFor.length <= width ? "  " : "\n  ";
  return `${colours.bold(colours.underline(name))}${gap}${colours.dim(takenFor)}`;
}

/** Line and column, severity, the message wrapped under itself, then the rule and its criteria. */
function findingLines(finding: FindingReport, placeWidth: number, { colours, width }: StylishOptions): string[] {
  const place = placeOf(finding).padStart(placeWidth);
  const severity = colours[SEVERITY_COLOURS[finding.severity]](finding.severity.padEnd(7));
  const indent = " ".repeat(2 + place.length + 2 + 7 + 2);
  const [first = "", ...rest] = wrap(printable(finding.message + instead(finding)), width - indent.length);
  const rule = finding.kind === undefined ? finding.rule : `${finding.rule}/${finding.kind}`;
  return [
    `  ${place}  ${severity}  ${first}`,
    ...rest.map((line) => indent + line),
    indent + colours.dim(printable([rule, ...finding.criteria].join("  "))),
  ];
}

function placeOf({ start }: FindingReport): string {
  return `${lineText(start)}:${start.column}`;
}

/** What to write instead, where the message does not say it. */
function instead({ message, suggestions }: FindingReport): string {
  if (suggestions.length === 0 || suggestions.some((suggestion) => message.includes(suggestion))) return "";
  return ` Instead: ${suggestions
    .slice(0, 3)
    .map((suggestion) => `“${suggestion}”`)
    .join(" or ")}.`;
}

/** The criteria of unit A13 by state, in as few lines as they need. */
function criteriaLines(criteria: readonly CriterionReport[], { colours, width }: StylishOptions): string[] {
  const lines: string[][] = [];
  let room = 0;
  for (const [state, { mark, words, colour }] of Object.entries(STATES)) {
    const ids = criteria.filter((criterion) => criterion.state === state).map((criterion) => criterion.id);
    if (ids.length === 0) continue;
    for (const shown of wrap(`${mark} ${words} ${runs(ids, criteria).join(" ")}`, width - 7)) {
      if (shown.length > room) {
        lines.push([]);
        room = width - 7;
      }
      room -= shown.length + 3;
      lines.at(-1)?.push(colours[colour](shown));
    }
  }
  return lines.map((groups, row) => `  ${row === 0 ? "A13" : "   "}  ${groups.join("   ")}`);
}

/** Ids with runs of three or more neighbours in the unit drawn together: "3.1–3.5". */
function runs(ids: readonly string[], all: readonly { readonly id: string }[]): string[] {
  const order = all.map((criterion) => criterion.id);
  const groups: string[][] = [];
  for (const id of ids) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && order.indexOf(id) === order.indexOf(before) + 1 && before[0] === id[0]) last.push(id);
    else groups.push([id]);
  }
  return groups.flatMap((group) => (group.length > 2 ? [`${group[0]}–${group.at(-1)}`] : group));
}

function verboseLines(file: FileReport, { colours, width }: StylishOptions): string[] {
  const rows: [label: string, text: string][] = [
    ...Object.entries(file.inferred).map(([name, why]): [string, string] => [name, told(file, name, why)]),
    ["length", lengthOf(file)],
    ...Object.entries(file.structure).map(([name, part]): [string, string] => [
      STRUCTURE_WORDS[name as StructureName],
      `${STRUCTURE_MARKS[part.state]} ${part.state.replaceAll("-", " ")}${part.evidence ? `, ${lineName(part.evidence)}: “${part.evidence.text}”` : ""}`,
    ]),
    ...file.actions.map(({ who, what, when, due, start }): [string, string] => [
      "action",
      `${lineName(start)}, the ${who}: ${what}${when ? `, ${when}` : ""}${due ? ` (${due})` : ""}`,
    ]),
    ...file.suppressed.map((finding): [string, string] => ["suppressed", suppressedText(finding)]),
    ...notChecked(file),
    ...file.notes.map((note): [string, string] => ["note", note]),
    ...notAssessed(file.criteria),
  ];
  return labelled(
    rows.map(([label, text]) => [label, printable(text)]),
    width,
    colours.dim,
  );
}

/** "email (subject line)"; the bare reason for what the file does not show. */
function told(file: FileReport, name: string, why: string): string {
  const value = file[name as "channel"];
  return value === undefined ? why : `${value} (${why})`;
}

/** "line 3, spelling: inline, a quotation". */
function suppressedText({ start, rule, kind, suppression }: SuppressedReport): string {
  const name = kind === undefined ? rule : `${rule}/${kind}`;
  return `${lineName(start)}, ${name}: ${[suppression.kind, suppression.reason ?? []].flat().join(", ")}`;
}

/** "line 3", "¶3". */
function lineName(place: Parameters<typeof lineText>[0]): string {
  return "line" in place ? `line ${lineText(place)}` : lineText(place);
}

/** The lines that were not checked, those with one reason together. */
function notChecked({ skipped }: FileReport): [label: string, text: string][] {
  const byReason = new Map<string, string[]>();
  for (const { reason, start, end } of skipped) {
    const [first, last] = [lineText(start), lineText(end)];
    const lines = first === last ? first : `${first}–${last}`;
    byReason.set(reason, [...(byReason.get(reason) ?? []), lines]);
  }
  return [...byReason].map(([reason, lines]) => [
    "not checked",
    `${reason}, in ${lines[0]!.includes("¶") ? "" : "line "}${lines.join(", ")}`,
  ]);
}

function lengthOf({ metrics }: FileReport): string {
  const age = metrics.readingAge === undefined ? "" : `, reading age ${Math.round(metrics.readingAge)}`;
  const { chat } = metrics;
  const round = (minutes: number) => Math.round(minutes * 10) / 10;
  const waits = chat
    ? `; the customer waited ${round(chat.first)} minutes at first, ${round(chat.longest)} at most, ${round(chat.median)} in the middle`
    : "";
  return `${plural(metrics.words, "word")}, ${plural(metrics.sentences, "sentence")}${age}${waits}`;
}

/** The criteria that were not assessed, those with one reason together. */
function notAssessed(criteria: readonly CriterionReport[]): [label: string, text: string][] {
  const byReason = new Map<string, string[]>();
  for (const { id, state, reason = "" } of criteria) {
    if (state === "not-assessed") byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  }
  return [...byReason].map(([reason, ids]) => ["not assessed", `${runs(ids, criteria).join(" ")}: ${reason}`]);
}
