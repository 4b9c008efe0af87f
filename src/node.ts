import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { unpackDictionaries } from "./dictionary/pack.ts";
import { createDictionaries, type Dictionaries } from "./dictionary/index.ts";
import { InputError, type Settings } from "./lint.ts";

/** Both `src/` and `dist/` lie one folder below the package. */
const PACKAGE = new URL("../", import.meta.url);

/**
 * The dictionaries that come with the package, compiled into `dist/` by the build. The word list is read when a rule first asks for a
 * word.
 * @throws the error of the file system where the package was not built
 */
export function loadDictionaries(): Dictionaries {
  return createDictionaries({
    compiled: unpackDictionaries(readAscii("dist/dictionaries.txt")),
    words: () => readAscii("dist/words-en-gb.txt"),
    affix: () => readAscii("dist/en-gb.aff"),
  });
}

/** The version of corrcheck in package.json. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(new URL("package.json", PACKAGE), "utf8")) as { version: string }).version;
}

/**
 * What reads the files that the front matter of a letter names, by their paths from the letter; `lint` takes it as `readNamed`.
 * The promise fails with an InputError where there is no such file.
 * @param letter its path, from `cwd`
 */
export function readerBeside(letter: string, cwd: string): NonNullable<Settings["readNamed"]> {
  return async (named) => {
    const path = join(dirname(letter), named);
    try {
      return { path, content: readFileSync(resolve(cwd, path)) };
    } catch (error) {
      throw new InputError(describeFileError(error));
    }
  };
}

/** An error of the file system in words for a user. */
export function describeFileError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && FILE_ERRORS[code]) || message;
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "this is a folder, not a file",
  ELOOP: "a link that leads back to itself",
  ENAMETOOLONG: "the name is too long",
  ENOSPC: "no space left on the disk",
  EMFILE: "too many files are open",
};

/** A text of ASCII characters, which need no decoding. */
function readAscii(path: string): string {
  return readFileSync(new URL(path, PACKAGE), "latin1");
}
