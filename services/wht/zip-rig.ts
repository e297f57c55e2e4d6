import { crc32 } from 'node:zlib';

export interface RigEntry {
  name: string;
  data: string;
  encrypted?: boolean;
  /** What the directory claims, where it lies. */ inflated?: number;
}

/** For tests: a stored (uncompressed) zip written by hand, so that its directory can say anything. */
export function makeZip(entries: readonly RigEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    // The traditional encryption puts twelve bytes before the data.
    const data = Buffer.concat([Buffer.alloc(entry.encrypted ? 12 : 0), Buffer.from(entry.data)]);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    // Names beyond ASCII are marked as UTF-8.
    common.writeUInt16LE((entry.encrypted ? 1 : 0) | (name.length === entry.name.length ? 0 : 0x800), 2);
    common.writeUInt16LE(entry.inflated === undefined ? 0 : 8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(entry.inflated ?? Buffer.byteLength(entry.data), 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, rest, name]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}
