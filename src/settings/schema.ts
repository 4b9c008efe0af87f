import * as v from "valibot";
import { CRITERION_IDS, LIMITS } from "../criteria.ts";
import { AUDIENCES, CHANNELS, DIRECTIONS, MODES, NATIONS, OCCASIONS, SECTORS, SEVERITIES } from "../model.ts";

/**
 * The one description of a configuration: it checks `corrcheck.yml` and front matter, and the JSON Schema for editors is made of
 * it. The message of each part says what to write there.
 */

const text = (about: string) => v.pipe(v.string("a text"), v.description(about));
const texts = (about: string) => v.pipe(v.array(v.string("a text"), "a list of texts"), v.description(about));
const oneOf = <const T extends readonly string[]>(names: T, about: string) =>
  v.pipe(v.picklist(names, `one of ${names.join(", ")}`), v.description(about));

const severity = v.picklist([...SEVERITIES, "off"], `one of ${SEVERITIES.join(", ")}, off`);
const optionValue = v.union([v.number(), v.string(), v.boolean()], "a number, a text, true or false");
const options = v.record(v.string(), optionValue, "options, such as {max: 30}");
const RULE = "error, warning, info or off; or that and options, such as [warning, {max: 30}]";

/** "error", `[error, {max: 30}]` or `{severity: error, max: 30}`; all but the first may leave the severity out. */
const ruleSetting = v.union([severity, v.strictTuple([severity, options]), options], RULE);

const rules = v.pipe(
  v.record(v.string(), ruleSetting, "rules, one a line: sentence-length: info"),
  v.description("By rule, or rule/kind: error, warning, info or off, and options."),
);
const limit = v.pipe(v.number("a whole number"), v.integer("a whole number"), v.minValue(0, "a whole number from 0"));
const limits = v.pipe(
  v.strictObject(
    Object.fromEntries([...CRITERION_IDS, ...Object.keys(LIMITS)].map((id) => [id, v.optional(limit)])),
    "criteria, such as 1.3: 10",
  ),
  v.description("By criterion of unit A13, or by a rule that has a limit: the most warnings that it bears."),
);

const organisation = v.pipe(
  v.strictObject(
    {
      name: v.optional(text("The name that customers know.")),
      nation: v.optional(oneOf(NATIONS, "Whose bank holidays it keeps; England and Wales where left out.")),
      domains: v.optional(texts("Its domains, such as example.com.")),
      phones: v.optional(texts("Its telephone numbers.")),
      emails: v.optional(texts("Its e-mail addresses.")),
      addresses: v.optional(texts("Its postal addresses.")),
      bankDetails: v.optional(texts("Sort codes, account numbers and IBANs that customers pay into.")),
      staff: v.optional(texts("The names of people who write for it or are named.")),
    },
    "settings of the organisation, such as name: Tarnside Water",
  ),
  v.description("What belongs to the organisation itself is no leak and no misspelling."),
);

const accepted = v.union(
  [
    v.string(),
    v.strictObject({
      words: text("A word or phrase."),
      rules: v.optional(texts("The rules that accept it; spelling where left out.")),
    }),
  ],
  "a word or phrase, or {words: …, rules: [spelling, …]}",
);
const rejected = v.strictObject(
  {
    not: text("The word or phrase, in the notation of the dictionaries."),
    write: v.optional(v.union([v.string(), v.array(v.string())], "a text or a list of texts")),
    why: v.optional(text("The reason, in one short sentence.")),
    severity: v.optional(oneOf(SEVERITIES, "How grave it is; a warning where left out.")),
  },
  "{not: …, write: …, why: …}",
);
const accept = v.pipe(v.array(accepted, "a list of words"), v.description("Words and phrases that are right here."));

const vocabulary = v.strictObject(
  { accept: v.optional(accept), reject: v.optional(v.array(rejected, "a list of {not: …, write: …}")) },
  "accept: or reject: and a list of words",
);
const dictionaries = texts("Own dictionaries: .yml, .txt, or .dic with its .aff beside it.");

const ignored = v.strictObject(
  {
    rule: text("The rule, or rule/kind."),
    words: v.optional(text("Only findings about these words.")),
    reason: v.optional(text("Why they may pass.")),
  },
  "{rule: …, words: …, reason: …}",
);

const message = {
  channel: v.optional(oneOf(CHANNELS, "How it is sent.")),
  occasion: v.optional(oneOf(OCCASIONS, "What it is about.")),
  direction: v.optional(oneOf(DIRECTIONS, "Who wrote first.")),
  mode: v.optional(oneOf(MODES, "Whether it is ready to send, or fields are filled in later.")),
  audience: v.optional(oneOf(AUDIENCES, "Who reads it.")),
  rules: v.optional(rules),
  limits: v.optional(limits),
  sectors: v.optional(
    v.pipe(
      v.array(v.picklist(SECTORS, `one of ${SECTORS.join(", ")}`), "a list of sectors, such as [council]"),
      v.description("The trades whose jargon is looked for."),
    ),
  ),
};

/** What the front matter of one document may set, beside keys that are no business of ours. */
export const frontMatter = v.object({
  rules: message.rules,
  limits: message.limits,
  sectors: message.sectors,
  organisation: v.optional(organisation),
  vocabulary: v.optional(vocabulary),
  dictionaries: v.optional(dictionaries),
  plugins: v.optional(v.never("plug-ins into corrcheck.yml, for a letter must not bring code")),
  ignore: v.optional(v.array(ignored, "a list of {rule: …, words: …, reason: …}")),
});

const override = v.strictObject(
  { files: texts("Patterns of files, from the folder of the configuration that is found."), ...message },
  "files: [patterns] and settings for them",
);

const plugin = v.union(
  [
    v.string(),
    v.strictObject({
      plugin: text("A plug-in of retext or remark."),
      id: v.optional(text("The id of the rule; the name of the plug-in where left out.")),
      title: v.optional(text("What the rule asks for.")),
      why: v.optional(text("Why it matters to the customer.")),
      severity: oneOf(SEVERITIES, "How grave its findings are."),
      criteria: v.pipe(
        v.array(v.picklist(CRITERION_IDS, "criteria of unit A13, such as 1.3"), "a list of criteria, such as [1.3]"),
        v.minLength(1, "at least one criterion"),
        v.description("The criteria of unit A13 that its findings count against."),
      ),
      tree: v.optional(oneOf(["english", "markdown"], "english for retext, markdown for remark.")),
      settings: v.optional(v.any()),
    }),
  ],
  "the path or package of a module, or {plugin: …, severity: …, criteria: […]}",
);

/** A configuration file. */
export const configuration = v.strictObject(
  {
    $schema: v.optional(text("For editors.")),
    extends: v.optional(
      v.pipe(
        v.union([v.string(), v.array(v.string())], "a file or package, or a list of them"),
        v.description("Files or packages whose settings hold below these."),
      ),
    ),
    ...message,
    organisation: v.optional(organisation),
    vocabulary: v.optional(vocabulary),
    dictionaries: v.optional(dictionaries),
    plugins: v.optional(v.pipe(v.array(plugin, "a list of modules"), v.description("Own rules, and plug-ins."))),
    overrides: v.optional(
      v.pipe(v.array(override, "a list of {files: […], …}"), v.description("Settings for some files alone.")),
    ),
  },
  "settings, one a line, such as channel: letter",
);

export type RawConfiguration = v.InferOutput<typeof configuration>;
export type RawOverride = v.InferOutput<typeof override>;
export type RawFrontMatter = v.InferOutput<typeof frontMatter>;
export type RawRules = v.InferOutput<typeof rules>;
export type RawAccept = v.InferOutput<typeof accept>;
export type RawPlugin = v.InferOutput<typeof plugin>;
