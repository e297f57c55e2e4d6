import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentRig } from './rig.ts';
import { upsertVendorInvoice, type VendorInvoice } from './vendor.ts';

let rig: ReturnType<typeof documentRig>;
beforeEach(() => {
  rig = documentRig();
});
afterEach(() => {
  expect(rig.verify()).toMatchObject({ auditChain: 'ok', totals: 'ok' });
  rig.close();
});

const bill: VendorInvoice = {
  vendor: 'zilliz',
  number: 'inv-1',
  date: '2024-09-01',
  due: null,
  billed: '2024-09-01',
  period: '2024-08',
  currency: 'RMB',
  net: '400',
  tax: '50',
  status: 'unconfirmed',
  figures: {},
  source: 'zilliz.invoices',
};
const number = bill.number;
const on = (day: string): void => void (rig.clock.now = new Date(`${day}T03:00:00.000Z`));
const by = () => ({ at: rig.session.now(), who: 'ann', today: rig.session.today() });
const put = (change: Partial<VendorInvoice> = {}) =>
  rig.book.write.transaction(() => upsertVendorInvoice(rig.book.write, by(), { ...bill, ...change }));
const show = () => rig.call('invoices/show', { number });

describe('a bill confirmed by the rule', () => {
  it('is being issued the day after its window, though nobody acted and nothing ran', async () => {
    on('2024-09-01');
    put();
    on('2024-09-04');
    expect((await show()).status).toBe('to-confirm');
    on('2024-09-05');
    const now = await show();
    expect(now.status).toBe('issuing');
    expect(now.byRule).toEqual([{ date: '2024-09-05', event: 'confirmed-itself', from: 'to-confirm', to: 'issuing' }]);
    expect(now.history.map((h) => h.event)).toEqual(['imported']);
    expect(await rig.refusal('invoices/dispute', { number, reason: 'late' })).toBe('invoice.status');
    expect(await rig.refusal('invoices/confirm', { number })).toBe('invoice.status');
  });
  it('keeps its day on record from the next act on', async () => {
    on('2024-09-01');
    put();
    on('2024-09-09');
    const issued = await rig.call('invoices/issue', { number, date: '2024-09-09', termDays: 30 });
    expect(issued).toMatchObject({ status: 'unpaid', issued: '2024-09-09', due: '2024-10-09', termDays: 30 });
    expect(issued.history.at(-1)).toMatchObject({ event: 'issued', from: 'issuing', to: 'unpaid' });
    // A holiday that is entered afterwards does not move what was acted on.
    await rig.call('calendar/edit', { country: 'CN', days: [{ date: '2024-09-02', kind: 'holiday', name: 'late news' }] });
    expect((await show()).byRule).toEqual([{ date: '2024-09-05', event: 'confirmed-itself', from: 'to-confirm', to: 'issuing' }]);
    on('2024-10-24');
    expect(await show()).toMatchObject({ status: 'overdue' });
    expect((await show()).byRule.at(-1)).toEqual({ date: '2024-10-24', event: 'fell-overdue', from: 'unpaid', to: 'overdue' });
  });
});

describe('acts', () => {
  it('dispute and withdrawal stop the window and let it run on', async () => {
    on('2024-09-03');
    put();
    await rig.call('invoices/dispute', { number, reason: 'wrong hours' });
    on('2024-09-19');
    expect((await show()).status).toBe('disputed');
    const back = await rig.call('invoices/withdraw', { number, reason: 'explained by finance' });
    expect(back.status).toBe('to-confirm');
    expect(back.history.at(-1)).toMatchObject({
      event: 'dispute-withdrawn',
      from: 'disputed',
      to: 'to-confirm',
      reason: 'explained by finance',
    });
    expect(back.timeline.find((t) => t.step === 'confirm-by')).toMatchObject({ date: '2024-09-23', basis: 'rule' });
    on('2024-09-23');
    expect((await show()).status).toBe('to-confirm');
    on('2024-09-24');
    expect((await show()).status).toBe('issuing');
    expect(await rig.refusal('invoices/withdraw', { number, reason: 'x' })).toBe('invoice.status');
  });
  it('failed issuing begins the wait anew', async () => {
    on('2024-09-02');
    put();
    await rig.call('invoices/confirm', { number });
    on('2024-09-06');
    const failed = await rig.call('invoices/fail', { number, reason: 'title misspelt' });
    expect(failed.status).toBe('issuing');
    expect(failed.timeline.find((t) => t.step === 'expected')).toMatchObject({ date: '2024-09-09', until: '2024-09-11', basis: 'rule' });
    expect(failed.history.at(-1)).toMatchObject({ event: 'issuing-failed', reason: 'title misspelt' });
    expect(await rig.refusal('invoices/fail', { number, reason: 'x', date: '2024-09-07' })).toBe('invoice.day-ahead');
    expect(await rig.refusal('invoices/fail', { number, reason: 'x', date: '2024-08-31' })).toBe('invoice.before-bill');
    expect(await rig.refusal('invoices/issue', { number, date: '2024-08-31' })).toBe('invoice.before-bill');
    expect(await rig.refusal('invoices/issue', { number, date: '2024-09-30' })).toBe('invoice.day-ahead');
  });
  it('the day of the bill can be recorded ahead, and counts when it comes', async () => {
    on('2024-08-20');
    put({ status: 'unbilled', billed: null });
    expect(await rig.call('invoices/bill', { number, date: '2024-09-01' })).toMatchObject({ status: 'unbilled', billed: '2024-09-01' });
    on('2024-09-01');
    expect((await show()).status).toBe('to-confirm');
    expect((await show()).byRule.map((e) => e.event)).toEqual(['appeared']);
    expect(await rig.call('invoices/bill', { number, date: '2024-08-30' })).toMatchObject({ status: 'to-confirm', billed: '2024-08-30' });
  });
  it('day of issue and term move the due date, also of what the vendor called overdue', async () => {
    on('2024-09-30');
    put({ status: 'overdue', due: '2024-09-05' });
    expect(await show()).toMatchObject({ status: 'overdue', issued: '2024-09-05' });
    const later = await rig.call('invoices/schedule', { number, termDays: 45, reason: 'contract of May' });
    expect(later).toMatchObject({ status: 'unpaid', issued: '2024-09-05', due: '2024-10-20', termDays: 45 });
    expect(await rig.refusal('invoices/schedule', { number, issued: '2024-10-01', reason: 'x' })).toBe('invoice.day-ahead');
  });
});

describe('the import', () => {
  it('sets the day of the bill, and of issue where the due date gives it; the same again changes nothing', async () => {
    on('2024-09-20');
    expect(put({ status: 'unpaid', due: '2024-09-09' }).outcome).toBe('new');
    expect(await show()).toMatchObject({ billed: '2024-09-01', issued: '2024-09-09', status: 'unpaid' });
    expect(put({ status: 'unpaid', due: '2024-09-09' }).outcome).toBe('unchanged');
  });
  it('believes the vendor that a bill has not appeared, and its day to come', async () => {
    on('2024-09-20');
    put({ status: 'unbilled' });
    expect(await show()).toMatchObject({ status: 'unbilled', billed: null });
    put({ number: 'inv-2', status: 'unbilled', billed: '2024-10-01' });
    on('2024-10-01');
    expect(await rig.call('invoices/show', { number: 'inv-2' })).toMatchObject({ status: 'to-confirm', billed: '2024-10-01' });
  });
  it('takes back a confirmation by the rule that the vendor does not know of', async () => {
    on('2024-09-02');
    put();
    on('2024-09-06');
    expect((await show()).status).toBe('issuing');
    expect(put({ status: 'disputed' }).outcome).toBe('updated');
    expect((await show()).timeline.map((t) => t.step)).toEqual(['billed', 'disputed']);
    const back = await rig.call('invoices/withdraw', { number, reason: 'cleared' });
    // One day is left at least: Monday.
    expect(back.timeline.find((t) => t.step === 'confirm-by')?.date).toBe('2024-09-09');
    expect(put({ status: 'unpaid', due: '2024-09-12' }).outcome).toBe('updated');
    expect(await show()).toMatchObject({ status: 'unpaid', issued: '2024-09-12' });
  });
  it('takes the agreed term into account, and tells no day before the bill', async () => {
    on('2024-10-20');
    const terms = {
      country: 'CN',
      confirmDays: 3,
      issueDays: { least: 1, most: 3 },
      dunningDays: 14,
      recycleDays: 1,
      from: null,
      until: null,
      reason: 'contract',
    };
    await rig.call('calendar/setTerms', { vendor: 'zilliz', terms: { ...terms, termDays: 30 } });
    put({ status: 'unpaid', due: '2024-10-09' });
    expect((await show()).issued).toBe('2024-09-09');
    put({ number: 'inv-2', status: 'unpaid', due: '2024-09-09' });
    expect((await rig.call('invoices/show', { number: 'inv-2' })).issued).toBeNull();
  });
  it('keeps what a person set', async () => {
    on('2024-09-20');
    put({ status: 'unpaid', due: '2024-09-09' });
    await rig.call('invoices/schedule', { number, issued: '2024-09-10', termDays: 30, reason: 'contract' });
    expect(put({ status: 'unpaid', due: '2024-09-09' }).outcome).toBe('unchanged');
    expect(await show()).toMatchObject({ issued: '2024-09-10', due: '2024-10-10', termDays: 30 });
  });
});

describe('what is due', () => {
  const paper = { vendor: 'huawei', currency: 'USD', net: '100', tax: '8', entity: 'SPARKOO_SG' } as const;
  beforeEach(async () => {
    on('2024-09-03');
    put();
    put({ number: 'inv-2', status: 'unpaid', due: '2024-08-25', billed: '2024-08-01' });
    await rig.call('invoices/add', { ...paper, number: 'A', date: '2024-08-01', due: '2024-09-03' });
    await rig.call('invoices/add', { ...paper, number: 'B', date: '2024-08-01', due: '2024-09-30', currency: 'EUR' });
    await rig.call('invoices/add', { ...paper, number: 'C', date: '2024-08-01' });
  });
  const lines = async (input: Parameters<typeof rig.call<'invoices/due'>>[1] = {}) =>
    (await rig.call('invoices/due', input)).items.map((i) => `${i.date ?? '-'} ${i.days ?? '-'} ${i.group} ${i.kind} ${i.number}`);

  it('lists by day, late first and undated last', async () => {
    expect(await lines()).toEqual([
      '2024-08-25 -9 overdue pay inv-2',
      '2024-09-03 0 today pay A',
      '2024-09-04 1 week confirm inv-1',
      '2024-09-08 5 week dunning inv-2',
      '2024-09-09 6 week frozen inv-2',
      '2024-09-10 7 week recycle inv-2',
      '2024-09-30 27 month pay B',
      '- - undated pay C',
    ]);
    expect((await lines({ within: 0 })).length).toBe(2);
    expect(await lines({ until: '2024-09-04', kinds: ['confirm'] })).toEqual(['2024-09-04 1 week confirm inv-1']);
    expect((await lines({ vendor: 'huawei' })).length).toBe(3);
  });
  it('adds up what is to be paid per currency, consequences never', async () => {
    expect((await rig.call('invoices/due', {})).sums).toEqual([
      { group: 'overdue', currency: 'CNY', amount: '450', count: 1 },
      { group: 'today', currency: 'USD', amount: '108', count: 1 },
      { group: 'month', currency: 'EUR', amount: '108', count: 1 },
      { group: 'undated', currency: 'USD', amount: '108', count: 1 },
    ]);
  });
  it('asks for the certificate of withheld tax, 60 days from the payment in Malaysia', async () => {
    await rig.call('payments/add', {
      date: '2024-09-02',
      amount: '100',
      currency: 'USD',
      reference: 'T',
      allocate: [{ invoice: 'A', amount: '100' }],
    });
    const due = await rig.call('invoices/due', { kinds: ['certificate'] });
    expect(due.items).toMatchObject([{ number: 'A', date: '2024-11-01', days: 59, group: 'later', amount: '8', assumed: true }]);
  });
});

it('asks a VAT collector in Indonesia for the proof of VAT until it was sent', async () => {
  const other = documentRig({ country: 'ID', entity: 'SPARKOO_ID', customerStatus: 'vat_collector' });
  try {
    other.clock.now = new Date('2024-09-03T03:00:00.000Z');
    await other.call('invoices/add', {
      number: 'A',
      vendor: 'huawei',
      entity: 'SPARKOO_ID',
      currency: 'IDR',
      net: '100',
      tax: '11',
      date: '2024-08-01',
      due: '2024-09-03',
    });
    await other.call('payments/add', {
      date: '2024-09-02',
      amount: '111',
      currency: 'IDR',
      reference: 'T',
      allocate: [{ invoice: 'A', amount: '111' }],
    });
    expect((await other.call('invoices/due', {})).items).toMatchObject([
      { kind: 'vat-proof', date: '2024-10-02', amount: '11', assumed: true },
    ]);
    const sent = await other.call('invoices/vatProof', { number: 'A', date: '2024-09-03' });
    expect(sent.history.at(-1)).toMatchObject({ event: 'vat-proof-sent', reason: '2024-09-03' });
    expect((await other.call('invoices/due', {})).items).toEqual([]);
    expect(await other.refusal('invoices/vatProof', { number: 'A', date: '2024-09-04' })).toBe('invoice.day-ahead');
    expect(other.verify()).toMatchObject({ auditChain: 'ok', totals: 'ok' });
  } finally {
    other.close();
  }
});
