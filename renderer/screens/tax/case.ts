import type { Input, Output } from '../../../services/contract/index.ts';
import { compare } from '../../../domain/money/amount.ts';
import type { IncomeType } from '../../../domain/tax/treaty.ts';

export type Quote = Output<'tax/quote'>;
export type QuoteAsk = Input<'tax/quote'>;
type Status = QuoteAsk['status'];

/** The form's state: what has been entered so far. */
export interface TaxCaseDraft {
  country: string;
  entity: string;
  status: Status;
  region: string | null;
  date: string | null;
  amount: string | null;
  currency: string;
  /** Percent as typed; empty takes the rule's own rate. */
  whtRate: string;
  /** Day of consumption, where a rule counts by it; empty: the date. */
  usageDate?: string | null;
  /** What is paid for, where a treaty's rate depends on it. */
  incomeType?: IncomeType | null;
}

const RATE = /^\d{1,3}(\.\d{1,6})?$/;
/** True for an empty rate and for a percentage from 0 to 100 with at most six decimals. */
export const isRate = (text: string): boolean => text === '' || (RATE.test(text) && compare(text.replace(/^0+(?=\d)/, ''), '100') <= 0);

/** The question for the services, or null while something is missing or no number. */
export function askOf(draft: TaxCaseDraft, wantsRegion: boolean): QuoteAsk | null {
  const whtRate = draft.whtRate.trim();
  if (draft.date === null || draft.amount === null || !isRate(whtRate) || (wantsRegion && draft.region === null)) return null;
  return {
    country: draft.country,
    entity: draft.entity,
    status: draft.status,
    region: draft.region,
    date: draft.date,
    amount: draft.amount,
    currency: draft.currency,
    whtRate: whtRate === '' ? null : whtRate,
    ...(draft.usageDate ? { usageDate: draft.usageDate } : {}),
    ...(draft.incomeType ? { incomeType: draft.incomeType } : {}),
  };
}

export interface Example {
  id: 'my' | 'myBefore' | 'pk' | 'id';
  draft: TaxCaseDraft;
}

/** The four worked examples of the Huawei Cloud billing guide 8.1 and 8.2, each on a fee of 100 USD. */
export const EXAMPLES: readonly Example[] = [
  {
    id: 'my',
    draft: {
      country: 'MY',
      entity: 'SPARKOO_SG',
      status: 'any',
      region: null,
      date: '2024-03-01',
      amount: '100',
      currency: 'USD',
      whtRate: '8',
    },
  },
  {
    id: 'myBefore',
    draft: {
      country: 'MY',
      entity: 'SPARKOO_SG',
      status: 'any',
      region: null,
      date: '2024-02-29',
      amount: '100',
      currency: 'USD',
      whtRate: '8',
    },
  },
  {
    id: 'pk',
    draft: {
      country: 'PK',
      entity: 'SPARKOO_SG',
      status: 'any',
      region: 'PK-SD',
      date: '2024-03-01',
      amount: '100',
      currency: 'USD',
      whtRate: '10',
    },
  },
  {
    id: 'id',
    draft: {
      country: 'ID',
      entity: 'SPARKOO_ID',
      status: 'registered_not_collector',
      region: null,
      date: '2024-03-01',
      amount: '100',
      currency: 'USD',
      whtRate: '2',
    },
  },
];
