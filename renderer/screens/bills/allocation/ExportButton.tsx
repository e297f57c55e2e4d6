import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useActions } from '../../../actions/registry.ts';
import { grouped } from '../../../app/duration.ts';
import { notifyError } from '../../../app/notify.tsx';
import { useJob } from '../../../app/useJob.ts';
import { saveAs } from '../../../host/files.ts';
import { useLanguage } from '../../../i18n/index.ts';
import type { AllocationState } from './useAllocation.ts';
import { useAllocationWords } from './words.ts';

type Rows = 'groups' | 'lines';
type Format = 'csv' | 'xlsx';

/** Writes the table of groups, or every line that is paid ahead, as CSV or XLSX. */
export function ExportButton({
  state,
  period,
  scope,
}: {
  state: AllocationState;
  period: string;
  scope: NonNullable<AllocationState['scope']>;
}) {
  const { t, bill } = useAllocationWords();
  const language = useLanguage();
  const job = useJob('export/allocation');
  const write = async (rows: Rows, format: Format): Promise<void> => {
    const name = `allocation-${period}${rows === 'lines' ? '-lines' : ''}.${format}`;
    const result = await saveAs(name, (target) =>
      job.start(
        { ...scope, period, groupBy: state.groupBy, usage: state.usage, rows, format, target, language },
        { title: bill.t('exporting', { name }), describe: (w) => bill.t('exported', { n: grouped(w.rows), count: w.rows, file: w.file }) },
      ),
    );
    if (!result.ok && result.error.code !== 'call.cancelled') notifyError(result.error);
  };
  useActions([
    { id: 'allocation.csv', title: t('exportCsv'), group: 'record', perform: () => void write('groups', 'csv') },
    { id: 'allocation.xlsx', title: t('exportXlsx'), group: 'record', perform: () => void write('groups', 'xlsx') },
  ]);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" loading={job.busy} rightSection={<IconChevronDown size={14} stroke={1.5} />}>
          {bill.t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('groupTable')}</Menu.Label>
        <Menu.Item onClick={() => void write('groups', 'csv')}>CSV</Menu.Item>
        <Menu.Item onClick={() => void write('groups', 'xlsx')}>XLSX</Menu.Item>
        <Menu.Label>{t('lineTable')}</Menu.Label>
        <Menu.Item onClick={() => void write('lines', 'csv')}>CSV</Menu.Item>
        <Menu.Item onClick={() => void write('lines', 'xlsx')}>XLSX</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
