import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import picocolors from "picocolors";
import { lint, type Settings } from "../lint.ts";
import { describeFileError, packageVersion } from "../node.ts";
import { json } from "../report/json.ts";
import { maskResult } from "../report/masked.ts";
import { countFiles, reportFile, type FileReport, type Problem, type Report } from "../report/report.ts";
import { stylish } from "../report/stylish.ts";
import type { Rule } from "../rule.ts";
import { gate, type Gate } from "../verdict.ts";
import { mend } from "./fix.ts";
import { expand, type Expanded } from "./files.ts";
import { customerSettings, readContent } from "./input.ts";
import { configure, reviewConfigurations, type Configured, type Seen } from "./configure.ts";
import { readOptions, type CheckOptions, type Output, type RawOptions } from "./options.ts";
import { describeLintError, writeProblems } from "./problems.ts";
import { columnsOf, wantsColour, write, type Streams } from "./streams.ts";
import { updateBaselines } from "./update-baseline.ts";
import { VERBS } from "./verbs.ts";

/** Checks files, folders and patterns, writes the reports, and gives the exit status. */
export async function check(
  paths: readonly string[],
  raw: RawOptions,
  streams: Streams,
  rules: readonly Rule[],
): Promise<number> {
  const named = await namePaths(paths, raw, streams);
  const expanded = await expand(named.paths, streams.cwd(), VERBS);
  const names = expanded.files.map((path) => nameOf(path, raw));
  const configured = await configure(names, raw, streams, rules);
  const options = readOptions(raw, configured.rules, streams.env);
  const taken = overwriting(expanded.files, options.outputs, streams);
  const wrong = [
    ...options.faults,
    ...incomingFaults(expanded.files, raw),
    ...taken.map(
      ({ format, file }) => `--format ${format}=${file}: the report would overwrite the message. Name another file.`,
    ),
  ];
  const faults = [...configured.problems, ...wrong.map((message) => ({ path: undefined, message }))];
  if (faults.length > 0) {
    const outputs = options.outputs.filter((output) => !taken.includes(output));
    return refuse(faults, outputs, streams);
  }
  const onDisk = expanded.files.filter((path) => path !== "-");
  const updated = raw.updateBaseline ? await updateBaselines(onDisk, options.settings, configured, streams.cwd()) : [];
  const checked = await checkFiles(expanded.files, raw, { options, configured, streams });
  const files = checked.files;
  const problems = [...named.problems, ...expanded.problems, ...checked.problems];
  const notes = [...updated, ...reviewConfigurations(configured, checked.seen, raw, streams.cwd())];
  const counts = countFiles(files);
  const outcome = gate({ counts, files }, options.gate);
  const passed = outcome.passed && problems.length === 0;
  const report: Report = { schemaVersion: 1, corrcheck: packageVersion(), passed, problems, notes, counts, files };
  await writeProblems(problems, streams);
  await write(streams.stderr, notes.map((note) => `${note}\n`).join(""));
  if (raw.verbose) await noteIgnored(expanded, streams);
  // A text or a difference has stdout for itself.
  const isTaken = raw.fixDryRun || (raw.fix && named.paths.includes("-"));
  const told = isTaken ? { ...streams, stdout: streams.stderr } : streams;
  const unwritten = await writeReports(report, outcome, options.outputs, raw, told);
  if (problems.length > 0 || unwritten.length > 0) return 2;
  return outcome.passed ? 0 : 1;
}

/** Why --incoming cannot be taken: it is the message that one reply answers. */
function incomingFaults(files: readonly string[], { incoming }: RawOptions): readonly string[] {
  if (incoming === undefined) return [];
  if (files.length > 1) {
    return [
      `--incoming goes with one reply, and ${files.length} are named: put “incoming: <file>” into the front matter of each.`,
    ];
  }
  return incoming === "-" && files[0] === "-"
    ? ["--incoming - and the reply cannot both come from standard input."]
    : [];
}

/** The reports that would take the place of a message: "--format json=letter.md letter.md". */
function overwriting(files: readonly string[], outputs: readonly Output[], { cwd }: Streams): readonly Output[] {
  const messages = new Set(files.filter((file) => file !== "-").map((file) => resolve(cwd(), file)));
  return outputs.filter(({ file }) => file !== undefined && messages.has(resolve(cwd(), file)));
}

/** Says what is wrong with the command line, in a JSON report too where one was asked for. Nothing is checked. */
export async function refuse(
  problems: readonly Problem[],
  outputs: readonly Output[],
  streams: Streams,
): Promise<number> {
  await writeProblems(problems, streams);
  const report: Report = {
    schemaVersion: 1,
    corrcheck: packageVersion(),
    passed: false,
    problems,
    notes: [],
    counts: countFiles([]),
    files: [],
  };
  await writeReports(report, { passed: false, reason: "nothing was checked" }, outputs, {}, streams);
  return 2;
}

/** The paths of the command line and of --files-from; "-" for a message from standard input. */
async function namePaths(
  paths: readonly string[],
  { filesFrom, stdinFilename }: RawOptions,
  streams: Streams,
): Promise<{ paths: readonly string[]; problems: readonly Problem[] }> {
  const named = stdinFilename !== undefined && !paths.includes("-") ? [...paths, "-"] : paths;
  if (filesFrom === undefined) return { paths: named, problems: [] };
  if (filesFrom === "-" && named.includes("-")) {
    const message = "--files-from - and a message cannot both come from standard input";
    return { paths: named.filter((path) => path !== "-"), problems: [{ path: undefined, message }] };
  }
  try {
    const list = new TextDecoder().decode(await readContent(filesFrom, streams));
    const listed = list.split(list.includes("\0") ? "\0" : /\r?\n/).filter((path) => path.trim() !== "");
    return { paths: [...named, ...listed.map((path) => (path === "-" ? "./-" : path))], problems: [] };
  } catch (error) {
    return { paths: named, problems: [{ path: filesFrom, message: describeFileError(error) }] };
  }
}

/** The name that a message goes by: that of its file, or the one given to standard input. */
function nameOf(path: string, { stdinFilename = "<stdin>" }: RawOptions): string {
  return path === "-" ? stdinFilename : path;
}

interface Checked {
  readonly files: readonly FileReport[];
  readonly problems: readonly Problem[];
  readonly seen: readonly Seen[];
}

async function checkFiles(
  paths: readonly string[],
  raw: RawOptions,
  { options, configured, streams }: { options: CheckOptions; configured: Configured; streams: Streams },
): Promise<Checked> {
  const files: FileReport[] = [];
  const problems: Problem[] = [];
  const seen: Seen[] = [];
  for (const name of paths) {
    const path = nameOf(name, raw);
    let content: string | Uint8Array;
    try {
      content = await readContent(name, streams);
    } catch (error) {
      problems.push({ path, message: describeFileError(error) });
      continue;
    }
    try {
      const customer = await customerSettings(raw, streams);
      const settings = { ...withOnly(configured.settingsFor(path), options.only), ...options.settings, ...customer };
      if (raw.fix || raw.fixDryRun) {
        const mended = await mend({ name, path, content }, settings, { dryRun: raw.fixDryRun ?? false, streams });
        if (mended.problem !== undefined) problems.push({ path, message: mended.problem });
        content = mended.content;
      }
      const result = await lint({ path, content }, settings);
      files.push(reportFile(raw.showValues ? result : maskResult(result)));
      seen.push({ path, stale: result.stale, accepted: result.accepted });
    } catch (error) {
      problems.push({ path, message: describeLintError(error, streams) });
    }
  }
  return { files, problems, seen };
}

/** A rule that is asked for alone runs even where the configuration has it off. */
function withOnly(settings: Settings, only: readonly string[]): Settings {
  const { configured } = settings;
  if (only.length === 0 || !configured?.severities) return settings;
  const severities = Object.entries(configured.severities).filter(
    ([id, severity]) => severity !== "off" || !only.includes(id),
  );
  return { ...settings, configured: { ...configured, severities: Object.fromEntries(severities) } };
}

/** Writes every report; gives those that could not be written. */
async function writeReports(
  report: Report,
  outcome: Gate,
  outputs: readonly Output[],
  raw: RawOptions,
  streams: Streams,
): Promise<readonly Problem[]> {
  const unwritten: Problem[] = [];
  for (const output of outputs) {
    const text = render(report, outcome, output, raw, streams);
    if (output.file === undefined) {
      await write(streams.stdout, text);
      continue;
    }
    try {
      writeFileSync(resolve(streams.cwd(), output.file), text);
    } catch (error) {
      unwritten.push({ path: output.file, message: `the report could not be written: ${describeFileError(error)}` });
    }
  }
  await writeProblems(unwritten, streams);
  return unwritten;
}

function render(report: Report, outcome: Gate, output: Output, raw: RawOptions, streams: Streams): string {
  if (output.format === "json") return json(report);
  const colour = output.file === undefined && wantsColour(raw.color, streams);
  return stylish(report, {
    colours: picocolors.createColors(colour),
    width: output.file === undefined ? columnsOf(streams) : 80,
    quiet: raw.quiet ?? false,
    verbose: raw.verbose ?? false,
    gate: outcome,
  });
}

/** Tells a person at a terminal which files of a folder were left out. */
async function noteIgnored({ ignored }: Expanded, { stderr }: Streams): Promise<void> {
  if (!stderr.isTTY) return;
  await write(stderr, ignored.map(({ path, reason }) => `${path}: left out, ${reason}\n`).join(""));
}
