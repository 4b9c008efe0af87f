import type { Nodes, Root, RootContent } from "nlcst";
import retextEnglish from "retext-english";
import { unified } from "unified";
import type { Correspondence } from "../model.ts";
import type { Unit } from "../correspondence/units.ts";
import { createLocator } from "../position.ts";
import { type Projection, toSource } from "../read/projection.ts";

const processor = unified().use(retextEnglish).freeze();

/** The prose of a message as one tree of retext whose positions are those of the file: what any retext plug-in can work on. */
export function englishTree(correspondence: Correspondence, units: readonly Unit[]): Root {
  const locate = createLocator(correspondence.source);
  const children: RootContent[] = [];
  const read = new Set(
    correspondence.sentences.filter(({ exempt, unit }) => !exempt && unit !== "line").map(({ block }) => block),
  );
  for (const block of read) {
    const { projection, from, to } = units[block]!;
    if (children.length > 0) children.push({ type: "WhiteSpaceNode", value: "\n\n" });
    for (let at = from; at < to;) {
      const end = cutAt(projection.text, at, to);
      const tree = processor.parse(projection.text.slice(at, end).replaceAll("\n", " "));
      move(tree, projection, at, locate);
      children.push(...tree.children);
      at = end;
    }
  }
  return { type: "RootNode", children };
}

/** In characters: the parser runs out of stack over more without a space. */
const LONGEST = 20_000;

/** Where a block is cut that is longer than that: behind a space. */
function cutAt(text: string, from: number, to: number): number {
  if (to - from <= LONGEST) return to;
  const space = text.lastIndexOf(" ", from + LONGEST);
  return space > from ? space + 1 : from + LONGEST;
}

function move(node: Nodes, projection: Projection, by: number, locate: ReturnType<typeof createLocator>): void {
  if (node.position) {
    const { start, end } = toSource(projection, by + node.position.start.offset!, by + node.position.end.offset!);
    node.position = { start: locate(start), end: locate(end) };
  }
  if ("children" in node) for (const child of node.children) move(child, projection, by, locate);
}
