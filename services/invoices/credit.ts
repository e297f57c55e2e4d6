import { addHistory } from '../../db/queries/history.ts';
import { PLAIN_DOCUMENT } from '../../db/queries/invoices.ts';
import { checkLines } from '../../domain/invoices/check-lines.ts';
import { statusOn } from '../../domain/invoices/balance.ts';
import { documentAmount } from '../../domain/invoices/document-amount.ts';
import { act as legal } from '../../domain/invoices/states.ts';
import { add, compare, isNegative, negate, subtract } from '../../domain/money/amount.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Handler } from '../runtime/services.ts';
import { creditPeriod } from '../close/locked.ts';
import { inTransaction } from './act.ts';
import { findInvoice, invoiceOf } from './find.ts';
import { recordNew } from './record.ts';
import { withSettlement } from './settlement.ts';
import { toInvoice } from './view.ts';

/**
 * A credit note: a document of its own with negative figures, laid against the invoice. It may come after the payment
 * (an unsubscription): then the invoice's open amount goes below zero, which is what the vendor owes.
 */
export const creditInvoice: Handler<'invoices/credit'> = (input, context) => {
  const net = unwrap(documentAmount(input.net, 'net'));
  const tax = unwrap(documentAmount(input.tax, 'tax'));
  const total = add(net, tax);
  if (isNegative(net) || isNegative(tax) || compare(total, '0') <= 0)
    refuse('invoice.credit-sign', 'A credit note needs positive figures: they reduce the invoice.', {
      column: 'net',
      value: total,
      remedy: 'Enter net and tax without a sign.',
    });
  const lines = unwrap(checkLines(input.lines ?? [], { net, tax }));
  return inTransaction(context, (act) => {
    const invoice = findInvoice(act.write, input.number, input.vendor ?? null);
    if (invoice.direction === 'issued')
      refuse('invoice.credit-made', say`Invoice ${{ number: invoice.number }} was made here: its credit note is made here too.`, {
        value: invoice.number,
        remedy: 'Make a credit note against it; its number comes from a series.',
      });
    if (invoice.kind === 'credit-note')
      refuse('invoice.is-credit-note', say`${{ number: invoice.number }} is a credit note itself.`, {
        value: invoice.number,
        remedy: say`Credit invoice ${{ credits: invoice.credits ?? '' }}, or void the credit note.`,
      });
    unwrap(legal(invoice.number, statusOn(invoice, act.today), 'credit'));
    if (input.date < invoice.date)
      refuse(
        'invoice.credit-before-invoice',
        say`The credit note's date ${{ date: input.date }} is before invoice ${{ number: invoice.number }} of ${{ date2: invoice.date }}.`,
        { column: 'date', value: input.date, remedy: 'Check both dates.' },
      );
    const left = subtract(invoice.total, invoice.credited);
    if (compare(total, left) > 0)
      refuse(
        'invoice.over-credit',
        say`Invoice ${{ number: invoice.number }} has ${{ left }} ${{ currency: invoice.currency }} that can be credited; ${{ total }} is more.`,
        {
          column: 'net',
          value: total,
          remedy: say`Credit at most ${{ left }}.`,
        },
      );
    withSettlement(act, [invoice.id], `credit note ${input.creditNumber}`, () => {
      recordNew(
        act,
        'invoices/credit',
        {
          ...PLAIN_DOCUMENT,
          sellerId: invoice.sellerId,
          buyerId: invoice.buyerId,
          seller: invoice.seller,
          buyer: invoice.buyer,
          type: invoice.type,
          fx: invoice.fx,
          vendor: invoice.vendor,
          number: input.creditNumber,
          kind: 'credit-note',
          entity: invoice.entity,
          date: input.date,
          due: null,
          period: creditPeriod(act.write, invoice.period, input.date),
          currency: invoice.currency,
          net: negate(net),
          tax: negate(tax),
          stated: 'paid',
          creditsId: invoice.id,
          note: input.reason,
          source: 'entered',
          figures: {},
        },
        { event: 'added', reason: input.reason },
        lines.map((line) => ({ ...line, net: negate(line.net), tax: line.tax === null ? null : negate(line.tax) })),
      );
      const shown = statusOn(invoice, act.today);
      addHistory(act.write, 'invoice', invoice.id, {
        at: act.at,
        who: act.who,
        event: 'credited',
        from: shown,
        to: shown,
        reason: `${total} ${invoice.currency} by ${input.creditNumber}: ${input.reason}`,
      });
    });
    return toInvoice(act.write, invoiceOf(act.write, invoice.id), act.today);
  });
};
