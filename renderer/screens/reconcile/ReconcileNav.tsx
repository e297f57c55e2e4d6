import { usePath } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reconcile.json';
import { SubNav } from '../../ui/index.ts';
import { TABS, tabAt } from './tabs.ts';

/** The way from one view of reconciliation to the other: `status` of their page headers. */
export function ReconcileNav() {
  const t = useWords<typeof words>('reconcile');
  const here = tabAt(usePath());
  return (
    <SubNav
      label={t('title')}
      items={TABS.map(({ path, word }) => ({
        to: (path as string) === '' ? '/reconcile' : `/reconcile/${path}`,
        label: t(word),
        current: path === here,
      }))}
    />
  );
}
