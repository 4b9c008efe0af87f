import { defineRule, type Facts, type Token } from "../src/index.ts";

export default defineRule({
  id: "repeated-word",
  title: "Write a word once.",
  why: "A doubled word shows that nobody read the message before it went.",
  criteria: ["1.3"],
  severity: "warning",
  check({ correspondence: { source }, facts, report }) {
    const mayRepeat = facts.dictionaries.set("may-repeat");
    for (const { tokens, literals } of facts.prose) {
      for (let at = 1; at < tokens.length; at++) {
        const first = tokens[at - 1]!;
        const token = tokens[at]!;
        if (token.norm !== first.norm || token.kind !== "word") continue;
        if (mayRepeat.has(token.norm) && !isSubject(tokens, at)) continue;
        if (isName(token) || isParticle(tokens, at, facts) || literals.some(({ from, to }) => from < at && to >= at))
          continue;
        // Mark-up, or a field that was not recognised, may stand between the two.
        if (!/^\s{1,80}$/.test(source.slice(first.end, token.start))) continue;
        report({
          at: { start: first.start, end: token.end },
          message: `Write “${first.text}” once.`,
          suggestions: [first.text],
          fix: first.text,
        });
      }
    }
  },
});

/** "Ms Abdi Abdi", "D D". */
const isName = ({ text }: Token) => text.length === 1 || /^\p{Lu}/u.test(text);

/** "When you log in in the morning", "what it is is a fee": the first belongs to the words before it. */
function isParticle(tokens: readonly Token[], at: number, { dictionaries }: Facts): boolean {
  const { norm } = tokens[at]!;
  if (norm === "is") return tokens.slice(0, at - 1).some((token) => token.norm === "what");
  const before = tokens[at - 2]?.norm ?? "";
  return (
    PARTICLES.has(norm) && ["DO", "WEDO", "DONE"].some((name) => dictionaries.matcher.classes.get(name)?.has(before))
  );
}

/** "As you you asked", but not "we told you you could": no verb stands before the first. */
function isSubject(tokens: readonly Token[], at: number): boolean {
  return PRONOUNS.has(tokens[at]!.norm) && CONJUNCTIONS.has(tokens[at - 2]?.norm ?? "");
}

const PRONOUNS = new Set(["you", "it"]);
const CONJUNCTIONS = new Set(["as", "if", "when", "because", "so", "once", "until", "unless", "whether", "while"]);
const PARTICLES = new Set(["in", "on", "up", "out", "off", "over"]);
