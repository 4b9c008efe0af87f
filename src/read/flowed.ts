import { type Projection, ProjectionBuilder } from "./projection.ts";

const QUOTE = /^>{0,200}/;

/**
 * Joins the lines of a text that flows (RFC 3676): one that ends with a space goes on in the next of the same depth. The two
 * dashes above a signature end with a space and do not flow.
 * @param deletesSpace whether that space was put in by the sender's program
 */
export function unflow(projection: Projection, deletesSpace: boolean): Projection {
  const builder = new ProjectionBuilder();
  let flowing: string | undefined;
  for (const { 0: line, index } of projection.text.matchAll(/[^\n]*(?:\n|$)/g)) {
    if (line === "") continue;
    const content = line.replace(/\r?\n$/, "");
    const quote = QUOTE.exec(content)![0];
    const stuffed = content[quote.length] === " " ? 1 : 0;
    const text = content.slice(quote.length + stuffed);
    const goesOn = flowing === quote;
    if (flowing !== undefined && !goesOn) builder.addFrom(projection, index - 1, index);
    if (!goesOn) builder.addFrom(projection, index, index + quote.length);
    // A quoted line keeps the space after its mark, which a reader sees.
    const from = index + quote.length + (goesOn || quote === "" ? stuffed : 0);
    const flows = text.endsWith(" ") && text !== "-- ";
    const to = index + content.length - (flows && deletesSpace ? 1 : 0);
    builder.addFrom(projection, from, to);
    if (!flows) builder.addFrom(projection, index + content.length, index + line.length);
    flowing = flows ? quote : undefined;
  }
  return builder.build();
}
