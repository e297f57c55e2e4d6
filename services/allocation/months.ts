import { unreadBatches } from '../../db/queries/allocation-reading.ts';
import { unitGroups } from '../../db/queries/allocation-sums.ts';
import { NO_CURRENCY } from '../../db/queries/bills-sums.ts';
import { totalOf } from '../../domain/allocation/allocate.ts';
import { amountOf } from '../../domain/allocation/scale.ts';
import { conditionOf } from '../../domain/bill/filter.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { addPeriods, type Period } from '../../domain/time/plain-date.ts';
import { say } from '../../domain/words/said.ts';
import type { Output } from '../contract/index.ts';
import type { Handler } from '../runtime/services.ts';
import { RULES } from './read-terms.ts';
import { askedColumns, askedScope, groupName, prepaidIn } from './scope.ts';

/** Most months of one answer: the longest term, and a year on either side. */
const MOST_MONTHS = 144;

interface Row {
  values: (string | null)[] | null;
  currency: string;
  figures: (bigint | null)[];
}

/** Cost by the months into which it falls: what is of its own month, and the shares of what is paid ahead. */
export const months: Handler<'allocation/months'> = (input, { session }) => {
  const read = session.book().read;
  const all = monthsBetween(input.from, input.to);
  const at = new Map(all.map((period, i) => [period, i]));
  const scope = askedScope(input);
  const { names, columns } = askedColumns(input.groupBy);
  const rows = new Map<string, Row>();
  const add = (values: (string | null)[], currency: string, month: Period, units: bigint): void => {
    const place = at.get(month);
    if (place === undefined) return;
    const name = groupName(values, currency);
    let row = rows.get(name);
    if (!row) rows.set(name, (row = { values, currency, figures: all.map(() => null) }));
    row.figures[place] = (row.figures[place] ?? 0n) + units;
  };
  if (input.usage) {
    const within = { ...scope, where: [...scope.where, condition('atLeast', input.from), condition('atMost', input.to)] };
    const by = [{ type: 'dimension', name: 'period' }, ...columns, { type: 'dimension', name: 'currency' }] as const;
    for (const { values, payable } of unitGroups(read, within, by, true))
      if (payable !== null) add(values.slice(1, -1), values.at(-1) ?? NO_CURRENCY, values[0]!, payable);
  }
  for (const { prepaid, values } of prepaidIn(read, scope, columns)) {
    const { line, parts, shares } = prepaid;
    if (input.usage) add(values, line.currency, line.period, -totalOf(parts));
    for (const share of shares) add(values, line.currency, share.period, totalOf(share.parts));
  }
  return { unread: unreadBatches(read, RULES).length, columns: names, months: all, ...told([...rows.values()], all.length, input.limit) };
};

const condition = (op: 'atLeast' | 'atMost', value: Period) => unwrap(conditionOf({ column: 'period', op, value }));

function monthsBetween(from: Period, to: Period): Period[] {
  const all: Period[] = [];
  for (let period = from; period <= to && all.length <= MOST_MONTHS; period = addPeriods(period, 1)) all.push(period);
  if (all.length === 0 || all.length > MOST_MONTHS)
    refuse('allocation.months', say`From ${{ from }} to ${{ to }} are no months that can be shown together.`, {
      remedy: say`Ask for 1 to ${{ most: MOST_MONTHS }} months, the earlier one first.`,
    });
  return all;
}

const sumOf = (figures: readonly (bigint | null)[]): bigint => figures.reduce<bigint>((sum, figure) => sum + (figure ?? 0n), 0n);
const size = (figures: readonly (bigint | null)[]): bigint =>
  figures.reduce<bigint>((sum, figure) => sum + (figure === null ? 0n : figure < 0n ? -figure : figure), 0n);

/** Rows by size with the rest of each currency as one, and the totals of each currency. */
function told(rows: readonly Row[], width: number, limit: number): Pick<Output<'allocation/months'>, 'rows' | 'totals'> {
  const sorted = rows
    .filter(({ figures }) => figures.some((figure) => figure !== null && figure !== 0n))
    .map((row) => ({ row, size: size(row.figures) }))
    .sort((a, b) =>
      a.size !== b.size
        ? a.size > b.size
          ? -1
          : 1
        : groupName(a.row.values!, a.row.currency) < groupName(b.row.values!, b.row.currency)
          ? -1
          : 1,
    )
    .map(({ row }) => row);
  const totals = new Map<string, Row>();
  const rests = new Map<string, Row>();
  const into = (sums: Map<string, Row>, { currency, figures }: Row): void => {
    const sum = sums.get(currency) ?? { values: null, currency, figures: Array.from({ length: width }, () => null) };
    figures.forEach((figure, i) => {
      if (figure !== null) sum.figures[i] = (sum.figures[i] ?? 0n) + figure;
    });
    sums.set(currency, sum);
  };
  sorted.forEach((row, i) => {
    into(totals, row);
    if (i >= limit) into(rests, row);
  });
  return {
    rows: [...sorted.slice(0, limit), ...rests.values()].map(({ values, currency, figures }) => ({
      values,
      currency,
      figures: figures.map((figure) => (figure === null ? null : amountOf(figure))),
      total: amountOf(sumOf(figures)),
    })),
    totals: Object.fromEntries(
      [...totals.values()].map(({ currency, figures }) => [currency, figures.map((figure) => amountOf(figure ?? 0n))]),
    ),
  };
}
