import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAddress, usePath } from '../../app/place.ts';
import { PageHeader } from '../../ui/index.ts';
import { useBillWords } from './words.ts';

/** The head of both bills screens: the way from one to the other beside the title. */
export function BillsHeader({
  status,
  filters,
  totals,
  actions,
}: {
  status?: ReactNode;
  filters?: ReactNode;
  totals?: ReactNode;
  actions?: ReactNode;
}) {
  const { t } = useBillWords();
  const address = useAddress();
  const inDetails = usePath().startsWith('/bills/details');
  return (
    <PageHeader
      title={t('title')}
      filters={filters}
      totals={totals}
      actions={actions}
      status={
        <>
          <nav className="subnav" aria-label={t('title')}>
            <Link to={address('/bills/summary')} aria-current={inDetails ? undefined : 'page'}>
              {t('summary')}
            </Link>
            <Link to={address('/bills/details')} aria-current={inDetails ? 'page' : undefined}>
              {t('details')}
            </Link>
          </nav>
          {status}
        </>
      }
    />
  );
}
