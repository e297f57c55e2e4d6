import type { ReadDb } from '../../db/connection.ts';
import { historiesOf } from '../../db/queries/history.ts';
import { invoicesById, type InvoiceRecord } from '../../db/queries/invoices.ts';
import type { CertificateRecord } from '../../db/queries/wht.ts';
import { certificateRemarks } from '../../domain/wht/remarks.ts';
import { settingsOf } from '../book/profile.ts';
import type { Certificate } from '../contract/wht.ts';
import { packForRemarks } from '../tax/book-pack.ts';

/** The invoices that the certificates name, by id. */
export const invoicesOn = (read: ReadDb, records: readonly CertificateRecord[]): Map<number, InvoiceRecord> =>
  new Map(invoicesById(read, [...new Set(records.flatMap((r) => r.lines.map((l) => l.invoiceId)))]).map((i) => [i.id, i]));

/** Certificates as the contract shows them, with the remarks for the book's country and entity. */
export function toCertificates(read: ReadDb, records: readonly CertificateRecord[]): Certificate[] {
  const invoices = invoicesOn(read, records);
  const histories = historiesOf(
    read,
    'certificate',
    records.map((r) => r.id),
  );
  const { country, entity } = settingsOf(read);
  const pack = packForRemarks(read);
  return records.map((r) => {
    const lines = r.lines
      .map((line) => ({ ...line, of: invoices.get(line.invoiceId)! }))
      .toSorted((a, b) => (a.of.date === b.of.date ? a.invoiceId - b.invoiceId : a.of.date < b.of.date ? -1 : 1));
    return {
      id: r.id,
      side: r.side,
      country: r.country,
      form: r.form,
      first: r.first,
      last: r.last,
      payerId: r.payerId,
      payeeId: r.payeeId,
      payer: r.payer,
      payee: r.payee,
      remittance: r.remittance,
      remitted: r.remitted,
      income: r.income,
      submitted: r.submitted,
      decided: r.decided,
      replaces: r.replaces,
      replacedBy: r.replacedBy,
      source: r.source,
      figures: r.figures,
      number: r.number,
      generated: r.generated,
      issuer: r.issuer,
      date: r.date,
      total: r.total,
      currency: r.currency,
      note: r.note,
      status: r.status,
      allocations: lines.map(({ of, amount, payAmount, fx }) => ({
        invoice: of.number,
        invoiceCurrency: of.currency,
        invoiceDate: of.date,
        invoiceTotal: of.total,
        invoiceNet: of.net,
        amount,
        payAmount,
        fx,
      })),
      attachments: r.attachments,
      history: histories.get(r.id) ?? [],
      remarks:
        r.status === 'void'
          ? []
          : certificateRemarks(
              pack,
              country,
              lines.map(({ of, payAmount }) => ({
                invoice: of.number,
                vendor: of.vendor,
                entity: of.entity ?? entity,
                date: of.date,
                currency: of.currency,
                net: of.net,
                total: of.total,
                payAmount,
              })),
            ),
    };
  });
}

export const toCertificate = (read: ReadDb, record: CertificateRecord): Certificate => toCertificates(read, [record])[0]!;
