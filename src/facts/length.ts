/** The characters of GSM-7, one septet each (3GPP TS 23.038, 6.2.1). */
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** Those that take two, with an escape in front. */
const EXTENDED = new Set("\f^{}\\[~]|€");
/** What to write for the characters that most often force the long coding. */
const PLAIN: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "…": "...",
  "•": "-",
  "\u00a0": " ",
  "\t": " ",
  "`": "'",
};

/** How a text message is sent. */
export interface TextMessage {
  readonly coding: "GSM-7" | "UCS-2";
  /** Characters in the units of its coding. */
  readonly length: number;
  /** Parts that it is sent and charged in: 160 or 70 characters alone, 153 or 67 in several (3GPP TS 23.040, 9.2.3.24.1). */
  readonly segments: number;
  /** The segments it would take with every character replaced for which there is a plain one. */
  readonly plainSegments: number;
  /** The first character that GSM-7 has not, where it stands, and what to write for it, "" for nothing. */
  readonly forcedBy: { readonly character: string; readonly at: number; readonly instead: string } | undefined;
}

/** The coding and the segments of a text message. */
export function measureTextMessage(text: string): TextMessage {
  const characters = [...text];
  const first = characters.findIndex((character) => !isShort(character));
  const plain = characters.map(plainOf);
  const plainSegments = plain.some((character) => character === undefined)
    ? segmentsOf(text.length, 70, 67)
    : segmentsOf(septetsOf([...plain.join("")]), 160, 153);
  if (first < 0)
    return {
      coding: "GSM-7",
      length: septetsOf(characters),
      segments: plainSegments,
      plainSegments,
      forcedBy: undefined,
    };
  const character = characters[first]!;
  const forcedBy = { character, at: characters.slice(0, first).join("").length, instead: plainOf(character) ?? "" };
  return { coding: "UCS-2", length: text.length, segments: segmentsOf(text.length, 70, 67), plainSegments, forcedBy };
}

const isShort = (character: string) => BASIC.has(character) || EXTENDED.has(character);
const septetsOf = (characters: readonly string[]) =>
  characters.reduce((sum, character) => sum + (EXTENDED.has(character) ? 2 : 1), 0);

/** What to write for a character so that GSM-7 holds it; `undefined` where there is nothing. */
function plainOf(character: string): string | undefined {
  if (isShort(character)) return character;
  const bare = character.normalize("NFD").replace(/\p{M}/gu, "");
  return PLAIN[character] ?? (BASIC.has(bare) ? bare : undefined);
}

const segmentsOf = (length: number, alone: number, each: number) => (length <= alone ? 1 : Math.ceil(length / each));
