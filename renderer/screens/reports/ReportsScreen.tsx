import { Button, Loader } from '@mantine/core';
import { IconReportAnalytics } from '@tabler/icons-react';
import { useState } from 'react';
import type { BookInfo } from '../../../services/contract/book.ts';
import type { ReportLanguage } from '../../../domain/reports/list.ts';
import { useCall } from '../../app/hooks.ts';
import { useGo, useParam, usePeriod } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reports.json';
import { EmptyState, ErrorState, PageHeader } from '../../ui/index.ts';
import { ExportList } from './ExportList.tsx';
import { NOTHING, type Chosen } from './Parameters.tsx';
import { Preview } from './Preview.tsx';
import { documentAt, isDeclared, type Declared } from './report.ts';
import { ReportCards } from './ReportCards.tsx';
import { ReportForm } from './ReportForm.tsx';
import './reports.css';

/** Reports of a period as files: which there are, what the chosen one would hold, and the files written so far. */
export function ReportsScreen() {
  const t = useWords<typeof words>('reports');
  const go = useGo();
  const book = useCall('book/info', {});
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
        <Desk book={book.data} periods={periods} />
      )}
    </div>
  );
}

function Desk({ book, periods }: { book: BookInfo; periods: readonly string[] }) {
  const t = useWords<typeof words>('reports');
  const { period } = usePeriod();
  const [param, setParam] = useParam('report');
  const document = documentAt(param);
  const [language, setLanguage] = useState<ReportLanguage>(book.language);
  const [chosen, setChosen] = useState<Chosen>(NOTHING);
  const list = useCall('reports/catalogue', {});
  const exports = useCall('export/list', {});
  const choose = (next: string): void => setParam(next === 'report' ? null : next);
  return (
    <div className="reports">
      <ReportForm
        book={book}
        periods={periods}
        list={list.data ?? []}
        document={document}
        onDocument={choose}
        language={language}
        onLanguage={setLanguage}
        chosen={chosen}
        onChosen={(part) => setChosen((before) => ({ ...before, ...part }))}
      />
      <div className="reports-right">
        <div className="reports-upper">
          {isDeclared(document) ? (
            <Shown report={document} period={period ?? periods[0]!} language={language} chosen={chosen} onBack={() => choose('report')} />
          ) : list.error ? (
            <ErrorState error={list.error} retry={list.retry} />
          ) : (
            <ReportCards list={list.data ?? []} onChoose={choose} />
          )}
        </div>
        <section className="reports-list" aria-label={t('exports')}>
          <h2>{t('exports')}</h2>
          <ExportList state={exports} />
        </section>
      </div>
    </div>
  );
}

interface ShownProps {
  report: Declared;
  period: string;
  language: ReportLanguage;
  chosen: Chosen;
  onBack: () => void;
}

function Shown({ report, period, language, chosen, onBack }: ShownProps) {
  const state = useCall('reports/preview', { report, period, language, ...chosen }, { keep: true });
  return <Preview state={state} language={language} onBack={onBack} />;
}
