import type { Correspondence, Sector } from "../model.ts";
import type { Dictionaries } from "../dictionary/index.ts";

/** So many different words of a trade show that a message is about it. */
const ENOUGH = 2;

/** The trades that a message is plainly about, by the words of `dictionaries/sectors.txt`. */
export function findSectors({ parts }: Correspondence, dictionaries: Dictionaries): ReadonlySet<Sector> {
  const text = ` ${parts.map((part) => part.text.toLowerCase().replace(/[^a-z0-9-]+/g, " ")).join(" ")} `;
  const words = new Set(text.split(" "));
  const has = ({ one, many, isPhrase }: Cue) =>
    isPhrase ? text.includes(` ${one} `) || text.includes(` ${many} `) : words.has(one) || words.has(many);
  const shown = cuesOf(dictionaries).filter(({ cues }) => cues.filter(has).length >= ENOUGH);
  return new Set(shown.map(({ sector }) => sector));
}

/** A word or a phrase, as it is and in the plural. */
interface Cue {
  readonly one: string;
  readonly many: string;
  readonly isPhrase: boolean;
}
type Cues = readonly { readonly sector: Sector; readonly cues: readonly Cue[] }[];
const known = new WeakMap<Dictionaries, Cues>();

/** The words of each trade; read once. */
function cuesOf(dictionaries: Dictionaries): Cues {
  const made =
    known.get(dictionaries) ??
    dictionaries.list("sectors").map((line) => {
      const [sector = "", cues = ""] = line.split("=");
      const read = (one: string): Cue => ({ one, many: `${one}s`, isPhrase: one.includes(" ") });
      return { sector: sector.trim() as Sector, cues: cues.split(",").map((cue) => read(cue.trim())) };
    });
  known.set(dictionaries, made);
  return made;
}
