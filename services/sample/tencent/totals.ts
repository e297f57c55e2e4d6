import type { SampleOptions } from '../options.ts';
import type { Money } from '../tally.ts';
import { roundToCents, type Units } from '../units.ts';
import { ACTIONS } from './catalog.ts';
import { tencentRecords, type ComponentMoney, type TencentRecord } from './lines.ts';

/** Money of a resource or group: the components summed up; the list price is missing where all of them hide it. */
export interface Total {
  record: TencentRecord;
  money: ComponentMoney;
}

/** What a summary of the options is grouped by, as code and name. */
export function groupOf(record: TencentRecord, by: SampleOptions['by']): readonly [code: string, name: string] {
  switch (by) {
    case 'product':
      return [record.product.code, record.product.zh];
    case 'project':
      return [record.project.id, record.project.zh];
    case 'region':
      return [record.region.id, record.region.zh];
    case 'mode':
      return ACTIONS[record.action]!.prepaid ? ['prePay', '包年包月'] : ['postPay', '按量计费'];
    case 'tag':
      return ['env', record.tags.find(([key]) => key === 'env')?.[1] ?? ''];
    case 'total':
      return ['', ''];
  }
}

/** Records whose `key` is the same as one, with their components' money summed. */
export function totals(options: SampleOptions, key: (record: TencentRecord) => string): Total[] {
  const groups = new Map<string, Total>();
  for (const record of tencentRecords(options))
    for (const { money } of record.components) {
      const id = key(record);
      const total = groups.get(id);
      if (!total) groups.set(id, { record, money: { ...money } });
      else total.money = plus(total.money, money);
    }
  return [...groups.values()];
}

/** Both sums as one; a list price that one of them hides counts as not there. */
export function plus(a: ComponentMoney, b: ComponentMoney): ComponentMoney {
  const listPrice = a.listPrice === null ? b.listPrice : b.listPrice === null ? a.listPrice : a.listPrice + b.listPrice;
  return {
    listPrice,
    payable: a.payable + b.payable,
    cash: a.cash + b.cash,
    bonus: a.bonus + b.bonus,
    coupon: a.coupon + b.coupon,
    transfer: a.transfer + b.transfer,
    tax: a.tax + b.tax,
  };
}

/** As files print it: each means of payment rounded to cents, their sum as the total. */
export function inCents(money: ComponentMoney): ComponentMoney {
  const [cash, bonus, coupon, transfer] = [money.cash, money.bonus, money.coupon, money.transfer].map(roundToCents) as [
    Units,
    Units,
    Units,
    Units,
  ];
  return {
    listPrice: money.listPrice === null ? null : roundToCents(money.listPrice),
    payable: cash + bonus + coupon + transfer,
    cash,
    bonus,
    coupon,
    transfer,
    tax: roundToCents(money.tax),
  };
}

/** What an import must find in a total. */
export const moneyOf = ({ listPrice, payable, cash, bonus, coupon, transfer }: ComponentMoney): Money => ({
  listPrice,
  discount: listPrice === null ? null : listPrice - payable,
  payable,
  cash,
  bonus,
  coupon,
  transfer,
});
