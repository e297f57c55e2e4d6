import { add, compare, subtract, sum, type Amount } from '../money/amount.ts';
import type { Facts, InvoiceFact } from './facts.ts';

/** Money laid against one invoice, taken from payments and certificates themselves. */
export const paidOn = (facts: Facts, invoice: InvoiceFact): Amount =>
  sum(facts.payments.flatMap((p) => p.shares.filter((s) => s.invoiceId === invoice.id).map((s) => s.amount)));
export const withheldOn = (facts: Facts, invoice: InvoiceFact): Amount =>
  sum(facts.certificates.flatMap((c) => c.lines.filter((l) => l.invoiceId === invoice.id).map((l) => l.payAmount)));

/** Sums over the period's invoices: `total` less what was credited; `tax` with credit notes. `open` never falls below zero on a single one: what is paid too much shows as a difference. */
export function settlementOf(facts: Facts): { total: Amount; tax: Amount; paid: Amount; withheld: Amount; open: Amount } {
  const result = { total: '0', tax: '0', paid: '0', withheld: '0', open: '0' };
  for (const invoice of facts.invoices) {
    const [paid, withheld] = [paidOn(facts, invoice), withheldOn(facts, invoice)];
    result.tax = add(result.tax, invoice.tax);
    result.paid = add(result.paid, paid);
    result.withheld = add(result.withheld, withheld);
    // A credit note is settled by being set against its invoice.
    if (invoice.kind === 'credit-note') continue;
    const charged = subtract(invoice.total, invoice.credited);
    result.total = add(result.total, charged);
    const rest = subtract(charged, sum([paid, withheld]));
    if (compare(rest, '0') > 0) result.open = add(result.open, rest);
  }
  return result;
}
