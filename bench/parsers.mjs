/** The parsers alone: reads the letters of a folder with unified, remark-parse and parse-english, and does nothing with them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ParseEnglish } from "parse-english";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";

const [folder] = process.argv.slice(2);
const markdown = unified().use(remarkParse);
const english = new ParseEnglish();

for (const name of readdirSync(folder)) {
  visit(markdown.parse(readFileSync(join(folder, name), "utf8")), "paragraph", (paragraph) => {
    let text = "";
    visit(paragraph, "text", (node) => void (text += node.value));
    english.parse(text);
  });
}
