import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { rules } from "../rules/index.ts";
import { main } from "../src/cli/main.ts";
import type { FileReport, Report } from "../src/report/report.ts";

/** What a person types at the questions of a terminal, if there is one. */
interface Terminal {
  readonly typed?: string;
}

/** A folder of its own with a `.git`, for one test, and the command that runs in it. */
export function project(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "corrcheck-project-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, ".git"));
  for (const [name, text] of Object.entries(files)) add(name, text);

  function add(name: string, text: string): void {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }

  async function run(argv: readonly string[], { typed }: Terminal = {}) {
    let out = "";
    let err = "";
    const stream = (take: (text: string) => void) => ({
      isTTY: typed !== undefined,
      on: () => undefined,
      write(text: string, done: () => void) {
        take(text);
        done();
      },
    });
    const stdin = Object.assign(
      (async function* () {
        yield Buffer.from(typed ?? "");
      })(),
      { isTTY: typed !== undefined },
    );
    const streams = {
      stdin,
      stdout: stream((text) => (out += text)),
      stderr: stream((text) => (err += text)),
      env: {},
      cwd: () => folder,
    };
    const status = await main(argv, streams, rules);
    return { status, out, err };
  }

  async function json(
    argv: readonly string[],
  ): Promise<{ status: number; err: string; report: Report; file: FileReport }> {
    const { status, out, err } = await run([...argv, "--format", "json"]);
    const report = JSON.parse(out) as Report;
    return { status, err, report, file: report.files[0]! };
  }

  return { folder, add, run, json };
}

/** "plain-english: utilise", "sign-off/missing: ". */
export const told = ({ findings }: Pick<FileReport, "findings">) =>
  findings.map(({ rule, kind, text }) => `${kind === undefined ? rule : `${rule}/${kind}`}: ${text}`);

/** A good letter with some more words in its body. */
export const letter = (words: string, front = "") => `${front}Dear Mrs Patel

Thank you for your letter of 3 June about your bill.

${words}

We will send you a new bill by Friday 12 June. You need not do anything.

Yours sincerely

Helen Frost
`;
