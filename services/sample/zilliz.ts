import { addPeriods } from '../../domain/time/plain-date.ts';
import type { SampleWriter } from './generate.ts';
import type { SampleOptions } from './options.ts';
import { mix, Random } from './random.ts';
import type { Tally } from './tally.ts';
import { CENT } from './units.ts';

/** Answer of GET /v2/invoices: one invoice a month from the period on. */
export const zillizInvoicesJson: SampleWriter = function* (options, tally) {
  yield `{"code":0,"data":{"count":${options.rows},"currentPage":1,"pageSize":${options.rows},"invoices":[`;
  let first = true;
  for (const invoice of invoices(options, tally)) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(invoice)}`;
    first = false;
  }
  yield ']}}\n';
};

/** Answer of GET /v2/invoices/{id}. */
export const zillizInvoiceJson: SampleWriter = function* (options, tally) {
  for (const invoice of invoices({ ...options, rows: 1 }, tally)) yield `${JSON.stringify({ code: 0, data: invoice })}\n`;
};

/** Amounts are whole numbers of the smallest unit: subtotal = usage − credits, total = subtotal + tax, due = total − advance. */
function* invoices(options: SampleOptions, tally: Tally): Iterable<object> {
  const random = new Random(mix(options.seed, 41));
  const currency = options.currency;
  for (let n = 0; n < options.rows; n++) {
    const period = addPeriods(options.period, n);
    const next = addPeriods(period, 1);
    const usage = random.between(1_000, 900_000);
    const credits = random.chance(300) ? random.int(usage + 1) : 0;
    const subtotal = usage - credits;
    const tax = Math.floor((subtotal * options.taxPercent + 50) / 100);
    const total = subtotal + tax;
    const paid = n + 1 < options.rows;
    tally.rows++;
    const cents = (value: number): bigint => BigInt(value) * CENT;
    tally.line(currency, { payable: cents(usage), coupon: cents(credits), monthlySettled: cents(subtotal), tax: cents(tax) });
    yield {
      id: `inv-${mix(options.seed, n).toString(36)}-${n + 1}`,
      orgId: 'org-demo-finance',
      periodStart: `${period}-01T00:00:00Z`,
      periodEnd: `${next}-01T00:00:00Z`,
      invoiceDate: `${next}-01T00:00:00Z`,
      dueDate: `${next}-15T00:00:00Z`,
      // The service prints RMB for the yuan.
      currency: currency === 'CNY' ? 'RMB' : currency,
      status: total === 0 ? 'free' : paid ? 'paid' : 'unpaid',
      usageAmount: usage,
      creditsApplied: credits,
      alreadyBilledAmount: 0,
      subtotal,
      tax,
      total,
      advancePayAmount: paid ? total : 0,
      amountDue: paid ? 0 : total,
    };
  }
}
