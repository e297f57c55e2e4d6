import type { Identity } from '../formats/format.ts';
import type { MeasureName } from '../formats/fields.ts';
import { equal, subtract, sum, type Amount } from '../money/amount.ts';
import { english, say, type Said } from '../words/said.ts';

export interface IdentityResult {
  id: string;
  title: string;
  /** The sum with its figures, such as `0.315 = 0 + 0.005 + 0.31`. */
  arithmetic: string;
  /** The same as a sentence with its figures. */
  said: Said;
  pass: boolean;
}

/**
 * Holds one line against an identity. Measures that the line does not have are left out; null where the left side or the
 * whole right side is missing, as there is nothing to hold.
 */
export function evaluateIdentity(identity: Identity, line: Readonly<Record<MeasureName, Amount | null>>): IdentityResult | null {
  const left = line[identity.left];
  const right = identity.right.flatMap((m) => line[m] ?? []);
  if (left === null || right.length === 0) return null;
  const total = sum(right);
  const pass = equal(left, total);
  const signed = right.map((a, i) => (i === 0 ? a : a.startsWith('-') ? `− ${a.slice(1)}` : `+ ${a}`)).join(' ');
  const said = pass
    ? say`${{ left }} = ${{ parts: signed }}`
    : say`${{ left }} ≠ ${{ parts: signed }} = ${{ total }}; off by ${{ difference: subtract(left, total) }}`;
  return {
    id: identity.id,
    title: identity.title,
    pass,
    arithmetic: english(said),
    said,
  };
}
