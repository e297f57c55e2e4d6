import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../contract/index.ts';
import { certificateRig, type CertificateRig } from './rig.ts';

let rig: CertificateRig;
beforeEach(async () => {
  rig = await certificateRig();
});
afterEach(() => {
  expect(rig.verify()).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  rig.close();
});

const party = (change: Partial<Input<'parties/save'>>): Input<'parties/save'> => ({
  id: null,
  kind: 'own',
  entity: null,
  name: 'Us Sdn. Bhd.',
  nameLocal: null,
  country: 'MY',
  region: null,
  status: 'registered',
  taxIds: [],
  addresses: [],
  contacts: [],
  bank: null,
  endpoint: null,
  ...change,
});
const received = (number: string, change: object = {}) => ({
  number,
  date: '2024-03-02',
  vendor: 'huawei' as const,
  entity: 'SPARKOO_SG',
  currency: 'USD',
  net: '6000',
  tax: '480',
  ...change,
});
const codes = (list: readonly { code: string }[]): string[] => list.map((remark) => remark.code);

describe('bad input', () => {
  beforeEach(async () => {
    await rig.call('invoices/add', received('HK', { entity: 'HWS_HK' }));
    await rig.call('invoices/add', received('TC', { vendor: 'tencent', entity: null }));
    await rig.call('invoices/add', received('TH', { currency: 'THB', net: '200000', tax: '14000' }));
  });
  it.each([
    [
      'a sum off by the last digit',
      {
        allocate: [
          { invoice: 'A', amount: '240' },
          { invoice: 'B', amount: '239.9999999999' },
        ],
      },
      'wht.pay-amount-places',
    ],
    [
      'a sum off by a cent',
      {
        allocate: [
          { invoice: 'A', amount: '240' },
          { invoice: 'B', amount: '239.99' },
        ],
      },
      'wht.sum',
    ],
    ['a date before the invoice', { date: '2024-03-01' }, 'wht.date-before-invoice'],
    ['a date in the future', { date: '2024-05-21' }, 'wht.date-future'],
    [
      'invoices of two entities',
      {
        allocate: [
          { invoice: 'A', amount: '240' },
          { invoice: 'HK', amount: '240' },
        ],
      },
      'wht.other-entity',
    ],
    [
      'invoices of two vendors',
      {
        allocate: [
          { invoice: 'A', amount: '240' },
          { invoice: 'TC', amount: '240' },
        ],
      },
      'wht.other-entity',
    ],
    ['another currency without an amount in it', { allocate: [{ invoice: 'TH' }] }, 'wht.pay-amount-missing'],
    ['two figures of one currency', { allocate: [{ invoice: 'A', amount: '480', payAmount: '479' }] }, 'wht.pay-amount-differs'],
    ['an invoice of the other side', { side: 'payee' as const }, 'wht.received'],
    ['no invoice', { allocate: [] }, 'wht.no-invoices'],
    ['no paper', { attach: [] }, 'wht.no-attachment'],
    ['a rate of nothing', { currency: 'MYR', allocate: [{ invoice: 'A', fx: { rate: '0', date: null, source: null } }] }, 'wht.rate'],
    ['a period that ends before it begins', { first: '2024-04-02', last: '2024-04-01' }, 'wht.period'],
    ['a remittance of tomorrow', { remitted: '2024-05-21' }, 'wht.remitted-future'],
    ['a day of submission in the future', { submitted: '2024-05-21' }, 'wht.submitted-future'],
    ['a day of submission before the paper', { submitted: '2024-04-09' }, 'wht.submitted-before'],
    ['a form that nobody knows', { form: 'MY-NONE' }, 'wht.form-unknown'],
    ["another country's form", { form: 'TH-50-TAWI' }, 'wht.form-country'],
    ['a party that is not there', { payerId: 99 }, 'party.not-found'],
  ] as const)('%s is refused, in words that say what to do, and leaves nothing behind', async (_what, change, code) => {
    const audit = rig.auditCount();
    expect(await rig.refusal('wht/add', rig.paper(change as Partial<Input<'wht/add'>>))).toBe(code);
    expect(rig.auditCount()).toBe(audit);
    expect(await rig.call('wht/list', {})).toEqual([]);
  });
  it('two vendors are told by their names where an invoice names no entity: the book’s own sells for Huawei Cloud alone', async () => {
    const over = (...invoices: string[]) => invoices.map((invoice) => ({ invoice, amount: '240' }));
    expect(await rig.attempt('wht/add', rig.paper({ allocate: over('A', 'TC') }))).toMatchObject({
      ok: false,
      error: { message: 'Invoice A is of SPARKOO_SG, invoice TC of tencent.' },
    });
  });
  it.each([
    [{ tax: '479.99' }, 'wht.income-sum'],
    [{ tax: '-480' }, 'wht.income-negative'],
    [{ base: '-6000' }, 'wht.income-negative'],
    [{ rate: '100.1' }, 'wht.income-rate'],
    [{ base: '479' }, 'wht.income-over'],
    [{ paid: '2024-05-21' }, 'wht.paid-future'],
  ])('an income line with %j', async (change, code) =>
    expect(await rig.refusal('wht/add', rig.paper({ income: [rig.line(change)] }))).toBe(code),
  );
  it('a second certificate of the number and issuer, and an invoice that is covered already', async () => {
    await rig.call('wht/add', rig.paper());
    expect(await rig.refusal('wht/add', rig.paper({ allocate: [{ invoice: 'B' }] }))).toBe('wht.duplicate');
    expect(await rig.refusal('wht/add', rig.paper({ number: 'W-2' }))).toBe('wht.invoice-taken');
    expect(await rig.refusal('wht/add', rig.paper({ draft: true, allocate: [] }))).toBe('wht.duplicate');
  });
  it('answers on days that cannot be', async () => {
    await rig.call('wht/add', rig.paper({ submitted: '2024-05-02' }));
    const answer = (date: string) => rig.refusal('wht/review', { number: 'W-1', decision: 'accept', date });
    expect(await answer('2024-05-21')).toBe('wht.decided-future');
    expect(await answer('2024-05-01')).toBe('wht.decided-before');
    expect(await rig.call('wht/review', { number: 'W-1', decision: 'accept', date: '2024-05-02' })).toMatchObject({
      decided: '2024-05-02',
    });
  });
});

describe('the paper whole', () => {
  it('is kept as printed: form, period, income, remittance, and the country of the book', async () => {
    const c = await rig.call(
      'wht/add',
      rig.paper({
        form: 'MY-CP37',
        first: '2024-03-01',
        last: '2024-03-31',
        remittance: 'R-77',
        remitted: '2024-04-05',
        income: [rig.line({ tax: '300', base: '6000', rate: '5', category: 'services' }), rig.line({ tax: '180', base: null, rate: null })],
      }),
    );
    expect(c).toMatchObject({
      country: 'MY',
      form: 'MY-CP37',
      first: '2024-03-01',
      remittance: 'R-77',
      remitted: '2024-04-05',
      submitted: '2024-05-20',
    });
    expect(c.income.map((line) => [line.base, line.rate, line.tax])).toEqual([
      ['6000', '5', '300'],
      [null, null, '180'],
    ]);
    expect((await rig.call('wht/list', { country: 'MY', form: 'MY-CP37' })).length).toBe(1);
    expect((await rig.call('wht/list', { country: 'TH' })).length).toBe(0);
  });
  it('converts by a dated rate, and shows the difference of an amount given beside it', async () => {
    const fx = { rate: '4.7315', date: '2024-04-01', source: 'BNM' };
    const by = await rig.call('wht/add', rig.paper({ total: '2271.12', currency: 'MYR', allocate: [{ invoice: 'A', fx }] }));
    expect(by.allocations[0]).toMatchObject({ payAmount: '480', fx, conversion: { converted: '480', difference: '0' } });
    const given = await rig.call(
      'wht/add',
      rig.paper({ number: 'W-2', total: '2271.12', currency: 'MYR', allocate: [{ invoice: 'B', payAmount: '479.5', fx }] }),
    );
    expect(given.allocations[0]).toMatchObject({ payAmount: '479.5', conversion: { converted: '480', difference: '-0.5' } });
  });
});

describe('the parties', () => {
  it('are those that fit, as they are called on that day', async () => {
    const us = await rig.call('parties/save', party({}));
    const them = await rig.call('parties/save', party({ kind: 'vendor', entity: 'SPARKOO_SG', name: 'Sparkoo SG', country: 'SG' }));
    await rig.call('wht/add', rig.paper());
    await rig.call('parties/save', { ...party({ name: 'Us Renamed' }), id: us.id });
    expect(await rig.call('wht/show', { number: 'W-1' })).toMatchObject({
      payerId: us.id,
      payer: { name: 'Us Sdn. Bhd.' },
      payeeId: them.id,
      payee: { name: 'Sparkoo SG' },
    });
    const none = await rig.call('wht/add', rig.paper({ number: 'W-2', allocate: [{ invoice: 'B' }], payeeId: null }));
    expect(none).toMatchObject({ payee: null, payer: { name: 'Us Renamed' } });
    expect(await rig.refusal('wht/add', rig.paper({ number: 'W-3', allocate: [{ invoice: 'C' }], payerId: them.id }))).toBe(
      'wht.party-kind',
    );
    expect(await rig.refusal('wht/add', rig.paper({ number: 'W-3', allocate: [{ invoice: 'C' }], payeeId: us.id }))).toBe('wht.party-kind');
  });
  it('with a tax number that is none of the registered ones are remarked, not refused', async () => {
    const them = party({
      kind: 'vendor',
      entity: 'SPARKOO_SG',
      name: 'Sparkoo SG',
      country: 'SG',
      taxIds: [{ scheme: 'GST', value: '2021-41109 n' }],
    });
    const saved = await rig.call('parties/save', them);
    const remarks = async (number: string, invoice: string) =>
      codes((await rig.call('wht/add', rig.paper({ number, allocate: [{ invoice }] }))).remarks).filter(
        (code) => code === 'wht.payee-tax-id',
      );
    expect(await remarks('W-1', 'A')).toEqual([]);
    await rig.call('parties/save', { ...them, id: saved.id, taxIds: [{ scheme: 'GST', value: '199912345K' }] });
    expect(await remarks('W-2', 'B')).toEqual(['wht.payee-tax-id']);
  });
  it('where a customer withheld from us: our issued invoice, the customer as payer', async () => {
    const us = await rig.call('parties/save', party({}));
    const customer = await rig.call('parties/save', party({ kind: 'customer', name: 'Harbour Ltd', country: 'KE' }));
    const other = await rig.call('parties/save', party({ kind: 'customer', name: 'Haven Ltd', country: 'KE' }));
    const numbers: string[] = [];
    for (const buyer of [customer, customer, other]) {
      const made = rig.issued(us.id, buyer.id, '2024-03-02', '1000');
      numbers.push(made);
    }
    const [one, two, three] = numbers as [string, string, string];
    const c = await rig.call('wht/add', rig.paper({ side: 'payee', total: '50', allocate: [{ invoice: one }] }));
    expect(c).toMatchObject({ side: 'payee', country: 'KE', payerId: customer.id, payeeId: us.id, eligibility: null });
    expect(await rig.call('invoices/show', { number: one })).toMatchObject({ withheld: '50' });
    const split = { side: 'payee' as const, number: 'W-2', total: '50' };
    const over = (a: string, b: string) => [
      { invoice: a, amount: '25' },
      { invoice: b, amount: '25' },
    ];
    expect(await rig.refusal('wht/add', rig.paper({ ...split, allocate: over(two, three) }))).toBe('wht.other-entity');
    expect(await rig.refusal('wht/add', rig.paper({ ...split, allocate: over(two, 'A') }))).toBe('wht.received');
    expect(await rig.refusal('wht/add', rig.paper({ number: 'W-2', allocate: [{ invoice: two }] }))).toBe('wht.issued');
  });
});

describe('settings', () => {
  it('are the guide’s own until they are set, with their audit entry', async () => {
    expect(await rig.call('wht/settings', {})).toEqual({
      partial: false,
      open: [],
      given: [
        { country: 'MY', entity: 'SPARKOO_SG' },
        { country: 'TH', entity: 'SPARKOO_TH' },
      ],
    });
    const audit = rig.auditCount();
    await rig.call('wht/saveSettings', {
      partial: true,
      open: [
        { country: 'KE', entity: 'SPARKOO_SG' },
        { country: 'KE', entity: 'SPARKOO_SG' },
      ],
    });
    expect(rig.auditCount()).toBe(audit + 1);
    expect(await rig.call('wht/settings', {})).toMatchObject({ partial: true, open: [{ country: 'KE', entity: 'SPARKOO_SG' }] });
    expect(await rig.refusal('wht/saveSettings', { partial: true, open: [{ country: 'KE', entity: 'NOBODY' }] })).toBe(
      'wht.settings-entity',
    );
  });
  it('let certificates share an invoice, never over its amount', async () => {
    await rig.call('payments/add', {
      date: '2024-03-20',
      amount: '6000',
      currency: 'USD',
      reference: 'TT',
      allocate: [{ invoice: 'A', amount: '6000' }],
    });
    await rig.call('wht/add', rig.paper({ total: '300' }));
    expect(await rig.refusal('wht/add', rig.paper({ number: 'W-2', total: '180' }))).toBe('wht.invoice-taken');
    await rig.call('wht/saveSettings', { partial: true, open: [] });
    expect(await rig.refusal('wht/add', rig.paper({ number: 'W-2', total: '180.01' }))).toBe('wht.over-open');
    await rig.call('wht/add', rig.paper({ number: 'W-2', total: '180' }));
    expect(await rig.call('invoices/show', { number: 'A' })).toMatchObject({ withheld: '480', open: '0', status: 'paid' });
    await rig.call('wht/saveSettings', { partial: false, open: [] });
    expect(await rig.refusal('wht/add', rig.paper({ number: 'W-3', total: '1' }))).toBe('wht.invoice-taken');
  });
  it('open the vendor’s form to further countries and entities', async () => {
    await rig.call('invoices/add', received('HK', { entity: 'HWS_HK' }));
    const at = { number: 'W-1' };
    expect(await rig.call('wht/add', rig.paper())).toMatchObject({ eligibility: { country: 'MY', entity: 'SPARKOO_SG', open: true } });
    const closed = await rig.call('wht/add', rig.paper({ number: 'W-2', allocate: [{ invoice: 'HK' }] }));
    expect(closed.eligibility).toEqual({ country: 'MY', entity: 'HWS_HK', open: false });
    expect(codes(closed.remarks)).toContain('wht.form-not-open');
    await rig.call('wht/saveSettings', { partial: false, open: [{ country: 'MY', entity: 'HWS_HK' }] });
    const open = await rig.call('wht/show', { number: 'W-2' });
    expect(open.eligibility?.open).toBe(true);
    expect(codes(open.remarks)).not.toContain('wht.form-not-open');
    expect((await rig.call('wht/show', at)).eligibility?.open).toBe(true);
  });
});

describe('days that make one wonder', () => {
  it('are remarked: a paper from before the payment, income outside the period', async () => {
    await rig.call('payments/add', {
      date: '2024-04-20',
      amount: '6000',
      currency: 'USD',
      reference: 'TT',
      allocate: [{ invoice: 'A', amount: '6000' }],
    });
    const c = await rig.call('wht/add', rig.paper({ first: '2024-03-01', last: '2024-03-31', income: [rig.line({ paid: '2024-04-20' })] }));
    expect(codes(c.remarks)).toEqual(expect.arrayContaining(['wht.date-before-payment', 'wht.paid-outside-period']));
    const later = await rig.call('wht/add', rig.paper({ number: 'W-2', allocate: [{ invoice: 'B' }], date: '2024-04-21' }));
    expect(codes(later.remarks)).not.toContain('wht.date-before-payment');
  });
});
