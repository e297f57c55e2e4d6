import { describe, expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';
import { mutate, MUTATIONS } from './mutate.ts';
import { Random } from './random.ts';
import { seeds } from './seeds.ts';

describe('spoiled files', () => {
  it('leave a book that verifies, an answer in words, and no wrong amount', async () => {
    const { broken, files, imported, refused, peak } = await fuzz(1, 60);
    expect(broken).toEqual([]);
    // Both ways of ending are met: what is spoiled is still read, or is refused for more than one reason.
    expect(imported).toBeGreaterThan(files / 10);
    expect(Object.keys(refused).length).toBeGreaterThan(4);
    expect(peak).toBeLessThan(400 << 20);
  }, 120_000);

  it('are told by their seed', () => {
    const once = (): string[] => seeds().map((seed, i) => seed.spoil(new Random(i)).bytes.toString('base64'));
    expect(once()).toEqual(once());
  });

  it('are spoiled: every mutation changes a bill', () => {
    const bill = Buffer.from('a,b\n"1,5",2.5\n3,4\n');
    for (const [name, mutation] of Object.entries(MUTATIONS)) {
      const changed = [1, 2, 3, 4, 5].some((seed) => !mutation(bill, new Random(seed)).equals(bill));
      expect(changed, name).toBe(true);
    }
    expect(mutate(bill, new Random(1)).how.length).toBeGreaterThan(0);
  });
});
