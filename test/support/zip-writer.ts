import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip to be made; what is not given is what an honest packer would write. */
export interface ZipEntry {
  name: string | Buffer;
  data: string | Buffer;
  /** General purpose flags; 0x800 says that the name is UTF-8. */
  flags?: number;
  stored?: boolean;
  method?: number;
  crc?: number;
  /** Declared length after inflating. */
  size?: number;
  externalAttributes?: number;
  extra?: Buffer;
  /** Data as it is to stand in the archive, compressed or not. */
  raw?: Buffer;
  /** Points at the bytes of an earlier entry instead of bringing its own. */
  sameAs?: number;
}

/** Writes a zip archive (APPNOTE.TXT), honest or not, as the tests need it. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = typeof entry.name === 'string' ? Buffer.from(entry.name) : entry.name;
    const data = typeof entry.data === 'string' ? Buffer.from(entry.data) : entry.data;
    const raw = entry.raw ?? (entry.stored ? data : deflateRawSync(data, { level: 1 }));
    const extra = entry.extra ?? Buffer.alloc(0);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(entry.flags ?? 0x800, 2);
    fields.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), 4);
    fields.writeUInt32LE(entry.crc ?? crc32(data), 10);
    fields.writeUInt32LE(raw.length, 14);
    fields.writeUInt32LE(entry.size ?? data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    fields.writeUInt16LE(extra.length, 24);
    const at = entry.sameAs === undefined ? offset : offsets[entry.sameAs]!;
    offsets.push(at);
    if (entry.sameAs === undefined) {
      const local = [Buffer.from('504b0304', 'hex'), fields, name, extra, raw];
      body.push(...local);
      offset += local.reduce((sum, part) => sum + part.length, 0);
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(entry.externalAttributes ?? 0, 6);
    tail.writeUInt32LE(at, 10);
    // Version made by: Unix, for the file type in the external attributes.
    directory.push(Buffer.from('504b01021403', 'hex'), fields, tail, name, extra);
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, central, end]);
}
