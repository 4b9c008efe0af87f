#!/usr/bin/env node
import module from "node:module";
import v8 from "node:v8";

module.enableCompileCache?.();
// A run is short: V8 of Node 20 does better to wait longer before it optimises a function or compiles a regular expression, which
// costs more than the run wins (measured: a third of the CPU time of 224 letters, a tenth of that of 2,000 and of one alone). Later
// versions have a quicker compiler for that.
if (process.version.startsWith("v20.")) {
  v8.setFlagsFromString("--interrupt-budget=1000000");
  v8.setFlagsFromString("--regexp-tier-up-ticks=40");
}

try {
  const { main, rules } = await import("../dist/cli.js");
  process.exitCode = await main(process.argv.slice(2), process, rules);
} catch (error) {
  const unbuilt = error.code === "ERR_MODULE_NOT_FOUND";
  const cure = "run `npm ci` in its folder, or install it again without --ignore-scripts";
  process.stderr.write(`corrcheck: ${unbuilt ? `a part of the program is missing: ${cure}` : error.message}\n`);
  process.exitCode = 2;
}
