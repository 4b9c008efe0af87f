import type { Finding } from "./model.ts";

/** Puts the fixes into a text, the first of those that overlap. Everything else stays as it is, character for character. */
export function applyFixes(
  source: string,
  findings: readonly Finding[],
): { text: string; applied: readonly Finding[] } {
  const applied: Finding[] = [];
  let text = "";
  let end = 0;
  for (const finding of findings.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (finding.fix === undefined || finding.start < end) continue;
    text += source.slice(end, finding.start) + finding.fix;
    end = finding.end;
    applied.push(finding);
  }
  return { text: text + source.slice(end), applied };
}

/** Lines that stand before and after a change in a difference. */
const CONTEXT = 3;

/** The difference of two texts that have the same lines but for their words, as `diff -u` writes it; "" where there is none. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  const changed = old.flatMap((line, at) => (line === now[at] ? [] : [at]));
  const hunks: { from: number; to: number }[] = [];
  for (const at of changed) {
    const [from, to] = [Math.max(0, at - CONTEXT), Math.min(old.length, at + CONTEXT + 1)];
    const last = hunks.at(-1);
    if (last && from <= last.to) last.to = to;
    else hunks.push({ from, to });
  }
  if (hunks.length === 0) return "";
  return `--- ${path}\n+++ ${path}\n${hunks.map(({ from, to }) => hunk(old, now, from, to)).join("")}`;
}

function hunk(old: readonly string[], now: readonly string[], from: number, to: number): string {
  const range = `${from + 1},${to - from}`;
  let text = `@@ -${range} +${range} @@\n`;
  for (let at = from; at < to;) {
    let end = at;
    while (end < to && old[end] !== now[end]) end++;
    if (end === at) text += written(" ", old[at++]!);
    else {
      text += old
        .slice(at, end)
        .map((line) => written("-", line))
        .join("");
      text += now
        .slice(at, end)
        .map((line) => written("+", line))
        .join("");
      at = end;
    }
  }
  return text;
}

const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const written = (sign: string, line: string) =>
  line.endsWith("\n") ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`;
