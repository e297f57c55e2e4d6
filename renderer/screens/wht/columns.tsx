import { IconPaperclip } from '@tabler/icons-react';
import { useMemo } from 'react';
import { daysBetween } from '../../../domain/time/plain-date.ts';
import { formById } from '../../../domain/wht/forms/index.ts';
import type { Certificate } from '../../../services/contract/wht.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type detailWords from '../../i18n/en/certificate.json';
import type words from '../../i18n/en/wht.json';
import { Amount, Ident, StatusMark, type DataColumn } from '../../ui/index.ts';
import { today } from '../documents/keys.ts';
import { MARKS } from './certificates.ts';
import '../documents/documents.css';
import '../documents/document-form.css';

/** Days that a submitted certificate has waited for the vendor's answer. */
const waiting = (certificate: Certificate): number | null => {
  const at = certificate.submitted ?? certificate.history[0]?.at.slice(0, 10);
  return certificate.status === 'submitted' && at ? Math.max(0, daysBetween(at, today())) : null;
};

/** Columns of the register. `currency`: the one of all rows; null gives each row its own. */
export function useCertificateColumns(currency: string | null): DataColumn<Certificate>[] {
  const t = useWords<typeof words>('wht');
  const d = useWords<typeof detailWords>('certificate');
  const word = useWordOf('wht');
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('number'),
        kind: 'ident',
        value: (row) => row.number,
        width: 210,
        render: (row) => (
          <span className="number-cell">
            <Ident value={row.number} />
            {row.generated && <span className="tag">{t('generated')}</span>}
            {row.attachments.length > 0 && <IconPaperclip size={12} stroke={1.5} aria-hidden="true" />}
          </span>
        ),
      },
      {
        id: 'status',
        header: t('statusHead'),
        value: (row) => word(`status.${row.status}`),
        width: 112,
        render: (row) => <StatusMark mark={MARKS[row.status]} label={word(`status.${row.status}`)} />,
      },
      { id: 'date', header: t('date'), kind: 'date', value: (row) => row.date },
      { id: 'side', header: d('side'), value: (row) => d(`sides.${row.side}`), width: 170, hidden: true },
      { id: 'country', header: d('settings.country'), value: (row) => row.country, width: 70 },
      { id: 'form', header: d('form'), value: (row) => (row.form === null ? null : (formById(row.form)?.short ?? row.form)), width: 110 },
      ...(currency === null
        ? [
            {
              id: 'currency',
              header: t('currency'),
              value: (row: Certificate) => row.currency,
              width: 82,
            } satisfies DataColumn<Certificate>,
          ]
        : []),
      {
        id: 'total',
        header: t('total'),
        kind: 'amount',
        currency,
        value: (row) => row.total,
        ...(currency === null ? { render: (row: Certificate) => <Amount value={row.total} currency={row.currency} column={2} /> } : {}),
      },
      {
        id: 'invoices',
        header: t('invoices'),
        value: (row) => row.allocations.map((line) => line.invoice).join(', '),
        grow: true,
        width: 150,
      },
      { id: 'issuer', header: t('issuer'), value: (row) => row.issuer, width: 170 },
      { id: 'waiting', header: t('waiting'), kind: 'count', value: waiting, width: 110, help: t('waitingHelp') },
      { id: 'remarks', header: t('remarks'), kind: 'count', value: (row) => row.remarks.length || null, width: 88 },
      { id: 'note', header: t('note'), value: (row) => row.note, hidden: true },
    ],
    [currency, d, t, word],
  );
}
