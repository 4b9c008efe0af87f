import { InputError } from "../errors.ts";

/** Bytes as text, with a note where they were not UTF-8. */
export interface Decoded {
  readonly text: string;
  readonly note: string | undefined;
}

/**
 * Decodes a file: UTF-8, UTF-16 with a byte order mark, else Windows-1252 with a note. The byte order mark stays in the text,
 * so that offsets are those of the file; a line end of old, a lone carriage return, becomes a line feed.
 * @throws InputError for a binary file
 */
export function decode(content: string | Uint8Array): Decoded {
  const { text, note } = decodeText(content);
  return { text: text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text, note };
}

function decodeText(content: string | Uint8Array): Decoded {
  if (typeof content === "string") return { text: content, note: undefined };
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) return { text: decodeAs("utf-16le", content), note: "read as UTF-16" };
  if (first === 0xfe && second === 0xff) return { text: decodeAs("utf-16be", content), note: "read as UTF-16" };
  const decoded = content.includes(0) ? undefined : decodeBytes(content);
  const isText =
    decoded && (decoded.note === undefined || (decoded.text.match(CONTROL)?.length ?? 0) * SHARE < decoded.text.length);
  if (!isText) throw new InputError("this is a binary file, not text: save the letter as .docx, .md or .txt");
  return decoded;
}

/** A text in an old code page has hardly one of these; more than one character in fifty are data. */
const CONTROL = /(?!\s)\p{Cc}/gu;
const SHARE = 50;

/** UTF-8, else Windows-1252 with a note. */
export function decodeBytes(content: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(content), note: undefined };
  } catch {
    return { text: decodeAs("windows-1252", content), note: "not UTF-8: read as Windows-1252" };
  }
}

function decodeAs(encoding: string, content: Uint8Array): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(content);
}
