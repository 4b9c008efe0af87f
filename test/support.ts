import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileWithProofs, type DictionaryFile } from "../src/dictionary/compile.ts";
import { findEntities, type WordClasses } from "../src/correspondence/entities.ts";
import { tokenise } from "../src/correspondence/tokens.ts";
import { maskPlaceholders } from "../src/read/placeholders.ts";
import { ProjectionBuilder } from "../src/read/projection.ts";
import type { Sentence } from "../src/model.ts";

/** The folder of the project. */
export const ROOT = join(import.meta.dirname, "..");

/** The files of `dictionaries/`, as the build gives them to the compiler. */
export function dictionaryFiles(): DictionaryFile[] {
  return readdirSync(join(ROOT, "dictionaries"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:yml|txt)$/.test(name))
    .sort()
    .map((name) => ({
      path: `dictionaries/${name.replaceAll("\\", "/")}`,
      text: readFileSync(join(ROOT, "dictionaries", name), "utf8"),
    }));
}

/** The dictionaries compiled from their sources, with the sentences that prove them. */
export const compileAll = () => compileWithProofs(dictionaryFiles());

/** One sentence as the engine sees it. */
export function sentenceOf(text: string, classes: WordClasses): Sentence {
  const masked = maskPlaceholders(text).text;
  const projection = new ProjectionBuilder().add(masked, 0, masked.length).build();
  const tokens = tokenise(projection, 0, masked.length);
  return {
    start: 0,
    end: text.length,
    index: 0,
    part: "body",
    unit: "paragraph",
    block: 0,
    text,
    tokens,
    entities: findEntities(tokens, classes),
    literals: [],
    exempt: false,
  };
}
