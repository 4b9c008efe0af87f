import type { Correspondence, PartName, Range, Sentence } from "../model.ts";
import type { Dictionaries } from "../dictionary/index.ts";
import type { Hit } from "../dictionary/match.ts";
import { asidesOf, asSentence } from "./asides.ts";
import { inTurn, oneOf } from "../ways.ts";

type Matcher = Dictionaries["matcher"];
export type InternalKind = "note" | "gossip" | "draft" | "location" | "revision";

/** A stretch of the file that was meant for colleagues, or shows how the message was made. */
export interface InternalNote extends Range {
  readonly kind: InternalKind;
}

/** The dictionaries of remarks: those that nobody outside would write, those of our own text, those of brackets and comments. */
const SECRET = "internal/secret";
const GOSSIP = "internal/gossip";
const OWN: readonly string[] = [SECRET, "internal/note", GOSSIP];
const ASIDE: readonly string[] = [...OWN, "internal/bracket"];
/** In a comment, or in square brackets, one light sign will do. */
const HIDDEN: readonly string[] = [...ASIDE, "internal/sign"];
/** Or whose it is: "<!-- JR: …", "[KH - close it today]". "[UK - see the map]" is of the thing itself. */
const SIGNED =
  /^\s{0,9}(?!(?:NB|PS|UK|EU|GB|NI|US|VAT|NHS|ID|TV|AM|PM|BST|GMT)\b)\p{Lu}{2,3}(?:\s?:|\s[-–—])\s(?=(?:\S+\s+){2}\S)|[-–—]\s?\p{Lu}{2,3}\s{0,9}$/u;

/** Parts that no sentence is read of, yet that reach the customer. */
const AROUND: ReadonlySet<PartName> = new Set([
  "letterhead",
  "address",
  "reference",
  "signature",
  "enclosures",
  "footer",
]);
/** A line that may be a remark has two words in small letters, or shouts. Names, addresses and titles have not. */
const REMARK =
  /\b[a-z]{2,20}\b[^\n]{0,200}\b[a-z]{2,20}\b|[A-Z]{3,20} [A-Z]{2,20}|\b(?:[Dd]raft|[Ii]nternal|DRAFT|INTERNAL|TODO)\b/;
/** A note in brackets or in bold that asks a colleague by name: "(Dave, is this right?)". */
const ASKED = /(?:[([]|\*\*)(\p{Lu}\p{Ll}{1,20})(?:,| [-–—]|:) [^()[\]\n]{4,300}\?[^()[\]\n]{0,40}(?:[)\]]|\*\*)/gu;
/** The same that tells a colleague something: "(Trish - don't mention the other four)". */
const TOLD =
  /[([](\p{Lu}\p{Ll}{1,20})(?:,| [-–—]|:) (?=(?:do(?:n['’]t| not)?|please|pls|plz|can|check|ask|hold|leave|keep|remove|add|see|tell|make sure|chase|ring|don|this|he|she|they|it|we|not|no|new|old|same|over|fyi|needs?|wants?|said|says)\b)[^()[\]\n]{4,300}[)\]]/gu;
/** A whole sentence in round brackets, or a line of them. */
const ASIDES = /(?<=(?:^|[\n.!?:]["”’]?\s{0,3}|\p{So}\ufe0f?\s))\(([^()\n]{8,300})\)/gu;
/** What a program or a form of our own writes: "segment=HIGH; pd=0.081", "FLAG:VULN-2 FLAG:DNC", "Disposition: NFA | Cust sentiment". */
const SYSTEM = new RegExp(
  inTurn(
    /^.{0,60}?/,
    [
      inTurn(
        /\b/,
        [
          "segment",
          "score",
          "pd",
          /prio(?:rity)?/,
          oneOf("flag treatment churn risk"),
          /decision\w{0,4}/,
          oneOf("note sentiment queue owner tier"),
        ],
        /=[^\s=;,"]{1,40}[;, ]+[a-z_]{2,20}=["\w].{0,200}/,
      ),
      /\bFLAG:[A-Z].{0,120}/,
      /\b(?:Disposition|Cust(?:omer)? sentiment|Case closed by|Handler|Wrap code|Escalation): [^|\n]{1,40} \|[^\n]{1,160}/,
      /-{3,} ?audit trail.{0,60}/,
    ],
    /$/,
  ),
  "gm",
);
/** What each of these has: most messages have none. */
const HAS_SYSTEM = /[a-z]=|FLAG:|: [^\n|]{1,60}\||audit trail/;
/** "Gav – she's the one who rang", "Jas u ok to pick up?", "Nic, you forgot to BCC me": a line to a colleague of another name. */
const LED = new RegExp(
  inTurn(
    /^[*^ \t]{0,4}(?:[Cc]heers |[Ss]orry )?(\p{Lu}\p{Ll}{1,12})/u,
    [
      / [–-] (?=(?:can you|don['’]t|pls|please (?:check|leave|hold|ask|chase|don)|s?he['’]?s the one|no need to tell|not sure)\b)/,
      / (?=(?:u ok|u free|pls|plz|don['’]t reply|can u|you forgot)\b)/,
      /, (?=(?:you forgot|I['’]ve no idea|can you (?:fudge|fix|bin|take)|that['’]s (?:her|him|them) sorted)\b)/,
    ],
    /[^\n]{4,300}$/,
  ),
  "gmu",
);
/** What follows the name of a colleague who is asked for something. */
const ASKING: ReadonlySet<string> = new Set(["please", "pls", "can", "could", "will", "fyi", "for", "to"]);
const THEIRS: ReadonlySet<PartName> = new Set(["customer", "quoted", "front-matter"]);

const COMMENT = /<!--(?!\s{0,9}corrcheck-)([^>]{1,2000}?)-->/g;
const BRACKETS = /\[([^[\]\n]{3,400})\](?![(:])/g;
/** Marks of a draft on a line of their own or before a subject. A "draft order" or a "draft budget" is the thing itself. */
const DRAFT = new RegExp(
  inTurn(
    /^[^\S\n]{0,9}[*_#>[(=~-]{0,9} ?(?:subject: ?)?\[?/,
    [
      /DRAFT(?![\w ]{1,40}(?:\bof\b|ORDER|BUDGET|PLAN|AGREEMENT|TENANCY|CONTRACT|LEASE|BILL|POLICY|STRATEGY|ACCOUNTS|MINUTES))/,
      /[Dd]raft (?=\d|v\d|version|letter|reply|response|only|for (?:review|approval|comment)|[-–—] ?not)/,
    ],
    /[^.\n]{0,80}$/,
  ),
  "gm",
);
/** Shapes that lead into our own network: a shared drive, a server's folder, a host with no public name. */
const LOCATION = new RegExp(
  inTurn(String.raw`(?<![\w\\/])`, [
    /[D-Z]:\\(?!Program|Windows)[^\s<>"|?*]{2,200}/,
    /\\\\[\w.-]{2,60}\\[^\s<>"|?*]{1,200}/,
    String.raw`\/(?:srv|mnt|home|var\/www|Volumes|opt\/app)\/[\w.~/-]{2,200}`,
    /(?:file|smb):\/\/[^\s<>")]{2,200}/,
    String.raw`(?:https?:\/\/)?(?:[a-z][\w-]{1,60}\.){1,4}(?:internal|intranet|corp|lan|local)(?![\w.-]*\.\w)(?:[/:][^\s<>")]{0,200})?`,
    String.raw`https?:\/\/(?:intranet|wiki|jira|confluence|crm|sharepoint|localhost)(?:[.:/][^\s<>")]{0,200})?`,
    String.raw`https?:\/\/[a-z][\w-]{2,40}(?:[:/][^\s<>")]{0,200})?(?![\w.])`,
  ]),
  "g",
);
/** What each of these has: most messages have none. */
const NETWORK = /\\|:\/\/|\/(?:srv|mnt|home|var|Volumes|opt)\/|\.(?:internal|intranet|corp|lan|local)\b/;
/** A customer's own device at home has such a name as well. */
const DEVICE = /\b(?:router|hub|printer|camera|device|wi-?fi|thermostat|browser|network at home)\b/i;
/** What programs leave behind where changes were tracked, or where two versions were joined. */
const REVISION =
  /\{(?:\+\+|--|~~|>>)[^{}\n]{1,400}(?:\+\+|--|~~|<<)\}|^(?:<{7}|>{7}|={7})(?: .{0,80})?$|\[?Comment(?:ed)? \[[A-Z]{1,4}\d{1,3}(?:R\d{1,3})?\]:?|^(?:Deleted|Inserted|Formatted): .{1,80}$/gm;

/** Everything in the message that was meant for colleagues; places of the file, in order. */
export function findInternalNotes(
  correspondence: Correspondence,
  hits: readonly Hit[],
  matcher: Matcher,
): readonly InternalNote[] {
  const { source, parts, sentences, annotations, placeholders } = correspondence;
  const notes: InternalNote[] = [];
  const taken = new Uint8Array(source.length);
  const add = (kind: InternalKind, { start, end }: Range) => {
    if (taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    notes.push({ kind, start, end });
  };
  const isTheirs = (at: number) => parts.some(({ name, start, end }) => THEIRS.has(name) && start <= at && at < end);
  const isField = (at: number) => placeholders.some(({ start, end }) => start <= at && at < end);
  const has = (text: string, start: number, names: readonly string[]) =>
    matcher.hits(asSentence(text, start, matcher)).find(({ entry }) => names.includes(entry.dictionary));

  for (const { kind, start, end } of annotations) if (kind !== "highlight") add("revision", { start, end });
  if (source.includes("<!--"))
    for (const match of source.matchAll(COMMENT))
      if (SIGNED.test(match[1]!) || has(match[1]!, match.index + 4, HIDDEN)) add("note", rangeOf(match));
  if (source.includes("["))
    for (const match of source.matchAll(BRACKETS))
      if (
        !isTheirs(match.index) &&
        !isField(match.index) &&
        ((SIGNED.test(match[1]!) && !SPOKEN_TO.test(match[1]!)) || has(match[1]!, match.index + 1, HIDDEN))
      )
        add("note", rangeOf(match));
  for (const hit of hits)
    if (OWN.includes(hit.entry.dictionary) && !isQuoted(hit))
      add(hit.entry.dictionary === GOSSIP ? "gossip" : "note", wordsOf(hit));
  for (const { name, start, end } of parts) {
    if (!AROUND.has(name) && name !== "quoted") continue;
    for (const line of source.slice(start, end).matchAll(/[^\n]{3,1000}/g)) {
      if (!REMARK.test(line[0])) continue;
      const hit = has(line[0], start + line.index, name === "quoted" ? [SECRET] : OWN);
      if (hit) add("note", wordsOf(hit));
    }
  }
  const greeted = parts.find(({ name }) => name === "salutation")?.text ?? "";
  for (const match of [...source.matchAll(ASKED), ...source.matchAll(TOLD)])
    if (
      !isTheirs(match.index) &&
      !greeted.includes(match[1]!) &&
      !/\byour?\b/i.test(match[0].replace(/\b(?:can|could) you\b/i, ""))
    )
      add("note", rangeOf(match));
  for (const match of source.matchAll(LED))
    if (!isTheirs(match.index) && greeted !== "" && !greeted.includes(match[1]!)) add("note", rangeOf(match));
  if (HAS_SYSTEM.test(source))
    for (const match of source.matchAll(SYSTEM)) if (!isTheirs(match.index)) add("note", rangeOf(match));
  if (source.includes("("))
    for (const match of source.matchAll(ASIDES))
      if (!isTheirs(match.index) && !SPOKEN_TO.test(match[1]!) && has(match[1]!, match.index + 1, ASIDE))
        add("note", rangeOf(match));
  for (const turn of sentences) if (isToColleague(turn, correspondence)) add("note", turn);
  for (const aside of asidesOf(correspondence, hits, matcher)) add("note", aside);
  if (/draft/i.test(source))
    for (const match of source.matchAll(DRAFT)) if (!isTheirs(match.index)) add("draft", rangeOf(match));
  if (NETWORK.test(source))
    for (const match of source.matchAll(LOCATION))
      if (!isTheirs(match.index) && !DEVICE.test(lineAround(source, match.index))) add("location", rangeOf(match));
  for (const match of source.matchAll(REVISION)) if (!isTheirs(match.index)) add("revision", rangeOf(match));
  return notes.sort((a, b) => a.start - b.start);
}

const rangeOf = ({ index, 0: text }: RegExpExecArray): Range => {
  const start = index + (text.length - text.trimStart().length);
  return { start, end: index + text.trimEnd().length };
};
const wordsOf = ({ sentence, from, to }: Hit): Range => ({
  start: sentence.tokens[from]!.start,
  end: sentence.tokens[to - 1]!.end,
});
const isQuoted = ({ sentence, from, to }: Hit) =>
  sentence.literals.some((literal) => literal.from <= from && literal.to >= to);

const SPOKEN_TO = /\byou(?:rs?)?\b/i;

/** A turn of a chat, or a sentence of a letter that asks something, that begins with "@" and a name that is not the customer's. */
function isToColleague({ part, tokens }: Sentence, { channel, parts }: Correspondence): boolean {
  const [at, name, ask] = tokens;
  const isAsked = channel !== "social" && part === "body" && ASKING.has(ask?.norm ?? "");
  return (
    (part === "turn" || isAsked) &&
    at?.text === "@" &&
    name?.kind === "word" &&
    !parts.some((other) => other.name === "customer" && speakersOf(other.text).includes(name.norm))
  );
}

/** What stands before the colon of each line. */
const speakersOf = (text: string) =>
  text
    .toLowerCase()
    .match(/^[^:\n]{1,60}:/gm)
    ?.join("\n") ?? "";

function lineAround(source: string, at: number): string {
  const end = source.indexOf("\n", at);
  return source.slice(
    Math.max(0, source.lastIndexOf("\n", at), at - 400),
    end < 0 ? at + 400 : Math.min(end, at + 400),
  );
}
