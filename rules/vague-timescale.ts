import { defineRule, saysWhen, type Sentence, type Token } from "../src/index.ts";

/** Times that are none: of what we promise, and of what we ask. "As soon as you can" is a fair thing to ask. */
const PROMISED = "structure/vague-time";
const ASKED = "structure/vague-deadline";

export default defineRule({
  id: "vague-timescale",
  title: "Say when: give a date or a number of days.",
  why: "A customer who is told “soon” does not know how long to wait, and writes again to ask.",
  criteria: ["1.2", "4.7"],
  severity: "warning",
  check({ facts, report }) {
    const told = new Set<Token>();
    for (const { entry, sentence, from, to } of facts.hits) {
      if (entry.dictionary !== PROMISED && entry.dictionary !== ASKED) continue;
      const acts = facts.view.actsOf(sentence);
      const isPromise = acts.some(({ name }) => name === "commit") || isOurs(sentence, from);
      const isRequest = !isPromise && acts.some(({ name }) => name === "request");
      if (isRequest !== (entry.dictionary === ASKED)) continue;
      if (!isPromise && !isRequest && !facts.view.hasWord(sentence, "PENDING")) continue;
      if (saysWhen(sentence, from, to) || isInQuotation(sentence, from)) continue;
      const at = { start: sentence.tokens[from]!.start, end: lastWord(sentence, from, to).end };
      // Two patterns may begin or end a word apart: "are next on the list", "next on the list".
      const hit = sentence.tokens.slice(from, to);
      if (hit.some((token) => told.has(token))) continue;
      for (const token of hit) told.add(token);
      const words = hit.filter(({ kind, start }, i, all) => kind === "word" && start !== all[i - 1]?.start);
      report({
        at,
        message: `Give a date, or a number of days such as “within 5 working days”, instead of “${words.map(({ text }) => text).join(" ")}”.`,
        suggestions: ["within 5 working days", "by Friday 19 June"],
      });
    }
  },
});

/** "Put your name below and we'll have a look when we can": a request that goes on as a promise. */
function isOurs({ tokens }: Sentence, at: number): boolean {
  return tokens.slice(0, at + 2).some(({ norm }, i) => norm === "will" && OURS.has(tokens[i - 1]?.norm ?? ""));
}
const OURS: ReadonlySet<string> = new Set(["we", "i", "somebody", "someone"]);

function isInQuotation({ literals }: Sentence, at: number): boolean {
  return literals.some(({ from, to }) => from <= at && to > at);
}

/** A pattern may end with the mark, or the "and", that shows where the words end. */
function lastWord({ tokens }: Sentence, from: number, to: number) {
  let last = to - 1;
  while (last > from && (tokens[last]!.kind !== "word" || /^(?:and|but|so|to)$/.test(tokens[last]!.norm))) last--;
  return tokens[last]!;
}
