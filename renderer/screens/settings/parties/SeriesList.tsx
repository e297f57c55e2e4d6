import { Button } from '@mantine/core';
import { IconHash, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SeriesShown } from '../../../../services/contract/parties.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { useParam } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/parties.json';
import { DataTable, EmptyState, ErrorState, Inspector, type DataColumn } from '../../../ui/index.ts';
import { ArchiveButton } from './ArchiveButton.tsx';
import { SeriesForm } from './SeriesForm.tsx';

/** How documents made here are numbered: each series without gaps. */
export function SeriesList({ choice }: { choice: ReactNode }) {
  const t = useWords<typeof words>('parties');
  const [entry, setEntry] = useParam('series');
  const list = useCall('series/list', {});
  const all = list.data?.series ?? [];
  const open = all.find((series) => String(series.id) === entry) ?? null;
  const add = (): void => setEntry('new');
  useActions([
    { id: 'series.add', title: t('series.add'), group: 'record', shortcut: 'n', predicate: () => entry !== 'new', perform: add },
  ]);
  const columns: DataColumn<SeriesShown>[] = [
    { id: 'name', header: t('series.name'), grow: true, value: (s) => s.name },
    { id: 'for', header: t('series.for'), width: 140, value: (s) => t(`series.kind.${s.forKind}`) },
    { id: 'pattern', header: t('series.pattern'), kind: 'ident', width: 200, value: (s) => s.pattern },
    { id: 'resets', header: t('series.resets'), width: 140, value: (s) => t(`series.reset.${s.resets}`) },
    { id: 'taken', header: t('series.taken'), kind: 'count', width: 110, value: (s) => s.taken },
    { id: 'next', header: t('series.next'), kind: 'ident', width: 180, value: (s) => (s.archived ? null : s.next) },
  ];
  if (list.error) return <ErrorState error={list.error} retry={list.retry} />;
  return (
    <>
      <DataTable
        id="series"
        label={t('show.series')}
        columns={columns}
        source={rowsOf(all, list)}
        rowId={(series) => String(series.id)}
        activeId={entry}
        rowClass={(series) => (series.archived ? 'void' : undefined)}
        onOpen={(series) => setEntry(String(series.id))}
        toolbar={
          <>
            {choice}
            <Button size="xs" variant="default" leftSection={<IconPlus size={14} stroke={1.5} />} onClick={add}>
              {t('series.add')}
            </Button>
          </>
        }
        empty={
          <EmptyState
            icon={IconHash}
            title={t('series.empty')}
            text={t('series.emptyText')}
            actions={<Button onClick={add}>{t('series.add')}</Button>}
          />
        }
      />
      {(open !== null || entry === 'new') && (
        <Inspector
          title={open?.name ?? t('series.add')}
          subtitle={open?.archived ? t('archived') : undefined}
          onClose={() => setEntry(null)}
          footer={open && <ArchiveButton of="series" entry={open} />}
        >
          <SeriesForm
            key={open ? `${open.id}:${open.name}:${open.pattern}` : 'new'}
            series={open}
            onSaved={(id) => setEntry(String(id), { replace: true })}
          />
        </Inspector>
      )}
    </>
  );
}
