import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/certificate.json';
import { remainderOf } from '../documents/amounts.ts';
import { RemainderBar } from '../documents/RemainderBar.tsx';
import type { CandidateRow } from './candidates.ts';
import { isTicked, type CertificateDraft } from './certificate-draft.ts';
import { InvoiceRow } from './InvoiceRow.tsx';

const MANY = 10;
/** Rows shown at once; the rest is found by its number. */
const SHOWN = 100;

/** Invoices that the certificate can name; ticked ones take amounts until the remainder is exactly zero. `notes`: beside the heading. */
export function InvoicePicker({
  rows,
  notes,
  ...part
}: {
  rows: readonly CandidateRow[];
  draft: CertificateDraft;
  notes: ReactNode;
  onChange: (draft: CertificateDraft) => void;
  onInvalid: (key: string, invalid: boolean) => void;
}) {
  const t = useWords<typeof words>('certificate');
  const { draft } = part;
  const [find, setFind] = useState('');
  const wanted = find.trim().toLowerCase();
  const fitting = rows.filter(
    (row) =>
      isTicked(draft, row.key) || row.number.toLowerCase().includes(wanted) || (row.counterparty.name ?? '').toLowerCase().includes(wanted),
  );
  const shown = [...fitting.filter((row) => isTicked(draft, row.key)), ...fitting.filter((row) => !isTicked(draft, row.key))];
  const listed = fitting.length <= SHOWN ? fitting : shown.slice(0, SHOWN);
  const remainder = draft.total === null ? null : remainderOf(draft.total, Object.values(draft.amounts));
  const foreign = rows.some((row) => isTicked(draft, row.key) && row.currency !== draft.currency);
  return (
    <section className="doc-below" aria-label={t('invoices')}>
      <div className="doc-below-head">
        <h2>{t('invoices')}</h2>
        {rows.length > MANY && (
          <TextInput
            size="xs"
            aria-label={t('find')}
            placeholder={t('find')}
            value={find}
            onChange={(event) => setFind(event.currentTarget.value)}
          />
        )}
        {notes}
        <RemainderBar remainder={remainder} currency={draft.currency} mustBeZero />
      </div>
      {rows.length === 0 ? (
        <p className="dim">{t(draft.side === 'payer' ? 'noCandidates' : 'noIssued')}</p>
      ) : (
        <table className={foreign ? 'entry foreign' : 'entry'}>
          <thead>
            <tr>
              <th>
                <span className="visually-hidden">{t('choose')}</span>
              </th>
              <th>{t('invoice')}</th>
              <th>{t('invoiceDate')}</th>
              <th className="end">{t('withTax')}</th>
              <th className="end">{t('net')}</th>
              <th className="end">{t('open')}</th>
              <th className="end">{t('ofNet')}</th>
              <th className="field">
                {t('amount')} <span className="unit">{draft.currency}</span>
              </th>
              {foreign && <th className="field">{t('fxRate')}</th>}
              {foreign && <th className="field">{t('payAmount')}</th>}
              <th>
                <span className="visually-hidden">{t('take')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.map((row) => (
              <InvoiceRow key={row.key} row={row} foreign={foreign} left={remainder?.left ?? null} {...part} />
            ))}
          </tbody>
        </table>
      )}
      {listed.length < fitting.length && <p className="dim">{t('more', { count: fitting.length - listed.length })}</p>}
    </section>
  );
}
