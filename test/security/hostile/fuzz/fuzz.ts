import { Trial } from '../trial.ts';
import { wrongAmounts } from './amounts.ts';
import { Random } from './random.ts';
import { seeds } from './seeds.ts';

export interface Fuzzed {
  files: number;
  /** Files of which something was imported. */
  imported: number;
  /** Codes of refusals, and how often. */
  refused: Record<string, number>;
  /** What did not hold, with the seed that shows it again. */
  broken: string[];
  /** Peak memory of the parser processes, in bytes. */
  peak: number;
}

/**
 * Spoils sound files and imports them: `count` files of seeds from `first` on, each told by its own seed. `onBroken` gets the
 * bytes of a file of which something did not hold.
 */
export async function fuzz(first: number, count: number, onBroken?: (seed: number, name: string, bytes: Buffer) => void): Promise<Fuzzed> {
  using trial = new Trial();
  const sound = seeds();
  const result: Fuzzed = { files: count, imported: 0, refused: {}, broken: [], peak: 0 };
  for (let seed = first; seed < first + count; seed++) {
    const random = new Random(seed);
    const chosen = sound[seed % sound.length]!;
    const { bytes, how } = chosen.spoil(random);
    const what = `seed ${seed}, ${chosen.name}, ${how.join(', ')}`;
    try {
      const outcome = await trial.of(bytes, chosen.name, (results, cards) =>
        trial.broken.push(...wrongAmounts(trial.bench, cards, results)),
      );
      if (Array.isArray(outcome)) result.imported++;
      else result.refused[outcome.refused] = (result.refused[outcome.refused] ?? 0) + 1;
    } catch (error) {
      trial.broken.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    if (trial.broken.length > 0) onBroken?.(seed, chosen.name, bytes);
    result.broken.push(...trial.broken.splice(0).map((problem) => `${what}: ${problem}`));
  }
  result.peak = await trial.pool.peak();
  return result;
}
