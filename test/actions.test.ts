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

  it("gives no due date where a length of time is counted from a day", async () => {
    const text =
      "Dear Mrs Patel\n\nThank you. We will visit within 5 working days of 3 June 2026.\n\nKind regards\n\nTom Hadley\n";
    writeFileSync(join(folder, "b.txt"), text);
    expect(JSON.parse((await actions("b.txt", "--format", "json")).out)[0]).not.toHaveProperty("due");
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
