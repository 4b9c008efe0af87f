import { readFileSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import nspell from "nspell";
import { compileOwn, DictionaryError, type DictionaryFile } from "../dictionary/compile.ts";
import type { OwnDictionaries } from "../dictionary/index.ts";
import type { Compiled } from "../dictionary/model.ts";
import type { Rule } from "../rule.ts";
import type { RawConfiguration } from "../settings/schema.ts";
import type { ConfigFault } from "./errors.ts";
import { isFile, type Layer } from "./layers.ts";
import { nameOf } from "./names.ts";

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
  "irregular",
];

/** What the dictionaries and the vocabulary of some layers hold, ready to be compiled, and what is wrong with them. */
export interface OwnFiles {
  readonly files: readonly DictionaryFile[];
  readonly hunspell: readonly { readonly aff: string; readonly dic: string }[];
  readonly faults: readonly ConfigFault[];
}

/** Reads the files that the layers name. A file named after a rule's dictionary, such as `jargon.yml`, adds to it. */
export function readDictionaries(layers: readonly Layer[], rules: readonly Rule[], cwd: string): OwnFiles {
  const files: DictionaryFile[] = [];
  const hunspell: { aff: string; dic: string }[] = [];
  const faults: ConfigFault[] = [];
  const claimed = new Set(["classes", ...rules.flatMap(({ dictionary }) => dictionary ?? [])]);
  for (const { raw, folder, placeOf } of layers) {
    for (const [index, name] of (raw.dictionaries ?? []).entries()) {
      const path = resolve(folder, name);
      const fail = (message: string) => faults.push({ place: placeOf(["dictionaries", index]), message });
      const ending = extname(path);
      const own = basename(path, ending);
      if (!isFile(path)) fail(`There is no file “${name}”: the path counts from the folder of this file.`);
      else if (ending === ".dic") hunspell.push({ dic: readFileSync(path, "utf8"), aff: affixFor(path) });
      else if (ending === ".txt") files.push({ ...fileAt(path, cwd), name: LISTS.includes(own) ? own : "words" });
      else if (ending === ".yml" || ending === ".yaml")
        files.push({ ...fileAt(path, cwd), name: claimed.has(own) ? own : HOUSE_STYLE });
      else fail(`“${name}” is no dictionary: use .yml for phrases, .txt for words, or .dic for Hunspell.`);
    }
  }
  return { files, hunspell, faults };
}

const fileAt = (path: string, cwd: string): DictionaryFile => ({
  path: nameOf(path, cwd),
  text: readFileSync(path, "utf8"),
});

function affixFor(dic: string): string {
  const aff = dic.replace(/\.dic$/, ".aff");
  return isFile(aff) ? readFileSync(aff, "utf8") : "";
}

/** What compiles the own dictionaries on top of ours; each fault is told to `fail`. */
export function compiler(
  { files, hunspell }: OwnFiles,
  layers: readonly Layer[],
  fail: (fault: ConfigFault) => void,
): (ours: Compiled) => OwnDictionaries {
  return (ours) => {
    const sound = [...files, ...rejectedFiles(layers)].filter((file) => {
      try {
        compileOwn([file], ours);
        return true;
      } catch (error) {
        if (!(error instanceof DictionaryError)) throw error;
        fail(toFault(error, file, layers));
        return false;
      }
    });
    const spellers = hunspell.map((dictionary) => nspell(dictionary));
    return { compiled: compileOwn(sound, ours), hasWord: (word) => spellers.some((speller) => speller.correct(word)) };
  };
}

/** The rejected words of each layer as a dictionary: line 1 is the first entry. */
const rejectedFiles = (layers: readonly Layer[]): DictionaryFile[] =>
  layers.flatMap(({ file, raw }) => {
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

function toFault({ message }: DictionaryError, { path }: DictionaryFile, layers: readonly Layer[]): ConfigFault {
  const [, place = path, line = "1", problem = message] = /^(.*?):(\d+): (.*)$/s.exec(message) ?? [];
  const layer = layers.find(({ file }) => `${file}.yml` === path);
  const text = `${problem.charAt(0).toUpperCase()}${problem.slice(1)}`.replace(/\.?$/, ".");
  if (layer) return { place: layer.placeOf(["vocabulary", "reject", Number(line) - 1]), message: text };
  return { place: `${place}:${line}`, message: text };
}
