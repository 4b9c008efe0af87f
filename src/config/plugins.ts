import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Plugin } from "unified";
import { CRITERION_IDS } from "../criteria.ts";
import { SEVERITIES } from "../model.ts";
import type { Rule } from "../rule.ts";
import type { ConfigFault } from "../settings/model.ts";
import type { RawPlugin } from "../settings/schema.ts";
import { fromUnified } from "../unified.ts";
import { findPackage, type Layer } from "./layers.ts";

/** The rules that the plug-ins of some layers add, and what is wrong with the plug-ins. */
export async function loadPlugins(
  layers: readonly Layer[],
  ours: readonly Rule[],
): Promise<{ rules: readonly Rule[]; faults: readonly ConfigFault[] }> {
  const rules: Rule[] = [];
  const faults: ConfigFault[] = [];
  for (const { raw, folder, placeOf } of layers) {
    for (const [index, entry] of (raw.plugins ?? []).entries()) {
      const place = placeOf(typeof entry === "string" ? ["plugins", index] : ["plugins", index, "plugin"]);
      try {
        for (const rule of await loadPlugin(entry, folder)) {
          if ([...ours, ...rules].some(({ id }) => id === rule.id))
            throw new PluginFault(`has a rule “${rule.id}”, and there is one of that name already: give it another id`);
          rules.push(rule);
        }
      } catch (error) {
        faults.push({ place, message: describe(typeof entry === "string" ? entry : entry.plugin, error) });
      }
    }
  }
  return { rules, faults };
}

/** What is wrong with a plug-in, to be read after its name. */
class PluginFault extends Error {}

function describe(name: string, error: unknown): string {
  if (error instanceof PluginFault) return `The plug-in “${name}” ${error.message}.`;
  const message = error instanceof Error ? error.message : String(error);
  return `The plug-in “${name}” stopped while it was loaded: ${message.split("\n", 1)[0]}`;
}

async function loadPlugin(entry: RawPlugin, folder: string): Promise<readonly Rule[]> {
  const name = typeof entry === "string" ? entry : entry.plugin;
  const module = (await inTime(import(findModule(name, folder)))) as Readonly<Record<string, unknown>>;
  if (typeof entry === "string") return readRules(module);
  const plugin = module["default"];
  if (typeof plugin !== "function") {
    throw new PluginFault(
      "has no function as its default export, so it is no plug-in of unified: name it alone, without settings, if it holds rules",
    );
  }
  const id =
    entry.id ??
    name
      .replace(/^.*\//, "")
      .replace(/\.\w+$/, "")
      .replace(/^(?:retext|remark)-/, "");
  return [
    fromUnified({
      id,
      title: entry.title ?? `Write what “${id}” asks for.`,
      why: entry.why ?? "The organisation asks for it.",
      severity: entry.severity,
      criteria: entry.criteria as unknown as Parameters<typeof fromUnified>[0]["criteria"],
      plugin: plugin as Plugin,
      ...(entry.settings !== undefined && { settings: entry.settings as unknown }),
      ...(entry.tree && { tree: entry.tree }),
    }),
  ];
}

/** Longer takes no sound module to load. */
const PATIENCE = 10_000;

/** A module that waits for what never comes would end the process without a word. */
async function inTime<T>(loading: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new PluginFault("did not finish loading in ten seconds")), PATIENCE);
  });
  try {
    return await Promise.race([loading, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The address of a module: a file by its path from the folder, or a package. */
function findModule(name: string, folder: string): string {
  if (name.startsWith(".") || isAbsolute(name)) {
    const path = resolve(folder, name);
    if (!existsSync(path)) throw new PluginFault("is not there: the path counts from the folder of this file");
    return pathToFileURL(path).href;
  }
  try {
    return pathToFileURL(createRequire(join(folder, "x.js")).resolve(name)).href;
  } catch {
    const path = findPackage(name, folder, importTarget);
    if (path === undefined)
      throw new PluginFault(`is not installed: run npm install ${name}, or write “./${name}” for a file`);
    return pathToFileURL(path).href;
  }
}

/** What a package that is for `import` alone gives. */
function importTarget(folder: string): string | undefined {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return undefined;
  const { exports } = JSON.parse(readFileSync(file, "utf8")) as {
    exports?: { [name: string]: unknown; import?: unknown };
  };
  const root = exports?.["."] ?? exports;
  const target: unknown = typeof root === "object" && root !== null && "import" in root ? root.import : undefined;
  return typeof target === "string" ? join(folder, target) : undefined;
}

/** The rules of a module: its default export, or its export `rules`; one or a list. */
function readRules(module: Readonly<Record<string, unknown>>): readonly Rule[] {
  const exported = module["rules"] ?? module["default"];
  if (exported === undefined)
    throw new PluginFault("exports no rules: write “export default defineRule({…})” or “export const rules = […]”");
  const rules: unknown[] = Array.isArray(exported) ? exported : [exported];
  return rules.map(checkRule);
}

const IS_ID = /^[a-z]+(?:-[a-z0-9]+)*$/;

function checkRule(value: unknown): Rule {
  if (typeof value === "function")
    throw new PluginFault(
      "exports a function: a plug-in of unified needs a severity and criteria, as {plugin: …, severity: …, criteria: […]}",
    );
  if (typeof value !== "object" || value === null)
    throw new PluginFault("exports something that is no rule: make it with defineRule");
  const rule = { kinds: {}, options: {}, ...value } as Partial<Rule>;
  const name = typeof rule.id === "string" ? `has a rule “${rule.id}” ` : "has a rule ";
  if (typeof rule.id !== "string" || !IS_ID.test(rule.id))
    throw new PluginFault(`${name}whose id is not of small letters and hyphens`);
  if (typeof rule.title !== "string" || typeof rule.why !== "string")
    throw new PluginFault(`${name}without a title and a why`);
  if (!rule.severity || !SEVERITIES.includes(rule.severity))
    throw new PluginFault(`${name}whose severity is none of ${SEVERITIES.join(", ")}`);
  if (
    !Array.isArray(rule.criteria) ||
    rule.criteria.length === 0 ||
    rule.criteria.some((id) => !CRITERION_IDS.includes(id))
  )
    throw new PluginFault(`${name}whose criteria are no list of criteria of unit A13, such as ["1.5"]`);
  if (typeof rule.check !== "function") throw new PluginFault(`${name}without a function “check”`);
  return rule as Rule;
}
