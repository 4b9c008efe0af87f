import { readFileSync } from "node:fs";
import type { Compiled } from "./dictionary/model.ts";
import { createDictionaries, type Dictionaries } from "./dictionary/index.ts";

/** Both `src/` and `dist/` lie one folder below the package. */
const PACKAGE = new URL("../", import.meta.url);

/**
 * The dictionaries that come with the package, compiled into `dist/` by the build. The word list is read when a rule first
 * asks for a word.
 * @throws the error of the file system where the package was not built
 */
export function loadDictionaries(): Dictionaries {
  return createDictionaries({
    compiled: readJson("dist/dictionaries.json") as Compiled,
    words: () => readFileSync(new URL("dist/words-en-gb.txt", PACKAGE)),
    affix: () => readFileSync(new URL("dist/en-gb.aff", PACKAGE), "utf8"),
  });
}

/** The version of corrcheck in package.json. */
export function packageVersion(): string {
  return (readJson("package.json") as { version: string }).version;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, PACKAGE), "utf8"));
}
