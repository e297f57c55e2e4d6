import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bill, charge, closeRig, type CloseRig } from '../../test/support/close-rig.ts';
import { addInvoice } from '../../test/support/documents.ts';
import { ParserPool } from '../../test/support/parser-pool.ts';
import { PLAIN_DOCUMENT } from '../../db/queries/invoices.ts';
import type { Failure } from '../../domain/result.ts';
import { recordNew } from '../invoices/record.ts';

const parsers = new ParserPool();
let rig: CloseRig;
beforeEach(() => (rig = closeRig(parsers)));
afterAll(() => parsers[Symbol.dispose]());
afterEach(() => rig.close());

const P = '2023-09';
const VERIFIED = { integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' };
const item = async (id: string, period = P) => (await rig.call('close/status', { period })).checklist.find((i) => i.id === id)!;
const invoice = (number = 'INV-1', net = '100', period: string | null = P, date = '2023-10-05') =>
  rig.call('invoices/add', { number, date, vendor: 'huawei', entity: 'SPARKOO_SG', currency: 'USD', net, tax: '0', period, issued: date });

describe('the checklist', () => {
  it('says what blocks, by name, and where it is mended', async () => {
    expect(await item('bills')).toMatchObject({
      state: 'blocking',
      place: 'import',
      text: { en: 'No bill of the period is in the book.' },
    });
    await rig.take(bill(charge('vol-1', '60'), charge('vol-2', '40')));
    expect(await item('bills')).toMatchObject({ state: 'done' });
    expect(await item('missing')).toMatchObject({ state: 'warning' });
    // A row whose columns do not add up fails a check.
    await rig.take(bill(charge('vol-3', '10', P, '11')), 'second.csv');
    expect(await item('checks')).toMatchObject({ state: 'blocking', place: 'checks' });
  });

  it('asks for the vendors of the months before', async () => {
    await rig.take(bill(charge('vol-1', '60')));
    await rig.take(bill(charge('vol-1', '60', '2023-11')), 'november.csv');
    rig.clock.now = new Date('2024-01-10T03:00:00.000Z');
    const october = (await item('bills', '2023-12')).text;
    expect(october.en).toBe('No bill of the period is in the book.');
    expect(await item('previous', '2023-12')).toMatchObject({
      state: 'warning',
      text: { en: '2023-11 is not closed.', zh: '2023-11 尚未关账。' },
    });
  });

  it('names money that is not allocated, invoices that are not issued, and rejected rows', async () => {
    await rig.take(bill(charge('vol-1', '100'), charge('vol-2', 'x')));
    addInvoice(rig.book, { number: 'B-1', stated: 'disputed', billed: '2023-10-03' });
    await rig.call('payments/add', { date: '2023-09-20', amount: '5', currency: 'USD', reference: 'TT-9' });
    expect(await item('rejected')).toMatchObject({ state: 'blocking', text: { en: 'Rejected rows that are not mended: 1 (bill.csv).' } });
    expect(await item('invoices')).toMatchObject({ state: 'blocking', text: { en: 'Not issued yet: B-1.' } });
    expect(await item('payments')).toMatchObject({ state: 'blocking', text: { en: 'Paid in the period and not allocated whole: TT-9.' } });
  });

  it('keeps a waiver for what it was given for', async () => {
    await rig.take(bill(charge('vol-1', '10', P, '11')));
    await rig.call('close/waive', { period: P, item: 'checks', reason: 'rounding of the vendor' });
    expect(await item('checks')).toMatchObject({ state: 'waived', waived: { reason: 'rounding of the vendor', who: 'ann' } });
    await rig.take(bill(charge('vol-2', '10', P, '12')), 'second.csv');
    expect(await item('checks')).toMatchObject({ state: 'blocking', waived: null });
    expect(await rig.refused('close/waive', { period: P, item: 'bank', reason: 'why' })).toBe('close.not-blocking');
  });
});

describe('signatures', () => {
  beforeEach(() => rig.take(bill(charge('vol-1', '100'))));

  it('are two persons’, unless the book says otherwise', async () => {
    await rig.call('close/sign', { period: P, role: 'prepared', who: 'Ann Lee' });
    expect(await rig.refused('close/sign', { period: P, role: 'approved', who: ' ann  lee ' })).toBe('close.same-person');
    const { settings } = await rig.call('close/status', { period: P });
    await rig.call('close/saveSettings', { ...settings, samePerson: true });
    expect((await rig.call('close/sign', { period: P, role: 'approved', who: 'Ann Lee' })).canLock).toBe(true);
  });

  it('are of the figures: other figures are signed anew', async () => {
    await rig.call('close/sign', { period: P, role: 'prepared', who: 'Ann Lee' });
    await rig.call('close/sign', { period: P, role: 'approved', who: 'Bo Tan' });
    await rig.take(bill(charge('vol-2', '1')), 'second.csv');
    const status = await rig.call('close/status', { period: P });
    expect(status.signoffs.map((s) => s.current)).toEqual([false, false]);
    expect(status.lacking[0]).toEqual({
      en: 'The figures changed since Ann Lee signed as prepared.',
      zh: 'Ann Lee 以“编制”身份签字后，数据已变化。',
    });
    expect(await rig.refused('close/lock', { period: P })).toBe('close.unsigned');
  });

  it('lack by name', async () => {
    expect((await rig.call('close/status', { period: P })).lacking.map((l) => l.en)).toEqual([
      'The signature “prepared” is missing.',
      'The signature “approved” is missing.',
    ]);
    await rig.call('close/sign', { period: P, role: 'prepared', who: 'Ann Lee' });
    expect((await rig.call('close/unsign', { period: P, role: 'prepared' })).signoffs).toEqual([]);
    expect(await rig.refused('close/unsign', { period: P, role: 'prepared' })).toBe('close.no-signature');
  });
});

describe('a closed period', () => {
  beforeEach(async () => {
    await rig.take(bill(charge('vol-1', '60'), charge('vol-2', '40')));
    await invoice();
  });

  it('has a certificate whose hash is over its bytes, the same however often it is written', async () => {
    const { close } = await rig.lock();
    const { text, sha256 } = await rig.call('close/certificate', { close: close!.id });
    expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(sha256);
    expect(close!.sha256).toBe(sha256);
    const certificate = JSON.parse(text) as Record<string, never[]> & { totals: unknown[] };
    expect(certificate.totals).toMatchObject([{ kind: 'detail', vendor: 'huawei', currency: 'USD', lines: 2, sums: { payable: '100' } }]);
    expect(certificate['inputs']).toMatchObject([{ file: 'bill.csv', rows: 2 }]);
    expect(certificate['documents']).toMatchObject([{ kind: 'invoice', number: 'INV-1', amount: '100' }]);
    expect(certificate['signoffs']).toMatchObject([
      { role: 'prepared', who: 'Ann Lee' },
      { role: 'approved', who: 'Bo Tan' },
    ]);
    const [json, pdf, again] = [
      await rig.written('export/closeCertificate', { close: close!.id, format: 'json' }),
      await rig.written('export/closeCertificate', { close: close!.id, format: 'pdf' }),
      await rig.written('export/closeCertificate', { close: close!.id, format: 'pdf' }),
    ];
    expect(json.toString('utf8')).toBe(text);
    expect(pdf.equals(again)).toBe(true);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await rig.call('close/verify', { close: close!.id })).toMatchObject({ intact: true, chain: true, holds: true, differences: [] });
    expect(rig.verify()).toEqual(VERIFIED);
  });

  it('is opened again with a reason, closed again, and keeps both certificates', async () => {
    const first = (await rig.lock()).close!;
    await rig.call('close/reopen', { period: P, reason: 'an invoice was late' });
    expect((await rig.call('close/status', { period: P })).state).toBe('open');
    await invoice('INV-2', '5');
    const second = (await rig.lock()).close!;
    const history = await rig.call('close/history', { period: P });
    expect(history.map((c) => [c.id, c.reopened?.reason ?? null])).toEqual([
      [second.id, null],
      [first.id, 'an invoice was late'],
    ]);
    const old = await rig.call('close/verify', { close: first.id });
    expect(old).toMatchObject({ intact: true, chain: true, holds: false });
    expect(old.differences).toContainEqual(expect.objectContaining({ area: 'documents', was: null, since: false }));
    expect(JSON.parse((await rig.call('close/certificate', { close: second.id })).text)).toMatchObject({ number: 2 });
    expect(await rig.refused('close/lock', { period: P })).toBe('close.locked');
    expect(rig.verify()).toEqual(VERIFIED);
  });

  it('lets later months pay its invoices, and says so', async () => {
    const { close } = await rig.lock();
    const payment = await rig.call('payments/add', {
      date: '2023-10-08',
      amount: '100',
      currency: 'USD',
      reference: 'TT-1',
      allocate: [{ invoice: 'INV-1', amount: '100' }],
    });
    const told = await rig.call('close/verify', { close: close!.id });
    expect(told.holds).toBe(true);
    expect(told.differences.length).toBeGreaterThan(0);
    expect(told.differences.every((d) => d.since)).toBe(true);
    await rig.call('payments/void', { id: payment.id, reason: 'twice' });
    // What the close counted cannot be taken away again, whatever its date.
    await rig.call('close/reopen', { period: P, reason: 'payment' });
    const again = await rig.call('payments/add', {
      date: '2023-10-09',
      amount: '100',
      currency: 'USD',
      reference: 'TT-2',
      allocate: [{ invoice: 'INV-1', amount: '100' }],
    });
    await rig.lock();
    expect(await rig.refused('payments/void', { id: again.id, reason: 'no' })).toBe('period.locked');
  });

  it('has its credit note booked in the month of its date', async () => {
    await rig.lock();
    await rig.call('invoices/credit', { number: 'INV-1', creditNumber: 'CN-1', date: '2023-10-08', net: '10', tax: '0', reason: 'refund' });
    expect((await rig.call('invoices/show', { number: 'CN-1' })).period).toBe('2023-10');
    expect(
      await rig.refused('invoices/credit', {
        number: 'INV-1',
        creditNumber: 'CN-2',
        date: '2023-10-05',
        net: '10',
        tax: '0',
        reason: 'refund',
      }),
    ).toBe('ok');
  });

  it('is found out where its certificate or its documents were changed behind the book’s back', async () => {
    const { close } = await rig.lock();
    rig.book.write.run('DROP TRIGGER period_close_kept');
    rig.book.write.run("UPDATE period_close SET certificate = replace(certificate, 'Bo Tan', 'Al Tan') WHERE id = ?", [close!.id]);
    expect(await rig.call('close/verify', { close: close!.id })).toMatchObject({ intact: false, holds: false });
    expect(JSON.stringify(rig.verify())).toContain('2023-09');
  });
});

describe('a late import', () => {
  beforeEach(async () => {
    await rig.take(bill(charge('vol-1', '60'), charge('vol-2', '40')));
    await invoice();
    await rig.lock();
  });

  it('is taken in, and shown as an adjustment until it is accepted', async () => {
    const { batch } = await rig.take(bill(charge('vol-9', '7.5')), 'late.csv');
    const { adjustments } = await rig.call('close/status', { period: P });
    expect(adjustments).toMatchObject([
      {
        batch,
        title: 'late.csv',
        lines: 1,
        state: 'open',
        sums: [{ what: 'bills', vendor: 'huawei', currency: 'USD', before: '100', after: '107.5' }],
      },
    ]);
    expect(adjustments[0]!.checks.map((c) => [c.from, c.to])).toContainEqual(['pass', 'fail']);
    expect(await rig.call('close/verify', { close: 1 })).toMatchObject({ intact: true, holds: false });
    // The next month waits for it.
    await rig.take(bill(charge('vol-1', '60', '2023-10')), 'october.csv');
    rig.clock.now = new Date('2023-11-10T03:00:00.000Z');
    expect(await item('adjustments', '2023-10')).toMatchObject({ state: 'blocking', canBeWaived: false });
    expect(await rig.refused('close/waive', { period: '2023-10', item: 'adjustments', reason: 'x' })).toBe('close.not-waived');
    await rig.call('close/accept', { adjustment: adjustments[0]!.id, note: 'credit asked for' });
    expect(await item('adjustments', '2023-10')).toMatchObject({ state: 'done' });
    expect(await rig.refused('close/accept', { adjustment: adjustments[0]!.id, note: 'again' })).toBe('close.adjustment-done');
    expect(rig.verify()).toEqual(VERIFIED);
  });

  it('adds up: a second one goes on from the first', async () => {
    await rig.take(bill(charge('vol-9', '7.5')), 'late.csv');
    await rig.take(bill(charge('vol-8', '0.5')), 'later.csv');
    expect((await rig.call('close/status', { period: P })).adjustments.map((a) => [a.sums[0]!.before, a.sums[0]!.after])).toEqual([
      ['100', '107.5'],
      ['107.5', '108'],
    ]);
  });

  it('can be taken back, unlike what the close counted', async () => {
    const { batch } = await rig.take(bill(charge('vol-9', '7.5')), 'late.csv');
    expect(await rig.refused('import/undo', { batch: 1 })).toBe('period.locked');
    await rig.call('import/undo', { batch: batch! });
    expect((await rig.call('close/status', { period: P })).adjustments).toMatchObject([{ state: 'undone' }]);
    expect(await rig.call('close/verify', { close: 1 })).toMatchObject({ holds: true });
    expect(rig.verify()).toEqual(VERIFIED);
  });

  it('of a document is an adjustment too, whoever imports it', async () => {
    const act = { write: rig.book.write, at: '2023-10-11T00:00:00.000Z', who: 'ann', today: '2023-10-11' };
    const facts = {
      ...PLAIN_DOCUMENT,
      vendor: 'huawei',
      number: 'E-1',
      kind: 'invoice',
      entity: null,
      date: '2023-10-02',
      due: null,
      period: P,
      currency: 'USD',
      net: '7',
      tax: '0',
      stated: 'unpaid',
      creditsId: null,
      note: '',
      source: 'einvoice',
      figures: {},
    } as const;
    rig.book.write.transaction(() => recordNew(act, 'einvoice/import', { ...facts }, { event: 'imported', reason: null }));
    const [adjustment] = (await rig.call('close/status', { period: P })).adjustments;
    expect(adjustment).toMatchObject({
      document: 'invoice:huawei:E-1',
      title: 'E-1',
      lines: 0,
      batch: null,
      sums: [{ what: 'invoices', before: null, after: '7' }],
    });
    expect(adjustment!.checks.length).toBeGreaterThan(0);
    expect(rig.verify()).toEqual(VERIFIED);
  });

  it('of another month, or without a new line, adjusts nothing', async () => {
    await rig.take(bill(charge('vol-1', '60', '2023-10')), 'october.csv');
    await rig.take(bill(charge('vol-1', '60'), charge('vol-2', '40')), 'again.csv');
    expect((await rig.call('close/status', { period: P })).adjustments).toEqual([]);
  });
});

it('refuses with what to do', async () => {
  await rig.take(bill(charge('vol-1', '100')));
  await rig.lock();
  const refused = await invoice().catch((error: unknown) => (error as Failure).error);
  expect(refused).toMatchObject({
    code: 'period.locked',
    message: '2023-09 is closed: this would change what it says.',
    details: { value: P, remedy: 'Book it in the next period, or reopen this one with a reason.' },
  });
});
