import type { Correspondence, Sector } from "../model.ts";
import type { Dictionaries } from "../dictionary/index.ts";

/** So many different words of a trade show that a message is about it. */
const ENOUGH = 2;

/** The trades that a message is plainly about, by the words of `dictionaries/sectors.txt`. */
export function findSectors({ parts }: Correspondence, dictionaries: Dictionaries): ReadonlySet<Sector> {
  const words = parts.map(({ text }) => text.toLowerCase().replace(/[^a-z0-9-]+/g, " ")).join(" ");
  const text = ` ${words} `;
  const has = (cue: string) => text.includes(` ${cue} `) || text.includes(` ${cue}s `);
  const shown = dictionaries.list("sectors").filter((line) => cuesOf(line).filter(has).length >= ENOUGH);
  return new Set(shown.map((line) => line.split(" =")[0] as Sector));
}

const cuesOf = (line: string) =>
  line
    .slice(line.indexOf("=") + 1)
    .split(",")
    .map((cue) => cue.trim());
