/** A place in a file: line and column from 1, offset from 0, all in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/**
 * Makes a function from offsets to places. `\r\n`, `\n` and `\r` each end one line. A byte order mark counts in the
 * offset, but the columns of the first line start after it.
 */
export function createLocator(source: string): (offset: number) => Place {
  const starts = [source.startsWith("\uFEFF") ? 1 : 0];
  for (const end of source.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.max(1, offset - (starts[low] ?? 0) + 1), offset };
  };
}
