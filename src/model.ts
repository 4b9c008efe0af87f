/**
 * The data model: what one message is once it has been read. Everything here is plain, frozen data.
 *
 * Positions are 0-based UTF-16 offsets into `Correspondence.source`, end exclusive. The source is the file as it stands (byte
 * order mark and carriage returns counted), or, where a file has its text in codes (e-mail, HTML), the text behind them;
 * `Correspondence.origin` leads from there to the file. Lines and columns of the file are worked out by the reports.
 */

export type Channel = "email" | "letter" | "chat" | "social" | "sms";
export type Occasion = "routine" | "complaint" | "information" | "notification";
export type Direction = "initiated" | "reply";
export type Mode = "draft" | "template";
export type Audience = "general" | "easy" | "professional";
export type Format = "markdown" | "text" | "word" | "email" | "html";
export type Severity = "error" | "warning" | "info";

export const CHANNELS = ["email", "letter", "chat", "social", "sms"] as const satisfies readonly Channel[];
export const OCCASIONS = ["routine", "complaint", "information", "notification"] as const satisfies readonly Occasion[];
export const DIRECTIONS = ["initiated", "reply"] as const satisfies readonly Direction[];
export const MODES = ["draft", "template"] as const satisfies readonly Mode[];
export const AUDIENCES = ["general", "easy", "professional"] as const satisfies readonly Audience[];
/** The trades that have a pack of jargon of their own. */
export const SECTORS = [
  "council",
  "health",
  "bank",
  "insurance",
  "energy-water",
  "telecoms",
  "housing",
  "education",
  "travel",
  "software",
] as const;
export type Sector = (typeof SECTORS)[number];
export const SEVERITIES = ["error", "warning", "info"] as const satisfies readonly Severity[];

/** A stretch of the file, in offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The parts of a message; each line that is not blank belongs to exactly one. An aside is wording that stands beside the text:
 * titles and image texts of HTML, and what the HTML of an e-mail says beyond its plain text.
 */
export type PartName =
  | "front-matter"
  | "headers"
  | "letterhead"
  | "address"
  | "date"
  | "reference"
  | "subject-line"
  | "salutation"
  | "body"
  | "valediction"
  | "signature"
  | "enclosures"
  | "postscript"
  | "footer"
  | "quoted"
  | "aside"
  | "turn"
  | "customer";

/** What kind of text a line or sentence stands in. */
export type UnitKind = "paragraph" | "heading" | "item" | "cell" | "line";

/** One part of the message: consecutive lines that serve one purpose. */
export interface Part extends Range {
  readonly name: PartName;
  /** The text as a reader sees it, lines joined by line feeds. */
  readonly text: string;
}

/** A token of a sentence: a word, a number or a mark. A contraction gives two tokens with one range ("we'll": we, will). */
export interface Token extends Range {
  /** As written, for both halves of a contraction the whole of it. */
  readonly text: string;
  /** Lower case, straight apostrophe, contraction opened, possessive kept. */
  readonly norm: string;
  readonly kind: "word" | "number" | "mark" | "placeholder";
}

/** Something found before any grammar: a date, a sum, a way to reach somebody. `from` and `to` are token indexes, `to` exclusive. */
export interface Entity {
  readonly kind: EntityKind;
  readonly from: number;
  readonly to: number;
}
export type EntityKind = "date" | "duration" | "time" | "money" | "reference" | "channel" | "person";

/** One sentence of the message, in the order of the file. */
export interface Sentence extends Range {
  readonly index: number;
  readonly part: PartName;
  readonly unit: UnitKind;
  /** Number of the unit (paragraph, item, cell, heading) that the sentence stands in, counted from 0. */
  readonly block: number;
  /** The sentence as a reader sees it, on one line. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly entities: readonly Entity[];
  /** Token ranges inside quotation marks: somebody else's words. */
  readonly literals: readonly { readonly from: number; readonly to: number }[];
  /** Not linted: text in another language. */
  readonly exempt: boolean;
}

export type ActName =
  | "greet"
  | "thank"
  | "apologise"
  | "empathise"
  | "acknowledge"
  | "good-news"
  | "purpose"
  | "inform"
  | "refuse"
  | "request"
  | "commit"
  | "report-done"
  | "offer"
  | "nothing-needed"
  | "contact"
  | "escalate"
  | "blame"
  | "threaten"
  | "boilerplate";

/** What a sentence does: found by the speech-act grammar. */
export interface Act extends Range {
  readonly name: ActName;
  readonly agent: "us" | "you" | "other";
  readonly polarity: "positive" | "negative";
  /** Index of the sentence in `Correspondence.sentences`. */
  readonly sentence: number;
  /** The words that show it. */
  readonly text: string;
  /** When: the first date, duration or time of the sentence, as written. */
  readonly time: string | undefined;
  /** What it is about: the words after the verb, as written. */
  readonly object: string | undefined;
}

/** A commitment or a request: who does what by when. */
export interface Action extends Range {
  readonly who: "organisation" | "customer";
  readonly what: string;
  readonly when: string | undefined;
  /** The calendar date that `when` comes to, as YYYY-MM-DD, where it can be worked out from the text. */
  readonly due: string | undefined;
}

/** The parts of the United Kingdom that have bank holidays of their own. */
export const NATIONS = ["england-and-wales", "scotland", "northern-ireland"] as const;
export type Nation = (typeof NATIONS)[number];

/** Who writes: what belongs to the organisation itself is no leak and no misspelling. All of it may be left out. */
export interface Organisation {
  readonly name?: string;
  /** Whose bank holidays it keeps; those of England and Wales where left out. */
  readonly nation?: Nation;
  readonly domains?: readonly string[];
  readonly phones?: readonly string[];
  readonly emails?: readonly string[];
  readonly addresses?: readonly string[];
  /** Sort codes, account numbers and IBANs that customers pay into. */
  readonly bankDetails?: readonly string[];
  /** Names of people who write or are named for the organisation. */
  readonly staff?: readonly string[];
}

/** The outside of the message: front matter and leading header lines. */
export interface Envelope {
  readonly subject: Located | undefined;
  readonly from: Located | undefined;
  readonly to: Located | undefined;
  readonly cc: Located | undefined;
  readonly date: Located | undefined;
  /** The names of the files sent with it. */
  readonly attachments: readonly Located[];
  /** Whether the headers of a mail say that it answers another. */
  readonly isReply: boolean;
  /** Front matter as data; empty where there is none. */
  readonly data: Readonly<Record<string, unknown>>;
}
export interface Located extends Range {
  readonly text: string;
}

/** A field such as {{name}}, masked before anything is parsed. */
export interface Placeholder extends Range {
  readonly text: string;
  readonly syntax: string;
}

/** A stretch of the message that was not checked, and why. */
export interface Skipped extends Range {
  readonly reason: "quoted" | "customer" | "code" | "another language" | "prescribed" | "deleted" | "hidden";
}

/** What a Word file keeps beside its text, and whoever opens the file can see. */
export interface Annotation extends Range {
  readonly kind: "comment" | "insertion" | "deletion" | "hidden-text" | "highlight";
}

/** A named stretch of the source: the text of a Word letter, its header, its comments, each counted from its own beginning; a part of a mail. */
export interface Section extends Range {
  readonly name: string;
}

/** A stretch of text and where it stands in the file. One of equal length maps one to one; another (an entity) as a whole. */
export interface Piece {
  /** Where the piece begins in the text. */
  readonly at: number;
  readonly length: number;
  /** Where it stands in the file. */
  readonly start: number;
  readonly end: number;
}

/** The file as text, and where in it each piece of the source stands. */
export interface Origin {
  readonly file: string;
  readonly pieces: readonly Piece[];
}

/** One turn of a chat, over all its lines, label included. */
export interface Turn extends Range {
  /** As written; empty where the chat program speaks. */
  readonly speaker: string;
  /** The turns of agent and bot are linted; those of the customer and of the chat program are not. */
  readonly role: "agent" | "customer" | "bot" | "system";
  /** Time, with the day where it stands there, as written. */
  readonly time: string | undefined;
}

/** Something told for certain about the message, and where it was told. */
export type Inferred = Partial<Record<"channel" | "occasion" | "direction" | "mode" | "audience", string>>;

/** One message, read as a message. Computed once and frozen. */
export interface Correspondence {
  readonly channel: Channel;
  readonly occasion: Occasion;
  readonly direction: Direction;
  readonly mode: Mode;
  readonly audience: Audience;
  /** Why channel, occasion and direction are what they are, in a few words. */
  readonly inferred: Inferred;
  readonly format: Format;
  readonly organisation: Organisation;
  /** The customer's message that this one answers, where it was given. */
  readonly incoming: Correspondence | undefined;
  /** The text of the file: as it stands, or decoded where there is an `origin`. */
  readonly source: string;
  /** Where the source stands in the file; undefined where it is the file. */
  readonly origin: Origin | undefined;
  readonly envelope: Envelope;
  readonly parts: readonly Part[];
  /** The turns of a chat, in order; none in another channel. */
  readonly turns: readonly Turn[];
  /** Those of the subject, the salutation, the body, the agent's turns and the closing; never the customer's. */
  readonly sentences: readonly Sentence[];
  readonly acts: readonly Act[];
  readonly actions: readonly Action[];
  readonly placeholders: readonly Placeholder[];
  readonly annotations: readonly Annotation[];
  /** In a Word file the stretches in which paragraphs are counted, in a mail its parts; none elsewhere. */
  readonly sections: readonly Section[];
  readonly skipped: readonly Skipped[];
  /** Remarks for --verbose, such as how the bytes were decoded. */
  readonly notes: readonly string[];
}

/** What kind of answer is called for; an outcome is what the customer wants done. */
export type AskedKind = "when" | "how much" | "yes or no" | "other" | "outcome";

/** A question of the customer, or what they want done. Its range is in the customer's message. */
export interface Asked extends Range {
  /** As the customer wrote it, without what stands before the question. */
  readonly text: string;
  readonly kind: AskedKind;
  /** What it is about: the stems of its content words. */
  readonly stems: ReadonlySet<string>;
}

/** Whether what the customer asked is answered. `undefined` is neither: the words alone do not tell. */
export interface Answer {
  readonly asked: Asked;
  readonly state: "answered" | "unanswered" | "vague" | undefined;
  /** The first sentence of the passage that takes it up, where one does. */
  readonly passage: Sentence | undefined;
}

/** What a rule says of one place. */
export interface Finding extends Range {
  readonly rule: string;
  readonly kind: string | undefined;
  readonly severity: Severity;
  /** Ids of the criteria of unit A13 that it counts against. */
  readonly criteria: readonly string[];
  /** One sentence that quotes the writer and says what to do. */
  readonly message: string;
  /** The words found, as written. Empty where nothing stands. */
  readonly text: string;
  /** What to write instead, best first. */
  readonly suggestions: readonly string[];
  readonly fixable: boolean;
  /** What `--fix` puts in place of the words found, where it may. */
  readonly fix?: string;
}

/** What let a finding pass, and the reason that was given. */
export interface Suppression {
  readonly kind: "inline" | "front matter" | "baseline";
  readonly reason: string | undefined;
}
export interface SuppressedFinding extends Finding {
  readonly suppression: Suppression;
}

/** Every kind of personal value, in the order in which the page about them lists them. */
export const PERSONAL_KINDS = [
  "card",
  "cvv",
  "bank-account",
  "sort-code",
  "iban",
  "nino",
  "nhs-number",
  "passport",
  "driving-licence",
  "date-of-birth",
  "utr",
  "vehicle-registration",
  "phone",
  "email",
  "postal-address",
  "password",
  "pin",
  "security-answer",
  "api-key",
  "ip-address",
  "health",
  "third-party-name",
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** A value in the file that identifies a person or opens something of theirs. The value itself is not part of it. */
export interface PersonalDatum extends Range {
  readonly kind: PersonalKind;
  /** What may be printed of it, such as "4929 •••• •••• 4821". */
  readonly preview: string;
}

export type StructureName = "salutation" | "positiveOpening" | "earlyPurpose" | "closingSummary" | "signOff";
export type StructureState = "shown" | "missing" | "unclear" | "not-called-for";
/** Whether one part of the message is there and does its job, with the words that show it (or what stands there instead). */
export interface StructurePart {
  readonly state: StructureState;
  readonly evidence: Located | undefined;
}
export type Structure = Readonly<Record<StructureName, StructurePart>>;

/** What the models of a complaint reply (LATER, HEAT, LEARN) ask for, each step once. */
export const COMPLAINT_STEPS = ["listen", "apologise", "thank", "empathise", "explain", "resolve", "notify"] as const;
export type ComplaintStep = (typeof COMPLAINT_STEPS)[number];
export type ComplaintSteps = Readonly<Record<ComplaintStep, StructurePart>>;

export type CriterionState = "met" | "not-met" | "advice" | "not-assessed";
export interface CriterionResult {
  readonly id: string;
  readonly state: CriterionState;
  readonly reason: string | undefined;
}

export interface Metrics {
  readonly words: number;
  readonly sentences: number;
  /** Reading age in years; undefined below 100 words. */
  readonly readingAge: number | undefined;
  readonly meanSentenceLength: number;
  /** How long the customer of a chat waited, where the turns have times. */
  readonly chat?: ChatTimes;
  /** How long the customer waited for this reply, where both messages have a date. */
  readonly wait?: Wait;
}

/** From the day of the customer's message to that of the reply, each as YYYY-MM-DD. */
export interface Wait {
  readonly from: string;
  readonly to: string;
  /** Mondays to Fridays. */
  readonly workingDays: number;
}

/** Waits from the customer's first word to the agent's next, in minutes. */
export interface ChatTimes {
  readonly first: number;
  readonly longest: number;
  readonly median: number;
}

/** The answer of `lint()` for one file. */
export interface Result {
  readonly path: string;
  readonly correspondence: Correspondence;
  readonly passed: boolean;
  /** One line that says why it failed, or that it passed. */
  readonly verdict: string;
  readonly structure: Structure;
  readonly criteria: readonly CriterionResult[];
  readonly metrics: Metrics;
  readonly findings: readonly Finding[];
  /** The personal values in the file: what no report may show, whichever rules ran. */
  readonly personalData: readonly PersonalDatum[];
  /** What the customer asked, in the message given with this one or quoted in it, and whether it is answered. */
  readonly answers: readonly Answer[];
  /** The steps that a reply to a complaint shows; undefined for any other message. */
  readonly complaint: ComplaintSteps | undefined;
  /** What a directive, the front matter or the baseline let pass; it counts for nothing else. */
  readonly suppressed: readonly SuppressedFinding[];
  /** The words of the vocabulary that let something pass. */
  readonly accepted: readonly string[];
  /** How many findings of the baseline are gone, by fingerprint. */
  readonly stale: Readonly<Record<string, number>>;
}
