import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import { main } from "../src/cli/main.ts";
import { ROOT } from "./support.ts";

const README = join(ROOT, "README.md");
const readme = readFileSync(README, "utf8");
const blocksOf = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))].map(([, text]) => text!);

/** What the command prints on a screen of 80 columns. */
async function corrcheck(argv: readonly string[]): Promise<string> {
  let printed = "";
  const output = {
    columns: 80,
    on: () => undefined,
    write(text: string, done: () => void) {
      printed += text;
      done();
    },
  };
  const stdin = Object.assign((async function* () {})(), { isTTY: true });
  await main(argv, { stdin, stdout: output, stderr: output, env: {}, cwd: () => ROOT }, rules);
  return printed;
}

/** "$ npx corrcheck …" and what it prints now. */
async function drawCommand(block: string): Promise<string> {
  const [command = ""] = block.split("\n", 1);
  const argv = command.replace(/^\$ npx corrcheck /, "").split(" ");
  return `${command}\n${(await corrcheck(argv)).trimEnd()}\n`;
}

/** A program and, after "// prints", what it prints now. It imports corrcheck by name, so it sees the built package. */
function drawProgram(block: string): string {
  const [program = ""] = block.split("// prints", 1);
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return `${program}// prints\n${printed.trimEnd().replace(/^/gm, "// ")}\n`;
}

describe("the README", () => {
  it("begins with the two commands that a newcomer needs", () => {
    expect(blocksOf("[a-z]*").slice(0, 2)).toEqual([
      "npm ci && npx corrcheck fixtures/letters/bad-water-leak.md\n",
      "npm test\n",
    ]);
  });

  it("shows what the program prints", async () => {
    let drawn = readme;
    for (const block of blocksOf("console")) drawn = drawn.replace(block, await drawCommand(block));
    for (const block of blocksOf("js")) drawn = drawn.replace(block, drawProgram(block));
    await expect(drawn).toMatchFileSnapshot(README);
  });

  it("names only options, hooks and files that there are", async () => {
    const help = await corrcheck(["--help"]);
    const options = [...readme.matchAll(/`corrcheck [^`]*`|`--[^`]*`/gm)].join(" ").match(/--[a-z][a-z-]*/g)!;
    expect(options.filter((option) => !help.includes(option) && option !== "--install-links")).toEqual([]);
    const [hook] = /- id: \w+/.exec(readme)!;
    expect(readFileSync(join(ROOT, ".pre-commit-hooks.yaml"), "utf8")).toContain(hook);
    const links = [...readme.matchAll(/\]\((?!http)([^)]*)\)/g)].map(([, path]) => path!);
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it("is short", () => {
    expect(readme.trimEnd().split("\n").length).toBeLessThanOrEqual(165);
  });
});
