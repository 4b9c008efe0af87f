import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document, type Node, type Pair } from "yaml";
import type { Fault } from "./check.ts";

/** A YAML (or JSON) text with the place of each of its settings. */
export class SettingsText {
  readonly #document: Document.Parsed;
  readonly #lines = new LineCounter();
  readonly #firstLine: number;

  /** @param firstLine the line of the file on which the text begins, from 1 */
  constructor(text: string, firstLine = 1) {
    this.#firstLine = firstLine;
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false, stringKeys: true });
  }

  /** What does not parse, the first fault alone: the rest follow from it. */
  get faults(): readonly { readonly place: string; readonly message: string }[] {
    const [error] = this.#document.errors;
    return error
      ? [{ place: this.#at(error.pos[0]), message: `This is not sound YAML: ${sentence(error.message)}` }]
      : [];
  }

  /** The settings as plain data; an empty file has none. */
  get data(): unknown {
    return this.#document.toJS({ maxAliasCount: 20 }) ?? {};
  }

  /** "line:column" of a key or of what it is set to. */
  placeOf({ path, isKey = false }: Pick<Fault, "path" | "isKey">): string {
    const node = isKey || path.length === 0 ? undefined : (this.#document.getIn(path, true) as Node | undefined);
    const key = node?.range ? undefined : this.#key(path);
    return this.#at(node?.range?.[0] ?? key?.range?.[0] ?? 0);
  }

  #key(path: Fault["path"]): Node | undefined {
    for (let length = path.length; length > 0; length--) {
      const parent = length === 1 ? this.#document.contents : this.#document.getIn(path.slice(0, length - 1), true);
      const name = path[length - 1];
      if (!isMap(parent)) continue;
      const pair = parent.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(name),
      );
      if (pair) return (pair as Pair<Node>).key;
    }
    return undefined;
  }

  #at(offset: number): string {
    const { line, col } = this.#lines.linePos(offset);
    return `${line + this.#firstLine - 1}:${col}`;
  }
}

const sentence = (text: string) =>
  text.replace(/\.?\s*$/, ".").replace(/^Map keys must be unique\.?$/, "a setting stands there twice: delete one.");
