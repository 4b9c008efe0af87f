import { existsSync, readFileSync } from "node:fs";
import module, { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import v8 from "node:v8";
import vm from "node:vm";

const FILE = fileURLToPath(new URL("../dist/cli.cjs", import.meta.url));
const require = createRequire(FILE);

/** Where the build leaves the compiled code of the command, for the version of Node that built it. */
export const CACHE = FILE.replace(/\.cjs$/, `-${process.version}-${process.arch}.cache`);

/**
 * The command: `{ main, rules }`. To compile it takes a sixth of a short run (measured), so its compiled code is kept: by the
 * build or, in another version of Node, by Node itself from 22 on.
 */
export function loadCommand() {
  if (existsSync(CACHE)) return runScript(readFileSync(CACHE)).command;
  setFlags();
  module.enableCompileCache?.();
  return require(FILE);
}

/** Runs the file of the command, with its compiled code if that is given. V8 compiles anew what another version compiled. */
export function runScript(cachedData) {
  setFlags();
  const script = new vm.Script(module.wrap(readFileSync(FILE, "utf8")), { filename: FILE, cachedData });
  const loaded = { exports: {}, import: (path) => import(new URL(path, pathToFileURL(FILE))) };
  script.runInThisContext()(loaded.exports, require, loaded, FILE, dirname(FILE));
  return { script, command: loaded.exports };
}

/**
 * A run is short: V8 of Node 20 does better to wait longer before it optimises a function or compiles a regular expression, which
 * costs more than the run wins (measured: a third of the CPU time of 224 letters, a tenth of that of 2,000 and of one alone). Later
 * versions have a quicker compiler for that.
 */
function setFlags() {
  if (!process.version.startsWith("v20.")) return;
  v8.setFlagsFromString("--interrupt-budget=3000000");
  v8.setFlagsFromString("--regexp-tier-up-ticks=40");
}
