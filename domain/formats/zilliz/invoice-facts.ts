import { amount, type Amount } from '../../money/amount.ts';
import { D } from '../../money/decimal.ts';
import { fail, ok, type Result } from '../../result.ts';
import { say } from '../../words/said.ts';
import { parseDate, parsePeriod } from '../../time/plain-date.ts';

/** An invoice as the importer hands it to the register: amounts in units of its currency. */
export interface ImportedInvoice {
  number: string;
  date: string;
  due: string | null;
  period: string;
  currency: string;
  net: Amount;
  tax: Amount;
  total: Amount;
  status: string;
  figures: Record<string, Amount>;
}

/** Integer amounts of the invoice interface, in the currency's smallest unit. */
const FIGURES = [
  'usageAmount',
  'creditsApplied',
  'alreadyBilledAmount',
  'subtotal',
  'tax',
  'total',
  'advancePayAmount',
  'amountDue',
] as const;

/** What the register of invoices holds. */
const LONGEST_NUMBER = 100;

/**
 * The invoice in one record of Zilliz Cloud's list or describe answer. Amounts are integer cents; the period is the
 * month in which it starts (UTC), whose printed end is exclusive.
 * Source: Zilliz Cloud documentation, “understand your invoice” and invoice API v2.
 */
export function zillizInvoice(cells: Record<string, string | null>): Result<ImportedInvoice> {
  const figures: Record<string, Amount> = {};
  for (const name of FIGURES) {
    const text = cells[name];
    if (text === undefined || text === null || text === '') continue;
    if (!/^-?\d{1,15}$/.test(text))
      return fail(
        'zilliz.not-cents',
        say`${{ name }} of invoice ${{ invoice: cells['id'] ?? '?' }} is “${{ text: text.slice(0, 40) }}”, not a whole number of cents.`,
        {
          column: name,
          value: text.slice(0, 40),
          remedy: 'Save the answer of the invoice API again, unchanged.',
        },
      );
    figures[name] = amount(new D(text).dividedBy(100));
  }
  const date = parseDate((cells['invoiceDate'] ?? '').slice(0, 10));
  if (!date.ok) return date;
  const due = cells['dueDate'] ? parseDate(cells['dueDate'].slice(0, 10)) : null;
  if (due && !due.ok) return due;
  const period = parsePeriod((cells['periodStart'] ?? '').slice(0, 7));
  if (!period.ok) return period;
  for (const name of ['subtotal', 'tax', 'total'] as const)
    if (figures[name] === undefined)
      return fail('zilliz.missing-figure', say`Invoice ${{ invoice: cells['id'] ?? '?' }} has no ${{ name }}.`, {
        column: name,
        remedy: 'Save the answer of the invoice API again, unchanged.',
      });
  const number = (cells['id'] ?? '').trim();
  if (number === '' || number.length > LONGEST_NUMBER)
    return fail('zilliz.number', say`“${{ number: number.slice(0, 40) }}” is not an invoice's number.`, {
      column: 'id',
      value: number.slice(0, 40),
      remedy: 'Save the answer of the invoice API again, unchanged.',
    });
  const printed = cells['currency'] ?? 'USD';
  // The page for mainland China prints RMB, which is no ISO code.
  const currency = printed === 'RMB' ? 'CNY' : printed;
  if (!/^[A-Z]{3}$/.test(currency))
    return fail(
      'zilliz.currency',
      say`Invoice ${{ invoice: number }} names the currency “${{ currency: printed.slice(0, 40) }}”, which is none.`,
      {
        column: 'currency',
        value: printed.slice(0, 40),
        remedy: 'Save the answer of the invoice API again, unchanged.',
      },
    );
  return ok({
    number,
    date: date.value,
    due: due ? due.value : null,
    period: period.value,
    currency,
    net: figures['subtotal']!,
    tax: figures['tax']!,
    total: figures['total']!,
    status: cells['status'] ?? 'unpaid',
    figures,
  });
}
