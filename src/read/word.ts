import { strFromU8, unzipSync } from "fflate";
import type { Annotation, Placeholder, Section, Skipped } from "../model.ts";
import type { Block } from "./document.ts";
import { InputError } from "../errors.ts";
import { MASK, maskPlaceholders } from "./placeholders.ts";
import { ProjectionBuilder } from "./projection.ts";
import { readStory, type Paragraph, type Run } from "./word-story.ts";

/** No letter has a part of this size; a file that says so is damaged, or made to fill the memory. In bytes, unpacked. */
const LARGEST_PART = 8 * 1024 * 1024;
const STORIES = /^word\/(?:document\d*|header\d*|footer\d*|comments|footnotes|endnotes)\.xml$/;
/** How an old .doc begins, and a .docx behind a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** What a Word letter holds. */
export interface WordDocument {
  /** One line a paragraph, the text of the letter first; a line break within a paragraph is a vertical tab, as in Word. */
  readonly source: string;
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  readonly placeholders: readonly Placeholder[];
  readonly skipped: readonly Skipped[];
  readonly annotations: readonly Annotation[];
}

/**
 * Reads a .docx. Nothing is lost: deleted and hidden text, and comments, stand in the source, but in no block.
 * @throws InputError where the file is no .docx, is damaged, or has a part over 8 MB
 */
export function readWord(content: Uint8Array): WordDocument {
  const files = unpack(content);
  const stories = Object.keys(files)
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .flatMap((path) => {
      const paragraphs = parse(path, files[path]!);
      return paragraphs.length > 0 ? [{ path, paragraphs }] : [];
    });
  return assemble(stories);
}

function unpack(content: Uint8Array): Readonly<Record<string, Uint8Array>> {
  if (COMPOUND_FILE.every((byte, at) => content[at] === byte)) {
    throw new InputError("this is an old .doc file or needs a password: save it in Word as .docx without one");
  }
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(content, {
      filter: ({ name, originalSize }) => {
        if (STORIES.test(name) && originalSize > LARGEST_PART)
          throw new InputError(`${name} in this .docx file is over 8 MB unpacked: no letter is`);
        return STORIES.test(name);
      },
    });
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError("this .docx file is damaged, or is none: open it in Word and save it again", { cause: error });
  }
  if (!Object.keys(files).some((path) => path.startsWith("word/document"))) {
    throw new InputError("this file holds no Word document: save the letter in Word as .docx");
  }
  return files;
}

function parse(path: string, xml: Uint8Array): readonly Paragraph[] {
  try {
    return readStory(strFromU8(xml));
  } catch (error) {
    throw new InputError(`${path} in this .docx file is damaged: open it in Word and save it again`, { cause: error });
  }
}

const ORDER = ["document", "header", "footer", "footnotes", "endnotes", "comments"];
const storyOf = (path: string) => ORDER.find((name) => path.startsWith(`word/${name}`))!;
const rank = (path: string) => ORDER.indexOf(storyOf(path));

interface Story {
  readonly path: string;
  readonly paragraphs: readonly Paragraph[];
}

/** A run of text with its place in the source. */
interface Placed extends Run {
  readonly start: number;
  readonly end: number;
}

/** Lays the stories one below the other, and says what each stretch is. */
function assemble(stories: readonly Story[]): WordDocument {
  let source = "";
  const sections: Section[] = [];
  const lines: { paragraph: Paragraph; story: string; runs: Placed[] }[] = [];
  for (const { path, paragraphs } of stories) {
    const story = storyOf(path);
    const start = source.length;
    for (const paragraph of paragraphs) {
      const runs = paragraph.runs.map((run): Placed => {
        const from = source.length;
        source += run.text;
        return { ...run, start: from, end: source.length };
      });
      source += "\n";
      lines.push({ paragraph, story, runs });
    }
    sections.push({ name: story, start, end: source.length });
  }
  const masked = maskPlaceholders(source);
  const all = lines.flatMap(({ runs }) => runs);
  const fields = all.filter((run) => run.field !== undefined && run.state === "shown");
  const placeholders = [
    ...masked.placeholders.filter(({ start, end }) => !fields.some((field) => field.start < end && field.end > start)),
    ...fields.map(({ start, end, field }) => ({ start, end, text: `«${field}»`, syntax: "merge field" })),
  ].sort((a, b) => a.start - b.start);
  const text = maskFields(masked.text, fields).replaceAll("\v", "\n").replaceAll("\t", " ");
  return {
    source,
    sections,
    blocks: lines.flatMap(({ paragraph, story, runs }) => blockOf(paragraph, story, runs, text)),
    placeholders,
    skipped: all.flatMap(({ start, end, state }) => (state === "shown" ? [] : [{ start, end, reason: state }])),
    annotations: [...all.flatMap(annotationOf), ...sections.flatMap((section) => commentsOf(section, source))],
  };
}

function maskFields(text: string, fields: readonly Placed[]): string {
  let masked = "";
  let from = 0;
  for (const { start, end } of fields) {
    masked += text.slice(from, start) + MASK.repeat(end - start);
    from = end;
  }
  return masked + text.slice(from);
}

/** Where the paragraphs of a story belong in the message; comments are no part of what is sent. */
const PART = { header: "letterhead", footer: "footer" } as const;

function blockOf({ kind, isAlternative }: Paragraph, story: string, runs: readonly Placed[], text: string): Block[] {
  if (story === "comments") return [];
  const builder = new ProjectionBuilder();
  for (const { start, end, state } of runs) if (state === "shown") builder.add(text.slice(start, end), start, end);
  const part = isAlternative ? "aside" : PART[story as keyof typeof PART];
  return builder.length > 0 ? [{ kind, projection: builder.build(), quoted: false, ...(part && { part }) }] : [];
}

function annotationOf({ start, end, state, isInserted, isHighlighted }: Placed): Annotation[] {
  if (start === end) return [];
  if (state === "deleted") return [{ kind: "deletion", start, end }];
  if (state === "hidden") return [{ kind: "hidden-text", start, end }];
  if (isInserted) return [{ kind: "insertion", start, end }];
  return isHighlighted ? [{ kind: "highlight", start, end }] : [];
}

function commentsOf({ name, start, end }: Section, source: string): Annotation[] {
  if (name !== "comments") return [];
  return [...source.slice(start, end).matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    kind: "comment",
    start: start + index,
    end: start + index + line.length,
  }));
}
