import type { ReadDb } from '../../../db/connection.ts';
import { sharesOn } from '../../../db/queries/invoice-shares.ts';
import { listInvoices, type InvoiceRecord } from '../../../db/queries/invoices.ts';
import type { VendorName } from '../../../db/measures.ts';
import { utcCycle } from '../../../domain/bill/utc-cycle.ts';
import { openOf, statusOn } from '../../../domain/invoices/balance.ts';
import { compare, sum } from '../../../domain/money/amount.ts';
import { vendorFigures } from '../../../domain/reconcile/vendor-figures.ts';
import type { SummaryPayments } from '../../contract/bills-summary.ts';

/** Vendors whose months are cut by UTC (Zilliz Cloud: understand your invoice, billing cycle). */
const UTC_MONTHS: ReadonlySet<string> = new Set(['zilliz']);

/**
 * What is paid of the period's invoices, and by what; one entry a currency. A credit note stands in the list and lowers what is
 * invoiced through its invoice; void papers are left out.
 */
export function paymentsOf(read: ReadDb, period: string, vendor: VendorName | null, today: string): SummaryPayments[] {
  const records = listInvoices(read, { period, vendor }).filter((record) => record.stated !== 'void');
  const shares = sharesOn(
    read,
    records.map((record) => record.id),
  );
  return [...Map.groupBy(records, (record) => record.currency)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, own]) => {
      const charged = own.filter((record) => record.kind === 'invoice');
      const open = charged.filter((record) => compare(openOf(record), '0') > 0);
      return {
        currency,
        due: open.flatMap((record) => record.due ?? []).toSorted()[0] ?? null,
        invoiced: sum(charged.map((record) => record.total)),
        paid: sum(charged.map((record) => record.paid)),
        withheld: sum(charged.map((record) => record.withheld)),
        credited: sum(charged.map((record) => record.credited)),
        remaining: sum(charged.map(openOf)),
        invoices: own.map((record) => paper(record, today)).reverse(),
        shares: own.flatMap((record) =>
          (shares.get(record.id) ?? []).map(({ kind, reference, date, amount }) => ({
            kind,
            invoice: record.number,
            vendor: record.vendor,
            reference,
            date,
            amount,
          })),
        ),
      };
    });
}

const paper = (record: InvoiceRecord, today: string): SummaryPayments['invoices'][number] => ({
  vendor: record.vendor,
  number: record.number,
  kind: record.kind,
  date: record.date,
  due: record.due,
  status: statusOn(record, today),
  net: record.net,
  tax: record.tax,
  total: record.total,
  paid: record.paid,
  withheld: record.withheld,
  credited: record.credited,
  open: record.kind === 'credit-note' ? '0' : openOf(record),
  cycle: record.period !== null && UTC_MONTHS.has(record.vendor) ? utcCycle(record.period) : null,
  figures: vendorFigures(record.figures, record.total),
});
