import { existsSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fingerprintsOf } from "../baseline.ts";
import type { BaselineFile } from "../config/baseline-file.ts";
import { lint, type Settings } from "../lint.ts";
import { plural } from "../verdict.ts";
import type { Configured } from "./configure.ts";

/**
 * Takes down what is found now in each letter, in the place of what its baseline had, and says what it did. A letter that cannot
 * be read is left as it was: the run that follows tells of it.
 */
export async function updateBaselines(
  paths: readonly string[],
  given: Omit<Settings, "rules" | "dictionaries">,
  { of }: Configured,
  cwd: string,
): Promise<string[]> {
  const changed = new Set<BaselineFile>();
  for (const path of paths) {
    const configuration = of(path)!;
    const { baseline: _, ...settings } = configuration.settingsFor(path);
    try {
      const content = readFileSync(resolve(cwd, path));
      const result = await lint({ path, content }, { ...settings, ...given });
      configuration.baseline.set(resolve(cwd, path), await fingerprintsOf(result));
      changed.add(configuration.baseline);
    } catch {
      continue;
    }
  }
  return [...changed].flatMap((baseline) => {
    if (baseline.size === 0 && !existsSync(baseline.path)) return [];
    baseline.write();
    return `${relative(cwd, baseline.path)}: ${plural(baseline.size, "finding")} taken down`;
  });
}
