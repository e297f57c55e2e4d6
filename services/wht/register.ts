import { appendAudit } from '../../db/audit.ts';
import { addExport } from '../../db/queries/exports.ts';
import { listCertificates } from '../../db/queries/wht.ts';
import type { Certificate } from '../contract/wht.ts';
import { inTransaction } from '../invoices/act.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { BOM, csvRecord, csvText } from '../reports/csv/encode.ts';
import type { Handler } from '../runtime/services.ts';
import { toCertificates } from './view.ts';

const COLUMNS = [
  'Certificate number',
  'Number generated',
  'Issuer',
  'Certificate date',
  'Certificate total',
  'Certificate currency',
  'Status',
  'Status since (UTC)',
  'Reason',
  'Invoice number',
  'Invoice date',
  'Invoice currency',
  'Invoice total with tax',
  'Invoice total without tax',
  'Amount (certificate currency)',
  'Amount (invoice currency)',
  'Attachments',
  'Remarks',
  'Note',
  'Side',
  'Country',
  'Form',
  'Period from',
  'Period to',
  'Payer',
  'Payer tax ids',
  'Payee',
  'Payee tax ids',
  'Income',
  'Exchange rate',
  'Rate date',
  'Rate source',
  'Remittance reference',
  'Remitted on',
  'Submitted on',
  'Decided on',
  'Replaces',
  'Replaced by',
] as const;

const idsText = (party: Certificate['payer']): string => (party?.taxIds ?? []).map(({ value }) => value).join('; ');
/** Income as the paper prints it, such as “services 5: 6000 × 3 % = 180”. */
const incomeText = ({ category, code, base, rate, tax }: Certificate['income'][number]): string =>
  `${[category, code].filter(Boolean).join(' ')}: ${base === null || rate === null ? tax : `${base} × ${rate} % = ${tax}`}`;

/** One row per certificate and invoice, oldest certificate first; void and refused ones included, since nothing is deleted. */
export const exportRegister: Handler<'wht/export'> = async (input, context) => {
  const { read } = context.session.book();
  const target = context.host.files.resolve(input.target, 'write');
  context.progress({ stage: 'register', done: 0, total: null, unit: 'rows', rate: null, remaining: null });
  const rows = toCertificates(read, listCertificates(read).toReversed()).flatMap(rowsOf);
  const { sha256, bytes } = await writeAtomically(target.path, context.signal, async (sink) => {
    await sink.write(BOM + csvRecord(COLUMNS.map(csvText)));
    for (const cells of rows) await sink.write(csvRecord(cells));
  });
  const written = { file: target.name, sha256, rows: rows.length, bytes };
  context.progress({ stage: 'register', done: rows.length, total: rows.length, unit: 'rows', rate: null, remaining: null });
  return inTransaction(context, (act) => {
    addExport(act.write, { at: act.at, what: 'WHT certificates', format: 'csv', ...written });
    appendAudit(act.write, {
      at: act.at,
      who: act.who,
      action: 'wht/export',
      subject: `export:${written.sha256}`,
      before: null,
      after: written,
    });
    return written;
  });
};

/** Texts are guarded against formulas; amounts are digits, point and minus, exact and unpadded. */
function rowsOf(c: Certificate): string[][] {
  const last = c.history.at(-1);
  const files = c.attachments.map((a) => `${a.name} (${a.sha256})`).join('; ');
  const remarks = c.remarks.map((r) => r.message).join(' ');
  return c.allocations.map((a) => [
    csvText(c.number),
    c.generated ? 'yes' : 'no',
    csvText(c.issuer),
    c.date,
    c.total,
    c.currency,
    c.status,
    csvText(last?.at ?? ''),
    csvText(last?.reason ?? ''),
    csvText(a.invoice),
    a.invoiceDate,
    a.invoiceCurrency,
    a.invoiceTotal,
    a.invoiceNet,
    a.amount,
    a.payAmount,
    csvText(files),
    csvText(remarks),
    csvText(c.note),
    c.side,
    c.country ?? '',
    csvText(c.form ?? ''),
    c.first ?? '',
    c.last ?? '',
    csvText(c.payer?.name ?? ''),
    csvText(idsText(c.payer)),
    csvText(c.payee?.name ?? ''),
    csvText(idsText(c.payee)),
    csvText(c.income.map(incomeText).join('; ')),
    a.fx?.rate ?? '',
    a.fx?.date ?? '',
    csvText(a.fx?.source ?? ''),
    csvText(c.remittance),
    c.remitted ?? '',
    c.submitted ?? '',
    c.decided ?? '',
    csvText(c.replaces ?? ''),
    csvText(c.replacedBy ?? ''),
  ]);
}
