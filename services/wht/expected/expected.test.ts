import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addInvoice, addPayment } from '../../../test/support/documents.ts';
import { party } from '../../../test/support/making-rig.ts';
import { documentRig, SMALL_PDF } from '../../invoices/rig.ts';
import { expectedIn } from './derive.ts';

let rig: ReturnType<typeof documentRig>;
beforeEach(async () => {
  rig = documentRig();
  for (const number of ['A', 'B', 'C'])
    await rig.call('invoices/add', {
      number,
      date: '2024-03-02',
      vendor: 'huawei',
      entity: 'SPARKOO_SG',
      currency: 'USD',
      net: '100',
      tax: '8',
      period: '2024-02',
    });
});
afterEach(() => {
  expect(rig.verify()).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  rig.close();
});

const pay = (invoice: string, amount: string, date = '2024-03-10') =>
  rig.call('payments/add', { date, amount, currency: 'USD', reference: `T-${invoice}-${date}`, allocate: [{ invoice, amount }] });
const certify = (invoice: string, total: string, number = `W-${invoice}`) =>
  rig.call('wht/add', {
    number,
    issuer: 'LHDN',
    date: '2024-04-10',
    total,
    currency: 'USD',
    allocate: [{ invoice }],
    attach: [rig.file('w.pdf', SMALL_PDF)],
  });
const states = async (input: Parameters<typeof rig.call<'wht/expected'>>[1] = {}) =>
  (await rig.call('wht/expected', input)).rows.map((row) => `${row.invoice} ${row.state}`);
const record = (kind: 'rate' | 'remitted' | 'filed' | 'not-due' | 'written-off', invoices: string[], more: object = {}) =>
  rig.call('wht/recordStep', { kind, invoices: invoices.map((invoice) => ({ invoice })), ...more });

describe('expected certificates', () => {
  it('go from to come to accepted', async () => {
    expect(await states()).toEqual(['A to-come', 'B to-come', 'C to-come']);
    await pay('A', '100');
    await pay('B', '108');
    expect(await states()).toEqual(['A overdue', 'C to-come']);
    await record('remitted', ['A'], { date: '2024-04-01', reference: 'CP37D-1' });
    expect(await states()).toEqual(['A expected', 'C to-come']);
    await certify('A', '8');
    expect(await states()).toEqual(['A submitted', 'C to-come']);
    await rig.call('wht/review', { number: 'W-A', decision: 'refuse', reason: 'name' });
    expect(await states()).toEqual(['A refused', 'C to-come']);
    await certify('A', '8', 'W-A2');
    await rig.call('wht/review', { number: 'W-A2', decision: 'accept' });
    expect(await states()).toEqual(['A accepted', 'C to-come']);
  });

  it('are filtered and added up per state and currency', async () => {
    await pay('A', '100');
    await pay('B', '95');
    await rig.call('invoices/add', {
      number: 'E',
      date: '2024-03-02',
      vendor: 'tencent',
      currency: 'EUR',
      net: '50',
      tax: '0',
      period: '2024-03',
    });
    await pay('C', '100', '2024-05-01');
    const all = await rig.call('wht/expected', {});
    expect(all.sums).toEqual([
      { state: 'to-come', currency: 'EUR', count: 1, amount: '0', unknown: 1 },
      { state: 'expected', currency: 'USD', count: 1, amount: '8', unknown: 0 },
      { state: 'overdue', currency: 'USD', count: 2, amount: '21', unknown: 0 },
    ]);
    expect(await states({ states: ['overdue'] })).toEqual(['A overdue', 'B overdue']);
    expect((await rig.call('wht/expected', { states: ['overdue'] })).sums).toEqual(all.sums);
    expect(await states({ vendor: 'tencent' })).toEqual(['E to-come']);
    expect(await states({ period: '2024-03' })).toEqual(['E to-come']);
    expect(await states({ side: 'payee' })).toEqual([]);
    expect(await states({ country: 'PK' })).toEqual([]);
    expect(await states({ search: 'sparkoo' })).toEqual(['A overdue', 'B overdue', 'C expected']);
    expect(await states({ finding: 'no-certificate' })).toEqual(['A overdue', 'B overdue', 'C expected']);
    expect(await states({ invoice: { invoice: 'B' } })).toEqual(['B overdue']);
    expect(await states({ asOf: '2024-05-01' })).toEqual(['A expected', 'B expected', 'C expected', 'E to-come']);
    expect(await states({ asOf: '2024-03-01' })).toEqual([]);
  });

  it('age by group, what is to come apart, currencies apart', async () => {
    await pay('A', '100');
    await pay('B', '100', '2024-03-25');
    const { groups } = await rig.call('wht/ageing', { by: 'vendor' });
    expect(groups).toEqual([
      {
        key: 'huawei',
        currency: 'USD',
        cells: [
          { bucket: 'to-come', count: 1, amount: '0', unknown: 1 },
          { bucket: 'within-7', count: 1, amount: '8', unknown: 0 },
          { bucket: 'late-30', count: 1, amount: '8', unknown: 0 },
        ],
        open: '16',
        late: '8',
        count: 2,
      },
    ]);
    expect((await rig.call('wht/ageing', { by: 'country' })).groups.map((g) => g.key)).toEqual(['MY']);
    expect((await rig.call('wht/ageing', { by: 'period' })).groups.map((g) => g.key)).toEqual(['2024-02']);
    expect((await rig.call('wht/ageing', { by: 'counterparty' })).groups.map((g) => g.key)).toEqual(['SPARKOO_SG']);
  });

  it('say the same as the list of what is due', async () => {
    await pay('A', '100');
    await record('remitted', ['A'], { date: '2024-04-01' });
    await pay('B', '100');
    const due = (await rig.call('invoices/due', { kinds: ['certificate'] })).items.map((i) => [
      i.number,
      i.date,
      i.days,
      i.amount,
      i.assumed,
    ]);
    const board = (await rig.call('wht/expected', { states: ['expected', 'overdue', 'refused', 'received'] })).rows;
    expect(due).toEqual([
      ['B', '2024-05-09', -11, '8', true],
      ['A', '2024-05-31', 11, '8', false],
    ]);
    expect(board.map((r) => [r.invoice, r.evidence?.date, r.days, r.missing, r.evidence?.assumed]).toReversed()).toEqual(due);
    await record('not-due', ['B'], { reason: 'borne by us' });
    expect((await rig.call('invoices/due', { kinds: ['certificate'] })).items.map((i) => i.number)).toEqual(['A']);
  });

  it('takes a certificate of residence on the day of payment, and the rate that was set', async () => {
    const pk = documentRig({ country: 'PK' });
    try {
      await pk.call('invoices/add', {
        number: 'P',
        date: '2024-03-02',
        vendor: 'huawei',
        entity: 'SPARKOO_SG',
        currency: 'USD',
        net: '100',
        tax: '13',
        period: '2024-02',
      });
      const one = async () => (await pk.call('wht/expected', {})).rows[0];
      expect(await one()).toMatchObject({ rule: 'PK-03', basis: 'rule', tax: '10', state: 'to-come' });
      await pk.call('residence/add', {
        entity: 'SPARKOO_SG',
        partyId: null,
        residence: 'SG',
        forCountry: 'PK',
        number: 'COR-1',
        validFrom: '2024-01-01',
        validTo: '2024-12-31',
        note: '',
        file: null,
      });
      expect(await one()).toMatchObject({ rule: 'PK-05', basis: 'treaty', tax: '10' });
      await pk.call('wht/recordStep', { kind: 'rate', invoices: [{ invoice: 'P' }], rate: '5', reason: 'exemption order' });
      expect(await one()).toMatchObject({ basis: 'own', tax: '5' });
    } finally {
      pk.close();
    }
  });
});

describe('many invoices, and those made here', () => {
  /** Papers put straight into the store: no entry of the audit trail stands behind them. */
  let bare: ReturnType<typeof documentRig>;
  beforeEach(() => {
    bare = documentRig();
  });
  afterEach(() => bare.close());

  it('are answered with a fixed number of queries, and again from memory', () => {
    const { read, write } = bare.book;
    write.run('BEGIN');
    for (let i = 0; i < 2000; i++) addInvoice(bare.book, { number: `I-${i}`, entity: 'SPARKOO_SG' });
    write.run('COMMIT');
    let asked = 0;
    const counted = new Proxy(read, {
      get: (target, name) => {
        const value = Reflect.get(target, name, target) as unknown;
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          asked++;
          return (value as (...a: unknown[]) => unknown).apply(target, args);
        };
      },
    });
    expect(expectedIn(counted, '2024-05-20').length).toBe(2000);
    expect(asked).toBeLessThan(15);
    const first = expectedIn(read, '2024-05-20');
    expect(expectedIn(read, '2024-05-20')).toBe(first);
    expect(expectedIn(read, '2024-05-21')).not.toBe(first);
    write.run("UPDATE invoice SET stated = 'void' WHERE number = 'I-7'");
    expect(expectedIn(read, '2024-05-21').length).toBe(1999);
  });

  it('an invoice made here is held against the rule of its buyer, less its credit notes', () => {
    const buyer = { ...party('customer', 'Contoh', 'PK'), endpoint: null } as unknown as NonNullable<
      Parameters<typeof addInvoice>[1]
    >['buyer'];
    const id = addInvoice(bare.book, { number: 'S-1', vendor: 'other', direction: 'issued', net: '120', buyer });
    addInvoice(bare.book, { number: 'S-1C', vendor: 'other', direction: 'issued', kind: 'credit-note', net: '-20', creditsId: id, buyer });
    expect(expectedIn(bare.book.read, '2024-05-20')).toEqual([]);
    addPayment(bare.book, '90', { [id]: '90' });
    expect(expectedIn(bare.book.read, '2024-05-20')).toMatchObject([
      { side: 'payee', country: 'PK', counterparty: 'Contoh', base: '100', total: '100', ratePct: '10', withheld: '10', state: 'overdue' },
    ]);
  });
});

describe('steps', () => {
  it('are recorded on several invoices at once, each with its own entry, or on none', async () => {
    const before = rig.auditCount();
    const made = await record('remitted', ['A', 'B', 'A'], { date: '2024-04-01', reference: 'R-1' });
    expect(made.map((s) => `${s.invoice} ${s.kind} ${s.date} ${s.reference}`)).toEqual([
      'A remitted 2024-04-01 R-1',
      'B remitted 2024-04-01 R-1',
    ]);
    expect(rig.auditCount()).toBe(before + 2);
    expect(
      await rig.refusal('wht/recordStep', { kind: 'remitted', invoices: [{ invoice: 'C' }, { invoice: 'A' }], date: '2024-04-02' }),
    ).toBe('wht.step-there');
    expect(await rig.call('wht/steps', { invoice: 'C' })).toEqual([]);
  });
  it('are withdrawn with a reason, once, and stay on record', async () => {
    const [step] = await record('written-off', ['A'], { reason: 'lost' });
    expect(await rig.refusal('wht/recordStep', { kind: 'not-due', invoices: [{ invoice: 'A' }], reason: 'x' })).toBe('wht.step-there');
    await rig.call('wht/withdrawStep', { id: step!.id, reason: 'found' });
    expect(await rig.refusal('wht/withdrawStep', { id: step!.id, reason: 'again' })).toBe('wht.step-withdrawn');
    expect(await rig.refusal('wht/withdrawStep', { id: 99, reason: 'x' })).toBe('wht.step-not-found');
    expect(await rig.call('wht/steps', { invoice: 'A' })).toMatchObject([
      { kind: 'written-off', withdrawn: { who: 'ann', reason: 'found' } },
    ]);
    await record('not-due', ['A'], { reason: 'x' });
  });
  it.each([
    ['a day to come', { kind: 'filed', date: '2024-05-21' }, 'wht.step-ahead'],
    ['a rate that is missing', { kind: 'rate', reason: 'x' }, 'wht.step-rate'],
    ['a rate over the whole', { kind: 'rate', rate: '100.1', reason: 'x' }, 'wht.step-rate'],
    ['a rate on another step', { kind: 'filed', rate: '8' }, 'wht.step-rate'],
    ['a decision without reason', { kind: 'not-due' }, 'wht.step-reason'],
    ['a rate without reason', { kind: 'rate', rate: '8' }, 'wht.step-reason'],
    ['an unknown invoice', { kind: 'filed', invoices: [{ invoice: 'Z' }] }, 'invoice.not-found'],
  ] as const)('refuse %s', async (_name, input, code) =>
    expect(
      await rig.refusal('wht/recordStep', { invoices: [{ invoice: 'A' }], ...input } as Parameters<typeof rig.call<'wht/recordStep'>>[1]),
    ).toBe(code),
  );
  it('refuse a void invoice', async () => {
    await rig.call('invoices/void', { number: 'A', reason: 'x' });
    expect(await rig.refusal('wht/recordStep', { kind: 'filed', invoices: [{ invoice: 'A' }] })).toBe('invoice.not-payable');
  });
  it('that were changed behind the back are found', async () => {
    await record('filed', ['A']);
    rig.book.write.run("UPDATE wht_step SET date = '2020-01-01'");
    expect(rig.verify()).toMatchObject({ totals: 'step 1 of withheld tax is not as the audit trail recorded it' });
    rig.book.write.run("UPDATE wht_step SET date = '2024-05-20'");
  });
});
