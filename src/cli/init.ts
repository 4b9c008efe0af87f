import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BASELINE_NAME, CONFIG_NAMES } from "../config/search.ts";
import { CHANNELS, MODES } from "../model.ts";
import { describeFileError } from "../node.ts";
import type { Rule } from "../rule.ts";
import { SECTORS } from "../model.ts";
import { didYouMean } from "../suggest.ts";
import { check, refuse } from "./check.ts";
import { Questions } from "./questions.ts";
import { write, type Streams } from "./streams.ts";

/** What the configuration is to say, as flags. */
export interface InitOptions {
  readonly name?: string;
  readonly channel?: string;
  readonly mode?: string;
  readonly sector?: readonly string[];
}

/**
 * `corrcheck init`: writes corrcheck.yml and, where the letters have faults already, their baseline, and says what it did.
 * Asks on a terminal where no flag was given. Never overwrites. Gives the exit status.
 */
export async function init(
  paths: readonly string[],
  flags: InitOptions,
  streams: Streams,
  rules: readonly Rule[],
): Promise<number> {
  const cwd = streams.cwd();
  const there = CONFIG_NAMES.find((name) => existsSync(join(cwd, name)));
  if (there) {
    return refuse(
      [{ path: there, message: "There is a configuration already: change it, or move it away." }],
      [],
      streams,
    );
  }
  const faults = faultsOf(flags).map((message) => ({ path: undefined, message }));
  if (faults.length > 0) return refuse(faults, [], streams);
  const wantsAnswers = Object.keys(flags).length === 0 && streams.stdin.isTTY && streams.stderr.isTTY;
  const answers = wantsAnswers ? await ask(streams) : flags;
  try {
    writeFileSync(join(cwd, "corrcheck.yml"), configurationOf(answers, cwd), { flag: "wx" });
  } catch (error) {
    return refuse([{ path: "corrcheck.yml", message: describeFileError(error) }], [], streams);
  }
  await write(
    streams.stdout,
    "corrcheck.yml: written. Change it as you like; docs/configuration.md says what it can hold.\n",
  );
  return baseline(paths, streams, rules);
}

function faultsOf({ channel, mode, sector = [] }: InitOptions): string[] {
  const fault = (flag: string, value: string | undefined, choices: readonly string[]) =>
    value === undefined || choices.includes(value)
      ? []
      : [`--${flag}: there is no “${value}”.${didYouMean(value, choices)}`];
  return [
    ...fault("channel", channel, CHANNELS),
    ...fault("mode", mode, MODES),
    ...sector.flatMap((each) => fault("sector", each, SECTORS)),
  ];
}

async function ask(streams: Streams): Promise<InitOptions> {
  const questions = new Questions(streams);
  const name = await questions.text("The name of your organisation (Enter for none):");
  const mode = await questions.choice(
    "Are the letters templates, with fields to fill in, or drafts ready to send?",
    MODES,
  );
  const channel = await questions.choice("How are they sent? Enter where it differs from letter to letter.", CHANNELS);
  const sector = await questions.choice("Your trade, for its jargon:", SECTORS);
  await questions.close();
  return {
    ...(name && { name }),
    ...(mode && { mode }),
    ...(channel && { channel }),
    ...(sector && { sector: [sector] }),
  };
}

function configurationOf({ name, channel, mode, sector = [] }: InitOptions, cwd: string): string {
  const schema = "node_modules/corrcheck/dist/config.schema.json";
  const lines = [
    ...(existsSync(join(cwd, schema)) ? [`# yaml-language-server: $schema=./${schema}`] : []),
    "# What corrcheck is told of our letters.",
    ...(name === undefined ? [] : ["organisation:", `  name: ${JSON.stringify(name)}`]),
    ...(mode === undefined ? [] : [`mode: ${mode}`]),
    ...(channel === undefined ? [] : [`channel: ${channel}`]),
    ...(sector.length === 0 ? [] : [`sectors: [${sector.join(", ")}]`]),
    "vocabulary:",
    "  # Words that are spelt right here, and words that we do not use.",
    `  accept: [${name === undefined ? "" : JSON.stringify(name)}]`,
    "  reject: []",
    "rules: {}",
  ];
  return `${lines.join("\n")}\n`;
}

/** Takes down the faults that are there, so that the next run tells of new ones alone. */
async function baseline(paths: readonly string[], streams: Streams, rules: readonly Rule[]): Promise<number> {
  if (existsSync(join(streams.cwd(), BASELINE_NAME))) {
    await write(streams.stdout, `${BASELINE_NAME}: there already, and left as it was.\n`);
    return 0;
  }
  let told = "";
  const { stdin, env, cwd } = streams;
  const hidden = { stdin, env, cwd, stdout: outputTo(() => undefined), stderr: outputTo((text) => (told += text)) };
  const named = paths.length > 0 ? paths : ["."];
  const status = await check(named, { updateBaseline: true, quiet: true }, hidden, rules);
  const isEmpty = told.includes("no message in this folder");
  const nothing = "No fault was found in what is there, so no baseline is needed.\n";
  await write(streams.stdout, isEmpty ? "There is no letter here yet.\n" : told || nothing);
  return status === 2 && !isEmpty ? 2 : 0;
}

function outputTo(take: (text: string) => void): Streams["stdout"] {
  return {
    on: () => undefined,
    write(text: string, done: () => void) {
      take(text);
      done();
    },
  };
}
