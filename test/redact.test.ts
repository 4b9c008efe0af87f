import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { lint } from "../src/index.ts";
import { loadDictionaries } from "../src/node.ts";
import { REDACT_MODES } from "../src/redact.ts";
import { command } from "./command.ts";

const dictionaries = loadDictionaries();
const folder = mkdtempSync(join(tmpdir(), "corrcheck-redact-"));
afterAll(() => rmSync(folder, { recursive: true }));

const redact = (...argv: string[]) => command(["redact", ...argv], folder);

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const LETTER = `Dear Mrs Patel

The complaint was made by Mr Abel Finch, born 14 May 1970, from 07700 900345. Abel Finch rang.

| Paid | Card |
| --- | --- |
| £9.99 | 5555 5555 5555 4444 |

We used the card 4929 4212
3460 0821 as well.
`;

describe("corrcheck redact", () => {
  it("labels every value, wherever it stands again, and keeps lines and tables", async () => {
    const { out } = await redact(file("a.md", LETTER));
    expect(out).toBe(`Dear Mrs Patel

The complaint was made by Mr [name removed], born [date of birth removed], from [phone number removed]. [name removed] rang.

| Paid | Card |
| --- | --- |
| £9.99 | [card number removed] |

We used the card [card number removed]
 as well.
`);
  });

  it("masks all but the last four, or gives one value one name", async () => {
    expect((await redact(file("b.md", LETTER), "--as", "mask")).out).toContain("| £9.99 | •••• 4444 |");
    const { out } = await redact(file("c.md", LETTER), "--as", "pseudonym");
    expect(out).toContain("made by Mr [PERSON-1], born [DATE-OF-BIRTH-1], from [PHONE-1]. [PERSON-1] rang");
  });

  it("gives one person one name, with a title or a first name, and husband and wife two", async () => {
    const letter = `Dear Mrs Patel

Your neighbour Abel Finch complained. We called on Mr Finch in May. Your tenant Mr Bell and his wife Mrs Bell were out.
`;
    const { out } = await redact(file("h.md", letter), "--as", "pseudonym");
    expect(out).toContain("neighbour [PERSON-1] complained. We called on Mr [PERSON-1] in May.");
    expect(out).toContain("tenant [PERSON-2] and his wife [PERSON-3] were out.");
  });

  it("says on stderr, with status 1, what may be personal still; 0 where nothing is", async () => {
    expect(await redact(file("d.md", LETTER))).toMatchObject({
      status: 1,
      err: expect.stringContaining("d.md:1:6: a name\n"),
    });
    expect(await redact(file("e.md", "Your card 4929 4212 3460 0821 was refused.\n"))).toMatchObject({
      status: 0,
      err: "",
    });
  });

  mkdirSync(join(folder, "twin"));
  file("twin/f.md", LETTER);

  it("doubts whoever is greeted, by each of their names, and an address", async () => {
    const text = "Hi Daniel,\n\nDaniel Whitlock is booked. You live near Durham DH1 4QT.\n\nDear Miss van der Berg\n";
    const { status, err } = await redact(file("greeted.txt", text));
    expect(status).toBe(1);
    expect(err).toContain("greeted.txt:1:4: a name\ngreeted.txt:3:1: a name\n");
    expect(err).toContain("greeted.txt:3:49: an address\n");
    expect(err).toContain("greeted.txt:5:19: a name\n");
  });

  it("says why there is no copy of a file that is left out", async () => {
    file(".corrcheckignore", "left-out.txt\n");
    expect(await redact(file("left-out.txt", LETTER))).toMatchObject({
      status: 2,
      out: "",
      err: "left-out.txt: left out, .corrcheckignore names it\n",
    });
    rmSync(join(folder, ".corrcheckignore"));
  });

  it("writes copies and never touches the original", async () => {
    const name = file("f.md", LETTER);
    expect((await redact(name, "--output", "g.md")).status).toBe(1);
    expect(readFileSync(join(folder, name), "utf8")).toBe(LETTER);
    expect(readFileSync(join(folder, "g.md"), "utf8")).toContain("[card number removed]");
  });

  it.each([
    [["f.md", "--output", "f.md"], "a copy would overwrite f.md"],
    [["f.md", "a.md"], "name a folder for the copies"],
    [["f.md", "a.md", "--output", "f.md"], "is no folder"],
    [["f.md", "./f.md", "twin/f.md", "--output", "out/"], "two of the files have one name"],
    [["f.md", "--as", "masc"], "Did you mean “mask”?"],
    [["nope.md"], "nope.md: no such file"],
  ])("refuses %j", async (argv, message) => {
    const { status, out, err } = await redact(...argv);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(message);
  });

  it("finds the ways round an original: a link to it is the file itself", async () => {
    symlinkSync(join(folder, "f.md"), join(folder, "link.md"));
    expect(await redact("f.md", "--output", "link.md")).toMatchObject({ status: 2 });
    expect(readFileSync(join(folder, "f.md"), "utf8")).toBe(LETTER);
  });

  it("takes a value away in other groupings and cases, and in the comments and links of a page", async () => {
    const text =
      "The complaint was made by Mr Abel Finch. ABEL FINCH and Finch paid into your account 20212223 at your bank, or 2021 2223.\n";
    expect((await redact(file("j.txt", text))).out).toBe(
      "The complaint was made by Mr [name removed]. [name removed] and [name removed] paid into your account [bank account removed] at your bank, or [bank account removed].\n",
    );
    const page =
      "<p>Your card 4929&nbsp;4212&nbsp;3460&nbsp;0821.</p><!-- card 5555 5555 5555 4444 --><a href='https://example.com/?c=4929421234600821'>x</a>\n";
    expect((await redact(file("k.html", page))).out).not.toMatch(/4929|5555|0821/);
  });

  it("mends mail where the text stands as it is, and refuses where it is coded", async () => {
    const head =
      "From: a@example.com\r\nTo: b@example.com\r\nSubject: Your card\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n";
    const plain = `${head}\r\nDear Mrs Patel,\r\nYour card 4929 4212 3460 0821 was refused.\r\n`;
    expect((await redact(file("h.eml", plain))).out).toBe(
      plain.replace("4929 4212 3460 0821", "[card number removed]"),
    );
    const body = Buffer.from("Dear Mrs Patel,\r\nYour card 4929 4212 3460 0821 was refused.\r\n").toString("base64");
    const coded = await redact(file("i.eml", `${head}Content-Transfer-Encoding: base64\r\n\r\n${body}\r\n`));
    expect(coded).toMatchObject({ status: 2, out: "", err: expect.stringContaining("coded part of this file") });
  });

  it("twice is once, leaves nothing to find, and keeps lines and bars", () => {
    const value = fc.constantFrom(
      "card 4929 4212 3460 0821",
      "sort code 99-31-07 and account number 20212223 at your bank",
      "NI number PY 22 33 44 D",
      "NHS number 999 204 1234",
      "born on 14 May 1970",
      "the password is Kettle#4821x",
      "your neighbour Mr Abel Finch",
      "his number is 07700 900345",
      "your PIN is 7413",
      "from 192.0.2.77",
    );
    const word = fc.constantFrom(
      "We",
      "sent",
      "the form",
      "on 3 May.",
      "\n\n",
      "| ",
      "and",
      "It is",
      "for order 55120,",
      "(",
    );
    const text = fc.array(fc.oneof(value, word), { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(" "));
    return fc.assert(
      fc.asyncProperty(text, fc.constantFrom(...REDACT_MODES), async (body, mode) => {
        const original = `Dear Mrs Patel\n\nThank you. ${body}\n`;
        const once = await redact(file("p.txt", original), "--as", mode);
        expect((await redact(file("q.txt", once.out), "--as", mode)).out).toBe(once.out);
        const { personalData } = await lint({ path: "q.txt", content: once.out }, { rules: [], dictionaries });
        expect(personalData).toEqual([]);
        expect(once.out.split("\n").length).toBe(original.split("\n").length);
        expect(once.out.split("|").length).toBe(original.split("|").length);
      }),
      { numRuns: 60 },
    );
  });
});
