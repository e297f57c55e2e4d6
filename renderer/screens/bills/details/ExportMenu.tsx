import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useActions } from '../../../actions/registry.ts';
import { grouped } from '../../../app/duration.ts';
import { notifyError } from '../../../app/notify.tsx';
import { useJob } from '../../../app/useJob.ts';
import { saveAs } from '../../../host/files.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { useDetailWords } from '../detail-words.ts';
import { useFocusExport } from '../focus-export.ts';
import type { Scope } from '../place.ts';
import { useBillWords } from '../words.ts';
import { shownForExport } from './export-shown.ts';
import type { DetailsState } from './useDetails.ts';

type Format = 'csv' | 'xlsx';

/** Writes what is shown, groups or lines with the table's columns, or the lines of the filter with every column; exactly and in full. */
export function ExportMenu({ state, scope }: { state: DetailsState; scope: Scope }) {
  const words = useBillWords();
  const { t } = words;
  const d = useDetailWords();
  const language = useLanguage();
  const job = useJob('export/query');
  const focus = useFocusExport(scope);
  const write = async (format: Format, seen: boolean): Promise<void> => {
    const shown = seen ? shownForExport(state, words, d) : { groupBy: [], sort: [], columns: null };
    const time = scope.period ?? (scope.from || scope.to ? `${scope.from ?? ''}..${scope.to ?? ''}` : 'all');
    const kind = scope.kind === 'statement' ? 'statement' : 'bills';
    const name = `${kind}${shown.groupBy.length > 0 ? '-groups' : ''}-${time}.${format}`;
    const result = await saveAs(name, (target) =>
      job.start(
        { ...scope, ...shown, format, target, language },
        {
          title: t('exporting', { name }),
          describe: (w) =>
            shown.groupBy.length > 0
              ? d('exportedGroups', { n: grouped(w.rows), file: w.file })
              : t('exported', { n: grouped(w.rows), count: w.rows, file: w.file }),
        },
      ),
    );
    if (!result.ok && result.error.code !== 'call.cancelled') notifyError(result.error);
  };
  useActions([
    { id: 'bills.seenCsv', title: d('exportSeenCsv'), group: 'record', perform: () => void write('csv', true) },
    { id: 'bills.seenXlsx', title: d('exportSeenXlsx'), group: 'record', perform: () => void write('xlsx', true) },
    { id: 'bills.csv', title: t('exportCsv'), group: 'record', perform: () => void write('csv', false) },
    { id: 'bills.xlsx', title: t('exportXlsx'), group: 'record', perform: () => void write('xlsx', false) },
  ]);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" loading={job.busy || focus.busy} rightSection={<IconChevronDown size={14} stroke={1.5} />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{d('exportSeen')}</Menu.Label>
        <Menu.Item aria-label={d('exportSeenCsv')} onClick={() => void write('csv', true)}>
          CSV
        </Menu.Item>
        <Menu.Item aria-label={d('exportSeenXlsx')} onClick={() => void write('xlsx', true)}>
          XLSX
        </Menu.Item>
        <Menu.Label>{d('allColumns')}</Menu.Label>
        <Menu.Item onClick={() => void write('csv', false)}>CSV</Menu.Item>
        <Menu.Item onClick={() => void write('xlsx', false)}>XLSX</Menu.Item>
        {scope.kind === 'detail' && <Menu.Label>{focus.t('label')}</Menu.Label>}
        {scope.kind === 'detail' && <Menu.Item onClick={() => focus.write('csv')}>{focus.t('csv')}</Menu.Item>}
        {scope.kind === 'detail' && <Menu.Item onClick={() => focus.write('parquet')}>{focus.t('parquet')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
