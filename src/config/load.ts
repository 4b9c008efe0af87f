import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import picomatch from "picomatch";
import { loadDictionaries, readerBeside } from "../node.ts";
import type { Rule } from "../rule.ts";
import { checkRules, type Fault } from "../settings/check.ts";
import { layer, type ConfigFault, type DocumentSettings } from "../settings/model.ts";
import { addOwnWords } from "../settings/own-words.ts";
import { readSettings } from "../settings/read.ts";
import type { RawOverride } from "../settings/schema.ts";
import { BaselineFile } from "./baseline-file.ts";
import { ConfigError } from "./errors.ts";
import { frontMatterSources, sourcesOf } from "./explain.ts";
import { readLayers, type Layer } from "./layers.ts";
import { nameOf } from "./names.ts";
import { loadPlugins } from "./plugins.ts";
import { BASELINE_NAME, createSearch } from "./search.ts";
import type { Configuration, LoadOptions } from "./types.ts";

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
  const own = await addOwnWords(loadDictionaries(), layers, rules);
  faults.push(...own.faults);
  if (faults.length > 0) throw new ConfigError(faults);

  const baselinePath = nearest.baseline ?? join(home, BASELINE_NAME);
  const baseline = BaselineFile.read(baselinePath, nameOf(baselinePath, cwd));
  const below = layer(...layers.map(({ raw }) => readSettings(raw)));
  const overrides = layers.flatMap((each) =>
    (each.raw.overrides ?? []).map((raw, index) => toOverride(raw, index, each, home)),
  );
  const holding = (letter: string) => overrides.filter(({ holds }) => holds(resolve(cwd, letter)));
  return {
    file: nearest.config,
    rules,
    accepted: below.accept ?? [],
    proofs: own.proofs,
    baseline,
    settingsFor: (letter) => ({
      rules,
      dictionaries: own.dictionaries,
      configured: layer(below, ...holding(letter).map(({ settings }) => settings)),
      baseline: baseline.of(resolve(cwd, letter)),
      readNamed: readerBeside(letter, cwd),
    }),
    explain: (letter) => [
      ...layers.flatMap(({ raw, placeOf }) => sourcesOf(raw, [], placeOf)),
      ...holding(letter).flatMap(({ raw, at, source }) => sourcesOf(raw, at, source.placeOf)),
      ...frontMatterSources(resolve(cwd, letter), letter),
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

/**
 * Patterns count from the folder of the configuration that is found, also those of what it extends; one without a folder means files
 * of that name anywhere.
 */
function toOverride(raw: RawOverride, index: number, source: Layer, home: string): Override {
  const patterns = raw.files.map((pattern) => {
    const plain = pattern.replace(/^\.\//, "").replace(/\/$/, "/**");
    if (existsSync(join(home, plain)) && !/\.\w+$/.test(plain) && !plain.endsWith("*")) return `${plain}/**`;
    return plain.includes("/") ? plain : `**/${plain}`;
  });
  const matches = picomatch(patterns, { dot: true });
  const { files: _, ...settings } = raw;
  return {
    raw,
    at: ["overrides", index],
    source,
    settings: readSettings(settings),
    holds: (letter) => matches(relative(home, letter).replaceAll("\\", "/")),
  };
}
