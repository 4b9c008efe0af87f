import type { Command } from "commander";
import { packageVersion } from "../node.ts";
import type { Rule } from "../rule.ts";
import { listActions } from "./actions.ts";
import { check, refuse } from "./check.ts";
import { configure } from "./configure.ts";
import { listCriteria } from "./criteria.ts";
import { explain } from "./explain.ts";
import { readOptions, type RawOptions } from "./options.ts";
import { init, type InitOptions } from "./init.ts";
import { printConfig } from "./print-config.ts";
import { record } from "./record.ts";
import { redact, type RedactOptions } from "./redact.ts";
import { listRules } from "./rules.ts";
import { write, type Streams } from "./streams.ts";
import { TAKES } from "./verbs.ts";

/** Parses a command line that has options or a verb, runs it, and gives the exit status. */
export async function runProgram(argv: readonly string[], streams: Streams, rules: readonly Rule[]): Promise<number> {
  const { Command, CommanderError } = await import("commander");
  let status = 0;
  let printed = "";
  const program = createProgram();
  try {
    await program.parseAsync(argv, { from: "user" });
    await write(streams.stdout, printed);
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    await write(streams.stdout, printed);
    if (error.exitCode === 0) return 0;
    const { outputs } = readOptions(program.opts<RawOptions>(), rules, streams.env);
    return refuse([{ path: undefined, message: sentence(error.message) }], outputs, streams);
  }

  function createProgram(): Command {
    const command = new Command("corrcheck")
      .description("Checks a letter, e-mail or chat reply to a customer before it is sent, and passes or fails it.")
      .usage("[check] <files, folders, patterns…>")
      .argument("[paths...]", 'what to check; "-" is standard input')
      .exitOverride()
      .configureOutput({ writeOut: (text) => (printed += text), outputError: () => undefined })
      .configureHelp({ helpWidth: 80 })
      .addHelpText("after", HELP)
      .hook("preAction", (whole, verb) => {
        const takes = TAKES[verb.name()];
        const given = whole.options.filter((option) => whole.getOptionValueSource(option.attributeName()) === "cli");
        const wrong = takes && given.find((option) => !takes.includes(option.attributeName()));
        if (wrong) whole.error(`error: the command ${verb.name()} takes no ${wrong.long}`);
      })
      .action(checkPaths);
    addOptions(command);
    command.commandsGroup("Commands:");
    command.command("check", { hidden: true }).argument("[paths...]").action(checkPaths);
    command
      .command("rules")
      .description("list the rules")
      .action(() => withOwnRules((all) => void (printed += listRules(all))));
    command
      .command("criteria")
      .description("list the criteria of unit A13 and the rules that serve them")
      .action(() => withOwnRules((all) => void (printed += listCriteria(all))));
    command
      .command("explain")
      .description("say what a rule asks for and why, or what a criterion means")
      .argument("<rule or criterion>")
      .action((name: string) =>
        withOwnRules(async (all) => {
          const { text, fault } = explain(name, all);
          printed += text;
          if (fault !== undefined) status = await refuse([{ path: undefined, message: fault }], [], streams);
        }),
      );
    command
      .command("init")
      .description("write a configuration, and a baseline of the faults that are there")
      .argument("[paths...]", "the letters; all below this folder where left out")
      .option("--name <name>", "the name of the organisation")
      .option("--channel <name>", "email, letter, chat, social or sms")
      .option("--mode <name>", "draft or template")
      .option("--sector <name>", "council, bank, health …; may be repeated", collect)
      .action(async (paths: readonly string[], answers: InitOptions) => {
        status = await init(paths, { ...program.opts<InitOptions>(), ...answers }, streams, rules);
      });
    command
      .command("print-config")
      .description("say what is set for a letter, and where")
      .argument("<file>")
      .action(async (path: string) => {
        status = await printConfig(path, program.opts<RawOptions>(), streams, rules);
      });
    command
      .command("record")
      .description("print what was asked and done, for a case system (--format json, csv or markdown)")
      .argument("<reply>")
      .action(async (path: string) => {
        status = await record(path, program.opts<RawOptions>(), streams, rules);
      });
    command
      .command("actions")
      .description("list what messages promise and ask for (--format table, json or csv)")
      .argument("<files...>")
      .action(async (paths: string[]) => {
        status = await listActions(paths, program.opts<RawOptions>(), streams, rules);
      });
    command
      .command("redact")
      .description("write a copy without the personal data, for training or as evidence")
      .argument("<files...>")
      .option("--as <mode>", "label (default), mask or pseudonym")
      .option("--output <path>", "a file, or a folder for several; stdout where left out")
      .action(async (paths: string[], own: RedactOptions) => {
        status = await redact(paths, own, program.opts<RawOptions>(), streams, rules);
      });
    return command.helpCommand("help [command]", "show the help of a command");
  }

  /** Does something with our rules and those that the configuration here adds. */
  async function withOwnRules(act: (all: readonly Rule[]) => void | Promise<void>): Promise<void> {
    const { problems, rules: all } = await configure([], program.opts<RawOptions>(), streams, rules);
    if (problems.length > 0) status = await refuse(problems, [], streams);
    else await act(all);
  }

  async function checkPaths(paths: readonly string[]): Promise<void> {
    const raw = program.opts<RawOptions>();
    if (paths.length > 0 || raw.filesFrom !== undefined || raw.stdinFilename !== undefined) {
      status = await check(paths, raw, streams, rules);
      return;
    }
    await write(streams.stderr, program.helpInformation());
    status = 2;
  }
}

const collect = (value: string, before: readonly string[] = []) => [...before, value];

function addOptions(command: Command): void {
  command
    .optionsGroup("What to check:")
    .option("--stdin-filename <path>", "the name of the message that comes from standard input")
    .option("--files-from <file>", 'read paths from a file, one a line; "-" is standard input')
    .optionsGroup("What it is (told from the text where left out):")
    .option("--channel <name>", "email, letter, chat, social or sms")
    .option("--occasion <name>", "routine, complaint, information or notification")
    .option("--direction <name>", "initiated or reply")
    .option("--mode <name>", "draft or template")
    .option("--audience <name>", "general, easy or professional")
    .option("--incoming <file>", "the customer's message that this one answers")
    .optionsGroup("Which rules:")
    .option("--only <rules>", "run these rules alone, separated by commas", collect)
    .option("--rule <id[/kind]:severity>", "make it an error, warning, info or off", collect)
    .option("--config <file>", "read this configuration, not the nearest corrcheck.yml")
    .option("--no-config", "read no configuration and no baseline")
    .optionsGroup("What to mend:")
    .option("--fix", "write slips and wordy phrases anew where the meaning cannot change")
    .option("--fix-dry-run", "show what --fix would change, as a unified diff")
    .optionsGroup("What was there before:")
    .option("--update-baseline", "take down what is found now, and let it pass from now on")
    .option("--prune-baseline", "take out of the baseline what is found no more")
    .optionsGroup("What fails:")
    .option("--fail-on <severity>", "error (default), warning, info or never")
    .option("--max-warnings <number>", "fail where there are more warnings in all")
    .optionsGroup("The report:")
    .option("--format <name[=file]>", "stylish (default) or json; may be repeated", collect)
    .option("--quiet", "show errors only")
    .option("--verbose", "show also what was inferred, skipped and not assessed, and why")
    .option("--color", "colour the report")
    .option("--no-color", "do not colour the report")
    .option("--show-values", "do not mask personal values (refused in CI)")
    .optionsGroup("Other:")
    .version(packageVersion(), "-v, --version", "show the version")
    .helpOption("-h, --help", "show this help");
}

const HELP = `
A folder means the .md, .markdown, .txt, .eml, .html, .htm and .docx files in
it, without dot-folders, node_modules, README, CHANGELOG, CONTRIBUTING and
LICENSE.

Exit status: 0 passed, 1 a message failed, 2 something could not be checked.
`;

/** What the option parser says, as one sentence without its prefix. */
function sentence(message: string): string {
  const [fault = "", hint] = message.replace(/^error: /, "").split(/\s*\n/);
  const start = fault.charAt(0).toUpperCase() + fault.slice(1).replace(/\.$/, "");
  return hint === undefined ? `${start}.` : `${start}. ${hint.replace(/^\((.*)\)$/, "$1")}`;
}
