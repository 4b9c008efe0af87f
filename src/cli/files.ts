import { readlinkSync, statSync } from "node:fs";
import { basename, join, resolve, sep } from "node:path";
import { describeFileError } from "../node.ts";
import type { Problem } from "../report/report.ts";
import { nearest } from "../suggest.ts";
import { IgnoreFiles } from "./ignore-files.ts";

/** What the paths on the command line came to. */
export interface Expanded {
  /** Files to read, each once, in the order in which they were named; "-" is standard input. */
  readonly files: readonly string[];
  /** Files in a folder or pattern that are not correspondence, and what the ignore files name. */
  readonly ignored: readonly Ignored[];
  readonly problems: readonly Problem[];
}

/** A file that is left out, and why. */
interface Ignored {
  readonly path: string;
  readonly reason: string;
}

const READABLE = "**/*.{md,markdown,txt,eml,html,htm,docx}";
const NOT_CORRESPONDENCE = /^(?:readme|changelog|contributing|licen[cs]e)(?:[.-]|$)/i;
/** The message that a reply beside it answers. */
const OF_CUSTOMER = /\.incoming\.[a-z]+$/i;
const PATTERN = /[*?[\]{}]|[!+@]\(/;

/**
 * Turns files, folders and patterns into files. A path that exists is taken as it stands, brackets and all; a folder means the
 * messages in it. What is not there, or matches nothing, is a problem. `verbs` are for "did you mean".
 */
export async function expand(paths: readonly string[], cwd: string, verbs: readonly string[]): Promise<Expanded> {
  const files = new Map<string, string>();
  const ignored: Ignored[] = [];
  const ignoreFiles = new IgnoreFiles();
  const problems: Problem[] = [];
  for (const path of paths) {
    const found = await expandPath(path, cwd, verbs);
    if (typeof found === "string") problems.push({ path, message: found });
    else for (const file of found) await keep(file);
  }
  return { files: [...files.values()], ignored, problems };

  async function keep({ path, unwanted }: Found): Promise<void> {
    const by = path === "-" ? undefined : await ignoreFiles.ignoring(resolve(cwd, path));
    if (unwanted !== undefined) ignored.push({ path, reason: unwanted });
    else if (by) ignored.push({ path, reason: `${by} names it` });
    else if (!files.has(keyOf(path))) files.set(keyOf(path), path);
  }

  function keyOf(path: string): string {
    return path === "-" ? "-" : resolve(cwd, path);
  }
}

interface Found {
  readonly path: string;
  /** Why a file that nobody named is left out. */
  readonly unwanted?: string | undefined;
}

/** The files that one argument stands for, or the reason why there are none. */
async function expandPath(path: string, cwd: string, verbs: readonly string[]): Promise<readonly Found[] | string> {
  if (path === "-") return [{ path }];
  const kind = kindOf(resolve(cwd, path));
  if (kind === "file") return [{ path }];
  if (kind === "folder") {
    const inside = await match(READABLE, resolve(cwd, path));
    return inside.length === 0
      ? "no message in this folder (.md, .markdown, .txt, .eml, .html, .htm or .docx)"
      : inside.map((name) => ({ path: join(path, name), unwanted: whyUnwanted(name) }));
  }
  if (kind !== "no such file" || !PATTERN.test(path)) return kind + verbHint(path, verbs);
  const matches = await match(sep === "\\" ? path.replaceAll(sep, "/") : path, cwd);
  if (matches.length === 0) return "no file matches this pattern";
  return matches.map((name) => ({ path: name, unwanted: whyUnwanted(name) }));
}

function whyUnwanted(path: string): string | undefined {
  if (OF_CUSTOMER.test(path)) return "it is the customer's message";
  return NOT_CORRESPONDENCE.test(basename(path)) ? "it is not correspondence" : undefined;
}

/** "file" or "folder"; otherwise the reason why it is neither. */
function kindOf(path: string): string {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch (error) {
    const reason = describeFileError(error);
    return reason === "no such file" && isLink(path) ? "a link to a file that is not there" : reason;
  }
}

function isLink(path: string): boolean {
  try {
    return readlinkSync(path) !== "";
  } catch {
    return false;
  }
}

/** Files that match a pattern, sorted, outside dot-folders and node_modules. Links to folders are not followed. */
async function match(pattern: string, cwd: string): Promise<string[]> {
  const { glob } = await import("tinyglobby");
  const matches = await glob(pattern, {
    cwd,
    ignore: "**/node_modules/**",
    followSymbolicLinks: false,
    caseSensitiveMatch: pattern !== READABLE,
    expandDirectories: false,
  });
  return matches.toSorted();
}

function verbHint(path: string, verbs: readonly string[]): string {
  const verb = /^[a-z]+$/i.test(path) ? nearest(path, verbs) : undefined;
  return verb === undefined || verb === path ? "" : `. Did you mean the command “${verb}”?`;
}
