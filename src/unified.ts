import type { Nodes as MarkdownNodes } from "mdast";
import type { Nodes as EnglishNodes } from "nlcst";
import { type Plugin, unified } from "unified";
import { VFile } from "vfile";
import { defineRule, type Options, type Rule, type RuleDefinition } from "./rule.ts";

/** What makes a rule of a plug-in of unified. */
export interface UnifiedRuleDefinition extends Omit<RuleDefinition<Options, never>, "check" | "kinds" | "options"> {
  /** A plug-in of retext, which gets the tree of the prose; or of remark, with `tree: "markdown"`. */
  // oxlint-disable-next-line no-explicit-any -- a plug-in may have any settings and any tree
  readonly plugin: Plugin<any[], any, any>;
  /** What the plug-in is called with. */
  readonly settings?: unknown;
  readonly tree?: "english" | "markdown";
}

/**
 * Makes a rule of any plug-in of unified: its messages get the id, severity and criteria of the rule, and positions of the file.
 * What a plug-in expected instead becomes the suggestions.
 */
export function fromUnified({ plugin, settings, tree = "english", ...definition }: UnifiedRuleDefinition): Rule {
  return defineRule({
    ...definition,
    async check({ correspondence, facts, report }) {
      const file = new VFile({ value: correspondence.source });
      const root: MarkdownNodes | EnglishNodes = await (tree === "english"
        ? facts.english
        : markdownTree(correspondence.source));
      await unified().use(plugin, settings).run(structuredClone(root), file);
      const offsetOf = createOffsets(correspondence.source);
      for (const { place, reason, expected } of file.messages) {
        // What is said of the whole message stands at its beginning.
        const start = place ? offsetOf("start" in place ? place.start : place) : 0;
        const end = place && "end" in place ? offsetOf(place.end) : start;
        report({ at: { start, end }, message: reason, suggestions: expected ?? [] });
      }
    },
  });
}

/** A place as a plug-in gives it: line and column from 1. */
interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset?: number | undefined;
}

/** Makes a function from points of a plug-in to offsets: many give a line and a column alone. */
function createOffsets(source: string): (point: Point) => number {
  const starts = [0, ...Array.from(source.matchAll(/\r\n|\n/g), (end) => end.index + end[0].length)];
  return ({ offset, line, column }) => offset ?? Math.min((starts[line - 1] ?? 0) + column - 1, source.length);
}

async function markdownTree(source: string) {
  const { parseMarkdown } = await import("./read/markdown.ts");
  return parseMarkdown(source);
}
