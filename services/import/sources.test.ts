import { describe, expect, it } from 'vitest';
import { ImportBench, type SourceChoices } from '../../test/support/import-host.ts';
import { Failure } from '../../domain/result.ts';
import { listBillSources } from '../../db/queries/bill-sources.ts';
import { verifyDb } from '../../db/verify.ts';
import { undoImport } from './undo.ts';

interface Charge {
  cost: string;
  start?: string;
  resource?: string;
  account?: string | null;
  category?: string;
}

const HEADER =
  'BilledCost,EffectiveCost,ContractedCost,ListCost,BillingAccountId,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ChargeCategory,ChargeClass,ProviderName,SubAccountId,ResourceId';

interface Source {
  provider?: string;
  account?: string;
  /** Further columns with one value for all rows: what makes the version. */
  also?: Record<string, string>;
}

function focusFile(charges: readonly Charge[], { provider = 'Nimbus', account = 'ACC-1', also = {} }: Source = {}): string {
  const rows = charges.map(({ cost, start = '2025-01-01T00:00:00Z', resource = 'r1', account: sub = 'team-a', category = 'Usage' }) =>
    [cost, cost, cost, cost, account, 'USD', start, start, category, '', provider, sub ?? '', resource, ...Object.values(also)].join(','),
  );
  return `${[HEADER, ...Object.keys(also)].join(',')}\n${rows.join('\n')}\n`;
}

const REPLACES: SourceChoices = { delivery: 'replacement' };
const day = (n: number): string => `2025-01-${String(n).padStart(2, '0')}T00:00:00Z`;
/** The first edition of a month, and the second: one charge corrected, one gone, one new, one as it was. */
const first = focusFile([{ cost: '1' }, { cost: '2', resource: 'r2' }, { cost: '4', resource: 'r3', account: 'team-b' }]);
const second = focusFile([{ cost: '1' }, { cost: '2.5', resource: 'r2' }, { cost: '8', resource: 'r4' }]);

describe('delivery', () => {
  it('replacement: a later file takes the place of all that its source told of the month, and only of that', async () => {
    using bench = new ImportBench();
    await bench.run(bench.file(first));
    // Neither another month nor another provider, even one with the same account number and lines of no sub-account.
    await bench.run(bench.file(focusFile([{ cost: '16', start: '2025-02-01T00:00:00Z' }])));
    await bench.run(bench.file(focusFile([{ cost: '32', account: null }], { provider: 'Cumulus' })));
    bench.today('2024-06-02');
    const token = bench.file(second);
    const [preview] = await bench.previewAs(REPLACES, token);
    const [result] = await bench.runAs(REPLACES, token);
    expect(result).toMatchObject({ rows: 3, imported: 2, duplicates: 1, superseded: 0 });
    expect(preview).toMatchObject({ rows: 3, imported: 2, duplicates: 1, superseded: 0 });
    expect(preview!.notices.map((n) => n.message)).toContain('Lines of earlier files that will give way to this newer one: 2.');
    expect(result!.notices.map((n) => n.message)).toContain('2 lines of earlier files gave way to this newer one.');
    expect(bench.payables()).toEqual(['1', '2.5', '8', '16', '32']);
    expect(verifyDb(bench.context.session.book().read)).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
    // What gave way comes back when the newer file is undone.
    undoImport(result!.batch!, bench.context);
    expect(bench.payables()).toEqual(['1', '2', '4', '16', '32']);
  });

  it('replacement: neither the same file again nor the older one changes anything', async () => {
    using bench = new ImportBench();
    await bench.runAs(REPLACES, bench.file(first));
    await bench.run(bench.file(second));
    const before = bench.lines();
    for (const again of [second, first, second]) {
      expect((await bench.run(bench.file(again)))[0]).toMatchObject({ batch: null, imported: 0, duplicates: 3 });
      expect(bench.lines()).toEqual(before);
    }
    // The same rows in other bytes: nothing is new, and nothing gives way.
    expect((await bench.run(bench.file(`${second}\n`)))[0]).toMatchObject({ imported: 0, duplicates: 3 });
    expect(bench.lines()).toEqual(before);
  });

  it('append-only: rows add, known ones are recognised, and a month told twice is remarked until somebody has chosen', async () => {
    using bench = new ImportBench();
    await bench.run(bench.file(first));
    const token = bench.file(second);
    const [preview] = await bench.preview(token);
    expect(preview!.notices.map((n) => n.code)).toContain('source.adds');
    expect(preview!.source).toMatchObject({ provider: 'Nimbus', account: 'ACC-1', delivery: 'append-only', deliveryBy: 'file' });
    const [chosen] = await bench.previewAs({ delivery: 'append-only' }, token);
    expect(chosen!.notices.map((n) => n.code)).not.toContain('source.adds');
    const [result] = await bench.runAs({ delivery: 'append-only' }, token);
    expect(result).toMatchObject({ imported: 2, duplicates: 1 });
    const all = ['1', '2', '2.5', '4', '8'];
    expect(bench.payables()).toEqual(all);
    await bench.run(bench.file(`${second}\n`), bench.file(`${first}\n`));
    expect(bench.payables()).toEqual(all);
  });

  it('the files of one call are one delivery; a later part alone is refused', async () => {
    using bench = new ImportBench();
    await bench.runAs(REPLACES, bench.file(first, 'costs-00001.csv'));
    bench.today('2024-06-02');
    // The rows of the first edition stand in other parts now, and one is gone.
    const parts = [
      [
        { cost: '2', resource: 'r2' },
        { cost: '7', resource: 'r7' },
      ],
      [{ cost: '1' }, { cost: '9', resource: 'r9' }],
    ].map((charges, i) => bench.file(focusFile(charges), `costs-0000${i + 1}.csv`));
    const alone = await bench.preview(parts[1]!);
    expect(alone[0]!.error).toMatchObject({ code: 'import.part-alone' });
    await expect(bench.run(parts[1]!)).rejects.toThrow(Failure);
    const previews = await bench.preview(...parts);
    const results = await bench.run(...parts);
    const counts = [
      { imported: 1, duplicates: 1 },
      { imported: 2, duplicates: 0 },
    ];
    expect(results).toMatchObject(counts);
    expect(previews).toMatchObject(counts);
    expect(bench.payables()).toEqual(['1', '2', '7', '9']);
  });

  it('a source that moves to another version replaces what it told in the older one', async () => {
    using bench = new ImportBench();
    await bench.runAs(REPLACES, bench.file(first));
    bench.today('2024-06-02');
    const newer = focusFile([{ cost: '3' }, { cost: '5', account: null }], { also: { InvoiceId: 'INV-9', BillingAccountType: 'Org' } });
    const [result] = await bench.run(bench.file(newer));
    expect(result).toMatchObject({ format: 'focus.1.2', imported: 2 });
    expect(bench.payables()).toEqual(['3', '5']);
  });
});

it('two clouds of one month count both, with the lines of each that name no account', async () => {
  using bench = new ImportBench();
  const tax = { cost: '0.5', account: null, category: 'Tax' };
  await bench.run(bench.file(focusFile([{ cost: '1' }, tax])));
  const also = { InvoiceId: 'C-1', BillingAccountType: 'Org' };
  await bench.run(
    bench.file(
      focusFile(
        [
          { cost: '2', account: 'other' },
          { ...tax, cost: '0.25' },
        ],
        { provider: 'Cumulus', account: 'ACC-2', also },
      ),
    ),
  );
  expect(bench.payables()).toEqual(['0.25', '0.5', '1', '2']);
  // One source in two versions of the format is one bill told twice: the first counts.
  await bench.run(bench.file(focusFile([{ cost: '1' }, tax, { cost: '7', account: 'team-z' }], { also })));
  expect(bench.payables()).toEqual(['0.25', '0.5', '1', '2', '7']);
});

describe('time zone', () => {
  /** One charge each side of the new year in Shanghai, and of the new year in London. */
  const boundary = focusFile([
    { cost: '1', start: '2024-12-31T15:59:00Z', resource: 'before' },
    { cost: '2', start: '2024-12-31T16:00:00Z', resource: 'east' },
    { cost: '4', start: '2024-12-31T23:59:00Z', resource: 'late' },
    { cost: '8', start: '2025-01-01T00:00:00Z', resource: 'after' },
  ]);
  const months = (bench: ImportBench): unknown[] =>
    bench.context.session
      .book()
      .read.all(
        "SELECT period, date(date * 86400, 'unixepoch') AS day, payable_u AS u FROM bill_line WHERE superseded_by IS NULL ORDER BY u",
      );

  it('moves the lines at the boundary of the month', async () => {
    for (const [timeZone, expected] of [
      ['GMT+8', ['2024-12-31', '2025-01-01', '2025-01-01', '2025-01-01']],
      ['Asia/Shanghai', ['2024-12-31', '2025-01-01', '2025-01-01', '2025-01-01']],
      ['UTC', ['2024-12-31', '2024-12-31', '2024-12-31', '2025-01-01']],
      ['America/New_York', ['2024-12-31', '2024-12-31', '2024-12-31', '2024-12-31']],
    ] as const) {
      using bench = new ImportBench();
      const [result] = await bench.runAs({ timeZone }, bench.file(boundary));
      expect(result).toMatchObject({ rejected: 0, periods: [...new Set(expected.map((d) => d.slice(0, 7)))] });
      expect(months(bench)).toEqual(expected.map((d, i) => ({ period: Number(d.slice(0, 7).replace('-', '')), day: d, u: 2 ** i })));
    }
  });

  it('is told by the file, chosen once, remembered for the source, and forgotten when asked', async () => {
    using bench = new ImportBench();
    const east = (cost: string): string => focusFile([{ cost, start: '2024-12-31T16:00:00Z' }]);
    const [told] = await bench.preview(bench.file(east('1')));
    expect(told).toMatchObject({ periods: ['2025-01'], source: { timeZone: null, timeZoneBy: 'file', toldZone: 'UTC+08:00' } });
    expect(told!.source!.evidence).toContain('2024-12-31T16:00:00Z');
    const [chosen] = await bench.runAs({ timeZone: 'utc' }, bench.file(east('1')));
    expect(chosen).toMatchObject({ periods: ['2024-12'], source: { timeZone: 'UTC', timeZoneBy: 'chosen', toldZone: 'UTC+08:00' } });
    const [kept] = await bench.run(bench.file(east('2')));
    expect(kept).toMatchObject({ periods: ['2024-12'], source: { timeZone: 'UTC', timeZoneBy: 'remembered' } });
    const { read } = bench.context.session.book();
    expect(listBillSources(read)).toMatchObject([{ provider: 'Nimbus', account: 'ACC-1', time_zone: 'UTC', delivery: null }]);
    // Another source is asked by itself.
    expect((await bench.preview(bench.file(focusFile([{ cost: '1', start: '2024-12-31T16:00:00Z' }], { account: 'B' }))))[0]).toMatchObject(
      {
        periods: ['2025-01'],
      },
    );
    // A delivery that is chosen later leaves the zone as it is; null lets the file tell again.
    expect((await bench.runAs(REPLACES, bench.file(east('3'))))[0]!.source).toMatchObject({
      timeZoneBy: 'remembered',
      deliveryBy: 'chosen',
    });
    expect((await bench.runAs({ timeZone: null }, bench.file(east('4'))))[0]).toMatchObject({ periods: ['2025-01'] });
    expect(listBillSources(read)).toMatchObject([{ time_zone: null, delivery: 'replacement' }]);
    const changes = read.all<{ body: string }>("SELECT body FROM audit WHERE action = 'import/source' ORDER BY seq").map(({ body }) => {
      const { before, after } = JSON.parse(body) as { before: unknown; after: unknown };
      return [before, after];
    });
    expect(changes).toEqual([
      [null, { timeZone: 'UTC', delivery: null }],
      [
        { timeZone: 'UTC', delivery: null },
        { timeZone: 'UTC', delivery: 'replacement' },
      ],
      [
        { timeZone: 'UTC', delivery: 'replacement' },
        { timeZone: null, delivery: 'replacement' },
      ],
    ]);
  });

  it('is refused by name where there is none such, and where the format leaves none open', async () => {
    using bench = new ImportBench();
    const refusal = async (timeZone: string, file: string): Promise<unknown> =>
      bench.runAs({ timeZone }, bench.file(file)).then(
        () => null,
        (error: unknown) => (error instanceof Failure ? error.error : error),
      );
    expect(await refusal('Asia/Bejing', boundary)).toMatchObject({
      code: 'zone.unknown',
      message: '“Asia/Bejing” is not a time zone.',
      details: { value: 'Asia/Bejing' },
    });
    const gcp =
      'billing_account_id,service.description,usage_start_time,cost,currency,invoice.month\na,b,2025-01-01 00:00:00 UTC,1,USD,202501\n';
    expect(await refusal('UTC', gcp)).toMatchObject({ code: 'import.no-source-choice' });
    expect(listBillSources(bench.context.session.book().read)).toEqual([]);
  });
});

it('keeps contracted and effective cost, provider and invoice of each line; missing stays missing', async () => {
  using bench = new ImportBench();
  const [result] = await bench.run(
    bench.file(
      [
        'BilledCost,ContractedCost,EffectiveCost,ListCost,BillingAccountId,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ChargeCategory,ProviderName,ServiceProviderName,InvoiceId',
        `0,9.0000000001,-0.5,10,A,USD,${day(1)},${day(1)},Usage,Old Name,Nimbus,INV-1`,
        `1,,,,A,USD,${day(1)},${day(2)},Usage,Old Name,,`,
      ].join('\n'),
    ),
  );
  expect(result!.totals['USD']).toMatchObject({
    payable: '1',
    listPrice: '10',
    contractedCost: '9.0000000001',
    effectiveCost: '-0.5',
    tax: null,
  });
  const { read } = bench.context.session.book();
  const lines = read.all(
    `SELECT (SELECT text FROM term WHERE id = provider) AS provider, (SELECT text FROM term WHERE id = invoice_id) AS invoice,
       effective_cost_u AS u, effective_cost_f AS f FROM bill_line ORDER BY row`,
  );
  expect(lines).toEqual([
    { provider: 'Nimbus', invoice: 'INV-1', u: 0, f: -5_000_000_000 },
    { provider: 'Old Name', invoice: null, u: null, f: null },
  ]);
  expect(verifyDb(read).totals).toBe('ok');
  bench.context.session.book().write.run('UPDATE bill_line SET effective_cost_f = -4000000000 WHERE effective_cost_f IS NOT NULL');
  expect(verifyDb(read).totals).toMatch(/changed after the import/);
});
