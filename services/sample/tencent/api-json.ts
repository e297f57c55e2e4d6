import type { SampleWriter } from '../generate.ts';
import type { SampleOptions } from '../options.ts';
import { print8, printShort, times, units } from '../units.ts';
import { ACTIONS, UINS } from './catalog.ts';
import { tencentRecords, type TencentComponentLine, type TencentRecord } from './lines.ts';
import { tallyComponent } from './tally.ts';
import { billId, endTime, payTime, startTime } from './times.ts';

/** Answer of DescribeBillDetail: every amount is text, money stands in the components. */
export const tencentApiJson: SampleWriter = function* (options, tally) {
  yield '{"Response":{"DetailSet":[';
  for (const record of tencentRecords(options)) {
    for (const part of record.components) tallyComponent(tally, options.currency, part.money, false);
    yield `${tally.rows++ > 0 ? ',\n' : '\n'}${JSON.stringify(recordJson(options, record))}`;
  }
  yield `],"RequestId":"00000000-0000-4000-8000-000000000000","Total":${tally.rows}}}\n`;
};

function recordJson({ period }: SampleOptions, record: TencentRecord): object {
  const action = ACTIONS[record.action]!;
  return {
    ActionType: record.action,
    ActionTypeName: action.zh,
    BillId: billId(period, record),
    BillMonth: `${period}-01 00:00:00`,
    BusinessCode: record.product.code,
    BusinessCodeName: record.product.zh,
    ComponentSet: record.components.map(componentJson),
    FeeBeginTime: startTime(period, record),
    FeeEndTime: endTime(period, record),
    OperateUin: record.owner,
    OrderId: billId(period, record),
    OwnerUin: record.owner,
    PayModeName: action.prepaid ? '包年包月' : '按量计费',
    PayTime: payTime(period, record),
    PayerUin: UINS[0],
    ProductCode: record.product.subCode,
    ProductCodeName: record.product.subZh,
    ProjectName: record.project.zh,
    RegionId: record.region.id,
    RegionName: record.region.zh,
    ResourceId: record.resourceId,
    ResourceName: record.resourceName,
    Tags: record.tags.map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
    ZoneName: record.region.zoneZh,
  };
}

function componentJson({ component, usage, rate, money }: TencentComponentLine): object {
  return {
    CashPayAmount: print8(money.cash),
    ComponentCode: component.code,
    ComponentCodeName: component.zh,
    ContractPrice: print8(times(units(component.price), rate)),
    Cost: money.listPrice === null ? '-' : print8(money.listPrice),
    Discount: printShort(rate),
    IncentivePayAmount: print8(money.bonus),
    ItemCode: component.code,
    ItemCodeName: component.itemZh,
    PriceUnit: `元/${component.unitZh}`,
    RealCost: print8(money.payable),
    ReduceType: '折扣',
    SinglePrice: component.price,
    TransferPayAmount: print8(money.transfer),
    UsedAmount: printShort(usage),
    UsedAmountUnit: component.unitZh,
    VoucherPayAmount: print8(money.coupon),
  };
}
