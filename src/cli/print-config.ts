import { resolve } from "node:path";
import type { SettingSource } from "../config/types.ts";
import { nameOf } from "../config/names.ts";
import { labelled } from "../report/columns.ts";
import type { Rule } from "../rule.ts";
import { refuse } from "./check.ts";
import { configure } from "./configure.ts";
import type { RawOptions } from "./options.ts";
import { write, type Streams } from "./streams.ts";

/** Prints what the configuration sets for a letter, and where: `corrcheck print-config <file>`. Gives the exit status. */
export async function printConfig(
  path: string,
  raw: RawOptions,
  streams: Streams,
  rules: readonly Rule[],
): Promise<number> {
  const { of, problems } = await configure([path], raw, streams, rules);
  if (problems.length > 0) return refuse(problems, [], streams);
  const configuration = of(path);
  const cwd = streams.cwd();
  const file = configuration?.file;
  const sources = configuration?.explain(path) ?? (await frontMatterOf(path, cwd));
  if (file === undefined && sources.length === 0) {
    await write(streams.stdout, `No configuration: everything is as it comes. “corrcheck init” writes one.\n`);
    return 0;
  }
  const rows = holding(sources).map(({ setting, value, place }) => [place, `${setting}: ${shown(value)}`] as const);
  const where = file === undefined ? "its front matter, with no configuration" : nameOf(resolve(cwd, file), cwd);
  const title = `${path}: settings of ${where}; the rest is as it comes`;
  await write(streams.stdout, `${title}\n\n${labelled(rows, 80).join("\n")}\n`);
  return 0;
}

async function frontMatterOf(path: string, cwd: string): Promise<readonly SettingSource[]> {
  const { frontMatterSources } = await import("../config/explain.ts");
  return frontMatterSources(resolve(cwd, path), path);
}

/** Lists that grow from file to file, where all others take the last. */
const GROWING = /^(?:vocabulary\.|dictionaries$|plugins$)/;

/** Of two that set the same, the later one; what is said of a rule also takes the place of what was said of its kinds. */
function holding(sources: readonly SettingSource[]): readonly SettingSource[] {
  return sources.filter(
    ({ setting }, index) =>
      GROWING.test(setting) ||
      !sources.slice(index + 1).some((later) => later.setting === setting || setting.startsWith(`${later.setting}/`)),
  );
}

const shown = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
