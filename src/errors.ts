/** The input cannot be linted: it is binary, or its front matter does not parse. Shown to the user as it is; exit status 2. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** A rule, ours or of a plug-in, that threw; its `cause` is what it threw. */
export class RuleError extends Error {
  override readonly name = "RuleError";

  constructor(id: string, cause: unknown) {
    super(`the rule “${id}” stopped: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
