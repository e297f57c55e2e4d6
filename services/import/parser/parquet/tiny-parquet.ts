/** Writes small Parquet files for tests: one row group, one uncompressed PLAIN page per column. Apache Parquet format 2, Thrift compact protocol. */

type Thrift =
  | { t: 'i32' | 'i64'; v: number | bigint }
  | { t: 'bool'; v: boolean }
  | { t: 'bin'; v: Uint8Array }
  | { t: 'list'; of: Thrift[] }
  | { t: 'struct'; f: [number, Thrift][] };
const CODE = { i32: 5, i64: 6, bin: 8, list: 9, struct: 12, bool: 1 } as const;

const i32 = (v: number): Thrift => ({ t: 'i32', v });
const i64 = (v: number | bigint): Thrift => ({ t: 'i64', v });
const text = (v: string): Thrift => ({ t: 'bin', v: Buffer.from(v) });
const struct = (...f: [number, Thrift][]): Thrift => ({ t: 'struct', f });
const list = (of: Thrift[]): Thrift => ({ t: 'list', of });

function varint(value: bigint): number[] {
  const out: number[] = [];
  for (; value > 127n; value >>= 7n) out.push(Number(value & 127n) | 128);
  out.push(Number(value));
  return out;
}
const zigzag = (value: bigint): bigint => (value < 0n ? -value * 2n - 1n : value * 2n);

function encode(item: Thrift): number[] {
  switch (item.t) {
    case 'i32':
    case 'i64':
      return varint(zigzag(BigInt(item.v)));
    case 'bin':
      return [...varint(BigInt(item.v.length)), ...item.v];
    case 'bool':
      return [];
    case 'list':
      return [
        ...(item.of.length < 15
          ? [(item.of.length << 4) | CODE[item.of[0]!.t]]
          : [0xf0 | CODE[item.of[0]!.t], ...varint(BigInt(item.of.length))]),
        ...item.of.flatMap(encode),
      ];
    case 'struct': {
      const out: number[] = [];
      let last = 0;
      for (const [id, field] of item.f) {
        out.push(((id - last) << 4) | (field.t === 'bool' ? (field.v ? 1 : 2) : CODE[field.t]), ...encode(field));
        last = id;
      }
      return [...out, 0];
    }
  }
}

const PHYSICAL = { INT32: 1, INT64: 2, DOUBLE: 5, FLOAT: 4, BYTE_ARRAY: 6, FIXED: 7 } as const;

export interface TinyColumn {
  name: string;
  physical: keyof typeof PHYSICAL;
  /** Bytes of FIXED. */
  length?: number;
  /** DECIMAL by the converted type, by the logical type alone, or both. */
  decimal?: { precision: number; scale: number; by: 'converted' | 'logical' };
  /** Microseconds by the logical type. */
  micros?: { zone: boolean };
  utf8?: boolean;
  /** bigint for integers and DECIMAL (unscaled), number for floats, string or bytes for BYTE_ARRAY; null is null. */
  values: (bigint | number | string | Uint8Array | null)[];
}

function big(value: bigint, length: number): number[] {
  const hex = BigInt.asUintN(length * 8, value)
    .toString(16)
    .padStart(length * 2, '0');
  return [...Buffer.from(hex, 'hex')];
}

function plain(column: TinyColumn): number[] {
  return column.values.flatMap((v) => {
    if (v === null) return [];
    const buffer = Buffer.alloc(8);
    switch (column.physical) {
      case 'INT32':
        buffer.writeInt32LE(Number(v));
        return [...buffer.subarray(0, 4)];
      case 'INT64':
        buffer.writeBigInt64LE(v as bigint);
        return [...buffer];
      case 'DOUBLE':
        buffer.writeDoubleLE(v as number);
        return [...buffer];
      case 'FLOAT':
        buffer.writeFloatLE(v as number);
        return [...buffer.subarray(0, 4)];
      case 'FIXED':
        return big(v as bigint, column.length!);
      case 'BYTE_ARRAY': {
        const bytes = typeof v === 'bigint' ? big(v, 16) : [...(typeof v === 'string' ? Buffer.from(v) : (v as Uint8Array))];
        buffer.writeUInt32LE(bytes.length);
        return [...buffer.subarray(0, 4), ...bytes];
      }
    }
  });
}

/** Definition levels, one bit a value, bit-packed in groups of eight. */
function levels(column: TinyColumn): number[] {
  const groups = Math.ceil(column.values.length / 8);
  const bytes = Array.from({ length: groups }, () => 0);
  column.values.forEach((v, i) => {
    if (v !== null) bytes[i >> 3]! |= 1 << (i & 7);
  });
  const run = [...varint(BigInt((groups << 1) | 1)), ...bytes];
  const length = Buffer.alloc(4);
  length.writeUInt32LE(run.length);
  return [...length, ...run];
}

function element(column: TinyColumn): Thrift {
  const { decimal, micros } = column;
  const f: [number, Thrift][] = [[1, i32(PHYSICAL[column.physical])]];
  if (column.length) f.push([2, i32(column.length)]);
  f.push([3, i32(1)], [4, text(column.name)]);
  if (decimal?.by === 'converted') f.push([6, i32(5)], [7, i32(decimal.scale)], [8, i32(decimal.precision)]);
  else if (column.utf8) f.push([6, i32(0)]);
  if (decimal?.by === 'logical') f.push([10, struct([5, struct([1, i32(decimal.scale)], [2, i32(decimal.precision)])])]);
  if (micros) f.push([10, struct([8, struct([1, { t: 'bool', v: micros.zone }], [2, struct([2, struct()])])])]);
  return struct(...f);
}

/** The bytes of a file; `rows` may lie about the number of rows, for tests of damaged files. */
export function tinyParquet(columns: readonly TinyColumn[], rows = columns[0]!.values.length): Buffer {
  const out: number[] = [...Buffer.from('PAR1')];
  const chunks = columns.map((column) => {
    const start = out.length;
    const page = [...levels(column), ...plain(column)];
    const count = column.values.length;
    out.push(
      ...encode(
        struct(
          [1, i32(0)],
          [2, i32(page.length)],
          [3, i32(page.length)],
          [5, struct([1, i32(count)], [2, i32(0)], [3, i32(3)], [4, i32(3)])],
        ),
      ),
      ...page,
    );
    const size = out.length - start;
    return struct(
      [2, i64(start)],
      [
        3,
        struct(
          [1, i32(PHYSICAL[column.physical])],
          [2, list([i32(0), i32(3)])],
          [3, list([text(column.name)])],
          [4, i32(0)],
          [5, i64(count)],
          [6, i64(size)],
          [7, i64(size)],
          [9, i64(start)],
        ),
      ],
    );
  });
  const root = struct([4, text('schema')], [5, i32(columns.length)]);
  const footer = encode(
    struct(
      [1, i32(1)],
      [2, list([root, ...columns.map(element)])],
      [3, i64(rows)],
      [4, list([struct([1, list(chunks)], [2, i64(out.length)], [3, i64(rows)])])],
      [6, text('tiny')],
    ),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.from([...out, ...footer, ...length, ...Buffer.from('PAR1')]);
}
