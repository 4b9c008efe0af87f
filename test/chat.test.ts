import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseString } from "whatsapp-chat-parser";
import { measureTextMessage } from "../src/facts/length.ts";
import { lint } from "../src/lint.ts";
import { loadDictionaries } from "../src/node.ts";

const dictionaries = loadDictionaries();
const readChat = async (content: string, path = "chat.txt") =>
  (await lint({ path, content }, { rules: [], dictionaries })).correspondence;
/** "role speaker time" of each turn. */
const turnsOf = async (content: string) =>
  (await readChat(content)).turns.map(({ role, speaker, time }) => [role, speaker, time].join(" ").trim());

describe("the turns of a chat", () => {
  it.each([
    [
      "times in square brackets, the organisation in round ones",
      "Brightwell Energy chat\n\n[10:02] Anjali: my bill is wrong\n[10:03] Priya (Brightwell): Let me look.\n[10:09] Anjali: ok\n",
      ["customer Anjali 10:02", "agent Priya 10:03", "customer Anjali 10:09"],
    ],
    [
      "times with seconds in round brackets",
      "(10:02:11) Guest: my bill is wrong\n(10:02:40) Sam: Thank you for contacting Pennywick.\n(10:03:01) Guest: ok\n",
      ["customer Guest 10:02:11", "agent Sam 10:02:40", "customer Guest 10:03:01"],
    ],
    [
      "bare times, and who the chat is with",
      "Chat with: Ruth\n\n10:02 George: where is my card\n10:03 Ruth: It is on its way.\n10:04 George: ta\n",
      ["customer George 10:02", "agent Ruth 10:03", "customer George 10:04"],
    ],
    [
      "times after the name",
      "Ling (10:02): hello?\nSam (10:03): Hello Ling, how can I help?\nLing (10:04): my order\n",
      ["customer Ling 10:02", "agent Sam 10:03", "customer Ling 10:04"],
    ],
    [
      "no times",
      "Ling: hello?\nSam: Hello Ling, this is Sam from Pennywick.\nLing: my order\n",
      ["customer Ling", "agent Sam", "customer Ling"],
    ],
    [
      "the organisation, and its agent in brackets",
      "PENNYWICK CHAT\n\nLing: my order is late\nPennywick (Sam): It comes on Friday.\nLing: ok\n",
      ["customer Ling", "agent Pennywick", "customer Ling"],
    ],
    [
      "a bot before the agent, and what the chat program says",
      "[10:01] HelpBot: Welcome to Tarnside Water.\n[10:01] Carol: no water\n[10:02] Kofi has joined the chat\n[10:02] Kofi: Hello Carol, how can I help?\n[10:03] Carol: no water!!\n[10:04] System: Carol is typing\n",
      [
        "bot HelpBot 10:01",
        "customer Carol 10:01",
        "system  10:02",
        "agent Kofi 10:02",
        "customer Carol 10:03",
        "system System 10:04",
      ],
    ],
  ])("%s", async (_, transcript, turns) => {
    expect(await turnsOf(transcript)).toEqual(turns);
  });

  it("go on over several lines, and a label within is no speaker", async () => {
    const source =
      "[10:02] Rhian: where is my refund\n[10:03] Imran: Thank you for contacting Fenwick Mutual.\nYour reference: FM-4471\nIt was paid on Monday.\n[10:04] Rhian: thanks\n";
    const { turns } = await readChat(source);
    expect(source.slice(turns[1]!.start, turns[1]!.end)).toBe(
      "[10:03] Imran: Thank you for contacting Fenwick Mutual.\nYour reference: FM-4471\nIt was paid on Monday.",
    );
    expect(turns).toHaveLength(3);
  });

  it("are those of the agent whom the front matter names", async () => {
    const chat = "Dean: your boiler is off\nMoira: I was told it is mended\nDean: it is not\n";
    expect(await turnsOf(chat)).toEqual(["agent Dean", "customer Moira", "agent Dean"]);
    expect(await turnsOf(`---\nagent: Moira\n---\n${chat}`)).toEqual(["customer Dean", "agent Moira", "customer Dean"]);
    await expect(turnsOf(`---\nagent: Mary\n---\n${chat}`)).rejects.toThrow("write one of Dean, Moira");
  });

  it("are noted where nobody can tell who speaks, or that anybody does", async () => {
    const unsure = await readChat("---\nchannel: chat\n---\nDean: hello\nMoira: hello\nDean: bye\n");
    expect(unsure.notes.join()).toContain("it is not clear who writes for the organisation");
    const silent = await readChat("---\nchannel: chat\n---\nYour parcel comes on Friday.\n");
    expect(silent.notes.join()).toContain("no speaker was found in this chat");
    expect(silent.turns).toEqual([]);
  });

  it("are not found in a letter with a list of labels", async () => {
    const { channel } = await readChat(
      "Dear Sam\n\nName: Sam Oakley\nBooking: Friday\nPlace: Northmere\n\nRegards\nJo\n",
    );
    expect(channel).not.toBe("chat");
  });
});

describe("an export of WhatsApp", () => {
  const text = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,5}[.?]?$/);
  const message = fc.record({ isAgent: fc.boolean(), minute: fc.integer({ min: 10, max: 59 }), text });

  it.each([
    ["Android", (minute: number) => `12/05/2026, 10:${minute} - `],
    ["iPhone", (minute: number) => `[12/05/2026, 10:${minute}:07] `],
  ])("of %s is read as whatsapp-chat-parser reads it", async (_, stamp) => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 4, maxLength: 12 }), async (messages) => {
        const source = [
          { isAgent: false, minute: 10, text: "hello" },
          ...messages,
          { isAgent: true, minute: 59, text: "welcome to Pennywick" },
        ]
          .map(
            ({ isAgent, minute, text: said }) => `${stamp(minute)}${isAgent ? "Pennywick Support" : "Ling"}: ${said}`,
          )
          .join("\n");
        const { turns } = await readChat(source);
        expect(turns.map(({ speaker, start, end }) => [speaker, source.slice(start, end).split(": ")[1]])).toEqual(
          parseString(source).map(({ author, message: said }) => [author, said]),
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe("the length of a text message", () => {
  it.each([
    ["a".repeat(160), "GSM-7", 160, 1],
    ["a".repeat(161), "GSM-7", 161, 2],
    ["a".repeat(306), "GSM-7", 306, 2],
    ["€".repeat(80), "GSM-7", 160, 1],
    ["ŵ".repeat(70), "UCS-2", 70, 1],
    ["ŵ".repeat(71), "UCS-2", 71, 2],
    ["😊", "UCS-2", 2, 1],
  ])("%s", (text, coding, length, segments) => {
    expect(measureTextMessage(text)).toMatchObject({ coding, length, segments });
  });

  it("names the character that makes it long, and what to write instead", () => {
    expect(measureTextMessage("It’s on").forcedBy).toEqual({ character: "’", at: 2, instead: "'" });
    expect(measureTextMessage("Tŷ Gwyn").forcedBy).toEqual({ character: "ŷ", at: 1, instead: "y" });
    expect(measureTextMessage("Hi 😊").forcedBy).toEqual({ character: "😊", at: 3, instead: "" });
  });
});

describe("the waits of a chat", () => {
  const chat = (...times: readonly string[]) =>
    times
      .map((time, at) => `[${time}] ${at % 2 === 0 ? "Anjali: my bill" : "Priya (Brightwell): your bill"}`)
      .join("\n");
  const timesOf = async (content: string) =>
    (await lint({ path: "c.txt", content }, { rules: [], dictionaries })).metrics.chat;

  it("are measured from the customer's first word to the agent's next", async () => {
    expect(await timesOf(chat("10:00", "10:02", "10:03", "10:09", "10:10", "10:11"))).toEqual({
      first: 2,
      longest: 6,
      median: 2,
    });
  });

  it("run over midnight, in the afternoon and with seconds", async () => {
    expect(await timesOf(chat("23:58", "00:03", "00:04", "00:05"))).toMatchObject({ first: 5 });
    expect(await timesOf(chat("11:58am", "12:03pm", "12:04pm", "12:05pm"))).toMatchObject({ first: 5 });
    expect(await timesOf(chat("10:00:00", "10:00:30", "10:01:00", "10:02:00"))).toMatchObject({ first: 0.5 });
  });

  it("are not known without times", async () => {
    expect(await timesOf("Anjali: my bill\nSam: your bill\nAnjali: my bill\nSam: your bill\n")).toBeUndefined();
  });
});
