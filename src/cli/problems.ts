import type { InputError } from "../errors.ts";
import { maskPersonal } from "../mask.ts";
import { printable } from "../report/columns.ts";
import type { Problem } from "../report/report.ts";
import { write, type Streams } from "./streams.ts";

/** Prints each problem on a line of its own. */
export async function writeProblems(problems: readonly Problem[], { stderr }: Streams): Promise<void> {
  const lines = problems.map(({ path, message }) => `${printable(path ?? "corrcheck")}: ${message}\n`);
  await write(stderr, lines.join(""));
}

/** Why a file could not be checked: what is wrong with it, or that the program is. */
export function describeLintError(error: unknown, streams: Streams): string {
  return isInputError(error) ? printable(maskPersonal(error.message)) : describeFault(error, streams);
}

/** By its name: a reader that is loaded when needed has the class in its own file. */
function isInputError(error: unknown): error is InputError {
  return error instanceof Error && error.name === "InputError";
}

/** An error that nobody foresaw, on one line; with its stack where CORRCHECK_DEBUG is set. */
export function describeFault(error: unknown, { env }: Streams): string {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const line = `corrcheck stopped on a fault of its own: ${printable(maskPersonal(message))}`;
  return env["CORRCHECK_DEBUG"] && stack ? `${line}\n${stack}` : line;
}
