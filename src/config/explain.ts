import { readFileSync } from "node:fs";
import { optionsOf, severityIn } from "../settings/check.ts";
import { FRONT_KEYS } from "../settings/model.ts";
import { SettingsText } from "../settings/yaml.ts";
import { isFile, type Layer } from "./layers.ts";
import type { SettingSource } from "./types.ts";

/** Settings that hold several others, each of which may come from another place. */
const MAPS = ["rules", "limits", "organisation", "vocabulary"];
const NOT_SETTINGS = ["$schema", "extends", "overrides", "files"];

/** The settings of one file or override, each with its place. */
export function sourcesOf(raw: object, at: readonly (string | number)[], placeOf: Layer["placeOf"]): SettingSource[] {
  return Object.entries(raw).flatMap(([key, value]: [string, unknown]) => {
    if (NOT_SETTINGS.includes(key)) return [];
    if (!MAPS.includes(key)) return [{ setting: key, value, place: placeOf([...at, key]) }];
    return Object.entries(value as object).flatMap(([name, inner]: [string, unknown]) => {
      const place = placeOf([...at, key, name]);
      const setting = `${key}.${name}`;
      if (key !== "rules") return [{ setting, value: inner, place }];
      const given = inner as Parameters<typeof optionsOf>[0];
      const severity = severityIn(given);
      return [
        ...(severity === undefined ? [] : [{ setting, value: severity, place }]),
        ...Object.entries(optionsOf(given)).map(([option, chosen]) => ({
          setting: `${setting}.${option}`,
          value: chosen,
          place,
        })),
      ];
    });
  });
}

const TOLD = ["channel", "occasion", "direction", "mode", "audience", ...FRONT_KEYS];

/** The settings in the front matter of a letter, if there is a letter and it has any. */
export function frontMatterSources(path: string, name: string): SettingSource[] {
  const text = isFile(path) ? readFileSync(path, "utf8") : "";
  const front = /^\uFEFF?---[ \t]*\r?\n([^]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)?.[1];
  if (front === undefined) return [];
  const yaml = new SettingsText(front, 2);
  const { data } = yaml;
  if (yaml.faults.length > 0 || typeof data !== "object" || data === null) return [];
  const own = Object.fromEntries(Object.entries(data).filter(([key]) => TOLD.includes(key)));
  return sourcesOf(own, [], (at, isKey = false) => `${name}:${yaml.placeOf({ path: at, isKey })}`);
}
