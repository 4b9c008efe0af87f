/** The words that the command line may begin with. */
export const VERBS: readonly string[] = [
  "check",
  "rules",
  "criteria",
  "explain",
  "init",
  "print-config",
  "record",
  "redact",
  "actions",
  "redact",
  "actions",
  "help",
];
