/** The input cannot be linted: it is binary, or its front matter does not parse. Shown to the user as it is; exit status 2. */
export class InputError extends Error {
  override readonly name = "InputError";
}
