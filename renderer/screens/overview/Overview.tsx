import { Loader } from '@mantine/core';
import { useCall } from '../../app/hooks.ts';
import { usePeriod } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/overview.json';
import { ErrorState, PageHeader } from '../../ui/index.ts';
import { Certificates } from './Certificates.tsx';
import { DueList } from './DueList.tsx';
import { EmptyBook } from './EmptyBook.tsx';
import { SpendCard } from './SpendCard.tsx';
import { Wrong } from './Wrong.tsx';
import './overview.css';

/** What is due, what is wrong, what was spent: each line leads to where it is dealt with. */
export function Overview() {
  const t = useWords<typeof words>('overview');
  const { period } = usePeriod();
  const book = useCall('book/info', {});
  const counts = book.data?.counts;
  const empty = counts !== undefined && counts.lines === 0 && counts.invoices === 0 && counts.batches === 0;
  return (
    <div className="page">
      <PageHeader title={t('title')} status={period && !empty ? <span className="dim">{period}</span> : null} />
      <div className="page-scroll">
        {book.error && <ErrorState error={book.error} retry={book.retry} />}
        {book.loading && (
          <div className="page-wait">
            <Loader size="sm" aria-label={t('loading')} />
          </div>
        )}
        {empty ? (
          <EmptyBook />
        ) : counts ? (
          <div className="overview-grid">
            <div className="overview-column">
              <DueList />
              <Wrong period={period} />
              <Certificates />
            </div>
            <div className="overview-column">{period && <SpendCard period={period} />}</div>
          </div>
        ) : null}
      </div>
    </div>
  );
}
