import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import picomatch from "picomatch";
import type { Settings } from "../lint.ts";
import { loadDictionaries } from "../node.ts";
import type { Rule } from "../rule.ts";
import { checkRules, optionsOf, severityIn, type Fault } from "../settings/check.ts";
import { layer, type Accepted, type DocumentSettings } from "../settings/model.ts";
import { readSettings } from "../settings/read.ts";
import type { RawOverride } from "../settings/schema.ts";
import { BaselineFile } from "./baseline-file.ts";
import { compiler, readDictionaries } from "./dictionaries.ts";
import { ConfigError, type ConfigFault } from "./errors.ts";
import { readLayers, type Layer } from "./layers.ts";
import { nameOf } from "./names.ts";
import { loadPlugins } from "./plugins.ts";
import { BASELINE_NAME, createSearch } from "./search.ts";

export interface LoadOptions {
  /** The rules to run: those of `corrcheck/rules`, as a rule. The plug-ins of the configuration add theirs. */
  readonly rules: readonly Rule[];
  /** The folder from which relative paths count; that of the process where left out. */
  readonly cwd?: string;
  /** A letter or folder: the configuration nearest to it, upwards, is taken; the nearest to `cwd` where left out. */
  readonly path?: string;
  /** The configuration file itself. */
  readonly file?: string;
}

/** One setting, and where it was made. */
export interface SettingSource {
  /** "rules.sentence-length" */
  readonly setting: string;
  readonly value: unknown;
  /** "corrcheck.yml:4:20" */
  readonly place: string;
}

/** A configuration, loaded and checked: what `lint` needs for each letter. */
export interface Configuration {
  /** Absolute path; undefined where there is none. */
  readonly file: string | undefined;
  /** Ours, and those of plug-ins. */
  readonly rules: readonly Rule[];
  /** The words that the vocabulary accepts. */
  readonly accepted: readonly Accepted[];
  readonly baseline: BaselineFile;
  /** How to lint one letter. */
  settingsFor(path: string): Settings;
  /** What is set for one letter and where, in the order in which it was said: the last that is said of a thing holds. */
  explain(path: string): readonly SettingSource[];
}

/**
 * Finds and loads the configuration, with all that it extends, its plug-ins, dictionaries and baseline.
 * @throws ConfigError that tells every fault with its place
 */
export async function loadConfig({
  rules: ours,
  cwd = process.cwd(),
  path,
  file,
}: LoadOptions): Promise<Configuration> {
  const from = path === undefined ? cwd : dirname(resolve(cwd, path));
  const nearest = file === undefined ? createSearch()(from) : { config: resolve(cwd, file), baseline: undefined };
  const layers = nearest.config === undefined ? [] : readLayers(nearest.config, cwd);
  const home = nearest.config === undefined ? cwd : dirname(nearest.config);
  const faults: ConfigFault[] = [];

  const plugins = await loadPlugins(layers, ours);
  const rules = [...ours, ...plugins.rules];
  faults.push(...plugins.faults, ...layers.flatMap((each) => checkLayer(each, rules)));
  const own = readDictionaries(layers, rules, cwd);
  faults.push(...own.faults);
  const hasOwn = own.files.length > 0 || own.hunspell.length > 0 || layers.some(({ raw }) => raw.vocabulary?.reject);
  const dictionaries = loadDictionaries(hasOwn ? compiler(own, layers, (fault) => faults.push(fault)) : undefined);
  if (faults.length > 0) throw new ConfigError(faults);

  const baselinePath = nearest.baseline ?? join(home, BASELINE_NAME);
  const baseline = BaselineFile.read(baselinePath, nameOf(baselinePath, cwd));
  const below = layer(...layers.map(({ raw }) => readSettings(raw)));
  const overrides = layers.flatMap((each) =>
    (each.raw.overrides ?? []).map((raw, index) => toOverride(raw, index, each)),
  );
  const holding = (letter: string) => overrides.filter(({ holds }) => holds(resolve(cwd, letter)));
  return {
    file: nearest.config,
    rules,
    accepted: below.accept ?? [],
    baseline,
    settingsFor: (letter) => ({
      rules,
      dictionaries,
      configured: layer(below, ...holding(letter).map(({ settings }) => settings)),
      baseline: baseline.of(resolve(cwd, letter)),
    }),
    explain: (letter) => [
      ...layers.flatMap(({ raw, placeOf }) => sourcesOf(raw, [], placeOf)),
      ...holding(letter).flatMap(({ raw, at, source }) => sourcesOf(raw, at, source.placeOf)),
    ],
  };
}

function checkLayer({ raw, placeOf }: Layer, rules: readonly Rule[]): ConfigFault[] {
  const overrides = (raw.overrides ?? []).flatMap((each, index) =>
    checkRules(each.rules ?? {}, rules, ["overrides", index, "rules"]),
  );
  const accepting: Fault[] = (raw.vocabulary?.accept ?? []).flatMap((entry, index) =>
    typeof entry === "string"
      ? []
      : checkRules(Object.fromEntries((entry.rules ?? []).map((id) => [id, "info" as const])), rules, []).map(
          (fault) => ({ ...fault, path: ["vocabulary", "accept", index, "rules"], isKey: false }),
        ),
  );
  return [...checkRules(raw.rules ?? {}, rules, ["rules"]), ...overrides, ...accepting].map(
    ({ path, isKey, message }) => ({
      place: placeOf(path, isKey),
      message,
    }),
  );
}

interface Override {
  readonly raw: RawOverride;
  readonly at: readonly (string | number)[];
  readonly source: Layer;
  readonly settings: DocumentSettings;
  readonly holds: (letter: string) => boolean;
}

/** A pattern without a folder means files of that name anywhere below the configuration. */
function toOverride(raw: RawOverride, index: number, source: Layer): Override {
  const patterns = raw.files.map((pattern) => {
    const plain = pattern.replace(/^\.\//, "").replace(/\/$/, "/**");
    if (existsSync(join(source.folder, plain)) && !/\.\w+$/.test(plain) && !plain.endsWith("*")) return `${plain}/**`;
    return plain.includes("/") ? plain : `**/${plain}`;
  });
  const matches = picomatch(patterns, { dot: true });
  const { files: _, ...settings } = raw;
  return {
    raw,
    at: ["overrides", index],
    source,
    settings: readSettings(settings),
    holds: (letter) => matches(relative(source.folder, letter).replaceAll("\\", "/")),
  };
}

/** Settings that hold several others, each of which may come from another place. */
const MAPS = ["rules", "limits", "organisation", "vocabulary"];
const NOT_SETTINGS = ["$schema", "extends", "overrides", "files"];

function sourcesOf(raw: object, at: readonly (string | number)[], placeOf: Layer["placeOf"]): SettingSource[] {
  return Object.entries(raw).flatMap(([key, value]: [string, unknown]) => {
    if (NOT_SETTINGS.includes(key)) return [];
    if (!MAPS.includes(key)) return [{ setting: key, value, place: placeOf([...at, key]) }];
    return Object.entries(value as object).flatMap(([name, inner]: [string, unknown]) => {
      const place = placeOf([...at, key, name]);
      const setting = `${key}.${name}`;
      if (key !== "rules") return [{ setting, value: inner, place }];
      const given = inner as Parameters<typeof optionsOf>[0];
      const severity = severityIn(given);
      return [
        ...(severity === undefined ? [] : [{ setting, value: severity, place }]),
        ...Object.entries(optionsOf(given)).map(([option, chosen]) => ({
          setting: `${setting}.${option}`,
          value: chosen,
          place,
        })),
      ];
    });
  });
}
