import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbookOf } from '../../../../test/support/workbook.ts';
import { zipOf, type ZipEntry } from '../../../../test/support/zip-writer.ts';
import { Failure } from '../../../../domain/result.ts';
import { LIMITS, type Limits } from './limits.ts';
import { membersOf, wholeOf, type Member } from './members.ts';

const FIXTURES = join(import.meta.dirname, '../../../../test/fixtures/zip');
let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'tallybook-container-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(bytes: Buffer): string {
  const path = join(folder, `${crc32(bytes)}-${bytes.length}.bin`);
  writeFileSync(path, bytes);
  return path;
}

/** All members with their content, or the code of the refusal that listing or reading them ends in. */
async function read(bytes: Buffer | string, name = 'bill.zip', limits: Limits = LIMITS): Promise<Record<string, string> | string> {
  try {
    const members = await membersOf(typeof bytes === 'string' ? bytes : fileOf(bytes), name, limits);
    const contents: Record<string, string> = {};
    for (const member of members) contents[member.name] = (await wholeOf(member, 1e9)).toString('latin1');
    return contents;
  } catch (error) {
    if (error instanceof Failure && error.error.details?.remedy) return error.error.code;
    throw error;
  }
}

const entry = (name: string | Buffer, more: Partial<ZipEntry> = {}): ZipEntry => ({ name, data: 'a,b\r\n1,2\r\n', ...more });
const CSV = 'a,b\r\n1,2\r\n';

describe('zip archives of other programs', () => {
  it.each([
    ['linux-info-zip.zip', { 'a.txt': 'asdf\n', 'b.txt': 'bsdf\n' }],
    ['windows-7-zip.zip', { 'a.txt': 'asdf\n', 'b.txt': 'bsdf\n' }],
    ['streaming.zip', { 'test1.txt': 'foofoofoofoofoofoofoofoo\n', 'test2.txt': 'barbarbarbarbarbarbarbar\n' }],
    ['zip64.zip', { 'test1.txt': 'foo', 'test2.txt': 'bar' }],
    ['unicode.zip', { 'Turmion Kätilöt/Hoitovirhe/Rautaketju.mp3': '', 'Turmion Kätilöt/Pirun nyrkki/Mistä veri pakenee.mp3': '' }],
    ['bogus-compression-method.zip', 'container.compression'],
    ['unknown-method.zip', 'container.compression'],
    ['empty.zip', 'container.empty'],
    ['encrypted.zip', 'container.encrypted'],
    ['encrypted-compressed.zip', 'container.encrypted'],
    ['strong-encryption.zip', 'container.encrypted'],
    ['no-end-of-directory.zip', 'container.truncated'],
    ['comment-length.zip', 'container.damaged'],
    ['extra-field-length.zip', 'container.damaged'],
    ['directory-signature.zip', 'container.damaged'],
    ['zip64-no-offset.zip', 'container.damaged'],
    ['invalid-code-lengths.zip', 'container.damaged'],
    ['too-many-symbols.zip', 'container.damaged'],
    ['multi-disk.zip', 'container.multi-part'],
    ['absolute-path.zip', 'container.unsafe-name'],
    ['relative-path.zip', 'container.unsafe-name'],
  ])('%s', async (file, expected) => {
    expect(await read(join(FIXTURES, file))).toEqual(expected);
  });

  it('gives the content that was packed', async () => {
    const [deflated] = await membersOf(join(FIXTURES, 'deflate.zip'), 'deflate.zip');
    expect([deflated!.name, deflated!.size, crc32(await wholeOf(deflated!, 1e6))]).toEqual([
      'index.js',
      10689,
      readFileSync(join(FIXTURES, 'deflate.zip')).readUInt32LE(14),
    ]);
    const [zeros] = await membersOf(join(FIXTURES, 'big-compression.zip'), 'big-compression.zip');
    expect((await wholeOf(zeros!, 1e6)).equals(Buffer.alloc(0x21000))).toBe(true);
  });
});

describe('hostile zip archives', () => {
  const big = Buffer.alloc(64 << 20);
  it.each<[string, ZipEntry[], string]>([
    ['a path that leaves the archive', [entry('a/../../evil.csv')], 'container.unsafe-name'],
    ['the same with backslashes', [entry('..\\evil.csv')], 'container.unsafe-name'],
    ['an absolute path with a backslash', [entry('\\evil.csv')], 'container.unsafe-name'],
    ['a drive', [entry('C:evil.csv')], 'container.unsafe-name'],
    ['a device', [entry('bills/CON.csv')], 'container.unsafe-name'],
    ['a device with a space and in superscript', [entry('com¹ .csv')], 'container.unsafe-name'],
    ['NUL', [entry('bill.csv\0.exe')], 'container.unsafe-name'],
    ['a line break', [entry('bill\n.csv')], 'container.unsafe-name'],
    ['reversed letters', [entry('bill\u202evsc.exe')], 'container.unsafe-name'],
    ['an unsafe folder', [entry('../'), entry('bill.csv')], 'container.unsafe-name'],
    ['a name that is not the UTF-8 it says', [entry(Buffer.from('d5cbb5a5', 'hex'), { flags: 0x800 })], 'container.unsafe-name'],
    ['no name', [entry('')], 'container.unsafe-name'],
    ['a name twice', [entry('bill.csv'), entry('bill.csv')], 'container.duplicate-name'],
    ['names that differ by case', [entry('Bill.csv'), entry('bill.CSV')], 'container.duplicate-name'],
    ['names that differ by composition', [entry('\u00e9.csv'), entry('e\u0301.csv')], 'container.duplicate-name'],
    ['a symbolic link', [entry('bill.csv', { externalAttributes: 0o120777 * 65536 })], 'container.special-file'],
    ['a device file', [entry('bill.csv', { externalAttributes: 0o020666 * 65536 })], 'container.special-file'],
    ['an encrypted file', [entry('bill.csv'), entry('secret.csv', { flags: 0x801 })], 'container.encrypted'],
    ['entries that share bytes', [entry('a.csv'), entry('b.csv', { sameAs: 0 })], 'container.overlap'],
    ['more bytes than declared', [entry('bill.csv', { size: 5 })], 'container.size'],
    ['fewer bytes than declared', [entry('bill.csv', { size: 50 })], 'container.size'],
    ['a length for a stored file that is not true', [entry('bill.csv', { stored: true, size: 5 })], 'container.damaged'],
    ['a wrong checksum', [entry('bill.csv', { crc: 1 })], 'container.checksum'],
    [
      'bytes after the compressed data',
      [entry('bill.csv', { raw: Buffer.concat([deflateRawSync(CSV), Buffer.from('more')]) })],
      'container.size',
    ],
    ['compressed data that is cut off', [entry('bill.csv', { raw: deflateRawSync(CSV).subarray(0, 6) })], 'container.truncated'],
    ['64 MB of nothing', [entry('bill.csv', { data: big })], 'container.ratio'],
    ['a zip inside', [entry('inner.zip', { data: zipOf([entry('bill.csv')]) })], 'container.nested'],
    ['a zip inside under another name', [entry('inner.csv', { data: zipOf([entry('bill.csv')]), stored: true })], 'container.nested'],
    ['a gzip inside', [entry('bill.csv.gz', { data: gzipSync(CSV) })], 'container.nested'],
    ['a RAR inside', [entry('bill.rar', { data: Buffer.from('526172211a0700', 'hex') })], 'container.unsupported'],
    ['2,001 files', Array.from({ length: 2001 }, (_, i) => entry(`${i}.csv`)), 'container.too-many'],
  ])('refuses %s', async (_, entries, code) => {
    expect(await read(zipOf(entries))).toBe(code);
  });

  it('measures, whatever the directory declares', async () => {
    const limits = { ...LIMITS, entryBytes: 1000, totalBytes: 1500, ratioFrom: 2000 };
    expect(await read(zipOf([entry('a.csv', { data: Buffer.alloc(1001, 'x') })]), 'a.zip', limits)).toBe('container.too-big');
    expect(await read(zipOf([entry('a.csv', { data: Buffer.alloc(1001, 'x'), size: 900 })]), 'a.zip', limits)).toBe('container.size');
    expect(
      await read(
        zipOf([entry('a.csv', { data: Buffer.alloc(800, 'x') }), entry('b.csv', { data: Buffer.alloc(800, 'y') })]),
        'a.zip',
        limits,
      ),
    ).toBe('container.too-big');
    expect(await read(gzipSync(Buffer.alloc(1001, 'x')), 'a.csv.gz', limits)).toBe('container.too-big');
  });

  it('stops a lying entry after the first block', async () => {
    const [member] = await membersOf(fileOf(zipOf([entry('bill.csv', { data: big })])), 'bomb.zip');
    let taken = 0;
    await expect(
      (async () => {
        for await (const block of member!.open()) taken += block.length;
      })(),
    ).rejects.toThrow('200 times');
    expect(taken).toBeLessThan(11 << 20);
  });

  it('survives any damage of one byte: the same content or a refusal', async () => {
    const sound = zipOf([entry('a.csv'), entry('账单.csv', { stored: true })]);
    let refused = 0;
    for (let at = 0; at < sound.length; at++)
      for (const flip of [0x01, 0xff]) {
        const damaged = Buffer.from(sound);
        damaged[at]! ^= flip;
        const result = await read(damaged);
        if (typeof result === 'string') refused++;
        // Names, times and attributes have no checksum in the format; content has.
        else for (const content of Object.values(result)) expect(content).toBe(at < 4 ? damaged.toString('latin1') : CSV);
      }
    expect(refused).toBeGreaterThan(100);
  });
});

describe('members', () => {
  it('leaves out folders and what operating systems add', async () => {
    expect(
      await read(
        zipOf([
          entry('bills/', { data: '', stored: true }),
          entry('bills/a.csv'),
          entry('__MACOSX/bills/._a.csv'),
          entry('bills/.DS_Store'),
        ]),
      ),
    ).toEqual({ 'bills/a.csv': CSV });
  });

  it('takes a workbook as a file, by itself and in an archive', async () => {
    const workbook = workbookOf({ sheet: '<row><c><v>1</v></c></row>' });
    const shown = (members: Member[]): unknown[] => members.map(({ name, size, workbook: is }) => [name, size, is]);
    const alone = await membersOf(fileOf(workbook), 'bill.xlsx');
    expect(shown(alone)).toEqual([['bill.xlsx', workbook.length, true]]);
    expect((await wholeOf(alone[0]!, 1e6)).equals(workbook)).toBe(true);
    const packed = await membersOf(fileOf(zipOf([entry('bill.xlsx', { data: workbook }), entry('b.csv')])), 'bills.zip');
    expect(shown(packed)).toEqual([
      ['bill.xlsx', workbook.length, true],
      ['b.csv', CSV.length, false],
    ]);
    expect((await wholeOf(packed[0]!, 1e6)).equals(workbook)).toBe(true);
    await expect(wholeOf(packed[0]!, 100)).rejects.toMatchObject({ error: { code: 'container.too-big' } });
  });

  it('gives a plain file as it is, again and again', async () => {
    const [member] = await membersOf(fileOf(Buffer.from(CSV)), 'bill.csv');
    expect([member!.name, member!.size, (await wholeOf(member!, 100)).toString(), (await wholeOf(member!, 100)).toString()]).toEqual([
      'bill.csv',
      CSV.length,
      CSV,
      CSV,
    ]);
  });

  it.each([
    ['377abcaf271c0004', '7z'],
    ['fd377a585a000004', 'xz'],
    ['28b52ffd04', 'Zstandard'],
    ['425a683931415926', 'bzip2'],
  ])('refuses other archives in words (%s)', async (hex, word) => {
    await expect(membersOf(fileOf(Buffer.from(hex, 'hex')), 'bill')).rejects.toThrow(word);
  });

  it('refuses a tar, a folder, an empty file and none', async () => {
    const tar = Buffer.alloc(1024);
    tar.write('ustar', 257);
    expect(await read(tar, 'bill.tar')).toBe('container.unsupported');
    expect(await read(gzipSync(tar), 'bill.tgz')).toBe('container.unsupported');
    expect(await read(folder, 'folder')).toBe('import.not-a-file');
    expect(await read(Buffer.alloc(0), 'empty.csv')).toBe('import.empty');
    expect(await read(join(folder, 'none.csv'), 'none.csv')).toBe('import.not-found');
  });
});

describe('gzip', () => {
  const two = Buffer.concat([gzipSync('a,b\r\n'), gzipSync('1,2\r\n')]);
  it('reads several members in a row as one content', async () => {
    expect(await read(two, 'bill.csv.gz')).toEqual({ 'bill.csv': CSV });
  });
  it('reads members that end where a block of reading ends', async () => {
    const block = 256 << 10;
    const noise = Buffer.from(Array.from({ length: block }, (_, i) => (i * 2654435761) >>> 24));
    // Stored, not compressed: the member grows by one byte with its content.
    let first = gzipSync(noise, { level: 0 });
    first = gzipSync(noise.subarray(0, noise.length - (first.length - block)), { level: 0 });
    expect(first.length).toBe(block);
    const contents = await read(Buffer.concat([first, gzipSync('tail')]), 'x.gz');
    expect(Object.values(contents)[0]!.endsWith('tail')).toBe(true);
  });
  it.each([
    ['text after the end', Buffer.concat([two, Buffer.from('garbage')]), 'container.trailing-data'],
    ['zeros after the end', Buffer.concat([two, Buffer.alloc(20)]), 'container.trailing-data'],
    ['one byte after the end', Buffer.concat([two, Buffer.from('x')]), 'container.truncated'],
    ['what looks like a member after the end', Buffer.concat([two, Buffer.from('1f8b0500', 'hex')]), 'container.trailing-data'],
    ['a file cut in its data', two.subarray(0, 12), 'container.truncated'],
    ['a file cut in its checksum', two.subarray(0, two.length - 2), 'container.truncated'],
    [
      'a wrong checksum',
      Buffer.concat([gzipSync(CSV).subarray(0, -8), Buffer.from('00000000', 'hex'), gzipSync(CSV).subarray(-4)]),
      'container.damaged',
    ],
    ['64 MB of nothing', gzipSync(Buffer.alloc(64 << 20)), 'container.ratio'],
    ['a zip inside', gzipSync(zipOf([entry('a.csv')])), 'container.nested'],
    ['a gzip inside', gzipSync(gzipSync(CSV)), 'container.nested'],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await read(bytes, 'bill.csv.gz')).toBe(code);
  });
});
