import type { Amount } from '../money/amount.ts';

/** How matching goes in a book. */
export interface MatchSettings {
  /** What a bank keeps at most, by currency; of other currencies nothing is presumed. */
  fees: Readonly<Record<string, Amount>>;
  /** Percent that an amount may be away from one converted by a rate on record. */
  tolerancePct: Amount;
  /** What is accepted teaches rules. */
  learn: boolean;
}

/** About fifty US dollars: what correspondent banks take together for one transfer. Each book may say otherwise. */
export const MATCH_SETTINGS: MatchSettings = {
  fees: {
    AED: '180',
    AUD: '75',
    CNY: '350',
    EUR: '50',
    GBP: '40',
    HKD: '400',
    IDR: '800000',
    INR: '4200',
    JPY: '7500',
    KES: '6500',
    MYR: '220',
    PHP: '2900',
    PKR: '14000',
    SGD: '70',
    THB: '1800',
    TRY: '1600',
    USD: '50',
    ZAR: '950',
  },
  tolerancePct: '1',
  learn: true,
};
