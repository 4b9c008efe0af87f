import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { findPersonalData } from "../facts/personal-data/index.ts";
import { possiblePeople } from "../facts/personal-data/people/index.ts";
import type { Correspondence, PersonalKind } from "../model.ts";
import { InputError, lint, type Settings } from "../lint.ts";
import { createLocator } from "../position.ts";
import { decode } from "../read/decode.ts";
import { toSource } from "../read/projection.ts";
import { MASK } from "../read/placeholders.ts";
import { describeFileError } from "../node.ts";
import { createReplacer, type Place, placesOf, REDACT_MODES, type RedactMode, replacePlaces } from "../redact.ts";
import type { Problem } from "../report/report.ts";
import type { Rule } from "../rule.ts";
import { didYouMean } from "../suggest.ts";
import { refuse } from "./check.ts";
import { configure } from "./configure.ts";
import { expand } from "./files.ts";
import { readContent } from "./input.ts";
import { readOptions, type RawOptions } from "./options.ts";
import { describeLintError, writeProblems } from "./problems.ts";
import { write, type Streams } from "./streams.ts";
import { VERBS } from "./verbs.ts";

/** What only `redact` is told. */
export interface RedactOptions {
  readonly as?: string;
  readonly output?: string;
}

/** What one value takes away can show another: the copy is read again until nothing is found in it. */
const MOST_ROUNDS = 5;

/**
 * Writes copies of files without the personal data in them, to stdout or to `--output`; the originals are never touched.
 * Gives the exit status: 0, 1 where something may still be personal (told on stderr), 2 where a file could not be redacted.
 */
export async function redact(
  paths: readonly string[],
  { as = "label", output }: RedactOptions,
  raw: RawOptions,
  streams: Streams,
  rules: readonly Rule[],
): Promise<number> {
  const mode = REDACT_MODES.find((each) => each === as);
  const configured = await configure(paths, raw, streams, rules);
  const options = readOptions(raw, configured.rules, streams.env);
  const { files, problems: missing, ignored } = await expand(paths, streams.cwd(), VERBS);
  // An empty copy would be taken for a clean one.
  const empty = files.length > 0 ? [] : ignored.map(({ path, reason }) => ({ path, message: `left out, ${reason}` }));
  const faults = [...options.faults, ...faultsOf(files, output, streams)];
  if (!mode) faults.push(`redact --as: there is no “${as}”.${didYouMean(as, REDACT_MODES)}`);
  const problems = [
    ...configured.problems,
    ...missing,
    ...empty,
    ...faults.map((message) => ({ path: undefined, message })),
  ];
  if (problems.length > 0 || !mode) return refuse(problems, [], streams);
  const failed: Problem[] = [];
  let doubts = "";
  for (const path of files) {
    try {
      const settings = { ...configured.settingsFor(path), ...options.settings, rules: [] };
      const copy = await redactFile(path, await readContent(path, streams), mode, settings);
      if (output === undefined) await write(streams.stdout, copy.text);
      else writeCopy(targetOf(path, output, files.length, streams), copy.text);
      doubts += copy.doubts.map((doubt) => `${path}:${doubt}\n`).join("");
    } catch (error) {
      const isFile = error instanceof Error && "code" in error;
      failed.push({ path, message: isFile ? describeFileError(error) : describeLintError(error, streams) });
    }
  }
  await writeProblems(failed, streams);
  if (doubts !== "") await write(streams.stderr, `Look at these again, they may be personal:\n${doubts}`);
  return failed.length > 0 ? 2 : doubts === "" ? 0 : 1;
}

function faultsOf(files: readonly string[], output: string | undefined, streams: Streams): string[] {
  if (output === undefined)
    return files.length > 1 ? ["redact: name a folder for the copies of several files: --output copies/"] : [];
  const named = resolve(streams.cwd(), output);
  if (files.length > 1 && existsSync(named) && !isFolder(named))
    return [`redact --output: “${output}” is no folder, and there are several files.`];
  const targets = files.map((file) => targetOf(file, output, files.length, streams));
  const clash = files.find((file) => targets.some((target) => isSameFile(resolve(streams.cwd(), file), target)));
  if (clash !== undefined) return [`redact --output: a copy would overwrite ${clash}. Name another place.`];
  if (new Set(targets).size < targets.length)
    return ["redact --output: two of the files have one name, so that a copy would overwrite the other."];
  return [];
}

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();

/** Whether two paths lead to one file, by whatever links. */
function isSameFile(file: string, target: string): boolean {
  if (file === target) return true;
  if (!existsSync(file) || !existsSync(target)) return false;
  const [one, other] = [statSync(file), statSync(target)];
  return one.dev === other.dev && one.ino === other.ino;
}

function targetOf(path: string, output: string, count: number, { cwd }: Streams): string {
  const target = resolve(cwd(), output);
  return count > 1 || isFolder(target) || /[/\\]$/.test(output) ? join(target, basename(path)) : target;
}

function writeCopy(target: string, text: string): void {
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  } catch (error) {
    throw new InputError(`the copy could not be written to ${target}: ${describeFileError(error)}`);
  }
}

async function redactFile(
  path: string,
  content: Uint8Array,
  mode: RedactMode,
  settings: Settings,
): Promise<{ text: string; doubts: string[] }> {
  if (/\.docx$/i.test(path))
    throw new InputError("a Word file cannot be redacted: save the letter as .txt or .md first");
  const { text, note } = decode(content);
  if (note !== undefined) throw new InputError("this file is not UTF-8: save it as UTF-8 first");
  const found: Place[] = [];
  let left = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { correspondence, personalData } = await lint({ path, content: left }, settings);
    if (personalData.length === 0) break;
    const places = placesOf(correspondence.source, personalData).map((place) => inFile(place, correspondence, left));
    found.push(...places);
    left = replacePlaces(left, places.toSorted(inOrder), (_, value) => value.replace(/[^\r\n \t>]/g, MASK));
  }
  // Behind the text of a page or a mail there is more: comments, links, coded parts.
  const behind = placesOf(left, findPersonalData(left));
  if (isPage(path)) found.push(...behind);
  else if (behind.length > 0) throw new InputError(CODED);
  return { text: replacePlaces(text, found.toSorted(inOrder), createReplacer(mode)), doubts: doubtsOf(left, settings) };
}

const inOrder = (a: Place, b: Place) => a.start - b.start;

/** A place of the text behind the codes, as a place of the file. */
function inFile(place: Place, { source, origin }: Correspondence, file: string): Place {
  if (!origin) return place;
  const range = toSource(origin, place.start, place.end);
  const value = lettersOf(source.slice(place.start, place.end));
  const line = file.slice(file.lastIndexOf("\n", range.start) + 1, range.start);
  if (line.includes("=?") || !lettersOf(file.slice(range.start, range.end)).includes(value))
    throw new InputError(CODED);
  return { kind: place.kind, ...range };
}

const CODED = "a value stands in a coded part of this file: save its text alone, and redact that";
const isPage = (path: string) => /\.html?$/i.test(path);
const lettersOf = (text: string) => text.replace(/=\r?\n|&[#\w]{1,10};|[^\p{L}\p{N}]/gu, "");

const DOUBTS: Partial<Record<PersonalKind, string>> = {
  "third-party-name": "a name",
  email: "an e-mail address",
  "postal-address": "an address",
};

function doubtsOf(text: string, { dictionaries }: Settings): string[] {
  const locate = createLocator(text);
  return possiblePeople(text, dictionaries.set("personal-data/greeted-as")).map(({ kind, start }) => {
    const { line, column } = locate(start);
    return `${line}:${column}: ${DOUBTS[kind] ?? "a phone number"}`;
  });
}
