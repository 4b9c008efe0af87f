/** Text in the columns of a terminal. */

/** Characters of which each takes one column: Latin letters, common punctuation, and the ticks of the report. */
const NARROW = /^[\u0020-\u02FF\u2010-\u2027\u2030-\u205E\u2713\u2717]*$/;
const WIDE =
  /\p{Emoji_Presentation}|\uFE0F|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u;
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** The columns that a text takes: wide letters and emoji two, marks on letters none. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes(text)) width += ZERO.test(segment) ? 0 : WIDE.test(segment) ? 2 : 1;
  return width;
}

/** Breaks a text at its spaces into lines of at most `width` columns; a longer word is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/).flatMap((whole) => cut(whole, width))) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** Rows of a label and a text that is wrapped beside it; a label is not said twice running. `style` may colour it. */
export function labelled(
  rows: readonly (readonly [label: string, text: string])[],
  width: number,
  style: (label: string) => string = (label) => label,
): string[] {
  const labelWidth = rows.reduce((most, [label]) => Math.max(most, widthOf(label)), 0);
  return rows.flatMap(([label, text], index) =>
    wrap(text, width - labelWidth - 4).map((line, row) => {
      const shown = row === 0 && label !== rows[index - 1]?.[0] ? label : "";
      return `  ${style(shown + " ".repeat(labelWidth - widthOf(shown)))}  ${line}`;
    }),
  );
}

function cut(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const pieces = [""];
  for (const { segment } of graphemes(word)) {
    const last = pieces.at(-1) ?? "";
    if (widthOf(last) + widthOf(segment) <= width) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}

let segmenter: Intl.Segmenter | undefined;

function graphemes(text: string): Iterable<{ segment: string }> {
  segmenter ??= new Intl.Segmenter("en");
  return segmenter.segment(text);
}

/**
 * A text that can be shown on a terminal: on one line, at most `limit` characters, and with a replacement mark for the
 * control and direction characters with which a hostile file could change what the reader sees.
 */
export function printable(text: string, limit = 400): string {
  const short = text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
  return short.replace(/[\t\r\n]+/g, " ").replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
}
