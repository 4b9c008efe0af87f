/** What the command needs of a process; `process` itself will do. */
export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: () => string;
}

export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string, done: (error?: Error | null) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
}

/**
 * Writes a text and waits until it is taken. A reader that went away (`corrcheck … | head`) is no error.
 * @throws any other error of the stream
 */
export function write(stream: Output, text: string): Promise<void> {
  if (text === "") return Promise.resolve();
  hearErrors(stream);
  return new Promise((taken, failed) => {
    stream.write(text, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== "EPIPE") failed(error);
      else taken();
    });
  });
}

/** Keeps an error of a stream from ending the process: `write` tells of it. */
function hearErrors(stream: Output): void {
  if (heard.has(stream)) return;
  heard.add(stream);
  stream.on("error", () => undefined);
}
const heard = new WeakSet<Output>();

/** The columns to fill: those of the terminal, from 40 to 80, and 80 where there is none. */
export function columnsOf({ stdout }: Streams): number {
  return Math.min(80, Math.max(40, stdout.columns ?? 80));
}

/** Whether to colour what goes to stdout: the flag, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal. */
export function wantsColour(flag: boolean | undefined, { env, stdout }: Streams): boolean {
  if (flag !== undefined) return flag;
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"] !== undefined) return !["0", "false"].includes(env["FORCE_COLOR"]);
  return stdout.isTTY === true && env["TERM"] !== "dumb";
}
