import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAddress, usePath } from '../../app/place.ts';
import { PageHeader } from '../../ui/index.ts';

import { TABS, tabAt } from './tabs.ts';
import { useBillWords } from './words.ts';

/** The head of every bills view: the way from one to the other beside the title. */
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
  const here = tabAt(usePath());
  return (
    <PageHeader
      title={t('title')}
      filters={filters}
      totals={totals}
      actions={actions}
      status={
        <>
          <nav className="subnav" aria-label={t('title')}>
            {TABS.map(({ path, word }) => (
              <Link key={path} to={address(`/bills/${path}`)} aria-current={path === here ? 'page' : undefined}>
                {t(word)}
              </Link>
            ))}
          </nav>
          {status}
        </>
      }
    />
  );
}
