import type { Handlers } from '../runtime/services.ts';
import { line } from './line.ts';
import { facets, lines, selection } from './lines.ts';
import { periods } from './periods.ts';
import { query } from './query.ts';
import { summary } from './summary.ts';

export const billsHandlers: Handlers<
  'bills/periods' | 'bills/summary' | 'bills/query' | 'bills/lines' | 'bills/selection' | 'bills/line' | 'bills/facets'
> = {
  'bills/periods': periods,
  'bills/summary': summary,
  'bills/query': query,
  'bills/lines': lines,
  'bills/selection': selection,
  'bills/line': line,
  'bills/facets': facets,
};
