import { IconTableImport } from '@tabler/icons-react';
import type { ImportedFile } from '../../../../services/contract/wht-import.ts';
import { useCall } from '../../../app/hooks.ts';
import { useParam } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/whtImport.json';
import { DataTable, EmptyState, ErrorState, type DataColumn } from '../../../ui/index.ts';
import { TakeResult } from './TakeResult.tsx';
import { useNames } from './words.ts';

/** Lists that were taken, newest first; each opens to what became of its rows. */
export function ImportHistory() {
  const t = useWords<typeof words>('whtImport');
  const { title } = useNames();
  const [open, setOpen] = useParam('import');
  const id = open !== null && /^\d{1,9}$/.test(open) ? Number(open) : null;
  const list = useCall('wht/imports', {});
  const shown = useCall('wht/importShow', { id: id ?? 0 }, { enabled: id !== null });
  if (id !== null && shown.error) return <ErrorState error={shown.error} retry={shown.retry} />;
  if (id !== null && shown.data) return <TakeResult result={shown.data} onClose={() => setOpen(null)} />;
  const columns: DataColumn<ImportedFile>[] = [
    { id: 'at', header: t('column.at'), value: (i) => i.at.slice(0, 16).replace('T', ' '), width: 130 },
    { id: 'file', header: t('column.file'), value: (i) => i.file, grow: true },
    { id: 'profile', header: t('profile'), value: (i) => title(i.title), width: 260 },
    { id: 'who', header: t('column.who'), value: (i) => i.who, width: 110 },
    { id: 'rows', header: t('rows'), kind: 'count', value: (i) => i.rows },
    { id: 'taken', header: t('outcome.taken'), kind: 'count', value: (i) => i.counts.taken },
    { id: 'known', header: t('outcome.known'), kind: 'count', value: (i) => i.counts.known },
    { id: 'left', header: t('outcome.left'), kind: 'count', value: (i) => i.counts.left },
    { id: 'rejected', header: t('outcome.rejected'), kind: 'count', value: (i) => i.counts.rejected + i.counts.refused },
  ];
  return (
    <DataTable
      id="wht-imports"
      label={t('history')}
      columns={columns}
      rowId={(i) => String(i.id)}
      source={rowsOf(list.data ?? [], list)}
      onOpen={(i) => setOpen(String(i.id))}
      empty={<EmptyState icon={IconTableImport} title={t('empty')} text={t('emptyText')} />}
    />
  );
}
