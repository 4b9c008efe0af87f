import type { Act, Channel, Direction, Envelope, Inferred, Mode, Occasion, Part, Sentence, Audience } from "../model.ts";
import { AUDIENCES, CHANNELS, DIRECTIONS, MODES, OCCASIONS } from "../model.ts";
import { InputError } from "../errors.ts";

/** What the message is, as far as a flag or the front matter tells. */
export interface Told {
  readonly channel?: Channel | undefined;
  readonly occasion?: Occasion | undefined;
  readonly direction?: Direction | undefined;
  readonly mode?: Mode | undefined;
  readonly audience?: Audience | undefined;
}

const VALUES = { channel: CHANNELS, occasion: OCCASIONS, direction: DIRECTIONS, mode: MODES, audience: AUDIENCES } as const;
/** One segment of a text message in GSM-7 is 160 characters; a message of more than four is a letter. */
const LONGEST_TEXT = 640;

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
      throw new InputError(`the front matter says "${key}: ${String(value)}": write one of ${allowed.join(", ")}`);
    }
    told[key] = value as string;
  }
  return told;
}

/** Channel and why. A chat has been recognised by its turns before. */
export function inferChannel(source: string, parts: readonly Part[], envelope: Envelope, isChat: boolean): [Channel, string] {
  if (isChat) return ["chat", "turns of a chat"];
  const has = (name: Part["name"]) => parts.some((part) => part.name === name);
  if (has("headers") || envelope.subject) return ["email", "header lines"];
  const text = source.trim();
  if (!has("valediction") && text.length <= LONGEST_TEXT && text.split(/\n\s*\n/).length <= 3) {
    if (/^@\w/.test(text) || /(?:^|\s)#\p{L}\w{2,}/u.test(text) || /\^\p{Lu}\p{Ll}*(?:[.,\s]|$)/u.test(text) || /^>\s?@?\w/m.test(text)) {
      return ["social", "a handle, a hashtag or initials"];
    }
    if (text.split(/\n/).filter((line) => line.trim()).length <= 2 && !has("salutation")) return ["sms", "a few short lines"];
  }
  if (has("address") || has("date") || has("reference")) return ["letter", "an address, date or reference above the salutation"];
  if (has("letterhead") && has("salutation")) return ["letter", "a letterhead"];
  if (parts.some((part) => part.name === "valediction" && /\byours\b/i.test(part.text))) return ["letter", "the closing phrase"];
  return ["email", "nothing else was seen"];
}

const COMPLAINT = /\b(?:complain(?:t|ts|ed|ing)?|let you down|put (?:this|things|it) right|went wrong|our mistake|compensation|gesture of goodwill)\b/i;
const NOTICE = /\b(?:we are writing to let you know|is changing|will change|are changing|changes to|will be closed|will be closing|planned work|from \d{1,2} \p{Lu}|decision|reminder|final notice|overdue|power cut|delayed|delay|recall|unable to|cannot)\b/iu;
const ASKED = /\b(?:you (?:asked|wanted to know)|your (?:question|questions|enquiry|query)|for asking|asking (?:about|whether|if|how)|your request for)\b/i;
const REPLY = /\b(?:thank(?:s| you)[^.]{0,20} for (?:your|getting|contacting|letting|telling|writing|calling|ringing|asking|reporting|the (?:photo|email|letter)|raising|coming|sending|talking|speaking)|you (?:asked|told us|told me|wrote|reported|say|said|rang|called|complained|claim|state)|your (?:recent )?(?:e-?mail|letter|call|message|complaint|enquiry|query|question|post|tweet|claim|application|appeal|request)|further to your|in (?:reply|response) to|sorry to hear|when we spoke|as you asked)\b/i;

/** Direction and why: whether the customer wrote first. */
export function inferDirection(sentences: readonly Sentence[], envelope: Envelope, parts: readonly Part[], isChat: boolean): [Direction, string] {
  if (isChat) return ["reply", "a chat is begun by the customer"];
  if (/^\s*re\s*:/i.test(envelope.subject?.text ?? "")) return ["reply", "the subject begins with Re:"];
  if (parts.some((part) => part.name === "quoted")) return ["reply", "an earlier message is quoted"];
  const opening = openingOf(sentences);
  if (/^\s*@\w/.test(opening)) return ["reply", "it is addressed to a handle"];
  const cue = REPLY.exec(opening)?.[0];
  if (cue) return ["reply", `“${cue}”`];
  return ["initiated", "nothing of an earlier message was seen"];
}

/** Occasion and why. */
export function inferOccasion(sentences: readonly Sentence[], acts: readonly Act[], envelope: Envelope, direction: Direction): [Occasion, string] {
  const text = `${envelope.subject?.text ?? ""}\n${sentences.map((sentence) => sentence.text).join("\n")}`;
  const opening = openingOf(sentences);
  const complaint = COMPLAINT.exec(text)?.[0];
  const apology = acts.find((act) => act.name === "apologise");
  if (complaint && (apology || direction === "reply")) return ["complaint", `“${complaint}”`];
  if (apology && direction === "reply") return ["complaint", `“${apology.text}”`];
  const asked = ASKED.exec(opening)?.[0];
  if (asked) return ["information", `“${asked}”`];
  const notice = NOTICE.exec(`${envelope.subject?.text ?? ""}\n${opening}`)?.[0];
  if (notice && direction === "initiated") return ["notification", `“${notice}”`];
  return ["routine", "nothing else was seen"];
}

function openingOf(sentences: readonly Sentence[]): string {
  return sentences
    .filter(({ part }) => part === "body" || part === "subject-line" || part === "turn")
    .slice(0, 4)
    .map((sentence) => sentence.text)
    .join("\n");
}

/** Adds where each setting was told to what was inferred. */
export function reasons(told: Told, where: string, inferred: Inferred): Inferred {
  const keys = (Object.keys(VALUES) as (keyof Told)[]).filter((key) => told[key] !== undefined);
  return { ...inferred, ...Object.fromEntries(keys.map((key) => [key, where])) };
}
