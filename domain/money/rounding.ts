import { amount, type Amount } from './amount.ts';
import { D } from './decimal.ts';

export type RoundingMode = 'half-up' | 'truncate';

/** A named way to round: the name is what a report prints, the source is where the rule is written. */
export interface RoundingPolicy {
  id: string;
  mode: RoundingMode;
  places: number;
  title: string;
  source: string;
}

/** Decimals of a currency's smallest unit as billing pages print it: yen have none, the others two. */
export const currencyPlaces = (currency: string): number => (currency === 'JPY' ? 0 : 2);

/** Rounds half away from zero, or cuts toward zero. */
export function round(value: Amount, policy: Pick<RoundingPolicy, 'mode' | 'places'>): Amount {
  const mode = policy.mode === 'half-up' ? D.ROUND_HALF_UP : D.ROUND_DOWN;
  return amount(new D(value).toDecimalPlaces(policy.places, mode));
}

export const POLICIES = {
  monthTotal: {
    id: 'huawei.month-total.half-up-2',
    mode: 'half-up',
    places: 2,
    title: 'Monthly total rounded half-up to cents, once; lines keep eight decimals',
    source: 'Huawei Cloud billing guide 7.2.2.2 (from 2021-06)',
  },
  nonMonthlyCharge: {
    id: 'huawei.non-monthly.truncate-2',
    mode: 'truncate',
    places: 2,
    title: 'Accounts that are not settled monthly are charged cut to cents',
    source: 'Huawei Cloud billing guide 13.2.8',
  },
  perSettlement: {
    id: 'huawei.per-settlement.truncate-2',
    mode: 'truncate',
    places: 2,
    title: 'Before 2020-04 every settlement was cut to cents',
    source: 'Huawei Cloud billing guide 7.1, 7.2.2.2',
  },
  perSpecification: {
    id: 'huawei.per-specification.truncate-2',
    mode: 'truncate',
    places: 2,
    title: '2020-04 to 2021-05: cut to cents at month end per specification and usage type',
    source: 'Huawei Cloud billing guide 7.1, 7.2.2.2',
  },
  currencyConversion: {
    id: 'conversion.half-up-2',
    mode: 'half-up',
    places: 2,
    title: 'Converted amounts are rounded half-up to cents (yen: whole)',
    source: 'Huawei Cloud billing guide 6.1.1',
  },
  taxLine: {
    id: 'tax.half-up-2',
    mode: 'half-up',
    places: 2,
    title: 'A tax amount is rounded half-up to cents per document',
    source: 'Tallybook DECISIONS: tax rounding',
  },
  zillizUsage: {
    id: 'zilliz.usage.half-up-2',
    mode: 'half-up',
    places: 2,
    title: 'Ten-decimal daily costs of a month are rounded half-up to cents on the invoice',
    source: 'Zilliz Cloud: understand your invoice',
  },
} as const satisfies Record<string, RoundingPolicy>;
