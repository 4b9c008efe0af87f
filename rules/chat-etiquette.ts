import { type Correspondence, defineRule, quote, type Turn } from "../src/index.ts";

export default defineRule({
  id: "chat-etiquette",
  title: "Lead the customer through the chat.",
  why: "In a chat nobody sees a face: the customer needs to know who is there, what they are doing, and that it is done.",
  criteria: ["1.5"],
  severity: "warning",
  channels: ["chat"],
  kinds: {
    name: { about: "The agent gives no name." },
    pause: { about: "The customer is asked to wait, and not told why or how long." },
    identity: { about: "A number of the customer's is shown before anybody asked who they are.", severity: "error" },
    clarify: { about: "A vague problem is solved before the agent has asked or said what it is.", severity: "info" },
    satisfied: { about: "The chat ends with nobody asking whether that was all." },
    left: { about: "The customer's last question stands unanswered." },
  },
  check({ correspondence, facts, report }) {
    const spoken = correspondence.turns.filter(({ role }) => role !== "system");
    const agents = spoken.filter(({ role }) => role === "agent");
    const [first] = agents;
    const last = agents.at(-1);
    if (!first || !last) return;
    if (!facts.chat.givesName) report({ at: first, kind: "name", message: "Give a name: “My name is …”." });
    for (const sentence of facts.chat.pauses) {
      const words = quote(sentence.text);
      report({
        at: sentence,
        kind: "pause",
        message: `Say what you are doing and how long it takes: not only “${words}”.`,
      });
    }
    const asks = facts.chat.checksIdentity;
    const leak = facts.personalData.find(
      ({ kind, start }) => kind !== "third-party-name" && agents.some((turn) => holds(turn, start)),
    );
    if (leak && !(asks !== undefined && asks < leak.start)) {
      report({ at: leak, kind: "identity", message: "Make sure who the customer is before you show what is theirs." });
    }
    const { rash } = facts.chat;
    if (rash) {
      const message = "Make sure what the problem is before you solve it: ask, or say it back.";
      report({ at: rash, kind: "clarify", message });
    }
    const end = spoken.at(-1)!;
    if (end.role === "customer" && /\?\W{0,3}$/.test(wordsOf(correspondence, end))) {
      report({ at: end, kind: "left", message: "Answer the customer's last question before the chat ends." });
    } else if (agents.length > 1 && !facts.chat.isSatisfied) {
      report({ at: last, kind: "satisfied", message: "Before you close, ask whether there is anything else." });
    }
  },
});

const holds = ({ start, end }: Turn, at: number) => start <= at && at < end;
const wordsOf = ({ source }: Correspondence, { start, end }: Turn) => source.slice(start, end);
