import type { Line } from "./lines.ts";

/** One turn of a chat: who speaks, in which role, and where what they say begins. */
export interface Turn {
  readonly speaker: string;
  readonly role: "agent" | "customer";
  /** Time as written, if there is one. */
  readonly time: string | undefined;
  /** Where the line begins, and where the words of the turn begin, as offsets into the file. */
  readonly start: number;
  /** Length of the label in front of the words, in characters of the line. */
  readonly label: number;
}

const DAY = String.raw`(?:\d{1,2}\/\d{1,2}\/\d{2,4},?\s)?`;
const TIME = DAY + String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]m)?`;
const NAME = String.raw`\p{L}[\p{L}\p{M}\d_.'’ -]{0,40}?`;
/** "[10:02] Name: ", "(10:02:11) Name: ", "10:02 Name: ", "Name (10:02): ", "Name (Organisation): ", "Organisation (Name): ", "Name: ". */
const TURN = new RegExp(
  String.raw`^(?:[[(]?(?<before>${TIME})[\])]?\s*[-–]?\s*)?(?<name>${NAME})(?:\s?\((?:(?<after>${TIME})|(?<aside>[^()]{1,40}))\))?\s?:\s+`,
  "u",
);
/** "Name (10:02)", "Name - Organisation, 10:02": a line of its own above the words; and "10:02:11 | name | words". */
const HEADING = new RegExp(
  String.raw`^(?<name>${NAME})(?:\s[-–]\s(?<aside>[^,()]{1,40}))?(?:,?\s\(|,\s)(?<after>${TIME})\)?$`,
  "u",
);
const COLUMNS = new RegExp(String.raw`^(?<before>${TIME})\s?\|\s?(?<name>${NAME})\s?\|\s?`, "u");
const NOT_A_SPEAKER =
  /^(?:subject|to|from|cc|date|sent|re|ref|note|tel|phone|email|total|time|cost|place|our ref|your ref|p\.?s)$/i;
const AGENT = /\b(?:agent|adviser|advisor|support|team|customer (?:care|service)|bot|assistant)\b|_/i;
const CUSTOMER = /^(?:customer|client|user|visitor|guest|you|me)$|^(?:mr|mrs|ms|miss|mx|dr)\b/i;
const GREETING =
  /\b(?:thank(?:s| you) for (?:contacting|chatting|getting in touch)|you(?:'|’)?re (?:chatting|through)|how (?:can|may) i help|welcome to|happy to help)\b/gi;
/** Whose words they are: the organisation says "we" and "your account", the customer "I" and "my order". */
const OURS = /\b(?:we|we're|we've|we'll|our|your)\b/gi;
const THEIRS = /\b(?:my|i ordered|i have|i want|i need|i was|i paid|i bought)\b/gi;
const FEWEST_TURNS = 3;
/** A second speaker with this score writes for the organisation as well, such as a person after a bot. */
const SURE = 4;

/** The turns of a chat transcript, or `undefined` where the text is none. */
export function findTurns(lines: readonly Line[]): Turn[] | undefined {
  const found = lines.flatMap((line) => {
    const match = COLUMNS.exec(line.text) ?? HEADING.exec(line.text) ?? TURN.exec(line.text);
    if (!match || NOT_A_SPEAKER.test(match.groups!["name"]!.trim())) return [];
    const parts: Partial<Record<"name" | "before" | "after" | "aside", string>> = match.groups!;
    return [{ line, label: match[0].length, ...parts }];
  });
  const areHeadings = found.every(({ line, label }) => label === line.text.length);
  if (found.length < FEWEST_TURNS || found.length < lines.length / (areHeadings ? 4 : 2)) return undefined;
  const speakers = new Map<string, Found[]>();
  for (const turn of found) {
    const own = speakers.get(speakerOf(turn));
    if (own) own.push(turn);
    else speakers.set(speakerOf(turn), [turn]);
  }
  if (speakers.size < 2 || speakers.size > 6 || speakers.size === found.length) return undefined;
  const head = lines
    .filter(({ start }) => start < found[0]!.line.start)
    .map(({ text }) => text)
    .join("\n");
  const agents = agentsOf(speakers, head);
  return found.map((turn) => ({
    speaker: turn.name!,
    role: agents.has(speakerOf(turn)) ? "agent" : "customer",
    time: turn.before ?? turn.after,
    start: turn.line.start,
    label: turn.label,
  }));
}

interface Found extends Partial<Record<"name" | "before" | "after" | "aside", string>> {
  readonly line: Line;
  readonly label: number;
}

const speakerOf = (turn: Found) => (turn.aside ? `${turn.name} (${turn.aside})` : turn.name!);

/** The speakers who write for the organisation: those for whom there is more to say so than against, or the likeliest. */
function agentsOf(speakers: ReadonlyMap<string, readonly Found[]>, head: string): ReadonlySet<string> {
  const names = [...speakers.keys()];
  const scores = new Map(names.map((name) => [name, agentScore(name, speakers.get(name)!, head)]));
  const likeliest = names.reduce((best, name) => (scores.get(name)! > scores.get(best)! ? name : best));
  return new Set(names.filter((name) => name === likeliest || scores.get(name)! >= SURE));
}

/** The title of the transcript names the agent or the organisation in brackets; a label, a greeting and "your order" tell as well. */
function agentScore(name: string, turns: readonly Found[], head: string): number {
  const { aside, name: bare = "" } = turns[0]!;
  const said = turns
    .map(({ line, label }) => line.text.slice(label))
    .join("\n")
    .replaceAll("’", "'");
  const count = (pattern: RegExp) => said.match(pattern)?.length ?? 0;
  const balance = Math.max(-3, Math.min(3, count(OURS) - count(THEIRS)));
  const isInTitle = aside !== undefined && head.toLowerCase().includes(aside.split(" ")[0]!.toLowerCase());
  return (
    balance +
    2 * count(GREETING) +
    (isInTitle ? 4 : 0) +
    (new RegExp(`with:? ${bare.replace(/\W/g, ".")}`, "i").test(head) ? 4 : 0) +
    (AGENT.test(name) ? SURE : 0) -
    (CUSTOMER.test(bare) ? 3 : 0)
  );
}
