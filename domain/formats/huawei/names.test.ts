import { describe, expect, it } from 'vitest';
import { formatNamed } from '../../../test/samples/fits.ts';
import type { NameHint } from '../format.ts';

const hint = (id: string, name: string): NameHint | null => formatNamed(id).nameHint?.(name) ?? null;

describe('names of Huawei Cloud files', () => {
  it('reads the files of a real bucket', () => {
    expect(hint('huawei.expenditures', 'Resource_Expenditures_20200202_1.csv')).toEqual({
      logicalName: 'Resource_Expenditures_20200202',
      asOf: '2020-02-02',
      part: 1,
    });
    expect(hint('huawei.spending', 'Spending(ByResource)_20200131_2.csv')).toEqual({
      logicalName: 'Spending(ByResource)_20200131',
      asOf: '2020-01-31',
      part: 2,
    });
    expect(hint('huawei.spending', 'Spending(ByResource)_20200202_1.csv')).toEqual({
      logicalName: 'Spending(ByResource)_20200202',
      asOf: '2020-02-02',
      part: 1,
    });
  });

  it('takes the spelling with a space, with an s and the older prefix', () => {
    for (const name of [
      'Spending (ByResource)_20231130.csv',
      'Spendings(ByResource)_20231130.csv',
      'Consumedetails_20231130.csv',
      'Spending（ByResource）_20231130.csv',
    ])
      expect(hint('huawei.spending', name)).toMatchObject({ asOf: '2023-11-30' });
    expect(hint('huawei.spending', 'Spending (ByResource)_20231130.csv')).toEqual(
      hint('huawei.spending', 'Spending(ByResource)_20231130.csv'),
    );
  });

  it('reads months and ranges; a month that still grows has no last day', () => {
    expect(hint('huawei.expenditures', 'Resource_Expenditures(Pay-per-Use)_MonthlyBill_202402.csv')).toEqual({
      logicalName: 'Resource_Expenditures(Pay-per-Use)_MonthlyBill_202402',
      period: '2024-02',
      asOf: '2024-02-29',
    });
    expect(hint('huawei.statement', 'demo_finance_SettleBillDetail_20210401-20210430.csv')).toEqual({
      logicalName: 'demo_finance_SettleBillDetail_20210401-20210430',
      asOf: '2021-04-30',
    });
    expect(hint('huawei.detail', 'demo_PriceFactorBillDetail_20210402_3.csv')).toEqual({
      logicalName: 'demo_PriceFactorBillDetail_20210402',
      asOf: '2021-04-02',
      part: 3,
    });
    expect(hint('huawei.detail', 'demo_InstanceBillMonth_202104.csv')).toEqual({
      logicalName: 'demo_InstanceBillMonth_202104',
      period: '2021-04',
    });
    expect(hint('huawei.item-overview', 'demo_ItemProductBillOverview_202104.csv')).toMatchObject({
      period: '2021-04',
      asOf: '2021-04-30',
    });
    expect(hint('huawei.transactions', 'Spendings(ByTransaction-Period)_20210402.csv')).toMatchObject({ asOf: '2021-04-02' });
    expect(hint('huawei.transactions', 'Spendings(ByTransaction-Pay-per-Use)_MonthlyBill_202104.csv')).toMatchObject({ period: '2021-04' });
  });

  it('takes the day of an export from the console', () => {
    for (const id of ['huawei.detail', 'huawei.detail.by-product', 'huawei.income-expense'])
      expect(hint(id, '20200327114010_pricefactor_bill_1.csv')).toEqual({ asOf: '2020-03-27' });
  });

  it('leaves other names alone', () => {
    for (const [id, name] of [
      ['huawei.spending', 'Resource_Expenditures_20200202.csv'],
      ['huawei.spending', 'MySpending(ByResource)_20200202.csv'],
      ['huawei.spending', 'Spending(ByResource)_20200230.csv'],
      ['huawei.detail', 'bill.csv'],
      ['huawei.expenditures', 'Resource_Expenditures_2020020.csv'],
      ['huawei.detail', '20201327114010_pricefactor_bill.csv'],
    ] as const)
      expect(hint(id, name)).toBeNull();
  });
});
