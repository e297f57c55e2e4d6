import { useMemo } from 'react';
import type { WhtRegisterRow } from '../../../../services/contract/wht-registers.ts';
import { Amount, Ident, StatusMark, type DataColumn } from '../../../ui/index.ts';
import { textColumn } from '../../invoices/statements/text-column.ts';
import { MARKS } from '../certificates.ts';
import type { RegisterWords } from './useRegisterWords.ts';

type Row = WhtRegisterRow;
type Figure = 'base' | 'tax' | 'byRate' | 'difference' | 'total' | 'amount';

/** Lines that can have no such figure; on every other one a figure that is not there is missing. */
const ABSENT: Record<Figure, (row: Row) => boolean> = {
  base: (row) => row.tax === null,
  tax: (row) => row.tax === null,
  byRate: (row) => row.category === null,
  difference: (row) => row.category === null,
  total: (row) => row.line > 1,
  amount: (row) => row.invoice === null,
};

/** Columns of the register in the order of its files; those that few ask for are hidden at first. */
export function useRegisterColumns({ t, of, form, country }: RegisterWords): DataColumn<Row>[] {
  return useMemo(() => {
    const text = textColumn<Row>();
    const amount = (id: Figure, width = 98, hidden = false): DataColumn<Row> => ({
      id,
      header: t(`column.${id}`),
      kind: 'amount',
      width,
      hidden,
      sortable: false,
      value: (row) => (ABSENT[id](row) ? '' : row[id]),
    });
    const day = (id: 'first' | 'last' | 'paid' | 'remitted' | 'submitted' | 'decided', hidden = true): DataColumn<Row> => ({
      id,
      header: t(`column.${id}`),
      kind: 'date',
      width: 92,
      hidden,
      sortable: false,
      value: (row) => row[id],
    });
    return [
      {
        id: 'number',
        header: t('column.number'),
        kind: 'ident',
        width: 110,
        grow: true,
        sortable: false,
        value: (row) => row.number,
        render: (row) => <Ident value={row.number} length={20} />,
      },
      {
        ...text('status', t('column.status'), (row) => of(`status.${row.status}`), 104),
        render: (row) => <StatusMark mark={MARKS[row.status]} label={of(`status.${row.status}`)} />,
      },
      { id: 'date', header: t('column.date'), kind: 'date', width: 92, sortable: false, value: (row) => row.date },
      text('country', t('column.country'), (row) => (row.country === null ? null : country(row.country)), 92, true),
      text('form', t('column.form'), (row) => (row.form === null ? null : form(row.form)), 84),
      text('party', t('column.party'), (row) => (row.side === 'payer' ? row.payee : row.payer), 124),
      text('category', t('column.category'), (row) => (row.category === null ? null : of(`categories.${row.category}`)), 100),
      text('currency', t('column.currency'), (row) => row.currency, 72),
      amount('base'),
      {
        id: 'rate',
        header: t('column.rate'),
        kind: 'amount',
        width: 60,
        sortable: false,
        value: (row) => row.rate,
        render: (row) => row.rate,
      },
      amount('tax'),
      amount('total'),
      {
        id: 'invoice',
        header: t('column.invoice'),
        kind: 'ident',
        width: 126,
        sortable: false,
        value: (row) => row.invoice,
        render: (row) => (row.invoice === null ? null : <Ident value={row.invoice} length={18} />),
      },
      {
        id: 'payAmount',
        header: t('column.payAmount'),
        kind: 'amount',
        width: 118,
        sortable: false,
        value: (row) => row.payAmount,
        render: (row) => (row.invoice === null ? null : <Amount value={row.payAmount} currency={row.invoiceCurrency} showCurrency />),
      },
      { ...amount('difference', 92), help: t('differenceHelp') },
      text('side', t('column.side'), (row) => t(`sides.${row.side}`), 120, true),
      text('code', t('column.code'), (row) => row.code, 80, true),
      text('description', t('column.description'), (row) => row.description || null, 160, true),
      day('paid'),
      day('first'),
      day('last'),
      text('remittance', t('column.remittance'), (row) => row.remittance || null, 120, true),
      day('remitted'),
      day('submitted'),
      day('decided'),
      amount('byRate', 98, true),
      amount('amount', 98, true),
      text('payer', t('column.payer'), (row) => row.payer, 150, true),
      text('payee', t('column.payee'), (row) => row.payee, 150, true),
      text('replaces', t('column.replaces'), (row) => row.replaces, 120, true),
      text('replacedBy', t('column.replacedBy'), (row) => row.replacedBy, 120, true),
    ];
  }, [t, of, form, country]);
}
