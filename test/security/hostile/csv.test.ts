import { Buffer } from 'node:buffer';
import { afterAll, describe, expect, it } from 'vitest';
import { bill, cells, HEADER, HEADERS, row } from './bill.ts';
import { Trial, type Outcome } from './trial.ts';

const trial = new Trial();
afterAll(() => trial[Symbol.dispose]());

const good = row();
/** The good row and one more. */
const counted = (imported: number, total: string, more: { rejected?: number; besides?: number } = {}): Outcome => [
  { format: 'huawei.detail', rows: imported + (more.rejected ?? 0) + (more.besides ?? 0), imported, ...more, total: `${total} USD` },
];
const REJECTED = counted(1, '5', { rejected: 1 });
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const withCell = (at: number, text: string): string => cells().with(at, text).join(',');
const utf16 = (text: string, order: 'le' | 'be', mark = true): Buffer => {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

const CASES: [string, string | Uint8Array, Outcome][] = [
  // Structure
  ['every cell quoted', bill(good, cells({ list: '6' }).map(quoted).join(',')), counted(2, '11')],
  ['a quoted header', [HEADERS.map(quoted).join(','), good, ''].join('\n'), counted(1, '5')],
  ['a line break in a quoted cell', bill(good, withCell(7, '"vol\n-2"')), counted(2, '10')],
  ['CR in a quoted cell', bill(good, withCell(7, '"vol\r-2"')), counted(2, '10')],
  ['doubled quotes', bill(good, withCell(7, '"a ""b"" c"')), counted(2, '10')],
  ['a quote inside an unquoted cell', bill(good, withCell(7, '19" rack')), counted(2, '10')],
  ['text after a closing quote', bill(good, withCell(7, '"vol"-2')), REJECTED],
  ['a quote that is never closed', bill(good, withCell(7, '"vol-2')), REJECTED],
  ['a quote that is never closed, with rows after it', bill(withCell(7, '"vol-2'), good), { refused: 'import.unclosed-quote' }],
  ['a quote that is never closed, cut', bill(good, withCell(7, '"vol-2')).trimEnd(), { refused: 'import.truncated' }],
  [
    'a quote that swallows rows up to another',
    bill(good, withCell(7, '"vol'), row({ list: '7' }), withCell(7, '"vol-3"'), row({ list: '1' })),
    counted(2, '6', { rejected: 1 }),
  ],
  ['a separator too many', bill(good, `${good},`), REJECTED],
  ['a separator too few', bill(good, good.replace(',0,', ',')), REJECTED],
  ['another separator in one row', bill(good, good.replaceAll(',', ';')), REJECTED],
  ['no line end at the end', bill(good, good).trimEnd(), counted(2, '10')],
  ['cut in a number', bill(good, row({ list: '500.00' }).slice(0, -20)).trimEnd(), { refused: 'import.truncated' }],
  ['CR alone', bill(good, good).replaceAll('\n', '\r'), counted(2, '10')],
  ['CRLF and LF and CR', `${HEADER}\r\n${good}\n${good}\r${good}\r\n`, counted(3, '15')],
  ['LF CR', bill(good, good).replaceAll('\n', '\n\r'), counted(2, '10')],
  ['blank lines everywhere', `\n\n${HEADER}\n\n\n${good}\n\n${good}\n\n\n`, counted(2, '10')],
  ['a line of spaces', bill(good, '   '), REJECTED],
  ['a line of separators', bill(good, ','.repeat(HEADERS.length - 1)), REJECTED],
  ['the header again in the middle', bill(good, HEADER, good), counted(2, '10', { rejected: 1 })],
  ['comments above', `# exported by a tool\n# 2023\n${bill(good)}`, counted(1, '5')],
  ['a comment in the middle', bill(good, '# that was all', good), counted(2, '10', { rejected: 1 })],
  ['a hint of the separator for a spreadsheet', `sep=,\n${bill(good)}`, counted(1, '5')],
  ['twenty-five lines above the header', `${'note\n'.repeat(25)}${bill(good)}`, { refused: 'import.unknown-format' }],
  ['five thousand cells', bill(good, `${good}${','.repeat(5000)}`), REJECTED],
  ['a header of five thousand columns', bill(good).replace(HEADER, HEADER + ',x'.repeat(5000)), { refused: 'import.unknown-format' }],
  ['a million separators', bill(good, ','.repeat(1_000_000)), REJECTED],
  ['a million line ends', `${bill(good)}${'\n'.repeat(1_000_000)}`, counted(1, '5')],
  ['a million quotes', `${bill(good)}${'"'.repeat(1_000_000)}\n`, counted(1, '5', { rejected: 1 })],
  [
    'columns of the names of prototypes',
    bill(`${good},a,b,c`).replace(HEADER, `${HEADER},__proto__,constructor,toString`),
    counted(1, '5'),
  ],
  // Encodings
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${bill(good)}`), counted(1, '5')],
  ['UTF-8 with two marks', Buffer.from(`\uFEFF\uFEFF${bill(good)}`), counted(1, '5')],
  ...(['le', 'be'] as const).flatMap((order): [string, Uint8Array, Outcome][] => [
    [`UTF-16${order}`, utf16(bill(good), order), counted(1, '5')],
    [`UTF-16${order} without a mark`, utf16(bill(good), order, false), counted(1, '5')],
    [`UTF-16${order} of an odd length`, utf16(bill(good), order).subarray(0, -1), { refused: 'import.encoding' }],
    [`UTF-16${order} with half a pair`, utf16(bill(good, row({ resource: 'a\ud83db' })), order), { refused: 'import.encoding' }],
    [`UTF-16${order} with half a pair at the end`, utf16(`${bill(good)}\udc00`, order), { refused: 'import.encoding' }],
    [`UTF-16${order} with NUL`, utf16(bill(good, row({ resource: 'a\u0000b' })), order), { refused: 'import.binary' }],
  ]),
  ['UTF-8 cut in a character', Buffer.concat([Buffer.from(bill(good)), Buffer.from('账').subarray(0, 2)]), { refused: 'import.encoding' }],
  ['half a pair in UTF-8', Buffer.concat([Buffer.from(bill(good)), Buffer.from('eda0bd', 'hex')]), { refused: 'import.encoding' }],
  ['an overlong slash', Buffer.concat([Buffer.from(bill(good)), Buffer.from('c0af', 'hex')]), { refused: 'import.encoding' }],
  [
    'a mark of UTF-8 before GB18030',
    Buffer.concat([Buffer.from('efbbbf', 'hex'), Buffer.from('d5cbc6da2cb2fac6b70a', 'hex')]),
    { refused: 'import.encoding' },
  ],
  ['NUL in a cell', bill(good, row({ resource: 'vol\u0000-2' })), { refused: 'import.binary' }],
  ['NUL far behind', bill(...Array.from({ length: 2000 }, () => good), row({ resource: 'vol\u0000-2' })), { refused: 'import.binary' }],
  [
    'UTF-32',
    Buffer.from(
      [...bill(good)].flatMap((c) => {
        const n = c.codePointAt(0)!;
        return [n & 255, (n >> 8) & 255, n >> 16, 0];
      }),
    ),
    { refused: 'import.binary' },
  ],
  ['characters that turn the line around', bill(row({ resource: '\u202egpj.exe\u2066' })), counted(1, '5')],
  ['control characters in a text', bill(row({ resource: 'a\u0007\u001b[31mb' })), counted(1, '5')],
];

/** Read as amounts by one library or another; here none is one. */
const NO_AMOUNTS = [
  'NaN',
  'Infinity',
  '-Infinity',
  '0x1F',
  '0b11',
  '1_000',
  '1e600000000',
  '1e-600000000',
  '1e99',
  '9'.repeat(60),
  '9'.repeat(1e5),
  '1e15e1',
  '--5',
  '+-5',
  '5-',
  '1,2,3',
  '12,34',
  '1.2.3',
  '1 000',
  '￥5',
  '$5',
  '5%',
  '=5',
  "'5",
  '5​5',
  '‮5',
  '5́',
  '5 USD',
  '(5)',
  '١٢٣',
  '½',
  '②',
  '5²',
  '⒌',
  '٫5',
  'five',
  'TRUE',
  '12:30',
  '2023-09-01',
  '{}',
  '[object Object]',
  '1;2',
  '#REF!',
  '1000000000000000.1',
  '0.00000000001',
];
const AMOUNTS: [string, string][] = [
  ...([
    ['-0', '0'],
    ['+7', '7'],
    ['7.', '7'],
    ['007', '7'],
    ['7e0', '7'],
    ['0.7E+1', '7'],
    [' 7 ', '7'],
    ['\t7', '7'],
    ['\u00a07\u00a0', '7'],
    ['\ufeff7', '7'],
  ] as [string, string][]),
  ...([
    ['７', '7'],
    ['－７．５', '-7.5'],
    ['\u22127', '-7'],
    ['1,234.5', '1234.5'],
    ['１，２３４', '1234'],
    ['-1,000', '-1000'],
  ] as [string, string][]),
  ...([
    ['1e15', '1000000000000000'],
    ['-1000000000000000', '-1000000000000000'],
    ['999999999999999.9999999999', '999999999999999.9999999999'],
  ] as [string, string][]),
  ...([
    ['0.0000000001', '0.0000000001'],
    ['1E-10', '0.0000000001'],
    ['-1e-10', '-0.0000000001'],
    ['2.4E-07', '0.00000024'],
    ['0e99', '0'],
  ] as [string, string][]),
];
const NO_MONTHS = [
  '2023-13',
  '2023-00',
  '0000-01',
  '1899-12',
  '3000-01',
  '9999-12',
  '99999-01',
  '2023-9-31x',
  '九月',
  '2023',
  '-2023-09',
  '1e3',
  '2023-02-30',
  '2023-09-00',
];
const NO_DAYS = [
  '2023-02-29 00:00:00',
  '2023-04-31',
  '31/12/2023',
  '1899-12-31',
  '3000-01-01',
  '9999-12-31',
  '0001-01-01',
  'yesterday',
  '2023-9',
  '20230901',
];

describe('in a hostile CSV', () => {
  const rejects = async (rows: readonly string[]): Promise<void> => {
    expect(await trial.of(bill(good, ...rows))).toEqual(counted(1, '5', { rejected: rows.length }));
    expect(trial.broken.splice(0)).toEqual([]);
  };

  it('nothing but an amount is an amount', () => rejects(NO_AMOUNTS.map((text) => withCell(8, quoted(text)))));
  it('an amount that must be there is not zero', () => rejects(['', '-', '--', ' ', 'null'].map((payable) => row({ list: '5', payable }))));
  it('nothing but a month is a month', () => rejects(NO_MONTHS.map((period) => row({ period }))));
  it('nothing but a day is a day', () => rejects(NO_DAYS.map((time) => row({ time }))));
  it('a day alone may tell the month, and only one of a bill', () => rejects(NO_DAYS.map((time) => row({ period: '', time }))));

  it('amounts are what they say, to the last digit', async () => {
    let stored: string[] = [];
    const content = bill(...AMOUNTS.map(([text], i) => cells({ list: '1', payable: quoted(text), resource: `vol-${i}` }).join(',')));
    await trial.of(content, 'bill.csv', () => (stored = trial.bench.payables()));
    expect(stored.toSorted()).toEqual(AMOUNTS.map(([, value]) => value).toSorted());
    expect(trial.broken.splice(0)).toEqual([]);
  });
});

describe('a hostile CSV', () => {
  it.each(CASES)('%s', async (_what, content, expected) => {
    expect(await trial.of(content)).toEqual(expected);
    expect(trial.broken.splice(0)).toEqual([]);
  });
});
