import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { zipOf, type ZipEntry } from '../../support/zip-writer.ts';
import { bill, row } from './bill.ts';
import type { Case } from './case.ts';

const text = bill(row());
const FIVE = [{ format: 'huawei.detail', rows: 1, imported: 1, total: '5 USD' }];
const SEVEN = [{ format: 'huawei.detail', rows: 1, imported: 1, total: '7 USD' }];
const MB = 1 << 20;
const entry = (more: Partial<ZipEntry> = {}): ZipEntry => ({ name: 'bill.csv', data: text, ...more });
const zipped = (more: Partial<ZipEntry>): Buffer => zipOf([entry(more)]);
const named = (name: string | Buffer): Buffer => zipped({ name });
const refused = (code: string): { refused: string } => ({ refused: code });
const spoiled = (bytes: Buffer, at: number, byte: number): Buffer => {
  const changed = Buffer.from(bytes);
  changed[at < 0 ? bytes.length + at : at] = byte;
  return changed;
};
const tar = Buffer.alloc(1024);
tar.write('bill.csv');
tar.write('ustar', 257);

/** Archives as nobody who sends bills makes them, and what becomes of each. */
export const ARCHIVES: Case[] = [
  ['a bill', 'bills.zip', () => zipOf([entry()]), FIVE],
  ['two bills', 'bills.zip', () => zipOf([entry(), entry({ name: 'b.csv', data: bill(row({ list: '7' })) })]), [...FIVE, ...SEVEN]],
  [
    'what a Mac adds',
    'bills.zip',
    () => zipOf([entry(), entry({ name: '__MACOSX/._bill.csv', data: 'x' }), entry({ name: '.DS_Store', data: 'x' })]),
    FIVE,
  ],
  ['a file called __proto__', 'bills.zip', () => named('__proto__'), FIVE],
  ['a name of 60,000 letters', 'bills.zip', () => named(`${'a'.repeat(60_000)}.csv`), FIVE],
  [
    'a bill and something else',
    'bills.zip',
    () => zipOf([entry(), entry({ name: 'readme.txt', data: 'Hello' })]),
    refused('import.unknown-format'),
  ],
  ['a bill and a broken one', 'bills.zip', () => zipOf([entry(), entry({ name: 'b.csv', crc: 1 })]), refused('container.checksum')],
  ['nothing', 'bills.zip', () => zipOf([]), refused('container.empty')],
  ['folders alone', 'bills.zip', () => zipOf([entry({ name: 'a/', data: '' })]), refused('container.empty')],
  // Bombs
  ['24 MB of nothing', 'bills.zip', () => zipped({ data: Buffer.alloc(24 * MB) }), refused('container.ratio')],
  [
    'a bill before 24 MB of nothing',
    'bills.zip',
    () => zipped({ data: Buffer.concat([Buffer.from(text), Buffer.alloc(24 * MB, ' ')]) }),
    refused('container.ratio'),
  ],
  ['a gzip of 24 MB of nothing', 'bill.csv.gz', () => gzipSync(Buffer.alloc(24 * MB, '\n')), refused('container.ratio')],
  [
    'three hundred gzip members',
    'bill.csv.gz',
    () => Buffer.concat(Array.from({ length: 300 }, () => gzipSync(Buffer.alloc(MB / 16)))),
    refused('container.ratio'),
  ],
  [
    'more than two thousand files',
    'bills.zip',
    () => zipOf(Array.from({ length: 2001 }, (_, i) => entry({ name: `${i}.csv`, data: '' }))),
    refused('container.too-many'),
  ],
  [
    'a thousand names for one piece of data',
    'bills.zip',
    () => zipOf([entry({ name: '0.csv' }), ...Array.from({ length: 999 }, (_, i) => entry({ name: `${i + 1}.csv`, sameAs: 0 }))]),
    refused('container.overlap'),
  ],
  ['a zip in a zip', 'bills.zip', () => zipped({ name: 'inner.zip', data: zipOf([entry()]) }), refused('container.nested')],
  ['a zip in a gzip', 'bills.zip.gz', () => gzipSync(zipOf([entry()])), refused('container.nested')],
  ['a gzip in a zip', 'bills.zip', () => zipped({ name: 'bill.csv.gz', data: gzipSync(text) }), refused('container.nested')],
  ['a declared size of four gigabytes', 'bills.zip', () => zipped({ size: 0xfffffffe }), refused('container.too-big')],
  // Lies
  ['fewer bytes than declared', 'bills.zip', () => zipped({ size: text.length * 9 }), refused('container.size')],
  ['more bytes than declared', 'bills.zip', () => zipped({ size: 20 }), refused('container.size')],
  ['a wrong checksum', 'bills.zip', () => zipped({ crc: 0x12345678 }), refused('container.checksum')],
  ['a bit turned in the data', 'bills.zip', () => spoiled(zipped({ stored: true }), 200, 0x7e), refused('container.checksum')],
  ['cut in half', 'bills.zip', () => zipOf([entry()]).subarray(0, 150), refused('container.truncated')],
  ['the end alone', 'bills.zip', () => Buffer.concat([Buffer.from('504b0506', 'hex'), Buffer.alloc(18)]), refused('container.empty')],
  [
    'an end that counts files which are not there',
    'bills.zip',
    () => spoiled(spoiled(zipOf([entry()]), -14, 9), -12, 9),
    refused('container.damaged'),
  ],
  ['a directory beyond the end', 'bills.zip', () => spoiled(zipOf([entry()]), -3, 0x7f), refused('container.damaged')],
  ['a comment that is not there', 'bills.zip', () => spoiled(zipOf([entry()]), -1, 9), refused('container.damaged')],
  [
    'bytes before the archive',
    'bills.zip',
    () => Buffer.concat([Buffer.from('4d5a9000', 'hex'), zipOf([entry()])]),
    refused('import.not-a-bill'),
  ],
  ['a password', 'bills.zip', () => zipped({ flags: 0x801 }), refused('container.encrypted')],
  ['AES', 'bills.zip', () => zipped({ method: 99, flags: 0x801 }), refused('container.encrypted')],
  ['LZMA', 'bills.zip', () => zipped({ method: 14 }), refused('container.compression')],
  [
    'a link',
    'bills.zip',
    () => zipped({ data: '/etc/passwd', stored: true, externalAttributes: (0o120777 << 16) >>> 0 }),
    refused('container.special-file'),
  ],
  ['a device', 'bills.zip', () => zipped({ externalAttributes: (0o060666 << 16) >>> 0 }), refused('container.special-file')],
  // Names
  ...[
    '../../../tmp/evil.csv',
    'a/../../evil.csv',
    '..\\..\\evil.csv',
    '/etc/evil.csv',
    '\\\\server\\share\\evil.csv',
    'C:\\evil.csv',
    'c:evil.csv',
    'CON',
    'a/nul.csv',
    'com1.csv',
    'LPT9 .csv',
  ].map((name): Case => [`the name ${name}`, 'bills.zip', () => named(name), refused('container.unsafe-name')]),
  ...['evil\u0000.csv', 'evil\n.csv', 'evil\u001b[2J.csv', 'fdp\u202evsc.exe', '\u2066evil.csv', ''].map((name): Case => [
    `the name ${JSON.stringify(name)}`,
    'bills.zip',
    () => named(name),
    refused('container.unsafe-name'),
  ]),
  ['a name that is no UTF-8', 'bills.zip', () => named(Buffer.from('c0af', 'hex')), refused('container.unsafe-name')],
  ['one name twice', 'bills.zip', () => zipOf([entry(), entry()]), refused('container.duplicate-name')],
  ['one name twice, in capitals', 'bills.zip', () => zipOf([entry(), entry({ name: 'BILL.CSV' })]), refused('container.duplicate-name')],
  // gzip
  ['a gzip', 'bill.csv.gz', () => gzipSync(text), FIVE],
  ['a gzip in two members', 'bill.csv.gz', () => Buffer.concat([gzipSync(text.slice(0, 100)), gzipSync(text.slice(100))]), FIVE],
  ['a gzip cut off', 'bill.csv.gz', () => gzipSync(text).subarray(0, -12), refused('container.truncated')],
  ['a gzip with a wrong checksum', 'bill.csv.gz', () => spoiled(gzipSync(text), -6, 1), refused('container.damaged')],
  ['something after a gzip', 'bill.csv.gz', () => Buffer.concat([gzipSync(text), Buffer.from('more')]), refused('container.trailing-data')],
  ['a gzip of nothing', 'bill.csv.gz', () => gzipSync(''), refused('import.empty')],
  ['the head of a gzip alone', 'bill.csv.gz', () => Buffer.from('1f8b0800', 'hex'), refused('container.truncated')],
  // Others
  ['tar', 'bills.tar', () => tar, refused('container.unsupported')],
  ...(
    [
      ['7z', '377abcaf271c0004'],
      ['rar', '526172211a070100'],
      ['xz', 'fd377a585a000004'],
      ['zst', '28b52ffd20'],
      ['bz2', '425a683931415926'],
    ] as const
  ).map(([kind, hex]): Case => [
    kind,
    `bills.${kind}`,
    () => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(100)]),
    refused('container.unsupported'),
  ]),
];
