import type { MeasureName } from '../formats/fields.ts';

/** Measures by which a charge was or will be paid. They add up to what is payable; none of them is a view of another. */
export const PAYMENT_PARTS = [
  'cash',
  'credit',
  'monthlySettled',
  'outstanding',
  'coupon',
  'flexiCoupon',
  'storedCard',
  'bonus',
  'transfer',
  'writeOff',
] as const satisfies readonly MeasureName[];
export type PaymentPart = (typeof PAYMENT_PARTS)[number];

/** The three columns of the guide's allocation (cash, credit, coupon) as sums of the parts, and what no part tells. */
export const PART_GROUPS = {
  cash: ['cash', 'storedCard', 'transfer'],
  credit: ['credit', 'monthlySettled', 'outstanding', 'writeOff'],
  coupon: ['coupon', 'flexiCoupon', 'bonus'],
} as const satisfies Record<string, readonly PaymentPart[]>;

/** Columns of an allocation: the payment parts, then what is payable but told by none of them. */
export const PARTS = [...PAYMENT_PARTS, 'untold'] as const;
export type Part = (typeof PARTS)[number];
