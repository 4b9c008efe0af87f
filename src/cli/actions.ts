import { lint } from "../lint.ts";
import { describeFileError } from "../node.ts";
import { ACTION_FORMATS, type ActionRow, actionsOf, writeActions } from "../report/actions.ts";
import { maskResult } from "../report/masked.ts";
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

/** Prints what messages commit their writers to: `corrcheck actions <files>`. Gives the exit status. */
export async function listActions(
  paths: readonly string[],
  raw: RawOptions,
  streams: Streams,
  rules: readonly Rule[],
): Promise<number> {
  const { format: wanted, ...rest } = raw;
  const name = wanted?.at(-1) ?? "table";
  const format = ACTION_FORMATS.find((each) => each === name);
  const configured = await configure(paths, raw, streams, rules);
  const options = readOptions(rest, configured.rules, streams.env);
  const { files, problems: missing } = await expand(paths, streams.cwd(), VERBS);
  const faults = [...options.faults];
  if (!format) faults.push(`actions --format: there is no “${name}”.${didYouMean(name, ACTION_FORMATS)}`);
  const problems: Problem[] = [...configured.problems, ...faults.map((message) => ({ path: undefined, message }))];
  if (problems.length > 0 || !format) return refuse(problems, [], streams);
  problems.push(...missing);
  const rows: ActionRow[] = [];
  for (const path of files) {
    try {
      const content = await readContent(path, streams);
      const settings = { ...configured.settingsFor(path), ...options.settings, rules: [] };
      const result = await lint({ path, content }, settings);
      rows.push(...actionsOf(raw.showValues ? result : maskResult(result)));
    } catch (error) {
      const isFile = error instanceof Error && "code" in error;
      problems.push({ path, message: isFile ? describeFileError(error) : describeLintError(error, streams) });
    }
  }
  await writeProblems(problems, streams);
  await write(streams.stdout, writeActions(rows, format));
  return problems.length > 0 ? 2 : 0;
}
