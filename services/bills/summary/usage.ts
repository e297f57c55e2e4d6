import type { ReadDb } from '../../../db/connection.ts';
import { billGroups } from '../../../db/queries/bills-groups.ts';
import { NO_CURRENCY } from '../../../db/queries/bills-sums.ts';
import type { VendorName } from '../../../db/measures.ts';
import { usageItems, type UsageItem } from '../../../db/queries/usage-items.ts';
import { scopeOf } from '../scope.ts';

const MANY = 1000;

/** What a Zilliz Cloud month was used for, by charge item: from the usage beside the invoice, or from usage that is the bill. */
export function itemsOf(read: ReadDb, period: string, vendor: VendorName | null, vendors: readonly string[]): UsageItem[] {
  if (vendor !== null && vendor !== 'zilliz') return [];
  const beside = usageItems(read, period, 'zilliz');
  if (beside.length > 0 || !vendors.includes('zilliz')) return beside;
  const where = [
    { column: 'vendor', op: 'is' as const, value: 'zilliz' },
    { column: 'usageUnit', op: 'present' as const, value: '' },
  ];
  const columns = (['currency', 'product'] as const).map((name) => ({ type: 'dimension' as const, name }));
  return billGroups(read, scopeOf({ period, where, hideZero: false, search: '', kind: 'detail' }), columns, [], MANY).map((group) => ({
    vendor: 'zilliz',
    currency: group.values[0] ?? NO_CURRENCY,
    item: group.values[1] ?? null,
    payable: group.sums.payable,
    lines: group.lines,
  }));
}
