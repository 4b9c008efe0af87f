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
  "help",
];

/** What a message is, and where its settings are. */
const READING = ["channel", "occasion", "direction", "mode", "audience", "incoming", "config", "color"];
/** The options of a check that another verb takes too, by their names in a program. */
export const TAKES: Readonly<Record<string, readonly string[]>> = {
  rules: ["config", "color"],
  criteria: ["config", "color"],
  explain: ["config", "color"],
  init: ["channel", "mode", "config", "color"],
  "print-config": ["config", "color"],
  record: [...READING, "format", "showValues"],
  redact: READING,
  actions: [...READING, "format", "showValues"],
};
