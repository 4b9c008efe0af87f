import type { Section } from "./model.ts";

/** A place in a file: line and column from 1, offset from 0, all in UTF-16 units. */
export interface LinePlace {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  /** In a mail, the part: "headers", "text/plain", "text/html", "attachment". */
  readonly part?: string;
}

export type Place = LinePlace | ParagraphPlace;

/** A place in a Word letter, whose bytes tell a person nothing: paragraph and column from 1. */
export interface ParagraphPlace {
  readonly paragraph: number;
  readonly column: number;
  /** Where it is not the text of the letter: "header", "footer", "comments". */
  readonly part?: string;
}

/**
 * Makes a function from offsets to places. `\r\n`, `\n` and `\r` each end one line. A byte order mark counts in the
 * offset, but the columns of the first line start after it.
 */
export function createLocator(source: string): (offset: number) => LinePlace {
  const starts = [source.startsWith("\uFEFF") ? 1 : 0];
  for (const end of source.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.max(1, offset - (starts[low] ?? 0) + 1), offset };
  };
}

/** Makes a function from offsets to paragraphs: each line of the source is one, and each section counts its own. */
export function createParagraphLocator(
  source: string,
  sections: readonly Section[],
): (offset: number) => ParagraphPlace {
  const locate = createLocator(source);
  return (offset) => {
    const at = Math.max(
      0,
      sections.findLastIndex(({ start }) => start <= offset),
    );
    const { line, column } = locate(offset);
    const paragraph = line - locate(sections[at]?.start ?? 0).line + 1;
    return at === 0 ? { paragraph, column } : { paragraph, column, part: sections[at]!.name };
  };
}

/** "12" for a line, "¶3" for a paragraph, "header ¶1" where it is not the text of the letter. */
export function lineText(place: Partial<LinePlace> | Partial<ParagraphPlace>): string {
  if (!("paragraph" in place)) return `${(place as LinePlace).line}`;
  return `${place.part === undefined ? "" : `${place.part} `}¶${place.paragraph}`;
}
