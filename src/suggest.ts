/**
 * The candidate that a mistyped word most likely stands for; undefined where none is near.
 * Near means a few letters added, left out, changed or swapped, or a word that was broken off.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  const limit = Math.max(1, Math.floor(typed.length * 0.4));
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: distance(typed, candidate.toLowerCase()) }))
    .filter((entry) => entry.distance <= limit || (typed.length > 2 && entry.candidate.startsWith(typed)))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.candidate;
}

/** " Did you mean “spelling”?", or where nothing is near " Choose from a, b, c." while there are few, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  if (near !== undefined) return ` Did you mean “${near}”?`;
  return candidates.length > 0 && candidates.length <= 10 ? ` Choose from ${candidates.join(", ")}.` : "";
}

/** Edit distance in which the swap of two neighbours counts as one; words over 40 letters are far from everything. */
export function distance(a: string, b: string): number {
  if (a.length > 40 || b.length > 40) return Infinity;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (beforeLast[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min(changed, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
