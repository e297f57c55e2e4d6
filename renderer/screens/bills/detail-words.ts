import { useMemo } from 'react';
import { useLanguage, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/details.json';

export type DetailWords = ReturnType<typeof useWords<typeof words>>;

/** The words of the bill details; the same function while the language is, as tables build their columns from it. */
export function useDetailWords(): DetailWords {
  const t = useWords<typeof words>('details');
  const language = useLanguage();
  return useMemo(() => t, [language]); // eslint-disable-line react-hooks/exhaustive-deps
}
