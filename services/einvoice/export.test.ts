import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ublOf } from '../../test/support/einvoice.ts';
import { insertLines } from '../../test/support/lines.ts';
import { checkRead } from '../../domain/einvoice/rules/check.ts';
import { unwrap } from '../../domain/result.ts';
import { createApplication } from '../index.ts';
import { FileRegistry } from '../runtime/files.ts';
import type { Services } from '../runtime/services.ts';

let folder: string;
let files: FileRegistry;
let app: Services;
let number: string;

const details = {
  nameLocal: null,
  region: null,
  status: null,
  contacts: [],
  bank: null,
  endpoint: null,
  taxIds: [] as { scheme: string; value: string }[],
};
const address = (country: string) => ({
  use: 'legal' as const,
  recipient: '',
  phone: '',
  lines: ['1 Road'],
  city: 'Town',
  region: null,
  postcode: '1',
  country,
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tallybook-einvoice-'));
  files = new FileRegistry();
  app = createApplication({
    files,
    who: 'tester',
    now: () => new Date('2024-05-20T03:00:00.000Z'),
    forkParser: () => {
      throw new Error('nothing is parsed here');
    },
  });
  const target = files.grant(join(folder, 'book.tallybook'), 'write');
  unwrap(await app.call('book/create', { target, country: 'MY', entity: 'SPARKOO_SG', customerStatus: 'registered', currency: 'USD', settlement: 'monthly', language: 'en' })); // prettier-ignore
  insertLines(
    app.session.book(),
    [
      { productType: 'ECS', payable: '30.13001237' },
      { productType: 'OBS', payable: '3.40999' },
    ],
    { period: '2024-04' },
  );
  const seller = unwrap(await app.call('parties/save', { ...details, kind: 'own', name: 'Example Pte. Ltd.', country: 'SG', entity: 'SPARKOO_SG', addresses: [address('SG')] })); // prettier-ignore
  const buyer = unwrap(await app.call('parties/save', { ...details, kind: 'customer', name: 'Contoh', country: 'MY', status: 'registered', addresses: [address('MY')] })); // prettier-ignore
  const series = unwrap(
    await app.call('series/save', { name: 'Invoices', forKind: 'invoice', pattern: 'INV-{YYYY}-{####}', resets: 'year' }),
  );
  const made = unwrap(
    await app.call('invoices/make', {
      what: { kind: 'bills', scope: { period: '2024-04' } },
      series: series.id,
      sellerId: seller.id,
      buyerId: buyer.id,
      date: '2024-05-03',
      termDays: 30,
    }),
  );
  ({ number } = made);
});
afterEach(() => {
  app.session.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string) => app.call('export/einvoice', { number, target: files.grant(join(folder, name), 'write') });

test('an invoice whose seller has no number is refused before anything is written, with what to do', async () => {
  const checked = unwrap(await app.call('einvoice/check', { number }));
  expect(checked).toMatchObject({ valid: false, lines: 2 });
  expect(checked.findings.map((f) => f.rule)).toEqual(['BR-CO-26', 'BR-S-02']);
  const refused = await write('a.xml');
  expect(refused).toMatchObject({
    ok: false,
    error: {
      code: 'einvoice.invalid',
      message: expect.stringContaining(`${number} would not be a valid electronic invoice: it breaks 2 rules (BR-CO-26, BR-S-02)`),
      details: { remedy: 'Enter a tax or registration number of the seller at the party.' },
    },
  });
  expect(existsSync(join(folder, 'a.xml'))).toBe(false);
  expect(unwrap(await app.call('export/list', {}))).toMatchObject([
    { state: 'failed', what: `electronic invoice ${number}`, format: 'ubl' },
  ]);
});

test('a valid one is written, is read as it is, and stands on the list of exports', async () => {
  // The document keeps what its parties were called on its day: the number is entered before another document is made.
  const [own] = unwrap(await app.call('parties/list', {})).parties.filter((p) => p.kind === 'own');
  const { documents: _documents, archived: _archived, ...party } = own!;
  unwrap(await app.call('parties/save', { ...party, taxIds: [{ scheme: 'GST', value: 'M90312345A' }] }));
  const [buyer] = unwrap(await app.call('parties/list', {})).parties.filter((p) => p.kind === 'customer');
  const [series] = unwrap(await app.call('series/list', {})).series;
  insertLines(app.session.book(), [{ productType: 'ECS', payable: '12.34' }], { period: '2024-05', file: 'may.csv' });
  ({ number } = unwrap(
    await app.call('invoices/make', {
      what: { kind: 'bills', scope: { period: '2024-05' } },
      series: series!.id,
      sellerId: own!.id,
      buyerId: buyer!.id,
      date: '2024-05-19',
      termDays: 30,
    }),
  ));
  const written = unwrap(await write('b.xml'));
  expect(written).toMatchObject({ file: 'b.xml', rows: 1, warnings: [] });
  const read = ublOf(readFileSync(join(folder, 'b.xml'), 'utf8'));
  expect(checkRead(read)).toEqual([]);
  expect(read.invoice).toMatchObject({
    number,
    currency: 'USD',
    totals: { net: '12.34', tax: '0.99', payable: '13.33' },
    seller: { vatId: 'SGM90312345A' },
  });
  expect(unwrap(await app.call('export/list', {}))).toMatchObject([{ state: 'done', rows: 1, sha256: written.sha256 }]);
  // The same book gives the same bytes.
  expect(unwrap(await write('c.xml')).sha256).toBe(written.sha256);
  expect(unwrap(await app.call('einvoice/check', { number, profile: 'peppol' })).findings.map((f) => f.rule)).toEqual([
    'PEPPOL-EN16931-R001',
    'PEPPOL-EN16931-R003',
    'PEPPOL-EN16931-R010',
    'PEPPOL-EN16931-R020',
  ]);
});
