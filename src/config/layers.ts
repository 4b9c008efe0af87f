import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { checkShape } from "../settings/check.ts";
import type { ConfigFault } from "../settings/model.ts";
import { configuration, type RawConfiguration } from "../settings/schema.ts";
import type { WordSource } from "../settings/own-words.ts";
import { SettingsText } from "../settings/yaml.ts";
import { ConfigError } from "./errors.ts";
import { nameOf } from "./names.ts";
import { CONFIG_NAMES } from "./search.ts";

/** One configuration file, read and checked by itself; `file` is its absolute path. */
export interface Layer extends WordSource {
  readonly folder: string;
  readonly raw: RawConfiguration;
  /** "corrcheck.yml:3:7" of a setting. */
  readonly placeOf: (path: readonly (string | number)[], isKey?: boolean) => string;
}

/**
 * A configuration file and those that it extends, the farthest first: what comes later holds over what came before.
 * @throws ConfigError
 */
export function readLayers(file: string, cwd: string): readonly Layer[] {
  const faults: ConfigFault[] = [];
  const layers: Layer[] = [];
  visit(file, [], undefined);
  if (faults.length > 0) throw new ConfigError(faults);
  return layers;

  function visit(path: string, way: readonly string[], from: string | undefined): void {
    const name = nameOf(path, cwd);
    if (way.includes(path)) {
      const circle = [...way.slice(way.indexOf(path)), path].map((each) => nameOf(each, cwd)).join(" → ");
      faults.push({ place: from ?? name, message: `This leads back to itself: ${circle}. Take one “extends” out.` });
      return;
    }
    if (layers.some((layer) => layer.file === path)) return;
    let text: string;
    try {
      text = readFileSync(path, "utf8");
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      faults.push({
        place: from ?? name,
        message: code === "ENOENT" ? `There is no file “${name}”.` : `“${name}” cannot be read.`,
      });
      return;
    }
    const yaml = new SettingsText(text);
    const unsound = yaml.faults.map(({ place, message }) => ({ place: `${name}:${place}`, message }));
    const { value: raw, faults: wrong } =
      unsound.length > 0 ? { value: {}, faults: [] } : checkShape(configuration, yaml.data);
    const placeOf: Layer["placeOf"] = (at, isKey = false) => `${name}:${yaml.placeOf({ path: at, isKey })}`;
    faults.push(...unsound, ...wrong.map(({ path: at, isKey, message }) => ({ place: placeOf(at, isKey), message })));
    if (unsound.length > 0 || wrong.length > 0) return;
    const folder = dirname(path);
    const bases = raw.extends === undefined ? [] : [raw.extends].flat();
    bases.forEach((base, index) => {
      const place = placeOf(Array.isArray(raw.extends) ? ["extends", index] : ["extends"]);
      const target = findBase(base, folder);
      if (target) visit(target, [...way, path], place);
      else faults.push({ place, message: missing(base) });
    });
    const open: Layer["open"] = (at) => openFile(resolve(folder, at), cwd);
    layers.push({ file: path, folder, raw, placeOf, open });
  }
}

async function openFile(path: string, cwd: string): ReturnType<Layer["open"]> {
  return isFile(path) ? { path: nameOf(path, cwd), text: readFileSync(path, "utf8") } : undefined;
}

const isPath = (name: string) => name.startsWith(".") || isAbsolute(name);

function missing(base: string): string {
  return isPath(base)
    ? `There is no file “${base}”: the path counts from the folder of this file.`
    : `There is no package “${base}” with a corrcheck.yml: install it, or write “./${base}” for a file.`;
}

/** The file that `extends` names: a path from the folder, or a package, or a file in one. */
function findBase(base: string, folder: string): string | undefined {
  if (isPath(base)) return configIn(resolve(folder, base));
  return findPackage(base, folder, configIn);
}

function configIn(path: string): string | undefined {
  if (isFile(path)) return path;
  return CONFIG_NAMES.map((name) => join(path, name)).find((each) => existsSync(each));
}

/** Looks for a package in `node_modules`, from a folder upwards. */
export function findPackage<T>(name: string, folder: string, look: (path: string) => T | undefined): T | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const found = look(join(at, "node_modules", name));
    if (found !== undefined || at === dirname(at)) return found;
  }
}

export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
