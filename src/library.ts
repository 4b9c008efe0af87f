/** The package as a host program imports it: the core, and what reads a configuration from the disk. */
import type { Configuration, LoadOptions } from "./config/types.ts";

export * from "./index.ts";
export { createPlacer, type Placer } from "./report/report.ts";
export type { LinePlace, ParagraphPlace, Place } from "./position.ts";
export type { Configuration, LoadOptions, SettingSource } from "./config/types.ts";
export type { ConfigError } from "./config/errors.ts";
export type { ConfigFault } from "./settings/model.ts";

/**
 * Finds and loads the configuration, with all that it extends, its plug-ins, dictionaries and baseline. What reads it is loaded
 * only then.
 * @throws ConfigError (told by its `name`) with every fault and its place
 */
export async function loadConfig(options: LoadOptions): Promise<Configuration> {
  const { loadConfig: load } = await import("./config/load.ts");
  return load(options);
}

/**
 * Tries each `example` and `fine` sentence of the organisation's dictionaries, as our own are tried.
 * @returns one line for each sentence in which an entry is not found, or is found where it must not be
 */
export async function proveDictionaries(configuration: Configuration): Promise<readonly string[]> {
  const { failedProofs } = await import("./config/prove.ts");
  return failedProofs(configuration);
}
