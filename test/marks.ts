import type { Finding } from "../src/model.ts";

/** A marked-up letter: lines of `~~~~` under the words of the line above, each followed by what corrcheck says of them. */
const MARK = /^ *~+ \S.*$/;

/** The letter alone. */
export function unmark(marked: string): string {
  return marked
    .split("\n")
    .filter((line) => !MARK.test(line))
    .join("\n");
}

/** The letter with its findings drawn under it. A finding over several lines is drawn under its first. */
export function mark(letter: string, findings: readonly Finding[], withRule = false): string {
  let start = 0;
  return letter
    .split("\n")
    .flatMap((line) => {
      const end = start + line.length;
      const own = findings.filter(
        (finding) =>
          (finding.start >= start && finding.start < end) || (finding.start === end && isLastPlace(finding, letter)),
      );
      const marks = own.map((finding) => draw(line, finding, start, withRule));
      start = end + 1;
      return [line, ...marks];
    })
    .join("\n");
}

const isLastPlace = (finding: Finding, letter: string) =>
  finding.start === letter.length || letter[finding.start] === "\n";

function draw(
  line: string,
  { start, end, message, rule, kind, severity }: Finding,
  lineStart: number,
  withRule: boolean,
): string {
  const from = start - lineStart;
  const width = Math.max(1, Math.min(end - lineStart, line.length) - from);
  const label = withRule ? `[${severity} ${rule}${kind ? `/${kind}` : ""}] ` : "";
  return `${" ".repeat(from)}${"~".repeat(width)} ${label}${message}`;
}
