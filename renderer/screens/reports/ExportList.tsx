import { IconFileDownload } from '@tabler/icons-react';
import type { ExportRecord } from '../../../services/contract/reports.ts';
import type { CallState } from '../../app/hooks.ts';
import { useParam } from '../../app/place.ts';
import { rowsOf } from '../../app/usePages.ts';
import { useLanguage, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reports.json';
import { DataTable, EmptyState, Ident, StatusMark, type DataColumn } from '../../ui/index.ts';
import { grouped } from '../../app/duration.ts';
import { bytesText } from '../documents/keys.ts';
import { ExportInspector } from './ExportInspector.tsx';
import { MARKS } from './states.ts';
import { whatText } from './what.ts';

/** Exports of this book, newest first: how each ended, with size and hash of what was written. */
export function ExportList({ state }: { state: CallState<ExportRecord[]> }) {
  const t = useWords<typeof words>('reports');
  const language = useLanguage();
  const [open, setOpen] = useParam('export');
  const records = state.data ?? [];
  const chosen = records.find((record) => String(record.id) === open);
  const columns: DataColumn<ExportRecord>[] = [
    { id: 'at', header: t('at'), kind: 'date', width: 152, value: (row) => row.startedAt.slice(0, 16).replace('T', ' ') },
    {
      id: 'state',
      header: t('stateColumn'),
      width: 104,
      value: (row) => t(`state.${row.state}`),
      render: (row) => <StatusMark mark={MARKS[row.state]} label={t(`state.${row.state}`)} />,
    },
    { id: 'what', header: t('what'), value: (row) => whatText(row.what, language), width: 170 },
    { id: 'file', header: t('file'), value: (row) => row.file, grow: true, width: 130 },
    {
      id: 'rows',
      header: t('rows'),
      kind: 'count',
      value: (row) => row.rows,
      render: (row) => (row.rows === null ? null : grouped(row.rows)),
      width: 80,
    },
    {
      id: 'bytes',
      header: t('size'),
      kind: 'count',
      value: (row) => row.bytes,
      render: (row) => (row.bytes === null ? null : bytesText(row.bytes)),
      width: 76,
    },
    {
      id: 'sha256',
      header: 'SHA-256',
      kind: 'ident',
      value: (row) => row.sha256,
      width: 150,
      render: (row) => (row.sha256 === null ? null : <Ident value={row.sha256} length={14} copy />),
    },
  ];
  return (
    <>
      <DataTable
        id="exports"
        label={t('exports')}
        columns={columns}
        rowId={(row) => String(row.id)}
        source={rowsOf(records, state)}
        onOpen={(row) => setOpen(String(row.id), { replace: open !== null })}
        activeId={open}
        empty={<EmptyState icon={IconFileDownload} title={t('noExports')} text={t('noExportsText')} />}
      />
      {chosen && <ExportInspector record={chosen} onClose={() => setOpen(null)} />}
    </>
  );
}
