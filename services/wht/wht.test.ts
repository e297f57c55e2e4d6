import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentRig, SMALL_PDF } from '../invoices/rig.ts';
import { makeZip } from './zip-rig.ts';

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
      net: '6000',
      tax: '480',
      period: '2024-02',
    });
});
afterEach(() => {
  expect(rig.verify()).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  rig.close();
});

const pdf = (name = 'certificate.pdf'): string => rig.file(name, SMALL_PDF);
const paper = (change: object = {}) => ({
  number: 'W-1',
  issuer: 'LHDN',
  date: '2024-04-10',
  total: '480',
  currency: 'USD',
  allocate: [{ invoice: 'A' }],
  attach: [pdf()],
  ...change,
});

describe('recording a certificate', () => {
  it('prefills the only invoice, lowers what is open and keeps the file', async () => {
    const c = await rig.call('wht/add', paper());
    expect(c).toMatchObject({
      number: 'W-1',
      generated: false,
      status: 'submitted',
      remarks: [],
      allocations: [{ invoice: 'A', invoiceCurrency: 'USD', invoiceTotal: '6480', invoiceNet: '6000', amount: '480', payAmount: '480' }],
    });
    expect(c.attachments).toMatchObject([{ name: 'certificate.pdf', type: 'application/pdf' }]);
    expect(await rig.call('invoices/show', { number: 'A' })).toMatchObject({
      withheld: '480',
      open: '6000',
      status: 'unpaid',
      allocations: [{ kind: 'certificate', reference: 'W-1', amount: '480', currency: 'USD' }],
    });
  });
  it('converts into the payment currency and settles with the payment', async () => {
    await rig.call('payments/add', {
      date: '2024-03-20',
      amount: '18000',
      currency: 'USD',
      reference: 'TT-1',
      allocate: ['A', 'B', 'C'].map((invoice) => ({ invoice, amount: '6000' })),
    });
    await rig.call(
      'wht/add',
      paper({
        total: '6854.4',
        currency: 'MYR',
        allocate: ['A', 'B', 'C'].map((invoice) => ({ invoice, amount: '2284.8', payAmount: '480' })),
      }),
    );
    const { byStatus } = await rig.call('invoices/list', {});
    expect(byStatus).toEqual([{ status: 'paid', currency: 'USD', count: 3, total: '19440', open: '0' }]);
    expect((await rig.call('invoices/show', { number: 'C' })).history.at(-1)).toMatchObject({
      event: 'settled',
      reason: 'certificate W-1',
    });
  });
  it.each([
    [
      {
        allocate: [
          { invoice: 'A', amount: '300' },
          { invoice: 'B', amount: '179.99' },
        ],
      },
      'wht.sum',
    ],
    [{ allocate: [{ invoice: 'A', amount: '480' }, { invoice: 'B' }] }, 'wht.amount-missing'],
    [{ date: '2024-05-21' }, 'wht.date-future'],
    [{ date: '2024-03-01' }, 'wht.date-before-invoice'],
    [{ currency: 'MYR' }, 'wht.pay-amount-missing'],
    [{ total: '6480.01' }, 'wht.over-open'],
    [{ currency: 'MYR', allocate: [{ invoice: 'A', payAmount: '480.001' }] }, 'wht.pay-amount-places'],
    [{ total: '0' }, 'amount.not-positive'],
    [{ allocate: [{ invoice: 'Z' }] }, 'invoice.not-found'],
    [{ allocate: [{ invoice: 'A', amount: '-480' }] }, 'amount.not-positive'],
  ])('refused (%#) %j leaves nothing behind', async (change, code) => {
    const audit = rig.auditCount();
    expect(await rig.refusal('wht/add', paper({ number: null, ...change }))).toBe(code);
    expect(await rig.call('wht/list', {})).toEqual([]);
    expect(rig.auditCount()).toBe(audit);
    expect(await rig.call('wht/nextNumber', {})).toEqual({ number: 'TB-WHT-000001' });
  });
  it('does not take an invoice twice, nor its number', async () => {
    await rig.call('wht/add', paper());
    expect(await rig.refusal('wht/add', paper({ number: 'W-2', total: '10' }))).toBe('wht.invoice-taken');
    expect(await rig.refusal('wht/add', paper({ allocate: [{ invoice: 'B' }] }))).toBe('wht.duplicate');
    await rig.call('wht/add', paper({ issuer: 'Other', allocate: [{ invoice: 'B' }] }));
    expect(await rig.refusal('wht/show', { number: 'W-1' })).toBe('wht.ambiguous');
    expect((await rig.call('wht/show', { number: 'W-1', issuer: 'Other' })).allocations[0]!.invoice).toBe('B');
    expect(await rig.refusal('invoices/void', { number: 'A', reason: 'x' })).toBe('invoice.on-certificate');
  });
  it('the store itself holds amounts to their places, and a number for one live certificate', async () => {
    await rig.call('wht/add', paper());
    rig.book.write.run(
      "INSERT INTO wht_certificate (number, generated, issuer, date, currency, total_u, total_f, note, status) VALUES ('X', 0, '', '2024-04-10', 'USD', 1, 0, '', 'submitted')",
    );
    const again = (): unknown =>
      rig.book.write.run(
        "UPDATE wht_certificate SET number = 'W-1', issuer = (SELECT issuer FROM wht_certificate WHERE id = 1) WHERE id = 2",
      );
    expect(again).toThrow(/UNIQUE/);
    expect(() =>
      rig.book.write.run(
        'INSERT INTO wht_allocation (certificate_id, invoice_id, amount_u, amount_f, pay_u, pay_f, live) VALUES (2, 2, 1, 0, 1, 1, 1)',
      ),
    ).toThrow(/CHECK/);
    rig.close();
    rig = documentRig();
  });
});

describe('generated numbers', () => {
  it('have no gaps, whatever is refused in between, and pass over typed ones', async () => {
    expect(await rig.call('wht/nextNumber', {})).toEqual({ number: 'TB-WHT-000001' });
    expect(await rig.call('wht/add', paper({ number: null }))).toMatchObject({ number: 'TB-WHT-000001', generated: true });
    expect(await rig.refusal('wht/add', paper({ number: null }))).toBe('wht.invoice-taken');
    await rig.call('wht/add', paper({ number: 'TB-WHT-000002', allocate: [{ invoice: 'B' }] }));
    expect(await rig.call('wht/nextNumber', {})).toEqual({ number: 'TB-WHT-000003' });
    expect((await rig.call('wht/add', paper({ number: null, allocate: [{ invoice: 'C' }] }))).number).toBe('TB-WHT-000003');
  });
});

describe('the review', () => {
  it('accepts, with history', async () => {
    await rig.call('wht/add', paper());
    const c = await rig.call('wht/review', { number: 'W-1', decision: 'accept' });
    expect(c.history.map((h) => [h.event, h.from, h.to])).toEqual([
      ['submitted', null, 'submitted'],
      ['accepted', 'submitted', 'accepted'],
    ]);
    expect(await rig.refusal('wht/review', { number: 'W-1', decision: 'refuse', reason: 'late' })).toBe('wht.status');
    expect(await rig.refusal('wht/review', { number: 'W-9', decision: 'accept' })).toBe('wht.not-found');
  });
  it('refuses only with a reason, frees the invoices, and takes the corrected paper under its own number', async () => {
    await rig.call('payments/add', {
      date: '2024-03-20',
      amount: '6000',
      currency: 'USD',
      reference: 'TT-1',
      allocate: [{ invoice: 'A', amount: '6000' }],
    });
    await rig.call('wht/add', paper());
    expect(await rig.refusal('wht/review', { number: 'W-1', decision: 'refuse' })).toBe('wht.reason-missing');
    expect(await rig.call('wht/review', { number: 'W-1', decision: 'refuse', reason: 'stamp missing' })).toMatchObject({
      status: 'refused',
    });
    const a = await rig.call('invoices/show', { number: 'A' });
    expect(a).toMatchObject({ withheld: '0', open: '480', status: 'unpaid' });
    expect(a.history.map((h) => h.event)).toEqual(['added', 'settled', 'reopened']);
    await rig.call('wht/add', paper());
    expect((await rig.call('wht/list', {})).map((c) => c.status)).toEqual(['submitted', 'refused']);
    expect((await rig.call('wht/show', { number: 'W-1' })).status).toBe('submitted');
  });
  it('voids and keeps the record with its file', async () => {
    await rig.call('wht/add', paper());
    const v = await rig.call('wht/void', { number: 'W-1', reason: 'wrong invoice' });
    expect(v).toMatchObject({
      status: 'void',
      attachments: [{ name: 'certificate.pdf' }],
      allocations: [{ invoice: 'A', payAmount: '480' }],
    });
    expect(v.history.at(-1)).toMatchObject({ event: 'voided', reason: 'wrong invoice', who: 'ann' });
    expect(await rig.refusal('wht/void', { number: 'W-1', reason: 'again' })).toBe('wht.status');
    expect(() => rig.book.write.run('DELETE FROM wht_certificate')).toThrow(/voided, never deleted/);
  });
});

describe('files', () => {
  const zip = (entries: Parameters<typeof makeZip>[0]): string => rig.file('papers.zip', makeZip(entries));
  it('may be several, pictures and a zip among them', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000049454e44ae426082', 'hex');
    const c = await rig.call('wht/add', paper({ attach: [pdf(), rig.file('seal.png', png), zip([{ name: 'a.pdf', data: SMALL_PDF }])] }));
    expect(c.attachments.map((a) => a.type)).toEqual(['application/pdf', 'image/png', 'application/zip']);
    const target = rig.target('seal-copy.png');
    await rig.call('wht/saveAttachment', { attachment: c.attachments[1]!.id, target: target.token });
    expect(readFileSync(target.path).equals(png)).toBe(true);
  });
  it('are judged by content before anything is written', async () => {
    const audit = rig.auditCount();
    const refused: [string, string][] = [
      [rig.file('certificate.pdf', 'MZ\u0090 program'), 'attachment.kind'],
      [rig.file('big.pdf', Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-1.4')), 'attachment.too-large'],
      [rig.file('empty.pdf', ''), 'attachment.empty'],
      [zip([]), 'attachment.zip-empty'],
      [zip([{ name: '../x.pdf', data: 'x' }]), 'attachment.zip-path'],
      [zip([{ name: '/x.pdf', data: 'x' }]), 'attachment.zip-path'],
      [zip([{ name: 'x.pdf', data: 'x', encrypted: true }]), 'attachment.zip-encrypted'],
      [zip([{ name: 'x.pdf', data: 'x', inflated: 300_000_000 }]), 'attachment.zip-bomb'],
      [zip(Array.from({ length: 2001 }, (_, i) => ({ name: `${i}`, data: '' }))), 'attachment.zip-entries'],
      [
        rig.file('broken.zip', Buffer.concat([Buffer.from('PK\u0003\u0004junk'), makeZip([{ name: 'a', data: 'a' }]).subarray(-22)])),
        'attachment.zip-damaged',
      ],
    ];
    for (const [token, code] of refused) expect(await rig.refusal('wht/add', paper({ attach: [pdf(), token] })), code).toBe(code);
    expect(await rig.refusal('wht/add', paper({ attach: ['abcdefghijklmnopqrstuvwx'] }))).toBe('file.not-granted');
    expect(rig.auditCount()).toBe(audit);
    expect(rig.book.read.get('SELECT COUNT(*) AS n FROM blob')).toEqual({ n: 0 });
  });
  it('takes 2,000 files in a zip and exactly 10 MB', async () => {
    const full = Buffer.alloc(10 * 1024 * 1024);
    full.write('%PDF-1.4');
    full.write('%%EOF', full.length - 5);
    const c = await rig.call(
      'wht/add',
      paper({ attach: [zip(Array.from({ length: 2000 }, (_, i) => ({ name: `${i}.pdf`, data: '' }))), rig.file('full.pdf', full)] }),
    );
    expect(c.attachments[1]!.size).toBe(10_485_760);
  });
  it('that are gone are refused in words', async () => {
    const gone = rig.files.grant('/nowhere/at/all.pdf', 'read');
    expect(await rig.refusal('wht/add', paper({ attach: [gone] }))).toBe('attachment.unreadable');
    expect(await rig.refusal('wht/add', paper({ attach: [rig.files.grant(rig.folder, 'read', 'folder.pdf')] }))).toBe(
      'attachment.not-a-file',
    );
  });
});

describe('the register', () => {
  it('is a CSV with every certificate, exact and without formulas', async () => {
    await rig.call(
      'wht/add',
      paper({
        number: '=1+1',
        issuer: '@cmd',
        note: 'a "quoted",\nnote',
        total: '960.5',
        currency: 'MYR',
        allocate: [
          { invoice: 'A', amount: '480.25', payAmount: '101.1' },
          { invoice: 'B', amount: '480.25', payAmount: '101.1' },
        ],
      }),
    );
    await rig.call('wht/void', { number: '=1+1', reason: '-2 typed wrongly' });
    await rig.call('wht/add', paper({ number: null, allocate: [{ invoice: 'C' }] }));
    const target = rig.target('register.csv');
    const written = await rig.call('wht/export', { target: target.token });
    const bytes = readFileSync(target.path);
    expect(written).toMatchObject({ file: 'register.csv', rows: 3, bytes: bytes.length });
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(bytes, { bom: true, columns: true }) as Record<string, string>[];
    expect(
      rows.map((r) => [
        r['Certificate number'],
        r['Issuer'],
        r['Status'],
        r['Reason'],
        r['Invoice number'],
        r['Amount (certificate currency)'],
        r['Amount (invoice currency)'],
        r['Number generated'],
      ]),
    ).toEqual([
      ["'=1+1", "'@cmd", 'void', "'-2 typed wrongly", 'A', '480.25', '101.1', 'no'],
      ["'=1+1", "'@cmd", 'void', "'-2 typed wrongly", 'B', '480.25', '101.1', 'no'],
      ['TB-WHT-000001', 'LHDN', 'submitted', '', 'C', '480', '480', 'yes'],
    ]);
    expect(rig.book.read.get('SELECT what, rows FROM export')).toEqual({ what: 'WHT certificates', rows: 3 });
  });
  it('says when it cannot be written', async () =>
    expect(await rig.refusal('wht/export', { target: rig.files.grant('/nowhere/at/all.csv', 'write') })).toBe('file.no-folder'));
});

describe('remarks', () => {
  it('go by the rules of the book, own ones included', async () => {
    await rig.call('wht/add', paper({ total: '648' }));
    const codes = async () => (await rig.call('wht/show', { number: 'W-1' })).remarks.map((r) => r.code);
    expect(await codes()).toContain('wht.rate-differs');
    await rig.call('tax/switch-off-rule', { replaces: 'MY-08', reason: 'The treaty ended' });
    expect(await codes()).not.toContain('wht.rate-differs');
  });

  it('warn and do not block', async () => {
    const c = await rig.call('wht/add', paper({ total: '648' }));
    expect(c.remarks.map((r) => r.code)).toEqual(['wht.rate-differs', 'wht.base-includes-tax']);
    expect(c.remarks[0]!.message).toContain('648 USD is 10.8 % of 6000 without tax; 8 % (MY-08) would be 480, 5 % (MY-08) would be 300');
  });
});
