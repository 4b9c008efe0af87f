import type { ConfigFault } from "../settings/model.ts";

/** A configuration that cannot be used; it tells all that is wrong at once. Exit status 2. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly faults: readonly ConfigFault[];

  constructor(faults: readonly ConfigFault[]) {
    super(faults.map(({ place, message }) => `${place}: ${message}`).join("\n"));
    this.faults = faults;
  }
}
