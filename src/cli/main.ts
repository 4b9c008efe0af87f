import type { Rule } from "../rule.ts";
import { check } from "./check.ts";
import { isConfigError } from "./configure.ts";
import { describeFault } from "./problems.ts";
import { runProgram } from "./program.ts";
import { write, type Streams } from "./streams.ts";
import { VERBS } from "./verbs.ts";

/**
 * The whole command. Reads `argv` (without the program's own name), checks, prints, and gives the exit status: 0 passed,
 * 1 a message failed, 2 something could not be checked. Never ends the process and never throws.
 */
export async function main(argv: readonly string[], streams: Streams, rules: readonly Rule[]): Promise<number> {
  try {
    if (isPlain(argv)) return await check(argv, {}, streams, rules);
    return await runProgram(argv, streams, rules);
  } catch (error) {
    const told = isConfigError(error) ? `${error.message}\n` : `${describeFault(error, streams)}\n`;
    await write(streams.stderr, told).catch(() => undefined);
    return 2;
  }
}

/** Paths and nothing else: the common run of an editor or a hook, which need not wait for the option parser. */
function isPlain(argv: readonly string[]): boolean {
  const [first] = argv;
  return first !== undefined && !VERBS.includes(first) && !argv.some((argument) => argument.startsWith("-"));
}
