import { describe, expect, it } from 'vitest';
import { PEAK_METHODS, samplesADay } from '../../domain/usage/methods.ts';
import { SAMPLED, usageSamplesCsv } from './usage-samples.ts';

const rows = (text: string): string[][] =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

describe('invented usage details', () => {
  it('are the same for the same month and seed, and others for others', () => {
    const text = usageSamplesCsv('2024-02', 1);
    expect(usageSamplesCsv('2024-02', 1)).toBe(text);
    expect(usageSamplesCsv('2024-02', 2)).not.toBe(text);
  });
  it('have every five minutes of the month, but where a resource has gaps, came later or has one figure a day', () => {
    const full = samplesADay(PEAK_METHODS.classic) * 29;
    const found = rows(usageSamplesCsv('2024-02', 1));
    for (const resource of SAMPLED) {
      const own = found.filter((cells) => cells[5] === resource.id);
      const days = new Set(own.map((cells) => cells[0]!.slice(0, 10)));
      expect(days.size).toBe(30 - (resource.from ?? 1));
      if (resource.daily) expect(own).toHaveLength(29);
      else if (resource.gaps === 0) expect(own).toHaveLength(full);
      else {
        const whole = days.size * 288 * resource.directions.length;
        expect(own.length).toBeLessThan(whole);
        expect(own.length).toBeGreaterThan(whole * 0.99);
      }
    }
  });
});
