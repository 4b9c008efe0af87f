import type { Located } from "../model.ts";
import type { HtmlBlock } from "./html-blocks.ts";
import { unflow } from "./flowed.ts";
import { attachmentName, decodeHeader } from "./mail-headers.ts";
import { type Entity, type Mail, readMime } from "./mime.ts";
import { base64, type Decoded, decodeOctets, isStateful, plainOctets, quotedPrintable } from "./octets.ts";
import { maskPlaceholders } from "./placeholders.ts";
import { type Projection, ProjectionBuilder } from "./projection.ts";
import { beyond, wordsIn } from "./twin.ts";
import { View, type Viewed } from "./view.ts";

/** The headers that a person reads; the others are the post's own business. */
const SHOWN = new Set(["from", "to", "cc", "bcc", "reply-to", "date", "subject"]);
/** No letter is longer, in characters; the rest of such a part is not read. */
const LONGEST_TEXT = 4_000_000;
/** A plain text with fewer of the words of its HTML twin than this says only that there is one. */
const STUB = 0.4;

/** A mail as a reader sees it. */
export interface EmailDocument extends Viewed {
  readonly mail: { readonly attachments: readonly Located[]; readonly isReply: boolean };
  readonly notes: readonly string[];
}

type ReadHtml = (text: string, original: string) => readonly HtmlBlock[];

/** Text of the mail: a part, or the plain and the HTML form of one. */
interface Text {
  readonly plain?: Entity;
  readonly html?: Entity;
  readonly isForwarded: boolean;
}

/** What a mail is read from. */
export interface MailFile {
  readonly file: string;
  /** Whether the bytes of the file are UTF-8; otherwise it was read as Windows-1252. */
  readonly isUtf8: boolean;
}

/**
 * Reads a mail (RFC 5322, 2045–2047, 2231, 3676): the headers that a person reads, the text, the names of the attachments. What is
 * attached is passed over, never decoded. `undefined` where the file does not begin with headers.
 * @param loadHtml loads the reader of HTML, which few mails need
 */
export async function readEmail(
  given: MailFile,
  loadHtml: () => Promise<ReadHtml>,
): Promise<EmailDocument | undefined> {
  const mail = readMime(given.file);
  if (!mail) return undefined;
  const texts: Text[] = [];
  const attached: Entity[] = [];
  collect(mail.root, { isForwarded: false, isRelated: false }, texts, attached);
  const readHtml = texts.some(({ html }) => html) ? await loadHtml() : () => [];
  return assemble(given, mail, texts, attached, readHtml);
}

interface Place {
  readonly isForwarded: boolean;
  readonly isRelated: boolean;
}

function collect(entity: Entity, place: Place, texts: Text[], attached: Entity[]): void {
  const { type, children } = entity;
  const { isForwarded } = place;
  if (children.length > 0) {
    const inside = { isForwarded: isForwarded || type === "message/rfc822", isRelated: type === "multipart/related" };
    const own: Text[] = [];
    for (const child of children) collect(child, inside, own, attached);
    texts.push(...(type === "multipart/alternative" ? pair(own) : own));
  } else if (isAttached(entity)) {
    if (!place.isRelated || entity.disposition === "attachment") attached.push(entity);
  } else if (type === "text/html") texts.push({ html: entity, isForwarded });
  else if (type === "text/plain") texts.push({ plain: entity, isForwarded });
}

function isAttached({ type, disposition, parameters }: Entity): boolean {
  if (disposition === "attachment" || !/^text\/(?:plain|html)$/.test(type)) return !type.startsWith("multipart/");
  return [...parameters.keys()].some((name) => /^(?:file)?name\b/.test(name));
}

/** The plain and the HTML form of one text. */
function pair(texts: readonly Text[]): readonly Text[] {
  const plain = texts.find((text) => text.plain);
  const html = texts.find((text) => text.html);
  if (!plain || !html) return texts;
  return [{ ...plain, ...html }, ...texts.filter((text) => text !== plain && text !== html)];
}

function assemble(
  { file, isUtf8 }: MailFile,
  { root, notes }: Mail,
  texts: readonly Text[],
  attached: readonly Entity[],
  readHtml: ReadHtml,
): EmailDocument {
  const view = new View(file);
  const remarks = new Set(notes);
  view.section("headers", () => root.headers.forEach(addHeader));
  texts.forEach(addText);
  const attachments = attached.flatMap(addAttachment);
  const isReply = root.headers.some(
    ({ name, from, to }) => name === "in-reply-to" && file.slice(from, to).trim() !== "",
  );
  return { ...view.finish(), mail: { attachments, isReply }, notes: [...remarks] };

  function addHeader({ name, start, from, to }: Entity["headers"][number]): void {
    if (!SHOWN.has(name)) return;
    const builder = new ProjectionBuilder().add(file.slice(start, from), start, from);
    const value = decodeHeader(file, from, to);
    view.addText(builder.addFrom(value, 0, value.text.length).build(), { kind: "line", part: "headers" });
  }

  function addText({ plain, html, isForwarded }: Text): void {
    const text = plain && decode(plain);
    const page = html && decode(html);
    const blocks = page ? readHtml(maskPlaceholders(page.text).text, page.text) : [];
    const shown = blocks.filter(({ isHidden }) => !isHidden).map(({ projection }) => projection.text);
    const isStub = page && (!text || wordsIn(text.text) < STUB * wordsIn(shown.join(" ")));
    if (text && !isStub) view.section("text/plain", () => view.addText(text, { kind: "text", quoted: isForwarded }));
    if (page && (isStub || !text))
      view.section("text/html", () =>
        blocks.forEach((block) => view.addBlock({ ...block, quoted: block.quoted || isForwarded }, page)),
      );
    else if (page && text && !isForwarded)
      view.section("text/html", () => beyond(blocks, text.text).forEach((block) => view.addBlock(block, page)));
  }

  function addAttachment(entity: Entity): Located[] {
    const name = attachmentName(file, entity);
    if (!name) return [];
    view.section("attachment", () => view.addText(name, { kind: "line", part: "headers" }));
    return [{ text: name.text, start: view.length - name.text.length, end: view.length }];
  }

  function decode(entity: Entity): Projection {
    const { projection, note } = decodeBody(file, entity, isUtf8);
    if (note) remarks.add(note);
    if (entity.bodyEnd - entity.bodyStart > LONGEST_TEXT)
      remarks.add("a text of this mail is over 4 million characters: the rest was not read");
    const isFlowed = /^flowed$/i.test(entity.parameters.get("format")?.value ?? "");
    if (entity.type !== "text/plain" || !isFlowed) return projection;
    return unflow(projection, /^yes$/i.test(entity.parameters.get("delsp")?.value ?? ""));
  }
}

function decodeBody(file: string, { bodyStart, bodyEnd, encoding, charset }: Entity, isUtf8: boolean): Decoded {
  const end = Math.min(bodyEnd, bodyStart + LONGEST_TEXT);
  if (encoding === "quoted-printable") return decodeOctets(quotedPrintable(file, bodyStart, end), charset);
  if (encoding === "base64") {
    const octets = base64(file, bodyStart, end);
    const decoded = decodeOctets(octets, charset);
    return octets.isCut ? { ...decoded, note: decoded.note ?? "a part in base64 is cut short" } : decoded;
  }
  const text = file.slice(bodyStart, end);
  const isAscii = !/[^\0-\x7F]/.test(text);
  if (isStateful(charset) || (!isUtf8 && !isAscii)) return decodeOctets(plainOctets(file, bodyStart, end), charset);
  const projection = new ProjectionBuilder().add(text, bodyStart, end).build();
  const isAsSaid = isAscii || /^\s*(?:utf-?8)?\s*$/i.test(charset);
  return {
    projection,
    note: isAsSaid ? undefined : `a part of this mail is UTF-8, not ${charset.slice(0, 40)} as it says`,
  };
}
