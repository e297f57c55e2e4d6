import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { add, sum } from '../../../domain/money/amount.ts';
import { forkParser } from '../../../node/fork-parser.ts';
import type { Input } from '../../contract/index.ts';
import type { ImportPreview } from '../../contract/wht-import.ts';
import { importRig } from './rig.ts';

let rig: ReturnType<typeof importRig>;
beforeEach(() => {
  rig = importRig({ country: 'KE' });
});
afterEach(() => {
  expect(rig.verify()).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  rig.close();
});

type Chosen = Input<'wht/importTake'>['rows'];
/** Every row that may be accepted by rule, as the rule accepts it. */
const exact = (p: ImportPreview): Chosen =>
  p.rows
    .filter((r) => r.bulk)
    .map((r) => ({
      row: r.rows[0]!,
      allocate: r.proposals
        .find((x) => x.exact)!
        .lines.map(({ invoice, vendor, amount, payAmount, fx }) => ({ invoice, vendor, amount, payAmount, fx })),
    }));

async function kenya(): Promise<string> {
  for (const [number, net] of [
    ['EX-1001', '100000'],
    ['EX-1002', '200000'],
    ['EX-1003', '30000'],
    ['EX-1004', '40000'],
  ] as const)
    await rig.invoice(number, net);
  return rig.fixture('ke-itax.csv');
}

describe('taking a list', () => {
  it('takes what the rule accepts as drafts, and keeps the file with what became of every row', async () => {
    const file = await kenya();
    const preview = await rig.preview(file);
    expect(preview.counts).toEqual({ rows: 6, matched: 3, several: 0, none: 1, known: 0, ignored: 2, rejected: 0 });
    expect(preview.rows.filter((r) => r.bulk).map((r) => r.rows[0])).toEqual([5, 6, 7]);
    const done = await rig.run('wht/importTake', { file, rows: exact(preview) });
    expect(done.counts).toEqual({ taken: 3, known: 0, ignored: 2, rejected: 0, left: 1, refused: 0 });
    expect(done.sums).toEqual([{ currency: 'KES', count: 3, total: '18500' }]);
    const list = await rig.call('wht/list', {});
    expect(list.map((c) => [c.number, c.status, c.total, c.source])).toEqual([
      ['KRAWHT0000000103', 'draft', '3500', 'import:1#7'],
      ['KRAWHT0000000102', 'draft', '10000', 'import:1#6'],
      ['KRAWHT0000000101', 'draft', '5000', 'import:1#5'],
    ]);
    expect(list[0]).toMatchObject({
      issuer: 'Kenya Revenue Authority',
      country: 'KE',
      form: 'KE-ITAX',
      figures: { 'Invoice No': 'EX-1003; EX-1004', 'Withholding Tax Amount': '3,500.00' },
    });
    expect(list[0]!.allocations.map((a) => [a.invoice, a.amount])).toEqual([
      ['EX-1003', '1500'],
      ['EX-1004', '2000'],
    ]);
    expect(await rig.run('wht/imports', {})).toMatchObject([
      { id: 1, file: 'ke-itax.csv', profile: 'ke-itax', rows: 6, who: 'ann', counts: { taken: 3 } },
    ]);
    const kept = rig.book.read.get<{ data: Buffer }>('SELECT b.data FROM wht_import i JOIN blob b ON b.sha256 = i.sha256');
    expect(kept!.data.equals(readFileSync(new URL('../../../test/fixtures/wht-import/ke-itax.csv', import.meta.url)))).toBe(true);
  });
  it('hands them in at once when told to, with the list as their paper', async () => {
    const file = await kenya();
    await rig.run('wht/importTake', { file, rows: exact(await rig.preview(file)), as: 'submitted' });
    const [c] = await rig.call('wht/list', { search: '0102' });
    expect(c).toMatchObject({ status: 'submitted', attachments: [{ name: 'ke-itax.zip', type: 'application/zip' }] });
    expect(await rig.call('invoices/show', { number: 'EX-1002' })).toMatchObject({ withheld: '10000', open: '190000' });
  });
  it('knows every row of the same file again, takes nothing twice, and takes the rest later', async () => {
    const file = await kenya();
    await rig.run('wht/importTake', { file, rows: exact(await rig.preview(file)) });
    const again = await rig.preview(file);
    expect(again.counts).toMatchObject({ known: 3, none: 1 });
    expect(again.before).toMatchObject([{ id: 1 }]);
    expect(again.rows.filter((r) => r.state === 'known').flatMap((r) => r.known!.differences)).toEqual([]);
    const more = await rig.run('wht/importTake', {
      file,
      rows: [
        { row: 5, allocate: [] },
        { row: 8, allocate: [] },
      ],
    });
    expect(more.counts).toEqual({ taken: 1, known: 3, ignored: 2, rejected: 0, left: 0, refused: 0 });
    expect(await rig.call('wht/list', {})).toHaveLength(4);
  });
  it('names what a later list says otherwise of a certificate, and changes nothing', async () => {
    const file = await kenya();
    await rig.run('wht/importTake', { file, rows: exact(await rig.preview(file)) });
    const before = await rig.call('wht/list', {});
    const text = readFileSync(new URL('../../../test/fixtures/wht-import/ke-itax.csv', import.meta.url), 'utf8');
    const later = rig.file(
      'later.csv',
      text
        .replace('"5,000.00",Approved', '"5,000.01",Approved')
        .replace('KRAWHT0000000102,"200,000.00","10,000.00",Approved', 'KRAWHT0000000102,"200,000.00","10,000.00",Cancelled'),
    );
    const { rows } = await rig.preview(later);
    expect(rows[0]!.known!.differences.map((d) => d.template)).toEqual([
      'Tax: {here} {currency} in the book, {there} {other} in the list.',
    ]);
    expect(rows[1]).toMatchObject({ state: 'known' });
    expect(rows[1]!.known!.differences[0]!.template).toContain('cancelled');
    await rig.run('wht/importTake', { file: later, rows: [{ row: 5, allocate: [] }] });
    expect(await rig.call('wht/list', {})).toEqual(before);
  });
  it('knows a certificate that was typed, under another way to write number and issuer', async () => {
    const file = await kenya();
    await rig.call('wht/add', { number: 'krawht 0000000101', issuer: '', date: '2026-02-05', total: '5000', currency: 'KES', draft: true });
    expect((await rig.preview(file)).rows[0]).toMatchObject({ state: 'known', known: { number: 'krawht 0000000101' } });
  });
  it('reports a row that a rule refuses and undoes what it began; the others stand', async () => {
    const file = await kenya();
    const rows = exact(await rig.preview(file));
    rows[0]!.allocate[0]!.amount = '4999.99';
    rows[0]!.allocate[0]!.payAmount = '4999.99';
    const done = await rig.run('wht/importTake', { file, rows, as: 'submitted' });
    expect(done.counts).toMatchObject({ taken: 2, refused: 1 });
    expect(done.outcomes[0]).toMatchObject({ outcome: 'refused', troubles: [{ code: 'wht.sum' }] });
    expect(await rig.call('wht/list', {})).toHaveLength(2);
    expect((await rig.call('invoices/show', { number: 'EX-1001' })).withheld).toBe('0');
  });
  it('refuses a row that is none, and one chosen twice', async () => {
    const file = await kenya();
    expect(await rig.refusedWith('wht/importTake', { file, rows: [{ row: 99, allocate: [] }] })).toBe('wht-import.no-row');
    expect(
      await rig.refusedWith('wht/importTake', {
        file,
        rows: [
          { row: 5, allocate: [] },
          { row: 5, allocate: [] },
        ],
      }),
    ).toBe('wht-import.no-row');
    expect(await rig.run('wht/imports', {})).toEqual([]);
  });
  it('gives rows without a number one of the book, and knows them by the row', async () => {
    const file = rig.fixture('ph-2307.csv');
    const done = await rig.run('wht/importTake', {
      file,
      rows: (await rig.preview(file)).rows.map((r) => ({ row: r.rows[0]!, allocate: [] })),
    });
    expect(done.outcomes.map((o) => [o.outcome, o.number])).toEqual([
      ['taken', 'TB-WHT-000001'],
      ['taken', 'TB-WHT-000002'],
      ['taken', 'TB-WHT-000003'],
    ]);
    expect((await rig.preview(file)).counts).toMatchObject({ known: 3, none: 0 });
  });
  it('reads a file in the parser process as it does here', async () => {
    const own = importRig({}, forkParser);
    const [a, b] = [await own.preview(own.fixture('th-50-tawi.csv')), await rig.preview(rig.fixture('th-50-tawi.csv'))];
    own.close();
    expect(a.rows).toEqual(b.rows);
  });
});

describe('rejected rows', () => {
  it('go out with their reasons, and come back when they are corrected', async () => {
    const text =
      'Certificate No,Certificate Date,Payee,Invoice No,Base,Rate,Tax Withheld,Currency\nW-1,2026-02-01,=cmd(),EX-1,1000,5,50,XYZ\nW-2,2026-02-01,Example,EX-1,1000,5,50,KES\n';
    const target = rig.target('rejected.csv');
    expect(await rig.run('wht/importRejects', { from: { file: rig.file('list.csv', text) }, target: target.token })).toMatchObject({
      rows: 1,
    });
    const written = readFileSync(target.path, 'utf8');
    const [row] = parse(written, { bom: true, columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({
      'Certificate No': 'W-1',
      Payee: "'=cmd()",
      'Row in file': '2',
      'Column at fault': 'Currency',
      Value: 'XYZ',
      Reason: '“XYZ” is no currency of ISO 4217.',
      Remedy: 'Write a code such as THB or USD.',
    });
    const back = await rig.preview(rig.file('corrected.csv', written.replace(',XYZ,', ',KES,')));
    expect(back.counts).toMatchObject({ rows: 1, rejected: 0, none: 1 });
  });
  it('of an import that was taken are told from its record, in Chinese too', async () => {
    const file = await kenya();
    const rows = exact(await rig.preview(file));
    rows[0]!.allocate[0]!.amount = '1';
    rows[0]!.allocate[0]!.payAmount = '1';
    const { id } = await rig.run('wht/importTake', { file, rows, as: 'submitted' });
    const target = rig.target('rejected.csv');
    await rig.run('wht/importRejects', { from: { import: id }, target: target.token, language: 'zh-CN' });
    expect(readFileSync(target.path, 'utf8')).toMatch(/文件中的行.*\r\n.*发票金额|各发票/s);
  });
});

describe('mappings of one’s own', () => {
  const text = 'Beleg;Tag;Firma;Rechnung;Steuer;Grundlage\nB-1;05.02.2026;Example;EX-1;50,00;1.000,00\n';
  const profile = {
    name: 'Tax team',
    columns: [
      { header: 'Beleg', field: 'number' as const },
      { header: 'Tag', field: 'date' as const },
      { header: 'Rechnung', field: 'invoice' as const },
      { header: 'Steuer', field: 'tax' as const },
      { header: 'Grundlage', field: 'base' as const },
    ],
    currency: 'EUR',
    dates: 'dmy' as const,
  };
  it('are asked for where no profile knows the columns, and used once or kept', async () => {
    const file = rig.file('own.csv', text);
    const unknown = await rig.preview(file);
    expect(unknown).toMatchObject({ profile: null, headerRow: 1, rows: [] });
    expect(unknown.columns.map((c) => c.header)).toEqual(['Beleg', 'Tag', 'Firma', 'Rechnung', 'Steuer', 'Grundlage']);
    expect(unknown.columns[4]!.samples).toEqual(['50,00']);
    const once = await rig.preview(file, { mapping: profile });
    expect(once.rows[0]!.certificate).toMatchObject({ number: 'B-1', date: '2026-02-05', total: '50', base: '1000', currency: 'EUR' });
    await rig.run('wht/saveImportProfile', { profile });
    const count = rig.auditCount();
    await rig.run('wht/saveImportProfile', { profile });
    expect(rig.auditCount()).toBe(count);
    expect((await rig.preview(file)).profile).toMatchObject({ id: 'own:Tax team' });
    await rig.run('wht/removeImportProfile', { name: 'Tax team' });
    expect((await rig.preview(file)).profile).toBeNull();
    expect(rig.auditCount()).toBe(count + 1);
  });
  it('are refused where two columns mean the same, or none is the tax', async () => {
    const twice = { ...profile, columns: [...profile.columns, { header: 'Firma', field: 'tax' as const }] };
    expect(await rig.refusedWith('wht/saveImportProfile', { profile: twice })).toBe('wht-import.field-twice');
    expect(await rig.refusedWith('wht/saveImportProfile', { profile: { ...profile, columns: [profile.columns[0]!] } })).toBe(
      'wht-import.no-tax-column',
    );
    expect(await rig.refusedWith('wht/importPreview', { file: rig.file('own.csv', text), profile: 'ke-itax' })).toBe(
      'wht-import.missing-column',
    );
    expect(await rig.refusedWith('wht/importPreview', { file: rig.file('own.csv', text), profile: 'own:none' })).toBe(
      'wht-import.no-profile',
    );
  });
});

describe('properties', () => {
  it('the sum of what is taken is the sum of its rows, in whatever order they stand; the same file again changes nothing', async () => {
    const rows = fc.uniqueArray(fc.record({ at: fc.nat(400), cents: fc.integer({ min: 100, max: 9_000_000 }) }), {
      minLength: 1,
      maxLength: 8,
      selector: (r) => r.at,
    });
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (told, turned) => {
        const own = importRig({ country: 'KE' });
        try {
          const lines = told.map(({ at, cents }) => {
            const base = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
            return { number: `EX-${1000 + at}`, base, tax: add('0', base) };
          });
          for (const { number, base } of lines) await own.invoice(number, add('0', base));
          const text = (turned ? lines.toReversed() : lines).map((l) => `W-${l.number},2026-02-01,${l.number},${l.base},100,${l.base},KES`);
          const file = own.file(
            'list.csv',
            ['Certificate No,Certificate Date,Invoice No,Base,Rate,Tax Withheld,Currency', ...text].join('\n'),
          );
          const preview = await own.preview(file);
          const done = await own.run('wht/importTake', { file, rows: exact(preview), as: 'submitted' });
          expect(done.counts.taken).toBe(told.length);
          const total = sum(lines.map((l) => l.tax));
          expect(done.sums).toEqual([{ currency: 'KES', count: told.length, total }]);
          expect(sum((await own.call('wht/list', {})).map((c) => c.total))).toBe(total);
          const before = await own.call('wht/list', {});
          expect((await own.preview(file)).counts).toMatchObject({ known: told.length });
          await own.run('wht/importTake', { file, rows: exact(preview), as: 'submitted' });
          expect(await own.call('wht/list', {})).toEqual(before);
        } finally {
          own.close();
        }
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});

describe('the paper of what is handed in at once', () => {
  it('is the list in an archive, kept once for all of its certificates', async () => {
    const file = await kenya();
    await rig.run('wht/importTake', { file, rows: exact(await rig.preview(file)), as: 'submitted' });
    const papers = (await rig.call('wht/list', {})).map((c) => c.attachments[0]!);
    expect(new Set(papers.map((p) => p.sha256)).size).toBe(1);
    const target = rig.target('list.zip');
    await rig.call('wht/saveAttachment', { attachment: papers[0]!.id, target: target.token });
    const token = rig.file('back.zip', readFileSync(target.path));
    // What is kept passes for a paper where one is added by hand.
    expect(await rig.refusal('wht/attach', { number: 'KRAWHT0000000101', attach: [token] })).toBe('ok');
  });
});
