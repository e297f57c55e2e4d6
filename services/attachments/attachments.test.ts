import { deflateSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentRig, SMALL_PDF } from '../invoices/rig.ts';
import { makeZip } from '../wht/zip-rig.ts';
import { textsOfPdf } from './pdf-texts.ts';

let rig: ReturnType<typeof documentRig>;
beforeEach(async () => {
  rig = documentRig();
  await rig.call('invoices/add', {
    number: 'A',
    date: '2024-03-02',
    vendor: 'huawei',
    entity: 'SPARKOO_SG',
    currency: 'USD',
    net: '6000',
    tax: '480',
    period: '2024-02',
  });
});
afterEach(() => rig.close());

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
/** A PDF whose objects lie in compressed object streams, as most writers make them. */
async function scripted(): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  doc.addPage();
  doc.addJavaScript('greet', 'app.alert("x")');
  await doc.attach(Buffer.from('MZ'), 'tool.exe');
  return doc.save({ useObjectStreams: true });
}
const certificate = (attach: string[]) =>
  rig.call('wht/add', {
    number: 'W-1',
    issuer: 'LHDN',
    date: '2024-04-10',
    total: '480',
    currency: 'USD',
    allocate: [{ invoice: 'A' }],
    attach,
  });

describe('a chosen file', () => {
  it('is told by kind, size, hash and where its bytes hang already', async () => {
    const facts = { name: 'c.pdf', kind: 'pdf', size: SMALL_PDF.length, sha256: sha256(SMALL_PDF), warnings: [] };
    expect(await rig.call('attachments/judge', { file: rig.file('c.pdf', SMALL_PDF), owner: 'certificate' })).toEqual({
      ...facts,
      kept: [],
    });
    await certificate([rig.file('c.pdf', SMALL_PDF)]);
    await rig.call('invoices/attach', { number: 'A', file: rig.file('c.pdf', SMALL_PDF) });
    expect(await rig.call('attachments/judge', { file: rig.file('c.pdf', SMALL_PDF), owner: 'certificate' })).toEqual({
      ...facts,
      kept: [
        { kind: 'certificate', number: 'W-1' },
        { kind: 'invoice', number: 'A' },
      ],
    });
  });
  it('is warned of when it does more than show pages, though its names are compressed', async () => {
    const bytes = await scripted();
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('/JavaScript');
    const { warnings } = await rig.call('attachments/judge', { file: rig.file('c.pdf', bytes), owner: 'invoice' });
    expect(warnings.map((w) => w.template)).toEqual([
      expect.stringContaining('holds scripts'),
      expect.stringContaining('carries other files'),
    ]);
  });
  it.each([
    ['c.pdf', 'MZ not a paper', 'certificate', 'attachment.kind'],
    ['c.zip', makeZip([{ name: 'a.pdf', data: 'x' }]), 'invoice', 'attachment.kind'],
    ['c.zip', makeZip([{ name: '../a.pdf', data: 'x' }]), 'certificate', 'attachment.zip-path'],
    ['c.zip', makeZip([{ name: 'a.pdf', data: 'x', encrypted: true }]), 'certificate', 'attachment.zip-encrypted'],
    ['c.zip', makeZip([{ name: 'a.pdf.exe', data: 'MZ' }]), 'certificate', 'attachment.zip-program'],
    ['c.zip', makeZip([{ name: 'in.zip', data: 'PK' }]), 'certificate', 'attachment.zip-nested'],
    ['c.zip', makeZip([{ name: 'a.pdf', data: 'x', inflated: 1_000_000_000 }]), 'certificate', 'attachment.zip-bomb'],
    ['c.pdf', `${SMALL_PDF}${makeZip([{ name: 'a.exe', data: 'x' }]).toString('latin1')}`, 'certificate', 'attachment.two-kinds'],
  ] as const)('%s is refused (%#)', async (name, bytes, owner, code) => {
    expect(await rig.refusal('attachments/judge', { file: rig.file(name, bytes), owner })).toBe(code);
    if (owner === 'certificate') expect(await rig.refusal('attachments/preview', { file: rig.file(name, bytes) })).toBe(code);
  });
});

describe('a preview', () => {
  it('gives the bytes of a kept file and of one just chosen, and of an archive only its entries', async () => {
    const zip = makeZip([
      { name: '第一页.pdf', data: 'abc' },
      { name: 'b/c.png', data: 'de' },
    ]);
    const { attachments } = await certificate([rig.file('c.pdf', SMALL_PDF), rig.file('c.zip', zip)]);
    const [pdf, archive] = attachments;
    expect(await rig.call('attachments/preview', { attachment: pdf!.id })).toEqual({
      name: 'c.pdf',
      kind: 'pdf',
      size: SMALL_PDF.length,
      sha256: sha256(SMALL_PDF),
      warnings: [],
      kept: [],
      entries: null,
      data: Buffer.from(SMALL_PDF).toString('base64'),
    });
    const entries = [
      { name: '第一页.pdf', size: 3, packed: 3 },
      { name: 'b/c.png', size: 2, packed: 2 },
    ];
    expect(await rig.call('attachments/preview', { attachment: archive!.id })).toMatchObject({ kind: 'zip', entries, data: null });
    expect(await rig.call('attachments/preview', { file: rig.file('c.zip', zip) })).toMatchObject({
      entries,
      data: null,
      kept: [{ kind: 'certificate', number: 'W-1' }],
    });
  });
  it('shows no other file of the disk, and none that is not there', async () => {
    expect(await rig.refusal('attachments/preview', { attachment: 99 })).toBe('attachment.not-found');
    expect(await rig.refusal('attachments/preview', { file: rig.file('book.tallybook', 'SQLite format 3') })).toBe('attachment.kind');
    expect(await rig.refusal('attachments/preview', { file: rig.target('a.pdf').token })).toBe('file.not-granted');
    expect(await rig.refusal('attachments/preview', { file: 'a'.repeat(24) })).toBe('file.not-granted');
  });
  it('takes 10 MB and refuses a byte more before reading it', async () => {
    const full = Buffer.alloc(10 * 1024 * 1024, 0x20);
    full.write('%PDF-1.4');
    full.write('%%EOF', full.length - 5);
    const shown = await rig.call('attachments/preview', { file: rig.file('c.pdf', full) });
    expect(sha256(Buffer.from(shown.data!, 'base64'))).toBe(sha256(full));
    expect(await rig.refusal('attachments/preview', { file: rig.file('c.pdf', Buffer.concat([full, Buffer.from('\n')])) })).toBe(
      'attachment.too-large',
    );
  });
});

describe('texts of a PDF', () => {
  const stream = (dictionary: string, data: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`1 0 obj\n<< ${dictionary} >>\nstream\n`), data, Buffer.from('\nendstream\nendobj\n')]);
  const all = (...parts: Buffer[]): string => [...textsOfPdf(Buffer.concat(parts))].join('|');
  it('leaves out what streams hold, but for streams of objects', () => {
    expect(all(stream('/Length 3', Buffer.from('/JS ')))).not.toContain('/JS');
    expect(all(stream('/Type /ObjStm', Buffer.from('/JS ')))).toContain('/JS');
    expect(all(stream('/Type /ObjStm /Filter /FlateDecode', deflateSync('<< /JS 1 >>')))).toContain('<< /JS 1 >>');
  });
  it('stays within bounds, and passes over what cannot be unpacked', () => {
    const bomb = stream('/Type /ObjStm /Filter /FlateDecode', deflateSync(Buffer.alloc(64 * 1024 * 1024)));
    expect(
      all(bomb, stream('/Type /ObjStm /Filter /LZWDecode', Buffer.from('x')), Buffer.from('/Launch stream\n no end')).length,
    ).toBeLessThan(1000);
    // A hundred of them cost no more than eight: only 32 MB of all is unpacked.
    const bombs = Buffer.concat(Array.from({ length: 100 }, () => bomb));
    expect(bombs.length).toBeLessThan(10 * 1024 * 1024);
    expect(all(bombs).length).toBeLessThan(50_000);
    expect(all(bomb, Buffer.from('trailer << /Launch 1 >>'))).toContain('/Launch');
  });
});
