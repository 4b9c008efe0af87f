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
    disagrees: {
      about: "In a letter, “Yours faithfully” under a name, or “Yours sincerely” under “Dear Sir”.",
      severity: "warning",
    },
  },
  check({ correspondence, facts, report }) {
    const wrong = disagreement(correspondence);
    if (wrong) report({ kind: "disagrees", ...wrong });
    const { state, evidence } = facts.structure.signOff;
    if (state !== "missing") return;
    report({
      at: evidence ?? { start: correspondence.source.length, end: correspondence.source.length },
      kind: "missing",
      message: messageFor(correspondence, evidence?.text),
    });
  },
});

/** Letters alone keep to the old pairs: a name with “sincerely”, nobody's name with “faithfully”. */
function disagreement({ channel, parts }: Correspondence) {
  if (channel !== "letter") return undefined;
  const salutation = parts.find(({ name }) => name === "salutation");
  const closing = parts.find(({ name }) => name === "valediction");
  if (!salutation || !closing) return undefined;
  const isNamed = NAMED.test(salutation.text);
  const written = isNamed
    ? FAITHFULLY.exec(closing.text)
    : UNNAMED.test(salutation.text) && SINCERELY.exec(closing.text);
  if (!written) return undefined;
  const start = closing.start + closing.text.indexOf(written[0]);
  const instead = isNamed ? "Yours sincerely" : "Yours faithfully";
  return {
    at: { start, end: start + written[0].length },
    message: `Write “${instead}” instead of “${written[0]}”: the letter begins “${quote(salutation.text)}”.`,
    suggestions: [instead],
  };
}

const FAITHFULLY = /yours? faithfully/i;
const SINCERELY = /yours? sincerely/i;
const UNNAMED = /^dear (?:sirs?|madam|sir ?(?:\/|or) ?madam)[\s,.:]*$/i;
const NAMED = /^dear (?:mr|mrs|miss|ms|mx|dr|professor|prof|rev|councillor|cllr)\.? \p{L}/iu;

function messageFor({ channel, parts }: Correspondence, evidence: string | undefined): string {
  if (channel === "chat") return "End the chat with thanks or a goodbye.";
  if (evidence === undefined) return "End with a closing phrase and a name.";
  const isName = parts.some(({ name }) => name === "signature") && !parts.some(({ name }) => name === "valediction");
  return isName
    ? `Put a closing phrase, such as “Kind regards”, above “${quote(evidence)}”.`
    : `End with a closing phrase and a name: nothing after “${quote(evidence)}” says who wrote.`;
}
