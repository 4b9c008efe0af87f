#!/usr/bin/env node
"use strict";

const { loadCommand } = require("./load.js");

/** Not a module, for that takes five milliseconds more to start: a twentieth of a short run (measured). */
async function run() {
  try {
    const { main, rules } = loadCommand();
    process.exitCode = await main(process.argv.slice(2), process, rules);
  } catch (error) {
    const unbuilt = error?.code === "MODULE_NOT_FOUND" || error?.code === "ENOENT";
    const cure = "run `npm ci` in its folder, or install it again without --ignore-scripts";
    process.stderr.write(
      `corrcheck: ${unbuilt ? `a part of the program is missing: ${cure}` : (error?.message ?? error)}\n`,
    );
    process.exitCode = 2;
  }
}

void run();
