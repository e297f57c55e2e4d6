import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rig } from './cli-rig.ts';

const line = (text: string): string[] => text.split(' ');
const BOOK = ['--book', 'b.tallybook', '--json'];

describe('invoices', () => {
  it.each([
    [
      'invoices add --number N-1 --date 2023-10-03 --vendor huawei --currency USD --net 6000 --tax 420 --type monthly --seller 3 --buyer 1 --fx-currency THB --fx-rate 36.5 --fx-date 2023-10-03 --order-reference PO-1',
      'invoices/add',
      {
        type: 'monthly',
        sellerId: 3,
        buyerId: 1,
        fx: { currency: 'THB', rate: '36.5', date: '2023-10-03' },
        document: { orderReference: 'PO-1' },
      },
    ],
    [
      'invoices make --period 2023-09 --where account=a --group-by productType,region --series 1 --seller 2 --buyer 3 --date 2023-10-03 --term 30',
      'invoices/make',
      {
        what: {
          kind: 'bills',
          scope: { period: '2023-09', where: [{ column: 'account', op: 'is', value: 'a' }] },
          groupBy: ['productType', 'region'],
        },
        series: 1,
        sellerId: 2,
        buyerId: 3,
        date: '2023-10-03',
        termDays: 30,
        tax: { by: 'rule' },
      },
    ],
    [
      'invoices make --order CS1 --series 1 --seller 2 --buyer 3 --date 2023-10-03 --tax-rate 7 --tax-reason none --draft',
      'invoices/draft',
      { what: { kind: 'order', orderId: 'CS1' }, tax: { by: 'hand', ratePct: '7', reason: 'none' } },
    ],
    [
      'invoices make --credit INV-1 --net 10 --series 2 --date 2023-10-03 --reason goodwill',
      'invoices/make',
      { what: { kind: 'credit', invoice: 'INV-1', net: '10', scope: null }, reason: 'goodwill' },
    ],
    ['invoices list --direction issued', 'invoices/list', { direction: 'issued' }],
  ] as [string, string, object][])('%s', async (args, procedure, input) => {
    const { exit, err, calls } = await rig({ 'invoices/list': { invoices: [], byStatus: [] } }).run(...line(args), ...BOOK);
    expect(err).toBe('');
    expect(exit).toBe(0);
    expect(calls.at(-1)?.name).toBe(procedure);
    expect(calls.at(-1)?.input).toMatchObject(input);
  });

  it.each([
    ['invoices make --series 1 --date 2023-10-03', 'Nothing says what the document is made of.'],
    ['invoices make --order CS1 --series 1 --date 2023-10-03 --tax-rate 7', 'A tax by hand needs a reason.'],
    ['invoices make --order CS1 --series 1 --date 2023-10-03 --fx-rate 7', 'An exchange rate needs its currency'],
  ])('refuses %s', async (args, words) => {
    const { exit, err, calls } = await rig().run(...line(args), ...BOOK);
    expect([exit, calls]).toEqual([2, []]);
    expect(err).toContain(words);
  });
});

describe('invoices add --lines', () => {
  const add = 'invoices add --number N --date 2023-10-03 --vendor other --currency USD --net 3 --tax 0 --lines lines';
  const run = (text: string) => {
    const cli = rig();
    writeFileSync(join(cli.cwd, 'lines'), text);
    return cli.run(...line(add), ...BOOK);
  };
  const linesOf = async (text: string) => (await run(text)).calls.at(-1)?.input['lines'];

  it('reads CSV: quoted cells, empty ones as not stated, with or without a last line break', async () => {
    const table = '\ufeffdescription,net,quantity,unit\r\n"Compute, ""large""",1,744,HUR\r\nStorage,2,,';
    const wanted = [
      { description: 'Compute, "large"', net: '1', quantity: '744', unit: 'HUR' },
      { description: 'Storage', net: '2', quantity: null, unit: null },
    ];
    expect(await linesOf(table)).toMatchObject(wanted);
    expect(await linesOf(`${table}\r\n`)).toMatchObject(wanted);
  });
  it('reads JSON', async () =>
    expect(await linesOf('[{"description":"x","net":"3","scope":{"period":"2023-09","where":{"account":["a"]}}}]')).toMatchObject([
      { net: '3', scope: { where: { account: ['a'] } } },
    ]));
  it.each([
    ['[{', 'is not a JSON array'],
    ['description,quantity\nx,1', 'has no columns description and net'],
    ['description,net,colour\nx,1,red', 'unknown column'],
    ['description,net\nx', 'has 1 cells'],
    ['description,net\n"x,1', 'is not CSV'],
    ['', 'has no columns description and net'],
  ])('refuses %j', async (text, words) => {
    const { exit, err, calls } = await run(text);
    expect([exit, calls]).toEqual([2, []]);
    expect(err).toContain(words);
  });
});
