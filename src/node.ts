import { readFileSync } from "node:fs";
import type { Compiled } from "./dictionary/model.ts";
import { unpackDictionaries } from "./dictionary/pack.ts";
import { createDictionaries, type Dictionaries, type OwnDictionaries } from "./dictionary/index.ts";

/** Both `src/` and `dist/` lie one folder below the package. */
const PACKAGE = new URL("../", import.meta.url);

/**
 * The dictionaries that come with the package, compiled into `dist/` by the build, with what an organisation adds. The word list
 * is read when a rule first asks for a word.
 * @param addOwn makes an organisation's own dictionaries, on top of ours
 * @throws the error of the file system where the package was not built
 */
export function loadDictionaries(addOwn?: (ours: Compiled) => OwnDictionaries): Dictionaries {
  const compiled = unpackDictionaries(readAscii("dist/dictionaries.txt"));
  return createDictionaries({
    compiled,
    own: addOwn?.(compiled),
    words: () => readAscii("dist/words-en-gb.txt"),
    affix: () => readAscii("dist/en-gb.aff"),
  });
}

/** The version of corrcheck in package.json. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(new URL("package.json", PACKAGE), "utf8")) as { version: string }).version;
}

/** A text of ASCII characters, which need no decoding. */
function readAscii(path: string): string {
  return readFileSync(new URL(path, PACKAGE), "latin1");
}
