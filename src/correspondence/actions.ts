import type { Act, Action, Sentence } from "../model.ts";
import { textOf } from "./acts.ts";
import { isoDay } from "./dates.ts";
import { type Calendar, type Deadline, deadlineIn } from "./deadlines.ts";
import type { WordClasses } from "./entities.ts";

/** The token with which an action begins, whose it is, and where in the file the words that show it end. */
interface Head {
  readonly at: number;
  readonly who: Action["who"];
  readonly end: number;
}

/**
 * Who does what by when: each commitment of ours and each request of the customer, in order. A sentence holds one action, or
 * several where each has a time of its own.
 */
export function actionsOf(acts: readonly Act[], sentences: readonly Sentence[], calendar: Calendar): Action[] {
  const bySentence = new Map<Sentence, Act[]>();
  for (const act of acts) {
    const sentence = sentences[act.sentence]!;
    if ((act.name !== "commit" && act.name !== "request") || sentence.part === "headers") continue;
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), act]);
  }
  return [...bySentence].flatMap(([sentence, own]) => {
    const heads = headsOf(sentence, own, calendar.classes);
    const actions: Action[] = [];
    let [head] = heads;
    for (let next = 1; head; next++) {
      const until = heads[next]?.at ?? sentence.tokens.length;
      const rest = heads[next + 1]?.at ?? sentence.tokens.length;
      const due = deadlineIn(sentence, head.at, until, calendar);
      // One time for both belongs to both: they stay one action.
      if (heads[next] && !(due && deadlineIn(sentence, until, rest, calendar))) {
        heads.splice(next--, 1);
        continue;
      }
      const whole = actions.length === 0 && !heads[next] ? (due ?? deadlineIn(sentence, 0, until, calendar)) : due;
      actions.push(toAction(sentence, head, until, whole));
      head = heads[next];
    }
    return actions;
  });
}

/** The acts that do not overlap, and the verbs after "and" that go on: "pay £40 by Friday, and we will send the card in June". */
function headsOf(sentence: Sentence, acts: readonly Act[], classes: WordClasses): Head[] {
  const heads: Head[] = [];
  const sorted = acts.toSorted((a, b) => a.start - b.start);
  sentence.tokens.forEach((token, at) => {
    const last = heads.at(-1);
    const act = sorted.find(({ start }) => start === token.start && (!last || start >= last.end));
    const who = act ? WHO[act.name] : last && whoGoesOn(sentence, at, last.who, classes);
    if (who) heads.push({ at, who, end: act?.end ?? token.end });
  });
  return heads;
}

const WHO: Partial<Record<Act["name"], Action["who"]>> = { commit: "organisation", request: "customer" };
const SUBJECTS: Readonly<Record<string, Action["who"]>> = { we: "organisation", i: "organisation", you: "customer" };
const AUXILIARIES = new Set(["will", "shall", "must", "please", "then", "also", "to"]);

/** Who does what the verb after an "and" says; undefined where none stands there. */
function whoGoesOn(
  { tokens }: Sentence,
  at: number,
  before: Action["who"],
  classes: WordClasses,
): Action["who"] | undefined {
  if (tokens[at - 1]?.norm !== "and") return undefined;
  const subject = SUBJECTS[tokens[at]!.norm];
  let verb = subject ? at + 1 : at;
  while (AUXILIARIES.has(tokens[verb]?.norm ?? "")) verb++;
  const who = subject ?? before;
  return classes.get(who === "organisation" ? "WEDO" : "DO")?.has(tokens[verb]?.norm ?? "") ? who : undefined;
}

function toAction(
  sentence: Sentence,
  { at, who, end: shown }: Head,
  until: number,
  deadline: Deadline | undefined,
): Action {
  const { tokens } = sentence;
  let end = at;
  const isEnd = (token: number) => tokens[token]!.kind === "mark" && tokens[token]!.start >= shown;
  while (end < until && !isEnd(end)) end++;
  if (end < tokens.length && tokens[end - 1]?.norm === "and") end--;
  const inside = deadline && deadline.from > at && deadline.from < end ? deadline : undefined;
  const words = inside
    ? [textOf(sentence, at, inside.from), textOf(sentence, inside.to, end)]
    : [textOf(sentence, at, end)];
  return {
    start: tokens[at]!.start,
    end: until < tokens.length ? tokens[until - 1]!.end : Math.max(shown, sentence.end),
    who,
    what: words
      .filter(Boolean)
      .join(" ")
      .replace(/ (?=[,;:])/g, ""),
    when: deadline?.text,
    due: deadline?.due && isoDay(deadline.due),
  };
}
