import type { Entity, Parameter } from "./mime.ts";
import { base64, decodeOctets, joinOctets, type Octets, quotedPrintable } from "./octets.ts";
import { type Projection, ProjectionBuilder } from "./projection.ts";

/** `=?charset*language?encoding?text?=` (RFC 2047; the language is of RFC 2231). */
const ENCODED_WORD = /=\?([\w.:+-]{1,40})(?:\*[\w-]{0,20})?\?([bq])\?([^?\r\n]{0,4000})\?=/gi;
/** No value of a header is longer, in characters; the rest is not read. */
const LONGEST = 20_000;
const FOLD = /\r?\n[ \t]+|\t/g;

/** A value of a header as a reader sees it: encoded words decoded, folded lines joined. */
export function decodeHeader(file: string, from: number, end: number): Projection {
  const to = Math.min(end, from + LONGEST);
  const builder = new ProjectionBuilder();
  let at = from;
  let open: { charset: string; stretches: Octets[] } | undefined;
  const flush = () => {
    if (!open) return;
    const { projection } = decodeOctets(joinOctets(open.stretches), open.charset);
    builder.addFrom(projection, 0, projection.text.length);
    open = undefined;
  };
  for (const match of file.slice(from, to).matchAll(ENCODED_WORD)) {
    const [whole, charset = "", encoding, text = ""] = match;
    const start = from + match.index;
    const begin = start + whole.length - 2 - text.length;
    const octets = /b/i.test(encoding!)
      ? base64(file, begin, begin + text.length)
      : quotedPrintable(file, begin, begin + text.length, true);
    // White space between encoded words is no part of the value, and a character may be cut in two by it.
    const isNext = open !== undefined && file.slice(at, start).trim() === "";
    if (isNext && open!.charset.toLowerCase() === charset.toLowerCase()) open!.stretches.push(octets);
    else {
      flush();
      if (!isNext) addLiteral(builder, file, at, start);
      open = { charset, stretches: [octets] };
    }
    at = start + whole.length;
  }
  flush();
  addLiteral(builder, file, at, to);
  return builder.build();
}

function addLiteral(builder: ProjectionBuilder, file: string, from: number, to: number): void {
  let at = from;
  for (const { 0: fold, index } of file.slice(from, to).matchAll(FOLD)) {
    builder.add(file.slice(at, from + index), at, from + index);
    at = from + index + fold.length;
    builder.add(" ", from + index, at);
  }
  builder.add(file.slice(at, to), at, to);
}

/** The name of the file that a part holds, decoded, and where it is written; `undefined` where it has none. */
export function attachmentName(file: string, { parameters }: Entity): Projection | undefined {
  for (const name of ["filename", "name"]) {
    const extended = parameters.get(`${name}*`);
    if (extended) return whole(decodeExtended(extended.value), extended);
    const pieces = continued(parameters, name);
    if (pieces.length > 0) {
      const value = pieces.map(({ value: piece }) => piece).join("");
      return whole(/^[\w-]{1,40}'[\w-]{0,20}'/.test(value) ? decodeExtended(value) : value, {
        from: pieces[0]!.from,
        to: pieces.at(-1)!.to,
      });
    }
    const plain = parameters.get(name);
    if (plain && plain.value.trim() !== "") return decodeHeader(file, plain.from, plain.to);
  }
  return undefined;
}

/** "filename*0", "filename*1*" …: the pieces of a long value (RFC 2231, 3). */
function continued(parameters: ReadonlyMap<string, Parameter>, name: string): Parameter[] {
  const pieces: Parameter[] = [];
  for (let number = 0; number < 100; number++) {
    const piece = parameters.get(`${name}*${number}*`) ?? parameters.get(`${name}*${number}`);
    if (!piece) break;
    pieces.push(piece);
  }
  return pieces;
}

/** `utf-8'en'caf%C3%A9.pdf` (RFC 2231, 4). */
function decodeExtended(value: string): string {
  const [, charset = "", text = value] = /^([\w-]{0,40})'[\w-]{0,20}'(.*)$/s.exec(value) ?? [];
  const escaped = text.replaceAll("=", "=3D").replace(/%(?=[\da-f]{2})/gi, "=");
  return decodeOctets(quotedPrintable(escaped, 0, escaped.length, true), charset).projection.text;
}

function whole(text: string, { from, to }: { readonly from: number; readonly to: number }): Projection | undefined {
  return text.trim() === "" ? undefined : { text, pieces: [{ at: 0, length: text.length, start: from, end: to }] };
}
