import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/wht.json';
import { Amount, AmountInput, amountText, Ident } from '../../ui/index.ts';
import { remainderOf } from '../documents/amounts.ts';
import { RemainderBar } from '../documents/RemainderBar.tsx';
import { faultOf, isTicked, offer, payOf, shareOfNet, toggled, type CandidateRow, type CertificateDraft } from './certificate-draft.ts';

const MANY = 10;

interface Part {
  draft: CertificateDraft;
  onChange: (draft: CertificateDraft) => void;
  onInvalid: (key: string, invalid: boolean) => void;
}

/** Invoices that no certificate holds; ticked ones take amounts until the remainder is exactly zero. */
export function InvoicePicker({ rows, ...part }: Part & { rows: readonly CandidateRow[] }) {
  const t = useWords<typeof words>('wht');
  const { draft } = part;
  const [find, setFind] = useState('');
  const shown = rows.filter((row) => isTicked(draft, row.key) || row.number.toLowerCase().includes(find.trim().toLowerCase()));
  const remainder = draft.total === null ? null : remainderOf(draft.total, Object.values(draft.amounts));
  const foreign = rows.some((row) => isTicked(draft, row.key) && row.currency !== draft.currency);
  return (
    <section className="doc-below" aria-label={t('invoices')}>
      <div className="doc-below-head">
        <h2>{t('invoices')}</h2>
        {rows.length > MANY && (
          <TextInput aria-label={t('find')} placeholder={t('find')} value={find} onChange={(event) => setFind(event.currentTarget.value)} />
        )}
        <RemainderBar remainder={remainder} currency={draft.currency} mustBeZero />
      </div>
      {rows.length === 0 ? (
        <p className="dim">{t('noCandidates')}</p>
      ) : (
        <table className="entry">
          <thead>
            <tr>
              <th>
                <span className="visually-hidden">{t('choose')}</span>
              </th>
              <th>{t('invoice')}</th>
              <th>{t('vendor')}</th>
              <th>{t('invoiceDate')}</th>
              <th>{t('currency')}</th>
              <th className="end">{t('net')}</th>
              <th className="end">{t('open')}</th>
              <th className="end">{t('ofNet')}</th>
              <th className="field">
                {t('amount')} <span className="unit">{draft.currency}</span>
              </th>
              {foreign && <th className="field">{t('payAmount')}</th>}
              <th>
                <span className="visually-hidden">{t('take')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.key} row={row} foreign={foreign} left={remainder?.left ?? null} {...part} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ row, foreign, left, draft, onChange, onInvalid }: Part & { row: CandidateRow; foreign: boolean; left: string | null }) {
  const t = useWords<typeof words>('wht');
  const common = useWordOf('common');
  const ticked = isTicked(draft, row.key);
  const amount = draft.amounts[row.key] ?? null;
  const fault = ticked ? faultOf(draft, row) : null;
  const other = row.currency !== draft.currency;
  const share = ticked ? shareOfNet(payOf(draft, row), row.net) : null;
  const take = ticked && left !== null ? offer(left, amount, row, draft.currency) : null;
  const said =
    fault === null
      ? null
      : fault === 'over-open'
        ? t('fault.over', { open: amountText(row.open), currency: row.currency })
        : t(`fault.${fault}`);
  const onPay = other && fault !== null && fault !== 'amount' && fault !== 'date';
  const toggle = (): void => {
    onInvalid(`${row.key}|a`, false);
    onInvalid(`${row.key}|p`, false);
    onChange(toggled(draft, row));
  };
  return (
    <tr className={ticked ? 'chosen' : undefined}>
      <td>
        <Checkbox aria-label={t('chooseOne', { number: row.number })} checked={ticked} onChange={toggle} />
      </td>
      <td>
        <Ident value={row.number} />
        {row.awaits && <span className="tag">{t('paidNet')}</span>}
      </td>
      <td>{common(`vendor.${row.vendor}`)}</td>
      <td>{row.date}</td>
      <td>{row.currency}</td>
      <td className="end">
        <Amount value={row.net} currency={row.currency} />
      </td>
      <td className="end">
        <Amount value={row.open} currency={row.currency} />
      </td>
      <td className="end">{share === null ? '' : `${share} %`}</td>
      <td className="field">
        {ticked && (
          <AmountInput
            aria-label={t('amountOf', { number: row.number, currency: draft.currency })}
            value={amount}
            error={onPay ? null : said}
            onChange={(value, valid) => {
              onInvalid(`${row.key}|a`, !valid);
              onChange({ ...draft, amounts: { ...draft.amounts, [row.key]: value } });
            }}
          />
        )}
      </td>
      {foreign && (
        <td className="field">
          {ticked && other && (
            <AmountInput
              aria-label={t('amountOf', { number: row.number, currency: row.currency })}
              value={draft.pays[row.key] ?? null}
              currency={row.currency}
              error={onPay ? said : null}
              onChange={(value, valid) => {
                onInvalid(`${row.key}|p`, !valid);
                onChange({ ...draft, pays: { ...draft.pays, [row.key]: value } });
              }}
            />
          )}
        </td>
      )}
      <td className="take">
        {take !== null && (
          <button
            type="button"
            className="link"
            aria-label={t('takeOf', { amount: amountText(take), number: row.number })}
            onClick={() => onChange({ ...draft, amounts: { ...draft.amounts, [row.key]: take } })}
          >
            {t('take')}
          </button>
        )}
      </td>
    </tr>
  );
}
