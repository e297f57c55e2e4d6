import { add, percentOf, subtract, type Amount } from '../../../domain/money/amount.ts';
import { POLICIES, round } from '../../../domain/money/rounding.ts';
import { generate } from '../../../services/sample/generate.ts';
import type { SampleFormat, SampleOptions } from '../../../services/sample/options.ts';
import { PERIOD, type BookSize } from './options.ts';
import type { Papers } from './papers.ts';

/** Files of the other vendors, in smaller volume. */
export const OTHERS = {
  tencentDetail: '100000000001-202405-bill_details.csv',
  tencentResources: 'DescribeBillResourceSummary-2024-05.json',
  tencentSummary: 'DescribeBillSummaryByProduct-2024-05.json',
  qingcloudCharges: 'GetChargeRecords-2024-05.json',
  qingcloudSums: 'GetChargeSums-2024-05.json',
  zillizUsage: 'zilliz-usage-2024-05.csv',
  zillizInvoice: 'zilliz-invoices-2024-05.json',
} as const;
const ZILLIZ_INVOICE = 'inv-consistent-202405';
const ZILLIZ_CREDITS = '12.5';
const cents = (value: Amount): Amount => round(value, POLICIES.monthTotal);

/** The other vendors' files as text by name, and the papers of their months. */
export function otherVendors({ seed, lines }: BookSize): {
  files: Map<string, string>;
  invoices: Papers['invoices'];
  payments: Papers['payments'];
} {
  const rows = Math.min(3000, Math.max(120, Math.floor(lines / 20)));
  const files = new Map<string, string>();
  const take = (name: string, format: SampleFormat, options: Partial<SampleOptions> = {}): Amount => {
    const sample = generate(format, { rows, seed, period: PERIOD, ...options });
    files.set(name, [...sample.text()].join(''));
    const totals = sample.expected().totals[sample.options.currency]!;
    return subtract(totals.payable!, totals.coupon ?? '0');
  };
  const tencent = take(OTHERS.tencentDetail, 'tencent.detail');
  take(OTHERS.tencentResources, 'tencent.api.resources');
  take(OTHERS.tencentSummary, 'tencent.api.summary', { by: 'product' });
  const qingcloud = take(OTHERS.qingcloudCharges, 'qingcloud.api.charges');
  take(OTHERS.qingcloudSums, 'qingcloud.api.sums', { by: 'product' });
  const usage = cents(take(OTHERS.zillizUsage, 'zilliz.usage.csv', { currency: 'USD', rows: 120 }));
  const zilliz = zillizInvoice(usage);
  files.set(OTHERS.zillizInvoice, zilliz.text);
  const own = [
    { vendor: 'tencent', number: 'TC-202405-01', currency: 'CNY', net: cents(tencent) },
    { vendor: 'qingcloud', number: 'QC-202405-01', currency: 'CNY', net: cents(qingcloud) },
  ] as const;
  return {
    files,
    invoices: own.map((invoice) => ({ ...invoice, date: '2024-06-02', tax: '0', due: '2024-07-02', period: PERIOD })),
    payments: [
      ...own.map(({ vendor, number, currency, net }) => ({ vendor, number, currency, total: net })),
      { vendor: 'zilliz' as const, number: ZILLIZ_INVOICE, currency: 'USD', total: zilliz.total },
    ].map(({ vendor, number, currency, total }) => ({
      date: '2024-06-11',
      amount: total,
      currency,
      reference: `TT-${number}`,
      method: 'bank transfer',
      allocate: [{ invoice: number, vendor, amount: total }],
    })),
  };
}

/** Answer of GET /v2/invoices with the invoice of the month: amounts in cents. */
function zillizInvoice(usage: Amount): { text: string; total: Amount } {
  const subtotal = subtract(usage, ZILLIZ_CREDITS);
  const tax = cents(percentOf(subtotal, '9'));
  const total = add(subtotal, tax);
  const whole = (value: Amount): number => Number(percentOf(value, '10000'));
  const invoice = {
    id: ZILLIZ_INVOICE,
    orgId: 'org-demo-finance',
    periodStart: `${PERIOD}-01T00:00:00Z`,
    periodEnd: '2024-06-01T00:00:00Z',
    invoiceDate: '2024-06-01T00:00:00Z',
    dueDate: '2024-06-15T00:00:00Z',
    currency: 'USD',
    status: 'paid',
    usageAmount: whole(usage),
    creditsApplied: whole(ZILLIZ_CREDITS),
    alreadyBilledAmount: 0,
    subtotal: whole(subtotal),
    tax: whole(tax),
    total: whole(total),
    advancePayAmount: 0,
    amountDue: whole(total),
  };
  return { text: `${JSON.stringify({ code: 0, data: { count: 1, currentPage: 1, pageSize: 1, invoices: [invoice] } })}\n`, total };
}
