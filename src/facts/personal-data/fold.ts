/**
 * The text with the many forms of space, hyphen and digit brought down to one each, and every character in its place:
 * spaces of all widths (and of none), carriage returns and tabs become a space, dashes "–" or "-", full-width letters and
 * digits ASCII, and `&nbsp;` as many no-break spaces as it has characters.
 */
export function fold(text: string): string {
  return text
    .replace(/[\t\r\u00a0\u00ad\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]/g, " ")
    .replace(/&(?:nbsp|#160|#xa0);/gi, (entity) => "\u00a0".repeat(entity.length))
    .replace(/[\u2010-\u2012\u2212\uff0d]/g, "-")
    .replace(/[\u2014\u2015]/g, "–")
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** The letters and digits of a folded value, in capitals. */
export function charactersOf(folded: string): string {
  return folded.replace(/[^0-9a-z]/gi, "").toUpperCase();
}
