import { sum, type Amount } from '../../../domain/money/amount.ts';
import type { Certificate, Invoice, Payment, ReportData } from '../data.ts';
import type { Words } from '../words.ts';
import { amounts, date, text, type Cell, type Table } from './model.ts';
import { tell } from '../../../domain/words/tell.ts';

/** Sorts the book's own currency before the others. */
const first = (data: ReportData, currency: string): string => `${currency === data.book.currency ? 0 : 1}${currency}`;

const ordered = <T>(rows: readonly T[], key: (row: T) => string): T[] =>
  [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));

/** One row of sums for each key, in order; `sums` is what is added up of each row. */
function sumsBy<T>(rows: readonly T[], key: (row: T) => string, sums: (row: T) => (Amount | null)[]): Map<string, Amount[]> {
  const groups = new Map<string, (Amount | null)[][]>();
  for (const row of ordered(rows, key)) groups.set(key(row), [...(groups.get(key(row)) ?? []), sums(row)]);
  return new Map([...groups].map(([k, values]) => [k, (values[0] ?? []).map((_, i) => sum(values.map((v) => v[i] ?? null)))]));
}

/** Void documents are listed and not added up; credit notes have sums of their own. */
export function invoices(data: ReportData, words: Words): Table {
  const rows = ordered(data.invoices, (i) => `${first(data, i.currency)} ${i.date} ${i.number}`);
  const live = rows.filter((i) => i.status !== 'void');
  const totals = sumsBy(
    live,
    (i) => `${first(data, i.currency)} ${i.kind === 'invoice' ? 0 : 1}`,
    (i) => [i.net, i.tax, i.total, i.paid, i.withheld, i.credited, i.open],
  );
  return {
    id: 'invoices',
    title: words.invoices,
    columns: [
      text('number', words.number, 22),
      text('kind', words.kind, 12),
      text('vendor', words.vendor, 14),
      date('date', words.date),
      date('due', words.due),
      text('currency', words.currency, 9),
      amounts('net', words.net),
      amounts('tax', words.tax),
      amounts('total', words.gross),
      amounts('paid', words.paid),
      amounts('withheld', words.withheld),
      amounts('credited', words.credited),
      amounts('open', words.open),
      text('status', words.status, 14),
      text('credits', words.credits, 20),
      text('entity', words.entity, 18),
      text('note', words.note, 30),
    ],
    rows: rows.map((i: Invoice): Cell[] => [
      i.number,
      words.invoiceKind[i.kind],
      words.vendors[i.vendor],
      i.date,
      i.due,
      i.currency,
      i.net,
      i.tax,
      i.total,
      i.paid,
      i.withheld,
      i.credited,
      i.open,
      words.invoiceStatus[i.status],
      i.credits,
      i.entity,
      i.note || null,
    ]),
    totals: [...totals].map(([key, values]): Cell[] => {
      const [currency = '', kind] = key.slice(1).split(' ');
      return [
        words.totalOf,
        words.invoiceKind[kind === '0' ? 'invoice' : 'credit-note'],
        null,
        null,
        null,
        currency,
        ...values,
        null,
        null,
        null,
        null,
      ];
    }),
  };
}

/** Payments that settle invoices of the period, or that were made in it. */
export function payments(data: ReportData, words: Words): Table {
  const own = new Set(data.invoices.map((i) => i.number));
  const rows = ordered(data.payments, (p) => `${first(data, p.currency)} ${p.date} ${String(p.id).padStart(12, '0')}`);
  const toPeriod = (p: Payment): Amount => sum(p.allocations.filter((a) => own.has(a.invoice)).map((a) => a.amount));
  const totals = sumsBy(
    rows.filter((p) => p.status === 'active'),
    (p) => first(data, p.currency),
    (p) => [p.amount, toPeriod(p), p.allocated, p.left],
  );
  return {
    id: 'payments',
    title: words.payments,
    columns: [
      date('date', words.date),
      text('reference', words.reference, 24),
      text('method', words.method, 16),
      text('currency', words.currency, 9),
      amounts('amount', words.amount),
      amounts('toPeriod', words.toPeriod),
      amounts('allocated', words.allocated),
      amounts('left', words.left_),
      text('status', words.status, 12),
      text('allocatedTo', words.allocatedTo, 40),
      text('note', words.note, 30),
    ],
    rows: rows.map((p): Cell[] => [
      p.date,
      p.reference,
      p.method || null,
      p.currency,
      p.amount,
      toPeriod(p),
      p.allocated,
      p.left,
      words.paymentStatus[p.status],
      p.allocations.map((a) => a.invoice).join(', ') || null,
      p.note || null,
    ]),
    totals: [...totals].map(([currency, values]): Cell[] => [words.totalOf, null, null, currency.slice(1), ...values, null, null, null]),
  };
}

/** Certificates refused or void are listed and not added up. */
export function certificates(data: ReportData, words: Words): Table {
  const rows = ordered(data.certificates, (c) => `${first(data, c.currency)} ${c.date} ${c.number}`);
  const live = rows.filter((c) => c.status === 'submitted' || c.status === 'accepted');
  const totals = sumsBy(
    live,
    (c) => first(data, c.currency),
    (c) => [c.total],
  );
  return {
    id: 'certificates',
    title: words.certificates,
    columns: [
      text('number', words.number, 24),
      text('issuer', words.issuer, 28),
      date('date', words.date),
      text('currency', words.currency, 9),
      amounts('total', words.amount),
      text('status', words.status, 12),
      text('allocatedTo', words.allocatedTo, 40),
      text('remarks', words.remarks, 50),
      text('note', words.note, 30),
    ],
    rows: rows.map((c: Certificate): Cell[] => [
      c.number,
      c.issuer || null,
      c.date,
      c.currency,
      c.total,
      words.certificateStatus[c.status],
      c.allocations.map((a) => a.invoice).join(', ') || null,
      c.remarks.map((r) => tell(r.said, data.language)).join('\n') || null,
      c.note || null,
    ]),
    totals: [...totals].map(([currency, values]): Cell[] => [
      words.totalOf,
      null,
      null,
      currency.slice(1),
      ...values,
      null,
      null,
      null,
      null,
    ]),
  };
}

/** One row for each part of a payment or certificate that settles an invoice. */
export function allocations(data: ReportData, words: Words): Table {
  const invoiceCurrency = new Map(data.invoices.map((i) => [i.number, i.currency]));
  const fromPayments = data.payments.flatMap((p) =>
    p.allocations.map((a): Cell[] => [
      words.payment,
      p.reference,
      p.date,
      words.paymentStatus[p.status],
      a.invoice,
      p.currency,
      a.amount,
      invoiceCurrency.get(a.invoice) ?? null,
      a.amount,
    ]),
  );
  const fromCertificates = data.certificates.flatMap((c) =>
    c.allocations.map((a): Cell[] => [
      words.certificate,
      c.number,
      c.date,
      words.certificateStatus[c.status],
      a.invoice,
      c.currency,
      a.amount,
      a.invoiceCurrency,
      a.payAmount,
    ]),
  );
  return {
    id: 'allocations',
    title: words.allocations,
    columns: [
      text('kind', words.kind, 16),
      text('document', words.document, 24),
      date('date', words.documentDate),
      text('status', words.status, 12),
      text('invoice', words.invoice, 22),
      text('currency', words.currency, 9),
      amounts('amount', words.amount),
      text('invoiceCurrency', words.invoiceCurrency, 14),
      amounts('payAmount', words.payAmount),
    ],
    rows: ordered([...fromPayments, ...fromCertificates], (row) => `${String(row[4])}\u0000${String(row[2])}\u0000${String(row[1])}`),
    totals: [],
  };
}
