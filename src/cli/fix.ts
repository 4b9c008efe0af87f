import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { applyFixes, unifiedDiff } from "../fix.ts";
import { describeFileError } from "../node.ts";
import { write, type Streams } from "./streams.ts";
import { lint, type Input, type Settings } from "../lint.ts";

/** One fix may make way for another; more rounds than this are never needed. */
const ROUNDS = 10;
/** What is written back as it was read. */
const FORMATS: ReadonlySet<string> = new Set(["markdown", "text"]);

/** A message after `--fix`: what it holds now, and why it could not be mended where that is so. */
export interface Mended {
  readonly content: Input["content"];
  readonly problem?: string;
}

/**
 * Mends what can be mended without a change of meaning. A file is written anew; of standard input the text goes to stdout, and
 * so does the difference where nothing is to be written.
 * @param name the file, or "-" for standard input
 * @throws InputError where the file cannot be read as a message
 */
export async function mend(
  { name, path, content }: Input & { readonly name: string },
  settings: Settings,
  { dryRun, streams }: { readonly dryRun: boolean; readonly streams: Streams },
): Promise<Mended> {
  const { before, text, format } = await fixAll({ path, content }, settings);
  const problem = text === before ? undefined : unfit(format, content, before);
  const mended = problem === undefined ? text : before;
  if (dryRun) await write(streams.stdout, unifiedDiff(path, before, mended));
  else if (name === "-") await write(streams.stdout, mended);
  if (problem !== undefined) return { content, problem };
  if (text === before) return { content };
  try {
    if (!dryRun && name !== "-") writeFileSync(resolve(streams.cwd(), name), text);
  } catch (error) {
    return { content, problem: `could not be mended: ${describeFileError(error)}` };
  }
  return { content: text };
}

/** The message with every fix, those too that others make way for. */
async function fixAll(input: Input, settings: Settings): Promise<{ before: string; text: string; format: string }> {
  const { correspondence, findings } = await lint(input, settings);
  const { source: before, format } = correspondence;
  let { text, applied } = applyFixes(before, findings);
  // Of another format the text alone is no file that could be read again.
  if (!FORMATS.has(format)) return { before, text, format };
  for (let round = 1; round < ROUNDS && applied.length > 0; round++) {
    ({ text, applied } = applyFixes(text, (await lint({ ...input, content: text }, settings)).findings));
  }
  return { before, text, format };
}

/** Why a message cannot be written back as it was read. */
function unfit(format: string, content: Input["content"], before: string): string | undefined {
  if (!FORMATS.has(format)) return "cannot be mended by --fix, which writes Markdown and text alone";
  if (typeof content === "string" || asUtf8(content) === before) return undefined;
  return "cannot be mended by --fix, as it is not in UTF-8: save it as UTF-8 first";
}

function asUtf8(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}
