import { unreadBatches } from '../../db/queries/allocation-reading.ts';
import { unitGroups } from '../../db/queries/allocation-sums.ts';
import { billTotals, NO_CURRENCY } from '../../db/queries/bills-sums.ts';
import type { ReadDb } from '../../db/connection.ts';
import type { VendorName } from '../../db/measures.ts';
import { addTo, concerns, nothing, standingIn, totalOf, type Standing } from '../../domain/allocation/allocate.ts';
import { amountOf, unitsOf } from '../../domain/allocation/scale.ts';
import { say, type Said } from '../../domain/words/said.ts';
import type { Amount } from '../../domain/money/amount.ts';
import type { AllocationRow } from '../contract/allocation.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import type { Handler } from '../runtime/services.ts';
import { addStanding, partsOfSums, standingOf, Standings, UnitSums } from './figures.ts';
import { policiesOf } from './policies.ts';
import { RULES } from './read-terms.ts';
import { askedColumns, askedScope, groupName, prepaidIn, withCurrency } from './scope.ts';

interface Group {
  values: (string | null)[];
  currency: string;
  lines: number;
  standing: Standing;
  effective: bigint | null;
}
type Summary = Output<'allocation/summary'>;
type Asked = Pick<ParsedInput<'allocation/summary'>, 'period' | 'where' | 'search' | 'usage' | 'groupBy'>;
type Whole = Omit<Summary, 'truncated' | 'period' | 'rows'> & { groups: Group[] };

/** The allocation of a month: groups, totals, what is left out, and the checks that hold it together. */
export const summary: Handler<'allocation/summary'> = (input, { session }) => {
  const { groups, ...whole } = allocationOf(session.book().read, input);
  return { period: input.period, ...whole, rows: groups.slice(0, input.limit).map(tellGroup), truncated: groups.length > input.limit };
};

/** A group as it is told; made of the groups that are shown only, for there may be as many as lines. */
export const tellGroup = ({ standing, effective, ...group }: Group): AllocationRow => ({
  ...group,
  standing: standingOf(standing),
  effective: effective === null ? null : amountOf(effective),
});

/** The same in full, the largest of the month first. */
export function allocationOf(read: ReadDb, input: Asked): Whole {
  const { period, usage } = input;
  const scope = askedScope(input);
  const { names, columns } = askedColumns(input.groupBy);
  const prepaid = prepaidIn(read, scope, columns);
  const groups = new Map<string, Group>();
  const groupOf = (values: (string | null)[], currency: string): Group => {
    const name = groupName(values, currency);
    let group = groups.get(name);
    if (!group) groups.set(name, (group = { values, currency, lines: 0, standing: nothing(), effective: null }));
    return group;
  };
  const totals = new Standings();
  const [whole, billed, missing, effective] = [new UnitSums(), new UnitSums(), new UnitSums(), new UnitSums()];
  const vendors = new Set<VendorName>();
  let gaps = 0;

  // Everything billed in the month, and from it what is paid ahead: the rest is the month's own.
  if (usage)
    for (const sums of unitGroups(read, { ...scope, period }, withCurrency(columns))) {
      const { values, lines } = sums;
      const currency = values.at(-1) ?? NO_CURRENCY;
      const group = groupOf(values.slice(0, -1), currency);
      const parts = partsOfSums(sums);
      addTo(group.standing.month, parts);
      addTo(totals.of(currency).month, parts);
      group.lines += lines;
      group.effective = sums.effective;
      if (sums.effective !== null) effective.add(currency, sums.effective);
      whole.add(currency, totalOf(parts));
      billed.add(currency, totalOf(parts));
    }
  for (const { prepaid: one, values } of prepaid) {
    const { line, parts, shares } = one;
    const { currency } = line;
    if (usage && line.period === period) {
      const group = groupOf(values, currency);
      const taken = parts.map((units) => -units);
      addTo(group.standing.month, taken);
      addTo(totals.of(currency).month, taken);
      group.lines--;
      whole.add(currency, totalOf(taken));
      // Its shares over all months are held against what was billed.
      billed.add(currency, totalOf(taken));
      for (const share of shares) billed.add(currency, totalOf(share.parts));
      if (shares.length === 0) billed.add(currency, totalOf(parts));
    }
    if (shares.length === 0) {
      if (line.period > period) continue;
      gaps++;
      missing.add(currency, totalOf(parts));
    } else if (concerns(line.period, shares, period)) {
      const standing = standingIn(shares, period);
      const group = groupOf(values, currency);
      addStanding(group.standing, standing);
      addStanding(totals.of(currency), standing);
      group.lines++;
      whole.add(currency, totalOf(parts));
      vendors.add(line.vendor);
    }
  }
  const rows = byMonth([...groups.values()].filter(({ lines }) => lines > 0));
  return {
    unread: unreadBatches(read, RULES).length,
    columns: names,
    groups: rows,
    totals: totals.told(),
    effective: effective.told(),
    missing: { lines: gaps, totals: missing.told() },
    checks: checksOf(totals, rows, whole, usage ? { billed, bill: billTotals(read, { ...scope, period }).byCurrency } : null),
    policies: policiesOf(vendors),
  };
}

/** The largest first; equal ones by name. */
function byMonth(groups: readonly Group[]): Group[] {
  const keyed = groups.map((group) => ({ group, size: totalOf(group.standing.month) }));
  return keyed.sort((a, b) => (a.size === b.size ? byName(a.group, b.group) : a.size > b.size ? -1 : 1)).map(({ group }) => group);
}

const byName = (a: Group, b: Group): number => {
  return groupName(a.values, a.currency) < groupName(b.values, b.currency) ? -1 : 1;
};

/** Sums that must agree, by currency: they were added up on different ways. */
function checksOf(
  totals: Standings,
  rows: readonly Group[],
  whole: UnitSums,
  bill: { billed: UnitSums; bill: Record<string, { payable: Amount | null }> } | null,
): Summary['checks'] {
  const check = (id: Summary['checks'][number]['id'], currency: string, title: Said, left: bigint, right: bigint) => ({
    id,
    currency,
    title,
    left: amountOf(left),
    right: amountOf(right),
    difference: amountOf(left - right),
    pass: left === right,
  });
  return [...totals.by.keys()].sort().flatMap((currency) => {
    const { opening, month, remaining } = totals.of(currency);
    const inRows = rows.reduce((sum, row) => (row.currency === currency ? sum + totalOf(row.standing.month) : sum), 0n);
    const payable = bill?.bill[currency]?.payable ?? null;
    return [
      check(
        'crossFoot',
        currency,
        say`Allocated before + this month + remaining = amounts paid`,
        totalOf(opening) + totalOf(month) + totalOf(remaining),
        whole.of(currency),
      ),
      check('rows', currency, say`Rows of this month add up to its total`, inRows, totalOf(month)),
      ...(bill && payable !== null
        ? [
            check(
              'bill' as const,
              currency,
              say`Payable of the month’s bill = own cost + all months of what was paid ahead + amounts without a term`,
              unitsOf(payable),
              bill.billed.of(currency),
            ),
          ]
        : []),
    ];
  });
}
