import type { Bilingual } from '../../../../domain/words/said.ts';
import type { ShownForm } from '../../../../services/contract/wht-forms.ts';
import { useLanguage, useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/whtForms.json';
import type { Mark } from '../../../ui/index.ts';
import { useCountryName } from '../../tax/country-name.ts';

export const CERTAINTY_MARKS: Readonly<Record<ShownForm['certainty'], Mark>> = {
  explicit: 'pass',
  secondary: 'explained',
  memory: 'missing',
};

/** The words of the list of forms, and what it says of a form's parts in the reader's language. */
export function useFormWords() {
  const t = useWords<typeof words>('whtForms');
  const certificate = useWordOf('certificate');
  const country = useCountryName();
  const language = useLanguage();
  return {
    t,
    language,
    text: (name: Bilingual): string => (language === 'zh-CN' ? name.zh : name.en),
    category: (category: string): string => certificate(`categories.${category}`),
    country: ({ country: iso }: Pick<ShownForm, 'country'>): string => (iso === null ? t('any') : country(iso)),
    /** `2020-04-01 – 2020-09-30`, `since …`, `until …`; null where both ends are open. */
    days: ({ from, to }: { from: string | null; to: string | null }): string | null => {
      if (from !== null && to !== null) return t('dated', { from, to });
      return from !== null ? t('since', { from }) : to !== null ? t('until', { to }) : null;
    },
  };
}
