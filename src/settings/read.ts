import type { Organisation, Severity } from "../model.ts";
import { optionsOf, severityIn } from "./check.ts";
import type { Accepted, DocumentSettings, OptionValues } from "./model.ts";
import type { RawAccept, RawConfiguration, RawFrontMatter, RawOverride, RawRules } from "./schema.ts";

type Raw = Partial<Pick<RawConfiguration & RawFrontMatter, "organisation" | "ignore">> &
  Partial<Omit<RawOverride, "files">> & {
    readonly vocabulary?: { readonly accept?: RawAccept | undefined } | undefined;
  };

const SAME = ["channel", "occasion", "direction", "mode", "audience", "sectors", "ignore"] as const;

/** What data that has been checked says of a document, in the form in which `lint` wants it. */
export function readSettings(raw: Raw): DocumentSettings {
  const same = SAME.filter((key) => raw[key] !== undefined).map((key) => [key, raw[key]]);
  return {
    ...(Object.fromEntries(same) as DocumentSettings),
    ...(raw.limits && { limits: raw.limits as Readonly<Record<string, number>> }),
    ...(raw.organisation && { organisation: raw.organisation as Organisation }),
    ...(raw.vocabulary?.accept && { accept: raw.vocabulary.accept.map(readAccepted) }),
    ...(raw.rules && readRules(raw.rules)),
  };
}

function readRules(rules: RawRules): Required<Pick<DocumentSettings, "severities" | "options">> {
  const severities: Record<string, Severity | "off"> = {};
  const options: Record<string, OptionValues> = {};
  for (const [name, setting] of Object.entries(rules)) {
    const severity = severityIn(setting);
    if (severity !== undefined) severities[name] = severity as Severity | "off";
    const values = optionsOf(setting);
    if (Object.keys(values).length > 0) options[name] = values;
  }
  return { severities, options };
}

function readAccepted(entry: RawAccept[number]): Accepted {
  return typeof entry === "string"
    ? { words: entry, rules: ["spelling"] }
    : { words: entry.words, rules: entry.rules ?? ["spelling"] };
}
