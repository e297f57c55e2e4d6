import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { billRig } from '../../test/support/bill-rig.ts';
import { insertLines, type TestLine } from '../../test/support/lines.ts';
import type { AgreementShown } from '../contract/agreements.ts';
import type { Check } from '../contract/reconcile.ts';

let rig: ReturnType<typeof billRig>;
beforeEach(() => (rig = billRig()));
afterEach(() => rig.close());

const found = async (id: string, part = '', period = '2023-09'): Promise<Check | undefined> =>
  (await rig.call('reconcile/run', { period })).checks.find((c) => c.check === id && (part === '' || c.id.endsWith(`:${part}`)));
const kinds = (check: Check | undefined) => check?.findings.map((f) => [f.kind, f.amount, f.lineCount]);

const base: AgreementShown = {
  name: 'A',
  vendor: 'huawei',
  currency: 'USD',
  from: '2023-01',
  to: null,
  guaranteed: null,
  quota: null,
  tables: [],
};
const save = (...agreements: Partial<AgreementShown>[]) =>
  rig.call('reconcile/saveAgreements', { agreements: agreements.map((a) => ({ ...base, ...a })) });
const refused = async (...agreements: Partial<AgreementShown>[]) =>
  (await rig.refusal('reconcile/saveAgreements', { agreements: agreements.map((a) => ({ ...base, ...a })) })).code;

const charge = (payable: string, more: TestLine = {}): TestLine => ({
  billType: '消费-使用',
  payable,
  monthlySettled: payable,
  listPrice: payable,
  discount: '0',
  ...more,
});

describe('agreements', () => {
  const guaranteed = { amount: '100', spent: 'charges' as const };
  it('are kept as they were entered, with an audit entry', async () => {
    expect((await rig.call('reconcile/agreements', {})).agreements).toEqual([]);
    const kept = await save({ guaranteed }, { name: 'B', from: '2020-01', to: '2022-12', guaranteed });
    expect(await rig.call('reconcile/agreements', {})).toEqual(kept);
    expect(rig.book.read.get<{ n: number }>("SELECT COUNT(*) AS n FROM audit WHERE action = 'reconcile/saveAgreements'")!.n).toBe(1);
  });

  it('that contradict themselves are refused, and leave what was there', async () => {
    await save({ guaranteed });
    const tiers = [{ upTo: null, price: '1' }];
    const table = {
      name: 'T',
      match: { productType: null, product: null, spec: null, usageType: 'u' },
      unit: '',
      charge: 'payable',
      mode: 'reached',
      boundary: 'lower',
      tiers,
    } as const;
    const reading = { period: '2023-09', used: '1', remaining: null, billed: null, unbilled: null, cash: null, voucher: null };
    expect(await refused({})).toBe('agreement.empty');
    expect(await refused({ guaranteed, to: '2022-12' })).toBe('agreement.months');
    expect(await refused({ guaranteed: { ...guaranteed, amount: '0' } })).toBe('agreement.amount');
    expect(await refused({ guaranteed }, { guaranteed })).toBe('agreement.name-twice');
    expect(await refused({ guaranteed }, { name: 'B', guaranteed })).toBe('agreement.overlap');
    expect(
      await refused({ tables: [{ ...table, tiers: [...table.tiers] }] }, { name: 'B', tables: [{ ...table, tiers: [...table.tiers] }] }),
    ).toBe('agreement.table-twice');
    expect(await refused({ tables: [{ ...table, tiers: [{ upTo: '3', price: '1' }] }] })).toBe('agreement.tiers');
    expect(await refused({ tables: [{ ...table, tiers: [{ upTo: '3', price: '1' }, { upTo: '3', price: '1' }, ...tiers] }] })).toBe(
      'agreement.tiers',
    );
    expect(await refused({ tables: [{ ...table, tiers: [{ upTo: null, price: '-1' }] }] })).toBe('agreement.price');
    expect(await refused({ tables: [{ ...table, tiers: [...tiers], match: { ...table.match, usageType: null } }] })).toBe(
      'agreement.no-match',
    );
    expect(await refused({ quota: { total: '5', readings: [reading, reading] } })).toBe('agreement.reading-twice');
    expect(await refused({ quota: { total: '5', readings: [{ ...reading, period: '2022-09' }] } })).toBe('agreement.reading-outside');
    expect(await refused({ quota: { total: '5', readings: [{ ...reading, used: null }] } })).toBe('agreement.reading-empty');
    expect((await rig.call('reconcile/agreements', {})).agreements).toHaveLength(1);
  });
});

describe('a guaranteed amount', () => {
  const agree = (spent: 'charges' | 'net' = 'charges') => save({ guaranteed: { amount: '100', spent } });
  const spend = [charge('60'), charge('4.2', { billType: '消费-税金' }), charge('-10', { billType: '退款-退订' })];

  it('is held only where it was agreed: other months, currencies and books have no such check', async () => {
    insertLines(rig.book, spend);
    expect(await found('agreement.guaranteed')).toBeUndefined();
    await save(
      { from: '2023-10', guaranteed: { amount: '100', spent: 'charges' } },
      { name: 'EUR', currency: 'EUR', guaranteed: { amount: '9', spent: 'charges' } },
    );
    expect(await found('agreement.guaranteed')).toBeUndefined();
  });

  it('less what was spent is the shortfall; tax does not count, refunds as agreed', async () => {
    insertLines(rig.book, [...spend, charge('40', { billType: '消费-保底差额' })]);
    await agree();
    expect(await found('agreement.guaranteed')).toMatchObject({ status: 'pass', left: '40', right: '40' });
    await agree('net');
    const check = await found('agreement.guaranteed');
    expect(check).toMatchObject({ status: 'fail', left: '40', right: '50', difference: '-10' });
    expect(kinds(check)).toEqual([['overflow.amount', '-10', 1]]);
  });

  it('that was spent leaves nothing to charge', async () => {
    insertLines(rig.book, [charge('100')]);
    await agree();
    expect(await found('agreement.guaranteed')).toMatchObject({ status: 'pass', left: '0', right: '0' });
    insertLines(rig.book, [charge('0.01', { billType: '消费-保底差额' })], { file: 'more.csv' });
    const check = await found('agreement.guaranteed');
    expect(kinds(check)).toEqual([['overflow.amount', '0.01', 1]]);
    expect(check!.findings[0]!.lines).toMatchObject([{ file: 'more.csv', row: 2 }]);
  });

  it('of a month that is not over is not judged yet', async () => {
    insertLines(rig.book, [charge('60')], { period: '2023-10' });
    await agree();
    expect(await found('agreement.guaranteed', '', '2023-10')).toMatchObject({ status: 'missing', right: '40' });
  });
});

describe('a quota', () => {
  const quota = (reading: Partial<Record<'used' | 'remaining' | 'billed' | 'unbilled' | 'cash' | 'voucher', string>>) =>
    save({
      quota: {
        total: '2500',
        readings: [{ period: '2023-09', used: null, remaining: null, billed: null, unbilled: null, cash: null, voucher: null, ...reading }],
      },
    });

  it('adds up as in the guide: 500 = 500 + 100 − 50 − 50, 2000 remain (5.3)', async () => {
    insertLines(rig.book, [charge('100')]);
    await quota({ used: '500', remaining: '2000', billed: '500', unbilled: '100', cash: '50', voucher: '50' });
    for (const part of ['sum', 'formula', 'bill', 'limit'])
      expect(await found('agreement.quota', part)).toMatchObject({ status: 'pass', difference: '0' });
  });

  it('names what does not add up, and what is beyond the total', async () => {
    insertLines(rig.book, [charge('90')]);
    await quota({ used: '2600', remaining: '0', billed: '2500', unbilled: '100', cash: '50', voucher: '50' });
    expect(kinds(await found('agreement.quota', 'sum'))).toEqual([['quota.formula', '-100', 0]]);
    expect(kinds(await found('agreement.quota', 'formula'))).toEqual([['quota.formula', '100', 0]]);
    expect(kinds(await found('agreement.quota', 'bill'))).toEqual([['quota.formula', '10', 0]]);
    expect(kinds(await found('agreement.quota', 'limit'))).toEqual([['overflow.amount', '100', 0]]);
  });

  it('holds only what was read', async () => {
    insertLines(rig.book, [charge('100')]);
    await quota({ remaining: '2000' });
    expect(await found('agreement.quota')).toBeUndefined();
  });
});

describe('tier prices', () => {
  const table: AgreementShown['tables'][number] = {
    name: 'Detection',
    match: { productType: 'Face', product: null, spec: null, usageType: 'detect' },
    unit: 'image',
    charge: 'listPrice',
    mode: 'reached',
    boundary: 'lower',
    tiers: [
      { upTo: '3000000', price: '0.0005' },
      { upTo: '15000000', price: '0.0004' },
      { upTo: null, price: '0.0003' },
    ],
  };
  const agree = (more: Partial<typeof table> = {}) => save({ tables: [{ ...table, ...more }] });
  const use = (usage: string, cost: string, more: TestLine = {}) =>
    charge(cost, { productType: 'Face', usageType: 'detect', usageUnit: 'image', usage, ...more });

  it.each([
    ['3000000', '1500'],
    ['3000001', '1200.0004'],
    ['15000001', '4500.0003'],
  ])('of %s images: %s; other products and tax do not count', async (usage, cost) => {
    insertLines(rig.book, [
      use(usage, cost),
      charge('7', { productType: 'ECS', usage: '1', usageUnit: 'h' }),
      use('9', '9', { billType: '消费-税金' }),
    ]);
    await agree();
    expect(await found('price.tiers', 'Detection')).toMatchObject({ status: 'pass', left: cost, right: cost });
  });

  it('are reached by all lines of the month together; a line at the price before is named', async () => {
    insertLines(rig.book, [use('2000000', '800'), use('2000000', '1000', { unitPrice: '0.0005' }), use('1000', '3')]);
    await agree();
    const check = await found('price.tiers');
    expect(check).toMatchObject({ status: 'fail', left: '1803', right: '1600.4', difference: '202.6' });
    expect(kinds(check)).toEqual([
      ['line.price', '200', 1],
      ['line.usage', '2.6', 1],
    ]);
    expect(check!.findings[0]!.lines).toMatchObject([{ row: 3 }]);
  });

  it('explain what is rounded once or line by line', async () => {
    insertLines(rig.book, [use('3000001', '1200')]);
    await agree();
    expect(await found('price.tiers')).toMatchObject({ status: 'explained', tolerance: 'price.tiers.half-up-2' });
  });
  it('explain what is rounded line by line', async () => {
    insertLines(rig.book, [use('11', '0.01'), use('11', '0.01'), use('11', '0.01')]);
    await agree();
    expect(await found('price.tiers')).toMatchObject({ status: 'explained', tolerance: 'price.tiers.line.half-up-2' });
  });

  it('part by part: the lines of the month are listed where it does not fit', async () => {
    insertLines(rig.book, [use('3000000', '1500'), use('1000000', '400')]);
    await agree({ mode: 'graduated' });
    expect(await found('price.tiers')).toMatchObject({ status: 'pass', left: '1900' });
    insertLines(rig.book, [use('0', '5')]);
    expect(kinds(await found('price.tiers'))).toEqual([['line.price', '5', 3]]);
  });

  it('ask for the unit that the bill prints', async () => {
    insertLines(rig.book, [use('3', '1')]);
    await agree({ unit: 'GB' });
    expect(await found('price.tiers')).toMatchObject({ status: 'missing', left: null });
  });

  it('may be of what is payable after discounts', async () => {
    insertLines(rig.book, [use('1000', '0.5', { listPrice: '0.6' })]);
    await agree({ charge: 'payable' });
    expect(await found('price.tiers')).toMatchObject({ status: 'pass', left: '0.5' });
    await agree();
    expect(await found('price.tiers')).toMatchObject({ status: 'fail', left: '0.6' });
  });
});
