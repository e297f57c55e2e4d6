import { payable, type InvoiceStatus } from '../invoices/states.ts';
import { compare, equal, sum, type Amount } from '../money/amount.ts';
import { fail, ok, type Result } from '../result.ts';
import { say } from '../words/said.ts';
import type { PlainDate } from '../time/plain-date.ts';

/** One invoice as chosen for the certificate; amounts null where the user left them out. */
export interface ChosenInvoice {
  invoice: string;
  status: InvoiceStatus;
  kind: 'invoice' | 'credit-note';
  date: PlainDate;
  currency: string;
  open: Amount;
  /** Number of the live certificate that holds the invoice already. */
  takenBy: string | null;
  amount: Amount | null;
  payAmount: Amount | null;
}
export interface CertificateHead {
  date: PlainDate;
  today: PlainDate;
  total: Amount;
  currency: string;
}
export interface PlannedLine {
  invoice: string;
  amount: Amount;
  payAmount: Amount;
}

/**
 * The certificate's lines with every figure filled in (Huawei Cloud billing guide 10.3): one invoice takes the total,
 * several need a figure each; the figures add up to the total exactly; the amount in the payment currency has at most
 * two decimals and is not more than what the invoice has open.
 */
export function planCertificate(head: CertificateHead, chosen: readonly ChosenInvoice[]): Result<PlannedLine[]> {
  if (head.date > head.today)
    return fail('wht.date-future', say`The certificate date ${{ date: head.date }} lies in the future.`, {
      column: 'date',
      value: head.date,
      remedy: 'Enter the date of issue that the certificate shows.',
    });
  const lines: PlannedLine[] = [];
  const seen = new Set<string>();
  for (const c of chosen) {
    if (seen.has(c.invoice))
      return fail('wht.invoice-twice', say`Invoice ${{ invoice: c.invoice }} is chosen twice.`, {
        value: c.invoice,
        remedy: 'Choose each invoice once.',
      });
    seen.add(c.invoice);
    const line = planLine(head, c, chosen.length === 1);
    if (!line.ok) return line;
    lines.push(line.value);
  }
  const added = sum(lines.map((l) => l.amount));
  if (!equal(added, head.total))
    return fail(
      'wht.sum',
      say`The amounts of the invoices add up to ${{ added }} ${{ currency: head.currency }}; the certificate says ${{ total: head.total }}.`,
      {
        value: added,
        remedy: "Correct an amount: the sum must equal the certificate's total exactly.",
      },
    );
  return ok(lines);
}

function planLine(head: CertificateHead, c: ChosenInvoice, single: boolean): Result<PlannedLine> {
  if (c.kind === 'credit-note')
    return fail('wht.credit-note', say`${{ invoice: c.invoice }} is a credit note; a certificate names invoices.`, {
      value: c.invoice,
      remedy: 'Choose the invoice that the tax was withheld from.',
    });
  const ready = payable(c.invoice, c.status);
  if (!ready.ok) return ready;
  if (c.takenBy !== null)
    return fail('wht.invoice-taken', say`Invoice ${{ invoice: c.invoice }} is on certificate ${{ takenBy: c.takenBy }} already.`, {
      value: c.invoice,
      remedy: say`Choose another invoice, or void certificate ${{ takenBy: c.takenBy }} first.`,
    });
  if (head.date < c.date)
    return fail(
      'wht.date-before-invoice',
      say`The certificate date ${{ date: head.date }} is before invoice ${{ invoice: c.invoice }} of ${{ date2: c.date }}.`,
      {
        column: 'date',
        value: head.date,
        remedy: 'Check the date of the certificate, or choose the invoice that it belongs to.',
      },
    );
  const amount = c.amount ?? (single ? head.total : null);
  if (amount === null)
    return fail('wht.amount-missing', say`Invoice ${{ invoice: c.invoice }} has no amount.`, {
      column: 'amount',
      value: c.invoice,
      remedy: 'With several invoices, enter the certificate amount of each.',
    });
  const same = head.currency === c.currency;
  const payAmount = c.payAmount ?? (same ? amount : null);
  if (payAmount === null)
    return fail(
      'wht.pay-amount-missing',
      say`Invoice ${{ invoice: c.invoice }} is in ${{ currency: c.currency }}, the certificate in ${{ currency2: head.currency }}: the amount in ${{ currency: c.currency }} is needed.`,
      {
        column: 'payAmount',
        value: c.invoice,
        remedy: say`Enter the amount converted into ${{ currency: c.currency }}, with two decimals.`,
      },
    );
  if (same && !equal(payAmount, amount))
    return fail(
      'wht.pay-amount-differs',
      say`Invoice ${{ invoice: c.invoice }}: both amounts are in ${{ currency: c.currency }}, but ${{ amount }} is not ${{ payAmount }}.`,
      {
        column: 'payAmount',
        value: payAmount,
        remedy: 'Leave the second amount out, or make it equal.',
      },
    );
  if ((payAmount.split('.')[1] ?? '').length > 2)
    return fail(
      'wht.pay-amount-places',
      say`Invoice ${{ invoice: c.invoice }}: ${{ payAmount }} ${{ currency: c.currency }} has more than two decimals.`,
      {
        column: 'payAmount',
        value: payAmount,
        remedy: 'Round the converted amount to two decimals.',
      },
    );
  if (compare(payAmount, c.open) > 0)
    return fail(
      'wht.over-open',
      say`Invoice ${{ invoice: c.invoice }} has ${{ open: c.open }} ${{ currency: c.currency }} open; ${{ payAmount }} is more.`,
      {
        column: 'payAmount',
        value: payAmount,
        remedy: say`Enter at most ${{ open: c.open }}, or take a payment off the invoice first.`,
      },
    );
  return ok({ invoice: c.invoice, amount, payAmount });
}
