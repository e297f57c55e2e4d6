import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Sink } from '../../files/sink.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { schemaOf, unscaled, type ParquetColumn } from './columns.ts';

/** Rows of one row group: all that is in memory at once, and short enough not to hold the process up. */
export const GROUP_ROWS = 4096;

/**
 * Writes a Parquet file row group by row group (Snappy, dictionaries where they help, UTC timestamps, exact decimals). Rows are
 * texts in the order of the columns; null is null. What a column cannot hold is refused, never bent.
 */
export class ParquetFile {
  readonly #sink: Sink;
  readonly #columns: readonly ParquetColumn[];
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  #data: (string | bigint | null)[][];
  #rows = 0;
  #times = new Map<string, bigint>();
  /** How many figures had more decimals than their column, by its name. */
  readonly rounded = new Map<string, number>();

  constructor(sink: Sink, columns: readonly ParquetColumn[], metadata: Readonly<Record<string, string>>) {
    this.#sink = sink;
    this.#columns = columns;
    this.#data = columns.map(() => []);
    this.#writer = new ParquetWriter({
      writer: this.#bytes,
      schema: schemaOf(columns),
      createdBy: 'Tallybook',
      kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    });
  }

  /** True when a row group is full: write it before the next row. */
  get due(): boolean {
    return this.#rows >= GROUP_ROWS;
  }

  add(cells: readonly (string | null)[]): void {
    for (let i = 0; i < this.#columns.length; i++) {
      const text = cells[i] ?? null;
      this.#data[i]!.push(text === null ? null : this.#value(this.#columns[i]!, text));
    }
    this.#rows++;
  }

  #value(column: ParquetColumn, text: string): string | bigint {
    if (column.kind === 'text') return text;
    if (column.kind === 'decimal') return this.#decimal(column, text);
    let time = this.#times.get(text);
    if (time === undefined) {
      const parsed = Date.parse(text);
      if (Number.isNaN(parsed)) this.#unfit(column.name, text);
      if (this.#times.size > 10_000) this.#times.clear();
      this.#times.set(text, (time = BigInt(parsed)));
    }
    return time;
  }

  #decimal({ name, scale }: { name: string; scale: number }, text: string): bigint {
    const value = unscaled(text, scale, () => this.rounded.set(name, (this.rounded.get(name) ?? 0) + 1));
    return value ?? this.#unfit(name, text);
  }

  #unfit(column: string, text: string): never {
    refuse('export.parquet-value', say`${{ column }}: “${{ text: text.slice(0, 60) }}” does not fit into the Parquet column.`, {
      column,
      value: text.slice(0, 60),
      remedy: 'Export as CSV instead, which keeps every digit as it is.',
    });
  }

  /** Writes the rows gathered so far as a row group. */
  async group(): Promise<void> {
    if (this.#rows === 0) return;
    const size = this.#rows;
    this.#writer.write({ columnData: this.#columns.map(({ name }, i) => ({ name, data: this.#data[i]! })), rowGroupSize: size });
    this.#data = this.#columns.map(() => []);
    this.#rows = 0;
    await this.#out();
  }

  /** The last row group and the footer. */
  async finish(): Promise<void> {
    await this.group();
    this.#writer.finish();
    await this.#out();
  }

  async #out(): Promise<void> {
    // A copy: the buffer is filled again while these bytes are on their way.
    const bytes = new Uint8Array(this.#bytes.buffer.slice(0, this.#bytes.index));
    this.#bytes.index = 0;
    await this.#sink.write(bytes);
  }
}
