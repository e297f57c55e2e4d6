import { add, multiply, subtract, type Amount } from '../../../domain/money/amount.ts';
import { POLICIES, round } from '../../../domain/money/rounding.ts';
import { grouped } from '../../../services/sample/registers/values.ts';
import { units } from '../../../services/sample/units.ts';
import { LISTS } from './lists.ts';
import { RATE } from './options.ts';
import type { Papers } from './papers.ts';
import type { Table } from './table.ts';

const money = (amount: Amount): string => grouped(units(amount));
const converted = (amount: Amount): string => `${money(amount)} USD = ${money(round(multiply(amount, RATE), POLICIES.monthTotal))} MYR`;

/** The vendor's list of the invoices and credit notes that were drawn up, each at the rate of the month. */
export function invoicesList({ invoices, credits }: Papers): Table {
  const row = (number: string, kind: string, content: string, amount: Amount): string[] => [
    number,
    '2024/06/03 10:00:00 GMT+08:00',
    '2024/05',
    kind,
    content,
    converted(amount),
    `1 USD = ${RATE} MYR`,
    '已开票',
  ];
  return {
    name: LISTS.invoices,
    header: ['发票号码', '生成时间', '账期', '发票类型', '发票内容', '发票金额', '发票汇率', '状态'],
    rows: [
      ...invoices.map((i, n) => row(i.number, '商票', n === 0 ? '订阅开票' : '月结开票', add(i.net, i.tax))),
      ...credits.map((c) => row(c.creditNumber, '贷项', '普通开票', subtract('0', add(c.net, c.tax)))),
    ],
  };
}

/** The vendor's list of what it was paid. */
export function paymentsList({ payments }: Papers): Table {
  return {
    name: LISTS.payments,
    header: ['付款日期', '发票/收据ID', '付款方式', '交易类型', '支付方法', '交易金额(USD)', '汇率'],
    rows: payments.map((p) => [
      p.date.replaceAll('-', '/'),
      p.allocate?.[0]?.invoice ?? '--',
      p.reference,
      '付款',
      '银行转账',
      converted(p.amount).replace(' = ', ' ='),
      `1USD=${RATE} MYR`,
    ]),
  };
}
