import type { Act, ActName, Sentence } from "../model.ts";
import type { Hit } from "../dictionary/match.ts";

const FOLDER = "acts/";

/** The acts among the hits of the dictionaries: what each sentence does, with agent, polarity, time and object. */
export function actsOf(hits: readonly Hit[]): Act[] {
  const acts: Act[] = [];
  const times = new Map<Sentence, string | undefined>();
  for (const { entry, sentence, from, to } of hits) {
    if (!entry.dictionary.startsWith(FOLDER)) continue;
    const name = entry.dictionary.slice(FOLDER.length) as ActName;
    const { start } = sentence.tokens[from]!;
    const { end } = sentence.tokens[to - 1]!;
    if (isCovered(acts, name, sentence.index, start, end)) continue;
    if (!times.has(sentence)) times.set(sentence, timeOf(sentence));
    acts.push({
      start,
      end,
      name,
      agent: entry.agent ?? "other",
      polarity: entry.polarity ?? "positive",
      sentence: sentence.index,
      text: textOf(sentence, from, to),
      time: times.get(sentence),
      object: textOf(sentence, to, objectEnd(sentence, to)) || undefined,
    });
  }
  return acts;
}

/** Whether an act of this name in the sentence covers the range already. */
function isCovered(acts: readonly Act[], name: ActName, sentence: number, start: number, end: number): boolean {
  for (let at = acts.length - 1; at >= 0 && acts[at]!.sentence === sentence; at--) {
    const act = acts[at]!;
    if (act.name === name && act.start <= start && act.end >= end) return true;
  }
  return false;
}

/** The words from one token to another, as written on one line. */
export function textOf({ tokens, text: whole, start, end: last }: Sentence, from: number, to: number): string {
  if (to <= from || !tokens[from]) return "";
  // Without markup or entities the words stand in the sentence as they stand in the file.
  if (whole.length === last - start) return whole.slice(tokens[from].start - start, tokens[to - 1]!.end - start);
  let text = "";
  let end = -1;
  for (let at = from; at < to; at++) {
    const token = tokens[at]!;
    if (token.start < end) continue;
    text += end >= 0 && token.start > end ? ` ${token.text}` : token.text;
    end = token.end;
  }
  return text;
}

/** The date, duration or time of a sentence, as written. */
function timeOf(sentence: Sentence): string | undefined {
  const entity =
    sentence.entities.find(({ kind }) => kind === "date") ??
    sentence.entities.find(({ kind }) => kind === "duration" || kind === "time");
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
  return all.length <= words
    ? all.join(" ").replace(/[.,;:]$/, "")
    : `${all
        .slice(0, words)
        .join(" ")
        .replace(/[,;:.]$/, "")} …`;
}
