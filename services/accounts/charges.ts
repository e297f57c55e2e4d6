import type { ReadDb } from '../../db/connection.ts';
import { billGroups } from '../../db/queries/bills-groups.ts';
import type { BillScope } from '../../db/queries/bills-filter.ts';
import { NO_CURRENCY } from '../../db/queries/bills-sums.ts';
import { remember } from '../../db/queries/remember.ts';
import type { Charge } from '../../domain/accounts/matrix.ts';
import type { Column } from '../../domain/bill/columns.ts';
import type { MeasureName } from '../../domain/formats/fields.ts';

const COLUMNS: readonly Column[] = (['period', 'vendor', 'currency', 'payingAccount', 'account'] as const).map((name) => ({
  type: 'dimension',
  name,
}));
/** More than a book has months, vendors, currencies and pairs of accounts. */
const MANY = 10_000_000;

/** Who paid for whom, month by month, in the scope. */
export const chargesOf = (read: ReadDb, scope: BillScope, measure: MeasureName): Charge[] =>
  remember(read, `charges ${measure} ${JSON.stringify(scope)}`, () =>
    billGroups(read, scope, COLUMNS, [], MANY).map(({ values: [period, vendor, currency, payer, user], lines, sums }) => ({
      period: period!,
      vendor: vendor ?? 'other',
      currency: currency ?? NO_CURRENCY,
      payer: payer ?? null,
      user: user ?? null,
      lines,
      amount: sums[measure],
    })),
  );
