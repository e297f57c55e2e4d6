import { useMemo } from 'react';
import { isZero } from '../../../domain/money/amount.ts';
import type { Payment } from '../../../services/contract/payments.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/payments.json';
import '../documents/document-form.css';
import { Amount, Ident, StatusMark, type DataColumn } from '../../ui/index.ts';

/** Columns of the list. `currency`: the one of all rows, named in the heads; null gives each row its own. */
export function usePaymentColumns(currency: string | null): DataColumn<Payment>[] {
  const t = useWords<typeof words>('payments');
  return useMemo(() => {
    const amount = (id: 'amount' | 'allocated' | 'left'): DataColumn<Payment> => ({
      id,
      header: t(id),
      kind: 'amount',
      currency,
      value: (row) => row[id],
      width: 108,
      ...(currency === null || id === 'left'
        ? { render: (row: Payment) => <Amount value={row[id]} currency={row.currency} plainZero={id === 'left'} column={2} /> }
        : {}),
    });
    return [
      { id: 'date', header: t('date'), kind: 'date', value: (row) => row.date, width: 112 },
      {
        id: 'reference',
        header: t('reference'),
        kind: 'ident',
        value: (row) => row.reference,
        grow: true,
        width: 156,
        render: (row) => (
          <span className="number-cell">
            <Ident value={row.reference} length={24} />
            {row.direction === 'issued' && <span className="tag">{t('receipt')}</span>}
          </span>
        ),
      },
      ...(currency === null
        ? [{ id: 'currency', header: t('currency'), value: (row: Payment) => row.currency, width: 82 } satisfies DataColumn<Payment>]
        : []),
      amount('amount'),
      amount('allocated'),
      amount('left'),
      { id: 'status', header: t('statusHead'), value: (row) => statusOf(row), width: 144, render: (row) => <StateOf payment={row} /> },
      { id: 'invoices', header: t('invoices'), value: (row) => row.allocations.map((share) => share.invoice).join(', '), width: 180 },
      { id: 'method', header: t('method'), value: (row) => row.method, width: 110 },
      { id: 'note', header: t('note'), value: (row) => row.note, hidden: true },
    ];
  }, [currency, t]);
}

const statusOf = (payment: Payment): string => (payment.status === 'void' ? 'void' : isZero(payment.left) ? 'allocated' : 'left');

/** Whether the payment is used up, or something is left on it. */
export function StateOf({ payment }: { payment: Payment }) {
  const t = useWords<typeof words>('payments');
  if (payment.status === 'void') return <StatusMark mark="missing" label={t('status.void')} />;
  return isZero(payment.left) ? <StatusMark mark="pass" label={t('state.allocated')} /> : <StatusMark mark="due" label={t('state.left')} />;
}
