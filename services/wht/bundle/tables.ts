import { D } from '../../../domain/money/decimal.ts';
import { amounts, count, date, text, type Cell, type Table } from '../../reports/tables/model.ts';
import { KINDS } from '../../../domain/attachments/kinds.ts';
import { kindOfType } from '../../attachments/judged.ts';
import type { Bundled } from './plan.ts';
import type { BundleWords } from './words.ts';

/** One row a certificate and invoice, with the amounts; below, what the certificates come to by currency. */
export function certificatesTable(bundled: readonly Bundled[], words: BundleWords): Table {
  const rows = bundled.flatMap(({ certificate: c, folder, files }) =>
    c.allocations.map((a): Cell[] => [
      c.number,
      c.issuer,
      words.sides[c.side],
      c.country,
      c.form,
      c.date,
      c.first,
      c.last,
      words.statuses[c.status],
      c.currency,
      c.total,
      a.invoice,
      a.invoiceDate,
      a.amount,
      a.invoiceCurrency,
      a.invoiceNet,
      a.invoiceTotal,
      a.payAmount,
      files.length,
      folder,
    ]),
  );
  const columns = [
    text('number', words.number, 24),
    text('issuer', words.issuer, 24),
    text('side', words.side, 16),
    text('country', words.country, 9),
    text('form', words.form, 14),
    date('date', words.date),
    date('first', words.first),
    date('last', words.last),
    text('status', words.status, 12),
    text('currency', words.currency, 9),
    amounts('total', words.total),
    text('invoice', words.invoice, 24),
    date('invoiceDate', words.invoiceDate),
    amounts('amount', words.amount),
    text('invoiceCurrency', words.invoiceCurrency, 9),
    amounts('invoiceNet', words.invoiceNet),
    amounts('invoiceTotal', words.invoiceTotal),
    amounts('payAmount', words.payAmount),
    count('files', words.count),
    text('folder', words.folder, 24),
  ];
  const sums = new Map<string, InstanceType<typeof D>>();
  for (const { certificate: c } of bundled)
    for (const a of c.allocations) sums.set(c.currency, (sums.get(c.currency) ?? new D(0)).plus(a.amount));
  const at = (id: string): number => columns.findIndex((column) => column.id === id);
  const totals = [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => {
      const row: Cell[] = columns.map(() => null);
      row[at('currency')] = currency;
      row[at('amount')] = sum.toFixed();
      return row;
    });
  return { id: 'certificates', title: words.certificates, columns, rows, totals };
}

/** One row a file, by its place in the archive; a certificate without files has a row without one. */
export function filesTable(bundled: readonly Bundled[], words: BundleWords): Table {
  const rows = bundled.flatMap(({ certificate: c, files }): Cell[][] => {
    const invoices = c.allocations.map((a) => a.invoice).join('; ');
    const head: Cell[] = [c.number, c.issuer, c.date, words.statuses[c.status], c.currency, c.total, invoices];
    if (files.length === 0) return [[...head, null, null, null, null, null]];
    return files.map(({ attachment, path }) => [
      ...head,
      attachment.name,
      path,
      extensionOf(attachment.type),
      attachment.size,
      attachment.sha256,
    ]);
  });
  return {
    id: 'files',
    title: words.files,
    columns: [
      text('number', words.number, 24),
      text('issuer', words.issuer, 24),
      date('date', words.date),
      text('status', words.status, 12),
      text('currency', words.currency, 9),
      amounts('total', words.total),
      text('invoices', words.invoices, 32),
      text('file', words.file, 36),
      text('path', words.path, 48),
      text('kind', words.kind, 8),
      count('size', words.size, 12),
      text('sha256', words.sha256, 66),
    ],
    rows,
    totals: [],
  };
}

function extensionOf(type: string): string | null {
  const kind = kindOfType(type);
  return kind ? KINDS[kind].extensions[0]!.toUpperCase() : null;
}
