import type { Turn } from "../model.ts";
import { InputError } from "../errors.ts";
import type { Line } from "./lines.ts";
import { anyOf, inTurn } from "../ways.ts";

/** A turn, and the length of the label in front of its words, in characters of its first line. */
export interface LabelledTurn extends Turn {
  readonly label: number;
}

/** The turns of a chat, and a note where it is not sure who speaks for whom. */
export interface Transcript {
  readonly turns: readonly LabelledTurn[];
  readonly note: string | undefined;
}

/** What is known of a transcript beforehand. */
export interface TranscriptHints {
  /** It is a chat for certain, so that a single speaker is enough. */
  readonly isChat: boolean;
  /** Who writes for the organisation, as the front matter says; nobody where it says nothing. */
  readonly agents: readonly string[];
}

const DAY = String.raw`(?:(?:\d{1,2}[\/.]\d{1,2}[\/.]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z]\p{Ll}{2,8} \d{4}),?\s)`;
const TIME = String.raw`${DAY}?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[aApP]\.?[mM]\.?)?`;
const NAME = String.raw`\p{L}[\p{L}\p{M}\d_.'’ -]{0,40}?`;
/** Who speaks, and for whom. */
const SPEAKER = String.raw`(?<name>${NAME})(?:(?:,|\s[@–-])\s(?<title>${NAME}))?`;
const BEFORE = String.raw`\u200e?[[(]?(?<before>${TIME})[\])]?\s*[-–]?\s*\u200e?`;
/**
 * "[10:02] Name: ", "(10:02:11) Name: ", "10:02 Name: ", "Name (10:02): ", "Name (Organisation): ", "Organisation (Name): ",
 * "Name, Organisation: ", "Name @ Organisation (10:02): ", "Name: ", "<Name> ", and what WhatsApp exports:
 * "12/05/2026, 10:02 - Name: ".
 */
const TURN = new RegExp(
  String.raw`^(?:${BEFORE}|\u200e?)(?:<(?=[^<>]{1,90}>)|(?=[^:>]{1,140}:))${SPEAKER}(?:\s?[([](?:(?<after>${TIME})|(?<aside>[^()[\]]{1,40}))[)\]])?\s?[:>](?:\s+|$)`,
  "u",
);
/**
 * "Name (10:02)", "Name - Organisation, 10:02": a line of its own above the words; and "10:02:11 | name | words". "Mr Name 10:02" has
 * a capital in each word, unlike "Coach leaves Hexley 9:15", and is no day.
 */
const HEADING = new RegExp(
  String.raw`^(?=[^(|]{0,90}(?:\(|\||,\s\d)|(?!\p{L}+day\b)(?:\p{Lu}[\p{L}'’.&-]*,?\s){1,5}\d)${SPEAKER}(?:,?\s\(|,?\s|\s\|\s)(?<after>${TIME})\)?$`,
  "u",
);
const COLUMNS = new RegExp(String.raw`^(?<before>${TIME})\s?\|\s?(?<name>${NAME})\s?\|\s?`, "u");
/** What the chat program says: "Sam has joined the chat", "You are now chatting with Ruth", "Chat ended". */
const EVENT = new RegExp(
  inTurn(
    String.raw`^(?:${BEFORE})?[*–—-]{0,3}\s?`,
    [
      String.raw`${NAME}(?: has| have)? (?:joined|left|entered|ended|closed|started) (?:the|this) (?:chat|conversation|session|group|call)`,
      String.raw`${NAME} (?:has|have) (?:joined|left|disconnected)`,
      /(?:the )?(?:chat|conversation|session) (?:has )?(?:been )?(?:started|ended|closed|transferred)\b.{0,40}/,
      /you(?: are|'re|’re) (?:now )?(?:chatting|connected|talking|speaking) (?:with|to) .{1,60}/,
      /transferred to .{1,60}/,
      /messages and calls are end-to-end .{1,200}/,
    ],
    /[*–—. -]{0,4}$/,
  ),
  "iu",
);
/** What every event has: the pattern above takes several milliseconds to compile, and few lines need it. */
const EVENT_WORDS = anyOf([
  /(?:joined|left|disconnected)[^a-z]{0,4}$/,
  /(?:joined|left|entered|ended|closed|started) (?:the|this) (?:chat|conversation|session|group|call)/,
  /(?:chat|conversation|session) (?:has )?(?:been )?(?:started|ended|closed|transferred)/,
  /(?:chatting|connected|talking|speaking) (?:with|to)/,
  "transferred to",
  "end-to-end",
]);
/** A line of a WhatsApp export that has a day and a time and no speaker. */
const STAMPED = new RegExp(String.raw`^\u200e?\[?${DAY}\d{1,2}:\d{2}[^a-z]{0,14}(?:[ap]m)?\]?\s[-–]\s`, "iu");

/** "Calder Bank chat, Friday 22 May 2026, 21.40". */
const TITLE = /\b(?:chat|webchat|transcript)\b/i;
/** "Sam: Welcome to our chat". */
const GREETS = /: .{0,200}[.?!]/;
const NOT_A_SPEAKER =
  /^(?:subject|to|from|cc|date|sent|re|ref|note|tel|phone|email|total|time|cost|place|our ref|your ref|p\.?s|(?:live |web ?)?chat|transcript|channel|started|ended|duration)$/i;
const SYSTEM = /^(?:system|system message|chat system|info|notification|automatic message|status)$/i;
const BOT =
  /\b(?:chat|help|web|auto)?-?bot\b|\p{Ll}Bot\b|\b(?:virtual|digital|automated|ai) (?:assistant|agent|adviser)\b/iu;
const AGENT = /\b(?:agent|adviser|advisor|support|team|customer (?:care|service)|bot|assistant)\b|_/i;
const CUSTOMER = /^(?:customer|client|user|visitor|guest|you|me)$|^(?:mr|mrs|ms|miss|mx|dr)\b/i;
const GREETING = new RegExp(
  inTurn(
    /\b/,
    [
      /thank(?:s| you) for (?:contacting|chatting|getting in touch|asking|checking|waiting|sending|your (?:message|time|patience)|letting|telling)/,
      /let me (?:look (?:at|into)|have a look|bring up)/,
      /you(?:'|’)?re (?:chatting|through)/,
      /you are (?:chatting|through|speaking)/,
      /how (?:can|may) i help/,
      "welcome to",
      "happy to help",
    ],
    /\b/,
  ),
  "gi",
);
/** Whose words they are: the organisation says "we" and "your account", the customer "I" and "my order". */
const OURS = /\b(?:we|we're|we've|we'll|our|your)\b/gi;
const THEIRS = /\b(?:my|i ordered|i have|i want|i need|i was|i paid|i bought)\b/gi;
/** In characters: a day, a time and a name with the organisation in brackets. */
const LONGEST_LABEL = 140;
/** What stands in a letter alone. */
const IN_LETTER = /^(?:Dear \p{Lu}|Yours (?:sincerely|faithfully|truly)\b)/u;
const FEWEST_TURNS = 3;
const MOST_SPEAKERS = 6;
/** A second speaker with this score writes for the organisation as well, such as a person after a bot. */
const SURE = 4;

/**
 * The turns of a chat transcript, or `undefined` where the text is none.
 * @throws InputError where the front matter names an agent who does not speak
 */
export function findTurns(lines: readonly Line[], { isChat, agents }: TranscriptHints): Transcript | undefined {
  if (!isChat && lines.some(({ text }) => IN_LETTER.test(text))) return undefined;
  if (!isChat && lines.filter(({ text }) => mayOpenTurn(text)).length < FEWEST_TURNS) return undefined;
  const found = withSpeakers(withoutLabels(lines.flatMap((line, at) => readTurn(line, at))));
  const spoken = found.filter(({ isEvent }) => !isEvent);
  const areHeadings = spoken.every(({ line, label }) => label === line.text.length);
  const fewest = isChat ? 1 : FEWEST_TURNS;
  if (spoken.length < fewest || (!isChat && found.length < lines.length / (areHeadings ? 4 : 2))) return undefined;
  const speakers = new Map<string, Spoken[]>();
  for (const turn of spoken) {
    const own = speakers.get(turn.speaker);
    if (own) own.push(turn);
    else speakers.set(turn.speaker, [turn]);
  }
  const isTalk = speakers.size >= 2 && speakers.size <= MOST_SPEAKERS && speakers.size < spoken.length;
  if (!isTalk && !isChat) return undefined;
  const head = lines.slice(0, found[0]!.at).map(({ text }) => text);
  const { ours, note } = agents.length > 0 ? namedAgents(agents, speakers) : agentsOf(speakers, head.join("\n"));
  const turns = found.map((turn, number): LabelledTurn => {
    const next = found[number + 1]?.at ?? lines.length;
    return {
      speaker: turn.name?.trim() ?? "",
      role: roleOf(turn, ours),
      time: turn.before ?? turn.after,
      start: turn.line.start,
      end: lines[next - 1]!.end,
      label: turn.label,
    };
  });
  return { turns, note };
}

/** What a label tells. `title` is the organisation behind a comma or "@", and an `aside` too. */
type Labels = Partial<Record<"name" | "before" | "after" | "aside" | "title", string>>;

interface Found extends Labels {
  readonly line: Line;
  /** Number of the line. */
  readonly at: number;
  readonly label: number;
  /** Said by the chat program. */
  readonly isEvent: boolean;
}

interface Spoken extends Found {
  /** The name, with what stands in brackets behind it. */
  readonly speaker: string;
}

/** Whether a line has what every form of label has: a colon near its beginning, a bar, an angle, or a time with a dot. Most letters end here. */
function mayOpenTurn(text: string): boolean {
  const colon = text.indexOf(":");
  return (
    (colon >= 0 && colon < LONGEST_LABEL) || text.includes("|") || text.startsWith("<") || /\d\.\d\d\)?$/.test(text)
  );
}

function readTurn(line: Line, at: number): Found[] {
  const text = line.text;
  if (at === 0 && TITLE.test(text) && !GREETS.test(text)) return [];
  const event = EVENT_WORDS.test(text) && EVENT.exec(text);
  if (event) return [{ line, at, label: 0, isEvent: true, ...timeOf(event) }];
  const match =
    (text.includes("|") && COLUMNS.exec(text)) ||
    (/\d/.test(text.slice(-8)) && HEADING.exec(text)) ||
    (/^<|:/.test(text) && TURN.exec(text));
  if (!match) return text.includes(":") && STAMPED.test(text) ? [{ line, at, label: 0, isEvent: true }] : [];
  const name = match.groups!["name"]!.trim();
  if (NOT_A_SPEAKER.test(name)) return [];
  const parts: Labels = match.groups!;
  const aside = parts.aside ?? parts.title;
  return [{ line, at, label: match[0].length, isEvent: SYSTEM.test(name), ...parts, ...(aside && { aside }) }];
}

const timeOf = ({ groups }: RegExpExecArray) => (groups?.["before"] === undefined ? {} : { before: groups["before"] });

/** Where the turns carry times, a line without one goes on with the turn above: "Account number: 4471". */
function withoutLabels(found: readonly Found[]): readonly Found[] {
  const timed = found.filter(({ before, after }) => before !== undefined || after !== undefined);
  return timed.length >= FEWEST_TURNS && timed.length > found.length / 2
    ? found.filter(({ before, after, isEvent }) => isEvent || before !== undefined || after !== undefined)
    : found;
}

/** Who speaks: "Leanne (Fernhill)" and later "Leanne" alone are one. */
function withSpeakers(found: readonly Found[]): readonly Spoken[] {
  const bare = new Set(found.filter(({ aside }) => aside === undefined).map(({ name }) => name));
  return found.map((turn) => {
    const { name = "", aside } = turn;
    return { ...turn, speaker: aside === undefined || bare.has(name) ? name : `${name} (${aside})` };
  });
}

function roleOf({ isEvent, speaker }: Spoken, ours: ReadonlySet<string>): Turn["role"] {
  if (isEvent) return "system";
  if (!ours.has(speaker)) return "customer";
  return BOT.test(speaker) ? "bot" : "agent";
}

interface Side {
  /** The speakers who write for the organisation. */
  readonly ours: ReadonlySet<string>;
  readonly note: string | undefined;
}

/** The speakers whom the front matter names, and the bots. */
function namedAgents(agents: readonly string[], speakers: ReadonlyMap<string, readonly Spoken[]>): Side {
  const names = [...speakers.keys()];
  const ours = new Set(names.filter((name) => BOT.test(name)));
  for (const agent of agents) {
    const wanted = agent.trim().toLowerCase();
    const own = names.filter((name) => {
      const { name: bare = "", aside = "" } = speakers.get(name)![0]!;
      return [name, bare.trim(), aside].some((each) => each.toLowerCase() === wanted);
    });
    if (own.length === 0) {
      throw new InputError(
        `the front matter says “agent: ${agent}”, who does not speak in this chat: write one of ${names.join(", ")}`,
      );
    }
    for (const name of own) ours.add(name);
  }
  return { ours, note: undefined };
}

/** The speakers who write for the organisation: those for whom there is more to say so than against, or the likeliest. */
function agentsOf(speakers: ReadonlyMap<string, readonly Spoken[]>, head: string): Side {
  const bots = [...speakers.keys()].filter((name) => BOT.test(name));
  const people = [...speakers.keys()].filter((name) => !bots.includes(name));
  // Beside a bot one person alone is the customer.
  if (bots.length > 0 && people.length === 1) return { ours: new Set(bots), note: undefined };
  const scores = new Map(people.map((name) => [name, agentScore(name, speakers.get(name)!, head)]));
  const ranked = people.toSorted((a, b) => scores.get(b)! - scores.get(a)!);
  const [likeliest, second] = ranked;
  const sure = ranked.filter((name) => scores.get(name)! >= SURE);
  // Somebody has to be the customer.
  const first = [...bots, ...ranked.slice(0, 1), ...sure.slice(0, Math.max(1, people.length - 1))];
  const introduced = people.filter((name) => first.some((other) => introduces(speakers.get(other)!, name)));
  const ours = new Set([...first, ...(introduced.length < people.length - 1 ? introduced : [])]);
  const isTie = second !== undefined && sure.length === 0 && scores.get(likeliest!) === scores.get(second);
  const note = `it is not clear who writes for the organisation: “${likeliest}” is taken to; say so with “agent:” in the front matter`;
  return { ours, note: isTie ? note : undefined };
}

/** Whether one speaker says that another will answer, or gives the name of that other for their own: "you're through to Yusuf". */
function introduces(turns: readonly Spoken[], name: string): boolean {
  const named = name.replace(/\W/g, ".");
  const words = new RegExp(
    `\\b(?:through to|over to|you(?:['’]re| are) (?:chatting|speaking) (?:to|with)|this is|my name is|i(?:['’]m| am)|colleague,?) ${named}\\b(?! (?:said|says|told|asked))`,
    "i",
  );
  return turns.some(({ line, label }) => words.test(line.text.slice(label)));
}

/** The title of the transcript names the agent or the organisation in brackets; a label, a greeting and "your order" tell as well. */
function agentScore(name: string, turns: readonly Found[], head: string): number {
  const { aside, title, name: bare = "" } = turns[0]!;
  const said = turns
    .map(({ line, label }) => line.text.slice(label))
    .join("\n")
    .replaceAll("’", "'");
  const count = (pattern: RegExp) => said.match(pattern)?.length ?? 0;
  const balance = Math.max(-3, Math.min(3, count(OURS) - count(THEIRS)));
  const isInTitle = aside !== undefined && head.toLowerCase().includes(aside.split(" ")[0]!.toLowerCase());
  const named = bare.trim().replace(/\W/g, ".");
  const says = (pattern: string, text: string) => new RegExp(pattern.replace("NAME", named), "i").test(text);
  return (
    balance +
    2 * count(GREETING) +
    (isInTitle ? 4 : 0) +
    // "Desmond, Wendle Buses": customers speak for nobody.
    (title !== undefined && !/\d/.test(title) ? 2 : 0) +
    (says("\\b(?:with|agent|advis[eo]r|handled by|assigned to)\\b:? ?NAME", head) ? 4 : 0) -
    (says("\\b(?:customer|visitor|client|guest|from):? ?NAME", head) ? 4 : 0) +
    // Who greets on behalf of whom: "This is Sam from Calder Bank", "My name is Sam".
    (says(
      "\\b(?:my name is|this is|you're through to|i'm|i am) NAME\\b(?:.{0,20}\\b(?:from|at|of)\\b|[.!,]| and )",
      said,
    )
      ? 3
      : 0) +
    (AGENT.test(name) ? SURE : 0) -
    (CUSTOMER.test(bare) ? 3 : 0)
  );
}
