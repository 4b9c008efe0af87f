import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { lint } from "../src/lint.ts";
import { loadDictionaries } from "../src/node.ts";
import type { Channel, Result, StructureName } from "../src/model.ts";
import { rules } from "../rules/index.ts";
import { ROOT } from "./support.ts";

/** Letters by six hands who had seen no rule and no list, with what an editor says of each. */
interface Letter {
  readonly name: string;
  readonly template: boolean;
  readonly channel: string;
  readonly direction: string;
  readonly occasion: string;
  readonly verdict: "pass" | "fail";
  /** `null` where the channel does not call for the part. */
  readonly structure: Readonly<Record<StructureName, boolean | null>>;
  readonly spans: readonly { readonly category: string; readonly text: string; readonly nth: number }[];
  readonly text: string;
}

/** Messages of which only an editor's word on three of the parts is known, many of them right in unusual ways. */
interface Structured {
  readonly name: string;
  /** Given where the text does not tell. */
  readonly channel?: Channel;
  /** `null` where it is debatable, or not called for. */
  readonly structure: Readonly<Record<"positiveOpening" | "earlyPurpose" | "closingSummary", boolean | null>>;
  readonly text: string;
}

const linesOf = (file: string) =>
  readFileSync(join(ROOT, "test/data", file), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
const letters = linesOf("letters.jsonl") as Letter[];
const structured = linesOf("structures.jsonl") as Structured[];

/** An opening, a purpose or a close, to stand in a letter that is plain otherwise. */
interface Part {
  readonly part: keyof Structured["structure"];
  readonly shown: boolean;
  readonly text: string;
}
const parts = linesOf("structure-parts.jsonl") as Part[];
const FACTS = "The pipe was laid in 1962 and was made of clay. Two of the joints were found to be loose.";
const REQUEST = "Please keep the lid closed until Friday 12 June.";
const FRAMES: Readonly<Record<Part["part"], (text: string) => string>> = {
  positiveOpening: (text) =>
    letterOf(text, FACTS, REQUEST).replace("Dear", "Subject: The drain behind 14 Larch Rise\n\nDear"),
  earlyPurpose: (text) => letterOf(text, REQUEST),
  closingSummary: (text) =>
    letterOf("Thank you for telling us about the blocked drain behind 14 Larch Rise.", FACTS, text),
};
const letterOf = (...paragraphs: readonly string[]) =>
  ["Dear Mr Okafor", ...paragraphs, "Yours sincerely", "Helen Marsh\nLarkfield Homes\n"].join("\n\n");
const dictionaries = loadDictionaries();
const read: { readonly letter: Letter; readonly result: Result }[] = [];

beforeAll(async () => {
  for (const letter of letters) {
    const input = { path: letter.name, content: letter.text };
    const mode = letter.template ? "template" : "draft";
    read.push({ letter, result: await lint(input, { rules, dictionaries, mode }) });
  }
});

const shareOf = (isRight: (letter: Letter, result: Result) => boolean) =>
  read.filter(({ letter, result }) => isRight(letter, result)).length / read.length;

describe("letters that an editor has labelled", () => {
  it("are taken for what they are: channel, direction and occasion", () => {
    expect(shareOf(({ channel }, { correspondence }) => correspondence.channel === channel)).toBeGreaterThanOrEqual(
      0.98,
    );
    expect(shareOf(({ direction }, { correspondence }) => correspondence.direction === direction)).toBeGreaterThan(
      0.85,
    );
    expect(shareOf(({ occasion }, { correspondence }) => correspondence.occasion === occasion)).toBeGreaterThan(0.58);
  });

  it("pass and fail as an editor would have them", () => {
    expect(shareOf(({ verdict }, { passed }) => passed === (verdict === "pass"))).toBeGreaterThan(0.92);
  });

  it.each<[part: StructureName, precision: number, recall: number]>([
    ["salutation", 0.9, 0.9],
    ["positiveOpening", 0.98, 0.85],
    ["earlyPurpose", 0.9, 0.6],
    ["closingSummary", 0.98, 0.81],
    ["signOff", 0.98, 0.84],
  ])("lack their %s where it is said, and are seldom passed over", (part, precision, recall) => {
    const judged = read.filter(({ letter }) => letter.structure[part] !== null);
    const said = judged.filter(({ result }) => result.structure[part].state === "missing");
    const lacking = judged.filter(({ letter }) => letter.structure[part] === false);
    const right = said.filter((row) => lacking.includes(row)).length;
    expect(right / said.length).toBeGreaterThanOrEqual(precision);
    expect(right / lacking.length).toBeGreaterThanOrEqual(recall);
  });

  it("have the findings where an editor would change something", () => {
    let touching = 0;
    let all = 0;
    let found = 0;
    let labelled = 0;
    for (const { letter, result } of read) {
      const places = letter.spans.map((span) => rangeOf(letter.text, span));
      const told = result.findings.filter(({ rule, severity }) => severity !== "info" && !WHOLE.has(rule));
      const touches = (start: number, end: number) => places.some((place) => place.start < end && place.end > start);
      all += told.length;
      touching += told.filter(({ start, end }) => touches(start, end)).length;
      labelled += places.length;
      found += places.filter((place) =>
        result.findings.some(({ start, end }) => start < place.end && end > place.start),
      ).length;
    }
    expect(touching / all).toBeGreaterThan(0.935);
    expect(found / labelled).toBeGreaterThan(0.75);
  });
});

/** Rules about the message as a whole. */
const WHOLE = new Set(
  "positive-opening early-purpose closing-summary salutation sign-off readability complaint-steps chat-etiquette answers-customer outcome-summary previous-contact response-time message-length subject-line".split(
    " ",
  ),
);

function rangeOf(text: string, { text: words, nth }: Letter["spans"][number]): { start: number; end: number } {
  let start = -1;
  for (let seen = 0; seen < nth; seen++) start = text.indexOf(words, start + 1);
  return { start, end: start + words.length };
}

/** A message labelled for how it begins and ends: many greet or close in unusual ways, or not at all. */
interface Greeting {
  readonly name: string;
  readonly channel: string;
  readonly salutation: boolean | null;
  readonly signOff: boolean | null;
  readonly text: string;
}

describe("messages that greet and close in unusual ways", () => {
  const greetings = readFileSync(join(ROOT, "test/data/greetings.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Greeting);

  it.each(["salutation", "signOff"] as const)(
    "lack the %s where it is said, and are seldom passed over",
    async (part) => {
      const judged = greetings.filter((greeting) => greeting[part] !== null);
      const said: Greeting[] = [];
      for (const greeting of judged) {
        const { structure } = await lint({ path: greeting.name, content: greeting.text }, { rules, dictionaries });
        if (structure[part].state === "missing") said.push(greeting);
      }
      const lacking = judged.filter((greeting) => greeting[part] === false);
      expect(said.filter((greeting) => !lacking.includes(greeting))).toEqual([]);
      expect(said.length / lacking.length).toBeGreaterThan(0.9);
    },
  );
});

describe("messages with the structure that an editor sees", () => {
  it.each<[part: keyof Structured["structure"], precision: number, recall: number]>([
    ["positiveOpening", 0.97, 0.83],
    ["earlyPurpose", 0.98, 0.75],
    ["closingSummary", 0.99, 0.87],
  ])("lack their %s where it is said, and are seldom passed over", async (part, precision, recall) => {
    let said = 0;
    let right = 0;
    let lacking = 0;
    for (const { name: path, channel, structure, text: content } of structured) {
      if (structure[part] === null) continue;
      const result = await lint({ path, content }, { rules, dictionaries, ...(channel && { channel }) });
      const isMissing = result.structure[part].state === "missing";
      if (isMissing) said++;
      if (!structure[part]) lacking++;
      if (isMissing && !structure[part]) right++;
    }
    expect(right / said).toBeGreaterThanOrEqual(precision);
    expect(right / lacking).toBeGreaterThanOrEqual(recall);
  });
});

describe("openings, purposes and closes in a plain letter", () => {
  it.each<[part: Part["part"], recall: number]>([
    ["positiveOpening", 0.8],
    ["earlyPurpose", 0.6],
    ["closingSummary", 0.75],
  ])("of a good %s none is told, and most of the others are", async (part, recall) => {
    const told: Part[] = [];
    const own = parts.filter((row) => row.part === part);
    for (const row of own) {
      const result = await lint({ path: "letter.txt", content: FRAMES[part](row.text) }, { rules, dictionaries });
      if (result.structure[part].state === "missing") told.push(row);
    }
    const isLacking = ({ shown }: Part) => !shown;
    expect(told.filter(({ shown }) => shown).map(({ text }) => text)).toEqual([]);
    expect(told.filter(isLacking).length / own.filter(isLacking).length).toBeGreaterThanOrEqual(recall);
  });
});
