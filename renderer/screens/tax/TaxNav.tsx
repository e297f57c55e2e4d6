import { usePath } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/tax.json';
import { SubNav } from '../../ui/index.ts';
import { TABS, tabAt } from './tabs.ts';

/** The way from one view of the tax rules to the other: `status` of their page headers. */
export function TaxNav() {
  const t = useWords<typeof words>('tax');
  const here = tabAt(usePath());
  return (
    <SubNav
      label={t('title')}
      items={TABS.map(({ path, word }) => ({ to: path === '' ? '/tax' : `/tax/${path}`, label: t(word), current: path === here }))}
    />
  );
}
