import type {
  Annotation,
  Format,
  Located,
  Origin,
  PartName,
  Placeholder,
  Section,
  Skipped,
  UnitKind,
} from "../model.ts";
import type { Projection } from "./projection.ts";

/** One block of prose: a paragraph, heading, list item or table cell. Line ends of the file are "\n" in its text. */
export interface Block {
  readonly kind: UnitKind;
  readonly projection: Projection;
  /** Stands in a block quotation: an earlier message. */
  readonly quoted: boolean;
  /** Where the file itself says which part of the message this is, as a Word file does of its header and footer. */
  readonly part?: PartName;
}

/** A file that has been read: its text, and its blocks in order. */
export interface Document {
  readonly format: Format;
  readonly source: string;
  readonly origin?: Origin;
  readonly blocks: readonly Block[];
  readonly frontMatter: FrontMatter | undefined;
  readonly placeholders: readonly Placeholder[];
  readonly annotations: readonly Annotation[];
  readonly sections: readonly Section[];
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
  /** What only a mail file has beside its text. */
  readonly mail?: { readonly attachments: readonly Located[]; readonly isReply: boolean };
}

/** The YAML between the two `---` lines at the top; offsets include both lines. */
export interface FrontMatter {
  readonly start: number;
  readonly end: number;
  readonly data: Readonly<Record<string, unknown>>;
}
