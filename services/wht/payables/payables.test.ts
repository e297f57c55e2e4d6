import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { statementRig, type StatementRig } from '../../statements/rig.ts';

const PDF = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n';
let rig: StatementRig;
beforeEach(() => {
  rig = statementRig();
});
afterEach(() => {
  expect(rig.verify()).toMatchObject({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  rig.close();
});

const rate = (percent: string, ...numbers: string[]) =>
  rig.call('wht/recordStep', {
    invoices: numbers.map((invoice) => ({ invoice })),
    kind: 'rate',
    date: '2024-03-02',
    rate: percent,
    reason: 'contract',
  });
const certify = (number: string, total: string, change: object = {}) =>
  rig.call('wht/add', {
    number,
    date: '2024-04-10',
    total,
    currency: 'USD',
    allocate: [{ invoice: 'A' }],
    attach: [rig.file('w.pdf', PDF)],
    ...change,
  });
const settlement = (number = 'A') => rig.call('invoices/settlement', { number });
const checked = async (id: string) => (await rig.call('reconcile/run', { period: '2024-02' })).checks.find((c) => c.check === id);
const PERIOD = { period: '2024-02', due: '2024-04-01' };

describe('an invoice of Malaysia: 100 and 8 % service tax, 8 % withheld', () => {
  beforeEach(async () => {
    await rig.invoice('A', '2024-03-02', '100', '8', PERIOD);
    await rate('8', 'A');
  });
  it('has 100 to be paid, and 8 for a certificate', async () => {
    expect(await settlement()).toMatchObject({
      total: '108',
      net: '100',
      expected: '8',
      openCash: '100',
      openCertificates: '8',
      match: 'pending',
    });
    expect(await rig.call('payments/netPayable', { direction: 'received', currency: 'USD' })).toEqual([
      expect.objectContaining({ invoice: 'A', openCash: '100', openCertificates: '8', expected: '8', ratePct: '8' }),
    ]);
    expect(await rig.call('payments/netPayable', { direction: 'issued', currency: 'USD' })).toEqual([]);
    expect(await rig.call('payments/netPayable', { direction: 'received', currency: 'EUR' })).toEqual([]);
  });
  it('paid net and certified is paid, and its total was never less', async () => {
    const { id } = await rig.pay('P1', '2024-03-10', '100', [{ invoice: 'A', amount: '100' }]);
    expect(await rig.call('payments/settles', { id })).toEqual([
      expect.objectContaining({ invoice: 'A', cash: '100', withheld: '8', gross: '108', base: '100', indirectTax: '8', kind: 'net' }),
    ]);
    expect(await rig.call('payments/netPayable', { direction: 'received', currency: 'USD' })).toEqual([]);
    // Without its own share the payment could be laid anew.
    expect(await rig.call('payments/netPayable', { direction: 'received', currency: 'USD', without: id })).toMatchObject([
      { openCash: '100' },
    ]);
    await certify('W1', '8');
    expect(await settlement()).toMatchObject({ paid: '108', open: '0', match: 'exact', difference: '0' });
    expect(await rig.call('invoices/show', { number: 'A' })).toMatchObject({ total: '108', status: 'paid', paid: '100', withheld: '8' });
    expect(await checked('wht.expected')).toMatchObject({ status: 'pass', left: '8', right: '8' });
  });
  it('tells withheld tax apart from overdue cash in ageing, statement and due list', async () => {
    await rig.pay('P1', '2024-03-10', '50', [{ invoice: 'A', amount: '50' }]);
    const { rows, items } = await rig.call('invoices/ageing', { asOf: '2024-05-20', items: true });
    expect(rows).toMatchObject([{ buckets: ['0', '0', '54', '0', '0'], awaited: '4', total: '58' }]);
    expect(items).toMatchObject([{ open: '58', awaited: '4', bucket: 2 }]);
    const range = { vendor: 'huawei' as const, from: '2024-03-01', to: '2024-05-20' };
    expect((await rig.call('invoices/statement', range)).statements).toMatchObject([{ closing: '58', awaited: '4', fx: [] }]);
    const pays = async () => (await rig.call('invoices/due', {})).items.filter((i) => i.kind === 'pay').map((i) => i.amount);
    expect(await pays()).toEqual(['54']);
    await rig.pay('P2', '2024-03-11', '50', [{ invoice: 'A', amount: '50' }]);
    expect(await pays()).toEqual([]);
    expect((await rig.call('invoices/ageing', { asOf: '2024-05-20', items: true })).items).toMatchObject([
      { awaited: '8', bucket: 'awaited' },
    ]);
    // The day before the second payment knows nothing of it.
    expect((await rig.call('invoices/ageing', { asOf: '2024-03-10' })).rows).toMatchObject([{ awaited: '4', total: '58' }]);
  });
  it('a draft is withheld nowhere', async () => {
    await rig.pay('P1', '2024-03-10', '100', [{ invoice: 'A', amount: '100' }]);
    await certify('W1', '8', { draft: true });
    expect(await settlement()).toMatchObject({ open: '8', certified: '0', drafts: '8', uncertified: '8', match: 'pending' });
    expect(await rig.call('invoices/show', { number: 'A' })).toMatchObject({
      withheld: '0',
      open: '8',
      allocations: [{ kind: 'payment' }],
    });
    expect((await rig.call('invoices/ageing', { asOf: '2024-05-20' })).rows).toMatchObject([{ awaited: '8', total: '8' }]);
    expect((await rig.call('invoices/statement', { vendor: 'huawei', from: '2024-03-01', to: '2024-05-20' })).statements).toMatchObject([
      { closing: '8', sums: { certificate: '0' } },
    ]);
    expect(await checked('wht.allocations')).toBeUndefined();
    expect(await checked('wht.withheld')).toMatchObject({ status: 'missing', left: '8', right: null });
    expect(await checked('wht.expected')).toMatchObject({ status: 'missing', left: '8', right: null });
    expect((await rig.call('bills/summary', { period: '2024-02' })).payments).toMatchObject([
      { paid: '100', withheld: '0', remaining: '8' },
    ]);
    await rig.call('wht/submit', { number: 'W1' });
    expect(await checked('wht.expected')).toMatchObject({ status: 'pass' });
    expect((await rig.call('bills/summary', { period: '2024-02' })).payments).toMatchObject([
      { paid: '100', withheld: '8', remaining: '0' },
    ]);
  });
  it.each([
    ['100', '7', 'fail', '1', 'short of what the rules say', 'short by 1'],
    ['98', '10', 'fail', '-2', 'over what the rules say', 'over by 2'],
    ['100', '7.99', 'explained', '0.01', 'rounding', 'short by 0.01'],
  ])('paid %s and certified %s: the check says %s by %s', async (cash, certified, status, difference, words, line) => {
    await rig.pay('P1', '2024-03-10', cash, [{ invoice: 'A', amount: cash }]);
    await certify('W1', certified);
    const check = await checked('wht.expected');
    expect(check).toMatchObject({ status, difference, explanation: expect.stringContaining(words) });
    expect(check!.arithmetic[0]).toBe(`A: 100 × 8 % = 8; certificates ${certified}: ${line}`);
  });
  it('paid gross owes no certificate, and the check says what the rule would have held', async () => {
    await rig.pay('P1', '2024-03-10', '108', [{ invoice: 'A', amount: '108' }]);
    expect(await settlement()).toMatchObject({ open: '0', withheld: '0', match: 'not-withheld' });
    expect(await checked('wht.expected')).toMatchObject({ status: 'missing', left: '8' });
  });
  it('certified in ringgit counts in dollars, and both differences stand on lines of their own', async () => {
    await rig.call('bills/setRate', { period: '2024-03', from: 'USD', to: 'MYR', rate: '4.7' });
    await rig.pay('P1', '2024-03-10', '100', [{ invoice: 'A', amount: '100' }]);
    await certify('W1', '37.84', {
      currency: 'MYR',
      allocate: [{ invoice: 'A', payAmount: '8', fx: { rate: '4.72', date: '2024-04-10', source: 'LHDN' } }],
    });
    const s = await settlement();
    expect(s).toMatchObject({ paid: '108', open: '0', match: 'exact' });
    // 37.84 ÷ 4.72 = 8.0169…; 8 × 4.7 = 37.6.
    expect(s.lines.filter((l) => l.kind.endsWith('-rate')).map((l) => [l.kind, l.value, l.currency])).toEqual([
      ['own-rate', '-0.02', 'USD'],
      ['payment-rate', '0.24', 'MYR'],
    ]);
    const { statements } = await rig.call('invoices/statement', { vendor: 'huawei', from: '2024-03-01', to: '2024-05-20' });
    expect(statements).toMatchObject([
      {
        closing: '0',
        sums: { certificate: '-8', payment: '-100' },
        fx: [
          { kind: 'own-rate', certificate: 'W1', invoice: 'A', difference: '-0.02' },
          { kind: 'payment-rate', difference: '0.24', currency: 'MYR' },
        ],
      },
    ]);
    const { bytes } = await rig.written('export/statement', { vendor: 'huawei', from: '2024-03-01', to: '2024-05-20', format: 'xlsx' });
    expect(bytes.length).toBeGreaterThan(1000);
  });
});

it('a cent is left where a paper was rounded, and named; the shares themselves leave none', async () => {
  await rig.invoice('A', '2024-03-02', '559.75', '0', PERIOD);
  await rate('10', 'A');
  const { net, expected } = await settlement();
  expect([net, expected]).toEqual(['503.77', '55.98']);
  await rig.pay('P1', '2024-03-10', '251.88', [{ invoice: 'A', amount: '251.88' }]);
  await rig.pay('P2', '2024-03-11', '251.89', [{ invoice: 'A', amount: '251.89' }]);
  const { shares } = await settlement();
  expect(shares.map((s) => [s.base, s.withheld])).toEqual([
    ['279.87', '27.99'],
    ['279.88', '27.99'],
  ]);
  await certify('W1', '55.97');
  expect(await settlement()).toMatchObject({ open: '0.01', rounding: true, openCash: '0', openCertificates: '0.01' });
});

it('refuses to settle a credit note', async () => {
  await rig.invoice('A', '2024-03-02', '100', '8', PERIOD);
  await rig.call('invoices/credit', { number: 'A', creditNumber: 'C', date: '2024-03-05', net: '50', tax: '4', reason: 'refund' });
  expect(await rig.refusal('invoices/settlement', { number: 'C' })).toBe('settlement.credit-note');
  await rate('8', 'A');
  expect(await settlement()).toMatchObject({ credited: '54', net: '50', expected: '4', open: '54' });
});

it('without a known rate what was paid short is taken as withheld, as the expected certificates say', async () => {
  await rig.invoice('A', '2024-03-02', '100', '8', PERIOD);
  expect(await rig.call('payments/netPayable', { direction: 'received', currency: 'USD' })).toEqual([]);
  await rig.pay('P1', '2024-03-10', '100', [{ invoice: 'A', amount: '100' }]);
  expect(await settlement()).toMatchObject({ ratePct: null, expected: null, withheld: '8', uncertified: '8', kind: 'presumed' });
  const { rows } = await rig.call('wht/expected', { asOf: '2024-05-20' });
  expect(rows).toMatchObject([{ invoice: 'A', missing: '8' }]);
  // The due list goes on asking for it: the rest may just as well be unpaid.
  expect((await rig.call('invoices/due', {})).items.find((i) => i.kind === 'pay')).toMatchObject({ amount: '8' });
  expect(await checked('wht.expected')).toBeUndefined();
});
