import { main } from "../src/cli/main.ts";
import { rules } from "../rules/index.ts";

/** Runs the command in this process, in a folder, and gives what it printed. */
export async function command(
  argv: readonly string[],
  cwd: string,
): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const stream = (take: (text: string) => void) => ({
    isTTY: false,
    write: (text: string, done: () => void) => (take(text), done()),
    on: () => undefined,
  });
  const streams = {
    stdin: { async *[Symbol.asyncIterator]() {} },
    stdout: stream((text) => (out += text)),
    stderr: stream((text) => (err += text)),
    env: {},
    cwd: () => cwd,
  };
  const status = await main(argv, streams, rules);
  return { status, out, err };
}
