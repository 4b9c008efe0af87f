import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Fingerprints } from "../baseline.ts";
import { ConfigError } from "./errors.ts";

const VERSION = 1;

/** The findings that were there when a baseline was taken, by file; it holds fingerprints alone, no words of a letter. */
export class BaselineFile {
  readonly path: string;
  readonly #files: Map<string, Fingerprints>;

  private constructor(path: string, files: Readonly<Record<string, Fingerprints>>) {
    this.path = path;
    this.#files = new Map(Object.entries(files));
  }

  /**
   * Reads a baseline; one that is not there is empty.
   * @param name the file as the user would name it
   * @throws ConfigError where it is of a later version or damaged
   */
  static read(path: string, name: string): BaselineFile {
    const fail = (message: string): never => {
      throw new ConfigError([{ place: name, message }]);
    };
    if (!existsSync(path)) return new BaselineFile(path, {});
    const data =
      parse(readFileSync(path, "utf8")) ?? fail("This baseline is damaged: delete it and run --update-baseline.");
    if (typeof data.version === "number" && data.version > VERSION) {
      fail(
        `This baseline was written by a later version of corrcheck (its form is ${data.version}, ours ${VERSION}): update corrcheck.`,
      );
    }
    if (data.version !== VERSION || !isFiles(data.files))
      fail("This baseline is damaged: delete it and run --update-baseline.");
    return new BaselineFile(path, data.files as Readonly<Record<string, Fingerprints>>);
  }

  /** The fingerprints of one file, whose path is absolute. */
  of(path: string): Fingerprints {
    return this.#files.get(this.#nameOf(path)) ?? {};
  }

  /** Takes down what one file has now, in the place of what it had. */
  set(path: string, fingerprints: Fingerprints): void {
    const name = this.#nameOf(path);
    if (Object.keys(fingerprints).length > 0) this.#files.set(name, fingerprints);
    else this.#files.delete(name);
  }

  /** Takes out findings that are gone. */
  prune(path: string, stale: Fingerprints): void {
    const left = Object.entries(this.of(path)).map(([key, count]) => [key, count - (stale[key] ?? 0)] as const);
    this.set(path, Object.fromEntries(left.filter(([, count]) => count > 0)));
  }

  /** Files, by absolute path, that are not there any more. */
  get gone(): readonly string[] {
    const paths = [...this.#files.keys()].map((name) => join(dirname(this.path), name));
    return paths.filter((path) => !existsSync(path));
  }

  /** How many findings it holds. */
  get size(): number {
    return [...this.#files.values()].flatMap((each) => Object.values(each)).reduce((sum, count) => sum + count, 0);
  }

  /** Writes it, sorted, so that two people's changes merge. */
  write(): void {
    const sorted = <V>(entries: Iterable<[string, V]>) =>
      Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
    const files = [...this.#files].map(([name, each]): [string, Fingerprints] => [name, sorted(Object.entries(each))]);
    writeFileSync(this.path, `${JSON.stringify({ version: VERSION, files: sorted(files) }, undefined, 2)}\n`);
  }

  #nameOf(path: string): string {
    return relative(dirname(this.path), path).replaceAll("\\", "/");
  }
}

function parse(text: string): { readonly version?: unknown; readonly files?: unknown } | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === "object" && data !== null ? data : undefined;
  } catch {
    return undefined;
  }
}

function isFiles(files: unknown): boolean {
  const isMap = (value: unknown): value is object =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  return (
    isMap(files) && Object.values(files).every((each) => isMap(each) && Object.values(each).every(Number.isInteger))
  );
}
