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
import type { Scope } from '../place.ts';
import { useBillWords } from '../words.ts';
import { lineColumns, sumsForWidth } from './columns.ts';
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
    fetch: async (offset, limit, signal) => unwrap(await bridge().call('bills/lines', { ...scope, sort, offset, limit }, { signal })),
  });
  const head = useCall('bills/lines', { ...scope, limit: 1 }, { keep: true });
  const ids = useMemo(() => [...selected].slice(0, MOST_SELECTED).map(Number), [selected]);
  const picked = useCall('bills/selection', { ids }, { enabled: ids.length > 0, keep: true });
  const sums = useMemo(() => sumsForWidth(head.data?.totals, currency), [head.data, currency]);
  const columns = useMemo(
    () => lineColumns(words, currency, place.allPeriods, sums).filter((c) => place.at === null || !place.groupBy.includes(c.id)),
    [words, currency, place, sums],
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
  const totals = head.data
    ? oneLine(t('totalsOf', { count: head.data.count, n: grouped(head.data.count) }), head.data.totals, currency)
    : null;
  const selectionTotals =
    picked.data && ids.length > 0
      ? oneLine(t('selectedOf', { count: picked.data.count, n: grouped(picked.data.count) }), picked.data.totals, currency)
      : null;
  return (
    <DataTable
      id={`bills-${place.kind}`}
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

/** Under the columns only where one currency is shown: currencies are never added. */
function oneLine(label: string, sums: Sums, currency: string | null): Totals | null {
  const own = currency === null ? undefined : sums[currency];
  return own ? { label, values: Object.fromEntries(MEASURE_NAMES.map((m) => [m, own[m]])) } : null;
}

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
