import { defineRule } from "../src/index.ts";

/** Letters or lines that stand for something still to be filled in: "XXXX", "£XX", "____", "dd/mm/yyyy". */
const BLANK =
  /(?<![\w*•])(?:(?<!X{4} )X{3,12}(?! ?(?:X|\d))|£X{2,8}|XX\/XX\/(?:X{2,4}|\d{4})|_{4,40}|dd\/mm\/y{2,4})(?![\w*•])/gi;

/** From so many fields on, the file may well be a template. */
const SEVERAL = 3;

export default defineRule({
  id: "placeholder",
  title: "Fill in every field before sending.",
  why: "An empty field tells the customer that nobody read the message before it went out.",
  criteria: ["2.2"],
  severity: "error",
  kinds: {
    field: { about: "A field such as {{name}}, ((name)) or [Name] in a draft." },
    blank: { about: "Xs or a line where a fact should stand." },
  },
  check({ correspondence, report }) {
    if (correspondence.mode === "template") return;
    const hint =
      correspondence.placeholders.length >= SEVERAL ? " Is it a template? Check it with --mode template." : "";
    correspondence.placeholders.forEach((field, at) =>
      report({
        at: field,
        kind: "field",
        message: `Fill in “${field.text}” before you send this.${at === 0 ? hint : ""}`,
      }),
    );
    for (const match of correspondence.source.matchAll(BLANK)) {
      if (
        !/^(?:x{3,}|£x+|_+|xx\/|dd)/i.test(match[0]) ||
        (match[0] === match[0].toLowerCase() && match[0].startsWith("x"))
      )
        continue;
      const at = { start: match.index, end: match.index + match[0].length };
      const inside = correspondence.sentences.some(({ start, end }) => start <= at.start && end >= at.end);
      if (inside) report({ at, kind: "blank", message: `Fill in “${match[0]}” before you send this.` });
    }
  },
});
