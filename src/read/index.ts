import type { Format } from "../model.ts";
import type { Document, FrontMatter } from "./document.ts";
import { InputError } from "../errors.ts";
import type { HtmlStretch } from "./markdown.ts";
import { decode, decodeBytes } from "./decode.ts";
import { readFrontMatter } from "./front-matter.ts";
import { isUnmarked, readParagraphs } from "./plain.ts";
import { maskPlaceholders } from "./placeholders.ts";
import { readText } from "./text.ts";

/**
 * Reads a file into blocks of prose whose every character knows its place in the file.
 * The Markdown parser is loaded only for Markdown that has a mark.
 * @throws InputError for a file that is binary or empty, or whose front matter does not parse
 */
export async function read(path: string, content: string | Uint8Array): Promise<Document> {
  if (/\.docx$/i.test(path)) return readWordFile(content);
  const office = OFFICE.exec(path)?.[0];
  if (office) throw new InputError(`${office} files cannot be read yet: save the ${adviceFor(office)} and check that`);
  if (/\.eml$/i.test(path)) {
    const mail = await readMailFile(content);
    if (mail) return mail;
  }
  const { text: source, note } = decode(content);
  if (source.trim().replace("\uFEFF", "") === "") throw new InputError("this file is empty: there is nothing to check");
  const frontMatter = await readFrontMatter(source);
  if (frontMatter && source.slice(frontMatter.end).trim() === "") {
    throw new InputError("this file holds front matter alone: there is no message to check");
  }
  const format = formatOf(path);
  if (format === "html") return readHtmlFile(source, frontMatter, note);
  const body = source.startsWith("\uFEFF") ? ` ${source.slice(1)}` : source;
  const masked = maskPlaceholders(
    frontMatter ? blank(body.slice(0, frontMatter.end)) + body.slice(frontMatter.end) : body,
  );
  const notes = note ? [note] : [];
  if (/\.eml$/i.test(path)) notes.push("read as plain text: it has no header lines, as a mail has");
  const rest = { source, frontMatter, placeholders: masked.placeholders, annotations: [], sections: [] };
  if (format === "markdown" && isUnmarked(masked.text)) {
    return { format, notes, blocks: readParagraphs(masked.text), skipped: [], ...rest };
  }
  if (format === "markdown" && isDense(masked.text)) {
    notes.push("read as plain text: it has more Markdown marks than a message can have");
  } else if (format === "markdown") {
    const { readMarkdown } = await import("./markdown.ts");
    const { html, ...blocks } = readMarkdown(masked.text);
    const read = html.length === 0 ? blocks : await readHtmlBetween(html, blocks, masked.text);
    return { format, notes, ...read, ...rest };
  }
  return { format, notes, blocks: readText(masked.text), skipped: [], ...rest };
}

/** Reads a Word letter: its reader, and what unpacks it, are loaded only here. */
async function readWordFile(content: string | Uint8Array): Promise<Document> {
  if (typeof content === "string") throw new InputError("a .docx file is bytes, not text");
  const { readWord } = await import("./word.ts");
  const document = readWord(content);
  if (document.blocks.length === 0) throw new InputError("this file is empty: there is nothing to check");
  return { format: "word", frontMatter: undefined, notes: [], ...document };
}

/** Reads a mail; `undefined` where the file is none. */
async function readMailFile(content: string | Uint8Array): Promise<Document | undefined> {
  const { text: file, note } = decodeMail(content);
  const { readEmail } = await import("./email.ts");
  const mail = await readEmail({ file, isUtf8: note === undefined }, async () => (await import("./html.ts")).readHtml);
  if (!mail) return undefined;
  if (mail.blocks.every(({ part }) => part !== undefined)) {
    throw new InputError("this mail has no text: there is nothing to check");
  }
  return { format: "email", frontMatter: undefined, annotations: [], ...mail };
}

/** A mail may carry bytes of zero in what is attached to it; one that begins with them is none. */
function decodeMail(content: string | Uint8Array) {
  if (typeof content === "string" || content.subarray(0, 1000).includes(0)) return decode(content);
  return decodeBytes(content);
}

/** Puts the prose of the HTML in a Markdown file between its blocks. */
async function readHtmlBetween(
  html: readonly HtmlStretch[],
  { blocks, skipped }: Pick<Document, "blocks" | "skipped">,
  masked: string,
): Promise<Pick<Document, "blocks" | "skipped">> {
  const { readHtmlAt } = await import("./html.ts");
  const stretches = html.map(({ at, start, end }) => ({ at, ...readHtmlAt(masked, start, end) }));
  return {
    blocks: Array.from({ length: blocks.length + 1 }, (_, at) => [
      ...stretches.filter((stretch) => stretch.at === at).flatMap((stretch) => stretch.blocks),
      ...blocks.slice(at, at + 1),
    ]).flat(),
    skipped: [...skipped, ...stretches.flatMap((stretch) => stretch.skipped)],
  };
}

async function readHtmlFile(
  file: string,
  frontMatter: FrontMatter | undefined,
  note: string | undefined,
): Promise<Document> {
  const { readPage } = await import("./page.ts");
  const { readHtml } = await import("./html.ts");
  const page = readPage(file, frontMatter?.end ?? 0, readHtml);
  if (page.blocks.length === 0) throw new InputError("this file has no text: there is nothing to check");
  return { format: "html", frontMatter, annotations: [], notes: note ? [note] : [], ...page };
}

const adviceFor = (ending: string) => (/msg/i.test(ending) ? "mail as .eml" : "letter as .docx or .txt");

const OFFICE = /\.(?:doc|odt|rtf|pdf|pages|msg)$/i;

function formatOf(path: string): Format {
  if (/\.html?$/i.test(path)) return "html";
  return /\.(?:md|markdown|mdown)$/i.test(path) ? "markdown" : "text";
}

const blank = (text: string) => text.replace(/[^\r\n]/g, " ");

/**
 * Whether a text has so many marks that the Markdown parser, which is not linear in them, would take minutes:
 * 100 nested containers, or 1,000 bare markers and underlines in one block.
 */
function isDense(text: string): boolean {
  let markers = 0;
  for (const { 0: line } of text.matchAll(/[^\n]*\n?/g)) {
    if (line.trim() === "") markers = 0;
    const containers = /^[>\s*+-]{0,400}/.exec(line)?.[0].replace(/\s/g, "").length ?? 0;
    if (containers > 100 && !/^\s*[-*=_]+\s*$/.test(line.slice(0, 400))) return true;
    markers += line.match(/[[\]*_`<!&\\~]|^ {0,3}(?:-+|=+)\s*$/g)?.length ?? 0;
    if (markers > 1000) return true;
  }
  return false;
}
