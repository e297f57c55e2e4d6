import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceLines } from '../../db/queries/invoice-lines.ts';
import { unwrap } from '../../domain/result.ts';
import { readPdf } from '../../test/golden/reports/read-pdf.ts';
import { addInvoice } from '../../test/support/documents.ts';
import { manyLines, PAPERS } from '../../test/support/papers.ts';
import { createApplication } from '../index.ts';
import { FileRegistry } from '../runtime/files.ts';
import type { Services } from '../runtime/services.ts';
import type { PaperSource } from './source.ts';

let folder: string;
let files: FileRegistry;
let app: Services;
const target = (name: string): string => files.grant(join(folder, name), 'write');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tallybook-papers-'));
  files = new FileRegistry();
  app = createApplication({
    files,
    who: 'tester',
    now: () => new Date('2024-03-06T09:10:11.120Z'),
    forkParser: () => {
      throw new Error('nothing is parsed here');
    },
  });
  unwrap(
    await app.call('book/create', {
      target: target('book.tallybook'),
      country: 'SG',
      entity: 'SPARKOO_SG',
      customerStatus: 'registered',
      region: null,
      currency: 'USD',
      settlement: 'monthly',
      language: 'en',
      company: 'Lion City Trading Pte. Ltd.',
    }),
  );
});
afterEach(() => {
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Puts a document with its lines into the register as it is. */
function store({ record: { total: _total, ...facts }, lines }: PaperSource, rest: Parameters<typeof addInvoice>[1] = {}): number {
  const id = addInvoice(app.session.book(), { ...facts, ...rest });
  replaceLines(app.session.book().write, id, lines);
  return id;
}

test('an issued document as PDF: on the list of exports with its hash, and the same bytes again', async () => {
  store(PAPERS.SG());
  const { number } = PAPERS.SG().record;
  const written = unwrap(await app.call('export/invoice-pdf', { number, language: 'both', target: target('a.pdf') }));
  const bytes = readFileSync(join(folder, 'a.pdf'));
  expect(written).toMatchObject({ file: 'a.pdf', rows: 1, pages: 1, bytes: bytes.length, unprintable: [], leftOut: false });
  expect(written.papers).toMatchObject([{ number, pages: 1, lacks: [] }]);
  expect(written.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  const [record] = unwrap(await app.call('export/list', {}));
  expect(record).toMatchObject({ state: 'done', what: `document ${number}`, format: 'pdf', language: 'both', sha256: written.sha256 });

  unwrap(await app.call('export/invoice-pdf', { number, language: 'both', target: target('b.pdf') }));
  expect(readFileSync(join(folder, 'b.pdf')).equals(bytes)).toBe(true);
  const paper = unwrap(await app.call('invoices/paper', { number }));
  expect(paper).toMatchObject({
    title: { en: 'Tax Invoice' },
    country: 'SG',
    ruled: true,
    lines: 2,
    hash: written.papers[0]?.hash,
    lacks: [],
  });
});

test('a credit note names the invoice that it reduces, out of the register', async () => {
  const creditsId = store(PAPERS.SG());
  store(PAPERS.credit(), { creditsId });
  unwrap(await app.call('export/invoice-pdf', { number: 'CSG20240000003', target: target('c.pdf') }));
  const { pages } = await readPdf(readFileSync(join(folder, 'c.pdf')));
  expect(pages[0]!.texts).toEqual(expect.arrayContaining(['Credit Note', 'Credits invoice', 'TSG20240000056']));
});

test('a received invoice without lines is a transcript; what its country asks for and it lacks is told', async () => {
  unwrap(
    await app.call('invoices/add', {
      number: 'R-1',
      date: '2024-03-05',
      vendor: 'huawei',
      entity: 'SPARKOO_SG',
      currency: 'USD',
      net: '6000',
      tax: '540',
    }),
  );
  const written = unwrap(await app.call('export/invoice-pdf', { number: 'R-1', vendor: 'huawei', target: target('r.pdf') }));
  expect(written.papers[0]?.lacks.map(({ field, message }) => [field, message])).toEqual([
    ['local-totals', "the totals in the country's own currency, with the exchange rate"],
  ]);
  const { pages } = await readPdf(readFileSync(join(folder, 'r.pdf')));
  const texts = pages[0]!.texts;
  expect(texts).toContain('Transcript of a received invoice – not the original');
  expect(texts).toEqual(expect.arrayContaining(['6,000.00', '540.00', '6,540.00', 'Lion City Trading Pte. Ltd.']));
});

test('several in one file, each with its own pages; one that is not there leaves none', async () => {
  const creditsId = store(PAPERS.SG());
  store(PAPERS.credit(), { creditsId });
  store(manyLines(40));
  const [number, second, third] = ['TSG20240000056', 'INV-2024-0001', 'CSG20240000003'];
  const more = [{ number: second }, { number: third }];
  const written = unwrap(await app.call('export/invoice-pdf', { number, more, target: target('all.pdf') }));
  expect(written.papers.map((paper) => [paper.number, paper.pages])).toEqual([
    [number, 1],
    [second, 3],
    [third, 1],
  ]);
  expect([written.pages, written.rows]).toEqual([5, 5]);
  const { pages } = await readPdf(readFileSync(join(folder, 'all.pdf')));
  expect(pages.map(({ texts }) => texts.at(-1))).toEqual(['Page 1 of 1', 'Page 1 of 3', 'Page 2 of 3', 'Page 3 of 3', 'Page 1 of 1']);
  expect(pages.map(({ texts }) => texts.some((text) => text.includes(written.papers[1]!.hash)))).toEqual([false, true, true, true, false]);
  expect(unwrap(await app.call('export/list', {}))[0]).toMatchObject({ what: `documents ${number} … ${third} (3)` });

  const refused = await app.call('export/invoice-pdf', { number, more: [{ number: 'NONE' }], target: target('none.pdf') });
  expect(refused).toMatchObject({ ok: false, error: { code: 'invoice.not-found' } });
  expect(readdirSync(folder).filter((name) => name.includes('none.pdf'))).toEqual([]);
});

test('a number that is not in the register leaves no file', async () => {
  const result = await app.call('export/invoice-pdf', { number: 'NONE', target: target('x.pdf') });
  expect(result).toMatchObject({ ok: false, error: { code: 'invoice.not-found' } });
  expect(readdirSync(folder).filter((name) => name.includes('x.pdf'))).toEqual([]);
  expect(unwrap(await app.call('export/list', {}))[0]).toMatchObject({ state: 'failed', what: 'document NONE' });
});

test('a cancelled one leaves no file either', async () => {
  store(manyLines(1000));
  const stop = new AbortController();
  const running = app.call(
    'export/invoice-pdf',
    { number: 'INV-2024-0001', target: target('long.pdf') },
    { signal: stop.signal, onProgress: () => stop.abort() },
  );
  expect(await running).toMatchObject({ ok: false, error: { code: 'call.cancelled' } });
  expect(readdirSync(folder).filter((name) => name.includes('long.pdf'))).toEqual([]);
});
