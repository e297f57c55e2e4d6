import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useActions } from '../../actions/registry.ts';
import type { Output } from '../../../services/contract/index.ts';
import { grouped } from '../../app/duration.ts';
import { useCall } from '../../app/hooks.ts';
import { useGo, useParam } from '../../app/place.ts';
import { rowsOf } from '../../app/usePages.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/import.json';
import { DataTable, EmptyState, StatusMark, type DataColumn } from '../../ui/index.ts';
import { useBillWords } from '../bills/words.ts';
import { SampleButton } from '../overview/SampleButton.tsx';
import { BatchInspector } from './BatchInspector.tsx';
import { UndoDialog } from './UndoDialog.tsx';

export type Batch = Output<'import/batches'>[number];

/** What was imported, the latest first; Enter opens a batch, u undoes it. */
export function Batches({ open }: { open: number | null }) {
  const t = useWords<typeof words>('import');
  const { titleOf } = useBillWords();
  const common = useWordOf('common');
  const batches = useCall('import/batches', {});
  const [, setBatch] = useParam('batch');
  const go = useGo();
  const [undoing, setUndoing] = useState<Batch | null>(null);
  const rows = batches.data ?? [];
  const current = rows.find((b) => b.batch === open);
  useActions([
    {
      id: 'import.undo',
      title: t('undo'),
      group: 'record',
      shortcut: 'u',
      predicate: () => current?.state === 'active',
      perform: () => setUndoing(current ?? null),
    },
    {
      id: 'import.rejects',
      title: t('openRejects'),
      group: 'record',
      predicate: () => (current?.rejected ?? 0) > 0,
      perform: () => current && go('/import', { batch: String(current.batch), view: 'rejects' }),
    },
  ]);
  const columns: DataColumn<Batch>[] = [
    { id: 'batch', header: t('batchNo'), kind: 'count', width: 64, value: (b) => b.batch },
    {
      id: 'file',
      header: t('file'),
      grow: true,
      width: 170,
      value: (b) => b.file,
      render: (b) =>
        b.mends === null ? (
          b.file
        ) : (
          <span title={`${b.file} · ${t('mend.mendsBatch', { batch: b.mends })}`}>
            <span className="dim">{t('mend.mendsShort', { batch: b.mends })} ·</span> {b.file}
          </span>
        ),
    },
    { id: 'format', header: t('format'), width: 206, value: (b) => titleOf(b.format, b.formatTitle) },
    { id: 'vendor', header: t('vendor'), width: 110, hidden: true, value: (b) => common(`vendor.${b.vendor}`) },
    {
      id: 'periods',
      header: t('monthsHead'),
      width: 144,
      value: (b) => (b.periods.length > 1 ? `${b.periods[0] ?? ''} – ${b.periods.at(-1) ?? ''}` : (b.periods[0] ?? '')),
    },
    { id: 'rows', header: t('rowsHead'), kind: 'count', width: 74, value: (b) => b.rows, render: (b) => grouped(b.rows) },
    { id: 'imported', header: t('state.imported'), kind: 'count', width: 74, value: (b) => b.imported, render: (b) => grouped(b.imported) },
    {
      id: 'duplicates',
      header: t('state.duplicates'),
      kind: 'count',
      width: 92,
      hidden: true,
      value: (b) => b.duplicates,
      render: (b) => grouped(b.duplicates),
    },
    {
      id: 'superseded',
      header: t('state.superseded'),
      kind: 'count',
      width: 92,
      hidden: true,
      value: (b) => b.superseded,
      render: (b) => grouped(b.superseded),
    },
    {
      id: 'ignored',
      header: t('state.ignored'),
      kind: 'count',
      width: 76,
      hidden: true,
      value: (b) => b.ignored,
      render: (b) => grouped(b.ignored),
    },
    {
      id: 'rejected',
      header: t('state.rejected'),
      kind: 'count',
      width: 84,
      value: (b) => b.rejected,
      render: (b) => (b.rejected > 0 ? <StatusMark mark={b.mended < b.rejected ? 'due' : 'pass'} label={grouped(b.rejected)} /> : '0'),
    },
    { id: 'importedAt', header: t('when'), kind: 'date', width: 132, value: (b) => b.importedAt.slice(0, 16).replace('T', ' ') },
    {
      id: 'state',
      header: t('stateHead'),
      width: 100,
      value: (b) => t(`batch.${b.state}`),
      render: (b) => <StatusMark mark={b.state === 'active' ? 'pass' : 'missing'} label={t(`batch.${b.state}`)} />,
    },
  ];
  return (
    <section className="batches" aria-label={t('batches')}>
      <h2 className="section-title">{t('batches')}</h2>
      <DataTable
        id="batches"
        label={t('batches')}
        columns={columns}
        rowId={(b) => String(b.batch)}
        activeId={open === null ? null : String(open)}
        source={rowsOf(rows, { loading: batches.loading, error: batches.error, retry: batches.retry })}
        onOpen={(b) => setBatch(String(b.batch), { replace: open !== null })}
        rowClass={(b) => (b.state === 'undone' ? 'void' : undefined)}
        empty={<EmptyState icon={IconFileImport} title={t('noBatches')} text={t('noBatchesText')} actions={<SampleButton />} />}
      />
      {current && <BatchInspector batch={current} onClose={() => setBatch(null, { replace: true })} onUndo={() => setUndoing(current)} />}
      <UndoDialog batch={undoing} onClose={() => setUndoing(null)} />
    </section>
  );
}
