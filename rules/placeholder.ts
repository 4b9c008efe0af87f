import { type Correspondence, defineRule, overlap, type Placeholder, type Range } from "../src/index.ts";

/** Letters or lines that stand for something still to be filled in: "XXXX", "£XX", "____", "dd/mm/yyyy". */
const BLANK =
  /(?<![\w*•])(?:(?<!X{4} )X{3,12}(?! ?(?:X|\d))|£X{2,8}|XX\/XX\/(?:X{2,4}|\d{4})|_{4,40}|dd\/mm\/y{2,4})(?![\w*•])/gi;

/** From so many fields on, the file may well be a template. */
const SEVERAL = 3;

/** By the way in which a template writes its fields, what they look like where a bracket is missing. */
const BROKEN: Readonly<Record<string, RegExp>> = {
  handlebars: /\{\{ ?[\w .-]{1,40}\}(?!\})|(?<!\{)\{ ?[\w .-]{1,40}\}\}|\{\{ ?[\w.-]{1,40}(?![\w.-]| ?\}| [\w.-])/g,
  notify: /\(\([\w ]{1,40}\)(?!\))/g,
  "merge field": /<<[\w ]{1,40}>(?!>)|(?<!<)<[\w ]{1,40}>>|«[\w ]{1,40}(?![\w »])/g,
  "double bracket": /\[\[[\w ]{1,40}\](?!\])|(?<!\[)\[[\w ]{1,40}\]\]/g,
  bracket: /\[[A-Z][\w ]{1,30}[)}>]|[({<][A-Z][\w ]{1,30}\]/g,
  percent: /(?<![\w%])%[A-Za-z]\w{1,40}(?![\w%])/g,
};
/** Fields of another kind are slips where they are few beside the usual ones. */
const FEW = 0.25;

export default defineRule({
  id: "placeholder",
  title: "Fill in every field before sending.",
  why: "An empty field tells the customer that nobody read the message before it went out.",
  criteria: ["2.2"],
  severity: "error",
  kinds: {
    field: { about: "A field such as {{name}}, ((name)) or [Name] in a draft." },
    blank: { about: "Xs or a line where a fact should stand." },
    broken: { about: "In a template, a field with a bracket missing." },
    other: { about: "In a template, a field that is not written as the others are.", severity: "warning" },
    note: { about: "In a template, an instruction to its writer that would be sent." },
  },
  check({ correspondence, report }) {
    if (correspondence.mode === "template") {
      for (const { kind, right, text, ...at } of slipsOf(correspondence)) {
        if (kind === "other" && INSTRUCTS.test(text)) {
          report({
            at,
            kind: "note",
            message: `Take out “${text}”: nothing will fill this one in, and it would be sent.`,
          });
          continue;
        }
        report({
          at,
          kind,
          message: `Write “${right}” instead of “${text}”, like the other fields: nothing will fill this one in.`,
          suggestions: [right],
        });
      }
      return;
    }
    const hint =
      correspondence.placeholders.length >= SEVERAL ? " Is it a template? Check it with --mode template." : "";
    const explained = explainedIn(correspondence);
    const open = correspondence.placeholders.filter(({ text }) => !explained.has(text));
    open.forEach((field, at) =>
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

/** "type {{first_name}} wherever you would like the name": the fields that a message on such fields explains. */
function explainedIn({ source, placeholders }: Correspondence): ReadonlySet<string> {
  if (!ON_FIELDS.test(source)) return new Set();
  const spoken = placeholders.filter(({ start }) => SPOKEN_OF.test(source.slice(Math.max(0, start - 40), start)));
  return new Set(spoken.map(({ text }) => text));
}
const SPOKEN_OF = /\b(?:types?|typing|enter|insert|paste|field|tag|code|placeholder) ["“‘\x60]?$/i;
const ON_FIELDS =
  /\b(?:merge (?:fields?|tags?)|mail[- ]?merge|placeholders?|(?:curly|square) brackets?|personalis(?:e|ed|ation))\b/i;

/** "[INSERT CROSS SELL IF MOTOR]", "[delete if not needed]": what the writer of the template is to do. */
const INSTRUCTS = /^\W+(?:insert|delete|remove|add|include|check|confirm|choose|select|use|tbc)\b ?\w/i;

interface Slip extends Range {
  readonly kind: "broken" | "other";
  readonly text: string;
  readonly right: string;
}

/** The fields of a template that are not written as most of them are. */
function slipsOf({ placeholders, source }: Correspondence): Slip[] {
  const counts = new Map<string, number>();
  for (const { syntax } of placeholders) counts.set(syntax, (counts.get(syntax) ?? 0) + 1);
  const [usual, most = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  const example = placeholders.find(({ syntax }) => syntax === usual);
  if (!example || most < 2) return [];
  const [, open = "", close = ""] = /^(\W+).*?(\W+)$/su.exec(example.text) ?? [];
  const rightOf = (text: string) => `${open}${text.replace(/^\W+|\W+$/g, "")}${close}`;
  const broken = [...source.matchAll(BROKEN[example.syntax] ?? /(?!)/g)].map(({ index, 0: text }): Slip => {
    return { kind: "broken", start: index, end: index + text.length, text, right: rightOf(text) };
  });
  const isApart = (field: Placeholder) =>
    field.syntax !== example.syntax && !broken.some((slip) => overlap(slip, field));
  const others = placeholders.filter(isApart);
  if (others.length > placeholders.length * FEW) return broken;
  return [
    ...broken,
    ...others.map(({ start, end, text }): Slip => ({ kind: "other", start, end, text, right: rightOf(text) })),
  ];
}
