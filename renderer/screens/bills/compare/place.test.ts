import { describe, expect, it } from 'vitest';
import { compareParams, inside, linesParams, nextLevel, readCompare, sidesOf, type ComparePlace } from './place.ts';
import { percentText } from './words.ts';

const read = (place: Partial<ComparePlace>): ComparePlace =>
  readCompare(new URLSearchParams(Object.entries(compareParams(place)).flatMap(([name, value]) => (value ? [[name, value]] : []))));

describe('the address of a comparison', () => {
  it('has nothing in it but what differs from the usual', () => {
    const usual = readCompare(new URLSearchParams());
    expect(usual).toMatchObject({
      part: 'changes',
      span: 1,
      against: 'before',
      by: 'productType',
      only: 'all',
      months: 12,
      state: 'suspected',
    });
    expect(Object.values(compareParams(usual)).filter((value) => value !== null && value !== undefined)).toEqual([]);
  });
  it('is read as it was written', () => {
    const place: Partial<ComparePlace> = {
      part: 'unusual',
      span: 3,
      against: { from: '2022-01', to: '2022-03' },
      by: 'tag:env',
      where: [{ column: 'region', op: 'missing', value: '' }],
      currency: 'CNY',
      only: 'gone',
      sort: { column: 'percent', descending: true },
      months: 24,
      lines: true,
      leastAmount: '0.5',
      leastPercent: '12.5',
      state: 'dismissed',
      at: '"x"',
    };
    expect(read(place)).toEqual(place);
    expect(read({ against: 'year-before' }).against).toBe('year-before');
  });
  it('counts what is not readable as absent', () => {
    const search = new URLSearchParams({
      part: 'x',
      span: '5',
      against: '2023-09..2023-01',
      least: '1e9',
      months: 'many',
      only: 'some',
      state: '',
    });
    expect(readCompare(search)).toEqual(readCompare(new URLSearchParams()));
  });
});

describe('the way down', () => {
  const place = readCompare(new URLSearchParams());
  it('makes a condition of the group and takes the next column', () => {
    expect(inside(place, 'ECS')).toEqual({ where: [{ column: 'productType', op: 'is', value: 'ECS' }], by: 'resourceId', at: null });
    expect(inside(place, null).where).toEqual([{ column: 'productType', op: 'missing', value: '' }]);
    expect(nextLevel('tag:env', [])).toBe('productType');
    expect(nextLevel('account', [{ column: 'productType', op: 'is', value: 'ECS' }])).toBe('resourceId');
    expect(nextLevel('resourceId', [])).toBe('usageType');
  });
  it('opens the lines of one month, or of several over all periods', () => {
    expect(linesParams({ from: '2023-09', to: '2023-09' }, [], 'USD')).toMatchObject({ period: '2023-09', currency: 'USD', periods: null });
    const range = linesParams({ from: '2023-08', to: '2023-09' }, [], 'USD');
    expect(range).toMatchObject({ periods: 'all', where: '[["period","in",["2023-08","2023-09"]]]' });
    expect(linesParams({ from: '2023-09', to: '2023-09' }, [], 'XXX')).toMatchObject({
      currency: 'ALL',
      where: '[["currency","missing"]]',
    });
  });
  it('sets a range against the one before, the year before or its own', () => {
    expect(sidesOf({ ...place, span: 3 }, '2024-02')).toEqual({
      now: { from: '2023-12', to: '2024-02' },
      before: { from: '2023-09', to: '2023-11' },
    });
    expect(sidesOf({ ...place, against: 'year-before' }, '2024-02').before).toEqual({ from: '2023-02', to: '2023-02' });
  });
});

it('writes percentages with one decimal, a true minus and, for changes, a plus', () => {
  expect([percentText('12', true), percentText('-1234.5', true), percentText('0', true), percentText('7.5'), percentText(null)]).toEqual([
    '+12.0 %',
    '\u22121,234.5 %',
    '0.0 %',
    '7.5 %',
    '',
  ]);
});
