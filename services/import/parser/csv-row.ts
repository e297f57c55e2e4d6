/** Most columns a row may have; more is not a bill. */
const MAX_CELLS = 4096;

export const INCOMPLETE = -1;

/**
 * Cell boundaries of one CSV row over bytes (RFC 4180, any one-byte delimiter, LF, CRLF or CR). Holds offsets only, so
 * a million rows make no garbage. A quote inside an unquoted cell is an ordinary character: some vendors print such.
 */
export class CsvRow {
  readonly start = new Int32Array(MAX_CELLS);
  readonly end = new Int32Array(MAX_CELLS);
  /** 1 where the cell holds doubled quotes that must be undone. */
  readonly escaped = new Uint8Array(MAX_CELLS);
  cells = 0;
  /** Why the row is malformed, or empty. */
  fault = '';

  /**
   * Scans the row that begins at `position`; returns where the next begins, or INCOMPLETE when the row may go on
   * beyond `limit` and `last` is false.
   */
  scan(bytes: Uint8Array, position: number, limit: number, delimiter: number, last: boolean): number {
    let p = position;
    let cells = 0;
    this.fault = '';
    for (;;) {
      let from = p;
      let to: number;
      let escaped = 0;
      if (p < limit && bytes[p] === 34) {
        from = ++p;
        for (;;) {
          while (p < limit && bytes[p] !== 34) p++;
          if (p >= limit) {
            if (!last) return INCOMPLETE;
            this.fault = 'unterminated-quote';
            break;
          }
          if (p + 1 < limit && bytes[p + 1] === 34) {
            escaped = 1;
            p += 2;
            continue;
          }
          if (p + 1 >= limit && !last) return INCOMPLETE;
          break;
        }
        to = p;
        if (p < limit) p++;
        if (p < limit && bytes[p] !== delimiter && bytes[p] !== 10 && bytes[p] !== 13) {
          this.fault = 'text-after-quote';
          while (p < limit && bytes[p] !== delimiter && bytes[p] !== 10 && bytes[p] !== 13) p++;
          if (p >= limit && !last) return INCOMPLETE;
        }
      } else {
        while (p < limit) {
          const byte = bytes[p]!;
          if (byte === delimiter || byte === 10 || byte === 13) break;
          p++;
        }
        if (p >= limit && !last) return INCOMPLETE;
        to = p;
      }
      if (cells < MAX_CELLS) {
        this.start[cells] = from;
        this.end[cells] = to;
        this.escaped[cells] = escaped;
        cells++;
      } else this.fault = 'too-many-cells';
      if (p >= limit) break;
      const byte = bytes[p++];
      if (byte === delimiter) continue;
      if (byte === 13) {
        if (p >= limit && !last) return INCOMPLETE;
        if (p < limit && bytes[p] === 10) p++;
      }
      break;
    }
    this.cells = cells;
    return p;
  }

  /** True for a line with nothing in it. */
  get blank(): boolean {
    return this.cells === 1 && this.start[0] === this.end[0];
  }

  /** The cell's text, doubled quotes undone. */
  text(bytes: Buffer, cell: number): string {
    const text = bytes.toString('utf8', this.start[cell], this.end[cell]);
    return this.escaped[cell] ? text.replaceAll('""', '"') : text;
  }
}

/** The cells of every row of a small text, for headers and for showing a stored row. */
export function parseRows(bytes: Buffer, delimiter: string, most: number, last = true): string[][] {
  const row = new CsvRow();
  const rows: string[][] = [];
  const code = delimiter.charCodeAt(0);
  for (let p = 0; p < bytes.length && rows.length < most;) {
    const next = row.scan(bytes, p, bytes.length, code, last);
    if (next === INCOMPLETE) break;
    rows.push(Array.from({ length: row.cells }, (_, i) => row.text(bytes, i)));
    p = next;
  }
  return rows;
}
