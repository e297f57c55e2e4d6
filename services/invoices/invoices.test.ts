import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentRig, SMALL_PDF } from './rig.ts';
import { upsertVendorInvoice, withdrawVendorInvoice, type VendorInvoice } from './vendor.ts';

let rig: ReturnType<typeof documentRig>;
beforeEach(() => {
  rig = documentRig();
});
afterEach(() => {
  expect(rig.verify()).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  rig.close();
});

const paper = {
  number: '000123',
  date: '2024-03-02',
  vendor: 'huawei',
  entity: 'SPARKOO_SG',
  currency: 'USD',
  net: '6000',
  tax: '480',
  due: '2024-04-01',
  period: '2024-02',
} as const;
const by = () => ({ at: rig.session.now(), who: 'ann', today: rig.session.today() });
const zilliz: VendorInvoice = {
  vendor: 'zilliz',
  number: 'inv-12312io23810o291',
  date: '2024-02-01',
  due: '2024-02-01',
  period: '2024-01',
  currency: 'RMB',
  net: '400',
  tax: '50',
  total: '450',
  status: 'unpaid',
  figures: { usageAmount: '524', creditsApplied: '124', amountDue: '450' },
  source: 'zilliz.invoices',
};

describe('adding', () => {
  it('makes an issued paper with total, history and audit', async () => {
    const before = rig.auditCount();
    const added = await rig.call('invoices/add', { ...paper, due: null, file: rig.file('invoice.pdf', SMALL_PDF) });
    expect(added).toMatchObject({
      number: '000123',
      total: '6480',
      open: '6480',
      paid: '0',
      withheld: '0',
      credited: '0',
      status: 'unpaid',
      kind: 'invoice',
      source: 'entered',
    });
    expect(added.history).toEqual([{ at: '2024-05-20T03:00:00.000Z', who: 'ann', event: 'added', from: null, to: 'unpaid', reason: null }]);
    expect(added.attachments).toMatchObject([{ name: 'invoice.pdf', type: 'application/pdf', size: SMALL_PDF.length }]);
    expect(rig.auditCount()).toBe(before + 1);
  });
  it('keeps the number as text and unique per vendor', async () => {
    await rig.call('invoices/add', paper);
    expect(await rig.refusal('invoices/add', paper)).toBe('invoice.duplicate');
    await rig.call('invoices/add', { ...paper, vendor: 'tencent' });
    expect(await rig.refusal('invoices/show', { number: '000123' })).toBe('invoice.ambiguous');
    expect((await rig.call('invoices/show', { number: '000123', vendor: 'tencent' })).vendor).toBe('tencent');
    expect(await rig.refusal('invoices/show', { number: '123' })).toBe('invoice.not-found');
  });
  it('makes a paper with nothing to pay free', async () =>
    expect(await rig.call('invoices/add', { ...paper, net: '0', tax: '0' })).toMatchObject({ status: 'free', open: '0' }));
  it.each([
    [{ net: '-100', tax: '0' }, 'invoice.negative'],
    [{ net: '0.12345678901' }, 'amount.too-precise'],
    [{ net: '1000000000000001' }, 'amount.too-large'],
    [{ net: '1000000000000000', tax: '1' }, 'amount.too-large'],
    [{ due: '2024-03-01' }, 'invoice.due-before-date'],
  ])('refuses %j', async (change, code) => {
    expect(await rig.refusal('invoices/add', { ...paper, ...change })).toBe(code);
    expect((await rig.call('invoices/list', {})).invoices).toEqual([]);
  });
  it('writes nothing when the file is not what it says', async () => {
    const before = rig.auditCount();
    expect(await rig.refusal('invoices/add', { ...paper, file: rig.file('invoice.pdf', 'MZ\u0090 this program') })).toBe('attachment.kind');
    expect(await rig.refusal('invoices/add', { ...paper, file: rig.file('invoice.zip', 'PK\u0003\u0004') })).toBe('attachment.kind');
    expect(rig.auditCount()).toBe(before);
    expect(await rig.refusal('invoices/show', { number: '000123' })).toBe('invoice.not-found');
  });
  it('refuses without an open book', async () => {
    rig.session.close();
    expect(await rig.refusal('invoices/add', paper)).toBe('book.none');
    expect(await rig.refusal('invoices/list', {})).toBe('book.none');
    rig.close();
    rig = documentRig();
  });
});

describe('lateness', () => {
  it('follows the due date and the day', async () => {
    await rig.call('invoices/add', { ...paper, due: '2024-05-20' });
    expect((await rig.call('invoices/show', { number: '000123' })).status).toBe('unpaid');
    rig.clock.now = new Date('2024-05-21T12:00:00Z');
    expect((await rig.call('invoices/show', { number: '000123' })).status).toBe('overdue');
  });
  it('gives Zilliz Cloud its fourteen days', () => {
    rig.book.write.transaction(() => upsertVendorInvoice(rig.book.write, by(), { ...zilliz, due: '2024-05-06' }));
    return rig
      .call('invoices/list', {})
      .then((l) => expect(l.invoices[0]!.status).toBe('unpaid'))
      .then(() => {
        rig.clock.now = new Date('2024-05-21T12:00:00Z');
        return rig.call('invoices/list', { status: 'overdue' }).then((l) => expect(l.invoices).toHaveLength(1));
      });
  });
});

describe('credit notes and voiding', () => {
  it('reduce the invoice and close it when nothing is left', async () => {
    await rig.call('invoices/add', paper);
    const partly = await rig.call('invoices/credit', {
      number: '000123',
      creditNumber: 'CN-1',
      date: '2024-03-10',
      net: '1000',
      tax: '80',
      reason: 'unsubscribed',
    });
    expect(partly).toMatchObject({ credited: '1080', open: '5400' });
    expect(await rig.call('invoices/show', { number: 'CN-1' })).toMatchObject({
      kind: 'credit-note',
      net: '-1000',
      tax: '-80',
      total: '-1080',
      open: '0',
      status: 'paid',
      credits: '000123',
      period: '2024-02',
    });
    expect(
      await rig.refusal('invoices/credit', {
        number: '000123',
        creditNumber: 'CN-2',
        date: '2024-03-10',
        net: '5400',
        tax: '0.01',
        reason: 'x',
      }),
    ).toBe('invoice.over-credit');
    const closed = await rig.call('invoices/credit', {
      number: '000123',
      creditNumber: 'CN-2',
      date: '2024-03-10',
      net: '5000',
      tax: '400',
      reason: 'all of it',
    });
    expect(closed).toMatchObject({ open: '0', status: 'paid' });
    expect(closed.history.map((h) => h.event)).toEqual(['added', 'credited', 'credited', 'settled']);
    const sums = (await rig.call('invoices/list', {})).byStatus;
    expect(sums).toEqual([{ status: 'paid', currency: 'USD', count: 3, total: '0', open: '0' }]);
    const reopened = await rig.call('invoices/void', { number: 'CN-2', reason: 'entered twice' });
    expect(reopened.status).toBe('void');
    expect(await rig.call('invoices/show', { number: '000123' })).toMatchObject({ open: '5400', status: 'overdue' });
  });
  it('may come after the payment: the vendor then owes', async () => {
    await rig.call('invoices/add', paper);
    await rig.call('payments/add', {
      date: '2024-03-05',
      amount: '6480',
      currency: 'USD',
      reference: 'TT-1',
      allocate: [{ invoice: '000123', amount: '6480' }],
    });
    expect(
      await rig.call('invoices/credit', {
        number: '000123',
        creditNumber: 'CN-1',
        date: '2024-03-10',
        net: '100',
        tax: '8',
        reason: 'unsubscribed',
      }),
    ).toMatchObject({ open: '-108', status: 'paid' });
  });
  it('voiding keeps the record, gives payments back and waits for certificates and credit notes', async () => {
    await rig.call('invoices/add', paper);
    await rig.call('payments/add', {
      date: '2024-03-05',
      amount: '100',
      currency: 'USD',
      reference: 'TT-1',
      allocate: [{ invoice: '000123', amount: '60' }],
    });
    await rig.call('invoices/credit', { number: '000123', creditNumber: 'CN-1', date: '2024-03-10', net: '10', tax: '0', reason: 'x' });
    expect(await rig.refusal('invoices/void', { number: '000123', reason: 'x' })).toBe('invoice.credited');
    await rig.call('invoices/void', { number: 'CN-1', reason: 'x' });
    const v = await rig.call('invoices/void', { number: '000123', reason: 'wrong customer' });
    expect(v).toMatchObject({ status: 'void', open: '0', allocations: [] });
    expect(v.history.at(-1)).toMatchObject({ event: 'voided', from: 'overdue', to: 'void', reason: 'wrong customer' });
    expect((await rig.call('payments/list', {}))[0]).toMatchObject({ allocated: '0', left: '100', allocations: [] });
    expect(await rig.refusal('invoices/void', { number: '000123', reason: 'x' })).toBe('invoice.status');
    expect(await rig.call('invoices/add', { ...paper, net: '7000', tax: '560' })).toMatchObject({ total: '7560', status: 'overdue' });
    expect((await rig.call('invoices/show', { number: '000123' })).history.map((h) => h.event)).toEqual([
      'added',
      'credited',
      'voided',
      'entered-anew',
    ]);
  });
  it('nothing can delete a document', () => {
    rig.book.write.transaction(() => upsertVendorInvoice(rig.book.write, by(), zilliz));
    expect(() => rig.book.write.run('DELETE FROM invoice')).toThrow(/voided, never deleted/);
  });
});

describe('a bill on its way', () => {
  const put = (change: Partial<VendorInvoice> = {}) =>
    rig.book.write.transaction(() => upsertVendorInvoice(rig.book.write, by(), { ...zilliz, ...change }));
  const number = zilliz.number;

  it('is imported once, in ISO words, and re-import changes nothing', async () => {
    expect(put().outcome).toBe('new');
    const audit = rig.auditCount();
    expect(put().outcome).toBe('unchanged');
    expect(rig.auditCount()).toBe(audit);
    expect(await rig.call('invoices/show', { number })).toMatchObject({
      currency: 'CNY',
      net: '400',
      tax: '50',
      total: '450',
      open: '450',
      figures: { usageAmount: '524' },
    });
  });
  it('is confirmed, disputed and issued', async () => {
    put({ status: 'unconfirmed' });
    expect(await rig.call('invoices/dispute', { number, reason: 'wrong hours' })).toMatchObject({ status: 'disputed' });
    expect(await rig.refusal('invoices/dispute', { number, reason: 'again' })).toBe('invoice.status');
    expect(
      await rig.refusal('payments/add', {
        date: '2024-03-05',
        amount: '450',
        currency: 'CNY',
        reference: 'R',
        allocate: [{ invoice: number, amount: '450' }],
      }),
    ).toBe('invoice.not-payable');
    expect(await rig.call('invoices/confirm', { number })).toMatchObject({ status: 'issuing' });
    expect(put({ status: 'unconfirmed' }).outcome).toBe('unchanged');
    const issued = await rig.call('invoices/issue', { number, date: '2024-05-19' });
    expect(issued).toMatchObject({ status: 'unpaid', date: '2024-05-19', due: '2024-05-19' });
    expect(issued.history.map((h) => [h.event, h.from, h.to])).toEqual([
      ['imported', null, 'to-confirm'],
      ['disputed', 'to-confirm', 'disputed'],
      ['confirmed', 'disputed', 'issuing'],
      ['issued', 'issuing', 'unpaid'],
    ]);
  });
  it("follows the vendor's newer word with a history entry, but not past what is laid against it", async () => {
    put({ status: 'unbilled' });
    expect(put({ net: '410', total: '460', status: 'unpaid' }).outcome).toBe('updated');
    expect((await rig.call('invoices/show', { number })).history.at(-1)).toMatchObject({
      event: 'restated',
      from: 'unbilled',
      to: 'unpaid',
      reason: 'net 400 → 410; stated unbilled → unpaid',
    });
    await rig.call('payments/add', {
      date: '2024-03-05',
      amount: '460',
      currency: 'CNY',
      reference: 'R',
      allocate: [{ invoice: number, amount: '460' }],
    });
    expect(() => put({ net: '500', total: '550' })).toThrow(/payments, certificates or credit notes/);
    expect(put({ net: '410', total: '460', status: 'paid' }).outcome).toBe('updated');
    expect(() => withdrawVendorInvoice(rig.book.write, by(), { vendor: 'zilliz', number })).toThrow(/against it/);
  });
  it('refuses figures that do not add up and words that it does not know', () => {
    expect(() => put({ total: '451' })).toThrow(/not net 400 \+ tax 50/);
    expect(() => put({ status: 'pending' })).toThrow(/not a known invoice status/);
    expect(() => put({ currency: 'yuan' })).toThrow(/not a currency code/);
  });
  it('goes with its undone import and comes back with the next; one voided by hand stays void', async () => {
    put();
    rig.book.write.transaction(() => withdrawVendorInvoice(rig.book.write, by(), { vendor: 'zilliz', number }));
    expect((await rig.call('invoices/show', { number })).status).toBe('void');
    expect(put().outcome).toBe('new');
    expect((await rig.call('invoices/show', { number })).status).toBe('overdue');
    await rig.call('invoices/void', { number, reason: 'not ours' });
    expect(put().outcome).toBe('unchanged');
  });
});

describe('links, files and lists', () => {
  it('links to a period and back', async () => {
    await rig.call('invoices/add', { ...paper, period: null });
    expect((await rig.call('invoices/link', { number: '000123', period: '2024-03' })).period).toBe('2024-03');
    expect((await rig.call('invoices/list', { period: '2024-03' })).invoices).toHaveLength(1);
    const off = await rig.call('invoices/link', { number: '000123', period: null });
    expect(off.history.map((h) => h.reason)).toEqual([null, 'to 2024-03', 'no longer to 2024-03']);
  });
  it('attaches a picture or PDF, and saves it again byte for byte', async () => {
    await rig.call('invoices/add', paper);
    const { attachments } = await rig.call('invoices/attach', { number: '000123', file: rig.file('scan.pdf', SMALL_PDF) });
    const target = rig.target('out.pdf');
    expect(await rig.call('wht/saveAttachment', { attachment: attachments[0]!.id, target: target.token })).toEqual({
      file: 'out.pdf',
      bytes: SMALL_PDF.length,
    });
    expect(readFileSync(target.path, 'latin1')).toBe(SMALL_PDF);
    expect(await rig.refusal('wht/saveAttachment', { attachment: 99, target: target.token })).toBe('attachment.not-found');
  });
  it('sums per status and currency over the filter without its status', async () => {
    await rig.call('invoices/add', paper);
    await rig.call('invoices/add', { ...paper, number: 'B', due: null, currency: 'EUR' });
    await rig.call('invoices/add', { ...paper, number: 'C', due: null, net: '0.1', tax: '0.2' });
    const list = await rig.call('invoices/list', { status: 'unpaid', search: '' });
    expect(list.invoices.map((i) => i.number).toSorted()).toEqual(['B', 'C']);
    expect(list.byStatus).toEqual([
      { status: 'unpaid', currency: 'EUR', count: 1, total: '6480', open: '6480' },
      { status: 'unpaid', currency: 'USD', count: 1, total: '0.3', open: '0.3' },
      { status: 'overdue', currency: 'USD', count: 1, total: '6480', open: '6480' },
    ]);
  });
});
