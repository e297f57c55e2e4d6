import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { billRig } from '../../test/support/bill-rig.ts';
import { insertLines, type TestLine } from '../../test/support/lines.ts';

let rig: ReturnType<typeof billRig>;
beforeEach(() => (rig = billRig()));
afterEach(() => rig.close());

const AUGUST: TestLine[] = [
  { productType: 'ECS', resourceId: 'i-1', payable: '100.00000001', tags: 'env:prod', enterpriseProject: 'web' },
  { productType: 'ECS', resourceId: 'i-2', payable: '50', tags: 'env:test' },
  { productType: 'OBS', payable: '30' },
  { productType: 'VPN', payable: '7', currency: 'CNY' },
];
const SEPTEMBER: TestLine[] = [
  { productType: 'ECS', resourceId: 'i-1', payable: '80', tags: 'env:prod;team:red', enterpriseProject: 'web' },
  { productType: 'RDS', resourceId: 'd-1', payable: '200.5', tags: 'team:red' },
  { productType: 'OBS', payable: '-2' },
  { productType: 'VPN', payable: '9', currency: 'CNY' },
  { productType: 'VPN', payable: null as never, listPrice: '3' },
];
const fill = (): void => {
  insertLines(rig.book, AUGUST, { period: '2023-08' });
  insertLines(
    rig.book,
    SEPTEMBER.map((line) => (line.payable === null ? { productType: 'VPN', listPrice: '3' } : line)),
    { period: '2023-09' },
  );
};
const MONTH = { from: '2023-09', to: '2023-09' };

describe('analysis/compare', () => {
  it('sets the month beside the one before, largest change first, each currency by itself', async () => {
    fill();
    const answer = await rig.call('analysis/compare', { period: MONTH, by: 'productType' });
    expect(answer.before).toEqual({ from: '2023-08', to: '2023-08' });
    expect(answer.rows.map((r) => [r.currency, r.value, r.before, r.now, r.difference, r.percent, r.standing])).toEqual([
      ['CNY', 'VPN', '7', '9', '2', '28.6', 'both'],
      ['USD', 'RDS', null, '200.5', '200.5', null, 'new'],
      ['USD', 'ECS', '150.00000001', '80', '-70.00000001', '-46.7', 'both'],
      ['USD', 'OBS', '30', '-2', '-32', '-106.7', 'both'],
      ['USD', 'VPN', null, null, null, null, 'new'],
    ]);
    const usd = answer.currencies.find((c) => c.currency === 'USD')!;
    expect(usd).toMatchObject({
      before: '180.00000001',
      now: '278.5',
      difference: '98.49999999',
      percent: '54.7',
      up: '200.5',
      down: '-102.00000001',
      sumOfChanges: '98.49999999',
      foots: true,
      groups: { both: 2, new: 2, gone: 0 },
    });
    expect(answer.rows[1]).toMatchObject({ shareNow: '72', shareBefore: null, linesBefore: 0, linesNow: 1 });
  });

  it('goes a level down by a filter, by any column or tag, to any other range', async () => {
    fill();
    const down = await rig.call('analysis/compare', {
      period: MONTH,
      by: 'resourceId',
      where: [{ column: 'productType', value: 'ECS' }],
      currency: 'USD',
    });
    expect(down.rows.map((r) => [r.value, r.difference, r.standing])).toEqual([
      ['i-2', '-50', 'gone'],
      ['i-1', '-20.00000001', 'both'],
    ]);
    const tags = await rig.call('analysis/compare', { period: MONTH, by: 'tag:team', currency: 'USD', sort: 'value', descending: false });
    expect(tags.rows.map((r) => [r.value, r.now])).toEqual([
      ['red', '280.5'],
      [null, '-2'],
    ]);
    const whole = await rig.call('analysis/compare', { period: { from: '2023-08', to: '2023-09' }, against: 'year-before', by: 'vendor' });
    expect(whole.before).toEqual({ from: '2022-08', to: '2022-09' });
    expect(whole.rows.map((r) => [r.value, r.currency, r.before, r.now])).toEqual([
      ['huawei', 'CNY', null, '16'],
      ['huawei', 'USD', null, '458.50000001'],
    ]);
  });

  it('pages, narrows and sorts', async () => {
    fill();
    const ask = (rest: object) => rig.call('analysis/compare', { period: MONTH, by: 'productType', currency: 'USD', ...rest });
    expect((await ask({ only: 'new' })).rows.map((r) => r.value)).toEqual(['RDS', 'VPN']);
    expect((await ask({ only: 'down' })).rows.map((r) => r.value)).toEqual(['ECS', 'OBS']);
    expect((await ask({ sort: 'percent' })).rows.map((r) => r.value)).toEqual(['ECS', 'OBS', 'RDS', 'VPN']);
    expect((await ask({ sort: 'now', descending: false })).rows.map((r) => r.value)).toEqual(['OBS', 'ECS', 'RDS', 'VPN']);
    const page = await ask({ offset: 1, limit: 2 });
    expect([page.count, page.rows.map((r) => r.value)]).toEqual([4, ['ECS', 'OBS']]);
  });

  it('refuses ranges that share a month, unknown columns and amounts to group by', async () => {
    expect((await rig.refusal('analysis/compare', { period: MONTH, against: { from: '2023-08', to: '2023-09' }, by: 'vendor' })).code).toBe(
      'analysis.overlap',
    );
    expect((await rig.refusal('analysis/compare', { period: { from: '2023-09', to: '2023-08' }, by: 'vendor' })).code).toBe(
      'analysis.range',
    );
    expect((await rig.refusal('analysis/compare', { period: MONTH, by: 'nope' })).code).toBe('bills.unknown-column');
    expect((await rig.refusal('analysis/compare', { period: MONTH, by: 'payable' })).code).toBe('bills.not-a-group');
  });

  it('foots to the last digit for random lines', async () => {
    const money = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
    const print = (n: bigint): string => {
      const digits = (n < 0n ? -n : n).toString().padStart(11, '0');
      return `${n < 0n ? '-' : ''}${digits.slice(0, -10)}.${digits.slice(-10)}`.replace(/\.?0+$/, '') || '0';
    };
    const some = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', null), money), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(some, some, async (before, now) => {
        const own = billRig();
        const write = (rows: [string | null, bigint][], period: string): void =>
          void insertLines(
            own.book,
            rows.map(([region, n]) => ({ ...(region === null ? {} : { region }), payable: print(n) })),
            { period },
          );
        write(before, '2023-08');
        write(now, '2023-09');
        const answer = await own.call('analysis/compare', { period: MONTH, by: 'region' });
        own.close();
        const total = (rows: [string | null, bigint][]): bigint => rows.reduce((sum, [, n]) => sum + n, 0n);
        if (before.length + now.length === 0) {
          expect(answer.currencies).toEqual([]);
          return;
        }
        expect(answer.currencies[0]!.foots).toBe(true);
        expect(answer.currencies[0]!.difference).toBe(print(total(now) - total(before)));
        expect(answer.currencies[0]!.sumOfChanges).toBe(answer.currencies[0]!.difference);
      }),
      { numRuns: 15 },
    );
  });
});

describe('analysis/trend', () => {
  it('gives totals, the largest groups and the rest, missing months as missing', async () => {
    fill();
    const answer = await rig.call('analysis/trend', { to: '2023-09', months: 3, by: 'productType', top: 1 });
    expect(answer.periods).toEqual(['2023-07', '2023-08', '2023-09']);
    expect(answer.currencies.find((c) => c.currency === 'USD')).toEqual({
      currency: 'USD',
      totals: [null, '180.00000001', '278.5'],
      total: '458.50000001',
      series: [{ value: 'ECS', amounts: [null, '150.00000001', '80'], total: '230.00000001' }],
      rest: { groups: 3, amounts: [null, '30', '198.5'], total: '228.5' },
    });
    const plain = await rig.call('analysis/trend', { to: '2023-09', months: 2, currency: 'CNY' });
    expect(plain.currencies).toEqual([{ currency: 'CNY', totals: ['7', '9'], total: '16', series: [], rest: null }]);
  });

  it('takes lines without a value as a group of their own', async () => {
    fill();
    const answer = await rig.call('analysis/trend', { to: '2023-09', months: 2, by: 'tag:team', top: 2, currency: 'USD' });
    expect(answer.currencies[0]!.series).toEqual([
      { value: 'red', amounts: [null, '280.5'], total: '280.5' },
      { value: null, amounts: ['180.00000001', '-2'], total: '178.00000001' },
    ]);
    expect(answer.currencies[0]!.rest).toBeNull();
  });
});

describe('analysis/coverage', () => {
  it('tells how much carries tags and projects, each key by itself', async () => {
    fill();
    const answer = await rig.call('analysis/coverage', { period: MONTH });
    const usd = answer.currencies.find((c) => c.currency === 'USD')!;
    expect(usd).toMatchObject({
      total: '278.5',
      lines: 4,
      tagged: { amount: '280.5', percent: '100.7', lines: 2 },
      untagged: { amount: '-2', percent: '-0.7', lines: 2 },
      withoutProject: { amount: '198.5', percent: '71.3', lines: 3 },
      keyCount: 2,
    });
    expect(usd.keys.map((k) => [k.key, k.amount])).toEqual([
      ['team', '280.5'],
      ['env', '80'],
    ]);
    expect(usd.projects.map((p) => [p.value, p.amount])).toEqual([
      [null, '198.5'],
      ['web', '80'],
    ]);
  });
});
