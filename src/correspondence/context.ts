import type { Channel, Direction, Envelope, Inferred, Mode, Occasion, Part, Sentence, Audience } from "../model.ts";
import { AUDIENCES, CHANNELS, DIRECTIONS, MODES, OCCASIONS } from "../model.ts";
import type { Hit } from "../dictionary/match.ts";
import { InputError } from "../errors.ts";
import { quote, textOf } from "./acts.ts";

/** What the message is, as far as a flag or the front matter tells. */
export interface Told {
  readonly channel?: Channel | undefined;
  readonly occasion?: Occasion | undefined;
  readonly direction?: Direction | undefined;
  readonly mode?: Mode | undefined;
  readonly audience?: Audience | undefined;
}

const VALUES = {
  channel: CHANNELS,
  occasion: OCCASIONS,
  direction: DIRECTIONS,
  mode: MODES,
  audience: AUDIENCES,
} as const;
/** One segment of a text message in GSM-7 is 160 characters, of a longer one 153; a message of more than six is a letter. */
const LONGEST_TEXT = 918;
/** In characters, the post that is answered left out. */
const LONGEST_POST = 800;

/**
 * The settings of the front matter, checked.
 * @throws InputError that names the key, the value and what is allowed
 */
export function readTold(data: Readonly<Record<string, unknown>>): Told {
  const told: Record<string, string> = {};
  for (const [key, allowed] of Object.entries(VALUES)) {
    const value = data[key];
    if (value === undefined || value === null) continue;
    if (!(allowed as readonly unknown[]).includes(value)) {
      throw new InputError(
        `the front matter says “${key}: ${typeof value === "string" ? value : JSON.stringify(value)}”: write one of ${allowed.join(", ")}`,
      );
    }
    told[key] = value as string;
  }
  return told;
}

/** Channel and why. A chat has mostly been recognised by its turns before. */
export function inferChannel(
  source: string,
  parts: readonly Part[],
  envelope: Envelope,
  isChat: boolean,
): [Channel, string] {
  if (isChat) return ["chat", "turns of a chat"];
  const has = (name: Part["name"]) => parts.some((part) => part.name === name);
  if (has("headers") || envelope.subject) return ["email", "header lines"];
  const text = source.trim();
  if (/^(?:>\s?)?@\w/.test(text)) return ["social", "a handle at its beginning"];
  const lines = text.split(/\n/).filter((line) => line.trim());
  const posted = text.replace(/^>.*\n/gm, "").trim();
  if (!has("valediction") && posted.length <= LONGEST_POST && posted.split(/\n\s*\n/).length <= 3) {
    if (/(?:^|\s)#\p{L}\w{2,}/u.test(text) || /\^\p{Lu}\p{Ll}*(?:[.,\s]|$)/u.test(text) || /^>\s?@?\w/m.test(text))
      return ["social", "a handle, a hashtag or initials"];
  }
  if (!has("valediction") && text.length <= LONGEST_TEXT && lines.length <= 2 && !has("salutation"))
    return ["sms", "a few short lines"];
  if (!has("valediction") && /^Live chat\b|\b(?:on|in|to) this chat\b/m.test(text))
    return ["chat", "it calls itself a chat"];
  if (has("address") || has("date") || has("reference"))
    return ["letter", "an address, date or reference above the salutation"];
  if (has("letterhead") && has("salutation")) return ["letter", "a letterhead"];
  if (parts.some((part) => part.name === "valediction" && /\byours\b/i.test(part.text)))
    return ["letter", "the closing phrase"];
  if (/\bthis letter\b/i.test(text) && !/\bthis e-?mail\b/i.test(text)) return ["letter", "it calls itself a letter"];
  if (has("salutation") && !/\bthis e-?mail\b/i.test(text)) return ["letter", "a greeting, and no subject"];
  return ["email", "nothing else was seen"];
}

/** Sentences of the opening in which a sign of a reply, a question or a notice counts. */
const OPENING = 4;

/** What the context is inferred from. */
export interface Signs {
  readonly hits: readonly Hit[];
  readonly sentences: readonly Sentence[];
  readonly parts: readonly Part[];
  readonly envelope: Envelope;
  readonly isChat: boolean;
  /** What the customer says in the turns of a chat, a post or an earlier message. */
  readonly theirs: readonly Sentence[];
  /** Words of complaint, a class of `dictionaries/classes.yml`. */
  readonly grievances: ReadonlySet<string> | undefined;
}

/** Direction and why: whether the customer wrote first. */
export function inferDirection({ hits, sentences, parts, envelope, isChat }: Signs): [Direction, string] {
  if (isChat) return ["reply", "a chat is begun by the customer"];
  if (/^\s*re\s*:/i.test(envelope.subject?.text ?? "")) return ["reply", "the subject begins with Re:"];
  if (envelope.isReply) return ["reply", "its headers name the message it answers"];
  if (parts.some((part) => part.name === "quoted")) return ["reply", "an earlier message is quoted"];
  if (sentences.some(({ part, text }) => part === "body" && text.startsWith("@")))
    return ["reply", "it is addressed to a handle"];
  const sign = signOf("reply", hits, openingOf(sentences));
  return sign ? ["reply", sign] : ["initiated", "nothing of an earlier message was seen"];
}

/** Occasion and why. */
export function inferOccasion(signs: Signs, direction: Direction): [Occasion, string] {
  const { hits, sentences, theirs, isChat } = signs;
  const opening = openingOf(sentences);
  const complaint = direction === "reply" ? (signOf("complaint", hits, sentences) ?? grievanceOf(signs)) : undefined;
  if (complaint) return ["complaint", complaint];
  const asked = signOf("information", hits, sentences);
  if (asked && direction === "reply") return ["information", asked];
  const question = (isChat ? theirs : [])
    .slice(0, OPENING)
    .find(({ text }) => /\b(?:how|what|which|when|where|why|who)\b.{1,200}\?["'”’]?$/i.test(text));
  if (question) return ["information", `the customer asks “${quote(question.text)}”`];
  if (direction === "reply") return replyOf(signs);
  const notice = signOf("notification", hits, opening);
  if (notice) return ["notification", notice];
  const routine = signOf("routine", hits, opening);
  return routine ? ["routine", routine] : ["notification", "nothing else was seen"];
}

/** A reply with no sign of a complaint or a question: who says sorry, or who is to blame, answers a complaint. */
function replyOf({ hits, sentences }: Signs): [Occasion, string] {
  const body = sentences.filter(({ part }) => part === "body" || part === "turn");
  const sign = ["apologise", "blame"].flatMap((name) => signIn(`acts/${name}`, hits, body) ?? [])[0];
  return sign ? ["complaint", sign] : ["routine", "nothing else was seen"];
}

/** A word of complaint of the customer's own. */
function grievanceOf({ theirs, grievances }: Signs): string | undefined {
  const said = theirs.slice(0, OPENING).flatMap(({ tokens }) => tokens.find(({ norm }) => grievances?.has(norm)) ?? []);
  return said[0] && `the customer writes “${said[0].text}”`;
}

/** The words that show a sign of `dictionaries/context/` in some sentences, quoted. */
const signOf = (name: string, hits: readonly Hit[], sentences: readonly Sentence[]) =>
  signIn(`context/${name}`, hits, sentences);

function signIn(dictionary: string, hits: readonly Hit[], sentences: readonly Sentence[]): string | undefined {
  const hit = hits.find(({ entry, sentence }) => entry.dictionary === dictionary && sentences.includes(sentence));
  return hit && `“${textOf(hit.sentence, hit.from, hit.to)}”`;
}

function openingOf(sentences: readonly Sentence[]): readonly Sentence[] {
  const parts: readonly Sentence["part"][] = ["headers", "subject-line", "body", "turn"];
  return sentences.filter(({ part }) => parts.includes(part)).slice(0, OPENING);
}

/** Adds where each setting was told to what was inferred. */
export function reasons(told: Told, where: string, inferred: Inferred): Inferred {
  const keys = (Object.keys(VALUES) as (keyof Told)[]).filter((key) => told[key] !== undefined);
  return { ...inferred, ...Object.fromEntries(keys.map((key) => [key, where])) };
}
