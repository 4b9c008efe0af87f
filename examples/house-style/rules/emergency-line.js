import { defineRule } from "corrcheck";

/** A rule that no list of words can hold: whoever writes of a leak gives the number to ring. */
export default defineRule({
  id: "emergency-line",
  title: "Give the emergency line where you write of a leak.",
  why: "A customer with water on the floor must not have to look for the number.",
  criteria: ["2.2"],
  severity: "error",
  options: { number: { default: "01632 960123", about: "The number of the emergency line." } },
  check({ correspondence, facts, options, report }) {
    if (correspondence.source.includes(options.number)) return;
    const leak = facts.prose.find(({ tokens }) => tokens.some(({ norm }) => norm === "leak" || norm === "leaking"));
    if (leak)
      report({ at: leak, message: `Add the emergency line, “${options.number}”: this letter is about a leak.` });
  },
});
