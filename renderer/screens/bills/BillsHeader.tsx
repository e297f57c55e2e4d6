import type { ReactNode } from 'react';
import { usePath } from '../../app/place.ts';
import { PageHeader, SubNav } from '../../ui/index.ts';
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
  const here = tabAt(usePath());
  return (
    <PageHeader
      title={t('title')}
      filters={filters}
      totals={totals}
      actions={actions}
      status={
        <>
          <SubNav
            label={t('title')}
            items={TABS.map(({ path, word }) => ({ to: `/bills/${path}`, label: t(word), current: path === here }))}
          />
          {status}
        </>
      }
    />
  );
}
