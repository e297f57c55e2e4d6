import { PAYMENT_PARTS } from '../../domain/allocation/parts.ts';
import type { Column } from '../../domain/bill/columns.ts';
import type { MeasureName } from '../../domain/formats/fields.ts';
import { FRACTION_SCALE } from '../../domain/money/pair.ts';
import { fromBlocks } from '../blocks/answer.ts';
import { unitsOf } from '../blocks/units.ts';
import type { ReadDb } from '../connection.ts';
import { sumRows, type BigRow } from '../exact-sum.ts';
import { MEASURE_COLUMNS } from '../measures.ts';
import { Binder } from './binder.ts';
import { groupKey, groupText, sqlColumn } from './bills-columns.ts';
import { whereOf, type BillScope } from './bills-filter.ts';

/** Sums of a group of lines in whole units of 10^-10, not as text: there may be as many groups as lines. */
export interface UnitGroup {
  /** Texts in the order of the group columns; null where the lines have none. */
  values: (string | null)[];
  lines: number;
  payable: bigint | null;
  effective: bigint | null;
  /** One for each of PAYMENT_PARTS; nothing where it is not told. */
  told: bigint[];
}

const HALF = 1_000_000n;

/** The sum in whole units; null where no line has the column. */
function unitsOfSum(row: BigRow, alias: string): bigint | null {
  const [units, fraction, high, highFraction] = ['u', 'f', 'uh', 'fh'].map((part) => row[`${alias}_${part}`]);
  if (typeof units !== 'bigint' || typeof fraction !== 'bigint') return null;
  const whole = typeof high === 'bigint' ? units + high * HALF : units;
  return whole * FRACTION_SCALE + (typeof highFraction === 'bigint' ? fraction + highFraction * HALF : fraction);
}

/** Exact sums of payable, effective cost and (unless `payableOnly`) the payment parts, by groups, in no order. */
export function unitGroups(read: ReadDb, scope: BillScope, columns: readonly Column[], payableOnly = false): UnitGroup[] {
  return fromBlocks(
    read,
    () => {
      const groups = unitsOf(read, scope, columns, measuresOf(payableOnly));
      return (
        groups &&
        groups.map(({ values, lines, sums: [payable = null, effective = null, ...told] }) => ({
          values,
          lines,
          payable,
          effective,
          told: told.map((units) => units ?? 0n),
        }))
      );
    },
    () => plainUnits(read, scope, columns, payableOnly),
  );
}

const measuresOf = (payableOnly: boolean): readonly MeasureName[] =>
  payableOnly ? ['payable'] : ['payable', 'effectiveCost', ...PAYMENT_PARTS];

/** The same from the lines themselves. */
export function plainUnits(read: ReadDb, scope: BillScope, columns: readonly Column[], payableOnly = false): UnitGroup[] {
  const binder = new Binder();
  const sql = columns.map(sqlColumn);
  const keys = sql.map((column, i) => `${groupKey(binder, column)} AS k${i}`).join(', ');
  const texts = sql.map((column, i) => `${groupText(column, `g.k${i}`)} AS t${i}`).join(', ');
  const where = whereOf(read, scope, binder);
  const measures = measuresOf(payableOnly);
  const rows = sumRows(
    read,
    (sum) => `
    SELECT ${texts}, g.* FROM (
      SELECT ${keys}, COUNT(*) AS lines, ${measures.map((m) => sum(`l.${MEASURE_COLUMNS[m]}`, m)).join(', ')}
      FROM bill_line l WHERE ${where} GROUP BY ${columns.map((_, i) => `k${i}`).join(', ')}
    ) g`,
    binder.params,
  );
  return rows.map((row) => ({
    values: columns.map((_, i) => row[`t${i}`] as string | null),
    lines: Number(row['lines']),
    payable: unitsOfSum(row, 'payable'),
    effective: unitsOfSum(row, 'effectiveCost'),
    told: payableOnly ? [] : PAYMENT_PARTS.map((part) => unitsOfSum(row, part) ?? 0n),
  }));
}
