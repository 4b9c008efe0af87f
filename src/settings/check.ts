import * as v from "valibot";
import type { Rule } from "../rule.ts";
import { didYouMean, nearest } from "../suggest.ts";
import type { RawRules } from "./schema.ts";

/** What is wrong at one place of a configuration: the keys that lead there, and one sentence with the cure. */
export interface Fault {
  readonly path: readonly (string | number)[];
  /** Whether the key is wrong, rather than what it is set to. */
  readonly isKey?: boolean;
  readonly message: string;
}

type Schema = v.GenericSchema;

/** Checks plain data against a schema. The value is only to be used where there is no fault. */
export function checkShape<T extends Schema>(
  schema: T,
  data: unknown,
): { value: v.InferOutput<T>; faults: readonly Fault[] } {
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    const message = "Write settings here, one a line, such as channel: letter.";
    return { value: {}, faults: [{ path: [], message }] };
  }
  const { output, issues = [] } = v.safeParse(schema, data);
  return { value: output, faults: issues.map((issue) => toFault(issue, schema)) };
}

function toFault(issue: v.BaseIssue<unknown>, schema: Schema): Fault {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const deeper = inUnion(issue);
  if (deeper)
    return toFault({ ...deeper, path: [...(issue.path ?? []), ...(deeper.path ?? [])] } as typeof issue, schema);
  if (issue.type === "strict_object" && issue.expected === "never") {
    const key = String(path.at(-1));
    const known = keysAt(schema, path.slice(0, -1)).filter((name) => name !== "$schema");
    return {
      path,
      isKey: true,
      message: `There is no setting “${key}” here.${didYouMean(key, known) || ` Use ${known.join(", ")}.`}`,
    };
  }
  if (issue.type === "strict_object" && issue.received === "undefined") {
    return { path: path.slice(0, -1), message: `“${String(path.at(-1))}” is missing.` };
  }
  const { input } = issue;
  const near = typeof input === "string" ? didYouMean(input, issue.message.replace(/^one of /, "").split(", ")) : "";
  return { path, message: `Write ${issue.message}, not ${shown(input)}.${near.startsWith(" Choose") ? "" : near}` };
}

/** Of the parts of a union, the issue of the one that was most likely meant: the object, where there is one. */
function inUnion({ type, issues, input }: v.BaseIssue<unknown>): v.BaseIssue<unknown> | undefined {
  if (type !== "union" || typeof input !== "object" || input === null || Array.isArray(input)) return undefined;
  return issues?.find((issue) => issue.path && issue.path.length > 0 && issue.type !== "union");
}

function shown(input: unknown): string {
  const text = typeof input === "string" ? `“${input}”` : (JSON.stringify(input) ?? "nothing");
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The keys that an object of the schema may have, found by walking a path. */
function keysAt(schema: unknown, path: readonly (string | number)[]): string[] {
  let candidates = [schema];
  for (const key of path) candidates = candidates.flatMap(unwrap).flatMap((at) => childOf(at, key));
  return candidates.flatMap(unwrap).flatMap((at) => Object.keys(at.entries ?? {}));
}

interface Node {
  readonly entries?: Record<string, unknown>;
  readonly item?: unknown;
  readonly value?: unknown;
  readonly wrapped?: unknown;
  readonly options?: readonly unknown[];
}

function unwrap(schema: unknown): Node[] {
  const node = schema as Node;
  if (node.wrapped) return unwrap(node.wrapped);
  if (node.options?.every((option) => typeof option === "object")) return node.options.flatMap(unwrap);
  return [node];
}

function childOf({ entries, item, value }: Node, key: string | number): unknown[] {
  return [entries ? entries[key] : (item ?? value)].filter((child) => child !== undefined);
}

/** Checks the rules that a configuration names against those there are: ids, kinds, and the names and types of options. */
export function checkRules(settings: RawRules, rules: readonly Rule[], path: Fault["path"]): Fault[] {
  return Object.entries(settings).flatMap(([name, setting]) => {
    const at = [...path, name];
    const [id = "", kind, ...rest] = name.split("/");
    const rule = rules.find((candidate) => candidate.id === id);
    const ids = rules.map((candidate) => candidate.id);
    if (!rule) {
      const hint = didYouMean(id, ids) || " “corrcheck rules” lists them.";
      return [{ path: at, isKey: true, message: `There is no rule “${id}”.${hint}` }];
    }
    const kinds = Object.keys(rule.kinds);
    if (rest.length > 0 || (kind !== undefined && !kinds.includes(kind))) {
      return [
        {
          path: at,
          isKey: true,
          message: `“${id}” has no kind “${[kind, ...rest].join("/")}”.${didYouMean(kind ?? "", kinds)}`,
        },
      ];
    }
    return checkOptions(rule, kind, setting, at);
  });
}

function checkOptions(rule: Rule, kind: string | undefined, setting: RawRules[string], at: Fault["path"]): Fault[] {
  const place = Array.isArray(setting) ? [...at, 1] : at;
  const names = Object.keys(rule.options);
  return Object.entries(optionsOf(setting)).flatMap(([name, value]): Fault[] => {
    const path = [...place, name];
    if (kind !== undefined) {
      return [{ path, isKey: true, message: `Options belong to the whole rule: put “${name}” under “${rule.id}”.` }];
    }
    const option = rule.options[name];
    if (!option) {
      const near = nearest(name, names);
      const hint = near ? `Did you mean “${near}”?` : `It has ${names.join(", ") || "none"}.`;
      return [{ path, isKey: true, message: `“${rule.id}” has no option “${name}”. ${hint}` }];
    }
    if (typeof value === typeof option.default && !Number.isNaN(value)) return [];
    const wanted = { number: "a number", string: "a text", boolean: "true or false" }[typeof option.default as string];
    return [{ path, message: `Write ${wanted} for “${name}”, such as ${option.default}, not ${shown(value)}.` }];
  });
}

/** The severity that a rule is set to, if any. */
export function severityIn(setting: RawRules[string]): string | undefined {
  if (typeof setting === "string") return setting;
  return Array.isArray(setting) ? setting[0] : (setting["severity"] as string | undefined);
}

/** The options that a rule is given. */
export function optionsOf(setting: RawRules[string]): Readonly<Record<string, number | string | boolean>> {
  if (typeof setting === "string") return {};
  if (Array.isArray(setting)) return setting[1];
  const { severity: _, ...options } = setting;
  return options;
}
