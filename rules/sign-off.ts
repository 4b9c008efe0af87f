import { type Correspondence, defineRule, quote } from "../src/index.ts";

export default defineRule({
  id: "sign-off",
  title: "End with a closing phrase and a name.",
  why: "The customer needs to know who wrote, and whom to ask for.",
  criteria: ["2.4"],
  severity: "error",
  kinds: {
    missing: {
      about: "No closing phrase, or no name below it.",
      channels: { chat: "warning", social: "warning", sms: "warning" },
    },
  },
  check({ correspondence, facts, report }) {
    const { state, evidence } = facts.structure.signOff;
    if (state !== "missing") return;
    report({
      at: evidence ?? { start: correspondence.source.length, end: correspondence.source.length },
      kind: "missing",
      message: messageFor(correspondence, evidence?.text),
    });
  },
});

function messageFor({ channel, parts }: Correspondence, evidence: string | undefined): string {
  if (channel === "chat") return "End the chat with thanks or a goodbye.";
  if (evidence === undefined) return "End with a closing phrase and a name.";
  const isName = parts.some(({ name }) => name === "signature") && !parts.some(({ name }) => name === "valediction");
  return isName
    ? `Put a closing phrase, such as “Kind regards”, above “${quote(evidence)}”.`
    : `End with a closing phrase and a name: nothing after “${quote(evidence)}” says who wrote.`;
}
