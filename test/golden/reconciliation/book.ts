import { appendAudit } from '../../../db/audit.ts';
import { insertDiscrepancy } from '../../../db/queries/discrepancies.ts';
import type { Check } from '../../../services/contract/reconcile.ts';
import { applicationRig } from '../../../services/runtime/rig.ts';
import { addCertificate, addInvoice, addPayment } from '../../support/documents.ts';
import { insertLines } from '../../support/lines.ts';

export const PERIOD = '2023-09';

/**
 * A book of one month, written past the services so that nothing in it depends on what their audit entries hold: a bill and its
 * statement that differ in one line, an invoice that is partly paid, one that is not, a payment with money left, a difference.
 */
export function smallMonth() {
  const rig = applicationRig({ country: 'MY', entity: 'SPARKOO_SG', company: 'Harbour Trading 海港贸易' });
  const { book } = rig;
  const detail = insertLines(
    book,
    [
      {
        billType: '消费-使用',
        orderId: 'T-1',
        resourceName: 'web-1',
        product: '弹性云服务器',
        payable: '60.12501236',
        cash: '0',
        monthlySettled: '60.12501236',
        date: '2023-09-03',
      },
      {
        billType: '消费-使用',
        orderId: 'T-2',
        resourceName: '=cmd|x',
        product: '云硬盘',
        payable: '40',
        coupon: '5',
        cash: '0',
        monthlySettled: '35',
        date: '2023-09-04',
      },
      { billType: '退款-退订', orderId: 'T-3', product: '云硬盘', payable: '-2.5', cash: '0', monthlySettled: '-2.5', date: '2023-09-05' },
      { billType: '消费-税金', orderId: 'T-9', payable: '7.4', cash: '0', monthlySettled: '7.4', date: '2023-09-30' },
    ],
    { period: PERIOD, file: 'detail.csv' },
  );
  const statement = insertLines(
    book,
    [
      { billType: '消费-使用', orderId: 'T-1', payable: '60.12501236', cash: '0', monthlySettled: '60.12501236' },
      { billType: '消费-使用', orderId: 'T-2', payable: '41', coupon: '5', cash: '0', monthlySettled: '36' },
      { billType: '退款-退订', orderId: 'T-3', payable: '-2.5', cash: '0', monthlySettled: '-2.5' },
      { billType: '消费-税金', orderId: 'T-9', payable: '7.4', cash: '0', monthlySettled: '7.4' },
    ],
    { period: PERIOD, kind: 'statement', file: 'statement.csv' },
  );
  book.write.run(`UPDATE batch SET periods = '["${PERIOD}"]'`);
  const first = addInvoice(book, { number: 'HW-1', net: '93.63', tax: '7.4', due: '2023-10-25', entity: 'SPARKOO_SG' });
  addInvoice(book, {
    number: 'T-77',
    vendor: 'tencent',
    currency: 'CNY',
    net: '12345678901234.56',
    tax: '0.0000000001',
    due: '2023-10-10',
  });
  addPayment(book, '60', { [first]: '50' });
  addCertificate(book, '7.41', { [first]: { amount: '7.41', payAmount: '7.41' } });
  insertDiscrepancy(book.write, {
    period: PERIOD,
    check: 'huawei.detail-payable:huawei:USD',
    part: '',
    kind: 'line.amount',
    vendor: 'huawei',
    currency: 'USD',
    title: { en: 'Statement = details: payable', zh: '流水账单 = 明细账单：应付金额' },
    finding: { en: 'They differ by 1 USD.', zh: '两者相差 1 USD。' },
    amount: '1',
    seen: '1',
    state: 'disputed',
    reason: 'asked in D-1',
    how: null,
    document: null,
    approver: null,
    due: '2023-11-15',
    lines: [],
    lineCount: 2,
    openedAt: '2023-10-20T08:00:00.000Z',
    openedBy: 'ann',
  });
  for (const [day, who, before, after] of [
    ['2023-10-05', 'ann', null, { number: 'HW-1', net: '93.63', note: '' }],
    ['2023-10-20', 'bo', { number: 'HW-1', net: '93.63', note: '' }, { number: 'HW-1', net: '93.63', note: '已核对 checked' }],
    ['2023-11-02', 'ann', { note: 'x' }, null],
  ] as const)
    appendAudit(book.write, { at: `${day}T08:00:00.000Z`, who, action: 'invoices/update', subject: 'invoice:huawei:HW-1', before, after });
  return { ...rig, detail, statement };
}
export type SmallMonth = ReturnType<typeof smallMonth>;

const side = (label: string, labelZh: string, value: string | null): Check['leftSide'] => ({ label, labelZh, value, drill: null });

/** Checks as reconciliation tells them, one of each status; what each of them says is written here, so that no rule can change it. */
export function checksOf({ detail, statement }: SmallMonth): Check[] {
  const base = {
    vendor: 'huawei',
    currency: 'USD',
    step: '3 Statement and details',
    stepZh: '步骤3 流水账单与明细账单',
    tolerance: 'exact',
    toleranceZh: '完全一致',
    scope: 'bill',
    findings: [],
    lines: [],
    lineCount: 0,
  } as const satisfies Partial<Check>;
  const line = (id: number, file: string, row: number, text: string, textZh: string) => ({ id, file, row, text, textZh });
  const lines = [
    line(statement[1]!, 'statement.csv', 3, 'order T-2: statement 41', '订单 T-2：流水 41'),
    line(detail[1]!, 'detail.csv', 3, 'order T-2: details 40', '订单 T-2：明细 40'),
  ];
  const known = (c: Partial<Check> & Pick<Check, 'id' | 'title' | 'titleZh' | 'left' | 'right' | 'status'>): Check => ({
    ...base,
    check: c.id.split(':')[0]!,
    difference: null,
    explanation: '',
    explanationZh: '',
    arithmetic: [],
    arithmeticZh: [],
    leftSide: side('Statement: payable', '流水账单：应付金额', c.left),
    rightSide: side('Details: payable', '明细账单：应付金额', c.right),
    ...c,
    findings: [...(c.findings ?? [])],
    lines: [...(c.lines ?? [])],
  });
  return [
    known({
      id: 'huawei.detail-payable:huawei:USD',
      title: 'Statement = details: payable',
      titleZh: '流水账单 = 明细账单：应付金额',
      left: '106.02501236',
      right: '105.02501236',
      difference: '1',
      status: 'fail',
      explanation: 'Statement and details differ by 1 USD.',
      explanationZh: '流水账单与明细账单相差 1 USD。',
      arithmetic: ['106.02501236 − 105.02501236 = 1'],
      arithmeticZh: ['106.02501236 − 105.02501236 = 1'],
      findings: [
        {
          kind: 'line.amount',
          title: 'Amount changed',
          titleZh: '金额不一致',
          remedy: 'Ask the vendor with these lines.',
          remedyZh: '请附上这些明细向厂商核实。',
          amount: '0.75',
          text: 'Order T-2 differs.',
          textZh: '订单 T-2 不一致。',
          lines,
          lineCount: 2,
        },
      ],
      lines,
      lineCount: 2,
    }),
    known({
      id: 'huawei.statement:huawei:USD',
      title: 'Month = statement',
      titleZh: '月账单 = 流水账单',
      left: '93.63',
      right: '93.62501236',
      difference: '0.00498764',
      status: 'explained',
      tolerance: 'huawei.month-total.half-up-2',
      toleranceZh: '月总额四舍五入到分（huawei.month-total.half-up-2）',
      explanation: 'The month is rounded half-up once.',
      explanationZh: '月总额只四舍五入一次。',
      arithmetic: ['half-up to 2 decimals: 93.62501236 → 93.63'],
      arithmeticZh: ['四舍五入到两位：93.62501236 → 93.63'],
    }),
    known({
      id: 'invoice.total:tencent:CNY',
      title: 'A figure longer than a cell holds',
      titleZh: '超过单元格精度的金额',
      vendor: 'tencent',
      currency: 'CNY',
      left: '12345678901234.5600000001',
      right: '12345678901234.56',
      difference: '0.0000000001',
      status: 'fail',
      lines: [line(999_999, 'orders.csv', 7, 'a row of a list', '列表中的一行')],
      lineCount: 1,
    }),
    known({
      id: 'identity:huawei:USD',
      title: 'Lines add up',
      titleZh: '逐行相符',
      left: '1',
      right: '1',
      difference: '0',
      status: 'pass',
    }),
    known({
      id: 'invoice.net:zilliz:USD',
      title: 'Invoice = bill',
      titleZh: '发票 = 账单',
      vendor: 'zilliz',
      left: '5',
      right: null,
      status: 'missing',
      explanation: 'There is no invoice.',
      explanationZh: '没有发票。',
    }),
  ];
}
