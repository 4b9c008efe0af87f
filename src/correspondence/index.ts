import type {
  Channel,
  Correspondence,
  Envelope,
  Inferred,
  Located,
  Organisation,
  Part,
  PartName,
  Placeholder,
  Sentence,
  Skipped,
  Turn,
} from "../model.ts";
import type { Dictionaries } from "../dictionary/index.ts";
import type { Hit } from "../dictionary/match.ts";
import type { Document } from "../read/document.ts";
import { MASK } from "../read/placeholders.ts";
import { toSource } from "../read/projection.ts";
import { actionsOf } from "./actions.ts";
import { actsOf } from "./acts.ts";
import { inferChannel, inferDirection, inferOccasion, readTold, reasons, type Told } from "./context.ts";
import { parseDay, workingDaysOf } from "./dates.ts";
import { type Line, linesOf } from "./lines.ts";
import { labelLines } from "./parts.ts";
import { findTurns, type Transcript } from "./turns.ts";
import { readSentences, type Unit, unitsOf } from "./units.ts";

/** A message as a message, and every place where a dictionary matches in it. */
export interface Reading {
  readonly correspondence: Correspondence;
  readonly hits: readonly Hit[];
  /** The blocks of text that the sentences were cut from; `Sentence.block` is an index into them. */
  readonly units: readonly Unit[];
  /** What the customer says in this file, in their turns of a chat or in the message quoted; read when it is asked for. */
  readonly theirs: () => readonly Sentence[];
}

/** What is known of a message beside its text. */
export interface Given extends Told {
  readonly organisation?: Organisation | undefined;
  readonly incoming?: Correspondence | undefined;
  /** What the configuration tells: the front matter comes before it. */
  readonly configured?: Told | undefined;
}

/** A paragraph of at least this many words with under half of them known is not English. */
const FEWEST_WORDS = 6;

/**
 * Reads a document as correspondence: parts, sentences, acts, actions, and what kind of message it is.
 * What flags say comes before what the front matter says, and that before what the text shows.
 * @throws InputError where the front matter names a channel, mode … that there is not
 */
export function readCorrespondence(document: Document, dictionaries: Dictionaries, flags: Given = {}): Reading {
  const lines = linesOf(document);
  const data = document.frontMatter?.data ?? {};
  const front = readTold(data);
  const own = { ...flags.configured, ...front };
  const channel = flags.channel ?? own.channel;
  const transcript =
    channel === undefined || channel === "chat"
      ? findTurns(lines, { isChat: channel === "chat", agents: agentsOf(data) })
      : undefined;
  const turns = transcript?.turns;
  const labels = labelLines(lines, dictionaries.furniture, turns);
  const parts = partsOf(document, lines, labels);
  const envelope = envelopeOf(document, lines, labels);
  const units = unitsOf(lines, labels, turns);
  const read = readSentences(units, dictionaries.matcher.classes).map((sentence) => reveal(sentence, document.source));
  const { sentences, foreign } = markForeign(read, dictionaries);
  const hits = sentences.flatMap((sentence) => (sentence.exempt ? [] : dictionaries.matcher.hits(sentence)));
  const acts = actsOf(hits);
  const written = parseDay(envelope.date?.text ?? parts.find((part) => part.name === "date")?.text ?? "");
  const calendar = {
    written,
    workingDays: () => workingDaysOf(dictionaries, flags.organisation?.nation),
    classes: dictionaries.matcher.classes,
  };

  const [seenChannel, whyChannel] = inferChannel(document.source, parts, envelope, turns !== undefined);
  const theirs = () => readSentences(unitsOf(lines, labels.map(ofCustomer), turns), dictionaries.matcher.classes);
  const hasTheirs = turns !== undefined || parts.some(({ name }) => name === "customer" || name === "quoted");
  const signs = {
    hits,
    sentences,
    parts,
    envelope,
    isChat: turns !== undefined,
    theirs: hasTheirs ? theirs() : [],
    grievances: dictionaries.matcher.classes.get("GRIEVANCE"),
  };
  const [seenDirection, whyDirection] = inferDirection(signs);
  const direction = flags.direction ?? own.direction ?? seenDirection;
  const [seenOccasion, whyOccasion] = inferOccasion(signs, direction);
  const seen: Inferred = { channel: whyChannel, direction: whyDirection, occasion: whyOccasion };

  return {
    hits,
    units,
    theirs,
    correspondence: Object.freeze({
      channel: channel ?? seenChannel,
      direction,
      occasion: flags.occasion ?? own.occasion ?? seenOccasion,
      mode: flags.mode ?? own.mode ?? "draft",
      audience: flags.audience ?? own.audience ?? "general",
      inferred: reasons(
        flags,
        "the command line",
        reasons(front, "the front matter", reasons(own, "the configuration", seen)),
      ),
      format: document.format,
      organisation: flags.organisation ?? {},
      incoming: flags.incoming,
      source: document.source,
      origin: document.origin,
      envelope,
      parts: Object.freeze(parts),
      turns: Object.freeze((turns ?? []).map(withoutLabel)),
      sentences: Object.freeze(sentences),
      acts: Object.freeze(acts),
      actions: Object.freeze(actionsOf(acts, sentences, calendar)),
      placeholders: ownPlaceholders(document, parts),
      annotations: document.annotations,
      sections: document.sections,
      skipped: [...document.skipped, ...foreign, ...prescribed(hits, sentences), ...unreadParts(parts)],
      notes: [...document.notes, ...notesOn(transcript, channel)],
    }),
  };
}

/** The labels turned round: what the customer says is read, and nothing else. */
const ofCustomer = (label: PartName): PartName => (label === "customer" || label === "quoted" ? "body" : "letterhead");

const withoutLabel = ({ speaker, role, time, start, end }: Turn): Turn => ({ speaker, role, time, start, end });

/** Who writes for the organisation, as the front matter says: a name or a list of names. */
function agentsOf({ agent }: Readonly<Record<string, unknown>>): readonly string[] {
  return [agent].flat().filter((name): name is string => typeof name === "string" && name.trim() !== "");
}

function notesOn(transcript: Transcript | undefined, channel: Channel | undefined): readonly string[] {
  if (transcript) return transcript.note === undefined ? [] : [transcript.note];
  return channel === "chat" ? ["no speaker was found in this chat: all of it is read as the organisation's words"] : [];
}

/** Puts the fields back that were masked for the parsers. */
function reveal(sentence: Sentence, source: string): Sentence {
  if (!sentence.text.includes(MASK)) return sentence;
  const fields = sentence.tokens.filter(({ kind }) => kind === "placeholder");
  let number = 0;
  return {
    ...sentence,
    text: sentence.text.replace(MASKED, (masked) => {
      const field = fields[number++];
      return field ? source.slice(field.start, field.end) : masked;
    }),
    tokens: sentence.tokens.map((token) =>
      token.kind === "placeholder" ? { ...token, text: source.slice(token.start, token.end) } : token,
    ),
  };
}

const MASKED = new RegExp(`${MASK}+`, "g");

/** Parts over whole lines of the file: each line that is not blank falls into the part of its first words, or of the line before. */
function partsOf(document: Document, lines: readonly Line[], labels: readonly PartName[]): Part[] {
  const parts: { name: PartName; start: number; end: number; lines: string[] }[] = [];
  const { source, frontMatter } = document;
  let at = 0;
  for (const match of source.matchAll(/[^\n]*(?:\n|$)/g)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match[0].trim().replace("\uFEFF", "") === "") continue;
    const texts: string[] = [];
    let name: PartName | undefined;
    for (; at < lines.length && lines[at]!.start < end; at++) {
      name ??= labels[at]!;
      texts.push(lines[at]!.text.includes(MASK) ? source.slice(lines[at]!.start, lines[at]!.end) : lines[at]!.text);
    }
    if (frontMatter && start < frontMatter.end) name = "front-matter";
    const previous = parts.at(-1);
    name ??= previous && previous.name !== "front-matter" ? previous.name : "body";
    const trimmed = start + match[0].trimEnd().length;
    if (previous?.name === name) {
      previous.end = trimmed;
      previous.lines.push(...texts);
    } else parts.push({ name, start, end: trimmed, lines: texts });
  }
  return parts.map(({ lines: texts, ...part }) => ({ ...part, text: texts.join("\n") }));
}

const HEADER = /^(subject|from|to|cc|date|sent)\s?:\s*/i;

function envelopeOf(document: Document, lines: readonly Line[], labels: readonly PartName[]): Envelope {
  const data = document.frontMatter?.data ?? {};
  const found: Record<string, Located> = {};
  for (const key of ["subject", "from", "to", "cc", "date"]) {
    const value = data[key];
    if (typeof value === "string" || typeof value === "number") found[key] = locate(document, String(value));
  }
  lines.forEach((line, at) => {
    const match = labels[at] === "headers" ? HEADER.exec(line.text) : null;
    if (!match) return;
    const from = line.from + line.projection.text.slice(line.from, line.to).indexOf(":") + 1;
    const key = match[1]!.toLowerCase().replace("sent", "date");
    const range = toSource(line.projection, from, line.to);
    const text = line.text.slice(match[0].length);
    found[key] ??= {
      text: text.includes(MASK) ? document.source.slice(range.start, range.end).trim() : text,
      ...range,
    };
  });
  return {
    subject: found["subject"],
    from: found["from"],
    to: found["to"],
    cc: found["cc"],
    date: found["date"],
    attachments: document.mail?.attachments ?? [],
    isReply: document.mail?.isReply ?? false,
    data,
  };
}

function locate(document: Document, text: string): Located {
  const start = Math.max(0, document.source.indexOf(text));
  return { text, start, end: start + text.length };
}

/** Marks the sentences of paragraphs in another language, such as the Welsh half of a letter, and of headings in both. */
function markForeign(sentences: Sentence[], { words }: Dictionaries): { sentences: Sentence[]; foreign: Skipped[] } {
  const paragraphs = paragraphsOf(sentences).map((paragraph) => {
    let written = 0;
    let unknown = 0;
    for (const { tokens } of paragraph) {
      for (const { kind, norm } of tokens) {
        if (kind !== "word" || norm.length < 2) continue;
        written++;
        if (!words.has(norm)) unknown++;
      }
    }
    return { paragraph, unknown, isForeign: written >= FEWEST_WORDS && unknown > written / 2 };
  });
  const isBilingual = paragraphs.some(({ isForeign }) => isForeign);
  const foreign: Skipped[] = [];
  const marked = paragraphs.flatMap(({ paragraph, unknown, isForeign }) => {
    if (!isForeign && !(isBilingual && paragraph[0]!.unit === "heading" && unknown > 1)) return paragraph;
    foreign.push({ start: paragraph[0]!.start, end: paragraph.at(-1)!.end, reason: "another language" });
    return paragraph.map((sentence) => ({ ...sentence, exempt: true }));
  });
  return { sentences: marked, foreign };
}

/** Paragraphs whose words a law, a regulator or a scheme prescribes: no style rule may ask for others. */
function prescribed(hits: readonly Hit[], sentences: readonly Sentence[]): Skipped[] {
  const blocks = new Set(
    hits.flatMap(({ entry, sentence }) => (entry.dictionary === "structure/prescribed" ? [sentence.block] : [])),
  );
  return [...blocks].map((block) => {
    const own = sentences.filter((sentence) => sentence.block === block);
    return { start: own[0]!.start, end: own.at(-1)!.end, reason: "prescribed" };
  });
}

function paragraphsOf(sentences: readonly Sentence[]): Sentence[][] {
  const paragraphs: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = paragraphs.at(-1);
    if (last?.[0]!.block === sentence.block) last.push(sentence);
    else paragraphs.push([sentence]);
  }
  return paragraphs;
}

/** Brackets in what the customer wrote are no fields of the writer. */
function ownPlaceholders({ placeholders }: Document, parts: readonly Part[]): readonly Placeholder[] {
  const theirs = parts.filter(({ name }) => name === "quoted" || name === "customer");
  return theirs.length === 0
    ? placeholders
    : placeholders.filter(({ start }) => !theirs.some((part) => part.start <= start && part.end > start));
}

function unreadParts(parts: readonly Part[]): Skipped[] {
  return parts
    .filter(({ name }) => name === "quoted" || name === "customer")
    .map(({ name, start, end }) => ({ start, end, reason: name as "quoted" | "customer" }));
}
