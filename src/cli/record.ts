import { lint } from "../lint.ts";
import { describeFileError } from "../node.ts";
import { maskResult } from "../report/masked.ts";
import { RECORD_FORMATS, recordOf, writeRecord } from "../report/record.ts";
import type { Rule } from "../rule.ts";
import { didYouMean } from "../suggest.ts";
import { refuse } from "./check.ts";
import { configure } from "./configure.ts";
import { customerSettings, readContent } from "./input.ts";
import { readOptions, type RawOptions } from "./options.ts";
import { describeLintError } from "./problems.ts";
import { write, type Streams } from "./streams.ts";

/** Prints the record of a reply for a case system: `corrcheck record <reply>`. Gives the exit status. */
export async function record(path: string, raw: RawOptions, streams: Streams, rules: readonly Rule[]): Promise<number> {
  const { format: wanted, ...rest } = raw;
  const name = wanted?.at(-1) ?? "json";
  const format = RECORD_FORMATS.find((each) => each === name);
  const configured = await configure([path], raw, streams, rules);
  const options = readOptions(rest, configured.rules, streams.env);
  const faults = [...options.faults];
  if (!format) faults.push(`record --format: there is no “${name}”.${didYouMean(name, RECORD_FORMATS)}`);
  const problems = [...configured.problems, ...faults.map((message) => ({ path: undefined, message }))];
  if (problems.length > 0 || !format) return refuse(problems, [], streams);
  let content: Uint8Array;
  try {
    content = await readContent(path, streams);
  } catch (error) {
    return refuse([{ path, message: describeFileError(error) }], [], streams);
  }
  try {
    const settings = { ...configured.settingsFor(path), ...options.settings, rules: [] };
    const result = await lint({ path, content }, { ...settings, ...(await customerSettings(raw, streams)) });
    await write(streams.stdout, writeRecord(recordOf(raw.showValues ? result : maskResult(result)), format));
    return 0;
  } catch (error) {
    return refuse([{ path, message: describeLintError(error, streams) }], [], streams);
  }
}
