import type {
  Audience,
  Channel,
  Correspondence,
  Direction,
  Finding,
  Mode,
  Occasion,
  Organisation,
  Result,
  Severity,
} from "./model.ts";
import type { Dictionaries } from "./dictionary/index.ts";
import { readCorrespondence } from "./correspondence/index.ts";
import { factsOf, type Facts } from "./facts/index.ts";
import { read } from "./read/index.ts";
import type { Report, Rule } from "./rule.ts";
import { decide } from "./verdict.ts";

export { InputError } from "./errors.ts";

/** A file to lint: where it is (for its ending and for reports) and what it holds. */
export interface Input {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** How to lint. */
export interface Settings {
  readonly rules: readonly Rule[];
  readonly dictionaries: Dictionaries;
  readonly channel?: Channel;
  readonly occasion?: Occasion;
  readonly direction?: Direction;
  readonly mode?: Mode;
  readonly audience?: Audience;
  readonly organisation?: Organisation;
  /** The trades whose jargon is looked for, beside those that the message is plainly about. */
  readonly sectors?: readonly string[];
  /** The customer's message that this one answers. */
  readonly incoming?: Input;
  /** Severity by rule id or "id/kind"; "off" silences it. */
  readonly severities?: Readonly<Record<string, Severity | "off">>;
  /** The most warnings a criterion bears, by criterion id. */
  readonly limits?: Readonly<Record<string, number>>;
}

/**
 * Reads one file as a message, runs the rules, and gives findings and verdict.
 * @throws InputError where the file cannot be read as a message
 */
export async function lint(input: Input, settings: Settings): Promise<Result> {
  const document = await read(input.path, input.content);
  const incoming = settings.incoming && (await readIncoming(settings.incoming, settings.dictionaries));
  const reading = readCorrespondence(document, settings.dictionaries, { ...settings, incoming });
  const { correspondence } = reading;
  const facts = factsOf(reading, settings.dictionaries);
  const findings: Finding[] = [];
  const rules = settings.rules.filter((rule) => isOn(rule, correspondence, settings));
  for (const rule of rules) await run(rule, { correspondence, facts, settings, findings });
  findings.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));
  return {
    path: input.path,
    correspondence,
    structure: facts.structure,
    metrics: facts.metrics,
    findings,
    ...decide({
      findings,
      structure: facts.structure,
      rulesRun: rules,
      rulesOff: settings.rules.filter((rule) => settings.severities?.[rule.id] === "off"),
      limits: settings.limits,
    }),
  };
}

async function readIncoming({ path, content }: Input, dictionaries: Dictionaries): Promise<Correspondence> {
  return readCorrespondence(await read(path, content), dictionaries).correspondence;
}

function isOn(rule: Rule, { channel }: Correspondence, { severities = {} }: Settings): boolean {
  return severities[rule.id] !== "off" && (!rule.channels || rule.channels.includes(channel));
}

interface Run {
  readonly correspondence: Correspondence;
  readonly facts: Facts;
  readonly settings: Settings;
  readonly findings: Finding[];
}

async function run(rule: Rule, { correspondence, facts, settings, findings }: Run): Promise<void> {
  const options = Object.fromEntries(Object.entries(rule.options).map(([name, option]) => [name, option.default]));
  const report = (finding: Report) => {
    const severity = severityOf(rule, finding, correspondence.channel, settings);
    if (severity === "off") return;
    const { start, end } = finding.at;
    const text = correspondence.source.slice(start, end);
    const fix = finding.fix !== undefined && PLAIN.test(text) ? finding.fix : undefined;
    findings.push({
      rule: rule.id,
      kind: finding.kind,
      severity,
      criteria: rule.criteria,
      message: finding.message,
      text,
      suggestions: finding.suggestions ?? [],
      fixable: fix !== undefined,
      ...(fix !== undefined && { fix }),
      start,
      end,
    });
  };
  const { sectors = [] } = settings;
  await rule.check({ correspondence, facts, options, sectors, report });
}

/** Words on one line, without mark-up, fields or entities between them: such a place can be written anew. */
const PLAIN = /^[\p{L}\p{N}\p{M}'’ ,£-]+$/u;

/** What the user says of the kind, of the rule; then what the finding, the kind and the rule say. */
function severityOf(
  rule: Rule,
  { kind, severity }: Report,
  channel: Channel,
  { severities = {} }: Settings,
): Severity | "off" {
  const own = kind === undefined ? undefined : rule.kinds[kind];
  return (
    (kind !== undefined ? severities[`${rule.id}/${kind}`] : undefined) ??
    severities[rule.id] ??
    severity ??
    own?.channels?.[channel] ??
    own?.severity ??
    rule.severity
  );
}
