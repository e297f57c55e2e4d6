import { daysInMonth } from '../../../domain/time/plain-date.ts';
import type { SampleWriter } from '../generate.ts';
import type { SampleOptions } from '../options.ts';
import type { Money, Tally } from '../tally.ts';
import { printShort, type Units } from '../units.ts';
import { huaweiLines, two, type HuaweiLine } from './lines.ts';

/** Money as a JSON number printed from its decimal text; the API prints 0 where a file prints nothing. */
const number = (value: Units | null | undefined): string => printShort(value ?? 0n);

/** Answer of ListCustomerselfResourceRecords. */
export const huaweiFeeRecordsJson: SampleWriter = function* (options, tally) {
  yield '{"fee_records":[';
  yield* list(options, tally, (line, text) => ({
    bill_date: text(`${options.period}-${two(line.day)}`),
    ...shared(options, line, text),
    charge_mode: text(line.subscription ? '1' : '3'),
    period_type: text(line.subscription ? '20' : '25'),
    resource_type: text(line.resource.item.productCode),
    resource_id: text(line.resource.id),
    product_name: text(line.resource.item.product[options.language]),
    sku_code: text(`SKU${line.resource.itemIndex}`),
    usage_type: line.subscription ? 'null' : text(line.resource.item.usageType[options.language]),
    usage: line.usage === null ? 'null' : number(line.usage),
    unit_price: line.unitPrice === null ? 'null' : number(line.unitPrice),
    amount: number(line.money.payable),
  }));
  yield `],"total_count":${tally.rows},"currency":"${options.currency}"}\n`;
};

/** Answer of ListCustomerselfResourceRecordDetails. */
export const huaweiResourceRecordsJson: SampleWriter = function* (options, tally) {
  yield '{"monthly_records":[';
  yield* list(options, tally, (line, text) => ({
    cycle: text(options.period),
    bill_date: text(`${options.period}-${two(line.day)}`),
    ...shared(options, line, text),
    charge_mode: line.subscription ? '1' : '3',
    period_type: line.subscription ? '20' : 'null',
    resource_Type_code: text(line.resource.item.productCode),
    resource_type_name: text(line.resource.item.product[options.language]),
    res_instance_id: text(line.resource.id),
    payer_account_id: text('00000000000000000000000000000001'),
    is_spot: text('--'),
    consume_amount: number(line.money.payable),
  }));
  yield `],"total_count":${tally.rows},"currency":"${options.currency}"}\n`;
};

type Render = (line: HuaweiLine, text: (value: string) => string) => Record<string, string>;

function* list(options: SampleOptions, tally: Tally, render: Render): Iterable<string> {
  for (const line of huaweiLines(options)) {
    tally.rows++;
    tally.line(options.currency, apiMoney(line.money, options));
    const body = Object.entries(render(line, JSON.stringify)).map(([key, value]) => `"${key}":${value}`);
    yield `${tally.rows > 1 ? ',\n' : '\n'}{${body.join(',')}}`;
  }
}

/** What the import must read: zeros for what the account has not, and the debt under the name that the settlement gives it. */
export function apiMoney(money: Money, { settlement }: SampleOptions): Money {
  const zero = { credit: 0n, flexiCoupon: 0n, storedCard: 0n, bonus: 0n };
  const present = Object.fromEntries(Object.entries(money).filter(([, value]) => value !== null)) as Money;
  return { ...zero, ...(settlement === 'monthly' ? { monthlySettled: 0n } : { outstanding: 0n }), ...present };
}

function shared(options: SampleOptions, line: HuaweiLine, text: (value: string) => string): Record<string, string> {
  const { resource, money } = line;
  const utc = utcTime(options.period, line);
  return {
    bill_type: line.billType.code,
    customer_id: text(resource.accountId),
    account_name: text(resource.account),
    region: text(resource.region.code),
    region_name: text(resource.region[options.language]),
    cloud_service_type: text(resource.item.typeCode),
    cloud_service_type_name: text(resource.item.type[options.language]),
    resource_name: text(resource.name),
    resource_tag: resource.tags === null ? 'null' : text(resource.tags),
    product_spec_desc: text(resource.item.spec[options.language]),
    enterprise_project_id: resource.project.id ? text(resource.project.id) : 'null',
    enterprise_project_name: text(resource.project[options.language]),
    trade_id: text(line.tradeId),
    consume_time: text(utc),
    trade_time: text(utc),
    measure_id: '1',
    official_amount: number(money.listPrice),
    discount_amount: number(money.discount),
    cash_amount: number(money.cash),
    credit_amount: number(money.credit),
    coupon_amount: number(money.coupon),
    flexipurchase_coupon_amount: number(money.flexiCoupon),
    stored_card_amount: number(money.storedCard),
    bonus_amount: '0',
    debt_amount: number(options.settlement === 'monthly' ? money.monthlySettled : money.outstanding),
    adjustment_amount: number(money.writeOff),
  };
}

/** The line's Beijing time in UTC, as the API prints it. */
export function utcTime(period: string, line: HuaweiLine): string {
  if (line.hour >= 8) return `${period}-${two(line.day)}T${two(line.hour - 8)}:${two(line.minute)}:00Z`;
  if (line.day > 1) return `${period}-${two(line.day - 1)}T${two(line.hour + 16)}:${two(line.minute)}:00Z`;
  const [year, month] = period.split('-').map(Number) as [number, number];
  const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return `${y}-${two(m)}-${two(daysInMonth(y, m))}T${two(line.hour + 16)}:${two(line.minute)}:00Z`;
}
