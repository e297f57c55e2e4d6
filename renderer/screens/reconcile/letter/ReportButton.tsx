import { Button } from '@mantine/core';
import { IconReportAnalytics } from '@tabler/icons-react';
import type { ReportId } from '../../../../domain/reports/list.ts';
import { useActions } from '../../../actions/registry.ts';
import { useGo } from '../../../app/place.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/letter.json';

/** Leads to the report of what this view shows, of the same period: its preview, and the button that writes it. */
export function ReportButton({ report }: { report: ReportId }) {
  const t = useWords<typeof words>('letter');
  const go = useGo();
  const open = (): void => go('/reports', { report });
  useActions([{ id: 'reconcile.report', title: t('report'), group: 'record', perform: open }]);
  return (
    <Button variant="default" leftSection={<IconReportAnalytics size={14} stroke={1.5} />} onClick={open}>
      {t('report')}
    </Button>
  );
}
