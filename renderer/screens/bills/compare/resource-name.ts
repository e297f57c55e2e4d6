import type { Anomaly } from '../../../../services/contract/analysis.ts';
import type { CompareWords } from './words.ts';

/** Tells one resource from another in the address. */
export const anomalyId = (row: Anomaly): string => JSON.stringify([row.vendor, row.account, row.productType, row.resourceId, row.currency]);

/** How a resource is called: its name, its id, else that the bill names none. */
export const nameOf = (row: Anomaly, { t, value }: Pick<CompareWords, 't' | 'value'>): string =>
  row.resourceName ?? row.resourceId ?? t('withoutResource', { type: value('productType', row.productType) });
