import { absolute, equal, subtract } from '../../../domain/money/amount.ts';
import type { Invoice } from '../../../services/contract/invoices.ts';
import { useCall } from '../../app/hooks.ts';
import { useLanguage, useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/invoices.json';
import { amountText, ErrorState, Ident, StatusMark } from '../../ui/index.ts';
import type { Quote } from '../tax/case.ts';
import { QuoteSteps } from '../tax/QuoteSteps.tsx';
import { say } from '../tax/say.ts';
import { onInvoice } from './tax-of-rule.ts';
import { useInvoiceQuote } from './useInvoiceQuote.ts';

/** The tax that the printed rule gives for this invoice, step by step, and whether the invoice agrees. */
export function InvoiceTax({ invoice }: { invoice: Invoice }) {
  const t = useWords<typeof words>('invoices');
  const book = useCall('book/info', {});
  const entity = invoice.entity ?? (invoice.vendor === 'huawei' ? (book.data?.entity ?? null) : null);
  const quote = useInvoiceQuote({ entity, date: invoice.date, net: invoice.net, currency: invoice.currency });
  if (entity === null) return <p className="inspector-note">{t('noRulePack')}</p>;
  if (quote.error) return <ErrorState error={quote.error} retry={quote.retry} />;
  if (!quote.data) return null;
  return (
    <>
      <Verdict quote={quote.data} tax={invoice.tax} currency={invoice.currency} />
      <RuleOf quote={quote.data} currency={invoice.currency} />
    </>
  );
}

function Verdict({ quote, tax, currency }: { quote: Quote; tax: string; currency: string }) {
  const t = useWords<typeof words>('invoices');
  const expected = onInvoice(quote);
  if (quote.rule === null)
    return (
      <p className="inspector-note">
        <StatusMark mark="missing" label={t('noRule')} />
      </p>
    );
  if (expected === null)
    return (
      <p className="inspector-note">
        <StatusMark mark="missing" label={t('ruleOpen')} />
      </p>
    );
  if (equal(expected, tax))
    return (
      <p className="inspector-note">
        <StatusMark mark="pass" label={t('taxAgrees')} />
      </p>
    );
  return (
    <p className="inspector-note">
      <StatusMark
        mark="fail"
        label={t('taxDiffers', {
          tax: amountText(tax),
          expected: amountText(expected),
          difference: amountText(absolute(subtract(tax, expected))),
          currency,
        })}
      />
    </p>
  );
}

/** Rule, source and steps of a quote, as the inspector and the form show them. */
export function RuleOf({ quote, currency }: { quote: Quote; currency: string }) {
  const t = useWords<typeof words>('invoices');
  const language = useLanguage();
  const treatment = useWordOf('tax');
  if (quote.rule === null)
    return (
      <>
        {quote.notes.slice(0, 1).map((note) => (
          <p key={note} className="inspector-note">
            {say(note, language)}
          </p>
        ))}
      </>
    );
  return (
    <>
      <p className="inspector-note">
        <Ident value={quote.rule.id} /> · {say(quote.rule.source, language)}
        {quote.tax ? <> · {treatment(`treatment.${quote.tax.treatment}`)}</> : null}
      </p>
      <QuoteSteps
        steps={quote.steps.filter((step) => step.label !== 'Net payable to the seller' && step.label !== 'WHT')}
        currency={currency}
        label={t('taxByRule')}
      />
    </>
  );
}
