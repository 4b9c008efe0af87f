import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The names of a configuration, the first of a folder being the one that holds. */
export const CONFIG_NAMES = ["corrcheck.yml", "corrcheck.yaml", "corrcheck.json"] as const;
export const BASELINE_NAME = "corrcheck-baseline.json";

/** The nearest configuration and baseline from a folder upwards, to the root of its repository. */
export interface Nearest {
  readonly config: string | undefined;
  readonly baseline: string | undefined;
}

/** Makes a search that looks upwards from a folder, which is an absolute path, and looks into each folder once. */
export function createSearch(): (folder: string) => Nearest {
  const known = new Map<string, Nearest>();
  const search = (folder: string): Nearest => {
    const before = known.get(folder);
    if (before) return before;
    const config = CONFIG_NAMES.map((name) => join(folder, name)).find((path) => existsSync(path));
    const baseline = [join(folder, BASELINE_NAME)].find((path) => existsSync(path));
    const parent = dirname(folder);
    const isRoot = parent === folder || existsSync(join(folder, ".git"));
    const above = isRoot || (config && baseline) ? undefined : search(parent);
    const found = { config: config ?? above?.config, baseline: baseline ?? above?.baseline };
    known.set(folder, found);
    return found;
  };
  return search;
}
