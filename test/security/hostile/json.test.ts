import { afterAll, expect, it } from 'vitest';
import type { Case } from './case.ts';
import { Trial, type Outcome } from './trial.ts';

const trial = new Trial();
afterAll(() => trial[Symbol.dispose]());

/** A record of Huawei Cloud's ListCustomerselfResourceRecords: 5 USD, of which `amount` and `resource_id` are as given. */
const record = (amount = '5', resource = '"vol-1"', more = ''): string =>
  `{"bill_date":"2023-09-18","bill_type":1,"customer_id":"c1","region":"r1","cloud_service_type":"hws.service.type.ebs","trade_id":"t1","charge_mode":"3","resource_id":${resource},"official_amount":5,"amount":${amount},"measure_id":1${more}}`;
const answer = (...records: string[]): string => `{"fee_records":[${records.join(',')}],"total_count":${records.length},"currency":"USD"}`;
const counted = (imported: number, total: string, rejected = 0): Outcome => [
  { format: 'huawei.api.fee-records', rows: imported + rejected, imported, ...(rejected && { rejected }), total: total && `${total} USD` },
];
const FIVE = counted(1, '5');
const REJECTED = counted(1, '5', 1);
const INVALID: Outcome = { refused: 'import.json-invalid' };
const UNKNOWN: Outcome = { refused: 'import.unknown-format' };
const other = (amount: string): string => answer(record(), record(amount));

const CASES: Case[] = (
  [
    ['a sound answer', answer(record()), FIVE],
    ['a mark of UTF-8', `\uFEFF${answer(record())}`, FIVE],
    // Amounts
    ...[
      '1e600000000',
      '-1e-600000000',
      '9'.repeat(100_000),
      `0.${'0'.repeat(20)}1`,
      'true',
      '"NaN"',
      '"0x1F"',
      '"=5"',
      'null',
      '""',
      '1000000000000000.5',
    ].map((amount): [string, string, Outcome] => [`the amount ${amount.slice(0, 20)}`, other(amount), REJECTED]),
    ...['NaN', 'Infinity', '0x1F', '007', '+5', '.5', '5.', '1_000', "'5'"].map((amount): [string, string, Outcome] => [
      `the amount ${amount}`,
      other(amount),
      INVALID,
    ]),
    ['an amount that is an object', other('{"formula":"=1+1"}'), REJECTED],
    ['an amount that is a list', other('[5]'), REJECTED],
    ['amounts with exponents', answer(record('5e0'), record('0.5E+1', '"vol-2"'), record('50e-1', '"vol-3"')), counted(3, '15')],
    ['sixteen decimals', answer(record('0.1'), record('0.0000000001', '"vol-2"')), counted(2, '0.1000000001')],
    ['minus zero', answer(record('-0')), counted(1, '0')],
    // Keys
    ['one key with two values', answer(record('5', '"vol-1"', ',"amount":99')), INVALID],
    ['an amount in the prototype', other('null').replace('"amount":null', '"__proto__":{"amount":99}'), REJECTED],
    ['an amount in the prototype beside its own', answer(record('5', '"vol-1"', ',"__proto__":{"amount":99,"official_amount":99}')), FIVE],
    [
      'keys of constructors',
      answer(record('5', '"vol-1"', ',"constructor":{"prototype":{"amount":99}},"toString":1,"hasOwnProperty":2')),
      FIVE,
    ],
    ['twenty thousand keys', answer(record('5', '"vol-1"', Array.from({ length: 20_000 }, (_, i) => `,"k${i}":1`).join(''))), FIVE],
    // Texts
    ['half a pair', answer(record('5', String.raw`"a\ud83db"`)), FIVE],
    ['NUL', answer(record('5', String.raw`"a\u0000b"`)), FIVE],
    ['characters that turn the line around', answer(record('5', String.raw`"\u202egpj.exe"`)), FIVE],
    ['a text of a megabyte', answer(record('5', JSON.stringify('x'.repeat(1 << 20)))), FIVE],
    ['a raw control character', answer(record('5', '"a\u0007b"')), INVALID],
    // Structure
    ['cut off', answer(record()).slice(0, -30), INVALID],
    ['a comma too many', answer(record(), ''), INVALID],
    ['a comment', `/* bill */${answer(record())}`, UNKNOWN],
    ['two documents', answer(record()) + answer(record()), INVALID],
    ['a record per line', `${record()}\n${record()}\n`, INVALID],
    ['nothing', '{}', UNKNOWN],
    ['an empty list', '[]', UNKNOWN],
    ['no records', answer(), { refused: 'import.no-rows' }],
    ['records that are none', answer('null', '5', '"x"', '[]'), { refused: 'import.missing-column' }],
    ['records in an object', '{"fee_records":{"length":5},"currency":"USD"}', UNKNOWN],
    ['a hundred thousand brackets', '['.repeat(100_000), { refused: 'import.json-too-deep' }],
    ['objects a hundred deep', `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`, { refused: 'import.json-too-deep' }],
    ['a bracket alone', '[', INVALID],
  ] as [string, string, Outcome][]
).map(([what, text, expected]) => [what, 'answer.json', () => text, expected]);

it.each(CASES)('a JSON answer with %s', async (_what, name, content, expected) => {
  expect(await trial.of(content(), name)).toEqual(expected);
  expect(trial.broken.splice(0)).toEqual([]);
});
