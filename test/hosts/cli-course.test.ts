import { expect, it } from 'vitest';
import { rig } from './cli-rig.ts';

// [arguments, procedure, part of its input]
const table: [string, string, object][] = [
  ['invoices due --within 7 --kind pay', 'invoices/due', { within: 7, until: null, kinds: ['pay'], vendor: null }],
  ['invoices bill N-1 --date 2023-10-01', 'invoices/bill', { number: 'N-1', date: '2023-10-01' }],
  ['invoices withdraw N-1 --reason cleared', 'invoices/withdraw', { number: 'N-1', reason: 'cleared' }],
  ['invoices fail N-1 --reason title', 'invoices/fail', { number: 'N-1', date: null, reason: 'title' }],
  [
    'invoices schedule N-1 --term 30 --reason contract',
    'invoices/schedule',
    { number: 'N-1', issued: null, termDays: 30, reason: 'contract' },
  ],
  ['calendars show CN --year 2026', 'calendar/show', { country: 'CN', year: 2026 }],
  [
    'calendars edit TH --holiday 2026-04-06=Chakri --forget 2026-05-04 --complete 2026',
    'calendar/edit',
    {
      country: 'TH',
      days: [
        { date: '2026-04-06', kind: 'holiday', name: 'Chakri' },
        { date: '2026-05-04', kind: null },
      ],
      years: [{ year: 2026, complete: true }],
    },
  ],
  [
    'calendars set-terms --vendor zilliz --from 2026-01-01 --confirm 3 --term 30 --dunning 14 --reason contract',
    'calendar/setTerms',
    {
      vendor: 'zilliz',
      id: null,
      terms: { from: '2026-01-01', until: null, confirmDays: 3, termDays: 30, dunningDays: 14, recycleDays: null },
    },
  ],
];
const answers = {
  'invoices/due': { today: '2023-10-05', items: [], sums: [] },
  'calendar/list': [],
  'calendar/show': { country: 'CN', year: 2026, weekend: [], days: [], workingDays: 248, known: true, complete: false, source: null },
};

it.each(table)('%s', async (args, procedure, input) => {
  const { run } = rig(answers);
  const { exit, out, err, calls } = await run(...args.split(' '), '--json', '--book', 'b.tallybook');
  expect(err).toBe('');
  expect(exit).toBe(0);
  expect(calls.map((call) => call.name)).toEqual(['book/open', procedure]);
  expect(calls.at(-1)?.input).toMatchObject(input);
  expect(JSON.parse(out)).toBeDefined();
});

it('writes what is due within the days as reminders', async () => {
  const item = { id: 'huawei:N-1:pay', kind: 'pay' };
  const { run } = rig({ 'invoices/due': { today: '2023-10-05', items: [item], sums: [] } });
  const { exit, calls } = await run(
    'invoices',
    'reminders',
    '--within',
    '30',
    '--format',
    'ics',
    '--out',
    'r.ics',
    '--alarm',
    '7',
    '--alarm',
    '1',
    '--book',
    'b.tallybook',
  );
  expect(exit).toBe(0);
  expect(calls.map((call) => call.name)).toEqual(['book/open', 'invoices/due', 'export/reminders']);
  expect(calls.at(-1)?.input).toMatchObject({ format: 'ics', items: [item.id], alarms: [7, 1], language: null, attach: false });
});

it.each([
  ['invoices due --within -1', /whole number from 0 to 3650/],
  ['invoices due --kind lunch', /Give one of confirm, clear/],
  ['calendars edit TH --holiday 2026-02-30', /DAY or DAY=NAME/],
  ['calendars show thailand --year 2026', /ISO 3166/],
])('refuses %s', async (args, message) => {
  const { run } = rig({});
  const { exit, err } = await run(...args.split(' '), '--book', 'b.tallybook');
  expect(exit).toBe(2);
  expect(err).toMatch(message);
});
