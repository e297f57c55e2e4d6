import { add, percentOf, subtract, sum, type Amount } from '../../../domain/money/amount.ts';
import { round, POLICIES } from '../../../domain/money/rounding.ts';
import type { Input } from '../../../services/contract/index.ts';
import { printShort, type Units } from '../../../services/sample/units.ts';
import type { BookLine } from './lines.ts';
import { PERIOD, RATE, WHT_PERCENT } from './options.ts';

type Given<N extends 'invoices/add' | 'invoices/credit' | 'payments/add' | 'wht/add'> = Input<N>;
/** What is entered by hand beside the imported files, in this order. */
export interface Papers {
  invoices: Given<'invoices/add'>[];
  credits: Given<'invoices/credit'>[];
  /** Invoices on which the rate of withholding is on record. */
  rates: { invoice: string; rate: string }[];
  payments: Given<'payments/add'>[];
  certificates: Given<'wht/add'>[];
  /** Credit notes that come when everything is paid. */
  laterCredits: Given<'invoices/credit'>[];
}

const MONEY = POLICIES.monthTotal;
const cents = (value: Amount): Amount => round(value, MONEY);
const amountOf = (value: Units): Amount => printShort(value);
const isTax = (line: BookLine): boolean => line.billType.text.endsWith('税金');
const isRefund = (line: BookLine): boolean => line.billType.text.startsWith('退款');
const charged = (lines: readonly BookLine[]): Amount =>
  amountOf(lines.reduce((n, { money }) => n + (money.payable ?? 0n) - (money.coupon ?? 0n), 0n));

/** Sums of the month that its papers are drawn from. */
interface Month {
  net: Amount;
  tax: Amount;
  orderNet: Amount;
  orderTax: Amount;
  refundNet: Amount;
  refundTax: Amount;
}

function monthOf(lines: readonly BookLine[]): Month {
  const [back, due] = [lines.filter(isRefund), lines.filter((l) => !isRefund(l))];
  const orders = due.filter((l) => l.subscription);
  const part = (of: readonly BookLine[], tax: boolean): Amount => charged(of.filter((l) => isTax(l) === tax));
  return {
    net: part(due, false),
    tax: part(due, true),
    orderNet: part(orders, false),
    orderTax: part(orders, true),
    refundNet: part(back, false),
    refundTax: part(back, true),
  };
}

export const ORDERS_INVOICE = 'SG240500001';
export const USAGE_INVOICE = 'SG240500002';
export const CREDIT_NOTE = 'SGC24050001';
const fx = { currency: 'MYR', rate: RATE, date: '2024-06-03' };

/** The vendor's papers of the month for Huawei Cloud: two invoices, a credit note over the refunds, three payments net of tax, two certificates. */
export function papersOf(lines: readonly BookLine[]): Papers {
  const month = monthOf(lines);
  const orders = { net: cents(month.orderNet), tax: cents(month.orderTax) };
  // The month is rounded once: the second invoice takes what the first one leaves of it.
  const usage = { net: subtract(cents(month.net), orders.net), tax: subtract(cents(month.tax), orders.tax) };
  const back = { net: subtract('0', cents(month.refundNet)), tax: subtract('0', cents(month.refundTax)) };
  const held = (net: Amount): Amount => cents(percentOf(net, WHT_PERCENT));
  const [heldOrders, heldUsage] = [held(subtract(orders.net, back.net)), held(usage.net)];
  const toPay = {
    orders: subtract(add(orders.net, orders.tax), sum([back.net, back.tax, heldOrders])),
    usage: subtract(add(usage.net, usage.tax), heldUsage),
  };
  const first = cents(percentOf(toPay.usage, '40'));
  const invoice = (number: string, money: { net: Amount; tax: Amount }): Given<'invoices/add'> => ({
    number,
    date: '2024-06-03',
    vendor: 'huawei',
    entity: 'SPARKOO_SG',
    currency: 'USD',
    ...money,
    due: '2024-07-03',
    period: PERIOD,
    fx,
  });
  const payment = (date: string, reference: string, to: string, amount: Amount): Given<'payments/add'> => ({
    date,
    amount,
    currency: 'USD',
    reference,
    method: 'bank transfer',
    allocate: [{ invoice: to, amount }],
  });
  const certificate = (number: string, to: string, amount: Amount): Given<'wht/add'> => ({
    number,
    issuer: 'LHDN Malaysia',
    date: '2024-06-15',
    total: amount,
    currency: 'USD',
    country: 'MY',
    allocate: [{ invoice: to, amount }],
    draft: false,
  });
  return {
    invoices: [invoice(ORDERS_INVOICE, orders), invoice(USAGE_INVOICE, usage)],
    credits:
      back.net === '0'
        ? []
        : [{ number: ORDERS_INVOICE, creditNumber: CREDIT_NOTE, date: '2024-06-03', ...back, reason: 'Refunds of the month' }],
    rates: [ORDERS_INVOICE, USAGE_INVOICE].map((invoice) => ({ invoice, rate: WHT_PERCENT })),
    payments: [
      payment('2024-06-10', 'TT-24061001', ORDERS_INVOICE, toPay.orders),
      payment('2024-06-10', 'TT-24061002', USAGE_INVOICE, first),
      payment('2024-06-12', 'TT-24061201', USAGE_INVOICE, subtract(toPay.usage, first)),
    ],
    certificates: [certificate('CP37D-240601', ORDERS_INVOICE, heldOrders), certificate('CP37D-240602', USAGE_INVOICE, heldUsage)],
    laterCredits: [],
  };
}
