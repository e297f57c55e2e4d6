import { Button, Tabs } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { unwrap } from '../../../domain/result.ts';
import type { RegisterList } from '../../../services/contract/registers.ts';
import { useActions } from '../../actions/registry.ts';
import { grouped } from '../../app/duration.ts';
import { useCall } from '../../app/hooks.ts';
import { usePages } from '../../app/usePages.ts';
import { bridge } from '../../host/bridge.ts';
import { Amount, DataTable, EmptyState, PageHeader } from '../../ui/index.ts';
import { partTotals, tableColumns, type RegisterTotals } from './columns.ts';
import { ANYWHERE, isNarrowed, scopeOf, sortOf, type Place } from './place.ts';
import { RowInspector } from './RowInspector.tsx';
import type { Change } from './SubscriptionsScreen.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useListExport } from './useListExport.ts';
import { useListWords } from './words.ts';

const NO_TOTALS: RegisterTotals = {};

/** One list: its rows paged from the services, exact totals of the filter, and the row that is open. */
export function ListView({ list, place, change, children }: { list: RegisterList; place: Place; change: Change; children: ReactNode }) {
  const words = useListWords();
  const { t, title, clearable } = words;
  const scope = scopeOf(list.kind, place);
  const sort = sortOf(list, place).map(({ column, descending }) => ({ column, descending }));
  const source = usePages({
    key: ['registers/rows', scope, sort],
    fetch: async (offset, limit, signal) =>
      unwrap(await bridge().call('registers/rows', { ...scope, sort, offset, limit, sums: false }, { signal })),
  });
  const head = useCall('registers/rows', { ...scope, limit: 1 }, { keep: true });
  const totals = head.data?.totals ?? NO_TOTALS;
  const columns = useMemo(() => tableColumns(list, totals, words), [list, totals, words]);
  const { under, beside } = partTotals(list, totals);
  const job = useListExport(list, { ...scope, sort });
  useActions([{ id: 'subscriptions.export', title: t('export'), group: 'record', perform: () => void job.run() }]);
  return (
    <>
      <PageHeader
        title={t('title')}
        totals={beside.length > 0 ? <SumsBeside beside={beside} /> : null}
        actions={
          <Button variant="default" leftSection={<IconDownload size={14} />} loading={job.busy} onClick={() => void job.run()}>
            {t('export')}
          </Button>
        }
      />
      {children}
      <Tabs.Panel value={list.kind} className="page">
        <DataTable
          id={`list-${list.kind}`}
          label={title(list)}
          columns={columns}
          source={source}
          rowId={(row) => String(row.id)}
          onOpen={(row) => change({ row: row.id }, { replace: place.row !== null })}
          activeId={place.row === null ? null : String(place.row)}
          sort={sort.map((s) => ({ id: s.column, desc: s.descending }))}
          onSort={(next) => change({ sort: next.map((s) => ({ column: s.id, descending: s.desc })) })}
          totals={head.data ? { label: t('rows', { count: head.data.count, n: grouped(head.data.count) }), values: under } : null}
          toolbar={<Toolbar list={list} place={place} change={change} />}
          empty={
            <EmptyState
              title={t('noRows')}
              text={isNarrowed(place) ? t('noRowsText') : undefined}
              actions={
                isNarrowed(place) ? (
                  <button type="button" className="link" onClick={() => change(clearable(ANYWHERE))}>
                    {t('clearFilters')}
                  </button>
                ) : undefined
              }
            />
          }
        />
      </Tabs.Panel>
      {place.row !== null && <RowInspector id={place.row} onClose={() => change({ row: null }, { replace: true })} />}
    </>
  );
}

/** Sums in several currencies or units: never added, so they stand beside each other. */
function SumsBeside({ beside }: { beside: ReturnType<typeof partTotals>['beside'] }) {
  const { t, title } = useListWords();
  return (
    <span role="group" aria-label={t('totalsOfFilter')} className="list-sums">
      {beside.map(({ column, sums }) => (
        <span key={column.name}>
          <span className="dim">{title(column)}</span>
          {sums.map(([unit, sum]) => (
            <span key={unit} className="list-sum">
              <Amount value={sum} currency={column.type === 'money' ? unit : null} plainZero /> <span className="unit">{unit}</span>
            </span>
          ))}
        </span>
      ))}
    </span>
  );
}
