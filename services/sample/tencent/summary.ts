import { csvLine } from '../csv.ts';
import type { SampleWriter } from '../generate.ts';
import { print8 } from '../units.ts';
import { ACTIONS } from './catalog.ts';
import type { ComponentMoney } from './lines.ts';
import { groupOf, inCents, moneyOf, plus, totals } from './totals.ts';

const cents = (value: bigint | null): string => (value === null ? '-' : print8(value).slice(0, -6));
const NAMES = {
  product: ['产品名称', 'Product Name'],
  project: ['项目名称', 'Project Name'],
  region: ['地域', 'Region'],
  mode: ['计费模式', 'Billing Mode'],
  tag: ['标签值', 'Tag Value'],
  total: null,
} as const;

/** L1 by what the options say, or the month's total (L0); two decimals. */
export const tencentSummaryCsv: SampleWriter = function* (options, tally) {
  const { by, language } = options;
  const international = language === 'en';
  const name = NAMES[by]?.[international ? 1 : 0];
  const money = international
    ? ['Original Cost', 'Total Amount After Discount (Excluding Tax)', 'Voucher Deduction', 'Amount Before Tax', 'Currency']
    : ['原价', '优惠后总价', '优惠券支出', '现金账户支出', '赠送账户支出', '分成金账户支出'];
  yield csvLine([international ? 'Bill Month' : '账单归属月', ...(name ? [name] : []), ...money], options);
  for (const { record, money: exact } of totals(options, (r) => groupOf(r, by)[0] + groupOf(r, by)[1])) {
    const m = inCents(exact);
    const { bonus: _b, transfer: _t, ...common } = moneyOf(m);
    tally.rows++;
    tally.line(options.currency, international ? common : moneyOf(m));
    const back = international ? [options.currency] : [cents(m.bonus), cents(m.transfer)];
    yield csvLine(
      [
        options.period,
        ...(name ? [groupOf(record, by)[1] || '-'] : []),
        cents(m.listPrice),
        cents(m.payable),
        cents(m.coupon),
        cents(m.cash),
        ...back,
      ],
      options,
    );
  }
};

const amounts = (m: ComponentMoney) => ({
  RealTotalCost: print8(m.payable),
  TotalCost: m.listPrice === null ? '-' : print8(m.listPrice),
  CashPayAmount: print8(m.cash),
  IncentivePayAmount: print8(m.bonus),
  VoucherPayAmount: print8(m.coupon),
  TransferPayAmount: print8(m.transfer),
  RealTotalCostRatio: '1.00',
});
const KEYS = {
  product: ['BusinessCode', 'BusinessCodeName'],
  project: ['ProjectId', 'ProjectName'],
  region: ['RegionId', 'RegionName'],
} as const;

/** Answer of DescribeBillSummaryBy…, and of DescribeBillSummary where the layout is the second. A total has no answer of its own: by product. */
export const tencentSummaryJson: SampleWriter = function* (options, tally) {
  const by = options.by === 'total' ? 'product' : options.by;
  const items: object[] = [];
  const add = (money: ComponentMoney): void => tally.line(options.currency, moneyOf(money));
  if (options.layout === 'second' || by === 'tag') {
    for (const { record, money } of totals(options, (r) => groupOf(r, by).join(' '))) {
      const [GroupKey, GroupValue] = groupOf(record, by);
      add(money);
      items.push(
        options.layout === 'second'
          ? { Business: [], ...amounts(money), GroupKey, GroupValue }
          : { TagValue: GroupValue, ...amounts(money) },
      );
    }
  } else if (by === 'mode') {
    const modes = Map.groupBy(
      totals(options, (r) => `${groupOf(r, by)[0]} ${r.action}`),
      ({ record }) => groupOf(record, by)[0],
    );
    for (const [PayMode, list] of modes) {
      for (const { money } of list) add(money);
      items.push({
        PayMode,
        PayModeName: groupOf(list[0]!.record, by)[1],
        ...amounts(list.map(({ money }) => money).reduce(plus)),
        Detail: list.map(({ record, money }) => ({
          ActionType: record.action,
          ActionTypeName: ACTIONS[record.action]!.zh,
          ...amounts(money),
          BillMonth: options.period,
        })),
      });
    }
  } else
    for (const { record, money } of totals(options, (r) => groupOf(r, by)[0])) {
      const [code, name] = KEYS[by];
      add(money);
      items.push({ [code]: groupOf(record, by)[0], ...amounts(money), BillMonth: options.period, [name]: groupOf(record, by)[1] });
    }
  tally.rows += items.length;
  yield `${JSON.stringify({ Response: { Ready: 1, [options.layout === 'second' ? 'SummaryDetail' : 'SummaryOverview']: items, RequestId: '00000000-0000-4000-8000-000000000000' } })}\n`;
};
