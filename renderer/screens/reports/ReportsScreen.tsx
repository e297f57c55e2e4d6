import { Button, Loader } from '@mantine/core';
import { IconReportAnalytics } from '@tabler/icons-react';
import { useCall } from '../../app/hooks.ts';
import { useGo } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reports.json';
import { EmptyState, ErrorState, PageHeader } from '../../ui/index.ts';
import { ExportList } from './ExportList.tsx';
import { ReportForm } from './ReportForm.tsx';
import './reports.css';

/** The reconciled report of a period as a file, and the files written so far. */
export function ReportsScreen() {
  const t = useWords<typeof words>('reports');
  const go = useGo();
  const book = useCall('book/info', {});
  const exports = useCall('export/list', {});
  const periods = (book.data?.periods ?? []).toSorted().reverse();
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      {book.error ? (
        <div className="page-scroll">
          <ErrorState error={book.error} retry={book.retry} />
        </div>
      ) : !book.data ? (
        <div className="table-empty">
          <Loader size="sm" aria-label={t('title')} />
        </div>
      ) : periods.length === 0 ? (
        <div className="table-empty">
          <EmptyState
            icon={IconReportAnalytics}
            title={t('empty')}
            text={t('emptyText')}
            actions={<Button onClick={() => go('/import')}>{t('toImport')}</Button>}
          />
        </div>
      ) : (
        <div className="reports">
          <ReportForm book={book.data} periods={periods} />
          <section className="reports-list" aria-label={t('exports')}>
            <h2>{t('exports')}</h2>
            <ExportList state={exports} />
          </section>
        </div>
      )}
    </div>
  );
}
