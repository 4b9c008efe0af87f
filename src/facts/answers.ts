import type { Answer, Asked, Correspondence, Sentence } from "../model.ts";
import { saysWhen, type View } from "./view.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A paragraph of the reply with the one below it, which an answer may run into. */
interface Passage {
  readonly sentences: readonly Sentence[];
  readonly stems: ReadonlySet<string>;
}

/** What stands beside the body and may answer as well: a heading, a postscript, what is enclosed. */
const ANSWERING: readonly Sentence["part"][] = ["headers", "subject-line", "body", "turn", "postscript"];

/** Holds each question against the reply. A question is unanswered where no passage takes up any of its words. */
export function findAnswers(
  asked: readonly Asked[],
  reply: Correspondence,
  view: View,
  vocabulary: Vocabulary,
): readonly Answer[] {
  if (asked.length === 0) return [];
  const sentences = reply.sentences.filter(({ part, exempt }) => ANSWERING.includes(part) && !exempt);
  const isChat = reply.channel === "chat" && !reply.incoming;
  const passages = passagesOf(sentences, vocabulary);
  const isHeld = view.body.some((sentence) => promisesAnswer(sentence, view));
  // In a chat nothing is answered before it is asked.
  const bestFor = (question: Asked) =>
    bestOf(
      isChat ? passages.filter(({ sentences: [first] }) => first!.start > question.start) : passages,
      question,
      vocabulary,
    );
  /** What comes next in a chat may answer in other words, unless it takes up another question of the same turn. */
  const isPassedOver = (question: Asked) =>
    asked.some((other) => other !== question && turnOf(reply, other) === turnOf(reply, question) && bestFor(other));
  return asked.map((question) => {
    const best = bestFor(question);
    if (best) return { asked: question, ...judge(question, best, view, vocabulary) };
    const isOpen = isHeld || !isTelling(question) || mayAnswer(question, sentences);
    const isUnanswered = !isOpen && (!isChat || isPassedOver(question));
    return { asked: question, state: isUnanswered ? "unanswered" : undefined, passage: undefined };
  });
}

const turnOf = ({ turns }: Correspondence, { start }: Asked) =>
  turns.findIndex((turn) => turn.start <= start && start < turn.end);

function passagesOf(sentences: readonly Sentence[], vocabulary: Vocabulary): readonly Passage[] {
  const blocks: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = blocks.at(-1);
    const joins = last?.[0]!.block === sentence.block || (last && last.every(({ unit }) => unit === "heading"));
    if (joins) last.push(sentence);
    else blocks.push([sentence]);
  }
  return blocks.map((block) => ({
    sentences: block,
    stems: vocabulary.stemsOf(block.flatMap(({ tokens }) => tokens)),
  }));
}

/** The passage that shares most of the question's words, if any does. */
function bestOf(passages: readonly Passage[], { stems, kind }: Asked, vocabulary: Vocabulary): Passage | undefined {
  let best: Passage | undefined;
  let most = 0;
  for (const passage of passages) {
    const shared = [...stems].filter((stem) => vocabulary.isIn(stem, passage.stems)).length;
    const score = shared === 0 ? 0 : shared + (kind === "when" && hasTime(passage.sentences) ? 0.5 : 0);
    if (score > most) [best, most] = [passage, score];
  }
  return best;
}

/** A when is answered with a time, and not with "shortly" and no time beside it. */
function judge(
  { kind, stems }: Asked,
  { sentences }: Passage,
  view: View,
  vocabulary: Vocabulary,
): Pick<Answer, "state" | "passage"> {
  const [passage] = sentences;
  if (kind !== "when") return { state: "answered", passage };
  const own = sentences.filter(({ tokens }) => {
    const words = vocabulary.stemsOf(tokens);
    return [...stems].some((stem) => vocabulary.isIn(stem, words));
  });
  const vague = hasTime(own) ? undefined : own.find((sentence) => view.shows(sentence, "vague-time"));
  if (vague) return { state: "vague", passage: vague };
  return { state: hasTime(sentences) ? "answered" : undefined, passage };
}

const hasTime = (sentences: readonly Sentence[]) => sentences.some((sentence) => saysWhen(sentence));

/** A question of one everyday word, or of none, may be answered in other words. */
function isTelling({ stems }: Asked): boolean {
  return stems.size > 1 || [...stems].some((stem) => /\d/.test(stem));
}

/** Whether the reply has anything of the kind that was asked for, so that it may answer in words of its own. */
function mayAnswer({ kind, stems }: Asked, sentences: readonly Sentence[]): boolean {
  if (kind === "when") return stems.size < 3 && hasTime(sentences);
  if (kind === "how much")
    return stems.size < 3 && sentences.some(({ entities }) => entities.some((entity) => entity.kind === "money"));
  return kind === "yes or no" && sentences.some(({ tokens }) => /^(?:yes|no)$/.test(tokens[0]?.norm ?? ""));
}

/** "We will write to you with an answer by 3 June": the reply holds the question open, and says until when. */
function promisesAnswer(sentence: Sentence, view: View): boolean {
  return (
    view.actsOf(sentence).some(({ name, time }) => name === "commit" && time !== undefined) &&
    sentence.tokens.some(({ norm }) => HOLDING.has(norm))
  );
}
const HOLDING: ReadonlySet<string> = new Set(
  "reply answer answers answering write update response respond decision outcome findings".split(" "),
);
