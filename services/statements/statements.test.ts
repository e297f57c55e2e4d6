import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { add, sum } from '../../domain/money/amount.ts';
import { smallBook, statementRig, type StatementRig } from './rig.ts';

const MARCH = { from: '2024-02-01', to: '2024-04-30' };

describe('a small book', () => {
  let rig: StatementRig;
  beforeAll(async () => {
    rig = statementRig();
    await smallBook(rig);
  });
  afterAll(() => rig.close());

  it.each([
    ['2024-03-01', 'USD', { buckets: ['1060', '0', '0', '0', '0'], total: '1060', count: 1 }],
    ['2024-03-31', 'USD', { buckets: ['1080.06', '0', '0', '0', '0'], total: '1080.06', count: 1 }],
    ['2024-04-10', 'USD', { buckets: ['0', '972.06', '0', '0', '0'], total: '972.06', count: 1 }],
    ['2024-04-20', 'USD', { buckets: ['0', '472.06', '0', '0', '0'], total: '472.06', count: 1 }],
    ['2024-05-20', 'USD', { buckets: ['0', '0', '372.02', '0', '0'], total: '372.02', count: 1 }],
    ['2024-05-20', 'CNY', { undated: '500.5', total: '500.5', count: 1 }],
  ])('is aged as of %s in %s', async (asOf, currency, expected) => {
    const { rows, totals } = await rig.call('invoices/ageing', { asOf });
    expect(rows.find((r) => r.currency === currency)).toMatchObject(expected);
    expect(totals.find((r) => r.currency === currency)).toMatchObject(expected);
  });
  it('is aged with the rate of the month or the latest before, told with it', async () => {
    const { rows, converted, into, unallocated } = await rig.call('invoices/ageing', { asOf: '2024-05-20' });
    expect(into).toBe('USD');
    expect(rows.find((r) => r.currency === 'CNY')).toMatchObject({
      converted: '69.52',
      rate: { rate: '0.1389', period: '2024-03', origin: 'entered' },
    });
    expect(converted).toBe('441.54');
    expect(unallocated).toEqual([{ currency: 'USD', amount: '100' }]);
    const before = await rig.call('invoices/ageing', { asOf: '2024-02-20' });
    expect(before.rows.map((r) => [r.currency, r.total])).toEqual([['USD', '1060']]);
  });
  it('drills down to the documents, by other buckets and keys', async () => {
    const { items, edges, rows } = await rig.call('invoices/ageing', { asOf: '2024-05-20', items: true, edges: '10,41', by: 'entity' });
    expect(edges).toEqual([10, 41]);
    expect(rows.map((r) => [r.key, r.currency, r.buckets])).toEqual([
      [null, 'CNY', ['0', '0', '0', '0']],
      ['SPARKOO_SG', 'USD', ['0', '0', '372.02', '0']],
    ]);
    expect(items.map((i) => [i.number, i.open, i.days, i.bucket])).toEqual([
      ['T-1', '500.5', null, 'undated'],
      ['HW-0002', '372.02', 41, 2],
    ]);
    const one = await rig.call('invoices/ageing', { asOf: '2024-05-20', items: true, of: { key: 'huawei', currency: 'USD' } });
    expect(one.items.map((i) => i.number)).toEqual(['HW-0002']);
  });

  it('has a statement that closes where the ageing stands, whatever the day', async () => {
    for (const day of ['2024-02-29', '2024-03-31', '2024-04-01', '2024-04-24', '2024-05-20'])
      for (const vendor of ['huawei', 'tencent'] as const) {
        const { statements } = await rig.call('invoices/statement', { vendor, from: '2024-02-01', to: day });
        const { rows } = await rig.call('invoices/ageing', { asOf: day });
        for (const s of statements) expect(s.closing).toBe(rows.find((r) => r.key === vendor && r.currency === s.currency)?.total ?? '0');
      }
  });
  it('tells every movement with its balance', async () => {
    const { statements, vendors, parties } = await rig.call('invoices/statement', {
      vendor: 'huawei',
      from: '2024-03-01',
      to: '2024-05-20',
    });
    expect(statements).toHaveLength(1);
    const [s] = statements;
    expect([s!.opening, s!.closing]).toEqual(['1060', '372.02']);
    expect(s!.lines.map((l) => [l.date, l.kind, l.reference, l.invoices, l.amount, l.balance])).toEqual([
      ['2024-03-05', 'payment', 'TT-1', ['HW-0001'], '-1060', '0'],
      ['2024-03-10', 'invoice', 'HW-0002', [], '1080.06', '1080.06'],
      ['2024-04-01', 'credit-note', 'HW-C1', ['HW-0002'], '-108', '972.06'],
      ['2024-04-20', 'payment', 'TT-2', ['HW-0002'], '-500', '472.06'],
      ['2024-04-25', 'certificate', 'W-1', ['HW-0002'], '-100.04', '372.02'],
    ]);
    expect(add(s!.opening, sum(Object.values(s!.sums)))).toBe(s!.closing);
    expect(vendors).toEqual([
      { vendor: 'huawei', count: 2 },
      { vendor: 'tencent', count: 1 },
    ]);
    expect(parties).toEqual([]);
    expect(await rig.refusal('invoices/statement', { vendor: 'huawei', from: '2024-05-01', to: '2024-04-01' })).toBe('range.turned');
    expect(await rig.refusal('export/statement', { ...MARCH, format: 'csv', target: 'x'.repeat(20) })).not.toBe('ok');
  });

  it('registers documents with what they state and what the rule says', async () => {
    const { rows, totals, local, countries } = await rig.call('invoices/register', MARCH);
    expect(rows.map((r) => [r.number, r.kind, r.status, r.net, r.tax, r.total, r.byRule, r.difference, r.basis])).toEqual([
      ['HW-0001', 'invoice', 'paid', '1000', '60', '1060', '60', '0', 'rule'],
      ['HW-0002', 'invoice', 'overdue', '1000.05', '80.01', '1080.06', '80', '0.01', 'rule'],
      ['T-1', 'invoice', 'unpaid', '500.5', '0', '500.5', null, null, 'none'],
      ['HW-0009', 'invoice', 'void', '0', '0', '0', '0', '0', 'rule'],
      ['HW-C1', 'credit-note', 'paid', '-100', '-8', '-108', '-8', '0', 'rule'],
    ]);
    expect(rows[1]).toMatchObject({ country: 'MY', treatment: 'charged', local: { currency: 'USD', rate: '1', total: '1080.06' } });
    expect(rows[1]!.files).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(rows[1]!.rule).toMatch(/^MY/);
    expect(rows[2]!.local).toEqual({ currency: 'USD', rate: '0.1389', origin: 'entered', net: '69.52', tax: '0', total: '69.52' });
    expect(totals).toEqual([
      { kind: 'invoice', currency: 'CNY', count: 1, voids: 0, net: '500.5', tax: '0', total: '500.5' },
      { kind: 'invoice', currency: 'USD', count: 3, voids: 1, net: '2000.05', tax: '140.01', total: '2140.06' },
      { kind: 'credit-note', currency: 'USD', count: 1, voids: 0, net: '-100', tax: '-8', total: '-108' },
    ]);
    expect(local).toEqual([{ currency: 'USD', net: '1969.57', tax: '132.01', total: '2101.58', missing: 0 }]);
    expect(countries).toEqual(['MY']);
  });
  it('by billing month leaves out what belongs to none, and says so', async () => {
    const { rows, withoutPeriod } = await rig.call('invoices/register', { from: '2024-02-01', to: '2024-02-29', basis: 'period' });
    expect(rows.map((r) => r.number)).toEqual(['HW-0002', 'HW-C1']);
    expect(withoutPeriod).toBe(1);
  });
  it('registers taxes by code and rate', async () => {
    const { rows, totals } = await rig.call('invoices/taxRegister', MARCH);
    expect(rows.map((r) => [r.number, r.ratePct, r.base, r.stated, r.exact, r.byRule, r.difference, r.policy])).toEqual([
      ['HW-0001', '6', '1000', '60', '60', '60', '0', 'tax.half-up-2'],
      ['HW-0002', '8', '1000.05', '80.01', '80.004', '80', '0.01', 'tax.half-up-2'],
      ['T-1', null, '500.5', '0', null, null, null, 'tax.half-up-2'],
      ['HW-0009', '8', '0', '0', '0', '0', '0', 'tax.half-up-2'],
      ['HW-C1', '8', '-100', '-8', '-8', '-8', '0', 'tax.half-up-2'],
    ]);
    expect(totals.map((t) => [t.country, t.ratePct, t.currency, t.count, t.base, t.stated, t.byRule, t.difference])).toEqual([
      ['MY', null, 'CNY', 1, '500.5', '0', null, null],
      ['MY', '6', 'USD', 1, '1000', '60', '60', '0'],
      ['MY', '8', 'USD', 3, '900.05', '72.01', '72', '0.01'],
    ]);
  });
  it('a credit note goes by the rule of the invoice that it takes back', async () => {
    const own = statementRig();
    await own.invoice('HW-0001', '2024-02-10', '1000', '60');
    await own.call('invoices/credit', {
      number: 'HW-0001',
      creditNumber: 'C-1',
      date: '2024-04-02',
      net: '100',
      tax: '6',
      reason: 'refund',
    });
    const { rows } = await own.call('invoices/taxRegister', { from: '2024-04-01', to: '2024-04-30' });
    expect(rows.map((r) => [r.number, r.ratePct, r.byRule, r.difference])).toEqual([['C-1', '6', '-6', '0']]);
    own.close();
  });
  it('shows nothing of another country or direction', async () => {
    expect((await rig.call('invoices/register', { ...MARCH, country: 'SG' })).rows).toEqual([]);
    expect((await rig.call('invoices/register', { ...MARCH, direction: 'issued' })).rows).toEqual([]);
  });
});

describe('duplicates of a book', () => {
  it('are found, marked as two documents, and brought back', async () => {
    const rig = statementRig();
    await rig.invoice('HW-0002', '2024-03-10', '1000', '80');
    await rig.invoice('ＨＷ 2', '2024-06-10', '5', '0');
    await rig.invoice('X-91', '2024-03-12', '1000', '80');
    await rig.invoice('X-92', '2024-03-13', '1000', '80');
    await rig.call('invoices/void', { number: 'X-92', reason: 'entered twice' });
    const ask = () => rig.call('invoices/duplicates', {});
    const first = await ask();
    expect(first.rows.map((r) => [r.a.number, r.b.number, r.exact, r.reasons.map((x) => x.reason)])).toEqual([
      ['HW-0002', 'ＨＷ 2', true, ['number']],
      ['HW-0002', 'X-91', false, ['total', 'nearDay']],
    ]);
    expect(first.atStake).toEqual({ USD: '1085' });
    const pairs = [{ a: first.rows[1]!.b.id, b: first.rows[1]!.a.id }];
    expect(await rig.call('invoices/markDistinct', { pairs, note: 'two orders' })).toEqual({ marked: 1 });
    expect(await rig.call('invoices/markDistinct', { pairs, note: '' })).toEqual({ marked: 0 });
    expect((await ask()).rows.map((r) => r.b.number)).toEqual(['ＨＷ 2']);
    const marked = await rig.call('invoices/duplicates', { state: 'dismissed' });
    expect(marked.rows.map((r) => [r.b.number, r.dismissed?.who, r.dismissed?.note])).toEqual([['X-91', 'ann', 'two orders']]);
    expect(marked.counts).toEqual({ suspected: 1, explained: 0, dismissed: 1 });
    expect(await rig.call('invoices/unmarkDistinct', { pairs })).toEqual({ unmarked: 1 });
    expect((await ask()).rows).toEqual(first.rows);
    // Credited in full and entered anew: no suspicion left.
    await rig.call('invoices/credit', {
      number: 'X-91',
      creditNumber: 'C-91',
      date: '2024-04-01',
      net: '1000',
      tax: '80',
      reason: 'wrong',
    });
    expect((await ask()).rows.map((r) => r.b.number)).toEqual(['ＨＷ 2']);
    expect(await rig.refusal('invoices/markDistinct', { pairs: [{ a: 1, b: 999 }] })).toBe('invoice.no-pair');
    expect(rig.verify()).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
    rig.close();
  });
  it('are told while a document is entered', async () => {
    const rig = statementRig();
    await rig.invoice('HW-0002', '2024-03-10', '1000', '80');
    const ask = async (draft: object) =>
      (await rig.call('invoices/similar', { vendor: 'huawei', currency: 'USD', ...draft })).found.map((f) => [f.paper.number, f.exact]);
    expect(await ask({ number: 'hw2' })).toEqual([['HW-0002', true]]);
    expect(await ask({ number: 'hw2', vendor: 'tencent' })).toEqual([]);
    expect(await ask({ number: 'other', net: '1000.00', tax: '80', date: '2024-03-12' })).toEqual([['HW-0002', false]]);
    expect(await ask({ number: 'other', net: '1000', tax: '80' })).toEqual([]);
    expect(await ask({})).toEqual([]);
    rig.close();
  });
});
