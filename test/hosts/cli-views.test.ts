import { describe, expect, it } from 'vitest';
import { viewDefinition } from '../../services/contract/views.ts';
import { rig } from './cli-rig.ts';

const view = (name: string, definition: object) => ({
  id: 1,
  name,
  isDefault: false,
  savedAt: '',
  definition: viewDefinition.parse(definition),
});
const VIEWS = [
  view('Month end', {
    cycle: { from: '2023-07', to: '2023-09' },
    by: 'cycle',
    groupBy: ['productType', 'region'],
    where: [{ column: 'payable', op: 'atLeast', value: '0.01' }],
    hideZero: true,
    currency: 'USD',
    groupSort: [
      { column: 'group', descending: true },
      { column: 'total', descending: false },
    ],
    measure: 'listPrice',
  }),
  view('Lines', {}),
];
const cli = () => rig({ 'views/list': VIEWS, 'bills/query': { columns: [], rows: [], totals: {}, truncated: false } });
const asked = (ran: { calls: { name: string; input: Record<string, unknown> }[] }) =>
  ran.calls.find((c) => c.name === 'bills/query')?.input;

describe('bills query --view', () => {
  it('asks what the view shows', async () => {
    const ran = await cli().run('bills', 'query', '--view', 'month END', '--book', 'b.tallybook');
    expect(ran.exit).toBe(0);
    expect(asked(ran)).toMatchObject({
      groupBy: ['productType', 'region', 'period'],
      from: '2023-07',
      to: '2023-09',
      hideZero: true,
      where: [
        { column: 'payable', op: 'atLeast', value: '0.01' },
        { column: 'currency', op: 'is', value: 'USD' },
      ],
      sort: [
        { column: 'productType', descending: true },
        { column: 'listPrice', descending: false },
      ],
    });
  });

  it('takes what is given beside it instead, and filters on top', async () => {
    const ran = await cli().run(
      'bills', 'query', '--view', 'Month end', '--group-by', 'account', '--period', '2023-08', '--where', 'region=a', '--book', 'b.tallybook',
    ); // prettier-ignore
    expect(asked(ran)).toMatchObject({ groupBy: ['account'], period: '2023-08', from: null, to: null, sort: [] });
    expect(asked(ran)?.['where']).toHaveLength(3);
  });

  it.each([
    [['--view', 'Nothing'], 'There are: Month end, Lines.'],
    [['--view', 'Lines'], 'it groups by nothing'],
    [[], 'Nothing says what to group by.'],
  ])('refuses %j by name', async (args, words) => {
    const ran = await cli().run('bills', 'query', ...args, '--book', 'b.tallybook');
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain(words);
    expect(asked(ran)).toBeUndefined();
  });
});

it('lists views with what they group by', async () => {
  const ran = await cli().run('views', 'list', '--book', 'b.tallybook');
  expect(ran.out).toMatch(/Month end\s+no\s+productType, region\s+cycle\s+1/);
  expect(
    (JSON.parse((await cli().run('views', 'list', '--json', '--book', 'b.tallybook')).out) as { name: string }[]).map((v) => v.name),
  ).toEqual(['Month end', 'Lines']);
});
