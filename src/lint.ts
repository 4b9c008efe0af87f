import { Baseline, type Fingerprints } from "./baseline.ts";
import type { Channel, Correspondence, Finding, Result, Severity, SuppressedFinding } from "./model.ts";
import type { Dictionaries } from "./dictionary/index.ts";
import { readCorrespondence } from "./correspondence/index.ts";
import { InputError, RuleError } from "./errors.ts";
import { gapsOf } from "./facts/gaps.ts";
import { factsOf, type Facts } from "./facts/index.ts";
import type { Document } from "./read/document.ts";
import { isProtected } from "./protected.ts";
import { read } from "./read/index.ts";
import type { Report, Rule } from "./rule.ts";
import { FRONT_KEYS, layer, type DocumentSettings, type OptionValues } from "./settings/model.ts";
import { Waivers, type DirectiveFact } from "./suppress.ts";
import { decide } from "./verdict.ts";

export { InputError, RuleError };

/** A file to lint: where it is (for its ending and for reports) and what it holds. */
export interface Input {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** How to lint; what it says of the document comes before what the front matter says. */
export interface Settings extends DocumentSettings {
  readonly rules: readonly Rule[];
  readonly dictionaries: Dictionaries;
  /** The customer's message that this one answers. */
  readonly incoming?: Input;
  /**
   * Reads a file that the front matter names (`incoming: path`, `dictionaries: [path]`); fails with an InputError that says why
   * it cannot. Without it the customer's message is passed over, and dictionaries cannot be had.
   */
  readonly readNamed?: (path: string) => Promise<Input>;
  /** What the configuration says of the document: the front matter comes before it. */
  readonly configured?: DocumentSettings;
  /** The findings of this document that were there before. */
  readonly baseline?: Fingerprints;
}

/**
 * Reads one file as a message, runs the rules, and gives findings and verdict.
 * @throws InputError where the file cannot be read as a message, RuleError where a rule throws
 */
export async function lint(input: Input, settings: Settings): Promise<Result> {
  const document = await read(input.path, input.content);
  const { front, dictionaries } = await readFront(document, settings);
  const effective = layer(settings.configured, front, settings);
  const incoming = await readIncoming(document.frontMatter?.data["incoming"], settings);
  const { configured } = settings;
  const given = { ...settings, configured, incoming, organisation: effective.organisation };
  const reading = readCorrespondence(document, dictionaries, given);
  const { correspondence } = reading;
  const facts = factsOf(reading, dictionaries, effective.sectors);
  const known = settings.baseline ?? {};
  const baseline = Object.keys(known).length > 0 ? await Baseline.create(correspondence, known) : undefined;
  const waivers = new Waivers(correspondence, effective, baseline);
  const strict = Object.keys(front).length > 0 ? layer(configured, settings) : effective;
  const severities = { all: effective.severities ?? {}, strict: strict.severities ?? {} };
  const rules = settings.rules.filter((rule) => isOn(rule, correspondence, severities));
  const run: Run = { correspondence, facts, effective, severities, waivers, findings: [], suppressed: [] };
  await runAll(
    rules.filter((rule) => !rule.last),
    [],
    run,
  );
  const last = rules.filter((rule) => rule.last);
  if (last.length > 0) await runAll(last, waivers.facts(settings.rules, rules), run);
  const { findings, suppressed } = run;
  const inOrder = (a: Finding, b: Finding) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1);
  return {
    path: input.path,
    correspondence,
    structure: facts.structure,
    metrics: facts.metrics,
    answers: facts.answers,
    complaint: facts.complaint,
    findings: findings.sort(inOrder),
    personalData: facts.personalData,
    suppressed: suppressed.sort(inOrder),
    accepted: waivers.acceptedWords,
    stale: staleOf(baseline, rules),
    ...decide({
      findings,
      suppressed,
      structure: facts.structure,
      gaps: gapsOf(correspondence, facts),
      rulesRun: rules,
      rulesOff: settings.rules.filter((rule) => severities.all[rule.id] === "off"),
      limits: effective.limits,
    }),
  };
}

/** What is gone of the baseline; of a rule that did not run nobody can tell. */
function staleOf(baseline: Baseline | undefined, ran: readonly Rule[]): Fingerprints {
  const isOurs = (fingerprint: string) => ran.some(({ id }) => id === fingerprint.split(/[/ ]/, 1)[0]);
  return Object.fromEntries(Object.entries(baseline?.stale ?? {}).filter(([fingerprint]) => isOurs(fingerprint)));
}

/** What the front matter sets, and the dictionaries with its words. What checks it is loaded only where it sets anything. */
async function readFront(
  { frontMatter, source }: Document,
  settings: Settings,
): Promise<{ front: DocumentSettings; dictionaries: Dictionaries }> {
  if (!frontMatter || !FRONT_KEYS.some((key) => key in frontMatter.data)) {
    return { front: {}, dictionaries: settings.dictionaries };
  }
  const { frontSettings } = await import("./settings/front-settings.ts");
  return frontSettings(source.slice(0, frontMatter.end), settings);
}

/** The customer's message: that of the settings, or the one that the front matter names. */
async function readIncoming(
  named: unknown,
  { incoming, readNamed, dictionaries }: Settings,
): Promise<Correspondence | undefined> {
  try {
    const input = incoming ?? (typeof named === "string" ? await readNamed?.(named) : undefined);
    return input && readCorrespondence(await read(input.path, input.content), dictionaries).correspondence;
  } catch (error) {
    if (!(error instanceof Error && error.name === "InputError")) throw error;
    throw new InputError(`the customer's message ${incoming?.path ?? String(named)}: ${error.message}`);
  }
}

/** Severities as all say them, and without those of the front matter: a letter cannot silence what protects its reader. */
interface Severities {
  readonly all: NonNullable<DocumentSettings["severities"]>;
  readonly strict: NonNullable<DocumentSettings["severities"]>;
}

function isOn(rule: Rule, { channel }: Correspondence, { all, strict }: Severities): boolean {
  const holdsProtected = () => Object.keys(rule.kinds).some((kind) => isProtected({ rule: rule.id, kind }));
  const isOff = (all === strict || !holdsProtected() ? all : strict)[rule.id] === "off";
  return !isOff && (!rule.channels || rule.channels.includes(channel));
}

interface Run {
  readonly correspondence: Correspondence;
  readonly facts: Facts;
  readonly effective: DocumentSettings;
  readonly severities: Severities;
  readonly waivers: Waivers;
  readonly findings: Finding[];
  readonly suppressed: SuppressedFinding[];
}

/** Runs rules one after the other. To wait for each, though few have anything to wait for, would cost more than most of them do. */
async function runAll(rules: readonly Rule[], directives: readonly DirectiveFact[], run: Run): Promise<void> {
  for (const rule of rules) {
    try {
      const pending = runRule(rule, directives, run);
      if (pending) await pending;
    } catch (error) {
      throw error instanceof InputError ? error : new RuleError(rule.id, error);
    }
  }
}

function runRule(rule: Rule, directives: readonly DirectiveFact[], run: Run): void | Promise<void> {
  const { correspondence, facts, effective, waivers } = run;
  const report = (told: Report): boolean => {
    const severity = severityOf(rule, told, correspondence.channel, run.severities);
    if (severity === "off") return false;
    const { start, end } = told.at;
    checkPlace(rule, told, correspondence.source.length);
    const text = correspondence.source.slice(start, end);
    const fix = told.fix !== undefined && PLAIN.test(text) ? told.fix : undefined;
    const finding: Finding = {
      rule: rule.id,
      kind: told.kind,
      severity,
      criteria: rule.criteria,
      message: told.message,
      text,
      suggestions: told.suggestions ?? [],
      fixable: fix !== undefined,
      ...(fix !== undefined && { fix }),
      start,
      end,
    };
    const waived = waivers.waive(finding);
    if (waived === undefined) run.findings.push(finding);
    else if (waived !== "accepted") run.suppressed.push({ ...finding, suppression: waived });
    return waived === undefined;
  };
  const own = effective.options?.[rule.id];
  const options = own ? { ...defaultsOf(rule), ...own } : defaultsOf(rule);
  return rule.check({ correspondence, facts, options, directives, report });
}

/** A slip of whoever wrote a rule, said where it is made. */
function checkPlace(rule: Rule, { at: { start, end }, kind }: Report, length: number): void {
  if (!(start >= 0 && start <= end && end <= length))
    throw new Error(`it reports a place from ${start} to ${end}, and the text has ${length} characters`);
  if (kind !== undefined && !Object.hasOwn(rule.kinds, kind)) throw new Error(`it declares no kind “${kind}”`);
}

const defaults = new WeakMap<Rule, OptionValues>();

/** The options of a rule as they come; made once, as a rule runs on many letters. */
function defaultsOf(rule: Rule): OptionValues {
  const known = defaults.get(rule);
  if (known) return known;
  const made = Object.freeze(
    Object.fromEntries(Object.entries(rule.options).map(([name, option]) => [name, option.default])),
  );
  defaults.set(rule, made);
  return made;
}

/** Words on one line, without mark-up, fields or entities between them: such a place can be written anew. */
const PLAIN = /^[\p{L}\p{N}\p{M}'’ ,£-]+$/u;

/** What the user says of the kind, of the rule; then what the finding, the kind and the rule say. */
function severityOf(
  rule: Rule,
  { kind, severity }: Report,
  channel: Channel,
  { all, strict }: Severities,
): Severity | "off" {
  const own = kind === undefined ? undefined : rule.kinds[kind];
  const severities = isProtected({ rule: rule.id, kind }) ? strict : all;
  return (
    (kind !== undefined ? severities[`${rule.id}/${kind}`] : undefined) ??
    severities[rule.id] ??
    severity ??
    own?.channels?.[channel] ??
    own?.severity ??
    rule.severity
  );
}
