import type { ReadDb } from '../../../db/connection.ts';
import { registerIds, registerRowsById } from '../../../db/queries/register-rows.ts';
import type { VendorName } from '../../../db/measures.ts';
import { isAmount, subtract } from '../../../domain/money/amount.ts';
import { registerList } from '../../../domain/registers/index.ts';
import { periodBounds } from '../../../domain/time/plain-date.ts';
import type { Output } from '../../contract/index.ts';
import { toRow } from '../../registers/view.ts';

type Coupon = Output<'bills/summary'>['coupons'][number];
const MOST = 1000;

/** Coupons on the book's lists that were valid on a day of the period, the soonest to expire first; none where no list was imported. */
export function couponsOf(
  read: ReadDb,
  period: string,
  vendor: VendorName | null,
  account: string | null,
  accounts: readonly string[] | null = null,
): Coupon[] {
  const list = registerList('coupons');
  const { first, last } = periodBounds(period);
  const scope = { kind: 'coupons' as const, search: '', vendor, account, state: null, from: first, to: null, batch: null };
  const expires = list.columns.find((column) => column.name === 'expires')!;
  const ids = registerIds(read, list, scope, [{ column: expires, descending: false }], { limit: MOST });
  return registerRowsById(read, ids)
    .map((stored) => toRow(list, stored))
    .filter(({ values }) => (values['effective'] ?? '').slice(0, 10) <= last)
    .filter(({ values }) => accounts === null || accounts.includes(values['account'] ?? ''))
    .map(({ id, vendor: of, currency, values }) => {
      const text = (name: string): string | null => values[name] ?? null;
      const [value, balance] = [amountIn(text('value')), amountIn(text('balance'))];
      return {
        row: id,
        vendor: of,
        currency,
        id: text('couponId'),
        name: text('couponName'),
        status: text('status'),
        effective: text('effective'),
        expires: text('expires'),
        value,
        balance,
        used: value === null || balance === null ? null : subtract(value, balance),
      };
    });
}

const amountIn = (text: string | null): string | null => (text !== null && isAmount(text) ? text : null);
