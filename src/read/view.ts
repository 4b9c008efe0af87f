import type { Origin, PartName, Placeholder, Section, Skipped, UnitKind } from "../model.ts";
import type { Block } from "./document.ts";
import type { HtmlBlock } from "./html-blocks.ts";
import { maskPlaceholders } from "./placeholders.ts";
import { type Projection, ProjectionBuilder, toSource } from "./projection.ts";
import { readText } from "./text.ts";

/** What the readers of mail and HTML give: the text as a reader sees it, and its way back to the file. */
export interface Viewed {
  readonly source: string;
  readonly origin: Origin;
  readonly blocks: readonly Block[];
  readonly placeholders: readonly Placeholder[];
  readonly skipped: readonly Skipped[];
  readonly sections: readonly Section[];
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: UnitKind | "text";
  readonly quoted: boolean;
  readonly part: PartName | undefined;
  readonly isHidden: boolean;
}

/** Lays the pieces of a file that a person reads one below the other. */
export class View {
  readonly #file: string;
  readonly #builder = new ProjectionBuilder();
  readonly #marks: Mark[] = [];
  readonly #sections: Section[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  get length(): number {
    return this.#builder.length;
  }

  /** Adds text on lines of its own. */
  addText(projection: Projection, mark: Partial<Mark> & Pick<Mark, "kind">): void {
    this.#separate(projection, mark.kind === "line" ? "\n" : "\n\n");
    const start = this.length;
    this.addUnread(projection);
    this.#marks.push({ quoted: false, part: undefined, isHidden: false, ...mark, start, end: this.length });
  }

  /** Adds text that is no prose. */
  addUnread(projection: Projection): void {
    this.#builder.addFrom(projection, 0, projection.text.length);
  }

  /** Adds a block of HTML, whose places are those of `html`, the text behind the codes of the file. */
  addBlock({ projection, ...mark }: HtmlBlock, html: Projection): void {
    const builder = new ProjectionBuilder();
    for (const { at, length, start, end } of projection.pieces) {
      if (length === end - start) builder.addFrom(html, start, end);
      else {
        const range = toSource(html, start, end);
        builder.add(projection.text.slice(at, at + length), range.start, range.end);
      }
    }
    this.addText(builder.build(), mark);
  }

  /** Names what is added by `fill`. */
  section(name: string, fill: () => void): void {
    const start = this.length;
    fill();
    if (this.length > start) this.#sections.push({ name, start, end: this.length });
  }

  /** What stands between two texts becomes a line end. */
  #separate({ pieces }: Projection, lineEnd: string): void {
    if (this.length === 0) return;
    const before = this.#builder.build().pieces.at(-1)!.end;
    const [first] = pieces;
    this.#builder.add(lineEnd, before, Math.max(before, first?.start ?? before));
  }

  finish(): Viewed {
    const { text: source, pieces } = this.#builder.build();
    const { text, placeholders } = maskPlaceholders(source);
    return {
      source,
      origin: { file: this.#file, pieces },
      blocks: this.#marks.flatMap((mark) => blocksOf(mark, text)),
      placeholders,
      skipped: this.#marks.flatMap(({ start, end, isHidden }) => (isHidden ? [{ start, end, reason: "hidden" }] : [])),
      sections: this.#sections,
    };
  }
}

function blocksOf({ start, end, kind, quoted, part, isHidden }: Mark, masked: string): Block[] {
  if (isHidden) return [];
  const text = masked.slice(start, end);
  const blocks: Block[] =
    kind === "text"
      ? readText(text, start)
      : [{ kind, quoted, projection: new ProjectionBuilder().add(text, start, end).build() }];
  return part || quoted
    ? blocks.map((block) => ({ ...block, quoted: block.quoted || quoted, ...(part && { part }) }))
    : blocks;
}
