import { billGroups, type Group } from '../../../db/queries/bills-groups.ts';
import type { BillScope } from '../../../db/queries/bills-filter.ts';
import { billTotals, NO_CURRENCY } from '../../../db/queries/bills-sums.ts';
import type { ReadDb } from '../../../db/connection.ts';
import { groupColumnOf, type Column } from '../../../domain/bill/columns.ts';
import { MOST_LINES } from '../../../domain/invoices/check-lines.ts';
import type { LineScope } from '../../../domain/invoices/document.ts';
import { sum } from '../../../domain/money/amount.ts';
import { refuse, unwrap } from '../../../domain/result.ts';
import { periodBounds } from '../../../domain/time/plain-date.ts';
import { say } from '../../../domain/words/said.ts';
import { vendorTitle } from '../../../domain/words/titles.ts';
import { scopeOf } from '../../bills/scope.ts';
import { settingsOf } from '../../book/profile.ts';
import type { MakingWhat } from '../../contract/making.ts';
import type { Source, SourceLine } from './source.ts';

type Bills = Pick<Extract<MakingWhat, { kind: 'bills' }>, 'scope' | 'groupBy'>;
type Language = 'en' | 'zh-CN';

/** Groups and billing cycles that are read at most: a year of every line that a document can have. */
const MOST_GROUPS = MOST_LINES * 12;

/**
 * Bill lines as lines of a document: one for each group, over all billing cycles of the scope, with the exact sum of what is
 * payable. Refuses a selection without lines, of several currencies, and with more groups than a document has lines. Lines
 * without a payable amount say nothing and are counted in a warning.
 */
export function billSource(read: ReadDb, { scope: given, groupBy }: Bills): Source {
  const scope = scopeOf({ ...given, kind: 'detail' });
  const currency = onlyCurrency(read, scope, given.period);
  const names = groupBy.map((name) => name.trim());
  const groupColumns: Column[] = names.map((name) => unwrap(groupColumnOf(name)));
  const columns: Column[] = [...groupColumns, { type: 'dimension', name: 'period' }];
  const groups = billGroups(read, scope, columns, [], MOST_GROUPS + 1);
  const byLine = Map.groupBy(groups, (group) => JSON.stringify(group.values.slice(0, groupColumns.length)));
  if (groups.length > MOST_GROUPS || byLine.size > MOST_LINES)
    refuse('making.too-many-lines', say`The document would have more than ${{ limit: MOST_LINES }} lines.`, {
      column: 'groupBy',
      remedy: 'Group by a coarser column, such as productType.',
    });
  const { language } = settingsOf(read);
  const lines = [...byLine.values()].flatMap((of) => lineOf(of, groupColumns, given, currency, language) ?? []);
  const periods = [...new Set(groups.flatMap((group) => group.values.at(-1) ?? []))].toSorted();
  const without = billTotals(read, {
    ...scope,
    where: [...scope.where, { column: { type: 'measure', name: 'payable' }, op: 'missing', values: [] }],
  });
  return {
    type: 'monthly',
    currency,
    lines,
    period: periods.length === 1 ? periods[0]! : null,
    first: periods[0] === undefined ? null : periodBounds(periods[0]).first,
    last: periods.length === 0 ? null : periodBounds(periods.at(-1)!).last,
    orderReference: null,
    warnings: without.lines === 0 ? [] : [say`${{ count: without.lines }} bill lines have no payable amount and are left out.`],
  };
}

function onlyCurrency(read: ReadDb, scope: BillScope, period: string | null): string {
  const totals = billTotals(read, scope);
  if (totals.lines === 0) {
    const all = period === null ? 0 : billTotals(read, { ...scope, where: [], search: '', hideZero: false }).lines;
    if (period !== null && all === 0)
      refuse('making.period-empty', say`The book has no bills of ${{ period }}.`, {
        column: 'period',
        value: period,
        remedy: 'Choose another period, or import its bills first.',
      });
    refuse('making.no-lines', 'No bill line fits the selection.', {
      column: 'scope',
      remedy: 'Take a condition away, or choose another period.',
    });
  }
  const currencies = Object.keys(totals.byCurrency).toSorted();
  if (currencies.length > 1)
    refuse('making.currencies', say`The selection has amounts in ${{ currencies }}; a document has one currency.`, {
      column: 'currency',
      value: currencies.join(', '),
      remedy: 'Add a condition on the currency, and make one document for each.',
    });
  if (currencies[0] === NO_CURRENCY)
    refuse('making.no-currency', 'The bill lines of the selection name no currency.', {
      column: 'currency',
      remedy: 'Import the bills again with their currency.',
    });
  return currencies[0]!;
}

function lineOf(
  groups: readonly Group[],
  columns: readonly Column[],
  given: Bills['scope'],
  currency: string,
  language: Language,
): SourceLine | null {
  const payables = groups.map((group) => group.sums.payable);
  if (payables.every((payable) => payable === null)) return null;
  const values = groups[0]!.values.slice(0, columns.length);
  return {
    description: values.map((value, i) => textOf(columns[i]!.name, value, language)).join(' · '),
    exact: sum(payables),
    quantity: null,
    scope: lineScope(given, Object.fromEntries(columns.map((column, i) => [column.name, [values[i] ?? '']])), currency),
  };
}

/** The selection narrowed to one group; the currency is said once. */
function lineScope(given: Bills['scope'], where: LineScope['where'], currency: string): LineScope {
  const filters = given.where.filter((filter) => !(filter.column === 'currency' && filter.op === 'is'));
  return {
    period: given.period,
    where: { ...where, currency: [currency] },
    ...(given.from ? { from: given.from } : {}),
    ...(given.to ? { to: given.to } : {}),
    ...(given.search === '' ? {} : { search: given.search }),
    ...(given.hideZero ? { hideZero: true } : {}),
    ...(filters.length === 0 ? {} : { filters }),
  };
}

const OTHER: Readonly<Record<Language, string>> = { en: 'Other charges', 'zh-CN': '其他费用' };

function textOf(column: string, value: string | null, language: Language): string {
  if (value === null || value === '') return OTHER[language];
  if (column !== 'vendor') return value;
  const title = vendorTitle(value);
  return language === 'zh-CN' ? title.zh : (TITLES[value] ?? title.en);
}

const TITLES: Readonly<Record<string, string>> = {
  huawei: 'Huawei Cloud',
  tencent: 'Tencent Cloud',
  qingcloud: 'QingCloud',
  zilliz: 'Zilliz Cloud',
  other: 'Other vendors',
};
