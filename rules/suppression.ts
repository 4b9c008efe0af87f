import { defineRule } from "../src/index.ts";

export default defineRule({
  id: "suppression",
  title: "Let a fault pass by its name, and say why.",
  why: "A comment that switches checks off outlives its reason, and one that is sent shows the customer the workshop.",
  criteria: ["4.2"],
  severity: "warning",
  kinds: {
    visible: { about: "A directive that the customer would read.", severity: "error" },
    unknown: { about: "A directive, rule or kind that there is not." },
    "no-rule": { about: "A directive that names no rule." },
    "no-reason": { about: "A directive or an entry of the front matter that gives no reason." },
    unused: { about: "A directive or an entry of the front matter that lets nothing pass." },
    refused: { about: "A directive for a card number or a secret, which nothing lets pass." },
  },
  last: true,
  check({ directives, report }) {
    for (const { waived, ...at } of directives) {
      const { name, isKnown, isVisible, rules, reason } = at;
      const tell = (kind: "visible" | "unknown" | "no-rule" | "no-reason" | "unused" | "refused", message: string) =>
        report({ at, kind, message });
      const example = `“${name} spelling -- a quotation”`;
      if (isVisible) {
        tell(
          "visible",
          `Take “${name}” out: the customer would read it. Use the baseline, or “ignore:” in the front matter.`,
        );
      } else if (!isKnown) {
        tell(
          "unknown",
          `Write “corrcheck-disable-next”, “-line”, “-file”, “-disable” or “-enable” instead of “${name}”.`,
        );
      } else if (name !== "corrcheck-enable") {
        if (rules.length === 0) tell("no-rule", `Name the rule that may be broken here, such as ${example}.`);
        else if (reason === undefined) tell("no-reason", reasonWanted(name, rules));
        for (const { rule, unknown, outcome } of waived) {
          if (unknown)
            tell("unknown", `There is no rule “${rule}”: ${unknown.near ? `write “${unknown.near}”` : "take it out"}.`);
          else if (outcome === "unused") tell("unused", `Take “${rule}” out of “${name}”: it lets nothing pass here.`);
          else if (outcome === "refused")
            tell("refused", `Take out what “${rule}” found: nothing lets a card number or a secret pass.`);
        }
      }
    }
  },
});

function reasonWanted(name: string, rules: readonly string[]): string {
  if (name === "ignore") return `Give “${rules[0]}” under “ignore:” a reason.`;
  return `Say why, after two hyphens: “${name} ${rules.join(", ")} -- the reason”.`;
}
