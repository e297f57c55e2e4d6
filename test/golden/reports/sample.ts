import type { Certificate, Invoice, Language, Line, Payment, ReportData } from '../../../services/reports/data.ts';
import { addUp, noMeasures } from './sample-lines.ts';

export { addUp, lineOf, noMeasures, sampleLines, shownIn, sourceOf } from './sample-lines.ts';

function cards(lines: readonly Line[], label: (line: Line) => string): ReportData['summary']['byProductType'] {
  return [...new Set(lines.map((l) => l.currency))].sort().map((currency) => ({
    currency,
    groups: [...new Set(lines.filter((l) => l.currency === currency).map(label))].sort().map((name) => {
      const own = lines.filter((l) => l.currency === currency && label(l) === name);
      return { label: name, filter: [], amounts: addUp(own)[currency] ?? noMeasures(), lines: own.length };
    }),
  }));
}

const invoice = (
  number: string,
  date: string,
  net: string,
  tax: string,
  total: string,
  paid: string,
  withheld: string,
  open: string,
  status: Invoice['status'],
  extra: Partial<Invoice> = {},
): Invoice => ({
  number,
  vendor: 'huawei',
  entity: 'SPARKOO_SG',
  kind: 'invoice',
  date,
  due: '2026-10-18',
  period: '2026-09',
  currency: 'USD',
  net,
  tax,
  total,
  paid,
  withheld,
  credited: '0',
  open,
  status,
  credits: null,
  note: '',
  source: 'manual',
  attachments: [],
  history: [],
  allocations: [],
  figures: {},
  direction: 'received',
  type: 'other',
  billed: null,
  issued: null,
  termDays: null,
  fx: null,
  ...extra,
});

const invoices: Invoice[] = [
  invoice('SG-2026-000117', '2026-10-03', '10000', '700', '10700', '10400', '300', '0', 'paid'),
  invoice('SG-2026-000118', '2026-10-03', '4213.37', '294.94', '4508.31', '0', '0', '4459.26', 'overdue', {
    credited: '49.05',
    note: 'Disputed rate, see e-mail of 2026-10-05. 等待供应商确认税率。',
  }),
  invoice('SG-CN-000009', '2026-10-06', '-45.79', '-3.26', '-49.05', '0', '0', '0', 'paid', {
    kind: 'credit-note',
    credits: 'SG-2026-000118',
    due: null,
  }),
  invoice('TH-2569-0044', '2026-10-03', '350000', '24500', '374500', '364000', '10500', '0', 'paid', {
    currency: 'THB',
    entity: 'HUAWEI_TH',
  }),
  invoice('SG-2026-000102', '2026-10-01', '1', '0.07', '1.07', '0', '0', '0', 'void'),
];
const payments: Payment[] = [
  {
    id: 1,
    date: '2026-10-10',
    amount: '10400',
    currency: 'USD',
    reference: 'TT-88213-A',
    method: 'Wire',
    note: '',
    status: 'active',
    allocated: '10400',
    left: '0',
    allocations: [{ invoice: 'SG-2026-000117', amount: '10400' }],
    history: [],
  },
  {
    id: 2,
    date: '2026-10-11',
    amount: '400000',
    currency: 'THB',
    reference: 'กสิกรไทย 0044',
    method: '电汇',
    note: 'also for August',
    status: 'active',
    allocated: '400000',
    left: '0',
    allocations: [
      { invoice: 'TH-2569-0044', amount: '364000' },
      { invoice: 'TH-2569-0031', amount: '36000' },
    ],
    history: [],
  },
];
const certificates: Certificate[] = [
  {
    number: 'WHT-2569-10-0007',
    generated: false,
    issuer: 'Siam Data Co., Ltd.',
    date: '2026-10-10',
    total: '10500',
    currency: 'THB',
    note: '',
    status: 'accepted',
    attachments: [],
    history: [],
    remarks: [],
    allocations: [
      {
        invoice: 'TH-2569-0044',
        invoiceCurrency: 'THB',
        invoiceDate: '2026-10-03',
        invoiceTotal: '374500',
        invoiceNet: '350000',
        amount: '10500',
        payAmount: '10500',
      },
    ],
  },
  {
    number: 'PK-IT-000771',
    generated: false,
    issuer: '上海示例科技有限公司',
    date: '2026-10-12',
    total: '300',
    currency: 'USD',
    note: '',
    status: 'submitted',
    attachments: [],
    history: [],
    remarks: [
      {
        code: 'wht.rate',
        message: 'Base 10000 at 3 % is 300.00: as expected.',
        said: { template: 'Base 10000 at 3 % is 300.00: as expected.', params: {} },
      },
    ],
    allocations: [
      {
        invoice: 'SG-2026-000117',
        invoiceCurrency: 'USD',
        invoiceDate: '2026-10-03',
        invoiceTotal: '10700',
        invoiceNet: '10000',
        amount: '300',
        payAmount: '300',
      },
    ],
  },
];

function check(
  id: string,
  step: [string, string],
  title: [string, string],
  left: string | null,
  right: string | null,
  difference: string | null,
  status: ReportData['reconciliation']['checks'][number]['status'],
  explanation: [string, string],
  misfits: { id: number; file: string; row: number; text: string }[] = [],
): ReportData['reconciliation']['checks'][number] {
  return {
    id,
    check: id.split(':')[0] ?? id,
    vendor: 'huawei',
    currency: 'USD',
    title: title[0],
    titleZh: title[1],
    step: step[0],
    stepZh: step[1],
    left,
    right,
    difference,
    tolerance: '0.01',
    toleranceZh: '0.01',
    status,
    explanation: explanation[0],
    explanationZh: explanation[1],
    leftSide: { label: 'Bill details', labelZh: '账单明细', value: left, drill: null },
    rightSide: { label: 'Transaction statement', labelZh: '流水账单', value: right, drill: null },
    arithmetic: left === null || right === null ? [] : [`${left} − ${right} = ${difference ?? ''}`],
    arithmeticZh: left === null || right === null ? [] : [`${left} − ${right} = ${difference ?? ''}`],
    lines: misfits.map((line) => ({ ...line, textZh: line.text })),
    lineCount: misfits.length,
  };
}

/** A whole month for the writers, in either language, over the given lines. */
export function sampleReport(language: Language, lines: readonly Line[]): ReportData {
  const totals = addUp(lines);
  return {
    language,
    period: '2026-09',
    book: {
      name: 'Siam Data 2026.tallybook',
      company: 'Siam Data Co., Ltd. 暹罗数据有限公司',
      entity: 'SPARKOO_SG',
      country: 'TH',
      currency: 'USD',
      settlement: 'monthly',
      customerStatus: 'registered',
    },
    state: { seq: 42, at: '2026-11-02T08:15:30.250Z', hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
    summary: {
      period: '2026-09',
      status: 'final',
      total: { USD: '46193.37', THB: '374500' },
      totals,
      lines: lines.length,
      byVendor: cards(lines, (l) => l.vendor),
      byProductType: cards(lines, (l) => l.productType ?? ''),
      byAccount: cards(lines, (l) => l.account ?? ''),
      byBillType: cards(lines, (l) => l.billType ?? ''),
      byBillingMode: cards(lines, (l) => l.billingMode ?? ''),
      statement: { USD: { ...noMeasures(), payable: '46193.36501236' } },
      settlement: [],
      refunds: [],
      payments: [],
      coupons: [],
      usageItems: [],
    },
    reconciliation: {
      period: '2026-09',
      counts: { pass: 2, explained: 1, fail: 1, missing: 1 },
      checks: [
        check(
          'lines-payable:huawei:USD',
          ['1 Bill', '1 账单'],
          ['List price less discount and rounding-off is the payable amount of every line', '每条明细：官网价减优惠与抹零等于应付金额'],
          '46193.36501236',
          '46193.36501236',
          '0',
          'pass',
          ['All lines agree.', '全部明细一致。'],
        ),
        check(
          'statement-total:huawei:USD',
          ['2 Statement', '2 流水'],
          ['Bill details against the transaction statement', '账单明细与流水账单'],
          '46193.36501236',
          '46193.36501236',
          '0',
          'pass',
          ['', ''],
        ),
        check(
          'month-total:huawei:USD',
          ['2 Statement', '2 流水'],
          ['Printed month total against the exact sum', '月账单总计与精确合计'],
          '46193.37',
          '46193.36501236',
          '0.00498764',
          'explained',
          [
            'The total is rounded half-up to cents once (huawei.month-total.half-up-2).',
            '总计仅四舍五入到分一次（huawei.month-total.half-up-2）。',
          ],
        ),
        check(
          'invoice-total:huawei:USD',
          ['3 Invoice', '3 发票'],
          ['Invoices of the period against the bill', '本账期发票与账单'],
          '15159.26',
          '46193.37',
          '-31034.11',
          'fail',
          ['Two marketplace invoices are not in the book yet.', '账本中尚缺两张云商店发票。'],
          [{ id: 11, file: '账单明细_2026-09.csv', row: 12, text: 'Elastic Cloud Server, res-00000010' }],
        ),
        check(
          'certificate:huawei:USD',
          ['4 WHT', '4 预扣税'],
          ['Withheld amounts against certificates', '预扣金额与WHT凭证'],
          '300',
          null,
          null,
          'missing',
          ['No certificate was filed for SG-2026-000118.', 'SG-2026-000118 尚无凭证。'],
        ),
      ],
    },
    invoices,
    payments,
    certificates,
  };
}
