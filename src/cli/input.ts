import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { InputError, type Input, type Settings } from "../lint.ts";
import { describeFileError } from "./files.ts";
import type { RawOptions } from "./options.ts";
import { write, type Streams } from "./streams.ts";

/** The customer's message of the command line, and how to read the one that front matter names: a path from the reply. */
export async function customerSettings(
  path: string,
  { incoming }: RawOptions,
  streams: Streams,
): Promise<Pick<Settings, "incoming" | "readIncoming">> {
  return {
    ...(incoming !== undefined && { incoming: await readIncoming(incoming, streams) }),
    readIncoming: (named) => readIncoming(join(dirname(path), named), streams),
  };
}

/**
 * The customer's message.
 * @throws InputError that names it where it cannot be read
 */
async function readIncoming(path: string, streams: Streams): Promise<Input> {
  try {
    return { path: path === "-" ? "<stdin>" : path, content: await readContent(path, streams) };
  } catch (error) {
    throw new InputError(`the customer's message ${path}: ${describeFileError(error)}`);
  }
}

/** The bytes of a file; "-" is standard input. */
export async function readContent(path: string, { stdin, stderr, cwd }: Streams): Promise<Uint8Array> {
  if (path !== "-") return readFileSync(resolve(cwd(), path));
  if (stdin.isTTY && stderr.isTTY)
    await write(stderr, "Reading from the terminal. End with Ctrl-D on a line of its own.\n");
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
