import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { billRig } from '../../test/support/bill-rig.ts';
import { addInvoice, addPayment } from '../../test/support/documents.ts';
import { insertLines, type TestLine } from '../../test/support/lines.ts';
import { add, amount, subtract, sum } from '../../domain/money/amount.ts';
import { eraOf } from '../../domain/money/eras.ts';
import { fromPair, toPair } from '../../domain/money/pair.ts';
import { waysOf } from '../../domain/reconcile/eras.ts';
import type { Check } from '../contract/reconcile.ts';
import { gatherFacts } from './facts.ts';

let rig: ReturnType<typeof billRig>;
beforeEach(() => (rig = billRig()));
afterEach(() => rig.close());

const check = async (id: string, period: string, own = rig): Promise<Check> => {
  const found = (await own.call('reconcile/run', { period })).checks.filter((c) => c.check === id);
  expect(found.map((c) => c.check)).toEqual([id]);
  return found[0]!;
};

/** A charge in money alone, whose columns agree. */
const charge = (value: string, more: TestLine = {}): TestLine => ({
  billType: '消费-使用',
  billingMode: '按需',
  productType: 'ECS',
  product: '云主机',
  payable: value,
  monthlySettled: value,
  ...more,
});
const order = (value: string, more: TestLine = {}): TestLine =>
  charge(value, { billType: '消费-新购', billingMode: '包年/包月', orderId: 'CS1', ...more });

/** Cents of a sum, cut, worked out with whole numbers alone. */
const cut = (...values: string[]): bigint =>
  values.reduce((all, value) => {
    const { units, fraction } = toPair(amount(value));
    return all + units * 10n ** 10n + fraction;
  }, 0n) /
  10n ** 8n;
const cents = (value: bigint): string => fromPair(0n, value * 10n ** 8n);

// Guide 6.1.6: 10.12501236 a charge. Two specifications, spot, a reserved instance by the hour, a subscription with tax.
const MONTH: readonly TestLine[] = [
  charge('10.12501236', { spec: 's1', usageType: '时长', orderId: 'T1' }),
  charge('10.12501236', { spec: 's1', usageType: '时长', orderId: 'T2' }),
  charge('10.12501236', { spec: 's1', usageType: '流量', orderId: 'T3' }),
  charge('0.00999999', { spec: 's2', usageType: '时长', billingMode: '竞价', orderId: 'T4' }),
  charge('0.00999999', { spec: 's2', usageType: '时长', billingMode: '竞价', orderId: 'T5' }),
  order('120.5'),
  order('9.645', { billType: '消费-税金' }),
  charge('1.006', { billType: '消费-按时计费', billingMode: '预留实例', orderId: 'CS2' }),
  charge('1.006', { billType: '消费-按时计费', billingMode: '预留实例', orderId: 'CS2' }),
];
const EXACT = sum(MONTH.map((line) => amount(line.payable!)));

describe('the eras of rounding (billing guide 6.1.6, 7.1, 7.2.2.2, 13.2.3, 13.2.8)', () => {
  const usage = ['10.12501236', '10.12501236', '10.12501236', '0.00999999', '0.00999999'];
  const others = ['120.5', '9.645', '1.006', '1.006'];
  const perSettlement = cut(cents(usage.reduce((all, value) => all + cut(value), 0n)), ...others);
  const perSpecification =
    cut('10.12501236', '10.12501236') +
    cut('10.12501236') +
    cut('0.00999999', '0.00999999') +
    cut('120.5', '9.645') +
    cut('1.006', '1.006');
  it.each([
    ['2019-01', 'monthly', perSettlement, 'huawei.per-settlement.truncate-2', '5 settlements, each cut to 2 decimals: 30.39503706 → 30.36'],
    ['2020-03', 'monthly', perSettlement, 'huawei.per-settlement.truncate-2', '2 orders and other charges apart, not cut: 132.157'],
    ['2020-03', 'non-monthly', perSettlement, 'huawei.per-settlement.truncate-2', 'cut away in all: 162.55203706 − 162.51 = 0.04203706'],
    ['2020-04', 'monthly', perSpecification, 'huawei.per-specification.truncate-2', '3 sums per specification and usage type'],
    [
      '2021-05',
      'monthly',
      perSpecification,
      'huawei.per-specification.truncate-2',
      '2 orders and other charges apart, each cut to 2 decimals',
    ],
    ['2021-06', 'monthly', 16255n, 'huawei.month-total.half-up-2', 'half-up to 2 decimals: 162.55203706 → 162.55'],
    [
      '2020-04',
      'non-monthly',
      cut(cents(cut(...usage)), ...others),
      'huawei.non-monthly.truncate-2',
      'pay-per-use of the month, cut to 2 decimals',
    ],
    [
      '2024-01',
      'non-monthly',
      cut(cents(cut(...usage)), ...others),
      'huawei.non-monthly.truncate-2',
      'cut away in all: 162.55203706 − 162.54 = 0.01203706',
    ],
  ] as const)('%s, %s: %s cents by %s', async (period, settlement, total, policy, step) => {
    const own = billRig({ settlement });
    try {
      // An account that is not settled monthly pays in cash.
      const lines = settlement === 'monthly' ? MONTH : MONTH.map(({ monthlySettled, ...line }) => ({ ...line, cash: monthlySettled! }));
      insertLines(own.book, lines, { period });
      insertLines(own.book, lines, { period, kind: 'statement' });
      const found = await check('huawei.statement', period, own);
      expect(found).toMatchObject({ left: cents(total), right: EXACT, status: 'explained', tolerance: policy });
      expect(found.arithmetic.join('\n')).toContain(step);
      expect(found.arithmeticZh.join('\n')).not.toMatch(/settlements|cut away|orders/);
    } finally {
      own.close();
    }
  });

  it('take a charge of several lines for one settlement by its transaction number', async () => {
    insertLines(rig.book, [charge('0.006', { orderId: 'T1' }), charge('0.006', { orderId: 'T1' }), charge('0.006')], { period: '2020-01' });
    expect(await check('huawei.statement', '2020-01')).toMatchObject({ left: '0.01' });
  });

  it('print a hundred thousand pieces in a few lines', async () => {
    insertLines(
      rig.book,
      Array.from({ length: 3000 }, (_, i) => charge('0.00500001', { orderId: `T${i}` })),
      { period: '2020-01' },
    );
    const { arithmetic, left } = await check('huawei.statement', '2020-01');
    expect(left).toBe('0');
    expect(arithmetic).toEqual([
      '3000 settlements, each cut to 2 decimals: 15.00003 → 0 (huawei.per-settlement.truncate-2)',
      'the most is cut away from T0: 0.00500001 → 0, T1: 0.00500001 → 0, T10: 0.00500001 → 0',
      'cut away in all: 15.00003 − 0 = 15.00003',
    ]);
  });

  it('do not cut what does not tell its charges', async () => {
    insertLines(rig.book, [charge('0.006'), charge('0.006')], { period: '2020-01' });
    insertLines(rig.book, [charge('0.012')], { period: '2020-01', kind: 'statement' });
    rig.book.write.run("UPDATE batch SET view = 2 WHERE file = 'detail.csv'");
    expect(await check('huawei.statement', '2020-01')).toMatchObject({
      status: 'missing',
      left: null,
      explanation: expect.stringContaining('line by line'),
    });
  });

  it('leave every digit accounted for: what is charged and what is cut away are the exact sum', () => {
    const figure = fc.bigInt(-(10n ** 12n), 10n ** 13n).map((n) => fromPair(0n, n * 100n));
    const line = fc
      .record({
        value: figure,
        orderId: fc.constantFrom('T1', 'T2', 'CS1'),
        spec: fc.constantFrom('s1', 's2'),
        billingMode: fc.constantFrom('按需', '包年/包月'),
      })
      .map(({ value, ...more }) => charge(value, more));
    let batch = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), fc.constantFrom('2020-01', '2020-06', '2023-01'), (lines, period) => {
        rig.book.write.run('UPDATE bill_line SET superseded_by = 1 WHERE superseded_by IS NULL');
        insertLines(rig.book, lines, { period, file: `${++batch}.csv` });
        const [facts] = gatherFacts(rig.book.read, period, 'monthly', null, '2024-01-01');
        const exact = sum(lines.map((own) => amount(own.payable!)));
        const ways = [...waysOf(facts!, { kind: 'detail', measures: ['cash', 'monthlySettled'], billTypes: null, exact })];
        expect(ways.length).toBeGreaterThan(0);
        for (const { value, steps } of ways) {
          expect(toPair(value).fraction % 10n ** 8n).toBe(0n);
          const away = steps.at(-1)!.params['away'];
          if (away !== undefined) expect(add(value, amount(String(away)))).toBe(exact);
          expect(eraOf(period, 'monthly').policy.id).toBe(ways[0]!.policy.id);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('what earlier rules charged', () => {
  const lines = [charge('1.009', { orderId: 'T1' }), charge('2.009', { orderId: 'T2' }), order('50')];
  it.each([
    ['2020-01', '53', 'huawei.per-settlement.truncate-2'],
    ['2020-06', '53.01', 'huawei.per-specification.truncate-2'],
    ['2023-01', '53.02', 'huawei.month-total.half-up-2'],
  ])('is what was paid and invoiced in %s: %s', async (period, paid, policy) => {
    insertLines(rig.book, lines, { period });
    const invoice = addInvoice(rig.book, { period, net: paid });
    addPayment(rig.book, paid, { [invoice]: paid });
    const left = { left: '53.018', right: paid, status: 'explained', tolerance: policy };
    expect(await check('huawei.payments', period)).toMatchObject(left);
    expect(await check('invoice.net', period)).toMatchObject(left);
  });
});

describe('a rule of other months', () => {
  const lines = [charge('1.009', { orderId: 'T1' }), charge('2.009', { orderId: 'T2' }), order('50')];
  const difference = (value: string): string => subtract(amount('53.018'), amount(value));
  it.each([
    ['2023-01', '53', 'huawei.per-settlement.truncate-2'],
    ['2023-01', '53.01', 'huawei.per-specification.truncate-2'],
    ['2020-01', '53.01', 'huawei.per-specification.truncate-2'],
  ])('in %s that made %s is named', async (period, net, policy) => {
    insertLines(rig.book, lines, { period });
    insertLines(rig.book, lines, { period, kind: 'statement' });
    const invoice = addInvoice(rig.book, { period, net });
    addPayment(rig.book, net, { [invoice]: net });
    for (const id of ['invoice.net', 'huawei.payments']) {
      const found = await check(id, period);
      expect(found).toMatchObject({
        status: 'fail',
        difference: difference(net),
        findings: [{ kind: 'rounding.other', amount: difference(net) }],
      });
      expect(found.findings[0]!.text).toContain(policy);
      expect(found.findings[0]!.text).toContain(eraOf(period, 'monthly').policy.id);
    }
  });

  it('is named where the statement is cut, though the months keep eight decimals', async () => {
    insertLines(rig.book, lines);
    insertLines(rig.book, [charge('53')], { kind: 'statement' });
    expect(await check('huawei.statement', '2023-09')).toMatchObject({ status: 'fail', findings: [{ kind: 'rounding.other' }] });
  });

  it('is named without a statement only where more than a cent was cut away, which nothing else does', async () => {
    insertLines(rig.book, lines);
    addInvoice(rig.book, { number: 'A', net: '53.01' });
    expect((await check('invoice.net', '2023-09')).findings).toEqual([]);
    insertLines(rig.book, lines, { period: '2023-08' });
    addInvoice(rig.book, { number: 'B', net: '53', period: '2023-08' });
    expect((await check('invoice.net', '2023-08')).findings.map((f) => f.kind)).toEqual(['rounding.other']);
  });

  it('is not looked for where details and statement differ: there a line is wrong', async () => {
    insertLines(rig.book, lines);
    insertLines(rig.book, [...lines.slice(1), charge('1.019', { orderId: 'T1' })], { kind: 'statement' });
    addInvoice(rig.book, { net: '53' });
    expect((await check('invoice.net', '2023-09')).findings.map((f) => f.kind)).not.toContain('rounding.other');
  });
});
