/**
 * Builds dist/: the bundles, the data that they read, and the notices of what went into them.
 * The declarations are not made here (see "prepack"), so that an install from git needs no more than esbuild.
 */
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import Holidays from "date-holidays";
import dictionary from "dictionary-en-gb";
import { build } from "esbuild";
import nspell from "nspell";
import { keepCode } from "./keep-code.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");

/** The phrases of retext-simplify that we leave alone. */
const SIMPLIFY_IGNORE = "dictionaries/simplify-ignore.txt";

/** The lists of words that are spelt right. */
const WORD_LISTS = ["words", "names", "known-abbreviations"];
const NOT_ASCII = /[^\0-\x7F]/;

/** The wording of the licences that packages name without a file of it. Ours is the MIT licence. */
const STANDARD_LICENCES = { MIT: "LICENSE", ISC: "scripts/isc-licence.txt" };

/** Packages whose data is compiled into dist/, beside those that esbuild bundles. */
const DATA_PACKAGES = ["dictionary-en-gb", "retext-simplify", "@cspell/dict-people-names", "date-holidays"].map(
  (name) => join(root, "node_modules", name),
);

/** The years whose bank holidays are known. Those of a single year alone are proclaimed later, and come with the package. */
const YEARS = Array.from({ length: 21 }, (_, at) => 2020 + at);
const NATIONS = { "england-and-wales": "ENG", scotland: "SCT", "northern-ireland": "NIR" };

/**
 * What every bundle has in common. CommonJS packages call `require` for Node's own modules, hence the banner. Even unified,
 * which a user has beside corrcheck for its types, is bundled: one file loads faster than thirty.
 */
const COMMON = {
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // Node has them all: left as literals, they are compiled once.
  supported: { "regexp-unicode-property-escapes": true },
  banner: {
    js: 'import { createRequire as createRequire_ } from "node:module";\nconst require = createRequire_(import.meta.url);',
  },
  legalComments: "none",
  logLevel: "warning",
};

/**
 * The command in one file: `bin/corrcheck.js` gives the rules to `main`. It is CommonJS, for of a script, not of a module, V8 lets
 * the compiled code be kept.
 */
const COMMAND = {
  stdin: {
    contents: 'export { main } from "./src/cli/main.ts"; export { rules } from "./rules/index.ts";',
    resolveDir: root,
  },
  format: "cjs",
  banner: {
    js: `const url_ = require("node:url").pathToFileURL(__filename).href;
const import_ = module.import ?? ((path) => import(path));`,
  },
  define: { "import.meta.url": "url_" },
};
const SCHEMA = {
  contents: `export { configuration } from "./src/settings/schema.ts";
export { rules } from "./rules/index.ts";
export { toJsonSchema } from "@valibot/to-json-schema";`,
  resolveDir: root,
};
const LIBRARY = { rules: "rules/index.ts", index: "src/library.ts", core: "src/index.ts", node: "src/node.ts" };
/** What is loaded only by runs that need it. */
const SELDOM = {
  commander: "commander",
  email: "src/read/email.ts",
  english: "src/facts/english.ts",
  explain: "src/config/explain.ts",
  "front-settings": "src/settings/front-settings.ts",
  hardest: "src/facts/hardest.ts",
  html: "src/read/html.ts",
  ignore: "ignore",
  load: "src/config/load.ts",
  markdown: "src/read/markdown.ts",
  nspell: "nspell",
  page: "src/read/page.ts",
  tinyglobby: "tinyglobby",
  word: "src/read/word.ts",
  yaml: "src/read/yaml.ts",
};

try {
  await buildAll();
} catch (error) {
  if (!(error instanceof Error) || error.name !== "DictionaryError") throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function buildAll() {
  await mkdir(dist, { recursive: true });
  await Promise.all([
    writeDist("en-gb.aff", affixLines()),
    writeDictionaries(),
    writeConfigurationSchema(),
    copyFile(join(root, "src/report/report.schema.json"), join(dist, "report.schema.json")),
  ]);
  await writeDist("THIRD-PARTY-NOTICES.txt", await notices([...(await bundle()), ...DATA_PACKAGES]));
  await keepCode();
}

/**
 * Bundles the command into one file, which loads faster than many, the library into its entry points and what they share, and
 * what few runs need into a file each, which either loads when it needs it. Gives the folders of the packages taken in.
 */
async function bundle() {
  for (const file of await readdir(dist)) {
    if (/\.(?:c?js|cache)$/.test(file)) await rm(join(dist, file));
  }
  const options = { ...COMMON, outdir: dist, minify: true, metafile: true };
  const seldom = await build({ ...options, entryPoints: SELDOM, entryNames: "[name]-[hash]" });
  const files = Object.keys(seldom.metafile.outputs).map((path) => basename(path));
  const plugins = [loadOnDemand(new Map(files.map((file) => [file.replace(/-[^-]*$/, ""), file])))];
  const command = await build({
    ...options,
    plugins,
    ...COMMAND,
    outdir: undefined,
    outfile: join(dist, "cli.cjs"),
    write: false,
  });
  // A script with kept code cannot import by itself (Node 20): what runs it hands in the means.
  await writeDist("cli.cjs", command.outputFiles[0].text.replaceAll('import("./', 'import_("./'));
  const library = await build({ ...options, plugins, entryPoints: LIBRARY, splitting: true });
  return [seldom, command, library]
    .flatMap(({ metafile }) => Object.values(metafile.outputs))
    .flatMap((output) => Object.keys(output.inputs))
    .flatMap((path) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [])
    .map((folder) => join(root, folder));
}

/**
 * Leaves to run time the `import()` of what has a file of its own.
 * @param {Map<string, string>} files by name of the package or module
 * @returns {import("esbuild").Plugin}
 */
function loadOnDemand(files) {
  return {
    name: "load-on-demand",
    setup(bundler) {
      bundler.onResolve({ filter: /./ }, ({ path, kind }) => {
        const file = kind === "dynamic-import" ? files.get(basename(path, ".ts")) : undefined;
        return file === undefined ? undefined : { path: `./${file}`, external: true };
      });
    },
  };
}

/** Every form that nspell accepts from dictionary-en-gb. */
function dictionaryWords() {
  const speller = nspell(dictionary);
  return Object.keys(speller.data).filter((word) => speller.correct(word));
}

/** What nspell needs to rank suggestions: neighbouring keys and usual slips. */
function affixLines() {
  const lines = Buffer.from(dictionary.aff).toString("utf8").split("\n");
  return lines.filter((line) => /^(?:KEY|REP) /.test(line)).join("\n") + "\n";
}

/**
 * Our dictionaries and the phrases of retext-simplify, compiled by the same functions that compile a user's. The words of our
 * lists go into the word list, where they are found without being loaded.
 */
async function writeDictionaries() {
  const files = await dictionaryFiles();
  const folder = await mkdtemp(join(tmpdir(), "corrcheck-"));
  const outfile = join(folder, "compile.mjs");
  try {
    await build({ ...COMMON, entryPoints: ["src/dictionary/compile.ts"], outfile });
    const { compileDictionaries, packDictionaries, packWords } = await import(pathToFileURL(outfile).href);
    const compiled = compileDictionaries(
      files.filter(({ path }) => path !== SIMPLIFY_IGNORE),
      await simplifyPhrases(files),
    );
    const words = WORD_LISTS.flatMap((name) => JSON.parse(compiled.lists[name]).split("\n"));
    const packed = words.filter((word) => !NOT_ASCII.test(word));
    const others = words.filter((word) => NOT_ASCII.test(word)).join("\n");
    const spelt = [...dictionaryWords(), ...packed];
    const people = JSON.stringify((await namesLikeWords(spelt)).join("\n"));
    const lists = { ...compiled.lists, names: '""', words: JSON.stringify(others), people, ...bankHolidays() };
    await Promise.all([
      writeDist("dictionaries.txt", packDictionaries({ ...compiled, lists })),
      writeDist("words-en-gb.txt", packWords(spelt)),
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A list of bank holidays for each nation, as YYYY-MM-DD. Those at a weekend have another day in their place. */
function bankHolidays() {
  const lists = Object.entries(NATIONS).map(([nation, region]) => {
    const calendar = new Holidays("GB", region);
    const days = YEARS.flatMap((year) => calendar.getHolidays(year))
      .filter(({ type }) => type === "public")
      .map(({ date }) => date.slice(0, 10))
      .filter((day) => new Date(day).getUTCDay() % 6 !== 0);
    return [`bank-holidays/${nation}`, JSON.stringify([...new Set(days)].sort().join("\n"))];
  });
  return Object.fromEntries(lists);
}

/**
 * Names of people that a slip of the pen would make of a long word: "Walters" is not "waters" with a letter too many. Other unknown
 * words with a capital are taken for names as they are.
 * @param {string[]} words
 */
async function namesLikeWords(words) {
  const known = new Set(words);
  const file = new URL("dict/people-names.txt", import.meta.resolve("@cspell/dict-people-names"));
  const names = (await readFile(file, "utf8")).split(/\r?\n/).filter((name) => /^[A-Z][a-z]{4,}$/.test(name));
  const isNew = (name) => !known.has(name) && !known.has(name.toLowerCase());
  const isLikeWord = (name) => slipsOf(name.toLowerCase()).some((word) => word.length > 5 && known.has(word));
  return names.filter((name) => isNew(name) && isLikeWord(name));
}

/**
 * What a word becomes with one letter more, one less, or two neighbours swapped, the first two letters kept.
 * @param {string} word
 */
function slipsOf(word) {
  const places = Array.from(word, (_, at) => at).slice(2);
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  return [...places, word.length].flatMap((at) => [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2),
    ...letters.map((letter) => word.slice(0, at) + letter + word.slice(at)),
  ]);
}

/** The JSON Schema of a configuration for editors, made of the schema that checks it; it knows our rules. */
async function writeConfigurationSchema() {
  const folder = await mkdtemp(join(root, "node_modules/.corrcheck-"));
  const outfile = join(folder, "schema.mjs");
  try {
    await build({ ...COMMON, packages: "external", stdin: SCHEMA, outfile });
    const { configuration, rules, toJsonSchema } = await import(pathToFileURL(outfile).href);
    const schema = toJsonSchema(configuration, { target: "draft-07", errorMode: "ignore" });
    const setting = schema.properties.rules.additionalProperties;
    const titles = rules.map(({ id, title }) => [id, { description: title, ...setting }]);
    schema.properties.rules.properties = Object.fromEntries(titles);
    await writeDist("config.schema.json", `${JSON.stringify({ title: "corrcheck.yml", ...schema }, undefined, 2)}\n`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The files of dictionaries/, by their path from the root, such as "dictionaries/acts/thank.yml". */
async function dictionaryFiles() {
  const names = await readdir(join(root, "dictionaries"), { recursive: true });
  const paths = names
    .filter((name) => /\.(?:yml|txt)$/.test(name))
    .map((name) => `dictionaries/${name.replaceAll("\\", "/")}`)
    .sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(root, path), "utf8") })));
}

/**
 * The phrases of retext-simplify that suit a letter. Its `exports` hide the file that has them.
 * @param {{ path: string, text: string }[]} files
 */
async function simplifyPhrases(files) {
  const { patterns } = await import(new URL("lib/patterns.js", import.meta.resolve("retext-simplify")).href);
  const phrases = { ...patterns };
  const lines = files.find(({ path }) => path === SIMPLIFY_IGNORE)?.text.split(/\r?\n/) ?? [];
  for (const [index, line] of lines.entries()) {
    if (line === "" || line.startsWith("#")) continue;
    if (!(line in phrases)) throw new Error(`${SIMPLIFY_IGNORE}:${index + 1}: retext-simplify has no "${line}"`);
    delete phrases[line];
  }
  return phrases;
}

/** @param {string[]} folders of packages */
async function notices(folders) {
  const texts = await Promise.all([...new Set(folders)].map(notice));
  const ruler = `\n${"-".repeat(80)}\n\n`;
  return ["corrcheck contains work of others. These are their licences.\n", ...texts.sort()].join(ruler);
}

/** @param {string} folder */
async function notice(folder) {
  const { name, version, license, author } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file
    ? await readFile(join(folder, file), "utf8")
    : await standardLicence(license, author.name ?? author);
  return `${name} ${version}, ${license}\n\n${text.trim()}\n`;
}

/**
 * The licence of a package that names it and forgot the file.
 * @param {string} name
 * @param {string} holder
 */
async function standardLicence(name, holder) {
  const path = STANDARD_LICENCES[name];
  if (!path) throw new Error(`a package of ${holder} has no licence file to copy, and ${name} is not known by heart`);
  const text = await readFile(join(root, path), "utf8");
  return text.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);
}

/**
 * @param {string} name
 * @param {string} content
 */
function writeDist(name, content) {
  return writeFile(join(dist, name), content);
}
