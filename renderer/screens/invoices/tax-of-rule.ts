import { subtract, type Amount } from '../../../domain/money/amount.ts';
import type { Quote } from '../tax/case.ts';

/** The tax that stands on the invoice by the rule: its total less the fee. Null where the rule leaves the total open or none applies. */
export function onInvoice(quote: Pick<Quote, 'rule' | 'invoiceTotal' | 'steps'>): Amount | null {
  const fee = quote.steps[0]?.value;
  return quote.rule === null || quote.invoiceTotal === null || fee === undefined ? null : subtract(quote.invoiceTotal, fee);
}
