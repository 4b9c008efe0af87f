import { InputError } from "../errors.ts";
import type { FrontMatter } from "./document.ts";
import type { Document } from "yaml";

const FENCED = /^\uFEFF?---[ \t]*\r?\n/;
const CLOSE = /^(?:---|\.\.\.)[ \t]*$/;

/**
 * Reads the YAML between `---` lines at the top of a file; `undefined` where there is none.
 * The YAML parser is loaded only here.
 * @throws InputError with line and cure where the YAML does not parse or is not a map
 */
export async function readFrontMatter(text: string): Promise<FrontMatter | undefined> {
  const open = FENCED.exec(text)?.[0];
  if (!open) return undefined;
  const close = endOfYaml(text, open.length);
  if (!close) return undefined;
  // A rule of dashes above a first paragraph is no front matter.
  if (!/^\s*(?:#|["']?[\w-]+["']?\s*:)/.test(text.slice(open.length, open.length + 200))) return undefined;
  const { parseDocument, LineCounter } = await import("./yaml.ts");
  const lines = new LineCounter();
  const document = parseDocument(text.slice(open.length, close.start), { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new InputError(`line ${line + 1}, column ${col}: the front matter is not sound YAML: ${error.message}`);
  }
  const data = dataOf(document);
  if (typeof data !== "object" || Array.isArray(data)) {
    // A rule of dashes above a first paragraph, not front matter.
    return undefined;
  }
  return { start: 0, end: close.end, data: data as Record<string, unknown> };
}

function dataOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 }) ?? {};
  } catch {
    throw new InputError("the front matter has an alias (*) too many: write it out");
  }
}

function endOfYaml(text: string, from: number): { start: number; end: number } | undefined {
  for (let start = from; start < text.length;) {
    const lineEnd = text.indexOf("\n", start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    if (CLOSE.test(text.slice(start, Math.min(end, start + 40)).trimEnd())) return { start, end };
    start = end + 1;
  }
  return undefined;
}
