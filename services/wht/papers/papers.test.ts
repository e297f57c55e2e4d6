import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addAttachment } from '../../../db/queries/attachments.ts';
import { insertParty } from '../../../db/queries/parties.ts';
import { setSetting } from '../../../db/settings.ts';
import { unwrap } from '../../../domain/result.ts';
import type { Party } from '../../../domain/parties/party.ts';
import { readPdf } from '../../../test/golden/reports/read-pdf.ts';
import { income, malaysian, siam, sparkoo } from '../../../test/support/certificate-papers.ts';
import { addInvoice } from '../../../test/support/documents.ts';
import { addPaper } from '../../../test/support/wht-register-book.ts';
import { createApplication } from '../../index.ts';
import { FileRegistry } from '../../runtime/files.ts';
import type { Services } from '../../runtime/services.ts';
import { buildCertificate } from './certificate.ts';
import { certificatePdf } from './pdf.ts';

let folder: string;
let files: FileRegistry;
let app: Services;
const target = (name: string): string => files.grant(join(folder, name), 'write');
const bytesOf = (name: string): Buffer => readFileSync(join(folder, name));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallybook-wht-papers-'));
  files = new FileRegistry();
  app = createApplication({
    files,
    who: 'ann',
    now: () => new Date('2024-04-20T03:00:00.000Z'),
    forkParser: () => {
      throw new Error('nothing is parsed here');
    },
  });
  const book = app.session.create(join(folder, 'b.tallybook'));
  setSetting(book.write, 'profile', {
    country: 'TH',
    entity: 'SPARKOO_TH',
    customerStatus: 'registered',
    region: null,
    currency: 'THB',
    settlement: 'monthly',
    language: 'en',
    company: 'Siam Data Co., Ltd.',
  });
});
afterEach(() => {
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

const vendor = (contacts: Party['contacts'] = []): number =>
  insertParty(app.session.book().write, { ...sparkoo, contacts, kind: 'vendor', entity: null, archived: false });

/** A certificate on an invoice of its own, with a file unless told otherwise. */
function paper(number: string, facts: Parameters<typeof addPaper>[1] = {}, file: string | null = 'scan.pdf'): number {
  const book = app.session.book();
  const invoiceId = addInvoice(book, { number: `INV-${number}`, currency: 'THB', net: '10000', date: '2024-03-02' });
  const own = { number, total: '300', payer: siam, payee: sparkoo, income: [income()], date: '2024-03-05', status: 'submitted' as const };
  const id = addPaper(book, { ...own, ...facts }, [{ invoiceId, amount: '300', payAmount: '300' }]);
  if (file)
    addAttachment(
      book.write,
      `certificate:${id}`,
      { name: file, type: 'application/pdf', data: Buffer.from(`%PDF-1.4 ${number}`) },
      '2024-03-06T00:00:00Z',
    );
  return id;
}

describe('a certificate', () => {
  test('as PDF: on the list of exports with its hash, the same bytes again, and what it lacks', async () => {
    paper('67/0031');
    const written = unwrap(await app.call('export/whtCertificate', { number: '67/0031', thai: { book: '12' }, target: target('a.pdf') }));
    const bytes = bytesOf('a.pdf');
    expect(written).toMatchObject({ rows: 2, pages: 2, bytes: bytes.length, lacks: [], unprintable: [] });
    expect(written.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(unwrap(await app.call('export/list', {}))[0]).toMatchObject({
      state: 'done',
      what: 'WHT certificate 67/0031',
      format: 'pdf',
      language: 'en',
    });
    unwrap(await app.call('export/whtCertificate', { number: '67/0031', thai: { book: '12' }, target: target('b.pdf') }));
    expect(bytesOf('b.pdf').equals(bytes)).toBe(true);

    paper('W-2', { payee: { ...sparkoo, taxIds: [] }, status: 'draft' }, null);
    const bare = unwrap(await app.call('export/whtCertificate', { number: 'W-2', target: target('c.pdf') }));
    expect(bare.lacks.map(({ message }) => message)).toEqual(["the payee's tax number"]);
    const { pages } = await readPdf(bytesOf('c.pdf'));
    expect(pages[0]!.texts.join('')).toContain('Draft, not a certificate yet');
  });

  test('that a customer wrote is not printed, and none that is not there', async () => {
    paper('C-1', { side: 'payee' });
    expect(await app.call('export/whtCertificate', { number: 'C-1', target: target('x.pdf') })).toMatchObject({
      ok: false,
      error: { code: 'wht.paper-not-ours' },
    });
    expect(await app.call('export/whtCertificate', { number: 'NONE', target: target('x.pdf') })).toMatchObject({
      ok: false,
      error: { code: 'wht.not-found' },
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('x.pdf'))).toEqual([]);
  });

  test('of another country: lines with code, base and rate, words, the rate of exchange, the receipt, and what it is not', async () => {
    const built = buildCertificate(malaysian());
    expect(built.words).toEqual({ en: 'One thousand four hundred twelve and 50/100 MYR', zh: '马来西亚林吉特 壹仟肆佰壹拾贰元伍角整' });
    expect([built.base, built.standing, built.lacks]).toEqual(['14125', 'receipt', []]);
    const { pages } = await readPdf((await certificatePdf(built, 'both')).bytes);
    const texts = pages.flatMap((page) => page.texts);
    for (const text of [
      'Statement of tax withheld',
      '预提税说明',
      'CP37D-2024-0417',
      '9,425.00',
      '942.50',
      '10%',
      '1,412.50 MYR',
      '200.00 USD',
      'e-WHT 2024-0417-88123',
      '2024-04-16',
    ])
      expect(texts).toContain(text);
    expect(texts).toContain('1 USD = 4.7125 MYR, 2024-04-16, Bank Negara Malaysia');
    expect(texts.some((text) => text.startsWith('The proof of payment is the official receipt'))).toBe(true);
    const again = await certificatePdf(built, 'both');
    expect(Buffer.from(again.bytes).equals(Buffer.from((await certificatePdf(buildCertificate(malaysian()), 'both')).bytes))).toBe(true);
  });

  test('of a form that the payer writes has the form’s own title; of none, the general one; a missing rate is named', () => {
    const own = malaysian({ form: 'PH-2306', country: 'PH' });
    const general = buildCertificate({ ...own, form: null });
    expect([general.title.en, general.standing, general.form.en]).toEqual([
      'Certificate of tax withheld',
      'own',
      'the general certificate',
    ]);
    const bare = buildCertificate(malaysian({ income: [], remittance: '', remitted: null }));
    expect(bare.lacks).toEqual(['income', 'remittance']);
    expect(bare.base).toBeNull();
    expect(buildCertificate(malaysian({ country: 'TH', form: 'TH-PND-54' }, { payer: siam })).payer.address.at(-1)).toBe('กรุงเทพมหานคร');
  });
});

describe('the letter', () => {
  test('lists the certificates of a period by date with their files and hashes; drafts and void ones are not in it', async () => {
    const payeeId = vendor();
    paper('B-2', { payeeId, date: '2024-03-20' });
    paper('A-1', { payeeId }, 'ใบรับรอง.pdf');
    paper('D-1', { payeeId, status: 'draft' });
    paper('V-1', { payeeId, status: 'void' });
    paper('L-9', { payeeId, date: '2024-04-02' });
    const written = unwrap(
      await app.call('export/whtLetter', { first: '2024-03-01', last: '2024-03-31', target: target('l.pdf'), language: 'both' }),
    );
    expect(written).toMatchObject({ certificates: ['A-1', 'B-2'], rows: 2, pages: 1, unprintable: [] });
    const { pages } = await readPdf(bytesOf('l.pdf'));
    const texts = pages.flatMap((page) => page.texts);
    const hash = createHash('sha256').update('%PDF-1.4 A-1').digest('hex');
    for (const text of ['Transmittal of tax certificates', '预提税凭证送达函', '2024-04-20', 'INV-A-1', '600.00 THB', hash, 'ใบรับรอง'])
      expect(texts).toContain(text);
  });

  test.each([
    ['of nothing', () => ({ first: '2030-01-01' }), 'wht.letter-empty'],
    ['with a void one', () => (paper('V', { status: 'void' }), { certificates: [{ number: 'V' }] }), 'wht.letter-void'],
    [
      'to two payees',
      () => (paper('P1'), paper('P2', { payee: siam }), { certificates: [{ number: 'P1' }, { number: 'P2' }] }),
      'wht.letter-several',
    ],
    ['with one that a customer wrote', () => (paper('C', { side: 'payee' }), { certificates: [{ number: 'C' }] }), 'wht.paper-not-ours'],
  ])('%s is refused and leaves no file', async (_name, make, code) => {
    expect(await app.call('export/whtLetter', { ...make(), target: target('n.pdf') })).toMatchObject({ ok: false, error: { code } });
    expect(readdirSync(folder).filter((name) => name.startsWith('n.pdf'))).toEqual([]);
  });
});

interface Part {
  head: Record<string, string>;
  body: Buffer;
}
/** A message taken apart by the rules of MIME alone. */
function parts(eml: string): { head: Record<string, string>; parts: Part[] } {
  const split = (text: string): Part & { text: string } => {
    const at = text.indexOf('\r\n\r\n');
    const head: Record<string, string> = {};
    for (const line of text
      .slice(0, at)
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n'))
      head[line.slice(0, line.indexOf(':')).toLowerCase()] = line.slice(line.indexOf(':') + 1).trim();
    return { head, text: text.slice(at + 4), body: Buffer.from(text.slice(at + 4), 'base64') };
  };
  const whole = split(eml);
  const boundary = /boundary="([^"]+)"/.exec(whole.head['content-type'] ?? '')![1]!;
  const found = `\r\n${whole.text}`.split(`\r\n--${boundary}`).slice(1);
  expect(found.pop()).toMatch(/^--/);
  return { head: whole.head, parts: found.map((text) => split(text.replace(/^\r\n/, ''))) };
}
const words = (text: string): string =>
  text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?B\?([^?]*)\?=/g, (_, code: string) => Buffer.from(code, 'base64').toString());

describe('the message', () => {
  test('is a draft to whoever gets certificates, with the files, the letter, and a print of what has no file', async () => {
    const payeeId = vendor([
      { name: 'Tax desk 税务', email: 'wht@example.com', gets: ['certificate'] },
      { name: 'Same', email: 'WHT@example.com', gets: ['certificate'] },
      { name: 'Billing', email: 'billing@example.com', gets: ['invoice'] },
    ]);
    paper('A-1', { payeeId });
    paper('B/2', { payeeId, date: '2024-03-20' }, null);
    const input = { certificates: [{ number: 'A-1' }, { number: 'B/2' }], language: 'both' as const };
    const written = unwrap(await app.call('export/whtMail', { ...input, target: target('m.eml') }));
    expect(written.to).toEqual(['WHT@example.com']);
    expect(written.files.map(({ name }) => name)).toEqual(['letter.pdf', 'B_2.pdf', 'scan.pdf']);
    const eml = bytesOf('m.eml').toString('latin1');
    const message = parts(eml);
    expect(message.head['x-unsent']).toBe('1');
    expect(message.head['to']).toContain('<WHT@example.com>');
    expect(words(message.head['subject']!)).toBe(
      'Withholding tax certificates of Siam Data Co., Ltd.: A-1 and 1 more / Siam Data Co., Ltd. 的预提税凭证：A-1 等 2 份',
    );
    const [text, letter, printed, scan] = message.parts;
    expect(text!.body.toString()).toContain('A-1 of 2024-03-05: 300.00 THB on INV-A-1');
    expect(text!.body.toString()).toContain('合计：600.00 THB');
    expect(scan!.body.toString()).toBe('%PDF-1.4 A-1');
    expect(text!.body.toString()).toContain(createHash('sha256').update(printed!.body).digest('hex'));
    expect([letter, printed].map((part) => part!.body.subarray(0, 5).toString())).toEqual(['%PDF-', '%PDF-']);
    expect((await readPdf(letter!.body)).pages[0]!.texts).toContain(createHash('sha256').update(printed!.body).digest('hex'));

    unwrap(await app.call('export/whtMail', { ...input, target: target('n.eml') }));
    expect(bytesOf('n.eml').equals(bytesOf('m.eml'))).toBe(true);
    expect(unwrap(await app.call('export/list', {}))[0]).toMatchObject({ what: 'WHT message A-1 … (2)', format: 'eml', state: 'done' });
  });

  test('without anybody who gets it is refused in words that say what to do', async () => {
    paper('A-1', { payeeId: vendor([{ name: 'B', email: 'b@example.com', gets: ['invoice'] }]) });
    const refused = await app.call('export/whtMail', { certificates: [{ number: 'A-1' }], target: target('m.eml') });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'wht.no-recipient', details: { remedy: expect.stringContaining('let it get certificates') as string } },
    });
  });

  test('that no mail program takes is refused before it is written', async () => {
    const payeeId = vendor([{ name: '', email: 'wht@example.com', gets: ['certificate'] }]);
    const id = paper('A-1', { payeeId });
    const { write } = app.session.book();
    for (const n of [1, 2, 3])
      addAttachment(
        write,
        `certificate:${id}`,
        { name: `${n}.pdf`, type: 'application/pdf', data: Buffer.alloc(7 << 20, n) },
        '2024-03-06T00:00:00Z',
      );
    expect(await app.call('export/whtMail', { certificates: [{ number: 'A-1' }], target: target('m.eml') })).toMatchObject({
      ok: false,
      error: { code: 'wht.mail-too-large' },
    });
  });
});
