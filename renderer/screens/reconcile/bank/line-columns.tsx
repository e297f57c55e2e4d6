import { useMemo } from 'react';
import type { BankLine } from '../../../../services/contract/bank.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/bank.json';
import { Amount, type DataColumn } from '../../../ui/index.ts';
import { LineState } from './marks.tsx';

/** Columns of lines. `currency`: the one of all, named in the heads; null gives each row its own. */
export function useLineColumns(currency: string | null, withAccount: boolean): DataColumn<BankLine>[] {
  const t = useWords<typeof words>('bank');
  return useMemo(() => {
    const money = (id: 'amount' | 'left' | 'charges', hidden = false): DataColumn<BankLine> => ({
      id,
      header: t(`column.${id}`),
      kind: 'amount',
      currency,
      hidden,
      width: 112,
      value: (l) => l[id],
      ...(currency === null ? { render: (l: BankLine) => <Amount value={l[id]} currency={l.currency} column={2} /> } : {}),
    });
    return [
      { id: 'booked', header: t('column.booked'), kind: 'date', value: (l) => l.booked, width: 92 },
      { id: 'valued', header: t('column.valued'), kind: 'date', value: (l) => l.valued ?? '', width: 92, hidden: true },
      {
        id: 'state',
        header: t('stateHead'),
        value: (l) => t(`state.${l.state}`),
        render: (l) => <LineState state={l.state} />,
        width: 104,
      },
      ...(withAccount
        ? [{ id: 'account', header: t('account'), value: (l: BankLine) => l.account.name || l.account.number, width: 118 }]
        : []),
      money('amount'),
      ...(currency === null ? [{ id: 'currency', header: t('currency'), value: (l: BankLine) => l.currency, width: 64 }] : []),
      { id: 'counterparty', header: t('column.counterparty'), value: (l) => l.counterparty, width: 150 },
      { id: 'text', header: t('column.text'), value: (l) => l.text, width: 220, grow: true },
      { id: 'reference', header: t('column.reference'), value: (l) => l.reference, width: 120 },
      { id: 'payments', header: t('column.payments'), value: (l) => l.payments.map((p) => p.reference).join(', '), width: 100 },
      money('left', true),
      money('charges', true),
      { id: 'code', header: t('column.code'), value: (l) => l.code, width: 130, hidden: true },
      { id: 'bankId', header: t('column.bankId'), kind: 'ident', value: (l) => l.bankId, hidden: true },
      {
        id: 'counterpartyAccount',
        header: t('column.counterpartyAccount'),
        kind: 'ident',
        value: (l) => l.counterpartyAccount,
        hidden: true,
      },
      { id: 'file', header: t('file'), value: (l) => `${l.file} · ${l.row}`, width: 180, hidden: true },
      { id: 'reason', header: t('reason'), value: (l) => l.reason ?? '', width: 180, hidden: true },
    ];
    // The words change with the language alone.
  }, [t, currency, withAccount]);
}
