import { Buffer } from 'node:buffer';
import type { Random } from './random.ts';

type Mutation = (bytes: Buffer, random: Random) => Buffer;

const splice = (bytes: Buffer, at: number, gone: number, put: Uint8Array | string): Buffer =>
  Buffer.concat([bytes.subarray(0, at), typeof put === 'string' ? Buffer.from(put) : put, bytes.subarray(at + gone)]);
const place = (bytes: Buffer, random: Random): number => random.below(bytes.length + 1);

/** Pieces that mean something to one reader or another. */
const PIECES: readonly (string | Uint8Array)[] = [
  '"',
  '""',
  "'",
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  '\\',
  '-',
  '--',
  '=',
  '+',
  '@',
  '%',
  ' ',
  '\u00a0',
  '\u3000',
  '\ufeff',
  '\u202e',
  '\u2028',
  '\u0085',
  'NaN',
  'Infinity',
  '1e600000000',
  '-1e-600000000',
  '1e15',
  '-0',
  '0x1F',
  '9'.repeat(400),
  '1,234',
  '1.234,56',
  '１２',
  '²',
  '(5)',
  '5-',
  '0.00000000001',
  "=cmd|'/C calc'!A0",
  '__proto__',
  'constructor',
  'null',
  'undefined',
  'true',
  '{}',
  '[]',
  '<!DOCTYPE x>',
  '<![CDATA[',
  '&#0;',
  '&x;',
  '../../x',
  '合计',
  '2023-13',
  '9999-12-31',
  '#',
  ...['00', '0000', 'ff', 'fffe', 'feff', 'efbbbf', 'c0af', 'eda0bd', 'f4908080', '81', '8130', '1f8b', '504b0304', 'd83d'].map((hex) =>
    Buffer.from(hex, 'hex'),
  ),
];

/** Where one number of the text begins and how long it is; null where there is none. */
function numberIn(bytes: Buffer, random: Random): { at: number; length: number } | null {
  const from = random.below(bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    const at = (from + i) % bytes.length;
    if (bytes[at]! < 48 || bytes[at]! > 57) continue;
    let end = at;
    while (end < bytes.length && ((bytes[end]! >= 48 && bytes[end]! <= 57) || bytes[end] === 46)) end++;
    return { at, length: end - at };
  }
  return null;
}

/** One line of the text, with its end. */
function lineOf(bytes: Buffer, random: Random): { at: number; length: number } {
  const at = bytes.lastIndexOf(10, random.below(bytes.length)) + 1;
  const end = bytes.indexOf(10, at);
  return { at, length: (end < 0 ? bytes.length : end + 1) - at };
}

const inLine =
  (change: (line: Buffer, random: Random) => Uint8Array | string): Mutation =>
  (bytes, random) => {
    const { at, length } = lineOf(bytes, random);
    return splice(bytes, at, length, change(bytes.subarray(at, at + length), random));
  };

const SEPARATORS = [',', ';', '\t', '|'];

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'a bit turned': (bytes, random) => {
    const changed = Buffer.from(bytes);
    const at = random.below(bytes.length);
    changed[at] = changed[at]! ^ (1 << random.below(8));
    return changed;
  },
  'a byte changed': (bytes, random) => splice(bytes, random.below(bytes.length), 1, Buffer.from([random.below(256)])),
  'cut off': (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  'the beginning cut off': (bytes, random) => bytes.subarray(random.below(bytes.length)),
  'a piece lost': (bytes, random) => splice(bytes, place(bytes, random), 1 + random.below(200), ''),
  'a piece repeated': (bytes, random) => {
    const at = place(bytes, random);
    return splice(bytes, at, 0, bytes.subarray(at, at + random.below(500)));
  },
  'a piece put in': (bytes, random) => splice(bytes, place(bytes, random), 0, random.one(PIECES)),
  'a piece in place of another': (bytes, random) => splice(bytes, place(bytes, random), 1 + random.below(8), random.one(PIECES)),
  'a quote lost': (bytes, random) => {
    const at = bytes.indexOf(34, random.below(bytes.length));
    return at < 0 ? splice(bytes, place(bytes, random), 0, '"') : splice(bytes, at, 1, '');
  },
  'a number changed': (bytes, random) => {
    const found = numberIn(bytes, random);
    return found ? splice(bytes, found.at, found.length, random.one(PIECES)) : bytes;
  },
  'a giant number': (bytes, random) => {
    const found = numberIn(bytes, random);
    return found
      ? splice(bytes, found.at, found.length, random.one(['9'.repeat(70_000), `1${'0'.repeat(400)}`, `0.${'0'.repeat(5000)}1`]))
      : bytes;
  },
  'a giant cell': (bytes, random) => splice(bytes, place(bytes, random), 0, random.one(['x', '"', ' ', '账']).repeat(300_000)),
  'NUL in between': (bytes, random) => splice(bytes, place(bytes, random), 0, Buffer.alloc(1 + random.below(3000))),
  'a line lost': inLine(() => ''),
  'a line repeated': inLine((line) => Buffer.concat([line, line])),
  'a line with another separator': inLine((line, random) => line.toString('latin1').replaceAll(',', random.one(SEPARATORS))),
  'a line in another encoding': inLine((line, random) => Buffer.from(line.toString('utf8'), random.one(['utf16le', 'latin1', 'ucs2']))),
  'a line end lost': inLine((line) => line.subarray(0, -1)),
  'other separators': (bytes, random) => Buffer.from(bytes.toString('latin1').replaceAll(',', random.one(SEPARATORS)), 'latin1'),
  'other line ends': (bytes, random) =>
    Buffer.from(bytes.toString('latin1').replaceAll('\n', random.one(['\r', '\r\n', '\n\r', '\u0085'])), 'latin1'),
  'UTF-16': (bytes, random) =>
    Buffer.from(`${random.one(['\uFEFF', ''])}${bytes.toString('utf8')}`, 'utf16le').subarray(
      random.below(2),
      random.below(2) === 0 ? undefined : -1,
    ),
  'half a pair': (bytes, random) => {
    const text = Buffer.from(`\uFEFF${bytes.toString('utf8')}`, 'utf16le');
    return splice(text, 2 * random.below(text.length / 2), 0, Buffer.from([random.below(256), 0xd8 + random.below(8)]));
  },
};

/** The bytes after one to three mutations, and what they were. */
export function mutate(bytes: Buffer, random: Random): { bytes: Buffer; how: string[] } {
  const names = Object.keys(MUTATIONS);
  const how: string[] = [];
  let changed = bytes;
  for (let times = 1 + random.below(3); times > 0 && changed.length > 0; times--) {
    const name = random.one(names);
    how.push(name);
    changed = MUTATIONS[name]!(changed, random);
  }
  return { bytes: changed, how };
}
