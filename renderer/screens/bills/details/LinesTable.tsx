import { useEffect, useMemo, useState } from 'react';
import { unwrap } from '../../../../domain/result.ts';
import { MEASURE_NAMES } from '../../../../domain/formats/fields.ts';
import type { Output } from '../../../../services/contract/index.ts';
import { useActions } from '../../../actions/registry.ts';
import { grouped } from '../../../app/duration.ts';
import { useCall } from '../../../app/hooks.ts';
import { usePages } from '../../../app/usePages.ts';
import { bridge } from '../../../host/bridge.ts';
import { Amount, DataTable, EmptyState, type Totals } from '../../../ui/index.ts';
import { isLong, type Scope } from '../place.ts';
import { useBillWords } from '../words.ts';
import { lineColumns, sumsForWidth } from './columns.ts';
import { isFilterable } from './filter-columns.ts';
import { askFilter } from './filter-request.ts';
import { linesTable } from './layouts.ts';
import { Toolbar } from './Toolbar.tsx';
import type { DetailsState } from './useDetails.ts';

type Sums = Output<'bills/lines'>['totals'];
/** What lines are most often sorted by. */
const SORTED = ['date', 'productType', 'listPrice', 'discount', 'payable'];
/** More cannot be asked for at once (contract). */
const MOST_SELECTED = 100_000;

/** The lines of the scope, paged from the services as they scroll into view; exact totals of filter and selection. */
export function LinesTable({ state, scope }: { state: DetailsState; scope: Scope }) {
  const words = useBillWords();
  const { t } = words;
  const { place, change, currency } = state;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const scopeKey = JSON.stringify(scope);
  useEffect(() => setSelected(new Set()), [scopeKey]);
  const sort = useMemo(() => place.sort.map(({ column, descending }) => ({ column, descending })), [place.sort]);
  const source = usePages({
    key: ['bills/lines', scope, sort],
    // Small answers, so that none holds a frame up.
    pageSize: 100,
    fetch: async (offset, limit, signal) => unwrap(await bridge().call('bills/lines', { ...scope, sort, offset, limit }, { signal })),
  });
  const head = useCall('bills/lines', { ...scope, limit: 1 }, { keep: true });
  const ids = useMemo(() => [...selected].slice(0, MOST_SELECTED).map(Number), [selected]);
  const picked = useCall('bills/selection', { ids }, { enabled: ids.length > 0, keep: true });
  const sums = useMemo(() => sumsForWidth(head.data?.totals, currency), [head.data, currency]);
  const long = isLong(place);
  // What every line here has need not be said on each.
  const given = useMemo(() => state.levels.slice(0, place.at?.length ?? 0), [state.levels, place.at]);
  const columns = useMemo(
    () => lineColumns(words, currency, long, sums).filter((c) => !given.includes(c.id)),
    [words, currency, long, sums, given],
  );
  // The heads of the table take a click; by keyboard the same is in the palette.
  const sortBy = (column: string): void => {
    const now = place.sort.find((s) => s.column === column);
    change({ sort: now?.descending === false ? [] : [{ column, descending: now === undefined }] });
  };
  useActions(
    SORTED.map((column) => ({
      id: `bills.sort.${column}`,
      title: t('sortBy', { name: words.column(column) }),
      group: 'view',
      perform: () => sortBy(column),
    })),
  );
  const { data: all } = head;
  const totals = useMemo(
    () => (all ? linesOf(t('totalsOf', { count: all.count, n: grouped(all.count) }), all.totals, currency) : null),
    [all, currency, t],
  );
  const selectionTotals = useMemo(
    () =>
      picked.data && ids.length > 0
        ? linesOf(t('selectedOf', { count: picked.data.count, n: grouped(picked.data.count) }), picked.data.totals, currency)
        : null,
    [picked.data, ids, currency, t],
  );
  return (
    <DataTable
      id={linesTable(place.kind)}
      label={t('lineTable')}
      columns={columns}
      source={source}
      rowId={(line) => String(line.id)}
      onOpen={(line) => change({ line: line.id }, { replace: place.line !== null })}
      activeId={place.line === null ? null : String(place.line)}
      selected={selected}
      onSelect={setSelected}
      sort={place.sort.map((s) => ({ id: s.column, desc: s.descending }))}
      onSort={(next) => change({ sort: next.map((s) => ({ column: s.id, descending: s.desc })) })}
      totals={totals}
      selectionTotals={selectionTotals}
      selectionActions={picked.data ? <SelectionSums totals={picked.data.totals} /> : null}
      filters={filtersOf(place.where.map((f) => f.column))}
      toolbar={<Toolbar state={state} />}
      rowClass={(line) => (line.billType !== null && /refund|退/i.test(line.billType) ? 'refund' : undefined)}
      empty={
        <EmptyState
          title={t('noLines')}
          text={t('noLinesText')}
          actions={
            <button type="button" className="link" onClick={() => change({ where: [], search: '', hideZero: false, at: null })}>
              {t('clearFilters')}
            </button>
          }
        />
      }
    />
  );
}

/** One line a currency: they are never added. */
function linesOf(label: string, sums: Sums, currency: string | null): Totals[] {
  return Object.entries(sums)
    .filter(([code]) => currency === null || code === currency)
    .map(([code, own], index) => ({
      label: index === 0 ? label : '',
      values: { ...(currency === null ? { currency: code } : {}), ...Object.fromEntries(MEASURE_NAMES.map((m) => [m, own[m]])) },
    }));
}

const filtersOf = (columns: readonly string[]) => ({
  can: isFilterable,
  has: (id: string) => columns.includes(id),
  ask: askFilter,
});

function SelectionSums({ totals }: { totals: Sums }) {
  const { column } = useBillWords();
  return (
    <>
      {Object.entries(totals).map(([code, sums]) => (
        <span key={code}>
          <span className="dim">{column('payable')}</span> <Amount value={sums.payable} currency={code} showCurrency plainZero />
        </span>
      ))}
    </>
  );
}
