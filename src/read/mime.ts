/** A header line of a mail with its continuation lines; offsets of the file. */
export interface Header {
  /** In lower case. */
  readonly name: string;
  /** Where the line begins, where its value does, and where the value ends. */
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

/** A value of a header that may have parameters, such as Content-Type. */
export interface Parameter {
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** A message or a part of one (RFC 2045). */
export interface Entity {
  readonly headers: readonly Header[];
  /** "text/plain", "multipart/mixed" … in lower case. */
  readonly type: string;
  readonly charset: string;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly disposition: string;
  readonly encoding: string;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly children: readonly Entity[];
}

/** A mail with its parts, and what was wrong with it. */
export interface Mail {
  readonly root: Entity;
  readonly notes: readonly string[];
}

/** No mail program nests parts deeper, or makes so many. */
const DEEPEST = 20;
const MOST_PARTS = 1000;
const NAME = /[!-9;-~]{1,200}[ \t]*:[ \t]*/y;

/** Reads the parts of a mail; `undefined` where the text does not begin with a header line. The time is linear in the text for each level. */
export function readMime(file: string): Mail | undefined {
  const notes = new Set<string>();
  let parts = 0;
  const start = startOfHeaders(file);
  if (!isHeaderAt(file, start)) return undefined;
  return { root: readEntity(start, file.length, 0, "text/plain"), notes: [...notes] };

  function readEntity(from: number, end: number, depth: number, fallback: string): Entity {
    const { headers, bodyStart } = readHeaders(file, from, end);
    const content = headers.find(({ name }) => name === "content-type");
    const written = content ? mainValue(file, content) : "";
    const type = /^[\w.+-]{1,80}\/[\w.+-]{1,80}$/.test(written) ? written : fallback;
    const parameters = content ? parametersOf(file, content) : new Map<string, Parameter>();
    const disposition = headers.find(({ name }) => name === "content-disposition");
    const encoding = headers.find(({ name }) => name === "content-transfer-encoding");
    const entity = {
      headers,
      type,
      charset: parameters.get("charset")?.value ?? "",
      parameters: new Map([...parameters, ...(disposition ? parametersOf(file, disposition) : [])]),
      disposition: disposition ? mainValue(file, disposition) : "",
      encoding: encoding ? mainValue(file, encoding) : "",
      bodyStart,
      bodyEnd: end,
    };
    if (type === "message/rfc822" && entity.disposition !== "attachment")
      return { ...entity, children: isTooDeep(depth) ? [] : [readEntity(bodyStart, end, depth + 1, "text/plain")] };
    if (!type.startsWith("multipart/")) return { ...entity, children: [] };
    return readMultipart(entity, parameters.get("boundary")?.value.trimEnd() ?? "", depth);
  }

  function isTooDeep(depth: number): boolean {
    if (depth < DEEPEST) return false;
    notes.add(`parts nested more than ${DEEPEST} deep were not read`);
    return true;
  }

  function readMultipart(entity: Omit<Entity, "children">, named: string, depth: number): Entity {
    const { bodyStart, bodyEnd, type } = entity;
    if (isTooDeep(depth)) return { ...entity, children: [] };
    const boundary = named === "" ? guessBoundary(file, bodyStart, bodyEnd) : named;
    if (named === "") notes.add("a boundary between parts is not named in the headers: it was guessed");
    const ranges = boundary === "" ? [] : splitAt(file, boundary, bodyStart, bodyEnd, MOST_PARTS - parts);
    parts += ranges.length;
    if (parts >= MOST_PARTS) notes.add(`parts after the first ${MOST_PARTS} were not read`);
    if (ranges.length === 0) {
      notes.add("the boundary between parts stands nowhere in this mail: it was read as one text");
      return { ...entity, type: "text/plain", children: [] };
    }
    const fallback = type === "multipart/digest" ? "message/rfc822" : "text/plain";
    return { ...entity, children: ranges.map(([from, to]) => readEntity(from, to, depth + 1, fallback)) };
  }
}

/** After a byte order mark, blank lines and the line "From …" of a mailbox. */
function startOfHeaders(file: string): number {
  const at = /^[\uFEFF\s]{0,1000}/.exec(file)![0].length;
  return /^>?From /.test(file.slice(at, at + 6)) ? nextLine(file, at, file.length) : at;
}

function isHeaderAt(file: string, at: number): boolean {
  NAME.lastIndex = at;
  return NAME.test(file);
}

function nextLine(file: string, at: number, end: number): number {
  const feed = file.indexOf("\n", at);
  return feed < 0 || feed >= end ? end : feed + 1;
}

function readHeaders(file: string, from: number, end: number): { headers: Header[]; bodyStart: number } {
  const headers: Header[] = [];
  let at = from;
  while (at < end) {
    if (file[at] === "\n" || file.startsWith("\r\n", at)) return { headers, bodyStart: nextLine(file, at, end) };
    NAME.lastIndex = at;
    const label = NAME.exec(file)?.[0];
    // A line that is no header ends the headers, as if the empty line were there.
    if (label === undefined) return { headers, bodyStart: at };
    let next = nextLine(file, at, end);
    while (next < end && (file[next] === " " || file[next] === "\t")) next = nextLine(file, next, end);
    const name = label.slice(0, label.indexOf(":")).trim().toLowerCase();
    const begin = Math.min(at + label.length, next);
    headers.push({ name, start: at, from: begin, to: Math.max(begin, endOfLine(file, next)) });
    at = next;
  }
  return { headers, bodyStart: end };
}

/** The end of a line without its line end, given where the next one begins. */
function endOfLine(file: string, next: number): number {
  let to = next;
  while (to > 0 && (file[to - 1] === "\n" || file[to - 1] === "\r")) to--;
  return to;
}

const mainValue = (file: string, { from, to }: Header) =>
  /^\s*([^;\s(]{0,200})/.exec(file.slice(from, to))![1]!.toLowerCase();

const PARAMETER = /;\s*([\w*!#$&.^`|~+-]{1,60})\s*=\s*(?:"((?:[^"\\]|\\[^])*)"|([^;\s]*))/g;

/** The parameters of a header by name in lower case, each as written. */
function parametersOf(file: string, { from, to }: Header): Map<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  for (const match of file.slice(from, to).matchAll(PARAMETER)) {
    const [whole, name = "", quoted, bare = ""] = match;
    const end = from + match.index + whole.length - (quoted === undefined ? 0 : 1);
    const written = quoted ?? bare;
    const value = written.replace(/\\([^])/g, "$1");
    if (!parameters.has(name.toLowerCase()))
      parameters.set(name.toLowerCase(), { value, from: end - written.length, to: end });
  }
  return parameters;
}

/** The first line of a body that looks like a boundary. */
function guessBoundary(file: string, from: number, end: number): string {
  const head = file.slice(from, Math.min(end, from + 10_000));
  return /^--(\S{1,200})[ \t]*\r?\n(?:content-|\r?\n)/im.exec(head)?.[1] ?? "";
}

/** The parts between lines of a boundary (RFC 2046, 5.1.1). Where the closing line is missing, the last goes to the end. */
function splitAt(
  file: string,
  boundary: string,
  from: number,
  end: number,
  most: number,
): [from: number, to: number][] {
  const delimiter = `--${boundary}`;
  const ranges: [number, number][] = [];
  let open = -1;
  for (
    let at = file.indexOf(delimiter, from);
    at >= 0 && at < end;
    at = file.indexOf(delimiter, at + delimiter.length)
  ) {
    if (at > from && file[at - 1] !== "\n") continue;
    const next = nextLine(file, at, end);
    const rest = file.slice(at + delimiter.length, Math.min(next, at + delimiter.length + 200)).trimEnd();
    if (rest !== "" && rest !== "--") continue;
    if (open >= 0) ranges.push([open, Math.max(open, endBefore(file, at))]);
    open = rest === "" ? next : -1;
    if (open < 0 || ranges.length >= most) return ranges;
  }
  if (open >= 0) ranges.push([open, end]);
  return ranges;
}

/** The line end before a boundary belongs to it. */
function endBefore(file: string, at: number): number {
  const to = file[at - 1] === "\n" ? at - 1 : at;
  return file[to - 1] === "\r" ? to - 1 : to;
}
