import { invoicesById, listInvoices } from '../../../db/queries/invoices.ts';
import { statusOn } from '../../../domain/invoices/balance.ts';
import { payable } from '../../../domain/invoices/states.ts';
import { compare, isZero } from '../../../domain/money/amount.ts';
import { refuse } from '../../../domain/result.ts';
import { settlementOf } from '../../../domain/wht/payables/settlement.ts';
import { say } from '../../../domain/words/said.ts';
import { findInvoice } from '../../invoices/find.ts';
import { findPayment } from '../../payments/view.ts';
import type { Handler, Handlers } from '../../runtime/services.ts';
import { ledgersOf } from './ledgers.ts';
import { rateOnDay, toSettlement, toShare } from './view.ts';

const showSettlement: Handler<'invoices/settlement'> = ({ number, vendor }, { session }) => {
  const { read } = session.book();
  const record = findInvoice(read, number, vendor ?? null);
  if (record.kind === 'credit-note')
    refuse('settlement.credit-note', say`${{ number: record.number }} is a credit note: it settles, and is not settled.`, {
      value: record.number,
      remedy: say`Look at invoice ${{ credits: record.credits ?? '' }}, which it lowers.`,
    });
  const ledger = ledgersOf(read, [record], session.today()).get(record.id)!;
  return toSettlement(record, ledger, settlementOf(ledger), rateOnDay(read));
};

/** Each invoice that the payment lies on, with what this payment settles of it. */
const settles: Handler<'payments/settles'> = ({ id }, { session }) => {
  const { read } = session.book();
  const payment = findPayment(read, id);
  const records = invoicesById(
    read,
    payment.allocations.map((a) => a.invoiceId),
  );
  const ledgers = ledgersOf(read, records, session.today());
  return records.flatMap((record) => {
    const { shares, claim } = settlementOf(ledgers.get(record.id)!);
    const { number: invoice, vendor, direction, currency } = record;
    return shares.shares
      .filter((share) => share.key === String(id))
      .map((share) => ({
        ...toShare(share),
        invoice,
        vendor,
        direction,
        currency,
        ratePct: claim.ratePct,
        kind: shares.kind,
        policy: shares.policy,
      }));
  });
};

/** Invoices from which tax is withheld by a known rate, as they stand without the payment that is being changed. */
const netPayable: Handler<'payments/netPayable'> = ({ direction, currency, without }, { session }) => {
  const { read } = session.book();
  const today = session.today();
  const records = listInvoices(read, { direction }).filter(
    (r) => r.kind === 'invoice' && r.currency === currency && payable(r.number, statusOn(r, today)).ok,
  );
  const ledgers = ledgersOf(read, records, today);
  return records.flatMap((record) => {
    const ledger = ledgers.get(record.id)!;
    const own = without === null ? ledger : { ...ledger, cash: ledger.cash.filter((c) => c.key !== String(without)) };
    const s = settlementOf(own);
    const { expected } = s.shares;
    if (expected === null || s.claim.ratePct === null || s.claim.borne || compare(s.openCash, '0') <= 0 || isZero(s.openCertificates))
      return [];
    return [
      {
        invoice: record.number,
        vendor: record.vendor,
        total: record.total,
        expected,
        ratePct: s.claim.ratePct,
        rule: s.rule,
        openCash: s.openCash,
        openCertificates: s.openCertificates,
      },
    ];
  });
};

/** How invoices are settled by cash and certificates. */
export const settlementHandlers: Handlers<'invoices/settlement' | 'payments/settles' | 'payments/netPayable'> = {
  'invoices/settlement': showSettlement,
  'payments/settles': settles,
  'payments/netPayable': netPayable,
};
