import { writeFileSync } from "node:fs";
import { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { CACHE, runScript } from "../bin/load.js";

const LETTERS = ["good-council-missed-bin.md", "bad-shop-late-order.md"].map((name) =>
  fileURLToPath(new URL(`../fixtures/letters/${name}`, import.meta.url)),
);

/** Keeps the compiled code of the command, as it is after it has checked two letters; `bin/load.js` starts from it. */
export async function keepCode() {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const streams = { stdin: Readable.from([]), stdout: nowhere, stderr: nowhere, env: {}, cwd: () => process.cwd() };
  const { script, command } = runScript();
  await command.main(LETTERS, streams, command.rules);
  writeFileSync(CACHE, script.createCachedData());
}
