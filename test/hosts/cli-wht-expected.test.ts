import { expect, it } from 'vitest';
import { rig } from './cli-rig.ts';

const step = {
  id: 4,
  invoice: 'N-1',
  kind: 'remitted',
  date: '2024-04-01',
  reference: 'R',
  rate: null,
  note: '',
  at: '',
  who: 'ann',
  withdrawn: null,
};
const row = {
  invoice: 'N-1',
  side: 'payer',
  country: 'MY',
  vendor: 'huawei',
  state: 'overdue',
  currency: 'USD',
  base: '100',
  ratePct: null,
  tax: null,
  withheld: '8',
  certified: '0',
  missing: '8',
  evidence: { date: '2024-04-30', assumed: true },
  days: -3,
  findings: ['no-certificate'],
};
const answers = {
  'wht/expected': { asOf: '2024-05-03', rows: [row], sums: [{ state: 'overdue', currency: 'USD', count: 1, amount: '8', unknown: 0 }] },
  'wht/ageing': {
    asOf: '2024-05-03',
    groups: [
      { key: 'MY', currency: 'USD', cells: [{ bucket: 'late-30', count: 1, amount: '8', unknown: 0 }], open: '8', late: '8', count: 1 },
    ],
  },
  'wht/recordStep': [step],
  'wht/steps': [step],
};

// [arguments, procedure, its input]
const table: [string, string, object][] = [
  ['wht expected', 'wht/expected', { side: null, country: null, states: null, asOf: null, finding: null }],
  [
    'wht expected --side payee --country PK --vendor other --period 2024-02 --state overdue --state refused --finding short --as-of 2024-05-01',
    'wht/expected',
    {
      side: 'payee',
      country: 'PK',
      vendor: 'other',
      period: '2024-02',
      states: ['overdue', 'refused'],
      finding: 'short',
      asOf: '2024-05-01',
    },
  ],
  ['wht ageing --by period --side payer', 'wht/ageing', { by: 'period', side: 'payer' }],
  ['wht ageing', 'wht/ageing', { by: 'country' }],
  [
    'wht step N-1 N-2 --remitted 2024-04-01 --reference R',
    'wht/recordStep',
    { kind: 'remitted', date: '2024-04-01', reference: 'R', invoices: [{ invoice: 'N-1' }, { invoice: 'N-2' }] },
  ],
  ['wht step N-1 --filed 2024-04-15', 'wht/recordStep', { kind: 'filed', date: '2024-04-15', rate: null }],
  [
    'wht step N-1 --rate 8 --reason practice --vendor huawei',
    'wht/recordStep',
    { kind: 'rate', rate: '8', date: null, reason: 'practice', invoices: [{ invoice: 'N-1', vendor: 'huawei' }] },
  ],
  ['wht step N-1 --not-due --reason borne', 'wht/recordStep', { kind: 'not-due', reason: 'borne' }],
  [
    'wht step N-1 --written-off --reason lost --date 2024-04-02',
    'wht/recordStep',
    { kind: 'written-off', reason: 'lost', date: '2024-04-02' },
  ],
  ['wht steps N-1', 'wht/steps', { invoice: 'N-1', vendor: null }],
  ['wht withdraw-step 4 --reason typo', 'wht/withdrawStep', { id: 4, reason: 'typo' }],
];

it.each(table)('%s', async (args, procedure, input) => {
  const { run } = rig(answers);
  const { exit, out, err, calls } = await run(...args.split(' '), '--json', '--book', 'b.tallybook');
  expect(err).toBe('');
  expect(exit).toBe(0);
  expect(calls.map((call) => call.name)).toEqual(['book/open', procedure]);
  expect(calls.at(-1)?.input).toMatchObject(input);
  expect(JSON.parse(out)).toBeDefined();
});

it('prints the board and the ageing for a person; an assumed day carries a star', async () => {
  const { run } = rig(answers);
  const board = await run('wht', 'expected', '--book', 'b.tallybook');
  expect(board.out).toMatch(/N-1 .*overdue .*8 .*2024-04-30\* .*-3 .*no-certificate/);
  expect((await run('wht', 'ageing', '--book', 'b.tallybook')).out).toMatch(/country +currency +late-30 +open +late\n.*\nMY +USD +8 +8 +8/);
});

it.each([
  ['wht step N-1', 'No step is given.'],
  ['wht step N-1 --filed 2024-04-15 --not-due', 'More than one step is given.'],
  ['wht expected --state odd', 'There is no state “odd”.'],
])('%s is refused', async (args, words) => {
  const { run } = rig(answers);
  const { exit, err } = await run(...args.split(' '), '--book', 'b.tallybook');
  expect(exit).toBe(2);
  expect(err).toContain(words);
});
