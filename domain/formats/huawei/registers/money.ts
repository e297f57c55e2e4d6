import type { RegisterFormat } from '../../format.ts';
import { partOf } from '../../register-parts.ts';
import { exportedName } from '../names.ts';
import { BILL_ONLY, field, registerBase, required } from './shared.ts';

const TRANSACTION_AMOUNT = ['交易金额', 'Transaction Amount', 'Amount'];

/**
 * 付款历史记录. One cell holds both sides of a payment, `100.23USD =777.21 HKD`, and the rate reads `1USD=7.75428 HKD`.
 * Source: Huawei Cloud billing guide 6.1.4 and 7.2.6.
 */
export const paymentHistory: RegisterFormat = {
  ...registerBase,
  id: 'huawei.payment-history',
  title: 'Huawei Cloud payment history',
  titleZh: '华为云付款历史记录',
  register: 'payment-history',
  fields: [
    required('date', 'date', '付款日期', 'Payment Date'),
    field('documentId', 'text', '发票/收据ID', 'Invoice/Receipt ID'),
    field('paymentMethod', 'text', '付款方式', 'Payment Method'),
    field('transactionType', 'text', '交易类型', 'Transaction Type'),
    field('paymentChannel', 'text', '支付方法', '支付方式', 'Payment Channel'),
    { ...required('amount', 'amount', ...TRANSACTION_AMOUNT), read: partOf.amount },
    { ...field('currency', 'text', ...TRANSACTION_AMOUNT), read: partOf.currency },
    { ...field('paidAmount', 'amount', ...TRANSACTION_AMOUNT), read: partOf.paidAmount },
    { ...field('paidCurrency', 'text', ...TRANSACTION_AMOUNT), read: partOf.paidCurrency },
    { ...field('rate', 'amount', '汇率', 'Exchange Rate'), read: partOf.rate },
  ],
  key: [],
  marks: ['付款日期', 'Payment Date'],
  excludes: BILL_ONLY,
  nameHint: exportedName(),
};

/** 收支明细: what came into and went out of the account; expenses are negative. Source: Huawei Cloud billing guide 13.2.5. */
export const incomeExpense: RegisterFormat = {
  ...registerBase,
  id: 'huawei.income-expense',
  title: 'Huawei Cloud account statement',
  titleZh: '华为云收支明细',
  register: 'income-expense',
  fields: [
    required('serial', 'text', '流水号', 'Serial No.', 'Transaction No.'),
    required('time', 'instant', '交易时间', 'Transaction Time'),
    field('direction', 'text', '收支类型', 'Income/Expense Type'),
    field('transactionType', 'text', '交易类型', 'Transaction Type'),
    field('remark', 'text', '备注', 'Remarks', 'Description'),
    { ...required('amount', 'amount', '金额', 'Amount'), read: partOf.amount },
    { ...field('balance', 'amount', '余额', 'Balance'), read: partOf.amount },
  ],
  key: ['serial'],
  marks: ['收支类型', 'Income/Expense Type'],
  excludes: BILL_ONLY,
  nameHint: exportedName(),
};

/**
 * 发票管理: the vendor's invoices, whose cells read `948,285,283.40 USD = 7,775,939,323.88 THB` and `1 USD = 8.2 THB`.
 * Source: Huawei Cloud billing guide 10.1.
 */
const INVOICE_AMOUNT = ['发票金额', 'Invoice Amount'];
export const vendorInvoices: RegisterFormat = {
  ...registerBase,
  id: 'huawei.invoices',
  title: 'Huawei Cloud invoice list',
  titleZh: '华为云发票列表',
  register: 'vendor-invoices',
  fields: [
    required('number', 'text', '发票号码', 'Invoice No.', 'Invoice Number'),
    field('created', 'instant', '生成时间', 'Generated', 'Time Generated'),
    field('period', 'period', '账期', 'Billing Cycle'),
    field('kind', 'text', '发票类型', 'Invoice Type'),
    field('content', 'text', '发票内容', 'Invoice Content'),
    { ...required('amount', 'amount', ...INVOICE_AMOUNT), read: partOf.amount },
    { ...field('currency', 'text', ...INVOICE_AMOUNT), read: partOf.currency },
    { ...field('paidAmount', 'amount', ...INVOICE_AMOUNT), read: partOf.paidAmount },
    { ...field('paidCurrency', 'text', ...INVOICE_AMOUNT), read: partOf.paidCurrency },
    { ...field('rate', 'amount', '发票汇率', 'Invoice Exchange Rate'), read: partOf.rate },
    field('status', 'text', '状态', 'Status'),
  ],
  key: ['number'],
  marks: ['发票号码', 'Invoice No.', 'Invoice Number'],
  nameHint: exportedName(),
};
