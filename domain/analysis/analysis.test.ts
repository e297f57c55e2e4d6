import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../result.ts';
import { compared, standing } from './compared.ts';
import { tagKeys } from './coverage.ts';
import { likeness, type TwinLine } from './duplicates.ts';
import { isCorrection, isOneTime } from './line-kinds.ts';
import { changePercent, percentOf } from './percent.ts';
import { checkRange, monthsOf, overlap, parseRange, rangeBefore, rangeText, yearBefore } from './ranges.ts';
import { departs, largeChange, medianOf, UNUSUAL, usualOf } from './unusual.ts';

describe('ranges', () => {
  const quarter = { from: '2023-11', to: '2024-01' };
  it('know their months, the range before and the year before', () => {
    expect(monthsOf(quarter)).toEqual(['2023-11', '2023-12', '2024-01']);
    expect(rangeBefore(quarter)).toEqual({ from: '2023-08', to: '2023-10' });
    expect(yearBefore(quarter)).toEqual({ from: '2022-11', to: '2023-01' });
    expect(overlap(quarter, { from: '2024-01', to: '2024-02' })).toBe(true);
    expect(overlap(quarter, rangeBefore(quarter))).toBe(false);
  });
  it('are read as they are written', () => {
    for (const text of ['2023-09', '2023-07..2023-09']) expect(rangeText(unwrap(parseRange(text)))).toBe(text);
    expect(parseRange('2023-09..2023-07')).toMatchObject({ ok: false, error: { code: 'analysis.range' } });
    expect(parseRange('2023-07..2023-08..2023-09').ok).toBe(false);
    expect(parseRange('2023-13').ok).toBe(false);
    expect(checkRange({ from: '2000-01', to: '2023-01' }).ok).toBe(false);
  });
});

describe('changes', () => {
  it('are exact; percentages are half-up to one decimal and of what was', () => {
    expect(compared('80', '100.0000000001')).toEqual({ before: '80', now: '100.0000000001', difference: '20.0000000001', percent: '25' });
    expect(compared('-50', '-25')).toMatchObject({ difference: '25', percent: '50' });
    expect(changePercent('3', '2')).toBe('-33.3');
    expect(percentOf('1', '8')).toBe('12.5');
    expect(percentOf('0.0005', '1')).toBe('0.1');
  });
  it('have no percentage of nothing or of zero; missing is not zero', () => {
    expect(compared(null, '4')).toEqual({ before: null, now: '4', difference: '4', percent: null });
    expect(compared('0', '4').percent).toBeNull();
    expect(compared(null, null).difference).toBeNull();
    expect([standing(0, 2), standing(2, 0), standing(1, 1)]).toEqual(['new', 'gone', 'both']);
  });
});

describe('unusual changes', () => {
  it('are large in amount and in per cent', () => {
    expect(largeChange('100', '119.99', 'USD', UNUSUAL)).toBe(false);
    expect(largeChange('100', '120', 'USD', UNUSUAL)).toBe(true);
    expect(largeChange('1', '10.99', 'USD', UNUSUAL)).toBe(false);
    expect(largeChange('0', '10', 'USD', UNUSUAL)).toBe(true);
    expect(largeChange('100', '100', 'USD', { ...UNUSUAL, amounts: { USD: '0' }, percent: '0' })).toBe(false);
    expect(largeChange('1000', '1900', 'JPY', UNUSUAL)).toBe(false);
    expect(largeChange('0', '10', 'VND', UNUSUAL)).toBe(true);
  });
  it('need three former months for a median, and one odd month does not move it', () => {
    expect(usualOf(['1', '2'], UNUSUAL)).toBeNull();
    const usual = usualOf(['100', '101', '99', '500'], UNUSUAL)!;
    expect(usual).toEqual({ median: '100.5', deviation: '1', months: 4 });
    // Back from 500 to 100: large against the month before, usual by the median.
    expect(departs('100', usual, 'USD', UNUSUAL)).toBe(false);
    expect(departs('160', usual, 'USD', UNUSUAL)).toBe(true);
    // Figures that always swing are usual.
    expect(departs('160', usualOf(['50', '150', '100', '180', '20'], UNUSUAL)!, 'USD', UNUSUAL)).toBe(false);
  });
  it('have an exact median, between the least and the most', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 9 }), (numbers) => {
        const sorted = numbers.toSorted((a, b) => a - b);
        const twice = sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!;
        expect(medianOf(numbers.map(String))).toBe(String(twice / 2));
      }),
    );
  });
});

describe('tags and bill types', () => {
  it('reads the keys of tags, each once', () => {
    expect(tagKeys('env:prod;team:red;env:dev')).toEqual(['env', 'team']);
    expect(tagKeys('flag; :x;url:a:b')).toEqual(['flag', 'url']);
    expect(tagKeys(null)).toEqual([]);
    expect(tagKeys('')).toEqual([]);
  });
  it('knows corrections and one-time charges', () => {
    for (const type of ['退款-退订', '调账-补偿', 'Refund', 'Credit', 'Adjustment']) expect(isCorrection(type)).toBe(true);
    for (const type of ['消费-使用', 'Usage', null]) expect(isCorrection(type)).toBe(false);
    for (const type of ['消费-新购', '包年包月续费', 'Purchase']) expect(isOneTime(type)).toBe(true);
    for (const type of ['消费-使用', '退款-变更', null]) expect(isOneTime(type)).toBe(false);
  });
});

describe('duplicates', () => {
  const line = (rest: Partial<TwinLine> = {}): TwinLine => ({
    batch: 1,
    format: 'huawei.detail',
    delivery: '',
    part: 0,
    period: '2023-09',
    date: '2023-09-03',
    resourceId: 'r-1',
    spec: 's',
    usageType: 'duration',
    product: 'p',
    billType: '消费-使用',
    orderId: null,
    usage: '24',
    ...rest,
  });
  const reasons = (a: TwinLine, b: TwinLine): string[] => likeness(a, b).reasons.map((r) => r.reason);

  it('suspects two tellings of one charge', () => {
    const found = likeness(line(), line({ batch: 2, format: 'focus.1.2', spec: null, usageType: null }));
    expect(found).toMatchObject({ suspected: true, score: 100 });
  });
  it('suspects an order that is charged twice, and less so in two months', () => {
    const order = line({ orderId: 'CS1', billType: '消费-新购' });
    expect(likeness(order, order)).toMatchObject({ suspected: true, score: 100 });
    expect(likeness(order, { ...order, period: '2023-10', date: '2023-10-03' }).suspected).toBe(true);
    expect(likeness(order, { ...order, period: '2023-10', date: '2023-10-03', usage: null, spec: 'other', usageType: null }).score).toBe(
      60,
    );
  });
  it('explains equal rows of one file, transaction numbers of their own, and parts of one delivery', () => {
    expect(likeness(line(), line())).toMatchObject({ suspected: false, score: 45 });
    // A transaction number of use may stand on many rows of one file.
    expect(likeness(line({ orderId: 'CS1' }), line({ orderId: 'CS1' }))).toMatchObject({ suspected: false, score: 50 });
    expect(reasons(line(), line())).toContain('sameFile');
    const numbered = likeness(line({ orderId: 'a' }), line({ orderId: 'b', batch: 2 }));
    expect(numbered).toMatchObject({ suspected: false, score: 55 });
    expect(reasons(line({ delivery: 'd', part: 1 }), line({ batch: 2, delivery: 'd', part: 2 }))).toContain('otherPart');
  });
  it('is the same either way round', () => {
    const a = line({ orderId: 'x', billType: 'Purchase' });
    const b = line({ batch: 2, format: 'focus.1.2', usage: null, billType: 'Purchase', orderId: 'x' });
    expect(likeness(a, b)).toEqual(likeness(b, a));
  });
});
