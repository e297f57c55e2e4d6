import { Checkbox, TextInput } from '@mantine/core';
import { isZero } from '../../../domain/money/amount.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/certificate.json';
import { Amount, AmountInput, amountText, DateInput, Ident } from '../../ui/index.ts';
import { today } from '../documents/keys.ts';
import type { CandidateRow } from './candidates.ts';
import {
  convertedOf,
  differenceOf,
  faultOf,
  isTicked,
  offer,
  payOf,
  shareOfNet,
  toggled,
  type CertificateDraft,
  type RateDraft,
} from './certificate-draft.ts';

const NO_RATE: RateDraft = { rate: null, date: null, source: '' };

interface Part {
  draft: CertificateDraft;
  onChange: (draft: CertificateDraft) => void;
  onInvalid: (key: string, invalid: boolean) => void;
}

/** One invoice that can be ticked, with its amount on the certificate and, in another currency, rate and amount as paid. */
export function InvoiceRow({
  row,
  foreign,
  left,
  draft,
  onChange,
  onInvalid,
}: Part & { row: CandidateRow; foreign: boolean; left: string | null }) {
  const t = useWords<typeof words>('certificate');
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
  const where = fault === 'rate' ? 'rate' : other && fault !== 'amount' && fault !== 'date' ? 'pay' : 'amount';
  const toggle = (): void => {
    for (const part of ['a', 'p', 'r']) onInvalid(`${row.key}|${part}`, false);
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
        <span className="links-sub">{row.counterparty.name ?? common(`vendor.${row.vendor}`)}</span>
      </td>
      <td>{row.date}</td>
      <td className="end">
        <Amount value={row.total} currency={row.currency} showCurrency />
      </td>
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
            size="xs"
            aria-label={t('amountOf', { number: row.number, currency: draft.currency })}
            value={amount}
            error={where === 'amount' ? said : null}
            onChange={(value, valid) => {
              onInvalid(`${row.key}|a`, !valid);
              onChange({ ...draft, amounts: { ...draft.amounts, [row.key]: value } });
            }}
          />
        )}
      </td>
      {foreign && (
        <Foreign
          row={row}
          shown={ticked && other}
          draft={draft}
          onChange={onChange}
          onInvalid={onInvalid}
          payFault={where === 'pay' ? said : null}
          rateFault={where === 'rate' ? said : null}
        />
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

/** The dated rate of the row, and what it makes of the amount beside what was paid. */
function Foreign({
  row,
  shown,
  draft,
  onChange,
  onInvalid,
  payFault,
  rateFault,
}: Part & { row: CandidateRow; shown: boolean; payFault: string | null; rateFault: string | null }) {
  const t = useWords<typeof words>('certificate');
  if (!shown)
    return (
      <>
        <td className="field" />
        <td className="field" />
      </>
    );
  const rate = draft.rates[row.key] ?? NO_RATE;
  const converted = convertedOf(draft, row);
  const difference = differenceOf(draft, row);
  const own = row.fx !== null && row.fx.currency === draft.currency && rate.rate === null ? row.fx : null;
  const setRate = (part: Partial<RateDraft>): void => onChange({ ...draft, rates: { ...draft.rates, [row.key]: { ...rate, ...part } } });
  return (
    <>
      <td className="field rate">
        <AmountInput
          size="xs"
          aria-label={t('rateOf', { number: row.number })}
          placeholder={t('ratePlaceholder', { from: row.currency, to: draft.currency })}
          value={rate.rate}
          error={rateFault}
          onChange={(value, valid) => {
            onInvalid(`${row.key}|r`, !valid);
            setRate({ rate: value });
          }}
        />
        {rate.rate !== null && (
          <>
            <DateInput
              size="xs"
              aria-label={t('rateDateOf', { number: row.number })}
              placeholder={t('rateDate')}
              value={rate.date}
              maxDate={today()}
              onChange={(date) => setRate({ date })}
            />
            <TextInput
              size="xs"
              aria-label={t('rateSourceOf', { number: row.number })}
              placeholder={t('rateSource')}
              maxLength={200}
              value={rate.source}
              onChange={(event) => setRate({ source: event.currentTarget.value })}
            />
          </>
        )}
        {own && (
          <button type="button" className="link" onClick={() => setRate({ rate: own.rate, date: own.date, source: t('invoiceRate') })}>
            {t('takeRate', { rate: own.rate, date: own.date ?? '–' })}
          </button>
        )}
      </td>
      <td className="field">
        <AmountInput
          size="xs"
          aria-label={t('amountOf', { number: row.number, currency: row.currency })}
          value={draft.pays[row.key] ?? null}
          placeholder={converted === null ? '' : amountText(converted, 2)}
          currency={row.currency}
          error={payFault}
          onChange={(value, valid) => {
            onInvalid(`${row.key}|p`, !valid);
            onChange({ ...draft, pays: { ...draft.pays, [row.key]: value } });
          }}
        />
        {difference !== null && !isZero(difference) && converted !== null && (
          <span className="links-sub">
            {t('byRate', { converted: amountText(converted, 2) })} <Amount value={difference} currency={row.currency} />
          </span>
        )}
      </td>
    </>
  );
}
