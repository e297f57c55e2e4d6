import { billTotals, NO_CURRENCY } from '../../../db/queries/bills-sums.ts';
import { registerIds, registerRowsById, type StoredRegisterRow } from '../../../db/queries/register-rows.ts';
import type { ReadDb } from '../../../db/connection.ts';
import { refuse } from '../../../domain/result.ts';
import { registerList } from '../../../domain/registers/index.ts';
import { say } from '../../../domain/words/said.ts';
import { scopeOf } from '../../bills/scope.ts';
import { settingsOf } from '../../book/profile.ts';
import type { MakingWhat } from '../../contract/making.ts';
import { billSource } from './bills.ts';
import type { Source, SourceLine } from './source.ts';

type Order = Extract<MakingWhat, { kind: 'order' }>;

/**
 * An order invoice (订阅开票): from the bill lines of the order over all billing cycles, which drill; where no bill has them
 * yet, from its rows in the list of orders, by their order amount.
 */
export function orderSource(read: ReadDb, { orderId, groupBy }: Order): Source {
  const scope = { period: null, where: [{ column: 'orderId', op: 'is' as const, value: orderId }], hideZero: false, search: '' };
  if (billTotals(read, scopeOf({ ...scope, kind: 'detail' })).lines > 0)
    return { ...billSource(read, { scope, groupBy }), type: 'order', orderReference: orderId };
  const rows = ordersOf(read, orderId);
  if (rows.length === 0)
    refuse('making.no-order', say`Neither bills nor the list of orders have an order ${{ orderId }}.`, {
      column: 'orderId',
      value: orderId,
      remedy: 'Check the number of the order, or import the list of orders.',
    });
  const { language } = settingsOf(read);
  const currencies = [...new Set(rows.map((row) => row.currency ?? NO_CURRENCY))];
  if (currencies.length > 1 || currencies[0] === NO_CURRENCY)
    refuse('making.order-currency', say`The rows of order ${{ orderId }} do not name one currency.`, {
      column: 'orderId',
      value: orderId,
      remedy: 'Import the list of orders with its currency.',
    });
  return {
    type: 'order',
    currency: currencies[0]!,
    lines: rows.map((row) => lineOf(row, language)),
    period: null,
    first: null,
    last: null,
    orderReference: orderId,
    warnings: [],
  };
}

function ordersOf(read: ReadDb, orderId: string): StoredRegisterRow[] {
  const list = registerList('orders');
  const scope = { kind: 'orders', search: orderId, vendor: null, account: null, state: null, from: null, to: null, batch: null } as const;
  return registerRowsById(read, registerIds(read, list, scope, [])).filter((row) => row.data['orderId'] === orderId);
}

function lineOf({ data, file, row }: StoredRegisterRow, language: 'en' | 'zh-CN'): SourceLine {
  const exact = data['amount'] ?? data['paidAmount'];
  if (exact === null || exact === undefined)
    refuse('making.order-amount', say`The order in ${{ file }}, row ${{ row }}, has no amount.`, {
      file,
      row,
      remedy: 'Import the list of orders with its amounts.',
    });
  const parts = [data['product'] ?? data['productType'], data['spec'], data['term']].filter(
    (part) => part !== null && part !== undefined && part !== '',
  );
  const quantity = data['quantity'];
  return {
    description: parts.length > 0 ? parts.join(' · ') : language === 'zh-CN' ? '订单' : 'Order',
    exact,
    quantity: quantity !== null && quantity !== undefined && /^[1-9]\d{0,8}$/.test(quantity) ? quantity : null,
    scope: null,
  };
}
