import { describe, expect, it } from "vitest";
import { correspondenceOf, readDrawing, withMargin } from "./margin.ts";

/** A reply with what stands below it, each line with its part. */
const reply = (below: string) => `
      salutation   | Dear Mrs Patel
                   |
      body         | We are sorry that the crew missed your bin. They come back on Friday 12 June.
                   |
      valediction  | Kind regards
      signature    | Tom Hadley
                   |
${below}`;

describe("earlier messages are nobody's wording", () => {
  it.each([
    [
      "below an introduction over two lines",
      `
      quoted       | On Mon, 8 Jun 2026 at 21:14, Anjali Patel
      quoted       | <anjali.patel@example.com> wrote:
      quoted       | > My bin was missed. Please utilise your lorry.
      `,
    ],
    [
      "as an iPhone writes them",
      `
      footer       | Sent from my iPhone
                   |
      quoted       | On 8 Jun 2026, at 21:14, Anjali Patel <anjali.patel@example.com> wrote:
                   |
      quoted       | My bin was missed.
      quoted       | Anjali
      `,
    ],
    [
      "as Outlook writes them, below a rule",
      `
      quoted       | ________________________________
      quoted       | From: Anjali Patel <anjali.patel@example.com>
      quoted       | Sent: 08 June 2026 21:14
      quoted       | To: Bins <bins@example.com>
      quoted       | Subject: My bin
                   |
      quoted       | My bin was missed.
                   |
      quoted       | Kind regards
      quoted       | Anjali Patel
      `,
    ],
    [
      "with bold headers, as plain text shows them",
      `
      quoted       | *From:* Anjali Patel
      quoted       | *Date:* Monday, 8 June 2026 at 21:14
      quoted       | *To:* Bins
      quoted       | *Subject:* My bin
      quoted       | My bin was missed.
      `,
    ],
    [
      "as Gmail forwards them",
      `
      quoted       | ---------- Forwarded message ---------
      quoted       | From: Anjali Patel <anjali.patel@example.com>
      quoted       | Date: Mon, 8 Jun 2026 at 21:14
      quoted       | Subject: My bin
      quoted       | To: Bins <bins@example.com>
                   |
      quoted       | My bin was missed.
      `,
    ],
    [
      "as Apple Mail forwards them",
      `
      quoted       | Begin forwarded message:
                   |
      quoted       | From: Anjali Patel
      quoted       | Subject: My bin
                   |
      quoted       | My bin was missed.
      `,
    ],
    [
      "two deep",
      `
      quoted       | On Mon, 8 Jun 2026 at 21:14, Anjali Patel wrote:
      quoted       | > Thank you.
      quoted       | > On Sun, 7 Jun 2026 at 10:00, Tom Hadley wrote:
      quoted       | >> We have had your report.
      `,
    ],
    [
      "with a name and an address alone",
      `
      quoted       | Anjali Patel <anjali.patel@example.com> wrote:
      quoted       | > My bin was missed.
      `,
    ],
  ])("%s", async (_, drawn) => {
    const { source, margin } = readDrawing(reply(drawn.replace(/^\n/, "")));
    const correspondence = await correspondenceOf(source);
    expect(withMargin(correspondence)).toBe(margin);
    expect(correspondence.direction).toBe("reply");
    expect(correspondence.sentences.map(({ text }) => text).join(" ")).not.toContain("missed.");
  });

  it("with the answers between them", async () => {
    const { source, margin } = readDrawing(`
      quoted       | On Mon, 8 Jun 2026 at 21:14, Anjali Patel wrote:
      quoted       | > When do you empty my bin?
                   |
      body         | We come on Friday 12 June.
                   |
      quoted       | > And what does it cost?
                   |
      body         | Nothing at all.
                   |
      valediction  | Kind regards
      signature    | Tom Hadley
    `);
    expect(withMargin(await correspondenceOf(source))).toBe(margin);
  });

  it("keeps their words for those who look for personal data", async () => {
    const { parts } = await correspondenceOf(
      "Dear Sam\n\nWe have paid you.\n\n-----Original Message-----\nMy card is 5555\n",
    );
    expect(parts.find(({ name }) => name === "quoted")?.text).toContain("My card is 5555");
  });

  it.each([
    "On reflection, the engineer who came on 3 June wrote: the meter is sound.",
    "From: Monday 8 June the office opens at 9am.",
    "From 1 July 2026 to 30 June 2027 your rent is £412.",
  ])("is no earlier message: %s", async (line) => {
    const { parts } = await correspondenceOf(
      `Dear Sam\n\nThank you for your call.\n\n${line}\n\nKind regards\nTom Hadley\n`,
    );
    expect(parts.map(({ name }) => name)).not.toContain("quoted");
  });
});

describe("what stands below the name", () => {
  it.each([
    [
      "a signature below two dashes, with no closing phrase",
      `
      salutation   | Dear Mrs Patel
                   |
      body         | The crew comes back on Friday 12 June.
                   |
      signature    | --
      signature    | Tom Hadley
      signature    | Customer Services, Northmere Borough Council
      footer       | Please consider the environment before printing this email.
      `,
    ],
    [
      "a disclaimer, with no closing phrase",
      `
      salutation   | Dear Mrs Patel
                   |
      body         | The crew comes back on Friday 12 June.
                   |
      footer       | This email and any attachments are confidential and intended only for the person named above. If you
      footer       | have received it in error, please notify the sender.
                   |
      footer       | Fenwick Mutual Ltd. Registered in England and Wales no. 01234567.
      footer       | Registered office: 1 Mill Lane, Northmere NM1 1AA
      `,
    ],
    [
      "word of how to be left alone",
      `
      salutation   | Hello Ling,
                   |
      body         | Your order left us this morning.
                   |
      valediction  | Thanks,
      signature    | Lucy
                   |
      footer       | You are receiving this email because you bought something at Pennywick.
                   |
      footer       | Unsubscribe | Update your preferences
                   |
      footer       | 2 Mill Lane, Northmere NM1 1AA
      `,
    ],
    [
      "a banner above the message",
      `
      letterhead   | CAUTION: This email came from outside the organisation. Do not open links.
                   |
      salutation   | Dear Tom
                   |
      body         | Your order left us this morning.
                   |
      valediction  | Thanks,
      signature    | Lucy
      `,
    ],
  ])("%s", async (_, drawn) => {
    const { source, margin } = readDrawing(drawn);
    expect(withMargin(await correspondenceOf(source))).toBe(margin);
  });

  it.each([
    "Please do not reply to this email: call us on 01632 960118 so that we can talk it through.",
    "If you want to unsubscribe from the paper bill, tell us by Friday 12 June.",
    "What you told us is confidential, and your message may be read only by the two of us.",
  ])("is prose in the middle of a letter: %s", async (line) => {
    const { parts } = await correspondenceOf(
      `Dear Sam\n\nThank you for your call.\n\n${line}\n\nKind regards\nTom Hadley\n`,
    );
    expect(parts.map(({ name }) => name)).toEqual(["salutation", "body", "valediction", "signature"]);
  });
});
