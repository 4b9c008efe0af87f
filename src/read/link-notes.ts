import { type Projection, ProjectionBuilder } from "./projection.ts";

/** "our page<https://example.com>", "[cid:image001.png@01DA]", "[image: logo]": what mail programs write for the links and images of HTML. */
const NOTE =
  /(?<=[\p{L}\p{N}.,)\]’”'"])<(?:https?|mailto|tel):[^<>\s]{1,2000}>|\[(?:cid|image|https?):[^[\]\n]{1,500}\]/giu;

/** A plain text without the notes for links and images, which are nobody's wording. */
export function dropLinkNotes(projection: Projection): Projection {
  const { text } = projection;
  const builder = new ProjectionBuilder();
  let from = 0;
  for (const { 0: note, index } of text.matchAll(NOTE)) {
    builder.addFrom(projection, from, index);
    from = index + note.length;
  }
  return from === 0 ? projection : builder.addFrom(projection, from, text.length).build();
}
