import type { SampleWriter } from '../generate.ts';
import type { SampleOptions } from '../options.ts';
import type { Money, Tally } from '../tally.ts';
import { printShort, type Units } from '../units.ts';
import { apiMoney, utcTime } from './api-json.ts';
import { kindOf } from './grouped-csv.ts';
import { grouped } from './grouping.ts';
import { huaweiLines, type HuaweiLine } from './lines.ts';
import { tradeRows } from './statement-csv.ts';

const number = (value: Units | null | undefined): string => printShort(value ?? 0n);
const KIND_CODES: Readonly<Record<string, string>> = { 消费: '1', 退款: '2', 调账: '3' };

/** Answer of ShowCustomerMonthlySum: a record an account, product, mode and kind. */
export const huaweiMonthlySumJson: SampleWriter = (options, tally) => {
  const kind = (line: HuaweiLine): string => KIND_CODES[kindOf(line, 'zh')]!;
  const lines = grouped(huaweiLines(options), (l) => [l.resource.account, l.resource.itemIndex, l.subscription, kind(l)].join(' '));
  return list('bill_sums', options, tally, lines, (line, text) => ({
    bill_cycle: text(options.period),
    bill_type: kind(line),
    ...shared(options, line, text),
    truncated_amount: number(line.money.roundingOff),
  }));
};

/** Answer of ListCustomerBillsFeeRecords: a record an order or deduction. */
export const huaweiSettleRecordsJson: SampleWriter = (options, tally) =>
  list('records', options, tally, tradeRows(huaweiLines(options)), (line, text) => ({
    bill_cycle: text(options.period),
    bill_type: line.billType.code,
    ...shared(options, line, text),
    erase_amount: number(line.money.roundingOff),
    region_code: text(line.resource.region.code),
    region_name: text(line.resource.region[options.language]),
    enterprise_project_name: text(line.resource.project[options.language]),
    trade_id: text(line.tradeId),
    consume_time: text(utcTime(options.period, line)),
    trade_time: text(utcTime(options.period, line)),
    provider_type: '1',
    status: line.money.outstanding ? '2' : '1',
    bonus_amount: '0',
  }));

function* list(
  key: string,
  options: SampleOptions,
  tally: Tally,
  lines: Iterable<HuaweiLine>,
  render: (line: HuaweiLine, text: (value: string) => string) => Record<string, string>,
): Iterable<string> {
  yield `{"${key}":[`;
  for (const line of lines) {
    tally.rows++;
    tally.line(options.currency, key === 'records' ? apiMoney(line.money, options) : withoutBonus(apiMoney(line.money, options)));
    const body = Object.entries(render(line, JSON.stringify)).map(([name, value]) => `"${name}":${value}`);
    yield `${tally.rows > 1 ? ',\n' : '\n'}{${body.join(',')}}`;
  }
  yield `],"total_count":${tally.rows},"currency":"${options.currency}"}\n`;
}

const withoutBonus = ({ bonus: _, ...money }: Money): Money => money;

function shared(
  options: SampleOptions,
  { resource, subscription, money }: HuaweiLine,
  text: (value: string) => string,
): Record<string, string> {
  return {
    customer_id: text(resource.accountId),
    account_name: text(resource.account),
    service_type_code: text(resource.item.typeCode),
    service_type_name: text(resource.item.type[options.language]),
    resource_type_code: text(resource.item.productCode),
    resource_type_name: text(resource.item.product[options.language]),
    charging_mode: subscription ? '1' : '3',
    measure_id: '1',
    official_amount: number(money.listPrice),
    official_discount_amount: number(money.discount),
    consume_amount: number(money.payable),
    cash_amount: number(money.cash),
    credit_amount: number(money.credit),
    coupon_amount: number(money.coupon),
    flexipurchase_coupon_amount: number(money.flexiCoupon),
    stored_value_card_amount: number(money.storedCard),
    debt_amount: number(options.settlement === 'monthly' ? money.monthlySettled : money.outstanding),
    writeoff_amount: number(money.writeOff),
  };
}
