import { readCorrespondence } from "../src/correspondence/index.ts";
import type { Told } from "../src/correspondence/context.ts";
import type { Correspondence } from "../src/model.ts";
import { loadDictionaries } from "../src/node.ts";
import { read } from "../src/read/index.ts";

const dictionaries = loadDictionaries();

/** A message, read. */
export async function correspondenceOf(
  source: string | Uint8Array,
  path = "letter.txt",
  flags: Told = {},
): Promise<Correspondence> {
  return readCorrespondence(await read(path, source), dictionaries, flags).correspondence;
}

/** The lines of a message that are not blank, as ranges without the space around them. */
export function linesOf(source: string) {
  return [...source.matchAll(/[^\r\n\uFEFF]+/g)].flatMap(({ 0: line, index }) => {
    const start = index + line.length - line.trimStart().length;
    return line.trim() === "" ? [] : [{ start, end: start + line.trim().length }];
  });
}

/** The message with the part that each line belongs to in the margin. */
export function withMargin({ source, parts }: Correspondence): string {
  const names = linesOf(source).map(({ start }) => parts.find((part) => part.start <= start && part.end > start)?.name);
  return source
    .split("\n")
    .map((line) => row(line.trim() === "" ? "" : (names.shift() ?? "none"), line))
    .join("\n");
}

const row = (part: string, line: string) => `${part.padEnd(12)} | ${line}`.trimEnd();

/** A letter drawn with its margin: the letter alone, and the drawing with its columns in order. */
export function readDrawing(drawn: string): { source: string; margin: string } {
  const rows = drawn
    .trim()
    .split("\n")
    .map((line) => /^\s*(?<part>[a-z-]*)\s*\| ?(?<line>.*)$/.exec(line)!.groups as { part: string; line: string });
  return {
    source: rows.map(({ line }) => line).join("\n"),
    margin: rows.map(({ part, line }) => row(part, line)).join("\n"),
  };
}
