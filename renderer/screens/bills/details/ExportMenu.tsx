import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useActions } from '../../../actions/registry.ts';
import { grouped } from '../../../app/duration.ts';
import { notifyError } from '../../../app/notify.tsx';
import { useJob } from '../../../app/useJob.ts';
import { saveAs } from '../../../host/files.ts';
import type { Scope } from '../place.ts';
import { useBillWords } from '../words.ts';

/** Writes the lines of the filter, exactly and in full, as CSV or XLSX. */
export function ExportMenu({ scope }: { scope: Scope }) {
  const { t } = useBillWords();
  const job = useJob('export/bills');
  const write = async (format: 'csv' | 'xlsx'): Promise<void> => {
    const name = `${scope.kind === 'statement' ? 'statement' : 'bills'}-${scope.period ?? 'all'}.${format}`;
    const result = await saveAs(name, (target) =>
      job.start(
        { ...scope, format, target },
        { title: t('exporting', { name }), describe: (w) => t('exported', { n: grouped(w.rows), count: w.rows, file: w.file }) },
      ),
    );
    if (!result.ok && result.error.code !== 'call.cancelled') notifyError(result.error);
  };
  useActions([
    { id: 'bills.csv', title: t('exportCsv'), group: 'record', perform: () => void write('csv') },
    { id: 'bills.xlsx', title: t('exportXlsx'), group: 'record', perform: () => void write('xlsx') },
  ]);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" loading={job.busy} rightSection={<IconChevronDown size={14} stroke={1.5} />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('exportLabel')}</Menu.Label>
        <Menu.Item onClick={() => void write('csv')}>CSV</Menu.Item>
        <Menu.Item onClick={() => void write('xlsx')}>XLSX</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
