import type { Direction } from '../invoices/document.ts';
import { payable, type InvoiceStatus } from '../invoices/states.ts';
import { compare, equal, isZero, type Amount } from '../money/amount.ts';
import { appError, type AppError, type Result } from '../result.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { say } from '../words/said.ts';
import type { AllocationRate, Side } from './certificate.ts';
import { convertedByRate } from './conversion.ts';
import type { Counterparty } from './counterparty.ts';

/** One invoice as chosen for the certificate; amounts null where the user left them out. */
export interface ChosenInvoice {
  invoice: string;
  status: InvoiceStatus;
  kind: 'invoice' | 'credit-note';
  direction: Direction;
  counterparty: Counterparty;
  date: PlainDate;
  currency: string;
  open: Amount;
  /** Number of the live certificate that holds the invoice already. */
  takenBy: string | null;
  amount: Amount | null;
  payAmount: Amount | null;
  fx: AllocationRate | null;
}
export interface CertificateHead {
  side: Side;
  date: PlainDate;
  today: PlainDate;
  total: Amount;
  currency: string;
  /** Several certificates may share an invoice (setting of the book). */
  partial: boolean;
}
export interface PlannedLine {
  invoice: string;
  amount: Amount;
  payAmount: Amount;
  fx: AllocationRate | null;
}

/** What the line is not, whatever its figures: neither a draft nor a certificate can name it. */
export function misfitOf(side: Side, c: ChosenInvoice): AppError | null {
  if (side === 'payer' && c.direction === 'issued')
    return appError('wht.issued', say`Invoice ${{ number: c.invoice }} was made here; certificates are for invoices received.`, {
      value: c.invoice,
      remedy: 'Choose the invoice that you paid less the withheld tax.',
    });
  if (side === 'payee' && c.direction === 'received')
    return appError(
      'wht.received',
      say`Invoice ${{ number: c.invoice }} was received; a certificate that a customer gave is for invoices made here.`,
      {
        value: c.invoice,
        remedy: 'Choose the invoice that the customer paid less the withheld tax.',
      },
    );
  if (c.kind === 'credit-note')
    return appError('wht.credit-note', say`${{ invoice: c.invoice }} is a credit note; a certificate names invoices.`, {
      value: c.invoice,
      remedy: 'Choose the invoice that the tax was withheld from.',
    });
  return null;
}

/** Why nothing can be laid against the invoice on this day, or null. */
export function standingOf(head: CertificateHead, c: ChosenInvoice): AppError | null {
  const ready = payable(c.invoice, c.status);
  if (!ready.ok) return ready.error;
  if (c.takenBy !== null && !head.partial)
    return appError('wht.invoice-taken', say`Invoice ${{ invoice: c.invoice }} is on certificate ${{ takenBy: c.takenBy }} already.`, {
      value: c.invoice,
      remedy: say`Choose another invoice, or void certificate ${{ takenBy: c.takenBy }} first.`,
    });
  if (head.date < c.date)
    return appError(
      'wht.date-before-invoice',
      say`The certificate date ${{ date: head.date }} is before invoice ${{ invoice: c.invoice }} of ${{ date2: c.date }}.`,
      {
        column: 'date',
        value: head.date,
        remedy: 'Check the date of the certificate, or choose the invoice that it belongs to.',
      },
    );
  return null;
}

/** The line with every figure filled in, or what keeps it from that. `single`: the only invoice takes the total. */
export function filledLine(head: CertificateHead, c: ChosenInvoice, single: boolean): Result<PlannedLine> {
  const wrong = (error: AppError): Result<PlannedLine> => ({ ok: false, error });
  const amount = c.amount ?? (single ? head.total : null);
  if (amount === null)
    return wrong(
      appError('wht.amount-missing', say`Invoice ${{ invoice: c.invoice }} has no amount.`, {
        column: 'amount',
        value: c.invoice,
        remedy: 'With several invoices, enter the certificate amount of each.',
      }),
    );
  const same = head.currency === c.currency;
  const badRate = c.fx && rateFault(head, c, c.fx);
  if (badRate) return wrong(badRate);
  const payAmount = c.payAmount ?? (same ? amount : c.fx ? convertedByRate(amount, c.fx.rate) : null);
  if (payAmount === null)
    return wrong(
      appError(
        'wht.pay-amount-missing',
        say`Invoice ${{ invoice: c.invoice }} is in ${{ currency: c.currency }}, the certificate in ${{ currency2: head.currency }}: the amount in ${{ currency: c.currency }} is needed.`,
        {
          column: 'payAmount',
          value: c.invoice,
          remedy: say`Enter the amount converted into ${{ currency: c.currency }} with two decimals, or the rate of the conversion.`,
        },
      ),
    );
  const fault = figureFault(c, amount, payAmount, same);
  return fault ? wrong(fault) : { ok: true, value: { invoice: c.invoice, amount, payAmount, fx: c.fx } };
}

function rateFault(head: CertificateHead, c: ChosenInvoice, fx: AllocationRate): AppError | null {
  if (compare(fx.rate, '0') <= 0)
    return appError('wht.rate', say`Invoice ${{ invoice: c.invoice }}: a rate of ${{ rate: fx.rate }} converts nothing.`, {
      column: 'rate',
      value: fx.rate,
      remedy: say`Enter how many ${{ currency2: head.currency }} one ${{ currency: c.currency }} was worth: a number above zero.`,
    });
  if (head.currency === c.currency)
    return appError(
      'wht.rate-same-currency',
      say`Invoice ${{ invoice: c.invoice }} and the certificate are both in ${{ currency: c.currency }}.`,
      {
        column: 'rate',
        value: fx.rate,
        remedy: 'Leave the rate out.',
      },
    );
  if (fx.date !== null && fx.date > head.today)
    return appError(
      'wht.rate-date',
      say`Invoice ${{ invoice: c.invoice }}: the day of the rate, ${{ date: fx.date }}, lies in the future.`,
      {
        column: 'rate',
        value: fx.date,
        remedy: 'Enter the day on which the rate held.',
      },
    );
  return null;
}

function figureFault(c: ChosenInvoice, amount: Amount, payAmount: Amount, same: boolean): AppError | null {
  if (same && !equal(payAmount, amount))
    return appError(
      'wht.pay-amount-differs',
      say`Invoice ${{ invoice: c.invoice }}: both amounts are in ${{ currency: c.currency }}, but ${{ amount }} is not ${{ payAmount }}.`,
      {
        column: 'payAmount',
        value: payAmount,
        remedy: 'Leave the second amount out, or make it equal.',
      },
    );
  if ((payAmount.split('.')[1] ?? '').length > 2)
    return appError(
      'wht.pay-amount-places',
      say`Invoice ${{ invoice: c.invoice }}: ${{ payAmount }} ${{ currency: c.currency }} has more than two decimals.`,
      {
        column: 'payAmount',
        value: payAmount,
        remedy: 'Round the converted amount to two decimals.',
      },
    );
  if (isZero(payAmount))
    return appError('wht.rate', say`Invoice ${{ invoice: c.invoice }}: a rate of ${{ rate: c.fx?.rate ?? '' }} converts nothing.`, {
      column: 'rate',
      value: c.fx?.rate ?? '',
      remedy: say`Enter the amount converted into ${{ currency: c.currency }} with two decimals, or the rate of the conversion.`,
    });
  return null;
}

/** What a certificate would take from the invoice beyond what is open, as a refusal; null where it fits. */
export function overOpen(c: ChosenInvoice, payAmount: Amount): AppError | null {
  if (compare(payAmount, c.open) <= 0) return null;
  return appError(
    'wht.over-open',
    say`Invoice ${{ invoice: c.invoice }} has ${{ open: c.open }} ${{ currency: c.currency }} open; ${{ payAmount }} is more.`,
    {
      column: 'payAmount',
      value: payAmount,
      remedy: say`Enter at most ${{ open: c.open }}, or take a payment off the invoice first.`,
    },
  );
}
