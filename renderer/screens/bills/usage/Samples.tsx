import { Button, Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMemo } from 'react';
import { unwrap } from '../../../../domain/result.ts';
import { periodBounds } from '../../../../domain/time/plain-date.ts';
import type { RegisterList } from '../../../../services/contract/registers.ts';
import { useActions } from '../../../actions/registry.ts';
import { grouped } from '../../../app/duration.ts';
import { useCall } from '../../../app/hooks.ts';
import { useGo } from '../../../app/place.ts';
import { usePages } from '../../../app/usePages.ts';
import { bridge } from '../../../host/bridge.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/usage.json';
import { DataTable, DateInput, EmptyState } from '../../../ui/index.ts';
import { tableColumns } from '../../subscriptions/columns.ts';
import { useListExport } from '../../subscriptions/useListExport.ts';
import { useListWords } from '../../subscriptions/words.ts';
import type { Series } from './Charged.tsx';
import type { UsagePlace } from './place.ts';
import { Totals } from './Totals.tsx';
import type { ChangePlace } from './Usage.tsx';

const KIND = 'usage-samples';
const BY_TIME = [{ column: 'time', descending: false }];

/** The samples of the month as they were imported, narrowed by usage type, resource and day, with their totals. */
export function Samples(props: { period: string; series: Series; place: UsagePlace; change: ChangePlace }) {
  const kinds = useCall('registers/kinds', {});
  const list = kinds.data?.find(({ kind }) => kind === KIND);
  return list ? <Rows {...props} list={list} /> : null;
}

function Rows({
  period,
  series,
  place,
  change,
  list,
}: {
  period: string;
  series: Series;
  place: UsagePlace;
  change: ChangePlace;
  list: RegisterList;
}) {
  const t = useWords<typeof words>('usage');
  const listWords = useListWords();
  const go = useGo();
  const { first, last } = periodBounds(period);
  const day = place.day !== null && place.day >= first && place.day <= last ? place.day : null;
  const narrowed = { resource: place.resource, from: day ?? first, to: day ?? last };
  const sort = place.sort.length > 0 ? place.sort.map(({ column, descending }) => ({ column, descending })) : BY_TIME;
  const scope = { kind: KIND, state: place.spec, ...narrowed } as const;
  const totals = useCall('usage/totals', { spec: place.spec, ...narrowed }, { keep: true });
  const source = usePages({
    key: ['registers/rows', scope, sort],
    fetch: async (offset, limit, signal) =>
      unwrap(await bridge().call('registers/rows', { ...scope, sort, offset, limit, sums: false }, { signal })),
  });
  const columns = useMemo(() => tableColumns(list, {}, listWords), [list, listWords]);
  const job = useListExport(list, { ...scope, sort });
  useActions([{ id: 'usage.export', title: t('export'), group: 'record', perform: () => void job.run() }]);
  const specs = [...new Set(series.flatMap(({ spec }) => spec ?? []))];
  const resources = [
    ...new Set(series.filter(({ spec }) => place.spec === null || spec === place.spec).map(({ resource }) => resource ?? '')),
  ];
  return (
    <>
      {totals.data && totals.data.length > 0 && <Totals totals={totals.data} />}
      <DataTable
        id="usage-samples"
        label={t('samples')}
        columns={columns}
        source={source}
        rowId={(row) => String(row.id)}
        onOpen={(row) => go('/subscriptions', { list: KIND, row: String(row.id) })}
        sort={sort.map(({ column, descending }) => ({ id: column, desc: descending }))}
        onSort={(next) => change({ sort: next.map(({ id, desc }) => ({ column: id, descending: desc })) })}
        totals={{ label: t('rows', { count: source.count, n: grouped(source.count) }), values: {} }}
        toolbar={
          <>
            <Select
              w={180}
              data-filter
              clearable
              aria-label={t('usageType')}
              placeholder={t('usageType')}
              value={place.spec}
              onChange={(spec) => change({ spec, resource: null })}
              data={specs}
            />
            <Select
              w={240}
              clearable
              searchable
              aria-label={t('resource')}
              placeholder={t('resource')}
              value={place.resource}
              onChange={(resource) => change({ resource })}
              data={resources.filter(Boolean)}
            />
            <DateInput w={132} aria-label={t('day')} placeholder={t('day')} value={day} onChange={(next) => change({ day: next })} />
            <Button variant="default" leftSection={<IconDownload size={14} />} loading={job.busy} onClick={() => void job.run()}>
              {t('export')}
            </Button>
          </>
        }
        empty={
          <EmptyState
            title={t('noRows')}
            actions={
              <button type="button" className="link" onClick={() => change({ spec: null, resource: null, day: null })}>
                {t('clearFilters')}
              </button>
            }
          />
        }
      />
    </>
  );
}
