/** The selectors of a style sheet that hide what they choose: one element, with its name, classes and id. */
export class HidingStyles {
  readonly #selectors: { readonly name: string; readonly id: string; readonly classes: readonly string[] }[] = [];

  /** Takes in a style sheet. Rules for some screens alone (`@media`) and selectors of several elements are passed over. */
  add(css: string): void {
    for (const { selectors, body } of rulesOf(css.replace(/\/\*[^]*?(?:\*\/|$)/g, ""))) {
      if (!HIDING.test(body)) continue;
      for (const selector of selectors.split(",")) {
        const match = SIMPLE.exec(selector.trim());
        if (!match) continue;
        const [, name = "", rest = ""] = match;
        const classes = [...rest.matchAll(/\.([\w-]+)/g)].map((found) => found[1]!);
        this.#selectors.push({ name: name.toLowerCase(), classes, id: /#([\w-]+)/.exec(rest)?.[1] ?? "" });
      }
    }
  }

  /** Whether an element is hidden, by its name, its id and its classes. */
  hide(name: string, id = "", classes = ""): boolean {
    if (this.#selectors.length === 0) return false;
    const own = classes.split(/\s+/);
    return this.#selectors.some(
      (selector) =>
        (selector.name === "" || selector.name === name) &&
        (selector.id === "" || selector.id === id) &&
        selector.classes.every((each) => own.includes(each)),
    );
  }
}

/** What hides text, in a style sheet or in the `style` of an element. */
export const HIDING =
  /(?:^|[;\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|mso-hide\s{0,9}:\s{0,9}all|(?:max-height|opacity)\s{0,9}:\s{0,9}0(?![.\d]{0,9}[1-9]))/i;

/** "p", ".preheader", "div.note#top", but not "*", which hides all and nothing. */
const SIMPLE = /^(?=[a-z.#])([a-z][a-z0-9]*)?((?:[.#][\w-]{1,80}){0,8})$/i;

/** The rules of a sheet that hold on every screen. */
function* rulesOf(css: string): Generator<{ selectors: string; body: string }> {
  let depth = 0;
  let selectors = "";
  let from = 0;
  for (const { 0: brace, index } of css.matchAll(/[{}]/g)) {
    if (brace === "{" && depth++ === 0) {
      selectors = css.slice(from, index).split(";").at(-1)!.trim();
      from = index + 1;
    } else if (brace === "}" && depth > 0 && --depth === 0) {
      if (selectors !== "" && !selectors.startsWith("@")) yield { selectors, body: css.slice(from, index) };
      from = index + 1;
    }
  }
}
