/** Names of the streams and storages in a compound file ([MS-CFB]); empty where the file is not a sound one. */
export function oleNames(bytes: Buffer): string[] {
  const names: string[] = [];
  if (bytes.length < 512) return names;
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return names;
  const sectorSize = 1 << shift;
  const perSector = sectorSize / 4;
  const at = (sector: number): number => (sector + 1) * sectorSize;
  const nextOf = (sector: number): number => {
    const block = Math.floor(sector / perSector);
    if (block >= 109) return END;
    const fat = at(bytes.readUInt32LE(76 + 4 * block)) + 4 * (sector % perSector);
    return fat + 4 <= bytes.length ? bytes.readUInt32LE(fat) : END;
  };
  let sector = bytes.readUInt32LE(48);
  // A chain may run in a circle; no workbook has this many directory sectors.
  for (let steps = 0; sector < END && steps < 1000; steps++, sector = nextOf(sector)) {
    for (let entry = at(sector); entry < at(sector) + sectorSize && entry + 128 <= bytes.length; entry += 128) {
      const length = bytes.readUInt16LE(entry + 64);
      if (length >= 2 && length <= 64 && bytes[entry + 66] !== 0) names.push(bytes.toString('utf16le', entry, entry + length - 2));
    }
  }
  return names;
}

/** Sector numbers from here on are marks, not sectors. */
const END = 0xffff_fffa;
