import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ExcelJS from 'exceljs';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { documentRig, SMALL_PDF } from '../../invoices/rig.ts';
import { contract, type Input } from '../../contract/index.ts';
import { produce } from '../../reports/produce.ts';
import { bundleJob } from './job.ts';

let rig: ReturnType<typeof documentRig>;
beforeEach(async () => {
  rig = documentRig();
  for (const [number, date] of [
    ['A', '2024-03-02'],
    ['B', '2024-03-02'],
    ['C', '2024-04-02'],
    ['D', '2024-04-02'],
  ] as const)
    await rig.call('invoices/add', {
      number,
      date,
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

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pdf = (mark: string): Buffer => Buffer.from(SMALL_PDF.replace('<<>>endobj', `<</T(${mark})>>endobj`));
const add = (number: string, invoice: string, date: string, files: [string, Buffer][], more: Partial<Input<'wht/add'>> = {}) =>
  rig.call('wht/add', {
    number,
    issuer: 'LHDN',
    date,
    total: '480.12',
    currency: 'USD',
    allocate: [{ invoice }],
    attach: files.map(([name, bytes]) => rig.file(name, bytes)),
    ...more,
  });

async function unzip(path: string): Promise<Map<string, Buffer>> {
  const zip = await yauzl.openPromise(path);
  const found = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    expect(found.has(entry.fileName)).toBe(false);
    // The names are marked as UTF-8, and the dates come from the papers.
    expect(entry.generalPurposeBitFlag & 0x800).toBe(0x800);
    expect(entry.lastModFileDate).toBe((2024 - 1980) * 512 + 4 * 32 + 12);
    found.set(entry.fileName, Buffer.concat(parts));
  }
  return found;
}
async function bundle(name: string, input: Partial<Input<'export/wht-bundle'>> = {}) {
  const { token, path } = rig.target(name);
  const written = await rig.call('export/wht-bundle', { target: token, ...input });
  return { written, path, bytes: readFileSync(path) };
}

const four = async (): Promise<void> => {
  await add('MY/2024\\7', 'A', '2024-04-10', [
    ['certificate.pdf', pdf('1')],
    ['certificate.PDF', pdf('2')],
  ]);
  await add('aux', 'B', '2024-04-11', [['代扣凭证.pdf', pdf('3')]]);
  await add('index.xlsx', 'C', '2024-04-12', [['หนังสือรับรอง.pdf', pdf('4')]], { issuer: 'Other', country: 'TH', form: 'TH-50-TAWI' });
};

describe('a bundle of papers', () => {
  it('has a folder a certificate, the bytes as kept, and an index that tells of both', async () => {
    await four();
    const { written, path } = await bundle('b.zip');
    expect(written).toMatchObject({ file: 'b.zip', rows: 3, files: 4, bare: [] });
    const found = await unzip(path);
    expect([...found.keys()]).toEqual([
      'index.xlsx',
      'certificates.csv',
      'files.csv',
      'MY_2024_7/certificate.pdf',
      'MY_2024_7/certificate (2).PDF',
      '_aux/代扣凭证.pdf',
      'index (2).xlsx/หนังสือรับรอง.pdf',
      'SHA256SUMS.txt',
    ]);
    expect(found.get('MY_2024_7/certificate (2).PDF')).toEqual(pdf('2'));
    // As `sha256sum -c` reads it: every other file of the archive, by its hash.
    const sums = found.get('SHA256SUMS.txt')!.toString();
    expect(sums).toBe(
      [...found]
        .slice(0, -1)
        .map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`)
        .join(''),
    );
    const files = parse(found.get('files.csv')!, { columns: true, bom: true }) as Record<string, string>[];
    expect(files).toHaveLength(4);
    expect(files[2]).toEqual({
      'Certificate number': 'aux',
      Issuer: 'LHDN',
      'Certificate date': '2024-04-11',
      Status: 'Submitted',
      Currency: 'USD',
      'Certificate total': '480.12000000',
      Invoices: 'B',
      'File as attached': '代扣凭证.pdf',
      'Path in this archive': '_aux/代扣凭证.pdf',
      Kind: 'PDF',
      Bytes: String(pdf('3').length),
      'SHA-256': sha256(pdf('3')),
    });
    const rows = parse(found.get('certificates.csv')!, { columns: true, bom: true }) as Record<string, string>[];
    expect(
      rows.map((r) => [r['Certificate number'], r['Invoice number'], r['Amount (certificate currency)'], r['Files'], r['Folder']]),
    ).toEqual([
      ['MY/2024\\7', 'A', '480.12000000', '2', 'MY_2024_7'],
      ['aux', 'B', '480.12000000', '1', '_aux'],
      ['index.xlsx', 'C', '480.12000000', '1', 'index (2).xlsx'],
      ['', '', '1440.36000000', '', ''],
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(found.get('index.xlsx')! as unknown as ArrayBuffer);
    expect(book.worksheets.map((sheet) => [sheet.name, sheet.rowCount])).toEqual([
      ['Certificates', 5],
      ['Files', 5],
    ]);
    expect(book.worksheets[1]!.getRow(5).getCell(12).value).toBe(sha256(pdf('4')));
  });

  it('unpacks with sha256sum’s own check, and is the same bytes again, in the other language too', async () => {
    await four();
    const once = await bundle('1.zip');
    // Time and other records go by; neither is in the file.
    rig.clock.now = new Date('2024-06-20T03:00:00.000Z');
    expect(sha256((await bundle('2.zip')).bytes)).toBe(once.written.sha256);
    expect(sha256(once.bytes)).toBe(once.written.sha256);
    const chinese = await unzip((await bundle('3.zip', { language: 'zh-CN' })).path);
    expect(chinese.get('files.csv')!.toString()).toContain('凭证号码');
    for (const [name, bytes] of await unzip(once.path)) {
      const to = join(rig.folder, 'out', name);
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, bytes);
      expect(to.startsWith(join(rig.folder, 'out'))).toBe(true);
    }
  });

  it.each([
    [{ first: '2024-04-11' }, ['_aux', 'index (2).xlsx']],
    [{ last: '2024-04-11' }, ['MY_2024_7', '_aux']],
    [{ first: '2024-04-11', last: '2024-04-11' }, ['_aux']],
    [{ country: 'TH' }, ['index (2).xlsx']],
    [{ form: 'TH-50-TAWI', side: 'payer' as const }, ['index (2).xlsx']],
    [{ certificates: [1], statuses: ['void' as const] }, ['MY_2024_7']],
    [{ side: 'payee' as const }, 'wht.bundle-empty'],
    [{ statuses: ['accepted' as const] }, 'wht.bundle-empty'],
    [{ certificates: [77] }, 'wht.bundle-empty'],
  ])('of a choice (%#)', async (choice, expected) => {
    await four();
    const { token, path } = rig.target('b.zip');
    if (typeof expected === 'string') return expect(await rig.refusal('export/wht-bundle', { target: token, ...choice })).toBe(expected);
    await rig.call('export/wht-bundle', { target: token, ...choice });
    const zip = await yauzl.openPromise(path);
    const folders = new Set<string>();
    for await (const entry of zip.eachEntry()) if (entry.fileName.includes('/')) folders.add(entry.fileName.split('/')[0]!);
    expect([...folders]).toEqual(expected);
  });

  it('gives two papers of one number two folders, voided ones only when asked for', async () => {
    await add('W-1', 'A', '2024-04-10', [['a.pdf', pdf('1')]]);
    await rig.call('wht/void', { number: 'W-1', reason: 'typed wrongly' });
    await add('w-1', 'B', '2024-04-12', [['a.pdf', pdf('2')]], { issuer: 'Other' });
    const { path, written } = await bundle('b.zip', { statuses: ['submitted', 'void'] });
    expect(written.rows).toBe(2);
    expect([...(await unzip(path)).keys()].slice(3, 5)).toEqual(['W-1/a.pdf', 'w-1 (2)/a.pdf']);
    expect((await bundle('c.zip')).written.rows).toBe(1);
  });

  it('tells of certificates without a paper', async () => {
    await four();
    rig.book.write.run("DELETE FROM attachment WHERE owner = 'certificate:2'");
    const { written, path } = await bundle('b.zip');
    expect(written).toMatchObject({ rows: 3, files: 3, bare: ['aux'] });
    const files = parse((await unzip(path)).get('files.csv')!, { columns: true, bom: true }) as Record<string, string>[];
    expect(files.filter((row) => row['SHA-256'] === '').map((row) => row['Certificate number'])).toEqual(['aux']);
    rig.close();
    rig = documentRig();
  });

  it('is on the list of exports and in the audit trail', async () => {
    await four();
    const { written } = await bundle('b.zip', { first: '2024-04-01', last: '2024-04-30' });
    const row = rig.book.read.get<{ what: string; state: string; sha256: string; rows: number }>(
      'SELECT what, state, sha256, rows FROM export ORDER BY id DESC LIMIT 1',
    );
    expect(row).toEqual({ what: 'WHT papers 2024-04-01 2024-04-30', state: 'done', sha256: written.sha256, rows: 3 });
    expect(rig.book.read.get<{ n: number }>("SELECT count(*) AS n FROM audit WHERE action = 'export/wht-bundle'")!.n).toBe(2);
  });

  it('can be cancelled between two files, and leaves what was there', async () => {
    await four();
    const path = join(rig.folder, 'b.zip');
    writeFileSync(path, 'earlier');
    const stop = new AbortController();
    const seen: string[] = [];
    const input = contract['export/wht-bundle'].input.parse({ target: rig.target('b.zip').token });
    const run = produce(bundleJob, input, rig.book.path, path, {
      host: rig.session.host,
      signal: stop.signal,
      progress: ({ stage, done, total }) => {
        seen.push(`${stage} ${done}/${total}`);
        if (stage === 'files') stop.abort(new Error('cancelled'));
      },
    });
    await expect(run).rejects.toThrow('cancelled');
    expect(seen.at(-1)).toBe('files 0/4');
    expect(readFileSync(path, 'utf8')).toBe('earlier');
    expect(existsSync(`${path}.part`)).toBe(false);
  });

  it('leaves nothing behind when a paper was changed in the store, or the file cannot be written', async () => {
    await four();
    rig.book.write.run("UPDATE blob SET data = x'00' WHERE sha256 = ?", [sha256(pdf('3'))]);
    const { token, path } = rig.target('b.zip');
    writeFileSync(path, 'earlier');
    expect(await rig.refusal('export/wht-bundle', { target: token })).toBe('attachment.damaged');
    expect(readFileSync(path, 'utf8')).toBe('earlier');
    const nowhere = rig.files.grant(join(rig.folder, 'b.zip', 'below.zip'), 'write');
    expect(await rig.refusal('export/wht-bundle', { target: nowhere, certificates: [1] })).toMatch(/^file\./);
    rig.close();
    rig = documentRig();
  });
});
