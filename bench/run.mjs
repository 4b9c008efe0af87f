/**
 * Compares corrcheck with what it stands on. Every figure is a ratio of CPU times (user and system, of whole processes),
 * medians of runs taken in turn, so that a slow or busy machine slows both sides.
 * With --check, exit status 1 where a figure is more than 15 % over its target.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { letter, misspell } from "./letters.mjs";

const TOLERANCE = 1.15;
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const corrcheck = here("../bin/corrcheck.js");
const temporary = mkdtempSync(join(tmpdir(), "corrcheck-bench-"));

try {
  const rows = [...coldStart(), ...(await manyLetters()), ...growth()];
  process.stdout.write(table(rows));
  if (process.argv.includes("--check")) process.exitCode = rows.some(missed) ? 1 : 0;
} finally {
  rmSync(temporary, { recursive: true });
}

/** One letter and one process: what a person waits for. */
function coldStart() {
  const text = letter(0, { clean: true });
  const cpu = medians(21, {
    node: ["-e", "0"],
    clean: [corrcheck, join(write("clean", [text]), "letter-0.md")],
    misspelt: [corrcheck, join(write("misspelt", [misspell(text)]), "letter-0.md")],
  });
  return [
    row("one clean letter, cold : node -e 0", cpu.clean, cpu.node, 2.4),
    row("with three misspellings : node -e 0", cpu.misspelt, cpu.node, 2.6),
  ];
}

/** 224 letters and one process, against the parsers alone and against the plug-ins chained. */
async function manyLetters() {
  const folder = write("many", letters(224));
  const cpu = medians(5, {
    corrcheck: [corrcheck, "--format", "json", folder],
    parsers: [await bundle("./parsers.mjs"), folder],
    // Not bundled: its dictionary reads its own files. Loading is a few hundredths of its time.
    naive: [here("./naive.mjs"), folder],
  });
  return [
    row("224 letters : the parsers alone", cpu.corrcheck, cpu.parsers, 2),
    row("224 letters : the plug-ins chained", cpu.corrcheck, cpu.naive, 1 / 6),
  ];
}

/**
 * How time grows where the work grows 4-fold twice. Start-up falls out of the differences: in linear growth the second
 * step costs four times the first, which is exponent 1.
 */
function growth() {
  const inTurn = (name, sizes, make) => {
    const runs = sizes.map((size) => [size, [corrcheck, "--format", "json", write(`${name}${size}`, make(size))]]);
    const cpu = medians(5, Object.fromEntries(runs));
    const [small, middle, large] = sizes.map((size) => cpu[size]);
    const exponent = Math.log((large - middle) / (middle - small)) / Math.log(4);
    return {
      name: `growth with ${name} (${sizes.join(", ")}), exponent`,
      value: exponent,
      target: 1,
      note: milliseconds(small, middle, large),
    };
  };
  return [inTurn("files", [28, 112, 448], letters), inTurn("length", [1, 4, 16], (length) => letters(56, { length }))];
}

function letters(count, options) {
  return Array.from({ length: count }, (_, seed) => letter(seed, options));
}

/** Writes the letters to a folder of their own and gives its path. */
function write(name, texts) {
  const folder = join(temporary, name);
  mkdirSync(folder);
  texts.forEach((text, index) => writeFileSync(join(folder, `letter-${index}.md`), text));
  return folder;
}

/** One file, as corrcheck is, so that neither side pays for loading many. */
async function bundle(path) {
  const outfile = join(temporary, "bundle.mjs");
  await build({ entryPoints: [here(path)], outfile, bundle: true, format: "esm", platform: "node", target: "node20" });
  return outfile;
}

/** Runs each command once to warm the disk, then all in turn, and gives the median CPU time of each in milliseconds. */
function medians(rounds, commands) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, args] of Object.entries(commands)) {
      const time = cpuTime(args);
      if (round > 0) times[name].push(time);
    }
  }
  const middle = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, middle(list)]));
}

/** CPU time of `node ...args` in milliseconds. Status 1 is a letter that failed; anything above is a run that did. */
function cpuTime(args) {
  const stdio = ["ignore", "ignore", "inherit", "pipe"];
  const { status, output } = spawnSync(process.execPath, ["--require", here("./cpu.cjs"), ...args], { stdio });
  if (status !== 0 && status !== 1) throw new Error(`node ${args.join(" ")} ended with status ${status}`);
  return Number(output[3]);
}

function row(name, ours, theirs, target) {
  return { name, value: ours / theirs, target, note: milliseconds(ours, theirs) };
}

function milliseconds(...times) {
  return times.map((time) => `${Math.round(time)} ms`).join(" : ");
}

function missed({ value, target }) {
  return !(value <= target * TOLERANCE);
}

function table(rows) {
  const line = (name, value, target, note) =>
    `${name.padEnd(46)} ${value.padStart(6)} ${target.padStart(7)}  ${note}\n`;
  const figures = rows.map((entry) =>
    line(
      entry.name,
      entry.value.toFixed(2),
      entry.target.toFixed(2),
      `${entry.note}${missed(entry) ? "  missed" : ""}`,
    ),
  );
  return [line("CPU time", "is", "at most", "medians"), ...figures].join("");
}
