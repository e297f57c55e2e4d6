import { compare, type Amount } from '../../../domain/money/amount.ts';

/** A rate as it is typed: nothing while no currency is chosen. */
export interface FxDraft {
  currency: string | null;
  rate: Amount | null;
  date: string | null;
}
export const NO_FX: FxDraft = { currency: null, rate: null, date: null };

/** Whether the rate is whole: none at all, or a currency with a rate above zero. */
export const fxReady = ({ currency, rate }: FxDraft): boolean => currency === null || (rate !== null && compare(rate, '0') > 0);

export const fxInput = ({ currency, rate, date }: FxDraft): { currency: string; rate: string; date: string | null } | null =>
  currency === null || rate === null ? null : { currency, rate, date };
