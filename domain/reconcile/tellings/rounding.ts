import type { MeasureName } from '../../formats/fields.ts';
import { FRACTION_SCALE } from '../../money/pair.ts';

/** A rule by which a telling prints sums of exact lines in cents, row by row. */
export interface CoarsePolicy {
  id: string;
  title: string;
  titleZh: string;
  mode: 'half-up' | 'truncate';
  /** The total of a row is the sum of its parts as printed, not its own sum rounded. */
  totals: 'own' | 'parts';
}

const policy = (id: string, mode: CoarsePolicy['mode'], totals: CoarsePolicy['totals'], title: string, titleZh: string): CoarsePolicy => ({
  id,
  mode,
  totals,
  title,
  titleZh,
});

/** In this order: the first that takes every row to what is printed is the one. */
export const COARSE_POLICIES: readonly CoarsePolicy[] = [
  policy(
    'telling.parts.half-up-2',
    'half-up',
    'parts',
    'Each row prints its means of payment half-up in cents, and their sum as the total',
    '每行支付方式四舍五入到分，合计为各支付方式之和',
  ),
  policy('telling.row.half-up-2', 'half-up', 'own', 'Each row prints its sums half-up in cents', '每行合计四舍五入到分'),
  policy('telling.row.truncate-2', 'truncate', 'own', 'Each row prints its sums cut to cents', '每行合计截取到分'),
];

const CENT = FRACTION_SCALE / 100n;
const PARTS: readonly MeasureName[] = [
  'cash',
  'credit',
  'coupon',
  'flexiCoupon',
  'storedCard',
  'bonus',
  'transfer',
  'monthlySettled',
  'outstanding',
  'writeOff',
];

/** True where the figure has no fraction of a cent. */
export const isInCents = (value: bigint): boolean => value % CENT === 0n;

function toCents(value: bigint, mode: CoarsePolicy['mode']): bigint {
  const size = value < 0n ? -value : value;
  const cents = ((mode === 'half-up' ? size + CENT / 2n : size) / CENT) * CENT;
  return value < 0n ? -cents : cents;
}

/** The sums of a row as the rule prints them, in the order of the measures; missing ones stay missing. */
export function printed(
  sums: readonly (bigint | null)[],
  measures: readonly MeasureName[],
  { mode, totals }: CoarsePolicy,
): (bigint | null)[] {
  const cents = sums.map((value) => (value === null ? null : toCents(value, mode)));
  const at = measures.indexOf('payable');
  if (totals === 'parts' && at >= 0 && cents[at] !== null) {
    const parts = cents.filter((value, i) => value !== null && PARTS.includes(measures[i]!));
    if (parts.length > 0) cents[at] = parts.reduce<bigint>((sum, value) => sum + value!, 0n);
  }
  return cents;
}
