import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { add, sum } from '../../domain/money/amount.ts';
import { english } from '../../domain/words/said.ts';
import { billRig } from '../../test/support/bill-rig.ts';
import { insertLines, type TestLine } from '../../test/support/lines.ts';

let rig: ReturnType<typeof billRig>;
beforeEach(() => (rig = billRig()));
afterEach(() => rig.close());

const ecs = (resourceId: string, payable: string, rest: TestLine = {}): TestLine => ({
  productType: 'ECS',
  account: 'a',
  resourceId,
  resourceName: `name of ${resourceId}`,
  billType: '消费-使用',
  payable,
  ...rest,
});

describe('analysis/anomalies', () => {
  it('finds what changed by much, divides it exactly and says why', async () => {
    insertLines(
      rig.book,
      [
        ecs('steady', '100', { usage: '100', unitPrice: '1', listPrice: '100' }),
        ecs('more', '100', { usage: '100', unitPrice: '1', listPrice: '100', usageType: 'duration', usageUnit: 'h' }),
        ecs('dearer', '90', { usage: '100', unitPrice: '1', listPrice: '100' }),
        ecs('gone', '40'),
        ecs('small', '1'),
        ecs('refunded', '50', { usage: '5', unitPrice: '10', listPrice: '50' }),
      ],
      { period: '2023-08' },
    );
    insertLines(
      rig.book,
      [
        ecs('steady', '101', { usage: '101', unitPrice: '1', listPrice: '101' }),
        ecs('more', '250', { usage: '250', unitPrice: '1', listPrice: '250', usageType: 'duration', usageUnit: 'h' }),
        ecs('dearer', '180', { usage: '100', unitPrice: '2', listPrice: '200' }),
        ecs('fresh', '60'),
        ecs('small', '9'),
        ecs('refunded', '50', { usage: '5', unitPrice: '10', listPrice: '50' }),
        ecs('refunded', '-45.5', { billType: '退款-退订' }),
      ],
      { period: '2023-09' },
    );
    const answer = await rig.call('analysis/anomalies', { period: '2023-09' });
    expect(answer).toMatchObject({ against: '2023-08', examined: 7, large: 5, count: 5, truncated: false });
    expect(answer.totals).toEqual({ USD: { count: 5, up: '300', down: '-85.5' } });
    expect(answer.rows.map((r) => [r.resourceId, r.difference, r.leading])).toEqual([
      ['more', '150', 'usage'],
      ['dearer', '90', 'price'],
      ['fresh', '60', 'new'],
      ['refunded', '-45.5', 'refund'],
      ['gone', '-40', 'gone'],
    ]);
    for (const row of answer.rows) expect(sum(row.parts.map((p) => p.amount))).toBe(row.difference);
    expect(english(answer.rows[0]!.reason)).toBe('Usage duration went from 100 to 250 h: +150 of the change of +150 USD.');
    expect(english(answer.rows[1]!.reason)).toBe('The unit price went from 1 to 2: +90 of the change of +90 USD.');
    // What the vendor does not tell is told as such.
    expect(answer.rows[3]!.parts.filter((p) => p.amount === null)).toEqual([]);
    const lines = await rig.call('bills/lines', { period: '2023-09', where: answer.rows[3]!.filter });
    expect(lines.totals['USD']!.payable).toBe(answer.rows[3]!.now);
  });

  it('looks at the former months where there are three: back to the usual is not unusual', async () => {
    const months: Record<string, string> = { '2023-05': '100', '2023-06': '102', '2023-07': '98', '2023-08': '400', '2023-09': '101' };
    for (const [period, payable] of Object.entries(months)) insertLines(rig.book, [ecs('r', payable)], { period });
    expect((await rig.call('analysis/anomalies', { period: '2023-09' })).large).toBe(1);
    expect((await rig.call('analysis/anomalies', { period: '2023-09' })).count).toBe(0);
    const spike = await rig.call('analysis/anomalies', { period: '2023-08' });
    expect(spike.rows[0]).toMatchObject({ usual: { median: '100', deviation: '2', months: 3, percent: '300' } });
    expect(spike.rows[0]!.former.map((f) => f.amount)).toEqual(['100', '102', '98']);
  });

  it('takes other thresholds, and lines without a resource as one for each product type', async () => {
    const bare = (payable: string): TestLine => ({ productType: 'Support', payable });
    insertLines(rig.book, [bare('1'), bare('2')], { period: '2023-08' });
    insertLines(rig.book, [bare('4')], { period: '2023-09' });
    expect((await rig.call('analysis/anomalies', { period: '2023-09' })).count).toBe(0);
    const found = await rig.call('analysis/anomalies', { period: '2023-09', thresholds: { amount: '0.5', percent: '5' } });
    expect(found.rows[0]).toMatchObject({ resourceId: null, productType: 'Support', before: '3', now: '4', leading: 'other' });
    expect(english(found.rows[0]!.reason)).toContain('tells no usage');
    expect(found.rows[0]!.parts.filter((p) => p.amount === null).map((p) => p.effect)).toEqual(['usage', 'price', 'discount']);
    expect((await rig.refusal('analysis/anomalies', { period: '2023-09', thresholds: { amount: '0.12345678901' } })).code).toBe(
      'amount.too-precise',
    );
  });

  it('does not call a vendor new or gone whose other bill is not in the book', async () => {
    insertLines(rig.book, [ecs('a', '100')], { period: '2023-08' });
    insertLines(rig.book, [ecs('a', '101')], { period: '2023-09' });
    insertLines(rig.book, [ecs('b', '900')], { period: '2023-09', vendor: 'tencent' });
    insertLines(rig.book, [ecs('c', '900')], { period: '2023-08', vendor: 'zilliz' });
    const answer = await rig.call('analysis/anomalies', { period: '2023-09' });
    expect(answer).toMatchObject({ examined: 1, large: 0, count: 0 });
    expect(answer.leftOut.toSorted()).toEqual(['tencent', 'zilliz']);
    const first = await rig.call('analysis/anomalies', { period: '2023-08' });
    expect(first).toMatchObject({ examined: 0, count: 0 });
  });

  it('adds up what the rows come to, page by page', async () => {
    const many = Array.from({ length: 30 }, (_, i) => ecs(`r-${i}`, String(100 + i)));
    insertLines(rig.book, [ecs('steady', '5')], { period: '2023-08' });
    insertLines(rig.book, many, { period: '2023-09' });
    const [first, second] = [
      await rig.call('analysis/anomalies', { period: '2023-09', limit: 20 }),
      await rig.call('analysis/anomalies', { period: '2023-09', limit: 20, offset: 20 }),
    ];
    expect([first.rows.length, second.rows.length, first.count]).toEqual([20, 10, 30]);
    const all = [...first.rows, ...second.rows].reduce((total, row) => add(total, row.difference), '0');
    expect(all).toBe(first.totals['USD']!.up);
  });
});
