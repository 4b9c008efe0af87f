import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correspondenceOf, linesOf, readDrawing, withMargin } from "./margin.ts";

describe("the parts of a message", () => {
  it.each([
    [
      "a whole letter",
      `
      letterhead   | Northmere Borough Council
      letterhead   | Town Hall, Market Street, Northmere NM1 2AB
                   |
      address      | Mrs Anjali Patel
      address      | 14 Alder Close
      address      | Northmere NM4 7QX
                   |
      date         | 9 June 2026
                   |
      reference    | Our ref: WS-20418
                   |
      salutation   | Dear Mrs Patel
                   |
      subject-line | Your missed recycling bin
                   |
      body         | Thank you for your letter of 8 June.
                   |
      body         | We will empty your bin on Thursday.
                   |
      valediction  | Yours sincerely
                   |
      signature    | Tom Hadley
      signature    | Customer Adviser
                   |
      enclosures   | Enc: calendar of collections
      `,
    ],
    [
      "a subject between the address and the greeting, and how the letter travels, which is none",
      `
      letterhead   | Northmere Borough Council
                   |
      address      | Mrs Anjali Patel
      address      | Northmere NM4 7QX
                   |
      letterhead   | By first class post
                   |
      subject-line | Your report of damp in the back bedroom
                   |
      salutation   | Dear Mrs Patel
                   |
      body         | Our surveyor will call on Thursday.
                   |
      valediction  | Yours sincerely
      signature    | Tom Hadley
      `,
    ],
    [
      "a mark of delivery right above the greeting",
      `
      date         | 9 June 2026
                   |
      letterhead   | Private and confidential
                   |
      salutation   | Dear Mrs Patel
                   |
      body         | Our surveyor will call on Thursday.
                   |
      valediction  | Yours sincerely
      signature    | Tom Hadley
      `,
    ],
    [
      "an email with header lines",
      `
      headers      | To: Mr Daniel Okafor
      headers      | Subject: Your meter reading
                   |
      salutation   | Hello Mr Okafor,
                   |
      body         | Thank you for your reading. We have changed your bill.
                   |
      valediction  | Kind regards,
      signature    | Priya Nair
      signature    | Brightwell Energy | 01632 960118
      `,
    ],
    [
      "a salutation and the first sentence in one block",
      `
      salutation   | Hi Rhian,
      body         | Your order left us this morning.
                   |
      valediction  | Thanks,
      signature    | Lucy
      `,
    ],
    [
      "a closing phrase with the name on its line",
      `
      salutation   | Good morning Ms Denby
                   |
      body         | We have put your refund through today.
                   |
      valediction  | Best wishes, Jaz
      `,
    ],
    [
      "a subject line that begins with Re",
      `
      salutation   | Dear Sir or Madam
                   |
      subject-line | Re: claim 1180 for the broken window
                   |
      body         | I am writing about your claim.
                   |
      valediction  | Yours faithfully
                   |
      signature    | Imran Sheikh
      `,
    ],
    [
      "text wrapped by hand, with a thank-you inside a paragraph",
      `
      salutation   | Dear Miss Chen
                   |
      body         | Thank you for sending us the form about your place on the evening
      body         | course. We have kept the place for you until Friday 19 June, and
      body         | thanks to your early reply you pay the lower fee.
                   |
      valediction  | Yours sincerely
                   |
      signature    | Carys Bevan
      `,
    ],
    [
      "an earlier message below the reply",
      `
      salutation   | Dear Mr Whitlock
                   |
      body         | We have mended the leak in the road outside your house.
                   |
      valediction  | Kind regards
      signature    | Helen Frost
                   |
      quoted       | On Tue, 9 Jun 2026 at 10:14, George Whitlock wrote:
      quoted       | > Dear Sirs
      quoted       | > There is water all over the road.
      quoted       | >
      quoted       | > George Whitlock
      `,
    ],
    [
      "answers between quoted lines",
      `
      salutation   | Dear Ms Pugh
                   |
      quoted       | > When will my boiler be mended?
                   |
      body         | Our engineer comes on Friday 12 June.
                   |
      quoted       | > And who pays for the heater?
                   |
      body         | We do. Please send us the receipt.
                   |
      valediction  | Kind regards
      signature    | Bridget Quayle
      `,
    ],
    [
      "the header of an earlier message as Outlook writes it",
      `
      salutation   | Dear Mrs Galbraith
                   |
      body         | Your renewal is ready.
                   |
      body         | It costs £212 for the year.
                   |
      valediction  | Kind regards
      signature    | Bridget Doyle
                   |
      quoted       | From: Moira Galbraith
      quoted       | Sent: 8 June 2026 14:02
      quoted       | To: Fenwick Mutual
      quoted       | Subject: my renewal
                   |
      quoted       | Where is it?
      `,
    ],
    [
      "an original message below a rule",
      `
      salutation   | Dear Mr Rahman
                   |
      body         | Your train was late and we owe you £14.
                   |
      valediction  | Regards
      signature    | Owen Tranter
                   |
      quoted       | -----Original Message-----
      quoted       | From: Yusuf Rahman
      quoted       | Where is my refund?
      `,
    ],
    [
      "a signature below two dashes",
      `
      salutation   | Hello Carol,
                   |
      body         | We have sent you a new card today.
                   |
      valediction  | Kind regards
                   |
      signature    | --
      signature    | Ruth Ashdown
      signature    | Calder Bank
      `,
    ],
    [
      "a postscript",
      `
      salutation   | Dear Mr Dunmore
                   |
      body         | Your tickets are in this envelope.
                   |
      valediction  | Yours sincerely
      signature    | Owen Tranter
                   |
      postscript   | P.S. The 9.14 now stops at Tarnside as well.
      `,
    ],
    [
      "a copy and small print below the name",
      `
      salutation   | Dear Ms Denby
                   |
      body         | Your claim is settled.
                   |
      valediction  | Yours sincerely
      signature    | Imran Sheikh
                   |
      enclosures   | cc: Larkfield Homes
                   |
      footer       | Fenwick Mutual is authorised and regulated by the authority for firms of this kind.
      `,
    ],
    [
      "no salutation",
      `
      body         | Your parking permit ends on 30 June. Please renew it by 23 June.
                   |
      valediction  | Kind regards
      signature    | Tom Hadley
      `,
    ],
    [
      "no closing phrase but a name",
      `
      salutation   | Dear Mrs Patel
                   |
      body         | Please send us the form by Friday 19 June.
                   |
      signature    | Tom Hadley
      signature    | Customer Adviser
      `,
    ],
    [
      "no closing at all",
      `
      salutation   | Dear Mrs Patel
                   |
      body         | Please send us the form by Friday 19 June.
      `,
    ],
    [
      "a list with an introduction",
      `
      salutation   | Dear Mr Okafor
                   |
      body         | Please bring:
      body         | - your passport
      body         | - a bill with your address
      body         | - the form
                   |
      valediction  | Yours sincerely
      signature    | Ruth Ashdown
      `,
    ],
    [
      "a greeting to nobody in particular",
      `
      salutation   | To whom it may concern
                   |
      body         | Mr Dunmore has rented a flat from us since 2019.
                   |
      valediction  | Yours faithfully
      signature    | Helen Marsh
      `,
    ],
    [
      "a template with fields for the name and the address",
      `
      address      | ((name))
      address      | ((address line 1))
                   |
      date         | 9 June 2026
                   |
      salutation   | Dear ((name))
                   |
      body         | Your appointment is on ((date)).
                   |
      valediction  | Yours sincerely
      signature    | ((officer))
      `,
    ],
    [
      "lines that start like headers in the middle of the body",
      `
      salutation   | Dear Ms Pugh,
                   |
      body         | To: book a visit, call us by noon.
                   |
      body         | Many thanks for your patience.
                   |
      valediction  | Thank you,
                   |
      signature    | Lucy
      signature    | On behalf of Pennywick
      `,
    ],
    [
      "references and a date above the address, a stamp of confidence below the name",
      `
      reference    | Our ref: 123/AB
      reference    | Your ref: LP/7
      date         | Date: 12 May 2026
                   |
      address      | Mr D Okafor
      address      | Flat 2
      address      | Northmere
                   |
      salutation   | Dear Mr Okafor
                   |
      subject-line | BALANCE OF YOUR ACCOUNT
                   |
      body         | Your balance is £20.
                   |
      valediction  | Yours sincerely
                   |
                   |
      signature    | Helen Frost
      signature    | Head of Billing
      signature    | for and on behalf of Tarnside Water
                   |
      enclosures   | Encs (2)
                   |
      footer       | This letter is confidential. If it has reached you in error, please tell us and destroy it.
      `,
    ],
    [
      "a customer quoted above the reply",
      `
      quoted       | > Dear council
      quoted       | > My bin was missed.
                   |
      salutation   | Dear Mrs Patel
                   |
      body         | We are sorry. The crew comes back on Friday.
                   |
      valediction  | Kind regards
      signature    | Tom Hadley
      `,
    ],
    [
      "a chat, with a reply over two lines",
      `
      letterhead   | Chat of 12 May 2026
                   |
      turn         | Agent: Hello, you are through to Sam. How can I help?
      customer     | Customer: my heating is off
      turn         | Agent: I am sorry. Is the light on the boiler red?
      customer     | Customer: yes
      customer     | it started yesterday
      turn         | Agent: Thank you. An engineer will come today.
      `,
    ],
    [
      "a chat in which only the words tell who is the agent",
      `
      customer     | [10:01] Anjali: hi, where is my order?
      turn         | [10:02] Sam: Hello Anjali, thank you for contacting Pennywick. Let me look at your account.
      customer     | [10:03] Anjali: ok
      turn         | [10:05] Sam: Your order left us today.
      `,
    ],
    [
      "a text message",
      `
      body         | Tarnside Water: your water is back on. Let the tap run for five minutes.
      `,
    ],
  ])("%s", async (_, drawn) => {
    const { source, margin } = readDrawing(drawn);
    expect(withMargin(await correspondenceOf(source))).toBe(margin);
  });
});

describe("a salutation", () => {
  const partOfFirstLine = async (line: string) =>
    (await correspondenceOf(`${line}\n\nYour new card comes on Friday.\n\nKind regards\nRuth Ashdown\n`)).parts[0]!
      .name;

  it.each([
    "Dear Mrs Patel",
    "Dear Mr and Mrs Okafor-Hughes,",
    "Dear Dr. O’Neill,",
    "Dear Ling:",
    "Dear customer",
    "Dear Sirs,",
    "DEAR MS PUGH",
    "Hello!",
    "Hi there Yusuf -",
    "Good afternoon Miss Chen,",
    "Morning Carol,",
    "Dear {{first_name}},",
    "Dear [Title] [Surname]",
    "Annwyl Ms Pugh,",
  ])("is: %s", async (line) => {
    expect(await partOfFirstLine(line)).toBe("salutation");
  });

  it.each([
    "Hello, we have sent you a new card.",
    "Hi Sam, thank you for your message.",
    "Dearer bread means that prices in our café go up.",
    "High winds have closed the bridge.",
    "Good evening classes fill up fast. Book yours.",
    "Morning! Your parcel is on its way.",
  ])("is not: %s", async (line) => {
    expect(await partOfFirstLine(line)).not.toBe("salutation");
  });
});

describe("what kind of message it is, and how we know", () => {
  const reply = "Dear Mrs Patel\n\nThank you for your letter. We have paid your refund.\n\n";
  it.each([
    ["Subject: Your bill\n\nDear Sam\n\nYour bill is ready.\n", "email", "header lines"],
    [`9 June 2026\n\n${reply}`, "letter", "an address, date or reference above the salutation"],
    [`Larkfield Homes\n\n${reply}`, "letter", "a letterhead"],
    [`${reply}Yours sincerely\nTom Hadley\n`, "letter", "the closing phrase"],
    [`${reply}Kind regards\nTom Hadley\n`, "letter", "a greeting, and no subject"],
    [
      "Thank you for your letter. We have paid it.\n\nIt will come by Friday.\n\nTom Hadley\n",
      "email",
      "nothing else was seen",
    ],
    ["Agent: Hello\nSam: my bill is wrong\nAgent: How can I help?\nSam: send it again\n", "chat", "turns of a chat"],
    [`${reply}I will stay on this chat while you try.\n\nTom\n`, "chat", "it calls itself a chat"],
    ["@sam_o Sorry that we missed you. Please send us a message.\n", "social", "a handle at its beginning"],
    ["> @sam_o is anyone there?\n\nHello Sam, we are here.\n", "social", "a handle at its beginning"],
    ["Sorry about the wait, Sam. The lift is mended. ^Jo\n", "social", "a handle, a hashtag or initials"],
    ["Your parcel comes today between 2pm and 4pm.\n", "sms", "a few short lines"],
  ])("channel of %j: %s", async (source, channel, reason) => {
    const { channel: seen, inferred } = await correspondenceOf(source);
    expect([seen, inferred.channel]).toEqual([channel, reason]);
  });

  it.each([
    ["Subject: Re: my bin\n\nDear Sam\n\nThe crew comes on Friday.\n", "reply", "the subject begins with Re:"],
    ["Dear Sam\n\nThe crew comes on Friday.\n\n> my bin\n", "reply", "an earlier message is quoted"],
    ["@sam_o The crew comes on Friday.\n", "reply", "it is addressed to a handle"],
    ["Agent: Hello\nSam: my bill\nAgent: Which one?\nSam: May\n", "reply", "a chat is begun by the customer"],
    ["Dear Sam\n\nThank you for your letter of 4 May.\n", "reply", "“Thank you for your”"],
    ["Dear Sam\n\nYou asked how to pay.\n", "reply", "“You asked”"],
    ["Dear Sam\n\nYour water will be off on Friday.\n", "initiated", "nothing of an earlier message was seen"],
    [
      "Dear Sam\n\nThank you for waiting while we mend the main.\n",
      "initiated",
      "nothing of an earlier message was seen",
    ],
  ])("direction of %j: %s", async (source, direction, reason) => {
    const { direction: seen, inferred } = await correspondenceOf(`${source}\nKind regards\nTom Hadley\n`);
    expect([seen, inferred.direction]).toEqual([direction, reason]);
  });

  it.each([
    ["Dear Sam\n\nThank you for your letter. I am sorry that we let you down.\n", "complaint"],
    ["Dear Sam\n\nYou asked how to pay your bill. There are three ways.\n", "information"],
    ["Dear Sam\n\nWe are writing to tell you that our prices are going up.\n", "notification"],
    ["Dear Sam\n\nYour check-up is booked for Thursday 12 March.\n", "routine"],
    ["Dear Sam\n\nYour new card is in this envelope.\n", "notification"],
    ["Dear Sam\n\nThank you for your email. The noise is hardly our fault.\n", "complaint"],
  ])("occasion of %j: %s", async (source, occasion) => {
    expect((await correspondenceOf(`${source}\nKind regards\nTom Hadley\n`)).occasion).toBe(occasion);
  });

  const FRONT_MATTER =
    "---\nchannel: letter\ndirection: reply\noccasion: complaint\nmode: template\naudience: easy\n---\n";

  it("is told by the front matter before the text", async () => {
    const told = await correspondenceOf(`${FRONT_MATTER}Subject: Your bin\n\nHello Sam\n\nYour bin is new.\n`);
    const why = "the front matter";
    expect(told).toMatchObject({ channel: "letter", direction: "reply", occasion: "complaint", mode: "template" });
    expect(told.audience).toBe("easy");
    expect(told.inferred).toEqual({ channel: why, direction: why, occasion: why, mode: why, audience: why });
  });

  it("is told by the command line before the front matter", async () => {
    const told = await correspondenceOf(`${FRONT_MATTER}Hello Sam\n\nYour bin is new.\n`, "letter.md", {
      channel: "sms",
    });
    expect([told.channel, told.inferred.channel]).toEqual(["sms", "the command line"]);
    expect([told.direction, told.inferred.direction]).toEqual(["reply", "the front matter"]);
  });

  it("says which value of the front matter it does not know, and what is allowed", async () => {
    await expect(correspondenceOf("---\nchannel: fax\n---\nHello Sam\n")).rejects.toThrow(
      /channel: fax.*write one of email, letter, chat, social, sms/,
    );
  });
});

describe("the envelope", () => {
  it("comes from header lines, each with its place", async () => {
    const source =
      "From: Tom Hadley\nTo: Mrs Patel\nCc: Helen Frost\nSent: 9 June 2026\nSubject: Your bin\n\nDear Mrs Patel\n\nIt is new.\n";
    const { envelope } = await correspondenceOf(source);
    const { subject, from, to, cc, date } = envelope;
    expect([subject, from, to, cc, date].map((field) => field?.text)).toEqual([
      "Your bin",
      "Tom Hadley",
      "Mrs Patel",
      "Helen Frost",
      "9 June 2026",
    ]);
    for (const field of [subject, from, to, cc, date])
      expect(source.slice(field!.start, field!.end).trim()).toBe(field!.text);
  });

  it("comes from the front matter before header lines", async () => {
    const { envelope } = await correspondenceOf(
      "---\nsubject: Your bin\n---\nSubject: Old\n\nDear Sam\n\nIt is new.\n",
    );
    expect(envelope.subject?.text).toBe("Your bin");
  });
});

describe("actions", () => {
  const SOURCE = `Date: 28 December 2026
Subject: Your claim

Dear Mr Okafor

Thank you for your claim of 20 December.

We will pay you £40 by Friday 8 January. Please send us the receipt by 30/06/2027. I will call you within two working days.

Kind regards
Imran Sheikh
`;
  it("say who does what by when, with the day that it comes to", async () => {
    const { actions } = await correspondenceOf(SOURCE);
    expect(actions.map(({ who, when, due }) => [who, when, due])).toEqual([
      ["organisation", "Friday 8 January", "2027-01-08"],
      ["customer", "30/06/2027", "2027-06-30"],
      ["organisation", "two working days", "2026-12-30"],
    ]);
    expect(actions.map(({ start, end }) => SOURCE.slice(start, end))).toEqual([
      "We will pay you £40 by Friday 8 January.",
      "Please send us the receipt by 30/06/2027.",
      "I will call you within two working days.",
    ]);
    expect(actions[0]!.what).toBe("We will pay you £40");
  });

  it("have no day where the text does not come to one", async () => {
    const { actions } = await correspondenceOf(
      "Dear Sam\n\nWe will write to you by 8 January, or by 31 February 2027.\n",
    );
    expect(actions.map(({ due }) => due)).toEqual([undefined]);
  });
});

describe("what is not checked", () => {
  it("is another language, an earlier message and code, each with its place", async () => {
    const source =
      "Dear Ms Pugh\n\nYour bin day is Tuesday.\n\nBydd eich diwrnod casglu yn newid i ddydd Mawrth o fis Mai ymlaen.\n\n```\nx = 1\n```\n\nKind regards\nTom\n\n> when?\n";
    const { skipped, sentences } = await correspondenceOf(source, "letter.md");
    expect(skipped.map(({ reason, start, end }) => `${reason}: ${source.slice(start, end)}`).sort()).toEqual([
      "another language: Bydd eich diwrnod casglu yn newid i ddydd Mawrth o fis Mai ymlaen.",
      "code: ```\nx = 1\n```",
      "quoted: > when?",
    ]);
    expect(sentences.filter(({ exempt }) => exempt)).toHaveLength(1);
  });

  it("is what the customer says in a chat", async () => {
    const source = "Agent: Hello\nSam: i want my refund\nAgent: How can I help?\nSam: as above\n";
    const { skipped, sentences } = await correspondenceOf(source);
    expect(skipped.map(({ reason, start, end }) => [reason, source.slice(start, end)])).toEqual([
      ["customer", "Sam: i want my refund"],
      ["customer", "Sam: as above"],
    ]);
    expect(sentences.map(({ text }) => text)).toEqual(["Hello", "How can I help?"]);
  });
});

const block = fc.constantFrom(
  "Dear Mrs Patel",
  "Hi Sam, thanks for your message.",
  "Hello,",
  "Good morning",
  "Northmere Borough Council",
  "# Larkfield Homes",
  "Mrs Anjali Patel\n14 Alder Close\nNorthmere NM4 7QX",
  "    ((name))\n    ((address))",
  "9 June 2026",
  "Our ref: WS-20418",
  "Subject: Your bin",
  "From: Tom Hadley\nTo: Mrs Patel\nSent: 9 June 2026",
  "**Your missed bin**",
  "Thank you for your letter. We will write\nto you by Friday 19 June.",
  "We paid you &pound;40\u00a0today 😀.",
  "- one thing\n- another\n  over two lines",
  "1. first\n2. second",
  "| Day | Bin |\n|---|---|\n| Monday | green |",
  "> my bin was missed\n> again",
  "On Tue, 9 Jun 2026, Sam wrote:",
  "-----Original Message-----",
  "<!-- a remark -->",
  "```\nx = 1\n```",
  "***",
  "____",
  "Yours sincerely",
  "Kind regards,\nTom Hadley\nCustomer Adviser",
  "-- \nTom",
  "Enc: calendar",
  "P.S. Thank you.",
  "[10:01] Sam: hello",
  "[10:02] Agent: How can I help?",
  "{{#if late}}\nWe are late.\n{{/if}}",
  "   \n \t",
);
const message = fc
  .record({
    frontMatter: fc.constantFrom("", "---\nchannel: letter\n---\n", "\uFEFF"),
    blocks: fc.array(fc.tuple(block, fc.constantFrom("\n", "\n\n", "\n\n\n")), { minLength: 1, maxLength: 12 }),
    end: fc.constantFrom("\n", "\r\n"),
  })
  .map(({ frontMatter, blocks, end }) => `${frontMatter}${blocks.flat().join("")}Thank you.\n`.replaceAll("\n", end));

describe("in any message", () => {
  it.each(["letter.md", "letter.txt"])(
    "each line of %s that is not blank belongs to exactly one part",
    async (path) => {
      await fc.assert(
        fc.asyncProperty(message, async (source) => {
          const { parts } = await correspondenceOf(source, path);
          for (const [at, part] of parts.entries()) {
            expect(part.start).toBeLessThan(part.end);
            expect(part.start).toBeGreaterThanOrEqual(parts[at - 1]?.end ?? 0);
            expect(part.name).not.toBe(parts[at - 1]?.name);
          }
          for (const line of linesOf(source)) {
            const own = parts.filter(({ start, end }) => start < line.end && end > line.start);
            expect(own.map(({ start, end }) => start <= line.start && end >= line.end)).toEqual([true]);
          }
        }),
        { numRuns: 200 },
      );
    },
  );

  it.each(["letter.md", "letter.txt"])("the sentences of %s stand in their part, in order", async (path) => {
    await fc.assert(
      fc.asyncProperty(message, async (rest) => {
        const source = `Dear Mrs Patel\n\n${rest}`;
        const { parts, sentences, acts, actions } = await correspondenceOf(source, path);
        for (const [at, sentence] of sentences.entries()) {
          expect(sentence.index).toBe(at);
          expect(sentence.start).toBeGreaterThanOrEqual(sentences[at - 1]?.end ?? 0);
          const part = parts.find(({ start, end }) => start <= sentence.start && end >= sentence.end);
          expect(part?.name).toBe(sentence.part);
        }
        for (const act of acts) {
          const { start, end } = sentences[act.sentence]!;
          expect(act.start >= start && act.end <= end).toBe(true);
        }
        for (const { start, end } of actions) expect(source.slice(start, end).trim()).not.toBe("");
      }),
      { numRuns: 200 },
    );
  });

  it("the reading is frozen and the same each time", async () => {
    await fc.assert(
      fc.asyncProperty(message, async (source) => {
        const correspondence = await correspondenceOf(source, "letter.md");
        expect(Object.isFrozen(correspondence)).toBe(true);
        expect(await correspondenceOf(source, "letter.md")).toEqual(correspondence);
      }),
      { numRuns: 100 },
    );
  });
});
