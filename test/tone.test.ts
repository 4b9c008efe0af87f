import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lint } from "../src/lint.ts";
import { loadDictionaries } from "../src/node.ts";
import { rules } from "../rules/index.ts";
import { ROOT } from "./support.ts";

const RULES = ["hostile-tone", "internal-content", "risky-commitment", "inclusive-language", "profanity", "cliche"];
const dictionaries = loadDictionaries();
const own = rules.filter(({ id }) => RULES.includes(id));

/** What is said of one sentence in a letter that is otherwise plain, as "rule/kind: words". */
async function saidOf(sentence: string, path = "letter.txt"): Promise<string[]> {
  const content = `Dear Ms Denby\n\nThank you for your letter. ${sentence}\n\nYours sincerely\n\nRuth Ashdown\nCalder Bank\n`;
  const { findings } = await lint({ path, content }, { rules: own, dictionaries });
  return findings.map(({ rule, kind, text }) => `${rule}${kind ? `/${kind}` : ""}: ${text}`);
}

describe("nothing is said of", () => {
  it.each([
    "It is an offence to park here, and you may be fined up to £80.",
    "If you do not pay by Friday 19 June, we may ask the court for an order.",
    "We may take the payment without further notice.",
    "You can send an e-mail, a chat reply or a text message.",
    "This is a final notice before we begin court proceedings.",
    "The court may send bailiffs, and you may have to pay their costs.",
    "Our records show that you have missed three payments.",
    "I am sorry that you feel we treated you unfairly.",
    "You must tell us within 21 days that you have moved.",
    "You must have a ticket to travel.",
    "We failed to ring you, and we should have told you sooner.",
    "You told us that the driver said “you should have read the sign”.",
    "The alleged breach is set out in the notice of seeking possession.",
    "We cannot guarantee a place.",
    "There is no guarantee that prices will fall.",
    "Your payments are covered by the Direct Debit Guarantee.",
    "Your boiler has a two-year guarantee.",
    "We made a mistake and we are sorry.",
    "It was our fault, and we apologise.",
    "We cannot promise that this will never happen again.",
    "We will never ask for your PIN.",
    "Delivery is guaranteed by 1pm with our Special service.",
    "The contract between us ends on Friday 19 June.",
    "Your draft agreement is attached.",
    "Open C:\\Program Files\\Calder to find it.",
    "You live in Scunthorpe, near Cock Lane.",
    "Disabled customers can use the lift.",
    "You have not been charged, and you did nothing wrong.",
    "You chose the monthly plan on 3 May.",
    "You were told that the part would take a week, and it did not.",
    "Please check the date on your ticket [1].",
  ])("%s", async (sentence) => {
    expect(await saidOf(sentence)).toEqual([]);
  });
});

describe("something is said of", () => {
  it.each([
    ["You really should have read the terms.", "hostile-tone/blame"],
    ["You will regret this.", "hostile-tone/threat"],
    ["How convenient that you lost the receipt.", "hostile-tone/sarcasm"],
    ["Stop wasting our time.", "hostile-tone/abuse"],
    ["Our decision is final.", "hostile-tone/dismissal"],
    ["Request denied.", "hostile-tone/curtness"],
    ["This will never happen again.", "risky-commitment/promise"],
    ["We accept full liability for the loss.", "risky-commitment/liability"],
    ["You will definitely get your money back.", "risky-commitment/guarantee"],
    ["Do not send to customer.", "internal-content/note"],
    ["The file is on \\\\calder-fs01\\complaints\\48120.", "internal-content/location"],
    ["The job is on http://jobs.calder.internal/4.", "internal-content/location"],
    ["We will {++gladly++} do it.", "internal-content/revision"],
    ["It was a shitty day.", "profanity/strong"],
    ["It was a bloody long day.", "profanity/mild"],
    ["The chairman agrees.", "inclusive-language"],
    ["We value your custom.", "cliche"],
  ])("%s", async (sentence, expected) => {
    expect((await saidOf(sentence)).join()).toContain(`${expected}: `);
  });

  it("two light signs in one sentence, and not of one", async () => {
    expect(await saidOf("Once again, we will not follow such groundless advice.")).toEqual([
      expect.stringContaining("hostile-tone/signs"),
    ]);
    expect(await saidOf("Once again, your card is in the post.")).toEqual([]);
  });

  it("two light signs where the sentence makes no amends, and not where it does", async () => {
    expect(await saidOf("Nothing more was said, and it was obvious.")).toEqual([
      expect.stringContaining("hostile-tone/signs"),
    ]);
    expect(await saidOf("I am sorry that nothing more was said, when it was obvious.")).toEqual([]);
  });

  it("a remark in a hidden comment of Markdown, and not of a directive", async () => {
    expect(await saidOf("<!-- customer does not know -->", "letter.md")).toHaveLength(1);
    expect(await saidOf("<!-- corrcheck-disable-next jargon -- the customer is an engineer -->", "letter.md")).toEqual(
      [],
    );
  });
});

it("a mild oath is an info in a chat, a warning in a letter", async () => {
  const said = async (channel: "chat" | "letter") => {
    const content = "Hello Carol, the damn van broke down.\n";
    const { findings } = await lint({ path: "x.txt", content }, { rules: own, dictionaries, channel });
    return findings.filter(({ rule }) => rule === "profanity").map(({ severity }) => severity);
  };
  expect([await said("chat"), await said("letter")]).toEqual([["info"], ["warning"]]);
});

it("places are in order, apart and within the file, whatever the text", async () => {
  const bits = [
    "[check with legal]",
    "<!--",
    "-->",
    "\\\\a\\b\\",
    "DRAFT",
    "@Lucy ",
    "[",
    "]",
    "cust says",
    "\n",
    "\n> ",
    "x.internal/",
    "{++",
    "++}",
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...bits), { maxLength: 30 }), async (parts) => {
      const content = ["Dear all", ...parts].join(" ");
      const { findings } = await lint({ path: "x.md", content }, { rules: own, dictionaries });
      const notes = findings.filter(({ rule }) => rule === "internal-content");
      notes.forEach(({ start, end }, at) => {
        expect(start).toBeGreaterThanOrEqual(notes[at - 1]?.end ?? 0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(content.length);
      });
    }),
    { numRuns: 60 },
  );
});

it.each(["[", "\\\\a", "{++", "<!--", "x.", "DRAFT ", "/srv/", "D:\\a"])(
  "a line of 200,000 characters of %j is searched at once",
  async (bit) => {
    const started = performance.now();
    await lint({ path: "x.txt", content: bit.repeat(Math.ceil(200_000 / bit.length)) }, { rules: own, dictionaries });
    expect(performance.now() - started).toBeLessThan(5000);
  },
);

/** Sentences by somebody who had seen no rule and no list; `docs/accuracy.md` has the first score. */
const labelled = readFileSync(join(ROOT, "test/data/tone.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { readonly text: string; readonly hostile: boolean });

describe("the labelled set", () => {
  const isTold = async (text: string) => (await saidOf(text)).some((said) => said.startsWith("hostile-tone"));

  it("of firm but fair sentences has none told", async () => {
    const told: string[] = [];
    for (const { text, hostile } of labelled) if (!hostile && (await isTold(text))) told.push(text);
    expect(told).toEqual([]);
  });

  it("of hostile sentences has most told", async () => {
    const hostile = labelled.filter((row) => row.hostile);
    const told = await Promise.all(hostile.map(({ text }) => isTold(text)));
    expect(told.filter(Boolean).length / hostile.length).toBeGreaterThan(0.885);
  });
});
