import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentRig } from '../invoices/rig.ts';

let rig: ReturnType<typeof documentRig>;
beforeEach(() => {
  rig = documentRig({ country: 'AE', entity: 'HWS_HK' });
});
afterEach(() => rig.close());

const invoice = (number: string, change: object = {}) =>
  rig.call('invoices/add', {
    number,
    date: '2024-04-15',
    vendor: 'huawei',
    entity: 'HWS_HK',
    currency: 'USD',
    net: '1000.01',
    tax: '0',
    ...change,
  });
const quarter = { from: '2024-04-01', to: '2024-06-30' };
const sheet = (change: object = {}) => rig.call('selfAccount/worksheet', { ...quarter, ...change });
const setRate = (change: object = {}) =>
  rig.call('selfAccount/setRate', { country: 'AE', from: '2018-01-01', ratePct: '5', box: 'Box 3 and 10', ...change });
const fx = (rate: string, period = '2024-04') => rig.call('bills/setRate', { period, from: 'USD', to: 'AED', rate });

describe('the worksheet', () => {
  it('has no tax before a rate is set, and says the printed one as a hint', async () => {
    await invoice('A-1');
    const { rows, totals } = await sheet();
    expect(rows).toMatchObject([
      {
        number: 'A-1',
        country: 'AE',
        treatment: 'reverse_charge',
        code: 'VAT',
        rule: 'AE-04',
        basis: 'rule',
        base: '1000.01',
        rate: null,
        hintPct: '5',
        tax: null,
        local: { currency: 'AED', rate: null, base: null, tax: null },
      },
    ]);
    expect(totals).toMatchObject([
      { currency: 'AED', local: true, base: { whole: null, known: '0', missing: 1 }, tax: { whole: null, missing: 1 } },
      { currency: 'USD', local: false, base: { whole: '1000.01', missing: 0 }, tax: { whole: null, known: '0', missing: 1 } },
    ]);
  });

  it('takes base × the user’s rate, and the converted base × the rate in the local currency', async () => {
    await invoice('A-1');
    await invoice('A-2', { date: '2024-06-30', net: '0.01' });
    await setRate();
    await fx('3.6725');
    const { rows, totals } = await sheet();
    // 1000.01 × 5 % = 50.0005; 1000.01 × 3.6725 = 3672.536725, × 5 % of 3672.54 = 183.627.
    expect(rows[0]).toMatchObject({
      tax: '50',
      policy: 'tax.half-up-2',
      rate: { ratePct: '5', from: 'own' },
      local: { rate: '3.6725', origin: 'entered', base: '3672.54', tax: '183.63', policy: 'tax.half-up-2' },
      box: 'Box 3 and 10',
    });
    expect(rows[1]).toMatchObject({ tax: '0', local: { rate: null, tax: null } });
    expect(totals).toMatchObject([
      { local: true, tax: { whole: null, known: '183.63', missing: 1 } },
      { local: false, count: 2, base: { whole: '1000.02' }, tax: { whole: '50', missing: 0 } },
    ]);
  });

  it('prefers the invoice’s own rate of exchange', async () => {
    await invoice('A-1', { fx: { currency: 'AED', rate: '3.67', date: null } });
    await setRate();
    await fx('3.6725');
    expect((await sheet()).rows[0]).toMatchObject({ local: { rate: '3.67', origin: 'invoice', base: '3670.04', tax: '183.5' } });
  });

  it('changes the rate on its first day, and knows none after its last', async () => {
    await setRate({ to: '2024-04-14' });
    await setRate({ from: '2024-04-16', ratePct: '9' });
    await invoice('B-14', { date: '2024-04-14' });
    await invoice('B-15', { date: '2024-04-15' });
    await invoice('B-16', { date: '2024-04-16' });
    expect((await sheet()).rows.map((r) => r.rate?.ratePct ?? null)).toEqual(['5', null, '9']);
  });

  it('takes both days of the range in, leaves void documents out and counts credit notes below zero', async () => {
    await setRate();
    for (const [number, date] of [
      ['C-1', '2024-03-31'],
      ['C-2', '2024-04-01'],
      ['C-3', '2024-05-15'],
      ['C-4', '2024-05-20'],
    ] as const)
      await invoice(number, { date, net: '100' });
    await rig.call('invoices/void', { number: 'C-3', reason: 'twice' });
    await rig.call('invoices/credit', {
      number: 'C-4',
      creditNumber: 'CN-4',
      date: '2024-05-20',
      net: '40',
      tax: '0',
      reason: 'part back',
    });
    const { rows, totals } = await sheet({ to: '2024-05-20' });
    expect(rows.map((r) => [r.number, r.base, r.tax])).toEqual([
      ['C-2', '100', '5'],
      ['C-4', '100', '5'],
      ['CN-4', '-40', '-2'],
    ]);
    expect(totals.find((t) => !t.local)).toMatchObject({ count: 3, base: { whole: '160' }, tax: { whole: '8' } });
  });

  it('lists apart what names no entity, and what no rule is printed for; naming the entity brings the first in', async () => {
    await invoice('D-1', { entity: null });
    await invoice('D-2', { entity: 'SPARKOO_TH' });
    const before = await sheet();
    expect(before).toMatchObject({ rows: [], entityMissing: [{ number: 'D-1', hand: true }], noRule: [{ number: 'D-2', country: 'AE' }] });
    await rig.call('selfAccount/setEntity', { number: 'D-1', entity: 'HWS_HK' });
    expect(await sheet()).toMatchObject({ rows: [{ number: 'D-1', rule: 'AE-04' }], entityMissing: [] });
    expect(await rig.refusal('selfAccount/setEntity', { number: 'D-2', entity: 'NOBODY' })).toBe('self-account.entity');
    expect(rig.verify()).toMatchObject({ totals: 'ok', auditChain: 'ok' });
  });

  it.each([
    ['a rate over the whole', { ratePct: '101' }, 'self-account.rate'],
    ['days that are turned', { to: '2017-12-31' }, 'self-account.days'],
    ['taking away what is not there', { ratePct: null }, 'self-account.no-rate'],
  ])('refuses %s', async (_name, change, code) =>
    expect(await rig.refusal('selfAccount/setRate', { country: 'AE', from: '2018-01-01', ratePct: '5', ...change })).toBe(code),
  );

  it('forgets a rate, with an entry in the audit trail', async () => {
    await setRate();
    const entries = rig.auditCount();
    expect(await setRate({ ratePct: null })).toEqual([]);
    expect(rig.auditCount()).toBe(entries + 1);
  });

  it('is written as CSV, XLSX and PDF, each on the list of exports', async () => {
    await invoice('E-1');
    await invoice('E-2', { entity: null });
    await setRate();
    await fx('3.6725');
    for (const format of ['csv', 'xlsx', 'pdf'] as const) {
      const { token, path } = rig.target(`w.${format}`);
      const written = await rig.call('export/self-account', { ...quarter, format, target: token, language: 'en' });
      expect(written.bytes).toBe(readFileSync(path).length);
    }
    const [head, row] = readFileSync(rig.target('w.csv').path, 'utf8').split('\r\n');
    expect(head).toContain('Tax to self-account');
    expect(row).toContain('Reverse charge');
    expect(row).toContain('183.63');
    expect(rig.book.read.all('SELECT what, state FROM export')).toMatchObject(
      Array.from({ length: 3 }, () => ({ what: 'reverse-charge worksheet 2024-04-01 2024-06-30', state: 'done' })),
    );
  });
});

describe('a VAT collector', () => {
  it('pays the tax that stands on the invoice, converted as it is', async () => {
    rig.close();
    rig = documentRig({ country: 'ID', entity: 'SPARKOO_ID', customerStatus: 'vat_collector' });
    await rig.call('invoices/add', {
      number: 'ID-1',
      date: '2024-04-15',
      vendor: 'huawei',
      entity: 'SPARKOO_ID',
      currency: 'USD',
      net: '100',
      tax: '11',
      fx: { currency: 'IDR', rate: '16000', date: null },
    });
    expect((await sheet()).rows).toMatchObject([
      {
        treatment: 'charged_customer_remits',
        rate: { ratePct: '11', from: 'document' },
        tax: '11',
        local: { currency: 'IDR', base: '1600000', tax: '176000' },
      },
    ]);
  });
});
