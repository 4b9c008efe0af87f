import { defineRule } from "../src/index.ts";

export default defineRule({
  id: "fact-conflict",
  title: "Let the facts agree.",
  why: "A customer who comes on the wrong day, or pays the wrong sum, has only done what the message said.",
  criteria: ["2.2"],
  severity: "error",
  kinds: {
    weekday: { about: "The date falls on another day of the week." },
    "no-such-day": { about: "The month has no such day." },
    total: { about: "The sums do not add up." },
    name: { about: "A name is written in two ways.", severity: "warning" },
  },
  check({ facts, report }) {
    for (const { kind, text, right, ...at } of facts.conflicts) {
      const suggestions = right === undefined ? [] : [right];
      const message =
        kind === "name"
          ? `Write one name in one way: “${text}” or “${right}”.`
          : kind === "no-such-day"
            ? `There is no “${text}”: mend the date.`
            : right === undefined
              ? `“${text}” is not what the sums above come to.`
              : `Check “${text}” against the rest: by that it is “${right}”.`;
      report({ at, kind, message, suggestions });
    }
  },
});
