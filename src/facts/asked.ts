import type { Asked, AskedKind, Sentence, Token } from "../model.ts";
import type { Hit } from "../dictionary/match.ts";
import { textOf } from "../correspondence/acts.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** How a question begins. */
const OPENERS: ReadonlySet<string> = new Set(
  "when how what which where why who whose will would can could may do does did is are was were have has had am should shall".split(
    " ",
  ),
);
const FEWEST_WORDS = 3;

/** The questions and wishes in what the customer wrote, in order. */
export function readAsked(
  sentences: readonly Sentence[],
  hitsOf: (sentence: Sentence) => readonly Hit[],
  vocabulary: Vocabulary,
): readonly Asked[] {
  return sentences.flatMap((sentence) => {
    const isQuestion = /\?[?!"'”’)]*$/.test(sentence.text.slice(-8));
    const hits = hitsOf(sentence);
    const asks = hits.find(({ entry }) => entry.dictionary === "context/asks");
    const wants = hits.find(({ entry }) => entry.dictionary === "context/wants");
    const isRhetorical = hits.some(({ entry }) => entry.dictionary === "context/rhetorical");
    if ((!isQuestion && !asks && !wants) || (isRhetorical && !asks)) return [];
    const from = asks ? asks.to - 1 : isQuestion ? questionStart(sentence.tokens) : wants!.from;
    const tokens = sentence.tokens.slice(from);
    if (tokens.filter(({ kind }) => kind !== "mark").length < FEWEST_WORDS) return [];
    const kind = isQuestion || asks ? kindOf(tokens) : "outcome";
    const begin = isQuestion ? from : (asks ?? wants)!.from;
    return [
      {
        start: sentence.tokens[begin]!.start,
        end: sentence.end,
        text: textOf(sentence, begin, sentence.tokens.length),
        kind,
        stems: vocabulary.stemsOf(tokens),
      },
    ];
  });
}

/** Where the question itself begins: at the last word that opens one after a mark, "and" or "but". */
function questionStart(tokens: readonly Token[]): number {
  const opens = ({ norm }: Token, at: number) => {
    const before = tokens[at - 1];
    return OPENERS.has(norm) && (!before || before.kind === "mark" || ["and", "but", "or", "so"].includes(before.norm));
  };
  const at = tokens.findLastIndex((token, place) => place <= tokens.length - FEWEST_WORDS && opens(token, place));
  return Math.max(0, at);
}

/** "Can you tell me when …" asks when. */
function kindOf(tokens: readonly Token[]): AskedKind {
  const text = tokens
    .slice(0, 9)
    .map(({ norm }) => norm)
    .join(" ");
  if (/^(?:\S+ ){0,6}(?:when|how (?:long|soon)|what (?:date|day|time)|which day)\b/.test(text)) return "when";
  if (/^(?:\S+ ){0,4}how (?:much|many)\b/.test(text)) return "how much";
  return /^(?:and |but |so )?(?:will|would|can|could|may|do|does|did|is|are|was|were|have|has|am|should|shall|if|whether)\b/.test(
    text,
  )
    ? "yes or no"
    : "other";
}
