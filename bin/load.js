"use strict";

const { existsSync, readFileSync } = require("node:fs");
const nodeModule = require("node:module");
const { dirname, join } = require("node:path");
const { pathToFileURL } = require("node:url");
const v8 = require("node:v8");
const vm = require("node:vm");

const FILE = join(__dirname, "..", "dist", "cli.cjs");

/** Where the build leaves the compiled code of the command, for the version of Node that built it. */
const CACHE = FILE.replace(/\.cjs$/, `-${process.version}-${process.arch}.cache`);

/**
 * The command: `{ main, rules }`. To compile it takes a sixth of a short run (measured), so its compiled code is kept: by the
 * build or, in another version of Node, by Node itself from 22 on.
 */
function loadCommand() {
  if (existsSync(CACHE)) return runScript(readFileSync(CACHE)).command;
  setFlags();
  nodeModule.enableCompileCache?.();
  return require(FILE);
}

/** Runs the file of the command, with its compiled code if that is given. V8 compiles anew what another version compiled. */
function runScript(cachedData) {
  setFlags();
  const script = new vm.Script(nodeModule.wrap(readFileSync(FILE, "utf8")), { filename: FILE, cachedData });
  const loaded = { exports: {}, import: (path) => import(new URL(path, pathToFileURL(FILE))) };
  script.runInThisContext()(loaded.exports, require, loaded, FILE, dirname(FILE));
  return { script, command: loaded.exports };
}

/**
 * A run is short: V8 of Node 20 does better to wait longer before it optimises a function, and to compile a regular expression at
 * once, for it finds out too late which are worth it (measured: 914 ms of CPU for 224 letters instead of 1,625, 118 for one instead of 147).
 * It is told to wait for no run of it, not to do without the interpreter ("--no-regexp-tier-up"): those that Node has interpreted
 * already would then have no code at all, and end the process. Later versions have a quicker compiler for functions.
 */
function setFlags() {
  if (!process.version.startsWith("v20.")) return;
  v8.setFlagsFromString("--interrupt-budget=3000000");
  v8.setFlagsFromString("--regexp-tier-up-ticks=0");
}

module.exports = { CACHE, loadCommand, runScript };
