import { isTaxLine } from '../bill-types.ts';
import type { Words } from '../words.ts';

/** What part of a month's bill the files of a format tell. */
export interface Coverage {
  /** They print tax in a column of its own, and have no lines of tax. */
  untaxed: boolean;
  /** They tell of subscriptions (or of pay-per-use) alone. */
  only: 'subscription' | null;
}

const WHOLE: Coverage = { untaxed: false, only: null };
/** Formats that tell less than all. Huawei Cloud billing guide, tables 7-4, 7-5, 13-2, 13-3; file description of ItemProductBillOverview. */
const PARTS: Readonly<Record<string, Coverage>> = {
  'huawei.expenditures': { untaxed: true, only: null },
  'huawei.spending': { untaxed: true, only: null },
  'huawei.item-overview': { untaxed: true, only: 'subscription' },
};

export const coverageOf = (format: string): Coverage => (Object.hasOwn(PARTS, format) ? PARTS[format]! : WHOLE);

/** Billing modes of subscriptions, in the words of bills and of the bucket's files. */
export const isSubscriptionMode = (mode: string | null): boolean => mode !== null && /^(包|yearly|monthly|subscription)/i.test(mode);

/** Which of these texts lines must not have, or must have, to be in the part; null where nothing is asked. */
export const taxTypes = (billTypes: readonly (string | null)[]): (string | null)[] => billTypes.filter(isTaxLine);

export function coverageWords({ untaxed, only }: Coverage): Words | null {
  if (only === 'subscription') return { en: 'Subscriptions without tax lines.', zh: '仅包年/包月，不含税金行。' };
  return untaxed ? { en: 'Without tax lines.', zh: '不含税金行。' } : null;
}
