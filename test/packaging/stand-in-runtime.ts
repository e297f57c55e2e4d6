import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The marker that precedes the fuses in every Electron binary (electron/fuses, “sentinel”). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Nine fuses, as Electron 45 ships them: 1 is on, 0 is off. */
const SHIPPED = '101100011';

/** A folder that looks like an unpacked Electron for Linux to the packer: a program with a fuse wire, and its companions. */
export function standInRuntime(wire: string = SHIPPED): string {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-runtime-'));
  const program = Buffer.concat([
    Buffer.from('\x7fELF\x02\x01\x01', 'latin1'),
    Buffer.alloc(4096),
    Buffer.from(SENTINEL, 'latin1'),
    Buffer.from([1, wire.length]),
    Buffer.from(wire, 'latin1'),
    Buffer.alloc(4096),
  ]);
  writeFileSync(join(folder, 'electron'), program, { mode: 0o755 });
  mkdirSync(join(folder, 'resources'));
  mkdirSync(join(folder, 'locales'));
  for (const name of [
    'LICENSE',
    'LICENSES.chromium.html',
    'version',
    'icudtl.dat',
    'resources.pak',
    'chrome-sandbox',
    'chrome_crashpad_handler',
    'libffmpeg.so',
    'locales/en-US.pak',
  ])
    writeFileSync(join(folder, name), name);
  // Electron's own start page: an archive without files, which the packer must leave behind.
  const header = Buffer.from('{"files":{}}');
  const lengths = Buffer.alloc(16);
  [4, header.length + 8, header.length + 4, header.length].forEach((length, i) => lengths.writeUInt32LE(length, 4 * i));
  writeFileSync(join(folder, 'resources/default_app.asar'), Buffer.concat([lengths, header]));
  return folder;
}
