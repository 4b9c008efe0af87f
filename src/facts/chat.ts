import type { ActName, Correspondence, Sentence } from "../model.ts";
import type { View } from "./view.ts";
import { anyOf, inTurn, oneOf } from "../ways.ts";

/** How the agent leads a chat. */
export interface ChatManners {
  /** Whether the label of the agent, or a word of theirs, is a name. */
  readonly givesName: boolean;
  /** The sentences that ask the customer to wait, and say neither why nor how long. */
  readonly pauses: readonly Sentence[];
  /** Where the agent first asks who the customer is. */
  readonly checksIdentity: number | undefined;
  /** The first step of a solution, where a vague problem was neither asked about nor said back. */
  readonly rash: Sentence | undefined;
  /** Whether the agent asks if that was all or rounds it off, or the customer's last words are content. */
  readonly isSatisfied: boolean;
}

/** A label that names a job and nobody. */
const NO_NAME =
  /^(?:the |live |chat |customer |our )*(?:agent|advis[eo]r|support|team|operator|assistant|representative|rep|service|services|care)[\s\d#]*$/i;
const NAMES_SELF = anyOf(
  [
    inTurn(/\b/, [
      /[Mm]y name(?:'|’)?s?(?: is)?/,
      /(?:[Tt]his|[Ii]t)(?:'|’)?s?(?: is)? \p{Lu}/u,
      /(?:[Ii](?:'|’)m|[Ii] am|through to|[Yy]ou(?:(?:'|’)?re| are) (?:chatting|speaking|talking) (?:to|with)) \p{Lu}/u,
      /\p{Lu}\p{Ll}+ here\b/u,
    ]),
    /\(\p{Lu}\p{Ll}{1,20}\)\s?:/u,
    /^[\p{L} ]{2,20}, \p{Lu}\p{Ll}{1,20}\s?(?:\(\d[\d:. ]{3,7}\)\s?)?:/u,
  ],
  "mu",
);
/** What a wait is for. */
const REASON =
  /\b(?:while|check|checking|look|looking|find|finding|see|ask|asking|get|getting|bring|bringing|pull|load|open)\b/i;
const CONTENT = anyOf([
  inTurn(
    /\b/,
    [
      /thank(?:s| ?you| ?u)/,
      oneOf("thx cheers ta great perfect brilliant lovely"),
      /ok(?:ay)?/,
      "k",
      "fair enough",
      "fine",
      "good",
      "nice one",
      /no(?:pe)?(?: that| ta|,|$)/,
      /that(?:'|’)?s (?:all|it|kind|great)/,
      "will do",
      oneOf("bye appreciate amazing star legend lifesaver super sound wonderful excellent"),
      "yes please",
      "yes",
      /think (?:about it|it over)/,
      "leave it",
      /right\W*$/,
      "brill",
      "suppose so",
      /(?<!not )(?:alright|all right)/,
      "phew",
    ],
    /\b/,
  ),
  /[:;]-?\)/,
  /👍/,
  /😊/,
  /😀/,
]);

/** How the agent leads a chat; of a chat with no turns there is nothing to say. */
export function readManners({ turns, source }: Correspondence, view: View): ChatManners {
  const said = (role: string) => turns.filter((turn) => turn.role === role);
  const textOf = (turn: (typeof turns)[number]) => source.slice(turn.start, turn.end);
  const agents = said("agent");
  const rashStep = (): Sentence | undefined => {
    const step = view.body.find((sentence) => view.actsOf(sentence).some(({ name }) => name === "request"));
    if (!step) return undefined;
    const before = view.body.filter(({ start }) => start <= step.start);
    const asked = turns
      .filter(({ role, start }) => role === "customer" && start < step.start)
      .map((turn) => textOf(turn).replace(/^.{1,80}?:\s/, ""))
      .join(" ");
    const isVague = VAGUE_TROUBLE.test(asked) && !/\d/.test(asked) && asked.split(/\s+/).length <= VAGUE_WORDS;
    const takesUp = (sentence: Sentence) =>
      sentence.text.endsWith("?") ||
      view.shows(sentence, "identity") ||
      view.actsOf(sentence).some(({ name }) => TAKES_UP.has(name));
    return isVague && !before.some(takesUp) ? step : undefined;
  };
  const lastOfCustomer = said("customer").slice(-1).map(textOf).join("");
  return {
    givesName:
      agents.some((turn) => !NO_NAME.test(turn.speaker.trim())) || NAMES_SELF.test(agents.map(textOf).join("\n")),
    pauses: view.body.filter((sentence) => view.shows(sentence, "pause") && !isExplained(sentence, view.body)),
    checksIdentity: view.body.find((sentence) => view.shows(sentence, "identity"))?.start,
    rash: rashStep(),
    isSatisfied:
      view.body.some((sentence) => view.shows(sentence, "satisfied")) ||
      CONTENT.test(lastOfCustomer) ||
      (!lastOfCustomer.includes("?") && isRoundedOff(view)),
  };
}

/** "You need do nothing more. Thank you for getting in touch, and goodbye." */
function isRoundedOff({ close, shows, actsOf }: View): boolean {
  const says = (name: ActName) => close.some((sentence) => actsOf(sentence).some((act) => act.name === name));
  return says("nothing-needed") && (says("thank") || close.some((sentence) => shows(sentence, "goodbye")));
}

/** What a customer writes of trouble with no word of what it is. */
const VAGUE_TROUBLE =
  /\b(?:not work(?:ing)?|(?:doesn|isn|won|can|don)(?:'|’)?t|broken|broke|problems?|issues?|trouble|error|wrong|stopped|down|help)\b/i;
const TAKES_UP: ReadonlySet<ActName> = new Set(["acknowledge", "empathise", "apologise"]);
/** In words. A customer who writes more than this has said what it is. */
const VAGUE_WORDS = 12;

/** Whether the sentence, or one beside it in the same turn, says what the wait is for or how long it is. */
function isExplained({ index, block }: Sentence, body: readonly Sentence[]): boolean {
  return body
    .filter((sentence) => sentence.block === block && Math.abs(sentence.index - index) <= 1)
    .some(
      ({ text, entities }) => REASON.test(text) || entities.some(({ kind }) => kind === "duration" || kind === "time"),
    );
}
