import { describe, expect, it } from 'vitest';
import { datedHint, dayOfDigits, monthInName, stemOf } from './file-name.ts';

describe('file names', () => {
  it('drops folders, extensions and the mark of a second download', () => {
    expect(
      ['C:\\bills\\Spending(ByResource)_20200131_2.csv', 'a/b_202301.tar.gz', 'Resource_Expenditures_20200202_1 (3).csv', 'x.CSV'].map(
        stemOf,
      ),
    ).toEqual(['Spending(ByResource)_20200131_2', 'b_202301', 'Resource_Expenditures_20200202_1', 'x']);
  });

  it('takes days that the calendar has, and no others', () => {
    expect(['20200229', '20210229', '20211301', '202102'].map(dayOfDigits)).toEqual(['2020-02-29', null, null, null]);
    expect(datedHint('bill', '20210401-20210431', undefined)).toBeNull();
    expect(datedHint('bill', '20210401-20210430', '2')).toEqual({ logicalName: 'bill', part: 2, asOf: '2021-04-30' });
    expect(datedHint('bill', '202402', undefined)).toEqual({ logicalName: 'bill', period: '2024-02', asOf: '2024-02-29' });
    expect(datedHint('bill', '202402', undefined, false)).toEqual({ logicalName: 'bill', period: '2024-02' });
  });

  it('finds the month in the name that a reader gave to an answer', () => {
    expect(['DescribeBillSummary-2022-07.json', 'summary_202207.json', 'tencent 2022.07 by tag.json'].map(monthInName)).toEqual(
      Array(3).fill({ period: '2022-07' }),
    );
    expect(['DescribeBillSummary.json', 'summary-2022-13.json', '909619400.json', 'b-20220715.json'].map(monthInName)).toEqual(
      Array(4).fill(null),
    );
  });
});
