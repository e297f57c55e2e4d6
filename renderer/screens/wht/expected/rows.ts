import { isMissing, EXPECTED_STATES, type ExpectedState } from '../../../../domain/wht/expected/state.ts';
import { sum } from '../../../../domain/money/amount.ts';
import type { Output } from '../../../../services/contract/index.ts';
import type { ExpectedRow } from '../../../../services/contract/wht-expected.ts';
import type { Mark } from '../../../ui/index.ts';
import type { StripItem } from '../../documents/StatusStrip.tsx';

/** How a state is marked: colour has meaning and stands beside the word. */
export const MARKS: Record<ExpectedState, Mark> = {
  'to-come': 'missing',
  expected: 'due',
  overdue: 'fail',
  received: 'missing',
  submitted: 'due',
  refused: 'fail',
  accepted: 'pass',
  'not-due': 'missing',
  'written-off': 'missing',
};

/** How pressing the days that are left are. */
export const daysMark = (days: number): Mark => (days < 0 ? 'fail' : days <= 30 ? 'due' : 'missing');

/** Names a row in addresses and tables: `huawei:INV-1`. */
export const rowKey = (row: Pick<ExpectedRow, 'vendor' | 'invoice'>): string => `${row.vendor}:${row.invoice}`;

export type Tab = 'missing' | ExpectedState | 'all';
export const isTab = (text: string | null): text is Tab =>
  text === 'missing' || text === 'all' || EXPECTED_STATES.some((state) => state === text);

/** Rows of a tab; what is missing with the most pressing first. */
export function rowsOfTab(rows: readonly ExpectedRow[], tab: Tab): readonly ExpectedRow[] {
  if (tab === 'all') return rows;
  if (tab === 'missing') return byUrgency(rows.filter((row) => isMissing(row.state)));
  const own = rows.filter((row) => row.state === tab);
  return isMissing(tab) ? byUrgency(own) : own;
}

/** By the days that are left; those without a day last, in the order that they have. */
export const byUrgency = (rows: readonly ExpectedRow[]): readonly ExpectedRow[] =>
  rows.toSorted((a, b) => (a.days ?? Number.MAX_SAFE_INTEGER) - (b.days ?? Number.MAX_SAFE_INTEGER));

type Sum = Output<'wht/expected'>['sums'][number];

/** One tab for everything that is missing, one for each state that there is, and one for all. Currencies are never added together. */
export function stripOf(sums: readonly Sum[], rows: readonly ExpectedRow[], label: (tab: Tab) => string): StripItem[] {
  const missing = rows.filter((row) => isMissing(row.state));
  const perCurrency = Map.groupBy(missing, (row) => row.currency);
  const states = [...new Set(sums.map((s) => s.state))];
  return [
    {
      id: 'missing',
      label: label('missing'),
      count: missing.length,
      sums: [...perCurrency]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([currency, own]) => ({ currency, amount: sum(own.map((row) => row.missing)) })),
    },
    ...states.map((state) => {
      const own = sums.filter((s) => s.state === state);
      return {
        id: state,
        label: label(state),
        count: own.reduce((count, s) => count + s.count, 0),
        sums: own.filter((s) => s.unknown < s.count).map(({ currency, amount }) => ({ currency, amount })),
      };
    }),
    { id: 'all', label: label('all'), count: rows.length, sums: [] },
  ];
}
