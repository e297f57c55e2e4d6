import { useMemo } from 'react';
import { useLanguage, useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/subscriptions.json';
import type { ColumnWords } from './columns.ts';
import type { Place } from './place.ts';

export interface ListWords extends ColumnWords {
  t: ReturnType<typeof useWords<typeof words>>;
  /** Everything that narrows a list, as it is when nothing does; order and open row stay. */
  clearable: (place: Place) => Partial<Place>;
}

/** The words of lists; names of lists and columns come with the data in both languages. */
export function useListWords(): ListWords {
  const t = useWords<typeof words>('subscriptions');
  const common = useWordOf('common');
  const zh = useLanguage() === 'zh-CN';
  // Stable while the language is: tables build their columns from it.
  return useMemo(
    () => ({
      t,
      title: ({ title, titleZh }) => (zh ? titleZh : title),
      vendor: (vendor) => common(`vendor.${vendor}`, vendor),
      clearable: ({ sort: _sort, row: _row, ...narrowing }) => narrowing,
    }),
    [zh], // eslint-disable-line react-hooks/exhaustive-deps
  );
}
