import type { Reading } from './detect.ts';

/** The delimiter under which most of the first rows have the same number of cells, and the more cells the better. */
export function likeliest(given: readonly Reading[]): Reading | undefined {
  const scored = given.map((reading) => {
    const counts = new Map<number, number>();
    for (const { cells } of reading.rows) if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    return { reading, score: Math.max(0, ...[...counts].map(([width, times]) => times * 100 + width)) };
  });
  return scored.reduce((a, b) => (b.score > a.score ? b : a)).reading;
}
