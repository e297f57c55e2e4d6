import { useMemo } from 'react';
import { MEASURE_NAMES } from '../../../../domain/formats/fields.ts';
import { grouped } from '../../../app/duration.ts';
import { useCall } from '../../../app/hooks.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { DataTable, EmptyState } from '../../../ui/index.ts';
import type { Scope } from '../place.ts';
import { useBillWords } from '../words.ts';
import { groupColumnsOf, sumsForWidth, groupId, groupValues, type GroupRow } from './columns.ts';
import { Toolbar } from './Toolbar.tsx';
import type { DetailsState } from './useDetails.ts';

/** Groups shown at once; the totals are always of all lines. */
const GROUP_LIMIT = 2000;
const BY_PAYABLE = [{ column: 'payable', descending: true }];

/** The groups of the scope, sorted by the services so that the first ones are the first of all. */
export function useGroups(state: DetailsState, scope: Scope) {
  const { place, groupColumns } = state;
  const usable = place.groupSort.filter(
    (s) => groupColumns.includes(s.column) || s.column === 'lines' || (MEASURE_NAMES as readonly string[]).includes(s.column),
  );
  return useCall(
    'bills/query',
    { ...scope, groupBy: [...groupColumns], sort: usable.length > 0 ? usable : BY_PAYABLE, limit: GROUP_LIMIT },
    { keep: true },
  );
}

/** The pivot over the whole width: groups by one to three columns with every measure; opening one shows its lines. */
export function Pivot({ state, scope }: { state: DetailsState; scope: Scope }) {
  const words = useBillWords();
  const { t } = words;
  const { place, change, currency, groupColumns } = state;
  const groups = useGroups(state, scope);
  const rows: readonly GroupRow[] = groups.data?.rows ?? [];
  const sums = currency === null ? undefined : groups.data?.totals[currency];
  const columns = useMemo(
    () => groupColumnsOf(words, groupColumns, currency, sumsForWidth(groups.data?.totals, currency)),
    [words, groupColumns, currency, groups.data],
  );
  const sort = place.groupSort.length > 0 ? place.groupSort : BY_PAYABLE;
  const lines = rows.reduce((n, r) => n + Number(r['lines'] ?? 0), 0);
  const label = groups.data?.truncated
    ? t('groupsTruncated', { n: grouped(rows.length) })
    : t('groupsOf', { count: rows.length, n: grouped(rows.length) });
  return (
    <DataTable
      id={`pivot-${groupColumns.length}`}
      label={t('groupTable')}
      columns={columns}
      rowId={(row) => groupId(groupValues(row, groupColumns))}
      source={rowsOf(rows, { loading: groups.loading, error: groups.error, retry: groups.retry })}
      sort={sort.map((s) => ({ id: s.column, desc: s.descending }))}
      onSort={(next) => change({ groupSort: next.map((s) => ({ column: s.id, descending: s.desc })) }, { replace: true })}
      onOpen={(row) => change({ at: groupValues(row, groupColumns), sort: [] })}
      totals={
        sums
          ? {
              label,
              values: {
                ...(groups.data?.truncated ? {} : { lines: grouped(lines) }),
                ...Object.fromEntries(MEASURE_NAMES.map((m) => [m, sums[m]])),
              },
            }
          : null
      }
      toolbar={<Toolbar state={state} />}
      empty={
        <EmptyState
          title={t('noLines')}
          text={t('noLinesText')}
          actions={
            <button type="button" className="link" onClick={() => change({ where: [], search: '', hideZero: false })}>
              {t('clearFilters')}
            </button>
          }
        />
      }
    />
  );
}
