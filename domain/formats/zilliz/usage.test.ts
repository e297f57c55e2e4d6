import { parse } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { fitting, vendorFormats, viewIn } from '../../../test/samples/fits.ts';
import { readBack } from '../../../test/samples/read-back.ts';
import { zillizUsage, zillizUsageCsv } from './usage.ts';

// In the shape of usage API v2, with figures of our own; ten decimals, zero-padded, as the documentation prints them.
const USAGE = `{"code":0,"data":{"results":[
  {"intervalStart":"2024-08-01T00:00:00Z","intervalEnd":"2024-08-02T00:00:00Z","total":12346.3580246800,"currency":"USD","items":[
    {"costType":"compute","properties":{"projectId":"proj-1","regionId":"aws-us-west-2","cuType":"performance","plan":"Standard","clusterId":"in01-1"},"quantity":24.0000000000,"unit":"CU-hours","listPrice":{"unitPrice":0.1590000000},"price":{"unitPrice":0.1490000000},"amount":12345.1234567800},
    {"costType":"read_vcu","properties":{"projectId":"proj-1","regionId":"aws-us-west-2","clusterId":"in05-2"},"quantity":1.5,"unit":"vCU","amount":1.2345679000}]},
  {"intervalStart":"2024-08-31T00:00:00Z","intervalEnd":"2024-09-01T00:00:00Z","total":0.1234000000,"currency":"RMB","items":[
    {"costType":"storage","properties":{"projectId":"proj-1","clusterId":"in01-1"},"quantity":2,"unit":"GB-hours","price":{"unitPrice":0.0617},"amount":0.1234000000}]}],
  "currentPage":1,"pageSize":100,"total":2}}`;

describe('Zilliz Cloud usage', () => {
  it('makes a line of each item, with all ten decimals and the UTC month', () => {
    const lines = readBack(zillizUsage, USAGE);
    expect(lines).toMatchObject([
      {
        period: '2024-08-01T00:00:00Z',
        product: 'compute',
        payable: '12345.12345678',
        usage: '24',
        usageUnit: 'CU-hours',
        unitPrice: '0.149',
        spec: 'performance',
        billingMode: 'Standard',
        resourceId: 'in01-1',
        currency: 'USD',
        productType: 'Zilliz Cloud',
      },
      { product: 'read_vcu', payable: '1.2345679', spec: null, unitPrice: null, region: 'aws-us-west-2' },
      { period: '2024-08-31T00:00:00Z', payable: '0.1234', currency: 'CNY' },
    ]);
    // Day total in integers of 10^-10.
    expect(123_451_234_567_800n + 12_345_679_000n).toBe(123_463_580_246_800n);
    expect([...zillizUsage.records(parse(USAGE))!].map(({ row, part }) => [row, part])).toEqual([
      [1, 0],
      [1, 1],
      [2, 0],
    ]);
    expect(viewIn(zillizUsage, [])).toBe('usage');
  });

  it('takes amounts as units of the currency, and says that the unit is not settled', () => {
    expect(zillizUsage.columns.every((column) => column.scale === undefined)).toBe(true);
    expect(zillizUsage.notices).toHaveLength(1);
    expect(zillizUsage.notices?.[0]?.message).toMatch(/cents/);
  });

  it('takes the same names from a table', () => {
    const headers = ['intervalStart', 'intervalEnd', 'currency', 'costType', 'projectId', 'clusterId', 'quantity', 'unit', 'amount'];
    expect(fitting(headers)).toEqual(['zilliz.usage.csv']);
    const [line] = readBack(
      zillizUsageCsv,
      `${headers.join(',')}\n2024-08-01T00:00:00Z,2024-08-02T00:00:00Z,USD,backup,proj-1,in01-1,0.5000000000,GB-months,0.0000000001\n`,
    );
    expect(line).toMatchObject({ payable: '0.0000000001', usage: '0.5', product: 'backup', enterpriseProject: 'proj-1' });
  });

  it('only usage answers are usage', () => {
    const takers = (text: string): string[] =>
      vendorFormats.flatMap((format) => ('records' in format && format.records?.(parse(text)) ? [format.id] : []));
    expect(takers(USAGE)).toEqual(['zilliz.usage']);
    expect(takers('{"code":21119,"message":"no"}')).toEqual([]);
  });
});
