import type { Settings } from "../lint.ts";
import { AUDIENCES, CHANNELS, DIRECTIONS, MODES, OCCASIONS, SEVERITIES, type Severity } from "../model.ts";
import type { Rule } from "../rule.ts";
import { FAIL_ON, type GateOptions } from "../verdict.ts";
import { didYouMean } from "../suggest.ts";

/** The options as they were typed. */
export interface RawOptions {
  readonly stdinFilename?: string;
  readonly filesFrom?: string;
  /** A file; false for none. */
  readonly config?: string | boolean;
  readonly updateBaseline?: boolean;
  readonly pruneBaseline?: boolean;
  readonly format?: readonly string[];
  readonly only?: readonly string[];
  readonly rule?: readonly string[];
  readonly channel?: string;
  readonly occasion?: string;
  readonly direction?: string;
  readonly mode?: string;
  readonly audience?: string;
  readonly incoming?: string;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly maxWarnings?: string;
  readonly failOn?: string;
  readonly color?: boolean;
  readonly showValues?: boolean;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
}

export const FORMATS = ["stylish", "json"] as const;

/** A report to write: to stdout where no file is named. */
export interface Output {
  readonly format: (typeof FORMATS)[number];
  readonly file: string | undefined;
}

/** The options, understood. */
export interface CheckOptions {
  readonly outputs: readonly Output[];
  readonly gate: GateOptions;
  readonly settings: Omit<Settings, "rules" | "dictionaries">;
  /** The rules that are to run alone, even where the configuration has them off. */
  readonly only: readonly string[];
  /** What is wrong with them, one sentence each; nothing is checked where there is any. */
  readonly faults: readonly string[];
}

/** Understands the options; the faults say what to type instead. */
export function readOptions(
  raw: RawOptions,
  rules: readonly Rule[],
  env: Readonly<Record<string, string | undefined>>,
): CheckOptions {
  const faults: string[] = [];
  const ids = rules.map((rule) => rule.id);
  const outputs = readOutputs();
  const gate = { failOn: choose("fail-on", raw.failOn, FAIL_ON) ?? "error", maxWarnings: readMaxWarnings() };
  const told = {
    channel: choose("channel", raw.channel, CHANNELS),
    occasion: choose("occasion", raw.occasion, OCCASIONS),
    direction: choose("direction", raw.direction, DIRECTIONS),
    mode: choose("mode", raw.mode, MODES),
    audience: choose("audience", raw.audience, AUDIENCES),
  };
  const severities = { ...readOnly(), ...readRules() };
  if (raw.showValues && !["", "0", "false", undefined].includes(env["CI"])) {
    faults.push("--show-values would print personal data into the log of a CI run, so it is refused where CI is set.");
  }
  if (raw.fix && raw.fixDryRun) faults.push("--fix and --fix-dry-run cannot go together: choose one.");
  if (raw.updateBaseline && (raw.only || raw.rule)) {
    faults.push("--update-baseline takes down what all rules find: leave out --only and --rule.");
  }
  if ((raw.updateBaseline || raw.pruneBaseline) && raw.config === false) {
    faults.push("--no-config reads no baseline: leave it out to change the baseline.");
  }
  const settings = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  return { outputs, gate, settings: { ...settings, severities }, only: readList(raw.only), faults };

  function choose<T extends string>(name: string, value: string | undefined, choices: readonly T[]): T | undefined {
    const chosen = choices.find((choice) => choice === value);
    if (value !== undefined && chosen === undefined) {
      faults.push(`--${name}: there is no “${value}”.${didYouMean(value, choices)}`);
    }
    return chosen;
  }

  function readOutputs(): Output[] {
    const found = (raw.format ?? ["stylish"]).flatMap((text): Output[] => {
      const [, name = "", file] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
      const format = choose("format", name, FORMATS);
      if (file === "") faults.push(`--format ${text}: name a file after “=”.`);
      return format && file !== "" ? [{ format, file }] : [];
    });
    if (found.filter((output) => output.file === undefined).length > 1) {
      faults.push("--format: only one report can go to the screen. Give the other a file: --format json=report.json");
    }
    return found;
  }

  function readMaxWarnings(): number | undefined {
    if (raw.maxWarnings === undefined) return undefined;
    if (!/^\d{1,9}$/.test(raw.maxWarnings)) faults.push(`--max-warnings: “${raw.maxWarnings}” is not a whole number.`);
    return Number(raw.maxWarnings);
  }

  /** With --only, every other rule is off. */
  function readOnly(): Record<string, "off"> {
    if (!raw.only) return {};
    const only = readList(raw.only);
    for (const id of only) knownRule("only", id);
    return Object.fromEntries(ids.filter((id) => !only.includes(id)).map((id) => [id, "off"]));
  }

  function readRules(): Record<string, Severity | "off"> {
    return Object.fromEntries((raw.rule ?? []).flatMap((text) => readRule(text)));
  }

  function readRule(text: string): [string, Severity | "off"][] {
    const [name = "", severity, ...rest] = text.split(":");
    const [id = "", kind] = name.split("/");
    const rule = knownRule("rule", id);
    if (severity === undefined || rest.length > 0) {
      faults.push(`--rule ${text}: write a rule, a colon and a severity, such as “${rule?.id ?? ids[0]}:info”.`);
      return [];
    }
    const kinds = Object.keys(rule?.kinds ?? {});
    if (rule && kind !== undefined && !kinds.includes(kind)) {
      faults.push(`--rule: “${id}” has no kind “${kind}”.${didYouMean(kind, kinds)}`);
    }
    const chosen = choose("rule", severity, [...SEVERITIES, "off"]);
    return chosen ? [[name, chosen]] : [];
  }

  function knownRule(flag: string, id: string): Rule | undefined {
    const rule = rules.find((candidate) => candidate.id === id);
    if (!rule) {
      faults.push(`--${flag}: there is no rule “${id}”.${didYouMean(id, ids) || " “corrcheck rules” lists them."}`);
    }
    return rule;
  }
}

const readList = (lists: readonly string[] = []) => lists.flatMap((list) => list.split(",")).map((id) => id.trim());
