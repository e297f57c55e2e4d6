import type { ReadDb } from '../../db/connection.ts';
import { historiesOf } from '../../db/queries/history.ts';
import { sharesOn } from '../../db/queries/invoice-shares.ts';
import { invoicesById, type InvoiceRecord } from '../../db/queries/invoices.ts';
import type { CertificateRecord } from '../../db/queries/wht.ts';
import type { TaxPack } from '../../domain/tax/pack.ts';
import { conversionOf } from '../../domain/wht/conversion.ts';
import { withOpenForms } from '../../domain/wht/settings.ts';
import { settingsOf } from '../book/profile.ts';
import type { Certificate } from '../contract/wht.ts';
import { packForRemarks } from '../tax/book-pack.ts';
import { problemsOf } from './problems.ts';
import { remarker } from './remark-facts.ts';
import { whtSettingsOf } from './settings.ts';
import { sellingEntity } from '../../domain/wht/counterparty.ts';

/** The invoices that the certificates name, by id. */
export const invoicesOn = (read: ReadDb, records: readonly CertificateRecord[]): Map<number, InvoiceRecord> =>
  new Map(invoicesById(read, [...new Set(records.flatMap((r) => r.lines.map((l) => l.invoiceId)))]).map((i) => [i.id, i]));

type Line = CertificateRecord['lines'][number] & { of: InvoiceRecord };

/**
 * Certificates as the contract shows them, with the remarks for the book's country and entity. What a draft lacks is told for
 * the day `today`, where it is given.
 */
export function toCertificates(read: ReadDb, records: readonly CertificateRecord[], today: string | null = null): Certificate[] {
  const invoices = invoicesOn(read, records);
  const histories = historiesOf(
    read,
    'certificate',
    records.map((r) => r.id),
  );
  const { country, entity } = settingsOf(read);
  const pack = withOpenForms(packForRemarks(read), whtSettingsOf(read));
  const shares = sharesOn(read, [...invoices.keys()]);
  const remarks = remarker({ read, pack, country, entity, shares });
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
        conversion: conversionOf({ amount, payAmount, fx }),
        vendor: of.vendor,
        invoiceEntity: of.entity,
      })),
      eligibility: eligibilityOf(pack, r, r.country ?? country, lines[0] ? (sellingEntity(lines[0].of, entity) ?? '') : entity, lines),
      problems: r.status === 'draft' && today !== null ? problemsOf(read, r, today).map(shownProblem) : [],
      attachments: r.attachments,
      history: histories.get(r.id) ?? [],
      remarks: remarks(r, lines, registeredOf(pack, r, lines)),
    };
  });
}

export const toCertificate = (read: ReadDb, record: CertificateRecord, today: string | null = null): Certificate =>
  toCertificates(read, [record], today)[0]!;

const shownProblem = ({ code, message, details }: ReturnType<typeof problemsOf>[number]): Certificate['problems'][number] => ({
  code,
  message,
  ...(details?.said?.message && { said: details.said.message }),
  ...(details?.column && { column: details.column }),
});

/** Whether the vendor's own form takes the certificate; asked where we withheld from Huawei Cloud. */
function eligibilityOf(
  pack: TaxPack,
  r: CertificateRecord,
  country: string,
  entity: string,
  lines: readonly Line[],
): Certificate['eligibility'] {
  if (r.side === 'payee' || lines.length === 0 || lines.some(({ of }) => of.vendor !== 'huawei')) return null;
  return { country, entity, open: pack.certificateForm.open.some((o) => o.country === country && o.entity === entity) };
}

/** Numbers of the payee by the rules and by the invoices themselves. */
function registeredOf(pack: TaxPack, r: CertificateRecord, lines: readonly Line[]): string[] {
  const entities = r.side === 'payer' ? new Set(lines.map(({ of }) => of.entity)) : new Set<string | null>();
  return [
    ...pack.entities
      .filter((e) => entities.has(e.id))
      .flatMap((e) => e.registrations.flatMap((n) => (n.number === null ? [] : [n.number]))),
    ...lines.flatMap(({ of }) => (of.seller?.taxIds ?? []).map((id) => id.value)),
  ].filter((number, i, all) => all.indexOf(number) === i);
}
