import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../domain/formats/format.ts';
import { formats as huawei } from '../../domain/formats/huawei/index.ts';
import { formats as qingcloud } from '../../domain/formats/qingcloud/index.ts';
import { formats as tencent } from '../../domain/formats/tencent/index.ts';
import { formats as zilliz } from '../../domain/formats/zilliz/index.ts';
import { brokenIdentities, readBack, sums, type ReadLine } from '../../test/samples/read-back.ts';
import { generate } from './generate.ts';
import { SAMPLE_FORMATS, type SampleFormat, type SampleOptions } from './options.ts';

const all = [...huawei, ...tencent, ...qingcloud, ...zilliz].filter((format): format is Format => format.kind !== 'register');
const formatOf = (sample: SampleFormat): Format => all.find(({ id }) => id === (sample === 'zilliz.invoice' ? 'zilliz.invoices' : sample))!;

function read(
  name: SampleFormat,
  options: Partial<SampleOptions>,
): { lines: ReadLine[]; text: string; expected: ReturnType<ReturnType<typeof generate>['expected']>; currency: string } {
  const sample = generate(name, options);
  const text = [...sample.text()].join('');
  const { settlement, currency, delimiter } = sample.options;
  return { lines: readBack(formatOf(name), text, { settlement, currency }, delimiter), text, expected: sample.expected(), currency };
}

const variants = fc.record({
  rows: fc.integer({ min: 1, max: 300 }),
  seed: fc.nat(),
  period: fc.constantFrom('2019-12', '2021-05', '2021-06', '2023-02', '2024-02'),
  settlement: fc.constantFrom('monthly' as const, 'non-monthly' as const),
  language: fc.constantFrom('zh' as const, 'en' as const),
  currency: fc.constantFrom('USD', 'CNY'),
  currencySuffix: fc.constantFrom('none' as const, 'code' as const, 'sign' as const, 'word' as const),
  delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const),
  newline: fc.constantFrom('\n' as const, '\r\n' as const),
  taxPercent: fc.constantFrom(0, 8, 9),
  dimension: fc.constantFrom('usage' as const, 'resource' as const),
  span: fc.constantFrom('line' as const, 'day' as const, 'cycle' as const),
  layout: fc.constantFrom('first' as const, 'second' as const),
  by: fc.constantFrom('product' as const, 'project' as const, 'region' as const, 'mode' as const, 'tag' as const, 'total' as const),
});

describe.each(SAMPLE_FORMATS)('sample %s', (name) => {
  it('reads back to the totals it promises, line for line and identity for identity', () => {
    fc.assert(
      fc.property(variants, (options) => {
        const { lines, expected, currency } = read(name, options);
        expect(lines).toHaveLength(expected.lines);
        // A file of orders alone may have no line for a small seed.
        expect(lines.length > 0 ? { [currency]: sums(lines) } : {}).toEqual(expected.totals);
        expect(brokenIdentities(formatOf(name), lines)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('gives the same bytes for the same seed and others for another', () => {
    const digest = (seed: number): string =>
      [...generate(name, { rows: 50, seed }).bytes()].reduce((hash, chunk) => hash.update(chunk), createHash('sha256')).digest('hex');
    expect(digest(7)).toBe(digest(7));
    expect(digest(7)).not.toBe(digest(8));
  });
});

describe('samples', () => {
  it('the statement of a month sums up its detail, trade by trade', () => {
    const options = { rows: 2000, seed: 5, settlement: 'non-monthly' } as const;
    const byTrade = (lines: readonly ReadLine[]): Record<string, unknown> =>
      Object.fromEntries([...Map.groupBy(lines, (line) => line.orderId ?? '')].map(([trade, group]) => [trade, sums(group)]));
    const detail = read('huawei.detail', options);
    const statement = read('huawei.statement', options);
    expect(statement.lines.length).toBeLessThan(detail.lines.length);
    expect(byTrade(statement.lines)).toEqual(byTrade(detail.lines));
    expect(statement.expected.totals).toEqual(detail.expected.totals);
  });

  it('CSV and API of one seed tell the same month', () => {
    const options = { rows: 500, seed: 3 };
    expect(read('huawei.api.fee-records', options).expected.totals).toEqual(read('huawei.api.resource-records', options).expected.totals);
    expect(read('huawei.api.fee-records', options).expected.totals).toMatchObject(read('huawei.detail', options).expected.totals);
    expect(read('tencent.api.detail', options).expected.totals).toEqual(read('tencent.detail', options).expected.totals);
  });

  it('holds what real bills hold: refunds, tax, twins, rounding-off, placeholders, quotes', () => {
    const { lines, text } = read('huawei.detail', { rows: 5000, settlement: 'non-monthly' });
    const types = new Set(lines.map((line) => line.billType));
    expect(types).toEqual(
      new Set([
        '消费-新购',
        '消费-续订',
        '消费-自动续订',
        '消费-变更',
        '消费-使用',
        '退款-退订',
        '退款-变更',
        '调账-补偿',
        '调账-扣费',
        '消费-税金',
        '退款-退订税金',
        '调账-补偿税金',
        '调账-扣费税金',
      ]),
    );
    expect(lines.filter((line) => line.billType?.startsWith('退款')).every((line) => line.payable!.startsWith('-'))).toBe(true);
    expect(lines.some((line) => line.roundingOff !== '0')).toBe(true);
    expect(lines.every((line) => (line.payable!.split('.')[1] ?? '').length <= 2)).toBe(true);
    const rows = text.trimEnd().split('\n');
    expect(new Set(rows).size).toBeLessThan(rows.length);
    expect(text).toContain(',--,');
    expect(text).toContain('""blue""');
    expect(new Set(lines.map((line) => line.resourceId)).size).toBeGreaterThan(400);
    expect(new Set(lines.map((line) => line.account)).size).toBe(3);
  });

  it('cuts to cents before 2021-06 and not after it for monthly-settled accounts', () => {
    const roundingOff = (period: string): string | undefined =>
      read('huawei.detail', { rows: 500, period }).expected.totals.USD?.roundingOff;
    expect(roundingOff('2021-06')).toBe('0');
    expect(Number(roundingOff('2021-05'))).toBeGreaterThan(0);
  });

  it('the Tencent month ends in whole cents by the vendor’s own adjustment row', () => {
    const { lines, expected } = read('tencent.detail', { rows: 800 });
    expect(lines.at(-1)).toMatchObject({ resourceId: 'billVirtualId', billType: '月度计费精度差异' });
    for (const measure of ['cash', 'bonus', 'coupon', 'transfer', 'payable'] as const)
      expect((expected.totals.CNY![measure]!.split('.')[1] ?? '').length).toBeLessThanOrEqual(2);
    expect(lines.some((line) => line.listPrice === null)).toBe(true);
  });

  it('encodes as asked', () => {
    const text = [...generate('huawei.detail', { rows: 40, currency: 'CNY', currencySuffix: 'sign' }).text()].join('');
    for (const encoding of ['utf-8', 'utf-16le', 'gb18030'] as const) {
      const bytes = Buffer.concat([
        ...generate('huawei.detail', { rows: 40, currency: 'CNY', currencySuffix: 'sign', encoding, bom: encoding !== 'gb18030' }).bytes(),
      ]);
      expect(new TextDecoder(encoding, { fatal: true }).decode(bytes)).toBe(text);
    }
    const bom = [...generate('huawei.detail', { rows: 1, bom: true }).bytes()][0]!;
    expect([...bom]).toEqual([0xef, 0xbb, 0xbf]);
  });
});
