import { Button } from '@mantine/core';
import type { ImportRow } from '../../../../services/contract/wht-import.ts';
import { useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/whtImport.json';
import { Amount, AmountInput, StatusMark } from '../../../ui/index.ts';
import { linesOf, residualOf, type Choice } from './choice.ts';

/** Invoices that the row may be for: why, how it would be laid against them, and what is left over. */
export function ProposalCard({
  row,
  proposal,
  n,
  choice,
  onChoose,
  onAccept,
}: {
  row: ImportRow;
  proposal: ImportRow['proposals'][number];
  n: number;
  /** Set where this is the chosen one. */
  choice: Choice | null;
  onChoose: (choice: Choice) => void;
  onAccept: () => void;
}) {
  const t = useWords<typeof words>('whtImport');
  const tell = useTell();
  const numbers = proposal.lines.map((l) => l.invoice).join(', ');
  const currency = row.certificate?.currency ?? null;
  const lines = choice ? linesOf(row, choice) : null;
  return (
    <article className="wi-proposal" data-chosen={choice !== null} aria-label={numbers}>
      <div className="wi-proposal-head">
        <kbd>{n}</kbd>
        <b>{numbers}</b>
        <span className="dim" title={t('scoreHelp')}>
          {t('score', { score: proposal.score })}
        </span>
        {proposal.exact && <StatusMark mark="pass" label={t('exact')} />}
        {choice === null ? (
          <Button size="compact-xs" variant="default" onClick={onAccept} aria-label={t('acceptThis', { numbers })}>
            {t('accept')}
          </Button>
        ) : (
          <StatusMark mark="pass" label={t('accepted')} />
        )}
      </div>
      <ul className="wi-reasons">
        {proposal.reasons.map((reason, at) => (
          <li key={at} data-against={reason.weight < 0}>
            <span className="wi-weight" aria-hidden="true">
              {reason.weight < 0 ? `\u2212${-reason.weight}` : `+${reason.weight}`}
            </span>
            {tell.sentence(reason.said)}
          </li>
        ))}
      </ul>
      {proposal.lines.map((line, at) => (
        <div key={`${line.vendor}:${line.invoice}`} className="wi-line">
          <span>
            {line.invoice} <span className="dim">{line.invoiceDate}</span>
          </span>
          <span className="dim">
            {t('open')} <Amount value={line.open} currency={line.invoiceCurrency} showCurrency />
          </span>
          {lines && choice ? (
            <>
              <AmountInput
                size="xs"
                aria-label={t('amountOf', { invoice: line.invoice })}
                currency={currency}
                value={lines[at]!.amount}
                onChange={(value) => onChoose({ ...choice, amounts: { ...choice.amounts, [at]: value } })}
              />
              {line.invoiceCurrency !== currency && (
                <AmountInput
                  size="xs"
                  aria-label={t('payOf', { invoice: line.invoice, currency: line.invoiceCurrency })}
                  currency={line.invoiceCurrency}
                  value={lines[at]!.payAmount}
                  onChange={(value) => onChoose({ ...choice, pays: { ...choice.pays, [at]: value } })}
                />
              )}
            </>
          ) : (
            <Amount value={line.amount} currency={currency} showCurrency />
          )}
        </div>
      ))}
      <div className="wi-residual" role="status">
        {t('residual')} <Amount value={choice ? residualOf(row, choice) : proposal.residual} currency={currency} showCurrency plainZero />
      </div>
    </article>
  );
}
