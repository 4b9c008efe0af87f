import type { Projection } from "./projection.ts";
import { ProjectionBuilder } from "./projection.ts";

/** Bytes, each with the stretch of the file that stands for it. */
export interface Octets {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Decoded text with its places, and a remark where the character set was not what the part says. */
export interface Decoded {
  readonly projection: Projection;
  readonly note: string | undefined;
}

class OctetsBuilder {
  readonly #bytes: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  #length = 0;

  constructor(most: number) {
    this.#bytes = new Uint8Array(most);
    this.#starts = new Uint32Array(most);
    this.#ends = new Uint32Array(most);
  }

  add(byte: number, start: number, end: number): void {
    this.#bytes[this.#length] = byte;
    this.#starts[this.#length] = start;
    this.#ends[this.#length++] = end;
  }

  build(): Octets {
    const most = this.#length;
    return {
      bytes: this.#bytes.subarray(0, most),
      starts: this.#starts.subarray(0, most),
      ends: this.#ends.subarray(0, most),
    };
  }
}

/** Octets of stretches, one after the other. */
export function joinOctets(stretches: readonly Octets[]): Octets {
  const builder = new OctetsBuilder(stretches.reduce((sum, { bytes }) => sum + bytes.length, 0));
  for (const { bytes, starts, ends } of stretches)
    bytes.forEach((byte, at) => builder.add(byte, starts[at]!, ends[at]!));
  return builder.build();
}

/** The bytes of [start, end) of a file as they stand. The file was read as UTF-8, or, where it is none, as Windows-1252. */
export function plainOctets(file: string, start: number, end: number): Octets {
  const builder = new OctetsBuilder(3 * (end - start));
  for (let at = start; at < end;) {
    const character = String.fromCodePoint(file.codePointAt(at)!);
    const byte = WINDOWS_1252.get(character) ?? character.codePointAt(0)!;
    if (byte < 0x100) builder.add(byte, at, at + 1);
    at += character.length;
  }
  return builder.build();
}

/** The characters of Windows-1252 whose number is not that of their byte. */
const WINDOWS_1252: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 32 }, (_, at) => at + 0x80).flatMap((byte) => {
    const character = new TextDecoder("windows-1252").decode(Uint8Array.of(byte));
    return character.codePointAt(0) === byte ? [] : [[character, byte]];
  }),
);

/** The bytes of a quoted-printable stretch (RFC 2045, 6.7). What is no sound code stays as it is. In headers `_` is a space (RFC 2047, 4.2). */
export function quotedPrintable(file: string, start: number, end: number, inHeader = false): Octets {
  const builder = new OctetsBuilder(3 * (end - start));
  for (let at = start; at < end;) {
    const character = file[at]!;
    if (character === "=") {
      const pair = file.slice(at + 1, Math.min(end, at + 3));
      const soft = inHeader ? 0 : softBreak(file, at + 1, end);
      if (soft > 0) at = soft;
      else if (/^[\da-f]{2}$/i.test(pair)) {
        builder.add(Number.parseInt(pair, 16), at, at + 3);
        at += 3;
      } else builder.add(0x3d, at, ++at);
    } else if (character === "_" && inHeader) builder.add(0x20, at, ++at);
    else if (character === " " || character === "\t") {
      const from = at;
      while (at < end && (file[at] === " " || file[at] === "\t")) at++;
      // White space at the end of a line was added on the way, and is no part of the text.
      if (at === end || file[at] === "\n" || file[at] === "\r") continue;
      for (let space = from; space < at; space++) builder.add(file.charCodeAt(space), space, space + 1);
    } else {
      for (const byte of bytesOf(file, at)) builder.add(byte, at, at + widthAt(file, at));
      at += widthAt(file, at);
    }
  }
  return builder.build();
}

/** The end of the line break that an equals sign before `at` takes away; 0 where there is none. */
function softBreak(file: string, at: number, end: number): number {
  let to = at;
  while (to < end && (file[to] === " " || file[to] === "\t")) to++;
  if (file.startsWith("\r\n", to)) return Math.min(end, to + 2);
  return to >= end || file[to] === "\n" ? Math.min(end, to + 1) : 0;
}

const widthAt = (file: string, at: number) => (file.codePointAt(at)! > 0xffff ? 2 : 1);

/** A character that has no business in a code: its bytes, so that it stays what it is. */
function bytesOf(file: string, at: number): Uint8Array | readonly number[] {
  const code = file.codePointAt(at)!;
  return code < 0x80 ? [code] : ENCODER.encode(String.fromCodePoint(code));
}
const ENCODER = new TextEncoder();

const BASE64 = new Int8Array(128).fill(-1);
for (const [value, character] of [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].entries())
  BASE64[character.charCodeAt(0)] = value;

/** The bytes of a base64 stretch, and whether it was cut short. What is not of its alphabet is passed over. */
export function base64(file: string, start: number, end: number): Octets & { readonly isCut: boolean } {
  const builder = new OctetsBuilder(Math.ceil(((end - start) * 3) / 4) + 3);
  let bits = 0;
  let held = 0;
  let count = 0;
  let last = start;
  for (let at = start; at < end; at++) {
    const code = file.charCodeAt(at);
    if (code === 0x3d) {
      // Padding ends a group: joined encodings may follow.
      if (count % 4 === 2 || count % 4 === 3) count = 0;
      bits = 0;
      continue;
    }
    const value = code < 128 ? BASE64[code]! : -1;
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    count++;
    if (bits >= 8) {
      bits -= 8;
      builder.add((held >> bits) & 0xff, last, at + 1);
    }
    last = at;
  }
  return { ...builder.build(), isCut: count % 4 !== 0 };
}

/**
 * Reads octets in a character set. Where the set is unknown, or the bytes are not of it, they are read as UTF-8, or else as
 * Windows-1252, and the note says so.
 */
export function decodeOctets(octets: Octets, charset: string): Decoded {
  const { bytes } = octets;
  const label = charset.trim().toLowerCase();
  const decoder = label === "" || /^(?:us-)?ascii$/.test(label) ? undefined : decoderOf(label);
  if (decoder && decoder.encoding !== "utf-8") {
    const text = decoder.decode(bytes);
    return { projection: project(octets, text, decoder.encoding), note: undefined };
  }
  const note = decoder || label === "" ? undefined : unknown(label, bytes);
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { projection: project(octets, text, "utf-8"), note: note && `${note} UTF-8` };
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes);
    return {
      projection: project(octets, text, "windows-1252"),
      note: `${note ?? "a part of this mail is not UTF-8: read as"} Windows-1252`,
    };
  }
}

/** A label of ASCII is kept to where the bytes are ASCII. */
function unknown(label: string, bytes: Uint8Array): string | undefined {
  if (/^(?:us-)?ascii$/.test(label))
    return bytes.some((byte) => byte > 0x7f) ? "a part of this mail is not ASCII as it says: read as" : undefined;
  return `“${label.slice(0, 40)}” is no known character set: read as`;
}

function decoderOf(label: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(label, { ignoreBOM: true });
  } catch {
    return undefined;
  }
}

/** Whether the bytes of a part in this character set must be looked at one by one, though all of them are ASCII. */
export const isStateful = (charset: string) =>
  /^\s*(?:(?:cs)?iso-?2022|hz|utf-?7|utf-?16|ucs-?2|unicode)/i.test(charset);

function project(octets: Octets, text: string, encoding: string): Projection {
  const { bytes, starts, ends } = octets;
  const builder = new ProjectionBuilder();
  const add = (character: string, from: number, to: number) => builder.add(character, starts[from]!, ends[to - 1]!);
  const isPlain = (at: number) => bytes[at]! < 0x80 && ends[at] === starts[at]! + 1;
  if (encoding !== "utf-8" && text.length !== bytes.length) {
    stream(bytes, encoding, add);
    return builder.build();
  }
  let from = 0;
  for (let at = 0; at < text.length;) {
    if (isPlain(from)) {
      // A run of plain bytes that stand side by side is one piece.
      let to = from + 1;
      while (to < bytes.length && isPlain(to) && starts[to] === ends[to - 1]) to++;
      builder.add(text.slice(at, at + to - from), starts[from]!, ends[to - 1]!);
      at += to - from;
      from = to;
      continue;
    }
    const code = text.codePointAt(at)!;
    const width = code > 0xffff ? 2 : 1;
    const size = encoding === "utf-8" ? sizeOf(code) : 1;
    add(text.slice(at, at + width), from, from + size);
    at += width;
    from += size;
  }
  return builder.build();
}

const sizeOf = (code: number) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

/** Character sets of more than one byte, and those with shifts: a character stands where the bytes were taken that complete it. */
function stream(bytes: Uint8Array, encoding: string, add: (text: string, from: number, to: number) => void): void {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let from = 0;
  for (let at = 0; at < bytes.length; at++) {
    const text = decoder.decode(bytes.subarray(at, at + 1), { stream: true });
    if (text === "") continue;
    add(text, from, at + 1);
    from = at + 1;
  }
  const rest = decoder.decode();
  if (rest !== "" && from < bytes.length) add(rest, from, bytes.length);
}
