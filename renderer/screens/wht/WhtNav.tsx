import { usePath } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/wht.json';
import { SubNav } from '../../ui/index.ts';
import { TABS, tabAt } from './tabs.ts';

/** The way from one view of the certificates to the other: `status` of their page headers. */
export function WhtNav() {
  const t = useWords<typeof words>('wht');
  const here = tabAt(usePath());
  return (
    <SubNav
      label={t('title')}
      items={TABS.map(({ path, word }) => ({
        to: (path as string) === '' ? '/wht' : `/wht/${path}`,
        label: t(word),
        current: path === here,
      }))}
    />
  );
}
