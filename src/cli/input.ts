import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { InputError, type Settings } from "../lint.ts";
import { describeFileError } from "../node.ts";
import type { RawOptions } from "./options.ts";
import { write, type Streams } from "./streams.ts";

/**
 * The customer's message, where the command line names one.
 * @throws InputError that names it where it cannot be read
 */
export async function customerSettings(
  { incoming: path }: RawOptions,
  streams: Streams,
): Promise<Pick<Settings, "incoming">> {
  if (path === undefined) return {};
  try {
    return { incoming: { path: path === "-" ? "<stdin>" : path, content: await readContent(path, streams) } };
  } catch (error) {
    throw new InputError(`the customer's message ${path}: ${describeFileError(error)}`);
  }
}

/** The bytes of a file; "-" is standard input. */
export async function readContent(path: string, streams: Streams): Promise<Uint8Array> {
  if (path !== "-") return readFileSync(resolve(streams.cwd(), path));
  // Asked for here alone: a process makes its standard input when it is first asked for, and takes five milliseconds over it.
  const { stdin, stderr } = streams;
  if (stdin.isTTY && stderr.isTTY)
    await write(stderr, "Reading from the terminal. End with Ctrl-D on a line of its own.\n");
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
