import { periodBounds } from '../../domain/time/plain-date.ts';
import type { SampleFormat, SampleOptions } from './options.ts';

/** A name by the vendor's rule where there is one. */
export function fileName(format: SampleFormat, { period, layout, dimension }: SampleOptions): string {
  const month = period.replace('-', '');
  const lastDay = periodBounds(period).last.replaceAll('-', '');
  switch (format) {
    case 'huawei.detail':
      return dimension === 'resource' ? `demo-finance_InstanceBillMonth_${month}.csv` : `demo-finance_PriceFactorBillDetail_${month}.csv`;
    case 'huawei.statement':
      return `demo-finance_SettleBillDetail_${month}.csv`;
    case 'huawei.expenditures':
      return `Resource_Expenditures_${lastDay}_1.csv`;
    case 'huawei.spending':
      return `Spending(ByResource)_${lastDay}_1.csv`;
    case 'huawei.transactions':
      return `Spendings(ByTransaction-${layout === 'second' ? 'Pay-per-Use' : 'Period'})_${lastDay}.csv`;
    case 'huawei.item-overview':
      return `demo-finance_ItemProductBillOverview_${month}.csv`;
    case 'tencent.detail':
      return `100000000001-${month}-bill_details.csv`;
    case 'tencent.resources':
      return `L2-资源账单-100000000001-${month}-按扣费周期.csv`;
    case 'tencent.summary':
      return `L1-汇总账单-100000000001-${month}-按扣费周期.csv`;
    default:
      return `${format.replaceAll('.', '-')}-${month}.${CSV.test(format) ? 'csv' : 'json'}`;
  }
}

const CSV = /^huawei\.(?:detail|summary)|^qingcloud\.consumption$|\.csv$/;
