import type {
  ComplaintStep,
  Action,
  Correspondence,
  CriterionState,
  Finding,
  Inferred,
  Metrics,
  Range,
  Result,
  Skipped,
  StructureName,
  StructurePart,
  StructureState,
  SuppressedFinding,
  Suppression,
} from "../model.ts";
import type { Run } from "../verdict.ts";
import { toSource } from "../read/projection.ts";
import { createLocator, createParagraphLocator, type LinePlace, type ParagraphPlace, type Place } from "../position.ts";

/** Something that could not be checked: a path, or, without one, the command line itself. */
export interface Problem {
  readonly path: string | undefined;
  readonly message: string;
}

export interface FindingReport extends Omit<Finding, "start" | "end"> {
  readonly start: Place;
  readonly end: Place;
}

/** One document as the reports show it: plain data with places, and without the text of the document. */
export interface FileReport {
  readonly path: string;
  readonly format: string;
  readonly channel: string;
  readonly occasion: string;
  readonly direction: string;
  readonly mode: string;
  readonly inferred: Inferred;
  readonly passed: boolean;
  readonly verdict: string;
  readonly structure: Readonly<Record<StructureName, StructureReport>>;
  /** Whether a reply to a complaint shows each step of the models; left out of any other message. */
  readonly complaintSteps?: Readonly<Record<ComplaintStep, StructureReport>> | undefined;
  readonly criteria: readonly CriterionReport[];
  readonly actions: readonly ActionReport[];
  readonly metrics: Metrics;
  readonly findings: readonly FindingReport[];
  /** What a directive, the front matter or the baseline let pass. */
  readonly suppressed: readonly SuppressedReport[];
  /** What was not checked, and why. */
  readonly skipped: readonly SkippedReport[];
  /** Remarks such as how the bytes were decoded. */
  readonly notes: readonly string[];
}

export interface SuppressedReport extends FindingReport {
  readonly suppression: Suppression;
}

export interface StructureReport {
  readonly state: StructureState;
  readonly evidence: Evidence | undefined;
}

/** The words that show a part, and the line or paragraph in which they stand. */
export type Evidence = { readonly text: string } & (Pick<LinePlace, "line"> | Omit<ParagraphPlace, "column">);

export interface CriterionReport {
  readonly id: string;
  readonly state: CriterionState;
  readonly reason: string | undefined;
}

export interface ActionReport extends Omit<Action, "start" | "end"> {
  readonly start: Place;
}

export interface SkippedReport extends Omit<Skipped, "start" | "end"> {
  readonly start: Place;
  readonly end: Place;
}

/** A whole run, the shape of the JSON report. Properties that are undefined are left out there. */
export interface Report {
  readonly schemaVersion: 1;
  /** The version of corrcheck. */
  readonly corrcheck: string;
  /** Whether the run passed its gate and everything could be checked. */
  readonly passed: boolean;
  readonly problems: readonly Problem[];
  /** What should be seen to and fails nothing, such as a baseline with findings that are gone. */
  readonly notes: readonly string[];
  readonly counts: Run["counts"] & { readonly suppressed: number };
  readonly files: readonly FileReport[];
}

/** Turns a result, masked or not, into what the reports show. */
export function reportFile({ path, correspondence, findings, suppressed, ...result }: Result): FileReport {
  const { format, channel, occasion, direction, mode, inferred, notes } = correspondence;
  const placeOf = createPlacer(correspondence);
  const partsReport = (parts: Readonly<Record<string, StructurePart>>) =>
    Object.fromEntries(
      Object.entries(parts).map(([name, { state, evidence }]) => [
        name,
        { state, evidence: evidence && { text: evidence.text, ...lineOnly(placeOf(evidence).start) } },
      ]),
    );
  return {
    path,
    format,
    channel,
    occasion,
    direction,
    mode,
    inferred,
    passed: result.passed,
    verdict: result.verdict,
    structure: partsReport(result.structure) as FileReport["structure"],
    ...(result.complaint && { complaintSteps: partsReport(result.complaint) as FileReport["complaintSteps"] }),
    criteria: result.criteria,
    actions: correspondence.actions.map(({ who, what, when, due, start, end }) => ({
      who,
      what,
      when,
      due,
      start: placeOf({ start, end }).start,
    })),
    metrics: result.metrics,
    findings: findings
      .toSorted((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1))
      .map((finding) => reportFinding(finding, placeOf))
      .toSorted(byPlace),
    suppressed: suppressed.map(({ suppression, ...finding }: SuppressedFinding) => ({
      ...reportFinding(finding, placeOf),
      suppression,
    })),
    skipped: correspondence.skipped.map(({ reason, start, end }) => ({ reason, ...placeOf({ start, end }) })),
    notes,
  };
}

/** Gives the places in the file where a range of the text that was read begins and ends. */
export type Placer = (range: Range) => { readonly start: Place; readonly end: Place };

/**
 * Makes a function from ranges of `Correspondence.source`, such as a finding, to places of the file: in mail and HTML the text that
 * is read stands elsewhere in the file, and a Word letter has paragraphs for lines.
 */
export function createPlacer({ source, origin, sections }: Correspondence): Placer {
  if (!origin) {
    const locate = sections.length > 0 ? createParagraphLocator(source, sections) : createLocator(source);
    return ({ start, end }) => ({ start: locate(start), end: locate(end) });
  }
  const locate = createLocator(origin.file);
  return (range) => {
    const { start, end } = toSource(origin, range.start, range.end);
    const part = sections.findLast((section) => section.start <= range.start)?.name;
    const placeOf = (offset: number) => ({ ...locate(offset), ...(part !== undefined && { part }) });
    return { start: placeOf(start), end: placeOf(end) };
  };
}

function lineOnly(place: Place): Omit<Evidence, "text"> {
  if ("line" in place) return { line: place.line };
  const { column: _, ...paragraph } = place;
  return paragraph;
}

/** In a file whose text stands in codes, titles come before the text that they were read after. */
function byPlace({ start: a }: FindingReport, { start: b }: FindingReport): number {
  return "offset" in a && "offset" in b ? a.offset - b.offset : 0;
}

function reportFinding(finding: Finding, placeOf: Placer): FindingReport {
  const { rule, kind, severity, criteria, message, text, suggestions, fixable } = finding;
  return { rule, kind, severity, criteria, message, text, ...placeOf(finding), suggestions, fixable };
}

/** Counts documents and findings. */
export function countFiles(files: readonly FileReport[]): Report["counts"] {
  const severities = files.flatMap((file) => file.findings.map((finding) => finding.severity));
  const of = (wanted: string) => severities.filter((severity) => severity === wanted).length;
  return {
    files: files.length,
    failed: files.filter((file) => !file.passed).length,
    errors: of("error"),
    warnings: of("warning"),
    infos: of("info"),
    suppressed: files.reduce((sum, file) => sum + file.suppressed.length, 0),
  };
}
