import { describe, expect, it } from 'vitest';
import { methodOfSpec, placeParams, readPlace, readSeries, writeSeries, type UsagePlace } from './place.ts';

const key = { vendor: 'huawei', spec: '月95峰值带宽', region: null, resource: 'a"b,c' } as const;
const at = (params: Record<string, string | null>): UsagePlace =>
  readPlace(new URLSearchParams(Object.entries(params).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))));

describe('the address of usage', () => {
  it('keeps every part of the place', () => {
    const place: UsagePlace = {
      view: 'samples',
      series: key,
      method: 'enhanced',
      direction: '出',
      committed: '300',
      percent: '20',
      price: '12.5',
      zero: true,
      base1024: true,
      spec: '月95峰值带宽',
      resource: 'bw-1',
      day: '2024-04-02',
      sort: [
        { column: 'value', descending: true },
        { column: 'time', descending: false },
      ],
    };
    expect(at(placeParams(place))).toEqual(place);
    expect(at(placeParams({ ...at({}), series: null }))).toEqual(at({}));
  });
  it('reads nothing out of what someone else wrote', () => {
    for (const text of ['', 'x', '{}', '["huawei"]', '["aws",null,null,null]', '["huawei",1,null,null]'])
      expect(readSeries(text)).toBeNull();
    expect(at({ method: 'best', committed: '1e9', price: '-', day: '2024-02-31', sort: 'a b' })).toEqual(at({}));
    expect(readSeries(writeSeries(key))).toEqual(key);
  });
  it.each([
    ['增强型95峰值', 'enhanced'],
    ['月95峰值带宽', 'classic'],
    ['95保底', 'minimum'],
    ['日峰值月平均带宽', 'monthly-average-daily-peak'],
    ['日峰值带宽', 'daily-peak'],
    ['Enhanced 95th percentile', 'enhanced'],
    ['固定带宽', 'classic'],
    [null, 'classic'],
  ] as const)('%s is charged by %s', (spec, method) => expect(methodOfSpec(spec)).toBe(method));
});
