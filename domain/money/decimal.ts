import { Decimal } from 'decimal.js';

/**
 * The one configuration of decimal.js: 60 significant digits hold any sum of 10^9 lines of ±10^15 with ten
 * decimals (34 digits) and any product of two of them. Exponents are bounded so that no input can make it expand.
 */
export const D = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -60, toExpPos: 60, minE: -60, maxE: 60 });
export type D = InstanceType<typeof D>;
