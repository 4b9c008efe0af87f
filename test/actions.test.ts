import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { command } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "corrcheck-actions-"));
afterAll(() => rmSync(folder, { recursive: true }));
const actions = (...argv: string[]) => command(["actions", ...argv], folder);

writeFileSync(
  join(folder, "a.txt"),
  "Dear Mrs Patel\n\nThank you for your call. We will pay £40 to card 4929 4212 3460 0821 by 19 June 2026. Please send us the old bill.\n\nKind regards\n\nTom Hadley\n",
);

describe("corrcheck actions", () => {
  it("lists who does what by when, with values masked", async () => {
    expect(await actions("a.txt")).toEqual({
      status: 0,
      err: "",
      out: "a.txt\n  we            We will pay £40 to card 4929 •••• •••• 0821 – 19 June 2026\n                (2026-06-19)\n  the customer  Please send us the old bill\n",
    });
  });

  it("writes JSON and CSV for other programs", async () => {
    expect(JSON.parse((await actions("a.txt", "--format", "json")).out)[0]).toEqual({
      file: "a.txt",
      who: "we",
      what: "We will pay £40 to card 4929 •••• •••• 0821",
      when: "19 June 2026",
      due: "2026-06-19",
    });
    expect((await actions("a.txt", "--format", "csv")).out.split("\r\n")[2]).toBe(
      "a.txt,the customer,Please send us the old bill,,",
    );
  });

  /** What is done, by when and on which day, in a letter of Monday 1 June 2026. */
  const due = async (sentence: string, settings = "") => {
    const text = `${settings}1 June 2026\n\nDear Mrs Patel\n\nThank you. ${sentence}\n\nKind regards\n\nTom Hadley\n`;
    writeFileSync(join(folder, "b.txt"), text);
    const rows = JSON.parse((await actions("b.txt", "--format", "json")).out) as Record<string, string>[];
    return rows.map(({ what, when, due: day }) => [what, when, day]);
  };

  it.each([
    ["We will visit within 5 working days of 3 June 2026.", "5 working days of 3 June 2026", "2026-06-10"],
    ["We will visit within ten working days.", "ten working days", "2026-06-15"],
    ["We will visit in 3 to 5 working days.", "3 to 5 working days", "2026-06-08"],
    ["We will visit within 28 days of the date of this letter.", "28 days of the date of this letter", "2026-06-29"],
    ["We will visit in two weeks.", "two weeks", "2026-06-15"],
    ["We will visit within three months.", "three months", "2026-09-01"],
    ["We will visit on Friday.", "Friday", "2026-06-05"],
    ["We will visit by the end of Friday.", "Friday", "2026-06-05"],
    ["We will visit no later than 8 June 2026.", "8 June 2026", "2026-06-08"],
    ["We will visit in the next 10 days.", "10 days", "2026-06-11"],
    ["We will visit on Monday.", "Monday", undefined],
    ["We will visit every Friday.", "every Friday", undefined],
    ["We will visit tomorrow.", "tomorrow", "2026-06-02"],
    ["We will visit by the end of June.", "the end of June", "2026-06-30"],
    ["We will visit within 5 working days of receiving your form.", "5 working days of receiving your form", undefined],
    ["We will visit within 24 hours.", "24 hours", undefined],
    ["We will visit for three days.", "three days", undefined],
    ["We will visit between 1pm and 5pm.", "between 1pm and 5pm", undefined],
    ["We will visit at 5pm.", "5pm", undefined],
    ["We will visit within 5 working days of 3 June 2096.", "5 working days of 3 June 2096", undefined],
    ["We will visit within 90000 working days.", "90000 working days", undefined],
  ])("%s", async (sentence, when, day) => {
    expect(await due(sentence)).toEqual([["We will visit", when, day]]);
  });

  it("gives no day where the count begins with something that has none", async () => {
    for (const sentence of [
      "Once we have your form, we will visit within 5 working days.",
      "We will visit within 5 working days when the part is here.",
      "We will visit within 5 working days of receipt.",
    ]) {
      const [row] = await due(sentence);
      expect([row![1], row![2]]).toEqual([expect.stringMatching(/^5 working days/), undefined]);
    }
    const [row] = await due("If you disagree, please reply within 28 days of the date of this letter.");
    expect(row![2]).toBe("2026-06-29");
  });

  it("skips the bank holidays of the nation", async () => {
    const sentence = "We will visit within 3 working days of 31 July 2026.";
    expect((await due(sentence))[0]![2]).toBe("2026-08-05");
    const scotland = "---\norganisation: {nation: scotland}\n---\n";
    expect((await due(sentence, scotland))[0]![2]).toBe("2026-08-06");
  });

  it("gives each promise of a sentence its own day, and one day that belongs to both to both", async () => {
    expect(await due("We will refund you by 5 June and we will send the new card within 10 working days.")).toEqual([
      ["We will refund you", "5 June", "2026-06-05"],
      ["we will send the new card", "10 working days", "2026-06-15"],
    ]);
    expect(await due("Please sign the form by 5 June and return it within two weeks.")).toEqual([
      ["Please sign the form", "5 June", "2026-06-05"],
      ["return it", "two weeks", "2026-06-15"],
    ]);
    expect(await due("Please sign the form and return it by 5 June.")).toEqual([
      ["Please sign the form and return it", "5 June", "2026-06-05"],
    ]);
  });

  it("goes on past a file that is not there, with status 2", async () => {
    const { status, out, err } = await actions("nope.md", "a.txt");
    expect({ status, err, isListed: out.includes("We will pay") }).toEqual({
      status: 2,
      err: "nope.md: no such file\n",
      isListed: true,
    });
    expect(await actions("a.txt", "--format", "tabel")).toMatchObject({
      status: 2,
      err: expect.stringContaining("Did you mean “table”?"),
    });
  });
});
