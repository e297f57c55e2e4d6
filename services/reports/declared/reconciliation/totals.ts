import { sum } from '../../../../domain/money/amount.ts';
import { CHECK_STATUSES } from '../../../contract/reconcile.ts';
import type { Sheet } from '../../../statements/export/sheet.ts';
import { amounts, count, text, type Cell } from '../../tables/model.ts';
import type { PackageWords } from '../words.ts';
import type { ReconciliationData } from './data.ts';

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How the checks came out by vendor and currency; every figure counts or adds up rows of the checks. */
export function totalsSheet({ checks }: ReconciliationData, checkSheet: Sheet, { common, pack }: PackageWords): Sheet {
  const groups = [...Map.groupBy(checks, (c) => `${c.vendor === null ? '' : common.vendors[c.vendor]} ${c.currency ?? ''}`)].toSorted(
    ([a], [b]) => order(a, b),
  );
  const figures = (own: typeof checks): Cell[] => [
    own.length,
    ...CHECK_STATUSES.map((status) => own.filter((c) => c.status === status).length),
    sum(own.filter((c) => c.status === 'fail').map((c) => c.difference)),
    own.reduce((n, c) => n + c.findings.length, 0),
    own.reduce((n, c) => n + c.lineCount, 0),
  ];
  const currencies = [...new Set(checks.flatMap((c) => c.currency ?? []))].toSorted(order);
  return {
    id: 'totals',
    title: pack.tables.totals,
    columns: [
      text('vendor', common.vendor, 16),
      text('currency', common.currency, 9),
      count('checks', pack.checks, 10),
      ...CHECK_STATUSES.map((status) => count(status, common.checkStatus[status], 12)),
      amounts('failing', pack.failing),
      count('findings', pack.findings, 10),
      count('misfits', common.misfits, 12),
    ],
    rows: groups.map(([, own]): Cell[] => [
      own[0]!.vendor === null ? null : common.vendors[own[0]!.vendor],
      own[0]!.currency,
      ...figures(own),
    ]),
    totals: currencies.map((currency): Cell[] => [common.totalOf, currency, ...figures(checks.filter((c) => c.currency === currency))]),
    by: ['currency'],
    adds: ['checks', ...CHECK_STATUSES, 'findings', 'misfits'],
    across: [{ column: 'checks', plus: [...CHECK_STATUSES] }],
    sums: [
      {
        of: checkSheet,
        columns: { failing: 'difference' },
        where: () => KEYS,
        only: ['status', common.checkStatus.fail],
        counts: Object.fromEntries(CHECK_STATUSES.map((status) => [status, [['status', common.checkStatus[status]] as const]])),
      },
      { of: checkSheet, columns: { findings: 'findings', misfits: 'misfits' }, where: () => KEYS },
    ],
  };
}
const KEYS = [
  ['vendor', 'vendor'],
  ['currency', 'currency'],
] as const;
