import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Chalk } from "chalk";
import { lint, type Settings } from "../lint.ts";
import { loadDictionaries, packageVersion } from "../node.ts";
import { json } from "../report/json.ts";
import { maskResult } from "../report/masked.ts";
import { countFiles, reportFile, type FileReport, type Problem, type Report } from "../report/report.ts";
import { stylish } from "../report/stylish.ts";
import type { Rule } from "../rule.ts";
import { gate, type Gate } from "../verdict.ts";
import { describeFileError, expand, type Expanded } from "./files.ts";
import { readOptions, type Output, type RawOptions } from "./options.ts";
import { describeLintError, writeProblems } from "./problems.ts";
import { columnsOf, wantsColour, write, type Streams } from "./streams.ts";
import { VERBS } from "./verbs.ts";

/** Checks files, folders and patterns, writes the reports, and gives the exit status. */
export async function check(
  paths: readonly string[],
  raw: RawOptions,
  streams: Streams,
  rules: readonly Rule[],
): Promise<number> {
  const options = readOptions(raw, rules, streams.env);
  if (options.faults.length > 0) return refuse(options.faults, options.outputs, streams);
  const named = await namePaths(paths, raw, streams);
  const expanded = await expand(named.paths, streams.cwd(), VERBS);
  const checked = await checkFiles(expanded.files, raw, { ...options.settings, rules }, streams);
  const files = checked.files;
  const problems = [...named.problems, ...expanded.problems, ...checked.problems];
  const counts = countFiles(files);
  const outcome = gate({ counts, files }, options.gate);
  const passed = outcome.passed && problems.length === 0;
  const report: Report = { schemaVersion: 1, corrcheck: packageVersion(), passed, problems, counts, files };
  await writeProblems(problems, streams);
  if (raw.verbose) await noteIgnored(expanded, streams);
  // A text or a difference has stdout for itself.
  const isTaken = raw.fixDryRun || (raw.fix && named.paths.includes("-"));
  const told = isTaken ? { ...streams, stdout: streams.stderr } : streams;
  const unwritten = await writeReports(report, outcome, options.outputs, raw, told);
  if (problems.length > 0 || unwritten.length > 0) return 2;
  return outcome.passed ? 0 : 1;
}

/** Says what is wrong with the command line, in a JSON report too where one was asked for. Nothing is checked. */
export async function refuse(faults: readonly string[], outputs: readonly Output[], streams: Streams): Promise<number> {
  const problems = faults.map((message) => ({ path: undefined, message }));
  await writeProblems(problems, streams);
  const report: Report = {
    schemaVersion: 1,
    corrcheck: packageVersion(),
    passed: false,
    problems,
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

async function checkFiles(
  paths: readonly string[],
  { stdinFilename = "<stdin>", showValues = false, fix, fixDryRun }: RawOptions,
  settings: Omit<Settings, "dictionaries">,
  streams: Streams,
): Promise<{ files: FileReport[]; problems: Problem[] }> {
  const files: FileReport[] = [];
  const problems: Problem[] = [];
  if (paths.length === 0) return { files, problems };
  const dictionaries = loadDictionaries();
  for (const name of paths) {
    const path = name === "-" ? stdinFilename : name;
    let content: string | Uint8Array;
    try {
      content = await readContent(name, streams);
    } catch (error) {
      problems.push({ path, message: describeFileError(error) });
      continue;
    }
    try {
      if (fix || fixDryRun) {
        const { mend } = await import("./fix.ts");
        const how = { dryRun: fixDryRun ?? false, streams };
        const mended = await mend({ name, path, content }, { ...settings, dictionaries }, how);
        if (mended.problem !== undefined) problems.push({ path, message: mended.problem });
        content = mended.content;
      }
      const result = await lint({ path, content }, { ...settings, dictionaries });
      files.push(reportFile(showValues ? result : maskResult(result)));
    } catch (error) {
      problems.push({ path, message: describeLintError(error, streams) });
    }
  }
  return { files, problems };
}

async function readContent(path: string, { stdin, stderr, cwd }: Streams): Promise<Uint8Array> {
  if (path !== "-") return readFileSync(resolve(cwd(), path));
  if (stdin.isTTY && stderr.isTTY)
    await write(stderr, "Reading from the terminal. End with Ctrl-D on a line of its own.\n");
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
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
    chalk: new Chalk({ level: colour ? 1 : 0 }),
    width: output.file === undefined ? columnsOf(streams) : 80,
    quiet: raw.quiet ?? false,
    verbose: raw.verbose ?? false,
    gate: outcome,
  });
}

/** Tells a person at a terminal which files of a folder were left out. */
async function noteIgnored({ ignored }: Expanded, { stderr }: Streams): Promise<void> {
  if (!stderr.isTTY) return;
  await write(stderr, ignored.map((path) => `${path}: left out, it is not correspondence\n`).join(""));
}
