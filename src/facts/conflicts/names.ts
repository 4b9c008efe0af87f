import type { Correspondence, PartName, Range } from "../../model.ts";
import { distance } from "../../suggest.ts";
import type { Conflict } from "./model.ts";

const CAPITAL = "[A-ZÀ-ÖØ-Þ]";
const SURNAME = `(${CAPITAL}[\\wÀ-ÖØ-öø-ſ'’-]{3,30})`;
const TITLED = new RegExp(
  `\\b(?:Mr|Mrs|Miss|Ms|Mx|Dr|Professor|Cllr)\\.? (?:${CAPITAL}\\.? ){0,2}(?:${CAPITAL}[a-zß-öø-ÿ]+ )?${SURNAME}`,
  "g",
);
const FULL = new RegExp(`\\b${CAPITAL}[a-zß-öø-ÿ]+ ${SURNAME}`, "g");
const READ = new Set<PartName>(["address", "salutation", "subject-line", "body", "signature", "postscript"]);

interface Name extends Range {
  readonly text: string;
}

/** A titled name in another spelling than before: "Dear Dr Weatherall" to the address of "Dr A Wetherall". */
export function wrongNames({ source, parts }: Correspondence): Conflict[] {
  const addressee = wrongAddressee(parts);
  if (addressee) return [addressee];
  const read = parts.filter(({ name }) => READ.has(name));
  const find = (pattern: RegExp) =>
    read.flatMap(({ start, end }) => surnamesIn(source.slice(start, end), start, pattern));
  const titled = find(TITLED);
  if (titled.length < 2) return [];
  const counts = new Map<string, number>();
  for (const { text } of titled) counts.set(text, (counts.get(text) ?? 0) + 1);
  // A name that stands there again is another person's.
  const once = firstOfEach(titled).filter(({ text }) => counts.get(text) === 1);
  if (once.length === 0) return [];
  const known = firstOfEach([...titled, ...find(FULL)].sort((a, b) => a.start - b.start));
  return once.flatMap((name): Conflict[] => {
    const other = known.find(({ text, start }) => start < name.start && isLike(text, name.text));
    return other ? [{ kind: "name", ...name, right: other.text }] : [];
  });
}

/** "Mr D Hussain", alone in an address or a greeting. */
const ADDRESSEE = new RegExp(
  `^(?:Dear )?(?<title>Mr|Mrs|Miss|Ms)\\.? (?:${CAPITAL}\\.? |${CAPITAL}[a-zß-öø-ÿ]+ ){0,2}${SURNAME}[ ,]*$`,
  "gm",
);

/** A greeting to somebody else than the address: "Dear Mr Astley" below "Mrs W Astley", "Dear Mr Hassan" below "Mr D Hussain". */
function wrongAddressee(parts: Correspondence["parts"]): Conflict | undefined {
  const [address, greeting] = (["address", "salutation"] as const).map((part) => {
    const found = parts.filter(({ name }) => name === part);
    const names = found.flatMap(({ text, start }) => [...text.matchAll(ADDRESSEE)].map((match) => ({ match, start })));
    return names.length === 1 ? names[0]! : undefined;
  });
  if (!address || !greeting) return undefined;
  const [{ title: ours = "" }, { title: theirs = "" }] = [greeting.match.groups!, address.match.groups!];
  const [said, right] = [greeting.match.at(-1)!, address.match.at(-1)!];
  const isOther = said === right && (ours === "Mr") !== (theirs === "Mr");
  if (!isOther && !(said[0] === right[0] && said !== right && distance(said, right) <= 2)) return undefined;
  const text = isOther ? `${ours} ${said}` : said;
  const start = greeting.start + greeting.match.index + greeting.match[0].indexOf(isOther ? ours : said);
  const end = greeting.start + greeting.match.index + greeting.match[0].lastIndexOf(said) + said.length;
  return { kind: "name", start, end, text, right: isOther ? `${theirs} ${right}` : right };
}

/** A message of more people is a list. */
const MOST_NAMES = 50;

function firstOfEach(names: readonly Name[]): readonly Name[] {
  const first = new Map<string, Name>();
  for (const name of names) if (!first.has(name.text) && first.size < MOST_NAMES) first.set(name.text, name);
  return [...first.values()];
}

function surnamesIn(text: string, from: number, pattern: RegExp): Name[] {
  return [...text.matchAll(pattern)].map((match) => {
    const name = match[1]!.replace(/['’]s?$/, "");
    const start = from + match.index + match[0].lastIndexOf(name);
    return { start, end: start + name.length, text: name };
  });
}

/** Two names with one letter different, or two in long ones, or the end ("Oyelaran", "Oyelade"). */
function isLike(a: string, b: string): boolean {
  if (a[0] !== b[0] || a === b) return false;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 5) return false;
  const isOneBeginning = a.slice(0, 5) === b.slice(0, 5) && shorter > 6 && Math.abs(a.length - b.length) < 3;
  return isOneBeginning || distance(a, b) <= (shorter > 6 ? 2 : 1);
}
