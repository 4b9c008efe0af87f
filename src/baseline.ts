import type { Correspondence, Finding, Result } from "./model.ts";
import { isProtected } from "./protected.ts";

/** Of one document, how many findings were there before, by fingerprint. */
export type Fingerprints = Readonly<Record<string, number>>;

/** The letters of a fingerprint: 64 bits, so that two sentences of a million letters hardly ever share one. */
const LENGTH = 16;

/** The findings of one document that were there before: each lets one finding pass. */
export class Baseline {
  readonly #left: Map<string, number>;
  readonly #fingerprintOf: (finding: Finding) => string;

  private constructor(known: Fingerprints, fingerprintOf: (finding: Finding) => string) {
    this.#left = new Map(Object.entries(known));
    this.#fingerprintOf = fingerprintOf;
  }

  static async create(correspondence: Correspondence, known: Fingerprints): Promise<Baseline> {
    return new Baseline(known, await fingerprinter(correspondence));
  }

  /** Whether a finding was there before; it counts once. */
  take(finding: Finding): boolean {
    const fingerprint = this.#fingerprintOf(finding);
    const left = this.#left.get(fingerprint) ?? 0;
    if (left > 0) this.#left.set(fingerprint, left - 1);
    return left > 0;
  }

  /** What no finding took: faults that are gone. */
  get stale(): Fingerprints {
    return Object.fromEntries([...this.#left].filter(([, left]) => left > 0));
  }
}

/**
 * Makes the fingerprint of each finding of a document: its rule, and a hash of the sentence in which it begins. An edit elsewhere
 * does not change it, and no words can be read from it.
 */
async function fingerprinter(correspondence: Correspondence): Promise<(finding: Finding) => string> {
  const { source, sentences } = correspondence;
  const lines = [...source.matchAll(/[^\r\n]+/g)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
    text,
  }));
  const hashes = new Map<string, string>();
  for (const text of new Set([...sentences, ...lines].map(({ text }) => normalise(text))))
    hashes.set(text, await hash(text));
  return ({ rule, kind, start }) => {
    const holds = (range: { readonly start: number; readonly end: number }) =>
      range.start <= start && range.end >= start;
    const around = sentences.find(holds) ?? lines.find(holds);
    return `${rule}${kind === undefined ? "" : `/${kind}`} ${hashes.get(normalise(around?.text ?? "")) ?? "-"}`;
  };
}

/** The fingerprints of all findings of a document but cards and secrets, which no baseline lets pass. */
export async function fingerprintsOf({ correspondence, findings }: Result): Promise<Fingerprints> {
  const fingerprintOf = await fingerprinter(correspondence);
  const counts: Record<string, number> = {};
  for (const finding of findings) {
    if (isProtected(finding)) continue;
    const fingerprint = fingerprintOf(finding);
    counts[fingerprint] = (counts[fingerprint] ?? 0) + 1;
  }
  return counts;
}

const normalise = (text: string) =>
  text.normalize("NFKC").toLowerCase().replaceAll("’", "'").replace(/[“”]/g, '"').replace(/\s+/g, " ").trim();

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .slice(0, LENGTH);
}
