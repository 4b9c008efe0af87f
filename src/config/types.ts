import type { Proof } from "../dictionary/compile.ts";
import type { Settings } from "../lint.ts";
import type { Rule } from "../rule.ts";
import type { Accepted } from "../settings/model.ts";
import type { BaselineFile } from "./baseline-file.ts";

export interface LoadOptions {
  /** The rules to run: those of `corrcheck/rules`, as a rule. The plug-ins of the configuration add theirs. */
  readonly rules: readonly Rule[];
  /** The folder from which relative paths count; that of the process where left out. */
  readonly cwd?: string;
  /** A letter or folder: the configuration nearest to it, upwards, is taken; the nearest to `cwd` where left out. */
  readonly path?: string;
  /** The configuration file itself. */
  readonly file?: string;
}

/** A configuration, loaded and checked: what `lint` needs for each letter. */
export interface Configuration {
  /** Absolute path; undefined where there is none. */
  readonly file: string | undefined;
  /** Ours, and those of plug-ins. */
  readonly rules: readonly Rule[];
  /** The words that the vocabulary accepts. */
  readonly accepted: readonly Accepted[];
  /** The sentences in which the entries of its dictionaries must be found, or must not. */
  readonly proofs: readonly Proof[];
  readonly baseline: BaselineFile;
  /** How to lint one letter. */
  readonly settingsFor: (path: string) => Settings;
  /** What is set for one letter and where, in the order in which it was said: the last that is said of a thing holds. */
  readonly explain: (path: string) => readonly SettingSource[];
}

/** One setting, and where it was made. */
export interface SettingSource {
  /** "rules.sentence-length" */
  readonly setting: string;
  readonly value: unknown;
  /** "corrcheck.yml:4:20" */
  readonly place: string;
}
