import { open, type FileHandle } from 'node:fs/promises';
import {
  parquetMetadata,
  parquetRead,
  parquetSchema,
  type AsyncBuffer,
  type DecodedArray,
  type FileMetaData,
  type ParquetParsers,
  type SchemaTree,
} from 'hyparquet';
import { Failure, refuse } from '../../../../domain/result.ts';
import { say, type Said } from '../../../../domain/words/said.ts';
import { codecs } from './codecs.ts';
import { bare, isBinaryFloat, isVariant, kindOf, type Kind } from './kinds.ts';
import { LIMITS, type ParquetLimits } from './limits.ts';
import { jsonOf, shapeOf, type Shape } from './nested.ts';
import { valueText } from './values.ts';

export interface ParquetRow {
  /** 1-based. */
  row: number;
  /** Exact text of each column, in the order of the headers; null is null. */
  cells: (string | null)[];
}

/** An open Parquet file; iterate over it once for its rows. Closes its file at the end. */
export interface ParquetFile extends AsyncIterable<ParquetRow> {
  headers: string[];
  rowCount: number;
  /** Columns whose figures were binary floats in the source: their text is the shortest decimal that denotes them. */
  binaryFloats: string[];
  /** Written by, as the file says. */
  createdBy: string | null;
  close(): Promise<void>;
}

/** Far beyond the 38 that programs write. */
const MOST_PLACES = 1000;

interface ColumnPlan {
  shape: Shape;
  kind: Kind | null;
}

/**
 * Opens a Parquet file. DECIMAL columns come as the decimal text of their unscaled integers and never pass a float;
 * timestamps keep microseconds and nanoseconds; nested columns come as JSON.
 * Refuses (import.parquet-damaged, import.parquet-encrypted, import.parquet-too-large) what it cannot read exactly.
 */
export async function openParquet(path: string, name = path, limits: ParquetLimits = LIMITS): Promise<ParquetFile> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const file = bufferOf(handle, size);
    const metadata = await guarded(name, () => readFooter(file, name, limits));
    const tree = await guarded(name, () => parquetSchema(metadata));
    await guarded(name, () => checkShape(metadata, tree, name, limits));
    checkScales(metadata, name);
    const plans = tree.children.map((child): ColumnPlan => {
      const shape = shapeOf(child);
      return {
        shape: isVariant(child) ? { ...shape, node: 'leaf', kind: { is: 'as-decoded' } } : shape,
        kind: isVariant(child) ? { is: 'as-decoded' } : shape.kind,
      };
    });
    const binaryFloats = tree.children
      .filter((child) => !child.children.length && isBinaryFloat(kindOf(child.element)))
      .map((child) => child.element.name);
    takeTypesOff(tree);
    const close = (): Promise<void> => handle.close();
    return {
      headers: plans.map((p) => p.shape.name),
      rowCount: Number(metadata.num_rows),
      binaryFloats,
      createdBy: metadata.created_by ?? null,
      close,
      [Symbol.asyncIterator]: () => rowsOf(file, metadata, plans, name, limits, close),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function* rowsOf(
  file: AsyncBuffer,
  metadata: FileMetaData,
  plans: ColumnPlan[],
  name: string,
  limits: ParquetLimits,
  close: () => Promise<void>,
): AsyncGenerator<ParquetRow> {
  const compressors = codecs(limits.pageBytes);
  const parsers = strictParsers(name, limits);
  let before = 0;
  try {
    for (const group of metadata.row_groups) {
      const count = Number(group.num_rows);
      if (count === 0) continue;
      const columns = new Map<string, DecodedArray[]>();
      await guarded(name, () =>
        parquetRead({
          file,
          metadata,
          rowStart: before,
          rowEnd: before + count,
          utf8: false,
          compressors,
          parsers,
          onChunk: ({ columnName, columnData }) => {
            const chunks = columns.get(columnName);
            if (chunks) chunks.push(columnData);
            else columns.set(columnName, [columnData]);
          },
        }),
      );
      const cursors = plans.map((plan) => new Cursor(columns.get(plan.shape.name) ?? []));
      for (const cursor of cursors)
        if (cursor.length !== count) damaged(name, say`a column holds ${{ values: cursor.length }} of ${{ rows: count }} values`);
      for (let i = 0; i < count; i++) yield { row: before + i + 1, cells: cellsOf(plans, cursors, name) };
      before += count;
    }
  } finally {
    await close();
  }
}

function cellsOf(plans: readonly ColumnPlan[], cursors: readonly Cursor[], name: string): (string | null)[] {
  try {
    return plans.map(({ shape, kind }, k) => cellText(cursors[k]!.next(), shape, kind));
  } catch (error) {
    return damagedBy(name, error);
  }
}

function cellText(raw: unknown, shape: Shape, kind: Kind | null): string | null {
  if (raw === undefined || raw === null) return null;
  return kind && shape.node === 'leaf' ? valueText(raw, kind) : jsonOf(raw, shape);
}

/** Walks over the chunks of a column in order. */
class Cursor {
  readonly #chunks: DecodedArray[];
  #chunk = 0;
  #at = 0;

  constructor(chunks: DecodedArray[]) {
    this.#chunks = chunks;
  }

  get length(): number {
    return this.#chunks.reduce((n, c) => n + c.length, 0);
  }

  next(): unknown {
    while (this.#at >= this.#chunks[this.#chunk]!.length) {
      this.#chunk++;
      this.#at = 0;
    }
    return this.#chunks[this.#chunk]![this.#at++];
  }
}

/** Texts must be UTF-8; bytes that are none come as hexadecimal, so that a binary column does not stop a bill. */
function strictParsers(name: string, limits: ParquetLimits): Partial<ParquetParsers> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return {
    timestampFromNanoseconds: (nanos: bigint) => nanos,
    stringFromBytes: (bytes: Uint8Array | undefined) => {
      if (bytes === undefined) return undefined;
      if (bytes.length > limits.textBytes)
        refuse('import.parquet-too-large', say`“${{ name }}” holds a text of ${{ bytes: bytes.length }} bytes.`, {
          file: name,
          remedy: 'Export the bill again without that column.',
        });
      try {
        return decoder.decode(bytes);
      } catch {
        return `0x${Buffer.from(bytes).toString('hex')}`;
      }
    },
  };
}

function takeTypesOff(node: SchemaTree): void {
  if (isVariant(node)) return;
  if (node.children.length === 0) bare(node.element, kindOf(node.element));
  else node.children.forEach(takeTypesOff);
}

async function readFooter(file: AsyncBuffer, name: string, limits: ParquetLimits): Promise<FileMetaData> {
  if (file.byteLength < 12) damaged(name, say`it is too short`);
  const tail = new DataView(await file.slice(file.byteLength - 8, file.byteLength));
  const magic = tail.getUint32(4, true);
  if (magic === 0x45524150)
    refuse('import.parquet-encrypted', say`“${{ name }}” is an encrypted Parquet file.`, {
      file: name,
      remedy: 'Export the bill without encryption.',
    });
  if (magic !== 0x31524150) damaged(name, say`its end is missing`);
  const length = tail.getUint32(0, true);
  if (length + 8 > file.byteLength) damaged(name, say`its footer is cut`);
  if (length > limits.footer)
    refuse('import.parquet-too-large', say`The footer of “${{ name }}” has ${{ length }} bytes.`, {
      file: name,
      remedy: 'Export the bill in smaller files.',
    });
  // Statistics are not used; without a geography of their own, columns keep their plain types.
  return parquetMetadata(await file.slice(file.byteLength - length - 8, file.byteLength), { geoparquet: false });
}

/** Apache Parquet format, LogicalTypes: a scale is not below zero. One that is gone or beyond all reason would move the point. */
function checkScales(metadata: FileMetaData, name: string): void {
  for (const { name: column, converted_type: converted, logical_type: logical, scale = 0 } of metadata.schema) {
    if (logical?.type !== 'DECIMAL' && converted !== 'DECIMAL') continue;
    const places = logical?.type === 'DECIMAL' ? logical.scale : scale;
    if (!(Number.isInteger(places) && places >= 0 && places <= MOST_PLACES))
      damaged(name, say`the column ${{ column }} has ${{ places: String(places) }} digits after the point`);
  }
}

function checkShape(metadata: FileMetaData, tree: SchemaTree, name: string, limits: ParquetLimits): void {
  const large = (what: Said): never =>
    refuse('import.parquet-too-large', say`“${{ name }}” ${{ what }}.`, { file: name, remedy: 'Export the bill in smaller files.' });
  if (tree.children.length === 0) damaged(name, say`it has no columns`);
  if (metadata.schema.length > limits.columns) large(say`has ${{ columns: metadata.schema.length }} columns`);
  if (metadata.row_groups.length > limits.rowGroups) large(say`has ${{ groups: metadata.row_groups.length }} row groups`);
  const names = tree.children.map((c) => c.element.name);
  const twice = names.find((n, i) => names.indexOf(n) !== i);
  if (twice !== undefined)
    refuse('import.doubled-column', say`“${{ name }}” has the column “${{ column: twice }}” twice.`, {
      file: name,
      column: twice,
      remedy: 'Remove one of the two columns.',
    });
  let rows = 0n;
  for (const group of metadata.row_groups) {
    rows += group.num_rows;
    if (group.num_rows < 0n || group.num_rows > limits.rowsPerGroup)
      large(say`has a row group of ${{ rows: String(group.num_rows) }} rows`);
    if (group.total_byte_size > limits.groupBytes) large(say`has a row group of ${{ bytes: String(group.total_byte_size) }} bytes`);
    for (const { meta_data: column } of group.columns)
      if (column && column.path_in_schema.length === 1 && isFlat(tree, column.path_in_schema[0]!) && column.num_values !== group.num_rows)
        damaged(
          name,
          say`the column ${{ column: column.path_in_schema[0] ?? '' }} declares ${{ values: String(column.num_values) }} of ${{ rows: String(group.num_rows) }} values`,
        );
  }
  if (rows !== metadata.num_rows)
    damaged(name, say`it declares ${{ declared: String(metadata.num_rows) }} rows and holds ${{ rows: String(rows) }}`);
}

const isFlat = (tree: SchemaTree, column: string): boolean => {
  const child = tree.children.find((c) => c.element.name === column);
  return child !== undefined && child.children.length === 0 && child.element.repetition_type !== 'REPEATED';
};

function damaged(name: string, why: Said | string): never {
  refuse('import.parquet-damaged', say`“${{ name }}” is a damaged Parquet file: ${{ why }}.`, { file: name, remedy: 'Download it again.' });
}

/** Runs what reads untrusted bytes; whatever it throws means that the file cannot be read. */
async function guarded<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    return damagedBy(name, error);
  }
}

/** What a reader of untrusted bytes threw, in words. */
function damagedBy(name: string, error: unknown): never {
  if (error instanceof Failure) throw error;
  // A type error is how a library stumbles over what it took for granted: its text says nothing to a reader.
  const told =
    error instanceof Error && !(error instanceof TypeError || error instanceof SyntaxError) && !error.message.includes('undefined');
  damaged(name, told ? error.message.slice(0, 200) : say`its parts do not fit together`);
}

function bufferOf(handle: FileHandle, size: number): AsyncBuffer {
  return {
    byteLength: size,
    async slice(start, end = size) {
      if (!(start >= 0 && end >= start && end <= size)) throw new RangeError('a column lies outside of the file');
      const bytes = new Uint8Array(end - start);
      for (let done = 0; done < bytes.length;) {
        const { bytesRead } = await handle.read(bytes, done, bytes.length - done, start + done);
        if (bytesRead === 0) throw new RangeError('the file is shorter than it was');
        done += bytesRead;
      }
      return bytes.buffer;
    },
  };
}
