import { amount, type Amount } from '../../money/amount.ts';
import { D } from '../../money/decimal.ts';
import { FRACTION_SCALE, fromPair, toPair } from '../../money/pair.ts';

/** An amount as a whole number of 10^-10: what many of them are added up and compared as. */
export type Ten = bigint;

/** Figures of lists may have more than ten decimals: they are rounded half-up to ten. */
export function tenOf(value: Amount): Ten {
  const decimals = value.length - 1 - value.indexOf('.');
  const { units, fraction } = toPair(
    value.includes('.') && decimals > 10 ? amount(new D(value).toDecimalPlaces(10, D.ROUND_HALF_UP)) : value,
  );
  return units * FRACTION_SCALE + fraction;
}

export const amountOf = (ten: Ten): Amount => fromPair(ten / FRACTION_SCALE, ten % FRACTION_SCALE);

export const sumOf = (tens: Iterable<Ten>): Ten => {
  let sum = 0n;
  for (const ten of tens) sum += ten;
  return sum;
};

/** value × percent ÷ 100, half away from zero (or cut) at so many decimals. */
export function percentOfTen(value: Ten, percent: Ten, places: number, mode: 'half-up' | 'truncate'): Ten {
  // 10^-20, times a hundred.
  const exact = (value < 0n ? -value : value) * percent;
  const step = 10n ** BigInt(22 - places);
  const cut = mode === 'half-up' ? (exact + step / 2n) / step : exact / step;
  const size = cut * 10n ** BigInt(10 - places);
  return value < 0n ? -size : size;
}
