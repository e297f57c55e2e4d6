const DAY = 1440;

/** Minutes since 1970 of a time without zone. */
export const minuteOf = (time: string): number => Math.floor(Date.parse(`${time}Z`) / 60_000);

/**
 * Minutes that most often lie between two times that follow one another, over all resources; null where there are not two.
 * Of equally frequent gaps the shorter one is meant.
 */
export function commonGap(timesByResource: Iterable<readonly number[]>): number | null {
  const counts = new Map<number, number>();
  for (const minutes of timesByResource) {
    const sorted = [...new Set(minutes)].sort((a, b) => a - b);
    for (let i = 1; i < sorted.length; i++) {
      const gap = sorted[i]! - sorted[i - 1]!;
      counts.set(gap, (counts.get(gap) ?? 0) + 1);
    }
  }
  let best: number | null = null;
  for (const [gap, count] of counts) {
    const most = best === null ? 0 : counts.get(best)!;
    if (count > most || (count === most && best !== null && gap < best)) best = gap;
  }
  return best;
}

/** Whether figures so far apart are one for each day (or for every second one …), so that each is its day's peak already. */
export const isDaily = (gap: number | null): boolean => gap !== null && gap % DAY === 0;
