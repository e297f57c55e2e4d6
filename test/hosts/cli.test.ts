import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fail } from '../../domain/result.ts';
import { rig } from './cli-rig.ts';

const line = (text: string): string[] => text.split(' ');
const BOOK = ['--book', 'b.tallybook'];

describe('each command', () => {
  // [arguments, procedure, part of its input]
  const table: [string, string, object][] = [
    ['formats', 'formats/list', {}],
    [
      'init --country TH --entity SPARKOO_TH --customer-status registered --currency USD --settlement non-monthly',
      'book/create',
      {
        country: 'TH',
        entity: 'SPARKOO_TH',
        customerStatus: 'registered',
        currency: 'USD',
        settlement: 'non-monthly',
        region: null,
        language: 'en',
      },
    ],
    ['import bill.csv --dry-run --format huawei-detail', 'import/run', { format: 'huawei-detail', dryRun: true }],
    ['import bill.csv --format profile:qing', 'import/run', { format: 'profile:qing', profile: null, dryRun: false }],
    ['profiles list', 'profiles/list', {}],
    ['profiles export qing --out p.json', 'profiles/export', { profile: 'qing' }],
    ['profiles import bill.csv', 'profiles/import', { keep: true }],
    ['profiles delete qing', 'profiles/delete', { id: 'qing' }],
    ['batches', 'import/batches', {}],
    ['undo 3', 'import/undo', { batch: 3 }],
    ['rejects 3', 'import/rejects', { batch: 3, offset: 0, limit: 1000 }],
    ['bills summary --period 2023-09', 'bills/summary', { period: '2023-09', vendor: null, account: null }],
    ['bills summary --period 2023-09 --into EUR', 'bills/summary', { into: 'EUR' }],
    ['bills rates --period 2023-09', 'bills/rates', { period: '2023-09' }],
    [
      'bills rate --period 2023-09 --from USD --to EUR --rate 1.04',
      'bills/setRate',
      { period: '2023-09', from: 'USD', to: 'EUR', rate: '1.04' },
    ],
    ['bills rate --period 2023-09 --from USD --to EUR', 'bills/setRate', { rate: null }],
    ['bills pay-in EUR', 'bills/setPaymentCurrency', { into: 'EUR' }],
    ['bills pay-in', 'bills/setPaymentCurrency', { into: null }],
    [
      'bills query --group-by productType,period --where region=cn-north-4 --where product~ECS --where payable!= --hide-zero --limit 5',
      'bills/query',
      {
        groupBy: ['productType', 'period'],
        hideZero: true,
        limit: 5,
        period: null,
        kind: 'detail',
        where: [
          { column: 'region', op: 'is', value: 'cn-north-4' },
          { column: 'product', op: 'contains', value: 'ECS' },
          { column: 'payable', op: 'present', value: '' },
        ],
      },
    ],
    ['views list', 'views/list', {}],
    [
      'bills query --group-by region --from 2023-07 --to 2023-09',
      'bills/query',
      { groupBy: ['region'], period: null, from: '2023-07', to: '2023-09', hideZero: false, kind: 'detail', sort: [] },
    ],
    ['registers', 'registers/kinds', {}],
    [
      'registers coupons --vendor tencent --account 100000000001 --state unUsed --search CVM --from 2023-01-01 --to 2023-12-31 --batch 3 --sort -balance --sort expires --limit 5',
      'registers/rows',
      {
        kind: 'coupons',
        vendor: 'tencent',
        account: '100000000001',
        state: 'unUsed',
        search: 'CVM',
        from: '2023-01-01',
        to: '2023-12-31',
        batch: 3,
        sort: [
          { column: 'balance', descending: true },
          { column: 'expires', descending: false },
        ],
        offset: 0,
        limit: 5,
        sums: true,
      },
    ],
    ['reconcile --period 2023-09', 'reconcile/run', { period: '2023-09', vendor: null }],
    [
      'tax quote --country MY --entity SPARKOO_SG --status registered --amount 100 --currency USD --date 2024-03-02 --wht-rate 8',
      'tax/quote',
      {
        country: 'MY',
        entity: 'SPARKOO_SG',
        status: 'registered',
        amount: '100',
        currency: 'USD',
        date: '2024-03-02',
        whtRate: '8',
        region: null,
      },
    ],
    [
      'invoices add --number N-1 --date 2023-10-03 --vendor huawei --entity SPARKOO_TH --currency USD --net 6000 --tax 420 --due 2023-11-01 --period 2023-09 --file wht.pdf',
      'invoices/add',
      { number: 'N-1', net: '6000', tax: '420', due: '2023-11-01', period: '2023-09' },
    ],
    ['invoices list --status unpaid', 'invoices/list', { status: 'unpaid' }],
    ['invoices show N-1', 'invoices/show', { number: 'N-1' }],
    ['invoices confirm N-1', 'invoices/confirm', { number: 'N-1' }],
    ['invoices dispute N-1 --reason wrong', 'invoices/dispute', { number: 'N-1', reason: 'wrong' }],
    ['invoices issue N-1 --date 2023-10-05', 'invoices/issue', { number: 'N-1', date: '2023-10-05' }],
    [
      'invoices credit N-1 --number C-1 --date 2023-10-06 --net 10 --tax 0.7 --reason outage',
      'invoices/credit',
      { number: 'N-1', creditNumber: 'C-1', date: '2023-10-06', net: '10', tax: '0.7', reason: 'outage' },
    ],
    ['invoices void N-1 --reason twice', 'invoices/void', { number: 'N-1', reason: 'twice' }],
    [
      'payments add --date 2023-10-20 --amount 500.25 --currency USD --reference TT-9 --allocate A=B=500 --allocate C=0.25',
      'payments/add',
      {
        amount: '500.25',
        reference: 'TT-9',
        allocate: [
          { invoice: 'A=B', amount: '500' },
          { invoice: 'C', amount: '0.25' },
        ],
      },
    ],
    ['payments list', 'payments/list', { search: '' }],
    [
      'wht add --number W1 --date 2023-10-20 --total 180 --currency THB --allocate N-1=180:5.05 --attach wht.pdf --issuer RD',
      'wht/add',
      { number: 'W1', total: '180', currency: 'THB', issuer: 'RD', allocate: [{ invoice: 'N-1', amount: '180', payAmount: '5.05' }] },
    ],
    [
      'wht add --generate --date 2023-10-20 --total 180 --currency THB --allocate N-1=180 --attach wht.pdf',
      'wht/add',
      { number: null, allocate: [{ invoice: 'N-1', amount: '180', payAmount: null }] },
    ],
    ['wht list --status accepted', 'wht/list', { status: 'accepted' }],
    ['wht show W1', 'wht/show', { number: 'W1', issuer: null }],
    ['wht review W1 --refuse --reason unreadable', 'wht/review', { number: 'W1', decision: 'refuse', reason: 'unreadable' }],
    ['wht export --out w.csv', 'wht/export', {}],
    [
      'export report --period 2023-09 --format xlsx --out r.xlsx',
      'export/report',
      { period: '2023-09', format: 'xlsx', bom: true, language: null },
    ],
    ['export bills --period 2023-09 --out b.xlsx --no-bom', 'export/bills', { period: '2023-09', format: 'xlsx', bom: false }],
    ['verify', 'book/verify', {}],
    ['backup --out c.tallybook', 'book/backup', {}],
    ['restore b.tallybook --to d.tallybook', 'book/restore', {}],
    ['audit --since 2023-10-01 --limit 5', 'book/audit', { since: '2023-10-01', limit: 5, before: null }],
  ];
  const answers = {
    'formats/list': [],
    'import/run': { files: [] },
    'import/batches': [],
    'import/rejects': { total: 0, mended: 0, cannotMend: null, rows: [] },
    'profiles/list': [],
    'profiles/import': { id: 'qing', revision: 1, title: 'Q', vendor: 'other', kind: 'detail', columns: [] },
    'bills/query': { columns: [], rows: [], totals: {}, truncated: false },
    'registers/kinds': [],
    'registers/rows': { rows: [], count: 0, totals: {} },
    'invoices/list': { invoices: [], byStatus: [] },
    'payments/list': [],
    'wht/list': [],
    'reconcile/run': { period: '2023-09', checks: [], counts: { pass: 0, explained: 0, fail: 0, missing: 0 } },
    'book/audit': { entries: [], head: null },
  };
  const BOOKLESS = ['formats', 'init', 'restore'];

  it.each(table)('%s', async (args, procedure, input) => {
    const { run } = rig(answers);
    const { exit, out, err, calls } = await run(...line(args), '--json', ...BOOK);
    expect(err).toBe('');
    expect(exit).toBe(0);
    expect(calls.map((call) => call.name)).toEqual(BOOKLESS.includes(line(args)[0] ?? '') ? [procedure] : ['book/open', procedure]);
    expect(calls.at(-1)?.input).toMatchObject(input);
    expect(JSON.parse(out)).toBeDefined();
  });
});

it('mend changes the named cells of the row and leaves the others', async () => {
  const cut = { headers: ['a', 'b', 'c', 'd'], cells: ['1', 'x'], delimiter: ',', column: 1, mended: null };
  const { run } = rig({ 'import/rejectedRow': cut, 'import/checkMend': { rows: [{ row: 4, state: 'wrong' }] } });
  const { exit, calls } = await run(...line('mend 3 4 --set b==2 --set d= --json'), ...BOOK);
  expect(exit).toBe(0);
  expect(calls.slice(1)).toEqual([
    { name: 'import/rejectedRow', input: { batch: 3, row: 4 } },
    { name: 'import/mend', input: { batch: 3, rows: [{ row: 4, cells: ['1', '=2', '', ''] }] } },
  ]);
  const dry = await run(...line('mend 3 4 --set a=7 --dry-run --json'), ...BOOK);
  expect(dry.exit).toBe(3);
  expect(dry.calls.at(-1)).toEqual({ name: 'import/checkMend', input: { batch: 3, rows: [{ row: 4, cells: ['7', 'x'] }] } });
  const unknown = await run(...line('mend 3 4 --set z=1'), ...BOOK);
  expect(unknown.exit).toBe(2);
  expect(unknown.err).toContain('a, b, c, d');
});

it('a mapping profile is read from its file, not kept, and goes with the import', async () => {
  const profile = { tallybook: 'profile', id: 'qing' };
  const { run } = rig({ 'import/run': { files: [] }, 'profiles/import': profile });
  const { exit, calls } = await run('import', 'bill.csv', '--profile', 'wht.pdf', '--json', ...BOOK);
  expect(exit).toBe(0);
  expect(calls.map((call) => call.name)).toEqual(['book/open', 'profiles/import', 'import/run']);
  expect(calls[1]?.input).toMatchObject({ keep: false });
  expect(calls[2]?.input).toMatchObject({ profile, format: null });
});

it('time zone and delivery go with every file of the import; a wrong zone is refused by its name', async () => {
  const { run } = rig({ 'import/run': { files: [] } });
  const given = async (...options: string[]): Promise<unknown> => {
    const { exit, err, calls } = await run('import', 'bill.csv', 'wht.pdf', ...options, '--json', ...BOOK);
    expect([exit, err]).toEqual([0, '']);
    const { files, sources } = calls.at(-1)!.input as { files: string[]; sources: Record<string, unknown> };
    return files.map((token) => sources[token]);
  };
  const east = { timeZone: 'UTC+08:00', delivery: 'replacement' };
  expect(await given('--time-zone', 'gmt+8', '--delivery', 'replacement')).toEqual([east, east]);
  expect(await given('--time-zone', 'auto')).toEqual([{ timeZone: null }, { timeZone: null }]);
  expect(await given()).toEqual([undefined, undefined]);
  for (const [option, wrong] of [
    ['--time-zone', 'Asia/Bejing'],
    ['--delivery', 'replaces'],
  ] as const) {
    const refused = await run('import', 'bill.csv', option, wrong, ...BOOK);
    expect([refused.exit, refused.calls]).toEqual([2, []]);
    expect(refused.err).toContain(wrong);
  }
});

it('a mapping profile that is not there, or is none, is refused by name', async () => {
  const { run } = rig({
    'profiles/import': fail('profile.invalid', 'The profile cannot be used: decimal is missing.', { file: 'bill.csv', column: 'decimal' }),
  });
  const absent = await run('import', 'bill.csv', '--profile', 'none.json', ...BOOK);
  expect([absent.exit, absent.calls]).toEqual([2, []]);
  expect(absent.err).toContain('none.json');
  const bad = await run('import', 'bill.csv', '--profile', 'bill.csv', ...BOOK);
  expect(bad.exit).toBe(2);
  expect(bad.err).toContain('decimal is missing');
});

describe('exit statuses', () => {
  it('2 with the message, the place and the remedy of a refusal, and the error as a document with --json', async () => {
    const refused = fail('import.bad-amount', 'The amount cannot be read.', {
      file: 'bill.csv',
      row: 7,
      column: 'payable',
      value: '1,2.3.4',
      remedy: 'Mend the cell.',
    });
    const { run } = rig({ 'import/run': refused });
    const { exit, out, err } = await run('import', 'bill.csv', '--json', ...BOOK);
    expect(exit).toBe(2);
    expect(err).toBe(
      'tallybook: The amount cannot be read.\n  where: file bill.csv, row 7, column payable, value “1,2.3.4”\n  remedy: Mend the cell.\n',
    );
    expect(JSON.parse(out)).toEqual({ error: refused.error });
  });

  it('1 for what went wrong inside', async () => {
    const { run } = rig({ 'book/verify': fail('internal', 'Something went wrong inside Tallybook: x') });
    expect((await run('verify', ...BOOK)).exit).toBe(1);
  });

  it('3 for a failed check, 3 for a book that does not verify', async () => {
    const { run } = rig({
      'reconcile/run': { period: '2023-09', checks: [], counts: { pass: 1, explained: 0, fail: 1, missing: 0 } },
      'book/verify': { integrity: 'ok', foreignKeys: 'ok', auditChain: 'entry 4 does not match its hash', totals: 'ok' },
    });
    expect((await run('reconcile', '--period', '2023-09', ...BOOK)).exit).toBe(3);
    expect((await run('verify', ...BOOK)).exit).toBe(3);
  });

  it('3 for rejected rows, which it writes beside the book', async () => {
    const file = {
      file: 'bill.csv',
      rows: 3,
      imported: 2,
      duplicates: 0,
      superseded: 0,
      ignored: 0,
      rejected: 1,
      batch: 5,
      rejectsFile: null,
      notices: [],
      totals: {},
    };
    const { run, cwd, files } = rig({ 'import/run': { files: [file] } });
    const { exit, out, calls } = await run('import', 'bill.csv', '--json', ...BOOK);
    const path = join(cwd, 'b.tallybook.rejects', 'bill.csv.csv');
    expect(exit).toBe(3);
    expect((JSON.parse(out) as { files: { rejectsFile: string }[] }).files[0]?.rejectsFile).toBe(path);
    expect(calls.at(-1)).toMatchObject({ name: 'import/exportRejects', input: { batch: 5 } });
    expect(files.resolve(String(calls.at(-1)?.input['target']), 'write').path).toBe(path);
    expect(existsSync(join(cwd, 'b.tallybook.rejects'))).toBe(true);
  });
});

describe('what is wrong is named, with what would be right', () => {
  it.each([
    ['nonsense', /Unknown command “nonsense”\. There are: init, formats, import/],
    ['bills nonsense', /Unknown command “bills nonsense”\. There are: summary, query/],
    ['', /Say what to do\. There are: init/],
    ['formats --colour', /Unknown option '--colour'\. There are: .*--json/],
    ['bills pay-in euro', /'euro' is invalid for argument 'currency'\. Give an ISO 4217 code such as USD/],
    ['bills rate --period 2023-09 --from USD --to EUR --rate 1,04', /'1,04' is invalid\. Give an exact decimal such as 1\.04/],
    ['bills summary --period 2023-13', /'--period <month>' argument '2023-13' is invalid\. Give a month as YYYY-MM/],
    [
      'tax quote --country MY --entity SPARKOO_SG --status grand --amount 1 --currency USD --date 2024-01-01',
      /'grand' is invalid\. Allowed choices are any, registered, unregistered/,
    ],
    ['payments add --date 2023-02-30 --amount 1 --currency USD --reference x', /'2023-02-30' is invalid\. Give a day of the calendar/],
    ['payments add --date 2023-02-03 --amount 1e5 --currency USD --reference x', /'1e5' is invalid\. Give an exact decimal/],
    ['payments add --date 2023-02-03 --amount 1 --currency USD --reference x --allocate N', /Give INVOICE=AMOUNT/],
    ['bills query --group-by product --where product', /Give column=value/],
    ['undo x', /Give a whole number/],
    ['import missing.csv', /There is no file .*missing\.csv/],
    ['export report --period 2023-09 --format docx --out a', /'docx' is invalid\. Allowed choices are xlsx, pdf, csv/],
    ['export report --period 2023-09 --format pdf --out nowhere/a.pdf', /There is no folder/],
    ['wht add --date 2023-02-03 --total 1 --currency USD --allocate N=1 --attach wht.pdf', /no number/],
    ['wht review W1', /no decision/],
    ['wht review W1 --accept --refuse', /cannot be used with/],
  ])('%s', async (args, message) => {
    const { exit, err, calls } = await rig().run(...(args === '' ? [] : line(args)), ...BOOK);
    expect(exit).toBe(2);
    expect(err).toMatch(message);
    expect(calls.filter((call) => call.name !== 'book/open')).toEqual([]);
  });

  it('asks for the book where one is needed', async () => {
    const { exit, err } = await rig().run('batches');
    expect([exit, err]).toEqual([2, 'tallybook: No book is named.\n  remedy: Add --book FILE, or set TALLYBOOK_BOOK.\n']);
  });
});

describe('output', () => {
  it('prints CSV that no spreadsheet takes for formulas, amounts untouched', async () => {
    const answer = {
      columns: ['product', 'payable'],
      rows: [
        { product: '=1+1', payable: '-12.50' },
        { product: 'a,"b"', payable: null },
      ],
      totals: {},
      truncated: false,
    };
    const { out } = await rig({ 'bills/query': answer }).run('bills', 'query', '--group-by', 'product', '--csv', ...BOOK);
    expect(out).toBe(`product,payable\r\n'=1+1,-12.50\r\n"a,""b""",\r\n`);
  });

  it('prints tables for readers: figures to the right, missing as a dash, wide characters counted', async () => {
    const list = [
      { id: 1, date: '2023-10-01', reference: '汇款', currency: 'USD', amount: '10.5', allocated: '0', left: null, status: 'active' },
    ];
    const { out } = await rig({ 'payments/list': list }).run('payments', 'list', ...BOOK);
    expect(out.split('\n')).toEqual([
      'id  date        reference  currency  amount  allocated  left  status',
      '──  ──────────  ─────────  ────────  ──────  ─────────  ────  ──────',
      ' 1  2023-10-01  汇款       USD         10.5          0     –  active',
      '',
    ]);
  });

  it('says nothing with --quiet', async () => {
    const { exit, out, err } = await rig({ 'payments/list': [] }).run('payments', 'list', '--quiet', ...BOOK);
    expect([exit, out, err]).toEqual([0, '', '']);
  });

  it('reads a list page by page, adds it up once, and prints CSV that a spreadsheet does not run', async () => {
    const rows = Array.from({ length: 1000 }, (_, n) => ({
      id: n,
      batch: 3,
      file: 'orders.csv',
      row: n + 2,
      vendor: 'huawei',
      currency: 'USD',
      values: { orderId: n === 0 ? '=1+1' : `CS${n}`, amount: '-1.50', created: null },
    }));
    const { run } = rig({ 'registers/rows': { rows, count: 2500, totals: { USD: { amount: '-3750' } } } });
    const { out, err, calls } = await run(...line('registers orders --limit 1500 --csv'), ...BOOK);
    expect(calls.slice(1).map(({ input }) => [input['offset'], input['limit'], input['sums']])).toEqual([
      [0, 1000, true],
      [1000, 500, false],
    ]);
    expect(out.split('\r\n').slice(0, 3)).toEqual([
      'created,orderId,amount,vendor,currency,file,row,batch',
      ",'=1+1,-1.50,huawei,USD,orders.csv,2,3",
      ',CS1,-1.50,huawei,USD,orders.csv,3,3',
    ]);
    expect(err).toContain('There are 2500 rows');
  });
});
