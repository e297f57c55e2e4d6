import type { ReadDb } from '../../../db/connection.ts';
import { cashOn, certificatesOn, creditsOn } from '../../../db/queries/invoice-ledger.ts';
import type { InvoiceRecord } from '../../../db/queries/invoices.ts';
import { NO_TERMS, type InvoiceLedger } from '../../../domain/wht/payables/settlement.ts';
import { termsOf } from './terms.ts';

/**
 * The invoices with everything that is laid against them, by the dates on the papers until the end of the day where one is given, and
 * what the rules say of withholding on them; by id. Credit notes are not among them. `today`: what an unpaid invoice's rate goes by.
 */
export function ledgersOf(
  read: ReadDb,
  records: readonly InvoiceRecord[],
  today: string,
  day: string | null = null,
): Map<number, InvoiceLedger> {
  const invoices = records.filter((r) => r.kind === 'invoice');
  const ids = invoices.map((r) => r.id);
  const cash = cashOn(read, ids);
  const certificates = certificatesOn(read, ids);
  const credits = creditsOn(read, ids);
  const until = <T extends { date: string }>(papers: readonly T[] | undefined): T[] =>
    (papers ?? []).filter((p) => day === null || p.date <= day);
  const touched = (id: number) => {
    const paid = until(cash.get(id));
    return { paidOn: paid.at(-1)?.date ?? null, any: paid.length > 0 || until(certificates.get(id)).length > 0 };
  };
  const terms = termsOf(read, invoices, touched, day ?? today);
  return new Map(
    invoices.map((r): [number, InvoiceLedger] => [
      r.id,
      {
        ...(terms.get(r.id) ?? NO_TERMS),
        direction: r.direction,
        currency: r.currency,
        net: r.net,
        tax: r.tax,
        total: r.total,
        credits: until(credits.get(r.id)),
        cash: until(cash.get(r.id)).map(({ paymentId, date, reference, amount }) => ({
          key: String(paymentId),
          date,
          reference,
          amount,
        })),
        certificates: until(certificates.get(r.id)),
      },
    ]),
  );
}
