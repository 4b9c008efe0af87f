import type { Correspondence, Organisation, PartName, PersonalDatum } from "../../model.ts";
import type { Dictionaries } from "../../dictionary/index.ts";
import { MASK } from "../../read/placeholders.ts";
import { isMeant, paragraphAfter, paragraphBefore } from "./context.ts";
import { CONTEXTUAL } from "./contextual.ts";
import { charactersOf, fold } from "./fold.ts";
import { NUMBERS } from "./numbers.ts";
import { noPreview } from "./pattern.ts";
import { copiedPeople, createPeopleFinder, type Parties, peopleWords } from "./people/index.ts";
import { Terms } from "./people/terms.ts";
import { TOKENS, WORDS } from "./secrets.ts";
import { securityAnswers } from "./security-answers.ts";
import { tableSecrets } from "./table-secrets.ts";
import type { Candidate, Hints, Recogniser, Secret } from "./model.ts";
import { ways } from "../../ways.ts";

export type { PersonalDatum, PersonalKind } from "../../model.ts";
export { charactersOf, fold } from "./fold.ts";

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"@]{1,2000}(?=[\s<>"]|$)/gi;
const GLUED_LEFT = /[\p{L}\p{N}@+£$€]$|[\p{L}\p{N}][-_]$|\p{N}[.–]$|(?<!\d\d[ –-]\d)\p{N}\/$|(?:[•●]{2}|\*{4})[ -]?$/u;
const GLUED_RIGHT = /^(?:[\p{L}\p{N}@]|[-_][\p{L}\p{N}]|[.–]\p{N}|[ -]?(?:[•●]{2}|\*{4}))/u;
const FILE_ENDING = /^\.(?:pdf|docx?|xlsx?|csv|txt|png|jpe?g|html?|com?)\b/;
/**
 * The values in a text that show what they are by shape, check digit or a word beside them, in order, none overlapping another.
 * Values inside web addresses, in longer tokens and given as examples are left out. Time grows linearly with length.
 */
export function findPersonalData(text: string): readonly PersonalDatum[] {
  const known = searched.get(text);
  if (known) return known;
  const { data } = search(text);
  if (searched.size >= MOST_SEARCHED) searched.clear();
  searched.set(text, data);
  return data;
}

/** What was found in the last texts: the mask asks for the same messages in file after file. */
const searched = new Map<string, readonly PersonalDatum[]>();
const MOST_SEARCHED = 500;

/** The personal values of a message: what `findPersonalData` finds, and the people who are neither writer nor addressee. */
export function personalDataOf(message: Correspondence, dictionaries: Dictionaries): readonly PersonalDatum[] {
  const { source } = message;
  const { data, taken, folded } = search(source);
  const parties = new MessageParties(message, dictionaries);
  const people = finderOf(dictionaries)(folded, parties, (start, end) =>
    data.some((datum) => datum.start >= start && datum.end <= end),
  );
  const skipped = new Set<PartName>(["address", "letterhead", "signature", "footer", "salutation", "headers"]);
  const own = message.parts.filter(({ name }) => skipped.has(name) && (name !== "letterhead" || parties.isGreeted));
  const posted = message.parts.filter(({ name }) => name === "quoted" || name === "customer");
  const found = people.filter(
    ({ kind, start, end }) =>
      !taken.subarray(start, end).includes(1) &&
      // What customers post of themselves and of their own people is public already, and how they are they know.
      !((parties.isPublic || kind === "health") && posted.some((part) => part.start <= start && part.end >= end)) &&
      !(kind === "health" && !parties.isPublic && isToldBy(posted, source.slice(start, end))) &&
      !own.some((part) => part.start <= start && part.end >= end && !isInSubject(source, start)),
  );
  const copied = copiedPeople(message.envelope, source, parties, dictionaries.list("personal-data/mailboxes"));
  const attached = message.envelope.attachments.flatMap(({ text, start, end }) =>
    search(text.replace(/\.\w{1,5}$/, "")).data.map((datum) => ({ ...datum, start, end })),
  );
  const theirs = [...data, ...attached, ...[...found, ...copied].map((range) => ({ ...range, preview: noPreview() }))];
  const ours = ownValues(message.organisation);
  // Who keeps a vehicle knows its plate: the lines above a greeting name the case.
  const heads = parties.isGreeted && !parties.isPublic ? message.parts.filter(({ name }) => HEADS.has(name)) : [];
  return theirs
    .filter(
      ({ kind, start, end }) =>
        kind !== "vehicle-registration" || !heads.some((part) => part.start <= start && part.end >= end),
    )
    .filter(({ start, end }) => !ours.has(charactersOf(folded.slice(start, end))))
    .sort((a, b) => a.start - b.start);
}

/** Whether the customer's own words have it: a reply to them may. */
const isToldBy = (posted: readonly { readonly text: string }[], value: string): boolean =>
  posted.some(({ text }) => text.toLowerCase().includes(value.toLowerCase()));

/** Whether a place is in the line of the subject: of all headers it alone is text. */
function isInSubject(source: string, start: number): boolean {
  const near = source.slice(Math.max(0, start - 400), start);
  return /^(?:subject|re):/i.test(near.slice(near.lastIndexOf("\n") + 1));
}

/** What the configuration says is the organisation's own, by its letters and digits alone. */
function ownValues({ phones = [], emails = [], addresses = [], bankDetails = [] }: Organisation): ReadonlySet<string> {
  return new Set([...phones, ...emails, ...addresses, ...bankDetails].map((value) => charactersOf(fold(value))));
}

let finder: { readonly of: Dictionaries; readonly find: ReturnType<typeof createPeopleFinder> } | undefined;

function finderOf(dictionaries: Dictionaries): ReturnType<typeof createPeopleFinder> {
  if (finder?.of !== dictionaries) {
    const words = peopleWords((name) => dictionaries.list(name));
    finder = { of: dictionaries, find: createPeopleFinder(words, (word) => dictionaries.words.isCommon(word)) };
  }
  return finder.find;
}

/** What stands for a value that was taken out: its words speak for nothing beside it. */
const REMOVED = /\[(?:[\w ’-]{1,40} removed|[A-Z-]{2,24}-\d{1,4})\]/g;

function search(text: string): { data: PersonalDatum[]; taken: Uint8Array; folded: string } {
  const folded = fold(text).replace(REMOVED, (label) => MASK.repeat(label.length));
  const lower = folded.toLowerCase();
  const digits = longestNumber(folded);
  const hinted = new Map<Hints, boolean>();
  const isWorthwhile = ({ hints }: { readonly hints?: Hints }) => {
    if (hints === undefined) return true;
    const known = hinted.get(hints) ?? hintOf(hints).test(lower);
    hinted.set(hints, known);
    return known;
  };
  const taken = new Uint8Array(text.length);
  const data: PersonalDatum[] = [];
  const claim = (datum: PersonalDatum) => {
    if (taken.subarray(datum.start, datum.end).includes(1)) return;
    taken.fill(1, datum.start, datum.end);
    data.push(datum);
  };
  TOKENS.filter(isWorthwhile).forEach(claimSecrets);
  if (digits > 0 && (lower.includes("://") || lower.includes("www.")))
    for (const { 0: address, index } of folded.matchAll(ADDRESS))
      taken.fill(1, index, index + address.split("?", 1)[0]!.length);
  for (const recogniser of [...NUMBERS, ...CONTEXTUAL]) {
    if (digits < recogniser.digits || !isWorthwhile(recogniser)) continue;
    eachCandidate(folded, recogniser, ({ start, end, written }) =>
      claim({ kind: recogniser.kind, start, end, preview: recogniser.preview(charactersOf(written)) }),
    );
  }
  WORDS.filter(isWorthwhile).forEach(claimSecrets);
  for (const range of securityAnswers(folded, lower))
    claim({ kind: "security-answer", ...range, preview: noPreview() });
  if (lower.includes("|")) for (const secret of tableSecrets(folded)) claim({ ...secret, preview: noPreview() });
  data.sort((a, b) => a.start - b.start);
  return { data, taken, folded };

  function claimSecrets({ kind, pattern, accepts, near }: Secret): void {
    for (const match of folded.matchAll(pattern)) {
      const value = match.groups!["value"]!.replace(/[.,!?)]+$/, "");
      if (!accepts(value)) continue;
      const start = match.index + match[0].lastIndexOf(value);
      if (near && !near(paragraphBefore(folded, start), paragraphAfter(folded, start + value.length), value)) continue;
      claim({ kind, start, end: start + value.length, preview: noPreview() });
    }
  }
}

const patterns = new Map<Hints, RegExp>();

/** Hints as one pattern: a single pass for all of them is many times as fast as one for each. */
function hintOf(hints: Hints): RegExp {
  const known = patterns.get(hints);
  if (known) return known;
  const escaped = (text: string) => text.replace(/[.|+*?()[\]{}\\^$]/g, "\\$&");
  const pattern = new RegExp(ways(hints.map((hint) => (typeof hint === "string" ? escaped(hint) : hint))));
  patterns.set(hints, pattern);
  return pattern;
}

/** The most digits that stand together, with nothing between them but what may stand inside a value. */
function longestNumber(text: string): number {
  const runs = text.match(DIGITS) ?? [];
  return runs.reduce((longest, run) => Math.max(longest, run.replace(/\D/g, "").length), 0);
}
const DIGITS = /\d[\d .,*`\\–\n>\u00a0()/|-]*/g;

function eachCandidate(text: string, recogniser: Recogniser, claim: (candidate: Candidate) => void): void {
  const { pattern, sizes } = recogniser;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    const candidate = sizes(charactersOf(match[0]))
      .map((size) => candidateAt(text, start, size))
      .find(standsAlone);
    const accepted =
      candidate && ("cues" in recogniser ? isMeant(text, candidate, recogniser) : recogniser.isMeant(text, candidate));
    if (accepted) claim(candidate);
    pattern.lastIndex = accepted ? candidate.end : start + 1;
  }
}

const CHARACTER = /[0-9a-z]/i;

/** The candidate of so many letters and digits that begins at `start`. */
function candidateAt(text: string, start: number, size: number): Candidate {
  let end = start;
  for (let missing = size; missing > 0; end++) if (CHARACTER.test(text.charAt(end))) missing--;
  const left = text.slice(Math.max(0, start - 6), start);
  return { start, end, written: text.slice(start, end), left, right: text.slice(end, end + 6) };
}

function standsAlone({ written, left, right }: Candidate): boolean {
  const inLongerToken = GLUED_LEFT.test(left) || GLUED_RIGHT.test(right) || FILE_ENDING.test(right);
  return !inLongerToken && written.split("\n").length <= 2;
}

const NAMED: ReadonlySet<PartName> = new Set([
  "address",
  "letterhead",
  "salutation",
  "signature",
  "valediction",
  "headers",
  "footer",
]);
const UNGREETED: ReadonlySet<PartName> = new Set([...NAMED].filter((name) => name !== "letterhead"));
const SENDERS: ReadonlySet<PartName> = new Set(["letterhead", "signature", "footer"]);
const UNGREETED_SENDERS: ReadonlySet<PartName> = new Set(["signature", "footer"]);
const HEADS: ReadonlySet<PartName> = new Set(["address", "letterhead", "reference"]);
/** Whom a message is from and to, as far as its own furniture and the settings tell; each worked out when first asked for. */
class MessageParties implements Parties {
  readonly isPublic: boolean;
  readonly #message: Correspondence;
  readonly #dictionaries: Dictionaries;
  #names: ReadonlySet<string> | undefined;
  #mailboxes: ReadonlySet<string> | undefined;
  #domains: ReadonlySet<string> | undefined;

  constructor(message: Correspondence, dictionaries: Dictionaries) {
    this.#message = message;
    this.#dictionaries = dictionaries;
    this.isPublic = message.channel === "social" || message.source.trimStart().startsWith("@");
  }

  /** Lines above a text that greets nobody are as likely a list of somebody's details as the head of a letter. */
  get isGreeted(): boolean {
    return this.#message.parts.some(({ name }) => name === "salutation");
  }
  get names(): ReadonlySet<string> {
    return (this.#names ??= this.#readNames());
  }
  get mailboxes(): ReadonlySet<string> {
    return (this.#mailboxes ??= this.#readMailboxes());
  }
  get domains(): ReadonlySet<string> {
    return (this.#domains ??= this.#readDomains());
  }
  get isHealthService(): boolean {
    const known = `${this.#message.organisation.name ?? ""}\n${this.#textOf(NAMED)}`;
    return new Terms(this.#dictionaries.list("personal-data/health-services")).isIn(known);
  }

  #readNames(): ReadonlySet<string> {
    const { organisation, envelope, turns, parts } = this.#message;
    const known = [
      this.#textOf(this.isGreeted ? NAMED : UNGREETED),
      organisation.name ?? "",
      ...(organisation.staff ?? []),
      ...addresseeOf(envelope.data),
      ...turns.map(({ speaker }) => speaker),
      ...parts.flatMap(({ name, text }) => (name === "subject-line" ? (OF_ESTATE.exec(text) ?? []) : [])),
    ].join("\n");
    return inSmallLetters(known.match(/\p{Lu}[\p{L}'’]+/gu));
  }

  #readMailboxes(): ReadonlySet<string> {
    const { envelope, parts } = this.#message;
    const known = `${envelope.to?.text ?? ""}\n${quotedSenders(parts)}`;
    return inSmallLetters(known.match(MAILBOX));
  }

  #readDomains(): ReadonlySet<string> {
    const { envelope, organisation } = this.#message;
    const senders = `${envelope.from?.text ?? ""}\n${this.#textOf(this.isGreeted ? SENDERS : UNGREETED_SENDERS)}`;
    return inSmallLetters([...(senders.match(DOMAIN) ?? []), ...(organisation.domains ?? [])]);
  }

  #textOf(names: ReadonlySet<PartName>): string {
    const parts = this.#message.parts.filter(({ name }) => names.has(name));
    return parts.map(({ text }) => text).join("\n");
  }
}

/** "The late Miss Enid Batty", "Your mother, Mrs Ortega", as a subject: whoever writes about an estate, or acts for somebody, knows whose affairs they are. */
const OF_ESTATE =
  /(?:\b(?:the late|your late (?:husband|wife|partner|mother|father|mum|dad|brother|sister|son|daughter|aunt|uncle|friend)|(?:the )?estate of|power of attorney for)|^your (?:late )?(?:husband|wife|partner|mother|father|mum|dad|brother|sister|son|daughter|aunt|uncle),) .*/i;

const inSmallLetters = (words: readonly string[] | null): ReadonlySet<string> =>
  new Set((words ?? []).map((word) => word.toLowerCase()));
const DOMAIN = /(?<=@|www\.|:\/\/)(?!www\.)[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gi;
const MAILBOX = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;

/** The lines of an earlier message that say who wrote it: "From: …", "On … wrote:". */
function quotedSenders(parts: Correspondence["parts"]): string {
  const quoted = parts.filter(({ name }) => name === "quoted").map(({ text }) => text);
  return quoted.flatMap((text) => text.split("\n").filter((line) => /^[>*\s]*from:|\bwrote:/i.test(line))).join("\n");
}

/** What the front matter says of the addressee: a name, or a map with one. */
function addresseeOf(data: Readonly<Record<string, unknown>>): string[] {
  const addressee = data["addressee"];
  if (typeof addressee === "string") return [addressee];
  return addressee && typeof addressee === "object" ? Object.values(addressee).map(String) : [];
}
