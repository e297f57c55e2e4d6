import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { DueItem } from '../../../services/contract/invoice-acts.ts';
import { useCommand } from '../../app/hooks.ts';
import { notifyDone } from '../../app/notify.tsx';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/course.json';
import { Amount, Ident, StatusMark, type DataColumn, type Mark } from '../../ui/index.ts';
import { today } from '../documents/keys.ts';
import { isConsequence } from './due-groups.ts';
import { MARKS } from './status.ts';
import './timeline.css';

/** How pressing an item is, by glyph, colour and word. */
export const dueMark = ({ group, status }: Pick<DueItem, 'group' | 'status'>): Mark =>
  group === 'overdue' || status === 'disputed' ? 'fail' : group === 'undated' || group === 'later' ? 'missing' : 'due';

/** Columns of the list of what is due. */
export function useDueColumns(): DataColumn<DueItem>[] {
  const t = useWords<typeof words>('course');
  const status = useWordOf('invoices');
  const common = useWordOf('common');
  const proof = useCommand('invoices/vatProof');
  const { run } = proof;
  return useMemo(() => {
    const sent = async (item: DueItem): Promise<void> => {
      const result = await run({ number: item.number, vendor: item.vendor, date: today() });
      if (result.ok) notifyDone(t('vatProofDone'));
    };
    const left = ({ days }: DueItem): string =>
      days === null ? '' : days < 0 ? t('daysLate', { count: -days }) : days === 0 ? t('today') : t('daysLeft', { count: days });
    return [
      { id: 'date', header: t('day'), kind: 'date', value: (row) => row.date, width: 92 },
      {
        id: 'days',
        header: t('days'),
        kind: 'count',
        align: 'start',
        value: (row) => row.days,
        width: 116,
        render: (row) => <StatusMark mark={dueMark(row)} label={left(row) || t('group.undated')} />,
      },
      {
        id: 'kind',
        header: t('kindHead'),
        value: (row) => t(`kind.${row.kind}`),
        width: 280,
        render: (row) => (
          <span className="due-what">
            <span className={isConsequence(row) ? 'dim' : undefined}>{t(`kind.${row.kind}`)}</span>
            {row.assumed && <span className="tag">{t('assumed')}</span>}
            {row.kind === 'vat-proof' && (
              <Button size="compact-xs" variant="default" onClick={(event) => (event.stopPropagation(), void sent(row))}>
                {t('vatProof')}
              </Button>
            )}
          </span>
        ),
      },
      {
        id: 'number',
        header: t('number'),
        kind: 'ident',
        value: (row) => row.number,
        grow: true,
        width: 120,
        render: (row) => <Ident value={row.number} length={24} />,
      },
      { id: 'vendor', header: t('vendor'), value: (row) => common(`vendor.${row.vendor}`), width: 104 },
      { id: 'period', header: t('period'), kind: 'date', value: (row) => row.period, width: 96, hidden: true },
      {
        id: 'status',
        header: t('status'),
        value: (row) => status(`status.${row.status}`),
        width: 104,
        render: (row) => <StatusMark mark={MARKS[row.status]} label={status(`status.${row.status}`)} />,
      },
      { id: 'currency', header: t('currency'), value: (row) => row.currency, width: 84 },
      {
        id: 'amount',
        header: t('amount'),
        kind: 'amount',
        value: (row) => row.amount,
        width: 120,
        render: (row) => <Amount value={row.amount} currency={row.currency} column={2} />,
      },
    ];
  }, [t, status, common, run]);
}
