import { dirname, relative, resolve } from "node:path";
import type { ConfigError } from "../config/errors.ts";
import type { Configuration } from "../config/types.ts";
import { createSearch } from "../config/search.ts";
import type { Settings } from "../lint.ts";
import { loadDictionaries, readerBeside } from "../node.ts";
import type { Problem } from "../report/report.ts";
import type { Rule } from "../rule.ts";
import type { RawOptions } from "./options.ts";
import type { Streams } from "./streams.ts";

/** Stands for a letter in the folder where the command runs, when none is named. */
const ANY_LETTER_HERE = "letter";

/** The configurations of the letters of a run. */
export interface Configured {
  /** Ours and those of all plug-ins: what the command line may name. */
  readonly rules: readonly Rule[];
  readonly configurations: readonly Configuration[];
  /** What is wrong with the configurations; nothing is checked where there is any. */
  readonly problems: readonly Problem[];
  readonly of: (path: string) => Configuration | undefined;
  readonly settingsFor: (path: string) => Settings;
}

/**
 * Loads the configuration of each letter: the one that is named, or the nearest. Where there is none, nothing is loaded but the
 * dictionaries, and those when the first letter is read.
 * @param paths of letters; "-" must have been replaced by the name that it goes by
 */
export async function configure(
  paths: readonly string[],
  { config, updateBaseline }: RawOptions,
  streams: Streams,
  rules: readonly Rule[],
): Promise<Configured> {
  const cwd = streams.cwd();
  const search = createSearch();
  const byFiles = new Map<string, Configuration | undefined>();
  const problems: Problem[] = [];
  const keyOf = (path: string) => {
    if (config === false) return "";
    if (typeof config === "string") return config;
    const nearest = search(dirname(resolve(cwd, path)));
    return updateBaseline || nearest.config || nearest.baseline ? `${nearest.config}\0${nearest.baseline}` : "";
  };
  for (const path of paths.length > 0 ? paths : [ANY_LETTER_HERE]) {
    const key = keyOf(path);
    if (key === "" || byFiles.has(key)) continue;
    byFiles.set(key, undefined);
    try {
      const { loadConfig } = await import("../config/load.ts");
      const from = typeof config === "string" ? { file: config } : { path };
      byFiles.set(key, await loadConfig({ rules, cwd, ...from }));
    } catch (error) {
      if (!isConfigError(error)) throw error;
      problems.push(...error.faults.map(({ place, message }) => ({ path: place, message })));
    }
  }
  const configurations = [...byFiles.values()].filter((each) => each !== undefined);
  let plain: Settings | undefined;
  const of = (path: string) => byFiles.get(keyOf(path));
  return {
    rules: [
      ...new Map([...rules, ...configurations.flatMap((each) => each.rules)].map((rule) => [rule.id, rule])).values(),
    ],
    configurations,
    problems,
    of,
    settingsFor: (path) =>
      of(path)?.settingsFor(path) ?? {
        ...(plain ??= { rules, dictionaries: loadDictionaries() }),
        readNamed: readerBeside(path, cwd),
      },
  };
}

/** By its name: what loads a configuration has the class in its own file. */
export function isConfigError(error: unknown): error is ConfigError {
  return error instanceof Error && error.name === "ConfigError";
}

/** Which letters of the run each baseline was asked about, and what they came to. */
export interface Seen {
  readonly path: string;
  readonly stale: Readonly<Record<string, number>>;
  readonly accepted: readonly string[];
}

/** Says what of each baseline is gone, or takes it out; and, where asked, which accepted words nothing used. */
export function reviewConfigurations(
  { configurations, of }: Configured,
  seen: readonly Seen[],
  { pruneBaseline, verbose }: RawOptions,
  cwd: string,
): string[] {
  return configurations.flatMap((configuration) => {
    const own = seen.filter(({ path }) => of(path) === configuration);
    return [
      ...reviewBaseline(configuration, own, pruneBaseline ?? false, cwd),
      ...(verbose ? unusedWords(configuration, own, cwd) : []),
    ];
  });
}

function reviewBaseline({ baseline }: Configuration, seen: readonly Seen[], prune: boolean, cwd: string): string[] {
  const name = relative(cwd, baseline.path);
  const stale = seen.filter((each) => Object.keys(each.stale).length > 0);
  const gone = baseline.gone;
  if (stale.length === 0 && gone.length === 0) return [];
  if (prune) {
    const before = baseline.size;
    for (const { path, stale: entries } of stale) baseline.prune(resolve(cwd, path), entries);
    for (const path of gone) baseline.set(path, {});
    baseline.write();
    return [`${name}: ${before - baseline.size} taken out, ${baseline.size} left`];
  }
  const count = (entries: Readonly<Record<string, number>>) =>
    Object.values(entries).reduce((sum, each) => sum + each, 0);
  return [
    ...stale.map(
      ({ path, stale: entries }) => `${name}: stale, for ${goneFrom(path, count(entries))}. Run --prune-baseline.`,
    ),
    ...gone.map((path) => `${name}: stale, for ${relative(cwd, path)} is not there any more. Run --prune-baseline.`),
  ];
}

const goneFrom = (path: string, count: number) =>
  count === 1 ? `1 finding of ${path} is gone` : `${count} findings of ${path} are gone`;

function unusedWords({ file, accepted }: Configuration, seen: readonly Seen[], cwd: string): string[] {
  const used = new Set(seen.flatMap((each) => each.accepted));
  const unused = accepted.map(({ words }) => words).filter((words) => !used.has(words));
  if (unused.length === 0 || file === undefined) return [];
  return [`${relative(cwd, file)}: accepted words that nothing here needed: ${unused.join(", ")}`];
}
