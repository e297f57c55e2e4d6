import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { billRig } from '../../test/support/bill-rig.ts';
import { insertLines, type TestLine } from '../../test/support/lines.ts';

let rig: ReturnType<typeof billRig>;
beforeEach(() => (rig = billRig()));
afterEach(() => rig.close());

const line = (rest: TestLine = {}): TestLine => ({
  productType: 'ECS',
  resourceId: 'r-1',
  spec: 's',
  usageType: 'duration',
  billType: '消费-使用',
  date: '2023-09-03',
  usage: '24',
  payable: '3.5',
  ...rest,
});
/** insertLines writes no months of batches; the search asks which batches speak of one. */
function insert(lines: TestLine[], options: Parameters<typeof insertLines>[2] = {}): number[] {
  const ids = insertLines(rig.book, lines, options);
  rig.book.write.run('INSERT INTO batch_scope (batch_id, period, account) SELECT batch_id, period, 0 FROM bill_line WHERE id = ?', [
    ids[0]!,
  ]);
  return ids;
}
const ask = (state: 'suspected' | 'explained' | 'dismissed' | 'all' = 'all') =>
  rig.call('analysis/duplicates', { period: '2023-09', state });

describe('analysis/duplicates', () => {
  it('suspects the same charge in two tellings, as often as it stands in both', async () => {
    const [a, b] = insert([line(), line(), line({ resourceId: 'r-2' })]);
    const [c, d, e] = insert([line(), line(), line()], { vendor: 'other', format: 'focus.1.2' });
    const found = await ask('suspected');
    expect(found.rows.map((r) => [r.a.id, r.b.id, r.score])).toEqual([
      [a, c, 100],
      [b, d, 100],
    ]);
    expect(found.atStake).toEqual({ USD: '7' });
    expect(found.rows[0]!.reasons.map((r) => r.reason)).toContain('telling');
    // The third of the second file has no counterpart: it is a twin within its own.
    expect((await ask('explained')).rows.flatMap((r) => [r.a.id, r.b.id])).toContain(e);
  });

  it('suspects an order that is charged twice, and explains hours that are alike', async () => {
    insert([
      line({ orderId: 'CS1', billType: '消费-新购', payable: '99' }),
      line({ orderId: 'CS1', billType: '消费-新购', payable: '99' }),
      line({ orderId: 'h1' }),
      line({ orderId: 'h2' }),
      line({ resourceId: 'r-3' }),
      line({ resourceId: 'r-3' }),
      line({ resourceId: 'free', payable: '0' }),
      line({ resourceId: 'free', payable: '0' }),
    ]);
    const found = await ask();
    expect(found.counts).toEqual({ suspected: 1, explained: 1, dismissed: 0 });
    expect(found.rows.map((r) => [r.state, r.a.payable])).toEqual([
      ['suspected', '99'],
      ['explained', '3.5'],
    ]);
    expect(found.atStake).toEqual({ USD: '99' });
  });

  it('looks for orders over the months where the whole book is asked for', async () => {
    const order = line({ orderId: 'CS9', billType: '消费-新购', payable: '12' });
    insert([order]);
    insert([{ ...order, date: '2023-10-03' }], { period: '2023-10' });
    expect((await ask()).count).toBe(0);
    const whole = await rig.call('analysis/duplicates', {});
    expect(whole.rows[0]).toMatchObject({ state: 'suspected', a: { period: '2023-09' }, b: { period: '2023-10' } });
    expect(whole.rows[0]!.reasons.map((r) => r.reason)).toContain('otherMonth');
  });

  it('keeps what a person said of a pair, by identity, with its trace, and takes it back', async () => {
    const [a] = insert([line()]);
    const [b] = insert([line()], { vendor: 'other', format: 'focus.1.2' });
    const pair = { a: a!, b: b! };
    expect(await rig.call('analysis/dismiss', { pairs: [pair], note: 'two machines' })).toEqual({ marked: 1 });
    expect(await rig.call('analysis/dismiss', { pairs: [{ a: b!, b: a! }] })).toEqual({ marked: 0 });
    const dismissed = await ask('dismissed');
    expect(dismissed.rows[0]).toMatchObject({ state: 'dismissed', dismissed: { who: 'ann', note: 'two machines' } });
    expect(dismissed.atStake).toEqual({});
    // Another id and the same identity: as after an import anew.
    rig.book.write.run('UPDATE bill_line SET id = 900 WHERE id = ?', [b!]);
    expect((await ask()).counts).toEqual({ suspected: 0, explained: 0, dismissed: 1 });
    expect(await rig.call('analysis/restore', { pairs: [{ a: a!, b: 900 }] })).toEqual({ restored: 1 });
    expect((await ask()).counts).toEqual({ suspected: 1, explained: 0, dismissed: 0 });
    const trail = rig.book.read.all<{ action: string }>("SELECT action FROM audit WHERE subject LIKE 'duplicate:%' ORDER BY seq");
    expect(trail.map((t) => t.action)).toEqual(['analysis/dismiss', 'analysis/restore']);
    expect((await rig.refusal('analysis/dismiss', { pairs: [{ a: a!, b: 777 }] })).code).toBe('analysis.no-pair');
    expect((await rig.refusal('analysis/dismiss', { pairs: [{ a: a!, b: a! }] })).code).toBe('analysis.no-pair');
    expect(rig.book.read.all('SELECT id FROM bill_line')).toHaveLength(2);
  });
});
