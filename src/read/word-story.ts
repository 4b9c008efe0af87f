import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { UnitKind } from "../model.ts";

/** A stretch of text that is shown or not, and how it came there. */
export interface Run {
  readonly text: string;
  readonly state: "shown" | "deleted" | "hidden";
  readonly isInserted: boolean;
  readonly isHighlighted: boolean;
  /** The name of the merge field, or the prompt of the content control, that the text stands for. */
  readonly field: string | undefined;
}

export interface Paragraph {
  readonly kind: UnitKind;
  /** The alternative text of a picture, which follows the paragraph that the picture stands in. */
  readonly isAlternative?: true;
  readonly runs: readonly Run[];
}

interface Open {
  kind: UnitKind;
  readonly runs: Run[];
  /** Paragraphs of text boxes that are anchored in this one; they follow it. */
  readonly boxes: Paragraph[];
}

/** A complex field: its code stands before the separator, its result after it. */
interface Field {
  code: string;
  isResult: boolean;
}

const MERGE_FIELD = /^\s*MERGEFIELD\s+(?:"([^"]{1,200})"|(\S{1,200}))/i;
const HEADING = /^(?:heading|title|subtitle)/i;
const BREAKS: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:br": "\v",
  "w:cr": "\v",
  "w:noBreakHyphen": "\u2011",
};

/**
 * The paragraphs of one story of a Word document (ECMA-376 part 1, §17: the text, a header, a footer, the comments), in order.
 * No entity is opened and nothing is fetched. A text box stands twice in the file, the second time for old programs: only
 * the first is read.
 * @throws Error where the XML is not sound
 */
export function readStory(xml: string): readonly Paragraph[] {
  const done: Paragraph[] = [];
  const open: Open[] = [];
  const path: string[] = [];
  const fields: Field[] = [];
  const controls: { isPrompt: boolean }[] = [];
  const counts = new Map<string, number>();
  let isHidden = false;
  let isHighlighted = false;
  let fallback = 0;

  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    path.push(tag.name);
    counts.set(tag.name, isIn(tag.name) + 1);
    if (tag.name === "mc:Fallback") fallback++;
    if (fallback === 0) enter(tag);
  });
  parser.on("closetag", ({ name }) => {
    path.pop();
    counts.set(name, isIn(name) - 1);
    if (fallback === 0) leave(name);
    if (name === "mc:Fallback") fallback--;
  });
  parser.on("text", (text) => {
    if (fallback > 0) return;
    const name = path.at(-1);
    const field = fields.at(-1);
    if (name === "w:t" || name === "w:delText") add(text);
    else if (name === "w:instrText" && field) field.code += text;
  });
  parser.write(xml).close();
  return done;

  function isIn(name: string): number {
    return counts.get(name) ?? 0;
  }

  function enter({ name, attributes }: SaxesTagPlain): void {
    const value = attributes["w:val"];
    const isOn = value !== "0" && value !== "false" && value !== "none";
    if (name === "w:p") open.push({ kind: isIn("w:tc") > 0 ? "cell" : "paragraph", runs: [], boxes: [] });
    else if (name === "w:r") isHidden = isHighlighted = false;
    else if (name === "w:vanish" && path.at(-3) === "w:r") isHidden = isOn;
    else if (name === "w:highlight" && path.at(-3) === "w:r") isHighlighted = isOn;
    else if (name === "w:shd" && path.at(-3) === "w:r") isHighlighted ||= isColour(attributes["w:fill"]);
    else if (name === "w:pStyle" && HEADING.test(value ?? "")) setKind("heading");
    else if (name === "w:numPr") setKind("item");
    else if (name === "w:sdt") controls.push({ isPrompt: false });
    else if (name === "w:showingPlcHdr" && controls.length > 0) controls.at(-1)!.isPrompt = isOn;
    else if (name === "w:fldSimple") fields.push({ code: attributes["w:instr"] ?? "", isResult: true });
    else if (name === "w:fldChar") switchField(attributes["w:fldCharType"]);
    else if (name === "wp:docPr" || name === "v:shape") addAlternatives(attributes);
    else if (BREAKS[name] !== undefined && path.at(-2) === "w:r") add(BREAKS[name]);
  }

  function addAlternatives({ descr, title, alt }: SaxesTagPlain["attributes"]): void {
    for (const text of new Set([title, descr, alt])) {
      if (!text?.trim()) continue;
      const run: Run = { text, state: "shown", isInserted: false, isHighlighted: false, field: undefined };
      open.at(-1)?.boxes.push({ kind: "line", runs: [run], isAlternative: true });
    }
  }

  function leave(name: string): void {
    if (name === "w:fldSimple") fields.pop();
    else if (name === "w:sdt") controls.pop();
    else if (name === "w:p") {
      const { kind, runs, boxes } = open.pop()!;
      (open.at(-1)?.boxes ?? done).push({ kind, runs }, ...boxes);
    }
  }

  function setKind(kind: UnitKind): void {
    const paragraph = open.at(-1);
    if (paragraph && paragraph.kind !== "cell") paragraph.kind = kind;
  }

  function switchField(type: string | undefined): void {
    if (type === "begin") fields.push({ code: "", isResult: false });
    else if (type === "separate" && fields.length > 0) fields.at(-1)!.isResult = true;
    else if (type === "end") fields.pop();
  }

  function add(text: string): void {
    if (fields.some(({ isResult }) => !isResult)) return;
    const isDeleted = isIn("w:del") + isIn("w:moveFrom") > 0;
    const run: Run = {
      text,
      state: isDeleted ? "deleted" : isHidden ? "hidden" : "shown",
      isInserted: isIn("w:ins") + isIn("w:moveTo") > 0,
      isHighlighted,
      field: fieldName() ?? (controls.at(-1)?.isPrompt ? text : undefined),
    };
    const runs = open.at(-1)?.runs;
    const last = runs?.at(-1);
    if (last && isAlike(last, run)) runs![runs!.length - 1] = { ...last, text: last.text + text };
    else runs?.push(run);
  }

  function fieldName(): string | undefined {
    for (const { code } of fields) {
      const match = MERGE_FIELD.exec(code);
      if (match) return match[1] ?? match[2];
    }
    return undefined;
  }
}

const isColour = (fill: string | undefined) => fill !== undefined && !/^(?:auto|ffffff)$/i.test(fill);

const isAlike = (a: Run, b: Run) =>
  a.state === b.state && a.isInserted === b.isInserted && a.isHighlighted === b.isHighlighted && a.field === b.field;
