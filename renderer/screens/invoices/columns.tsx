import { IconPaperclip } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Invoice } from '../../../services/contract/invoices.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/invoices.json';
import { Amount, Ident, StatusMark, type DataColumn } from '../../ui/index.ts';
import { MARKS } from './status.ts';
import '../documents/documents.css';
import '../documents/document-form.css';

/** Columns of the list, by what it is of. `currency`: the one currency of all rows, named in the heads; null gives each row its own. */
export function useInvoiceColumns(currency: string | null, direction: 'received' | 'issued' | 'both'): DataColumn<Invoice>[] {
  const m = useWordOf('making');
  const t = useWords<typeof words>('invoices');
  const word = useWordOf('invoices');
  const common = useWordOf('common');
  return useMemo(() => {
    const amount = (id: 'net' | 'tax' | 'total' | 'paid' | 'withheld' | 'credited' | 'open', hidden = false): DataColumn<Invoice> => ({
      id,
      header: t(id),
      kind: 'amount',
      currency,
      value: (row) => row[id],
      width: id === 'withheld' ? 116 : 104,
      hidden,
      ...(currency === null ? { render: (row: Invoice) => <Amount value={row[id]} currency={row.currency} column={2} /> } : {}),
    });
    return [
      {
        id: 'number',
        header: t('number'),
        kind: 'ident',
        value: (row) => row.number,
        grow: true,
        width: 172,
        render: (row) => <NumberCell row={row} creditNote={t('creditShort')} />,
      },
      {
        id: 'status',
        header: t('statusHead'),
        value: (row) => word(`status.${row.status}`),
        width: 116,
        render: (row) => <StatusMark mark={MARKS[row.status]} label={word(`status.${row.status}`)} />,
      },
      // The issuer of what was made here is no vendor; the other side of each is told by its party.
      {
        id: 'vendor',
        header: t('vendor'),
        value: (row) => (row.direction === 'issued' ? '' : common(`vendor.${row.vendor}`)),
        width: 112,
        hidden: direction === 'issued',
      },
      ...(direction === 'both'
        ? [{ id: 'direction', header: m('direction'), value: (row: Invoice) => m(`directions.${row.direction}`), width: 96 }]
        : []),
      { id: 'party', header: m('party'), value: (row) => otherSide(row), width: 150, hidden: direction === 'received' },
      { id: 'type', header: m('type'), value: (row) => m(`types.${row.type}`), width: 118, hidden: direction === 'received' },
      { id: 'date', header: t('date'), kind: 'date', value: (row) => row.date, width: 88 },
      { id: 'due', header: t('due'), kind: 'date', value: (row) => row.due, width: 88 },
      ...(currency === null
        ? [{ id: 'currency', header: t('currency'), value: (row: Invoice) => row.currency, width: 82 } satisfies DataColumn<Invoice>]
        : []),
      amount('net', true),
      amount('tax', true),
      amount('total'),
      amount('paid'),
      amount('withheld'),
      amount('credited', true),
      amount('open'),
      { id: 'period', header: t('period'), kind: 'date', value: (row) => row.period, width: 112, hidden: true },
      { id: 'entity', header: t('entity'), value: (row) => row.entity, hidden: true },
      { id: 'source', header: t('source'), value: (row) => row.source, hidden: true },
    ];
  }, [currency, direction, t, word, common, m]);
}

/** Whom it is from, or whom it is to. */
const otherSide = (row: Invoice): string => (row.direction === 'issued' ? row.buyer : row.seller)?.name ?? '';

const NumberCell = ({ row, creditNote }: { row: Invoice; creditNote: string }) => (
  <span className="number-cell">
    <Ident value={row.number} length={24} />
    {row.kind === 'credit-note' && <span className="tag">{creditNote}</span>}
    {row.attachments.length > 0 && <IconPaperclip size={12} stroke={1.5} aria-hidden="true" />}
  </span>
);
