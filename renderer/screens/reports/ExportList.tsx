import { IconFileDownload } from '@tabler/icons-react';
import type { Output } from '../../../services/contract/index.ts';
import type { CallState } from '../../app/hooks.ts';
import { rowsOf } from '../../app/usePages.ts';
import { useLanguage, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reports.json';
import { DataTable, EmptyState, Ident, type DataColumn } from '../../ui/index.ts';
import { grouped } from '../../app/duration.ts';
import { bytesText } from '../documents/keys.ts';
import { whatText } from './what.ts';

type Row = Output<'export/list'>[number];

/** Files written from this book, newest first, each with its size and hash. */
export function ExportList({ state }: { state: CallState<Row[]> }) {
  const t = useWords<typeof words>('reports');
  const language = useLanguage();
  const columns: DataColumn<Row>[] = [
    { id: 'at', header: t('at'), kind: 'date', width: 140, value: (row) => row.at.slice(0, 16).replace('T', ' ') },
    { id: 'what', header: t('what'), value: (row) => whatText(row.what, language), width: 122 },
    { id: 'file', header: t('file'), value: (row) => row.file, grow: true, width: 122 },
    { id: 'rows', header: t('rows'), kind: 'count', value: (row) => row.rows, render: (row) => grouped(row.rows), width: 72 },
    { id: 'bytes', header: t('size'), kind: 'count', value: (row) => row.bytes, render: (row) => bytesText(row.bytes), width: 76 },
    {
      id: 'sha256',
      header: 'SHA-256',
      kind: 'ident',
      value: (row) => row.sha256,
      width: 150,
      render: (row) => <Ident value={row.sha256} length={14} copy />,
    },
  ];
  return (
    <DataTable
      id="exports"
      label={t('exports')}
      columns={columns}
      rowId={(row) => String(row.id)}
      source={rowsOf(state.data ?? [], state)}
      empty={<EmptyState icon={IconFileDownload} title={t('noExports')} text={t('noExportsText')} />}
    />
  );
}
