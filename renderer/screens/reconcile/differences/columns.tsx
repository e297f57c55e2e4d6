import { useMemo } from 'react';
import type { DiscrepancyShown } from '../../../../services/contract/discrepancies.ts';
import { useLanguage, useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/differences.json';
import { StatusMark, type DataColumn } from '../../../ui/index.ts';
import { MARKS } from './marks.ts';

/** The columns of the list of differences. */
export function useDifferenceColumns(): DataColumn<DiscrepancyShown>[] {
  const t = useWords<typeof words>('differences');
  const common = useWordOf('common');
  const language = useLanguage();
  return useMemo(() => {
    const of = (text: { en: string; zh: string }): string => (language === 'zh-CN' ? text.zh : text.en);
    return [
      { id: 'id', header: '#', value: (row) => `#${row.id}`, width: 60 },
      {
        id: 'state',
        header: t('state'),
        value: (row) => t(`status.${row.state}`),
        render: (row) => (
          <StatusMark
            mark={MARKS[row.state]}
            label={row.standing === 'same' ? t(`status.${row.state}`) : `${t(`status.${row.state}`)} · ${t(`standing.${row.standing}`)}`}
          />
        ),
        width: 160,
      },
      { id: 'check', header: t('check'), value: (row) => of(row.title), width: 280, pinned: true, grow: true },
      { id: 'seen', header: t('amount'), kind: 'amount', value: (row) => row.seen, width: 130 },
      { id: 'currency', header: t('currency'), value: (row) => row.currency, width: 70 },
      { id: 'kind', header: t('kind'), value: (row) => row.kindTitle && of(row.kindTitle), width: 170 },
      { id: 'vendor', header: t('vendor'), value: (row) => row.vendor && common(`vendor.${row.vendor}`), width: 120 },
      { id: 'now', header: t('now'), kind: 'amount', value: (row) => row.now, width: 130 },
      { id: 'period', header: t('period'), value: (row) => row.period, width: 90 },
      { id: 'age', header: t('age'), value: (row) => t('days', { count: row.age }), width: 90 },
      { id: 'due', header: t('due'), value: (row) => row.due, width: 100 },
      { id: 'reason', header: t('reason'), value: (row) => row.reason, width: 240, hidden: true },
    ];
    // The functions are made anew with the language alone.
  }, [language]);
}
