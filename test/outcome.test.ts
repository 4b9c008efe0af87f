import { describe, expect, it } from "vitest";
import { project } from "./project.ts";

const front = "---\nchannel: letter\noccasion: complaint\ndirection: reply\n---\n";
const letter = (body: string) =>
  `${front}Dear Mr Okafor\n\n${body}\n\nYours sincerely\n\nTom Hadley\nNorthmere Council\n`;
const whole = letter(
  "Thank you for telling us about the bin. I am sorry that it was missed.\n\nThe crew were late because the van broke down. They will empty it by Friday 12 June 2026.",
);

describe("complaint-steps", () => {
  const missing = async (text: string, model: string) => {
    const { file } = await project({
      "a.txt": text,
      "corrcheck.yml": `rules: {complaint-steps: {model: ${model}}}`,
    }).json(["a.txt"]);
    return file.findings.filter(({ rule }) => rule === "complaint-steps").map(({ kind }) => kind);
  };

  it.each(["LATER", "HEAT", "learn"])("of %s are all shown by a reply that has them", async (model) => {
    expect(await missing(whole, model)).toEqual([]);
  });

  it.each([
    ["LATER", ["apologise", "thank"]],
    ["HEAT", ["apologise"]],
  ])("of %s that are missing are told", async (model, expected) => {
    const text = letter(
      "You told us that the bin was missed. The van broke down. They will empty it by Friday 12 June 2026.",
    );
    expect(await missing(text, model)).toEqual(expected);
  });

  it("of a model that is not known are refused", async () => {
    const { run } = project({ "a.txt": whole, "corrcheck.yml": "rules: {complaint-steps: {model: LATTER}}" });
    expect(await run(["a.txt"])).toEqual({
      status: 2,
      out: expect.any(String),
      err: "a.txt: complaint-steps has no model “LATTER”: use LATER, HEAT, LEARN\n",
    });
  });

  it("stand in the record, with the words that show them and no personal value", async () => {
    const { run } = project({ "a.txt": whole.replace("the bin.", "card 4929 4212 3460 0821.") });
    const { complaintSteps } = JSON.parse((await run(["record", "a.txt"])).out) as { complaintSteps: unknown };
    expect(complaintSteps).toEqual([
      { step: "listen", state: "shown", words: "I am sorry that it was missed." },
      { step: "apologise", state: "shown", words: "I am sorry that" },
      { step: "thank", state: "shown", words: "Thank you for" },
      { step: "empathise", state: "unclear" },
      { step: "explain", state: "shown", words: "The crew were late because the van broke down." },
      { step: "resolve", state: "shown", words: "They will empty" },
      { step: "notify", state: "shown", words: expect.any(String) },
    ]);
    expect((await run(["record", "a.txt", "--format", "csv"])).out).not.toContain("4212");
    const told = JSON.parse((await run(["--format", "json", "a.txt"])).out) as { files: { complaintSteps: unknown }[] };
    expect(told.files[0]!.complaintSteps).toMatchObject({
      apologise: { state: "shown", evidence: { text: "I am sorry that", line: 8 } },
      empathise: { state: "unclear" },
    });
  });
});

describe("the criteria that an outcome shows", () => {
  const stateOf = async (id: string, text: string) => {
    const { file } = await project({ "a.txt": text }).json(["a.txt"]);
    return file.criteria.find((criterion) => criterion.id === id);
  };
  const plain = letter(
    "Thank you for your letter. The hall opens at nine. Please bring your card by Friday 12 June.",
  ).replace("occasion: complaint\n", "");

  it.each([
    ["3.4", "met", whole, undefined],
    ["3.4", "advice", letter("Thank you for your letter. I am sorry. We cannot refund the fee."), undefined],
    ["3.4", "not-assessed", plain, "nothing is refused here, and no complaint is answered"],
    ["3.5", "met", whole, undefined],
    ["3.5", "not-assessed", plain, "it is unclear whether the outcome is named"],
    ["4.7", "met", whole, undefined],
    [
      "4.7",
      "not-assessed",
      letter("I am sorry that your bin is delayed."),
      "it is unclear whether the delay has a reason and a new date",
    ],
    ["4.7", "not-assessed", plain, "nothing is late here"],
  ])("%s is %s", async (id, state, text, reason) => {
    expect(await stateOf(id, text)).toMatchObject({ state, ...(reason !== undefined && { reason }) });
  });
});
