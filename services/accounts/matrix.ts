import { accountEntries } from '../../db/queries/accounts.ts';
import { billTotals } from '../../db/queries/bills-sums.ts';
import { entityAt } from '../../domain/accounts/entities.ts';
import { matrixOf, type Operated, type Section } from '../../domain/accounts/matrix.ts';
import { isZero, subtract, sum } from '../../domain/money/amount.ts';
import { scopeOf } from '../bills/scope.ts';
import type { Output } from '../contract/index.ts';
import type { Handler } from '../runtime/services.ts';
import { chargesOf } from './charges.ts';

type Matrix = Output<'accounts/matrix'>;

/**
 * Using against paying accounts. Who operates an account counts by the month of its lines. Each currency is held to two checks:
 * columns against rows, and all sections, history included, against the bills' own total, which is summed by itself.
 */
export const matrix: Handler<'accounts/matrix'> = ({ from, to, accounts, measure }, { session }) => {
  const { read } = session.book();
  const where = accounts === null ? [] : [{ column: 'account', op: 'in' as const, value: accounts }];
  const scope = scopeOf({ period: null, from, to, where, hideZero: false, search: '', kind: 'detail' });
  const month = session.today().slice(0, 7);
  const entities = new Map(accountEntries(read).map((entry) => [entry.id, entry.entities]));
  const operated: Operated = (account, period) => {
    const own = (account === null ? null : entities.get(account)) ?? [];
    const entity = entityAt(own, period);
    return { entity, present: entity === entityAt(own, month) };
  };
  const sections = matrixOf(chargesOf(read, scope, measure), operated);
  const bills = billTotals(read, scope).byCurrency;
  const checks = Object.keys(bills)
    .toSorted()
    .flatMap((currency): Matrix['checks'] => {
      const own = sections.filter((section) => section.currency === currency);
      const rows = sum(own.map(({ total }) => total));
      return [
        checked('cross-foot', currency, sum(own.flatMap(({ columns }) => columns.map(({ total }) => total))), rows),
        checked('bills', currency, rows, bills[currency]![measure] ?? '0'),
      ];
    });
  return { sections: sections.map(shown), checks };
};

function checked(id: 'cross-foot' | 'bills', currency: string, left: string, right: string): Matrix['checks'][number] {
  const difference = subtract(left, right);
  return { id, currency, left, right, difference, pass: isZero(difference) };
}

const shown = ({ difference: _, vendor, ...section }: Section): Matrix['sections'][number] => ({
  ...section,
  vendor: vendor as Matrix['sections'][number]['vendor'],
});
