import { creditNotesOf } from '../../db/queries/invoices.ts';
import { paymentsOn } from '../../db/queries/payments.ts';
import { holderOf } from '../../db/queries/wht.ts';
import { statusOn } from '../../domain/invoices/balance.ts';
import { act as legal } from '../../domain/invoices/states.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { releaseInvoice } from '../payments/release.ts';
import type { Handler } from '../runtime/services.ts';
import { inTransaction } from './act.ts';
import { findInvoice, invoiceOf } from './find.ts';
import { recordChange } from './record.ts';
import { withSettlement } from './settlement.ts';
import { toInvoice } from './view.ts';

/**
 * Voids an invoice or credit note; the record stays. Shares of payments go back to their payments. A live certificate
 * or credit note is a paper of its own and must be voided first.
 */
export const voidInvoice: Handler<'invoices/void'> = (input, context) =>
  inTransaction(context, (act) => {
    const invoice = findInvoice(act.write, input.number, input.vendor ?? null);
    const shown = statusOn(invoice, act.today);
    const stated = unwrap(legal(invoice.number, shown, 'void'));
    const holder = holderOf(act.write, invoice.id);
    if (holder !== null)
      refuse('invoice.on-certificate', say`Invoice ${{ number: invoice.number }} is on WHT certificate ${{ holder }}.`, {
        value: holder,
        remedy: say`Void certificate ${{ holder }} first.`,
      });
    const credits = creditNotesOf(act.write, invoice.id);
    if (credits.length > 0)
      refuse('invoice.credited', say`Invoice ${{ number: invoice.number }} has the credit note ${{ number2: credits[0]!.number }}.`, {
        value: credits[0]!.number,
        remedy: 'Void the credit note first.',
      });
    for (const payment of paymentsOn(act.write, invoice.id))
      releaseInvoice(act, payment, invoice.id, `invoice ${invoice.number} was voided`);
    const touched = invoice.creditsId === null ? [] : [invoice.creditsId];
    withSettlement(act, touched, `credit note ${invoice.number} was voided`, () =>
      recordChange(act, 'invoices/void', invoice, { stated }, { event: 'voided', reason: input.reason, shown }),
    );
    return toInvoice(act.write, invoiceOf(act.write, invoice.id), act.today);
  });
