import { Button } from '@mantine/core';
import { equal } from '../../../domain/money/amount.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/invoices.json';
import { amountText, ErrorState, StatusMark } from '../../ui/index.ts';
import type { InvoiceDraft } from './invoice-draft.ts';
import { RuleOf } from './InvoiceTax.tsx';
import { onInvoice } from './tax-of-rule.ts';
import { useInvoiceQuote } from './useInvoiceQuote.ts';

/** The tax that the printed rule gives for the entity, day and net entered so far; one press takes it over. */
export function TaxFromRule({ draft, onTake }: { draft: InvoiceDraft; onTake: (tax: string) => void }) {
  const t = useWords<typeof words>('invoices');
  const quote = useInvoiceQuote(draft);
  const tax = quote.data ? onInvoice(quote.data) : null;
  return (
    <section aria-label={t('taxByRule')} aria-live="polite">
      <h2>{t('taxByRule')}</h2>
      {draft.entity === null ? (
        <p className="inspector-note">{t('noRulePack')}</p>
      ) : draft.date === null || draft.net === null ? (
        <p className="inspector-note dim">{t('ruleWaits')}</p>
      ) : quote.error ? (
        <ErrorState error={quote.error} retry={quote.retry} />
      ) : quote.data ? (
        <>
          {quote.data.rule === null && (
            <p className="inspector-note">
              <StatusMark mark="missing" label={t('noRule')} />
            </p>
          )}
          <RuleOf quote={quote.data} currency={draft.currency} />
          {tax !== null && (draft.tax === null || !equal(draft.tax, tax)) && (
            <Button mt="sm" variant="light" onClick={() => onTake(tax)}>
              {t('takeTax', { tax: `${amountText(tax)} ${draft.currency}` })}
            </Button>
          )}
          {tax !== null && draft.tax !== null && equal(draft.tax, tax) && (
            <p className="inspector-note">
              <StatusMark mark="pass" label={t('taxAgrees')} />
            </p>
          )}
        </>
      ) : null}
    </section>
  );
}
