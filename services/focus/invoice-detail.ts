import { bookState } from '../../db/queries/exports.ts';
import { payersOf } from '../../db/queries/focus-lines.ts';
import { periodCode } from '../../db/queries/bills-columns.ts';
import { VENDOR_CODES } from '../../db/measures.ts';
import { DatasetCheck, isValid } from '../../domain/focus/check/check.ts';
import { INVOICE_DETAIL } from '../../domain/focus/dataset.ts';
import { GapTally } from '../../domain/focus/gaps.ts';
import { detailRows, OWN_DETAIL } from '../../domain/focus/invoice-detail.ts';
import { FILLED } from '../../domain/focus/own-columns.ts';
import { refuse } from '../../domain/result.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import type { Sink } from '../files/sink.ts';
import { Pace } from '../reports/pace.ts';
import type { Context, Handler } from '../runtime/services.ts';
import type { DatasetWritten } from './cost-and-usage.ts';
import { metadataOf } from './metadata.ts';
import { MONEY_SCALE, type SheetColumn } from './sheet.ts';
import { csvWriter, parquetWriter } from './writer.ts';

const VERSION = '1.4';
/** Nothing in the book tells it, and it is only there where a provider takes purchase orders. */
const COLUMNS: readonly SheetColumn[] = [
  ...INVOICE_DETAIL.filter((c) => c.name !== 'PurchaseOrderNumber').map(({ name, type }): SheetColumn => ({
    name,
    type,
    ...(type === 'number' && { scale: MONEY_SCALE }),
  })),
  ...OWN_DETAIL.map((name): SheetColumn => ({ name, type: 'text' })),
];

type Invoices = Output<'invoices/list'>['invoices'];

/** Writes the FOCUS 1.4 Invoice Detail of the register: a row for the net of each document, and one for its tax. */
export async function writeInvoiceDetail(
  sink: Sink,
  input: ParsedInput<'export/focus'>,
  context: Context,
  listInvoices: Handler<'invoices/list'>,
): Promise<DatasetWritten> {
  const { read } = context.session.book();
  const all = await listInvoices({ status: null, period: null, vendor: null, search: input.search, direction: 'received' }, context);
  const invoices = all.invoices.filter((i) => isMeant(i, input)).sort(byDocument);
  if (invoices.length === 0)
    refuse('export.no-invoices', 'The register has no invoices there.', { remedy: 'Choose another period, or add its invoices first.' });
  const headers = COLUMNS.map((c) => c.name);
  const writer =
    input.format === 'csv'
      ? await csvWriter(sink, COLUMNS, -1)
      : parquetWriter(sink, COLUMNS, metadataOf(COLUMNS, 'Invoice Detail', VERSION, bookState(read)?.at ?? null));
  const check = new DatasetCheck({ version: VERSION, columns: INVOICE_DETAIL, rules: [] }, headers);
  const tally = new GapTally();
  const pace = new Pace(context, 'lines', 'rows', invoices.length);
  let rows = 0;
  for (const invoice of invoices) {
    const payers = invoice.period === null ? [] : payersOf(read, VENDOR_CODES[invoice.vendor], periodCode(invoice.period));
    for (const { values, filled } of detailRows(invoice, payers.length === 1 ? payers[0]! : null)) {
      const cells = headers.map((name) => (name === FILLED ? filled.join(' ') || null : (values[name] ?? null)));
      tally.add(filled);
      check.row(cells, ++rows + 1);
      const wait = writer.row(cells);
      if (wait) await wait;
    }
    if (pace.due) await pace.breathe(rows);
  }
  await writer.finish();
  pace.finish(rows);
  const findings = check.end();
  return { rows, valid: isValid(findings), gaps: tally.list(findings.filter((f) => f.severity === 'broken')) };
}

/** By its period; a document without one by its date. */
function isMeant({ period, date }: Invoices[number], input: ParsedInput<'export/focus'>): boolean {
  const month = period ?? date.slice(0, 7);
  return (
    (input.period === null || month === input.period) &&
    (input.from === null || month >= input.from) &&
    (input.to === null || month <= input.to)
  );
}

const byDocument = (a: Invoices[number], b: Invoices[number]): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : `${a.vendor} ${a.number}` < `${b.vendor} ${b.number}` ? -1 : 1;
