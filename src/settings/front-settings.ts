import { InputError } from "../errors.ts";
import type { Rule } from "../rule.ts";
import { checkRules, checkShape, type Fault } from "./check.ts";
import type { DocumentSettings } from "./model.ts";
import { readSettings } from "./read.ts";
import { frontMatter } from "./schema.ts";
import { SettingsText } from "./yaml.ts";

/**
 * The settings that the front matter of a document holds.
 * @param text the front matter with both its lines of dashes
 * @throws InputError with line, column and cure
 */
export function frontSettings(text: string, rules: readonly Rule[]): DocumentSettings {
  const [opening = ""] = /^\uFEFF?---[^\n]*\n/.exec(text) ?? [];
  const yaml = new SettingsText(text.slice(opening.length).replace(/(?:---|\.\.\.)[ \t\r]*$/, ""), 2);
  const { value, faults } = checkShape(frontMatter, yaml.data);
  if (faults.length > 0) throw inputError(faults, yaml);
  const unknown = checkRules(value.rules ?? {}, rules, ["rules"]);
  if (unknown.length > 0) throw inputError(unknown, yaml);
  return readSettings(value);
}

function inputError(faults: readonly Fault[], yaml: SettingsText): InputError {
  const told = faults.map((fault) => {
    const [line, column] = yaml.placeOf(fault).split(":");
    return `line ${line}, column ${column}: ${fault.message}`;
  });
  return new InputError(told.join(" "));
}
