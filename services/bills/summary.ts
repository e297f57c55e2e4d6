import { billGroups, type Group } from '../../db/queries/bills-groups.ts';
import { billTotals, NO_CURRENCY, type Sums } from '../../db/queries/bills-sums.ts';
import type { BillScope } from '../../db/queries/bills-filter.ts';
import { remember } from '../../db/queries/remember.ts';
import { billStatus } from '../../domain/bill/status.ts';
import { printedTotal } from '../../domain/bill/total.ts';
import { unwrap } from '../../domain/result.ts';
import { groupColumnOf } from '../../domain/bill/columns.ts';
import type { Filter } from '../contract/bills.ts';
import type { Output } from '../contract/index.ts';
import type { Handler } from '../runtime/services.ts';
import { addSums } from './periods.ts';
import { scopeOf } from './scope.ts';

type Card = Output<'bills/summary'>['byVendor'][number];

const CARDS = ['vendor', 'productType', 'account', 'billType', 'billingMode'] as const;
/** More than any bill has combinations of the five card columns. */
const MANY = 1_000_000;

/** The cards of a period. The lines are read once; the five cards are folded from one grouping. */
export const summary: Handler<'bills/summary'> = (input, { session }) => {
  const read = session.book().read;
  const where: Filter[] = [];
  if (input.vendor) where.push({ column: 'vendor', op: 'is', value: input.vendor });
  if (input.account !== null) where.push({ column: 'account', op: 'is', value: input.account });
  const scope = scopeOf({ period: input.period, where, hideZero: false, search: '', kind: 'detail' });
  const statement: BillScope = { ...scope, kind: 'statement' };

  const columns = [...CARDS, 'currency'].map((name) => unwrap(groupColumnOf(name)));
  const groups = remember(read, `summary ${JSON.stringify(scope)}`, () => billGroups(read, scope, columns, [], MANY));
  const totals: Record<string, Sums> = {};
  let lines = 0;
  for (const group of groups) {
    const currency = group.values.at(-1) ?? NO_CURRENCY;
    totals[currency] = addSums(totals[currency], group.sums);
    lines += group.lines;
  }
  const total: Record<string, string> = {};
  for (const [currency, sums] of Object.entries(totals)) {
    const printed = printedTotal(sums, currency);
    if (printed !== null) total[currency] = printed;
  }
  const card = (place: number): Card[] => cardOf(groups, place, where);
  return {
    period: input.period,
    status: lines === 0 ? 'empty' : billStatus(input.period, session.today()),
    total,
    totals,
    lines,
    byVendor: card(0),
    byProductType: card(1),
    byAccount: card(2),
    byBillType: card(3),
    byBillingMode: card(4),
    statement: billTotals(read, statement).byCurrency,
  };
};

/** One card per currency; each part carries the filter that shows exactly its lines. */
function cardOf(groups: readonly Group[], place: number, where: readonly Filter[]): Card[] {
  const column = CARDS[place]!;
  const cards = new Map<string, Map<string | null, { lines: number; sums: Sums }>>();
  for (const group of groups) {
    const currency = group.values.at(-1) ?? NO_CURRENCY;
    const parts = cards.get(currency) ?? new Map<string | null, { lines: number; sums: Sums }>();
    cards.set(currency, parts);
    const value = group.values[place] ?? null;
    const part = parts.get(value);
    parts.set(value, { lines: (part?.lines ?? 0) + group.lines, sums: addSums(part?.sums, group.sums) });
  }
  return [...cards.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, parts]) => ({
      currency,
      groups: [...parts.entries()]
        .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
        .map(([value, part]) => ({
          label: value ?? '',
          filter: [
            ...where.filter((f) => f.column !== column),
            value === null ? { column, op: 'missing' as const, value: '' } : { column, op: 'is' as const, value },
            currency === NO_CURRENCY
              ? { column: 'currency', op: 'missing' as const, value: '' }
              : { column: 'currency', op: 'is' as const, value: currency },
          ],
          amounts: part.sums,
          lines: part.lines,
        })),
    }));
}
