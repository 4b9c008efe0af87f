/** The package as a host program imports it: the core, and what reads a configuration from the disk. */
import type { Configuration, LoadOptions } from "./config/load.ts";

export * from "./index.ts";
export type { Configuration, LoadOptions, SettingSource } from "./config/load.ts";
export type { ConfigError, ConfigFault } from "./config/errors.ts";

/**
 * Finds and loads the configuration, with all that it extends, its plug-ins, dictionaries and baseline. What reads it is loaded
 * only then.
 * @throws ConfigError (told by its `name`) with every fault and its place
 */
export async function loadConfig(options: LoadOptions): Promise<Configuration> {
  const { loadConfig: load } = await import("./config/load.ts");
  return load(options);
}
