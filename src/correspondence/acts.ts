import type { Act, ActName, Sentence } from "../model.ts";
import type { Hit } from "../dictionary/match.ts";

const FOLDER = "acts/";

/** The acts among the hits of the dictionaries: what each sentence does, with agent, polarity, time and object. */
export function actsOf(hits: readonly Hit[]): Act[] {
  const acts: Act[] = [];
  for (const { entry, sentence, from, to } of hits) {
    if (!entry.dictionary.startsWith(FOLDER)) continue;
    const name = entry.dictionary.slice(FOLDER.length) as ActName;
    const range = { start: sentence.tokens[from]!.start, end: sentence.tokens[to - 1]!.end };
    const known = acts.findLast((act) => act.name === name && act.sentence === sentence.index);
    if (known && known.start <= range.start && known.end >= range.end) continue;
    acts.push({
      ...range,
      name,
      agent: entry.agent ?? "other",
      polarity: entry.polarity ?? "positive",
      sentence: sentence.index,
      text: textOf(sentence, from, to),
      time: timeOf(sentence),
      object: textOf(sentence, to, objectEnd(sentence, to)) || undefined,
    });
  }
  return acts;
}

/** The words from one token to another, as written on one line. */
export function textOf(sentence: Sentence, from: number, to: number): string {
  const first = sentence.tokens[from];
  const last = sentence.tokens[to - 1];
  if (!first || !last || to <= from) return "";
  let text = "";
  let end = first.start;
  for (const token of sentence.tokens.slice(from, to)) {
    if (token.start < end) continue;
    if (text && token.start > end) text += " ";
    text += token.text;
    end = token.end;
  }
  return text;
}

/** The date, duration or time of a sentence, as written. */
function timeOf(sentence: Sentence): string | undefined {
  const entity = sentence.entities.find(({ kind }) => kind === "date") ?? sentence.entities.find(({ kind }) => kind === "duration" || kind === "time");
  return entity && textOf(sentence, entity.from, entity.to);
}

/** The object of a verb runs to the next mark. */
function objectEnd(sentence: Sentence, from: number): number {
  let to = from;
  while (to < sentence.tokens.length && sentence.tokens[to]!.kind !== "mark") to++;
  return to;
}

/** The first words of a text, to quote in a message. */
export function quote(text: string, words = 8): string {
  const all = text.trim().split(/\s+/);
  return all.length <= words ? all.join(" ") : `${all.slice(0, words).join(" ").replace(/[,;:.]$/, "")} …`;
}
