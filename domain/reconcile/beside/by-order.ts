import type { MeasureName } from '../../formats/fields.ts';
import type { Beside, LineChoice } from './beside.ts';
import type { Ten } from './tens.ts';

/** Sums of the measures by order or transaction number; lines without one are left out, and a missing figure adds nothing. */
export function sumsByOrder(beside: Beside, choice: LineChoice, measures: readonly MeasureName[]): Map<string, Ten> {
  const found = new Map<string, Ten>();
  for (const { keys, sums } of beside.sums(choice, ['orderId'], [measures])) {
    const id = keys[0] ?? null;
    if (id !== null) found.set(id, sums[0] ?? 0n);
  }
  return found;
}
