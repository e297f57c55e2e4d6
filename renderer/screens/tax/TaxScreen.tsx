import { Loader } from '@mantine/core';
import { useCall } from '../../app/hooks.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/tax.json';
import { ErrorState, PageHeader } from '../../ui/index.ts';
import { TaxCalculator } from './TaxCalculator.tsx';
import { TaxNav } from './TaxNav.tsx';

/** What tax a bill carries and what is paid to the seller, by the printed rules. */
export function TaxScreen() {
  const t = useWords<typeof words>('tax');
  const options = useCall('tax/options', {});
  const book = useCall('book/info', {});
  const failed = options.error ?? book.error;
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        status={
          <>
            <TaxNav />
            <span className="dim">{options.data ? t('asOf', { date: options.data.pack.asOf }) : ''}</span>
          </>
        }
      />
      {failed ? (
        <div className="page-scroll">
          <ErrorState
            error={failed}
            retry={() => {
              options.retry();
              book.retry();
            }}
          />
        </div>
      ) : null}
      {options.data && book.data ? (
        <TaxCalculator options={options.data} book={book.data} />
      ) : failed ? null : (
        <div className="page-scroll">
          <Loader size="sm" mt="md" />
        </div>
      )}
    </div>
  );
}
