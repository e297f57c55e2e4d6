import type { Handlers } from '../runtime/services.ts';
import { cross } from './cross.ts';
import { line } from './line.ts';
import { facets, lines, selection } from './lines.ts';
import { periods } from './periods.ts';
import { query } from './query.ts';
import { spread } from './spread.ts';
import { summary } from './summary.ts';
import { discountTypes } from './summary/discount-types.ts';
import { layout, setLayout } from './summary/layout.ts';
import { rates, setPaymentCurrency, setRate } from './summary/rates.ts';
import { tagKeys } from './tag-keys.ts';

export const billsHandlers: Handlers<
  | 'bills/periods'
  | 'bills/summary'
  | 'bills/query'
  | 'bills/lines'
  | 'bills/selection'
  | 'bills/line'
  | 'bills/facets'
  | 'bills/cross'
  | 'bills/spread'
  | 'bills/tag-keys'
  | 'bills/discountTypes'
  | 'bills/rates'
  | 'bills/setRate'
  | 'bills/setPaymentCurrency'
  | 'book/summaryLayout'
  | 'book/setSummaryLayout'
> = {
  'bills/periods': periods,
  'bills/summary': summary,
  'bills/query': query,
  'bills/lines': lines,
  'bills/selection': selection,
  'bills/line': line,
  'bills/facets': facets,
  'bills/cross': cross,
  'bills/spread': spread,
  'bills/tag-keys': tagKeys,
  'bills/discountTypes': discountTypes,
  'bills/rates': rates,
  'bills/setRate': setRate,
  'bills/setPaymentCurrency': setPaymentCurrency,
  'book/summaryLayout': layout,
  'book/setSummaryLayout': setLayout,
};
