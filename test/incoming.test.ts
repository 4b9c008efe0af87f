import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineRule, lint, type Answer, type Settings } from "../src/index.ts";
import { loadDictionaries } from "../src/node.ts";
import { rules } from "../rules/index.ts";
import { project } from "./project.ts";

const dictionaries = loadDictionaries();

async function answersTo(
  reply: string,
  incoming?: string,
  settings: Partial<Settings> = {},
): Promise<readonly Answer[]> {
  let answers: readonly Answer[] = [];
  const probe = defineRule({
    id: "probe",
    title: "Look.",
    why: "To see.",
    criteria: ["3.1"],
    severity: "info",
    check: ({ facts }) => void (answers = facts.answers),
  });
  const given = incoming === undefined ? {} : { incoming: { path: "incoming.txt", content: incoming } };
  await lint({ path: "reply.txt", content: reply }, { rules: [probe], dictionaries, ...given, ...settings });
  return answers;
}

const asked = async (incoming: string) =>
  (await answersTo("Hello Sam\n\nThank you for your email.\n\nKind regards\nJo\n", incoming)).map(
    ({ asked: { kind, text } }) => `${kind}: ${text}`,
  );

describe("what the customer asks", () => {
  it.each([
    ["Hello\n\nWhen will the lamp come?\n\nSam\n", ["when: When will the lamp come?"]],
    ["Hello\n\nI ordered a lamp in May and nothing came, so when will it be here?\n", ["when: when will it be here?"]],
    [
      "Hello\n\nI'd like to know whether my policy covers a bike.\n",
      ["yes or no: I'd like to know whether my policy covers a bike."],
    ],
    [
      "Hello\n\nPlease can you tell me how much the new tariff costs.\n",
      ["how much: Please can you tell me how much the new tariff costs."],
    ],
    ["Hello\n\nPlease cancel my gym membership.\n", ["outcome: Please cancel my gym membership."]],
    ["Hello\n\nThe lamp came today. It is lovely. Thank you.\n", []],
    ["Hello\n\nReally?\n", []],
  ])("in %j", async (incoming, questions) => {
    expect(await asked(incoming)).toEqual(questions);
  });
});

describe("an answer", () => {
  const QUESTION = "Hello\n\nWhen will you mend the boiler in my kitchen?\n\nSam\n";
  const replying = (body: string) => `Hello Sam\n\nThank you for writing to us.\n\n${body}\n\nKind regards\nJo\n`;
  it.each([
    ["A plumber will repair the boiler on Friday 8 May.", "answered"],
    ["We will mend the boiler shortly.", "vague"],
    ["Our office is open on most days of the year.", "unanswered"],
    ["I will write to you with an answer by 8 May.", undefined],
  ])("%s", async (body, state) => {
    expect((await answersTo(replying(body), QUESTION)).map((answer) => answer.state)).toEqual([state]);
  });

  it("is looked for in a reply to the message quoted below it", async () => {
    const quoted = `${replying("We close at noon on Sunday.")}\nOn 4 May 2026, Sam Oakley wrote:\n> Is the gift wrapping included in the price?\n`;
    expect((await answersTo(quoted)).map(({ state, asked: { text } }) => [state, text])).toEqual([
      ["unanswered", "Is the gift wrapping included in the price?"],
    ]);
  });

  it("to a question that repeats the reply is always there", async () => {
    const words = fc.array(fc.constantFrom("boiler", "kitchen", "refund", "parcel", "meter", "permit", "tariff"), {
      minLength: 2,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(words, async (nouns) => {
        const about = `the ${nouns.join(" and the ")}`;
        const answers = await answersTo(
          replying(`Yes, we have checked ${about}.`),
          `Hello\n\nHave you checked ${about}?\n`,
        );
        expect(answers.map(({ state }) => state)).toEqual(["answered"]);
      }),
      { numRuns: 25 },
    );
  });
});

describe("the criteria of the customer's message", () => {
  const criteria = async (reply: string, incoming?: string) => {
    const given = incoming === undefined ? {} : { incoming: { path: "incoming.txt", content: incoming } };
    const { criteria: all } = await lint({ path: "r.txt", content: reply }, { rules, dictionaries, ...given });
    return Object.fromEntries(all.map(({ id, state, reason }) => [id, reason ?? state]));
  };
  const REPLY = "Hello Sam\n\nThank you for your email. The lamp comes on Friday 8 May.\n\nKind regards\nJo\n";

  it("are not assessed without it", async () => {
    const missing = "give the customer's message with --incoming";
    expect(await criteria(REPLY)).toMatchObject({ "2.1": missing, "3.1": missing, "3.2": missing });
  });

  it("are met by a reply that names it and answers", async () => {
    expect(await criteria(REPLY, "Hello\n\nWhen will my lamp come?\n")).toMatchObject({
      "2.1": "met",
      "3.1": "met",
      "3.2": "met",
    });
  });

  it("make its words familiar", async () => {
    const jargon = rules.filter(({ id }) => id === "jargon");
    const reply = "Hello Sam\n\nWe will raise a work order for your gate.\n\nKind regards\nJo\n";
    const findings = async (settings: Partial<Settings>) =>
      (await lint({ path: "r.txt", content: reply }, { rules: jargon, dictionaries, ...settings })).findings.length;
    expect(await findings({})).toBe(1);
    expect(await findings({ incoming: { path: "i.txt", content: "When will you raise a work order?\n" } })).toBe(0);
  });
});

describe("--incoming", () => {
  const reply = "Hello Sam\n\nThank you for your email. We close at noon.\n\nKind regards\nJo\n";
  const files = {
    "question.txt": "Hello\n\nIs the gift wrapping included in the price?\n",
    "empty.txt": " \n",
    "sent/told.txt": `---\nincoming: ../question.txt\n---\n${reply}`,
    "reply.txt": reply,
    "second.txt": reply,
  };
  const only = ["--only", "answers-customer"];

  it("holds the reply against the message", async () => {
    const { out } = await project(files).run([...only, "--incoming", "question.txt", "reply.txt"]);
    expect(out).toContain("Is the gift wrapping included");
  });

  it("may stand in the front matter, as a path from the reply", async () => {
    const { out } = await project(files).run([...only, "sent/told.txt"]);
    expect(out).toContain("Is the gift wrapping included");
  });

  it.each([
    [["question.txt", "reply.txt", "second.txt"], "--incoming goes with one reply, and 2 are named"],
    [["nope.txt", "reply.txt"], "the customer's message nope.txt: no such file"],
    [["empty.txt", "reply.txt"], "the customer's message empty.txt: this file is empty"],
    [["-", "-"], "cannot both come from standard input"],
  ])("is refused with one line: %j", async (argv, message) => {
    const { status, err } = await project(files).run(["--incoming", ...argv]);
    expect(status).toBe(2);
    expect(err.trim().split("\n")).toEqual([expect.stringContaining(message)]);
  });
});

describe("corrcheck record", () => {
  const files = {
    "question.txt":
      "From: Ling Chen\nDate: 4 May 2026\n\nHello\n\nIs the gift | wrapping included in the price? I pay with 4929 4212 3460 0821. Please refund my card 4929 4212 3460 0821.\n",
    "reply.txt":
      "Subject: Your lamp\nDate: 6 May 2026\n\nHello Ling\n\nThank you for your email. Yes, the wrapping is in the price. We will refund card 4929 4212 3460 0821 by Friday 8 May. Please send the lamp back by 20 May.\n\nKind regards\nJo\n",
  };
  const record = (...argv: string[]) =>
    project(files).run(["record", "reply.txt", "--incoming", "question.txt", ...argv]);

  it("gives what was asked and done, with days, and masks what is personal", async () => {
    const { status, out } = await record();
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      file: "reply.txt",
      channel: "email",
      direction: "reply",
      subject: "Your lamp",
      asked: [{ question: "Is the gift | wrapping included in the price?", answer: "answered" }],
      outcomeWanted: [expect.stringContaining("refund my card 4929 •••• •••• 0821")],
      actions: [
        { who: "organisation", when: "Friday 8 May", due: "2026-05-08" },
        { who: "customer", due: "2026-05-20" },
      ],
      received: "2026-05-04",
      answered: "2026-05-06",
      workingDays: 2,
    });
    expect(out).not.toContain("3460");
  });

  it("as CSV is a heading and one line", async () => {
    const { out } = await record("--format", "csv");
    expect(out.split("\r\n")).toHaveLength(3);
    expect(out).toContain("2026-05-04,2026-05-06,2,");
    expect(out).not.toContain("3460");
  });

  it("as Markdown is a table whose cells stay their own", async () => {
    const { out } = await record("--format", "markdown");
    expect(out).toContain("| asked | Is the gift \\| wrapping included in the price? (answered) |");
    expect(out).not.toContain("3460");
  });

  it.each([
    [["--format", "xml"], "record --format: there is no “xml”"],
    [["--incoming", "nope.txt"], "the customer's message nope.txt: no such file"],
  ])("is refused with one line: %j", async (argv, message) => {
    const { status, err } = await record(...argv);
    expect(status).toBe(2);
    expect(err.trim().split("\n")).toEqual([expect.stringContaining(message)]);
  });
});
