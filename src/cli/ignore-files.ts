import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Ignore } from "ignore";

const OWN = ".corrcheckignore";
const GIT = ".gitignore";

/** An ignore file, ready to be asked. */
interface Patterns {
  readonly name: string;
  readonly folder: string;
  readonly patterns: Ignore;
}

/** The `.corrcheckignore` and `.gitignore` files above letters, up to the root of the repository; each is read once. */
export class IgnoreFiles {
  readonly #above = new Map<string, Promise<readonly Patterns[]>>();

  /** The name of the ignore file that names a letter, whose path is absolute; undefined where none does. */
  async ignoring(path: string): Promise<string | undefined> {
    const files = await this.#filesAbove(dirname(path));
    for (const name of [OWN, GIT]) {
      let isIgnored = false;
      for (const file of files) {
        if (file.name !== name) continue;
        const { ignored, unignored } = file.patterns.test(relative(file.folder, path).replaceAll("\\", "/"));
        if (ignored || unignored) isIgnored = ignored;
      }
      if (isIgnored) return name;
    }
    return undefined;
  }

  /** Those of the outermost folder first: the nearer one has the last word. */
  #filesAbove(folder: string): Promise<readonly Patterns[]> {
    const known = this.#above.get(folder) ?? this.#read(folder);
    this.#above.set(folder, known);
    return known;
  }

  async #read(folder: string): Promise<readonly Patterns[]> {
    const parent = dirname(folder);
    const isRoot = parent === folder || existsSync(join(folder, ".git"));
    const above = isRoot ? [] : await this.#filesAbove(parent);
    const own: Patterns[] = [];
    for (const name of [OWN, GIT]) {
      const path = join(folder, name);
      if (!existsSync(path)) continue;
      const { default: ignore } = await import("ignore");
      own.push({ name, folder, patterns: ignore().add(readFileSync(path, "utf8")) });
    }
    return own.length > 0 ? [...above, ...own] : above;
  }
}
