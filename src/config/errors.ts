/** Something wrong in the configuration, with its place and one sentence that says how to mend it. */
export interface ConfigFault {
  /** "corrcheck.yml:3:7", or the file alone. */
  readonly place: string;
  readonly message: string;
}

/** A configuration that cannot be used; it tells all that is wrong at once. Exit status 2. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly faults: readonly ConfigFault[];

  constructor(faults: readonly ConfigFault[]) {
    super(faults.map(({ place, message }) => `${place}: ${message}`).join("\n"));
    this.faults = faults;
  }
}
