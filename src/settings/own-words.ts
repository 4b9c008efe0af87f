import nspell from "nspell";
import { compileWithProofs, DictionaryError, type DictionaryFile, type Proof } from "../dictionary/compile.ts";
import type { Dictionaries } from "../dictionary/index.ts";
import type { Rule } from "../rule.ts";
import type { ConfigFault } from "./model.ts";
import type { RawConfiguration } from "./schema.ts";

/** The rule that reports whatever no other rule claims. */
const HOUSE_STYLE = "house-style";
/** Lists that rules and the reader look into; any other `.txt` is a list of words. */
const LISTS = [
  "words",
  "names",
  "known-abbreviations",
  "misspellings",
  "never-suggest",
  "salutations",
  "valedictions",
  "delivery-marks",
  "irregular",
];

/** A configuration file, or the front matter of a letter, as far as it speaks of words. */
export interface WordSource {
  /** Its path. */
  readonly file: string;
  readonly raw: Pick<RawConfiguration, "vocabulary" | "dictionaries">;
  /** The place of one of its settings, for messages. */
  readonly placeOf: (path: readonly (string | number)[]) => string;
  /** Reads a file by its path from this one, and gives it the name that messages use; undefined where there is none. */
  readonly open: (path: string) => Promise<Pick<DictionaryFile, "path" | "text"> | undefined>;
}

/** Dictionaries extended by an organisation's own, the sentences that prove these, and what is wrong with them. */
export interface OwnWords {
  readonly dictionaries: Dictionaries;
  readonly proofs: readonly Proof[];
  readonly faults: readonly ConfigFault[];
}

/**
 * Adds the dictionaries that some sources name and the words that they reject. A file named after a rule's dictionary, such as
 * `jargon.yml`, adds to it.
 */
export async function addOwnWords(
  below: Dictionaries,
  sources: readonly WordSource[],
  rules: readonly Rule[],
): Promise<OwnWords> {
  const { named, hunspell, faults } = await readFiles(sources, rules);
  const files = [...named, ...rejectedFiles(sources)];
  if (files.length === 0 && hunspell.length === 0) return { dictionaries: below, proofs: [], faults };
  let proofs: readonly Proof[] = [];
  const dictionaries = below.extended((ours) => {
    const sound = files.filter((file) => {
      try {
        compileWithProofs([file], {}, ours);
        return true;
      } catch (error) {
        if (!(error instanceof DictionaryError)) throw error;
        faults.push(toFault(error, file, sources));
        return false;
      }
    });
    const spellers = hunspell.map((dictionary) => nspell(dictionary));
    const made = compileWithProofs(sound, {}, ours);
    proofs = made.proofs.filter((proof) => named.some(({ path }) => path === proof.file));
    return { compiled: made.compiled, hasWord: (word) => spellers.some((speller) => speller.correct(word)) };
  });
  return { dictionaries, proofs, faults };
}

interface OwnFiles {
  readonly named: readonly DictionaryFile[];
  readonly hunspell: readonly { readonly aff: string; readonly dic: string }[];
  readonly faults: ConfigFault[];
}

async function readFiles(sources: readonly WordSource[], rules: readonly Rule[]): Promise<OwnFiles> {
  const named: DictionaryFile[] = [];
  const hunspell: { aff: string; dic: string }[] = [];
  const faults: ConfigFault[] = [];
  const claimed = new Set(["classes", ...rules.flatMap(({ dictionary }) => dictionary ?? [])]);
  for (const { raw, open, placeOf } of sources) {
    for (const [index, name] of (raw.dictionaries ?? []).entries()) {
      const [, own = "", ending = ""] = /([^/\\]*?)(\.\w+)?$/.exec(name) ?? [];
      const fail = (message: string) => faults.push({ place: placeOf(["dictionaries", index]), message });
      const file = await open(name);
      if (!file) fail(`There is no file “${name}”: the path counts from the folder of this file.`);
      else if (ending === ".dic") {
        const aff = await open(name.replace(/\.dic$/, ".aff"));
        if (aff) hunspell.push({ dic: file.text, aff: aff.text });
        else fail(`“${own}.aff” must stand beside “${name}”.`);
      } else if (ending === ".txt") named.push({ ...file, name: LISTS.includes(own) ? own : "words" });
      else if (ending === ".yml" || ending === ".yaml")
        named.push({ ...file, name: claimed.has(own) ? own : HOUSE_STYLE });
      else fail(`“${name}” is no dictionary: use .yml for phrases, .txt for words, or .dic for Hunspell.`);
    }
  }
  return { named, hunspell, faults };
}

/** The rejected words of each source as a dictionary: line 1 is the first entry. */
const rejectedFiles = (sources: readonly WordSource[]): DictionaryFile[] =>
  sources.flatMap(({ file, raw }) => {
    const rejected = raw.vocabulary?.reject ?? [];
    return rejected.length === 0
      ? []
      : [{ path: `${file}.yml`, name: HOUSE_STYLE, text: rejected.map(toEntry).join("\n") }];
  });

type Rejected = NonNullable<NonNullable<RawConfiguration["vocabulary"]>["reject"]>[number];

/** The sentences that prove an entry are for those who share a dictionary. */
function toEntry(rejected: Rejected): string {
  return `- ${JSON.stringify({ ...rejected, example: rejected.not, fine: "-" })}`;
}

function toFault({ message }: DictionaryError, { path }: DictionaryFile, sources: readonly WordSource[]): ConfigFault {
  const [, place = path, line = "1", problem = message] = /^(.*?):(\d+): (.*)$/s.exec(message) ?? [];
  const source = sources.find(({ file }) => `${file}.yml` === path);
  const text = `${problem.charAt(0).toUpperCase()}${problem.slice(1)}`.replace(/\.?$/, ".");
  if (source) return { place: source.placeOf(["vocabulary", "reject", Number(line) - 1]), message: text };
  return { place: `${place}:${line}`, message: text };
}
