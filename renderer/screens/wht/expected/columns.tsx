import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { ExpectedRow } from '../../../../services/contract/wht-expected.ts';
import { useGo } from '../../../app/place.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/whtExpected.json';
import { Amount, Ident, StatusMark, type DataColumn } from '../../../ui/index.ts';
import { daysMark, MARKS, rowKey } from './rows.ts';

type Words = ReturnType<typeof useWords<typeof words>>;

/** The days that are left, in words. */
export const daysText = (t: Words, days: number): string =>
  days < 0 ? t('daysLate', { count: -days }) : days === 0 ? t('dueToday') : t('daysLeft', { count: days });

/** Opens the form of a certificate with the invoice chosen. */
export function useEnter(): (row: ExpectedRow) => void {
  const go = useGo();
  return (row) => go('/wht', { new: '1', invoice: rowKey(row) });
}

/** Columns of expected certificates. `currency` is the one of all rows, or null; the board has more of them than the list. */
export function useExpectedColumns(currency: string | null, board: boolean): DataColumn<ExpectedRow>[] {
  const t = useWords<typeof words>('whtExpected');
  const common = useWordOf('common');
  const go = useGo();
  return useMemo(() => {
    type Figure = 'base' | 'tax' | 'withheld' | 'certified' | 'missing' | 'difference';
    const amount = (id: Figure, header: string, more: Partial<DataColumn<ExpectedRow>> = {}): DataColumn<ExpectedRow> => ({
      id,
      header,
      kind: 'amount',
      currency,
      value: (row) => row[id],
      width: 94,
      ...(currency === null ? { render: (row: ExpectedRow) => <Amount value={row[id]} currency={row.currency} column={2} /> } : {}),
      ...more,
    });
    const columns: (DataColumn<ExpectedRow> | false)[] = [
      {
        id: 'invoice',
        header: t('invoice'),
        kind: 'ident',
        value: (row) => row.invoice,
        grow: true,
        width: 136,
        render: (row) => <Ident value={row.invoice} length={22} />,
      },
      {
        id: 'state',
        header: t('stateHead'),
        value: (row) => t(`state.${row.state}`),
        width: 100,
        render: (row) => <StatusMark mark={MARKS[row.state]} label={t(`state.${row.state}`)} />,
      },
      {
        id: 'days',
        header: t('days'),
        kind: 'count',
        align: 'start',
        value: (row) => (row.bucket === null ? null : row.days),
        width: 116,
        render: (row) =>
          row.bucket === null || row.days === null ? null : <StatusMark mark={daysMark(row.days)} label={daysText(t, row.days)} />,
      },
      {
        id: 'due',
        header: t('due'),
        kind: 'date',
        value: (row) => row.evidence?.date,
        width: 104,
        render: (row) =>
          row.evidence && (
            <span title={row.evidence.assumed ? t('assumedHelp') : undefined}>
              {row.evidence.date}
              {row.evidence.assumed && (
                <span className="dim" aria-label={t('assumed')}>
                  {' '}
                  ≈
                </span>
              )}
            </span>
          ),
      },
      { id: 'counterparty', header: t('counterparty'), value: (row) => row.counterparty || common(`vendor.${row.vendor}`), width: 112 },
      currency === null && { id: 'currency', header: t('currency'), value: (row) => row.currency, width: 84 },
      amount('base', t('base')),
      {
        id: 'rate',
        header: t('rate'),
        kind: 'count',
        value: (row) => row.ratePct,
        width: 58,
        render: (row) =>
          row.ratePct === null ? (
            <span className="dim" title={t('finding.no-rate')}>
              ?
            </span>
          ) : (
            <span title={row.basis === null ? undefined : t(`basis.${row.basis}`)}>{row.ratePct} %</span>
          ),
      },
      amount('withheld', t('withheld'), { help: t('withheldHelp') }),
      board && amount('certified', t('certified')),
      amount('missing', t('missing'), { hidden: !board }),
      amount('tax', t('expected'), { help: t('expectedHelp'), hidden: !board }),
      board &&
        amount('difference', t('difference'), {
          help: t('differenceHelp'),
          // Without a certificate there is nothing to hold against what was withheld.
          render: (row) => (row.difference === null ? null : <Amount value={row.difference} currency={row.currency} column={2} />),
        }),
      { id: 'rule', header: t('rule'), value: (row) => row.rule, width: 76, hidden: !board },
      { id: 'period', header: t('period'), kind: 'date', value: (row) => row.period, width: 76, hidden: !board },
      { id: 'country', header: t('country'), value: (row) => row.country, width: 76, hidden: !board },
      { id: 'paidOn', header: t('paidOn'), kind: 'date', value: (row) => row.paidOn, width: 100 },
      { id: 'vendor', header: t('vendor'), value: (row) => common(`vendor.${row.vendor}`), width: 108, hidden: true },
      { id: 'side', header: t('side.label'), value: (row) => t(`side.${row.side}`), width: 120, hidden: true },
      { id: 'date', header: t('day.invoice'), kind: 'date', value: (row) => row.date, width: 92, hidden: true },
      !board && {
        id: 'enter',
        header: t('enterShort'),
        value: () => null,
        sortable: false,
        width: 84,
        align: 'end',
        render: (row) => (
          <Button
            size="compact-xs"
            variant="light"
            onClick={(event) => {
              event.stopPropagation();
              go('/wht', { new: '1', invoice: rowKey(row) });
            }}
          >
            {t('enterShort')}
          </Button>
        ),
      },
    ];
    return columns.filter((column) => column !== false);
  }, [t, common, go, currency, board]);
}
