import { PROFILES } from "../correspondence/profiles.ts";
import type { ActName, Correspondence, Sentence, Structure, StructureName, StructurePart } from "../model.ts";
import { closingSummary } from "./closing.ts";
import { isEntry } from "./preamble.ts";
import { earlyPurpose } from "./purpose.ts";
import {
  CLOSE,
  firstAct,
  has,
  missing,
  OPENING,
  SHORT,
  shown,
  speaksOfUs,
  speaksToCustomer,
  unclear,
  type View,
  wordsOf,
} from "./view.ts";

/** The five parts that a message is judged by, each shown, missing, unclear or not called for. */
export function readStructure(message: Correspondence, view: View): Structure {
  const { callsFor } = PROFILES[message.channel];
  const read = (name: StructureName, part: (message: Correspondence, view: View) => StructurePart) =>
    callsFor.includes(name) ? part(message, view) : NOT_CALLED_FOR;
  return {
    salutation: read("salutation", salutation),
    positiveOpening: read("positiveOpening", positiveOpening),
    earlyPurpose: read("earlyPurpose", earlyPurpose),
    closingSummary: read("closingSummary", closingSummary),
    signOff: read("signOff", signOff),
  };
}

const NOT_CALLED_FOR: StructurePart = { state: "not-called-for", evidence: undefined };

function salutation(message: Correspondence, view: View): StructurePart {
  const { channel } = message;
  if (channel === "social" && message.direction === "initiated") return NOT_CALLED_FOR;
  const part = message.parts.find(({ name }) => name === "salutation");
  const greeting = firstAct(view, channel === "chat" ? view.body.slice(0, CLOSE) : view.opening, ["greet"]);
  if (part ?? greeting) return shown((part ?? greeting)!);
  const [first] = view.opening;
  // "@marcus_r Thanks for sticking with it": a handle alone is an address, and greets nobody.
  if (channel === "social" && first && (first.text.startsWith("@") || NAMES_READER.test(first.text)))
    return has(view, first, WARM) ? unclear : missing(first);
  const isPolite =
    channel === "chat" &&
    view.body.some((sentence, at) => isGreeting(view, sentence) || (at < 2 && has(view, sentence, WARM)));
  return first && !isPolite ? missing(first) : unclear;
}

/** "Thank you for coming, Fitzroy, and for the photo." */
const NAMES_READER = /, \p{Lu}\p{Ll}{2,15}(?:[,.!]| and )/u;
const WARM: readonly ActName[] = ["thank", "apologise", "empathise", "acknowledge", "good-news", "offer"];
const COLD: readonly ActName[] = ["refuse", "blame", "threaten"];

/**
 * Shown by warmth with no refusal or blame in the same sentence; missing where the first sentence refuses, blames, threatens,
 * orders, or praises the organisation, or tells of the file or of others. In a chat a greeting will do, and a notice may open with
 * its news; in a careless message nothing flat is taken for news.
 */
function positiveOpening({ channel }: Correspondence, view: View): StructurePart {
  const [first, second] = view.opening;
  if (!first) return unclear;
  const heads = second && (wordsOf(first) <= SHORT || isGreeting(view, first)) ? [first, second] : [first];
  const warm = heads.find((sentence) => has(view, sentence, WARM) && !has(view, sentence, COLD));
  const isCold = has(view, first, COLD) || view.shows(first, "cold-opening");
  if (warm && (warm === first || !isCold)) return shown(firstAct(view, [warm], WARM)!);
  const cold = heads.find((sentence) => has(view, sentence, COLD) || view.isHostile(sentence));
  if (cold) return isKindly(view, cold) ? unclear : missing(cold);
  if (!PROFILES[channel].isQuick && isOrder(view, first)) return missing(first);
  const blunt = (isGreeting(view, first) ? heads : [first]).find((sentence) => view.shows(sentence, "cold-opening"));
  if (blunt) return missing(blunt);
  const isSharp = second && view.isHostile(second) && !first.text.endsWith("!");
  if (view.isCareless && (isSharp || heads.every((sentence) => isFlat(view, sentence)))) return missing(first);
  if (!PROFILES[channel].isQuick && !view.isWarm(first) && (isOffFile(view, first) || isEntry(view, first)))
    return missing(first);
  if (view.opening.slice(0, OPENING).some(view.isWarm)) return unclear;
  if (has(view, first, ["boilerplate"]) && !view.shows(first, "preamble") && !speaksToCustomer(first))
    return missing(first);
  if (channel === "chat")
    return view.body.slice(0, CLOSE).some((sentence) => isGreeting(view, sentence)) ? unclear : missing(first);
  return channel !== "social" && isOfOthers(view, first) ? missing(first) : unclear;
}

/** "We know how much you looked forward to it, but …", "I am sorry to tell you that it will not …": bad news kindly broken. */
const isKindly = (view: View, cold: Sentence) =>
  view.actsOf(cold)[0]?.name === "empathise" ||
  (SORRY.test(cold.text) && !has(view, cold, ["blame", "threaten"]) && !view.isHostile(cold));
const SORRY = /^(?:I am|I['’]m|we are|we['’]re) (?:so |very |really |truly )?sorry /i;

/** "Cut back your hedge by 31 July": a request without so much as a "please". */
const isOrder = (view: View, sentence: Sentence) =>
  view.actsOf(sentence).some(({ name, start }) => name === "request" && start === sentence.start) &&
  /^\p{L}+ (?!you\b)/u.test(sentence.text) &&
  !sentence.tokens.some((token) => view.isOf(token, "WARM"));

/** No word of warmth, which "please" alone is none of; a boast of ours has some. */
const isFlat = (view: View, sentence: Sentence) =>
  !sentence.text.endsWith("!") &&
  (!sentence.tokens.some((token) => token.norm !== "please" && view.isOf(token, "WARM")) ||
    (has(view, sentence, ["boilerplate"]) && !speaksToCustomer(sentence) && !view.hasWord(sentence, "SORRY")));

/**
 * "The late Mr Drummond took a lease of the steading in May 1987", "Letters to the Trust are opened in the post room": what
 * happened, with a figure, or what is laid down, and nobody who speaks or is spoken to.
 */
function isOffFile(view: View, sentence: Sentence): boolean {
  const { tokens, entities, text } = sentence;
  const isImpersonal =
    view.actsOf(sentence).every(({ name }) => name === "inform") &&
    !speaksToCustomer(sentence) &&
    !speaksOfUs(sentence);
  if (!isImpersonal || text.endsWith("!")) return false;
  return (
    (view.isPast(sentence) &&
      (tokens.some(({ kind }) => kind === "number") ||
        entities.some(
          ({ kind, from }) => kind === "date" && tokens[from]!.norm !== "last" && tokens[from - 1]?.norm !== "last",
        ))) ||
    view.hasWord(sentence, "PROCESS") ||
    view.isPassive(sentence)
  );
}

/**
 * "Hexley has some 31,000 trees in its streets and parks", "We have had 41,000 applications in the past month": a long sentence that
 * speaks to nobody and does nothing for anybody, of others or of how much we have. "We should have come sooner" is none, nor is
 * "The drain is clear"; where this is asked, nothing in the opening is warm.
 */
function isOfOthers(view: View, sentence: Sentence): boolean {
  return (
    wordsOf(sentence) > PLAIN_NEWS &&
    !speaksToCustomer(sentence) &&
    (!speaksOfUs(sentence) || wordsOf(sentence) > OWN_WORDS || sentence.tokens.some(({ kind }) => kind === "number")) &&
    !has(view, sentence, ["commit", "report-done"]) &&
    !(speaksOfUs(sentence) && (view.isAhead(sentence) || isPlanned(sentence))) &&
    !/[!?]$/.test(sentence.text)
  );
}
/** Good news may be told in so few words, and what we did or failed to do in so many. */
const PLAIN_NEWS = 8;
const OWN_WORDS = 15;
const isGreeting = (view: View, sentence: Sentence) => view.actsOf(sentence).some((act) => act.name === "greet");
function signOff(message: Correspondence, view: View): StructurePart {
  if (message.channel === "chat") {
    const last = view.body.slice(-CLOSE);
    const polite =
      last.find((sentence) => view.shows(sentence, "goodbye")) ??
      firstAct(view, last, ["thank", "offer", "acknowledge"]);
    if (polite) return shown(polite);
    return last.some((sentence) => has(view, sentence, WARM)) ? unclear : missing(view.body.at(-1));
  }
  const closing = message.parts.find(({ name }) => name === "valediction");
  const name = message.parts.find(({ name: part }) => part === "signature");
  const carries = closing && /[,!.–-]\s*\p{Lu}|\bfrom\s/u.test(closing.text);
  if (closing && (name || carries)) return shown(closing);
  return missing(closing ?? name ?? view.body.at(-1));
}

/** "We are taking Year 4 to the museum on Friday 12 June": what is to come, told as if it were going on. */
const isPlanned = ({ entities, tokens }: Sentence) =>
  entities.some(({ kind }) => kind === "date") &&
  tokens.some(({ norm }, at) => norm === "are" && tokens[at + 1]?.norm.endsWith("ing"));
