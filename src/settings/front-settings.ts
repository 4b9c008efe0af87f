import type { Dictionaries } from "../dictionary/index.ts";
import { InputError } from "../errors.ts";
import type { Rule } from "../rule.ts";
import { checkRules, checkShape } from "./check.ts";
import type { DocumentSettings } from "./model.ts";
import type { WordSource } from "./own-words.ts";
import { readSettings } from "./read.ts";
import { frontMatter } from "./schema.ts";
import { SettingsText } from "./yaml.ts";

interface Given {
  readonly rules: readonly Rule[];
  readonly dictionaries: Dictionaries;
  readonly readNamed?: (path: string) => Promise<{ readonly path: string; readonly content: string | Uint8Array }>;
}

/**
 * The settings that the front matter of a document holds, and the dictionaries with the words that it brings. Plug-ins it cannot
 * bring: a letter from elsewhere would run code where it is checked.
 * @param text the front matter with both its lines of dashes
 * @throws InputError with line, column and cure
 */
export async function frontSettings(
  text: string,
  { rules, dictionaries, readNamed }: Given,
): Promise<{ front: DocumentSettings; dictionaries: Dictionaries }> {
  const [opening = ""] = /^\uFEFF?---[^\n]*\n/.exec(text) ?? [];
  const yaml = new SettingsText(text.slice(opening.length).replace(/(?:---|\.\.\.)[ \t\r]*$/, ""), 2);
  const [unsound] = yaml.faults;
  if (unsound) throw new InputError(`the front matter: ${unsound.message}`);
  const placeOf = (path: readonly (string | number)[], isKey = false) => {
    const [line, column] = yaml.placeOf({ path, isKey }).split(":");
    return `line ${line}, column ${column}`;
  };
  const refuse = (faults: readonly { readonly place: string; readonly message: string }[]) => {
    if (faults.length > 0) throw new InputError(faults.map(({ place, message }) => `${place}: ${message}`).join(" "));
  };
  const { value, faults } = checkShape(frontMatter, yaml.data);
  const wrong = faults.length > 0 ? faults : checkRules(value.rules ?? {}, rules, ["rules"]);
  refuse(wrong.map(({ path, isKey, message }) => ({ place: placeOf(path, isKey), message })));
  const front = readSettings(value);
  if (!value.dictionaries && !value.vocabulary?.reject) return { front, dictionaries };
  const { addOwnWords } = await import("./own-words.ts");
  const open: WordSource["open"] = async (path) => {
    const file = await readNamed?.(path).catch(() => undefined);
    if (!file) return undefined;
    const { path: name, content } = file;
    return { path: name, text: typeof content === "string" ? content : new TextDecoder().decode(content) };
  };
  const own = await addOwnWords(dictionaries, [{ file: "", raw: value, placeOf, open }], rules);
  refuse(own.faults);
  return { front, dictionaries: own.dictionaries };
}
