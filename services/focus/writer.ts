import type { Sink } from '../files/sink.ts';
import { csvRecord } from '../reports/csv/encode.ts';
import { ParquetFile } from '../reports/parquet/file.ts';
import { focusRecord, parquetColumns, type SheetColumn } from './sheet.ts';

/** Where the rows of a FOCUS file go. */
export interface FocusWriter {
  row(cells: readonly (string | null)[]): void | Promise<void>;
  /** Figures that had more decimals than their column can hold, by column. */
  finish(): Promise<ReadonlyMap<string, number>>;
}

/** Text gathered before it is handed to the file. */
const CHUNK = 64 * 1024;

/** RFC 4180, UTF-8 without byte order mark, as FOCUS files are delivered. `mark`: column that tells of guarded texts, or −1. */
export async function csvWriter(sink: Sink, columns: readonly SheetColumn[], mark: number): Promise<FocusWriter> {
  let text = csvRecord(columns.map((c) => c.name));
  const flush = async (): Promise<void> => {
    await sink.write(text);
    text = '';
  };
  return {
    row(cells) {
      text += focusRecord(columns, cells, mark);
      return text.length > CHUNK ? flush() : undefined;
    },
    async finish() {
      await flush();
      return new Map();
    },
  };
}

/** Parquet with exact decimals; `metadata` goes into the footer. */
export function parquetWriter(sink: Sink, columns: readonly SheetColumn[], metadata: Readonly<Record<string, string>>): FocusWriter {
  const file = new ParquetFile(sink, parquetColumns(columns), metadata);
  return {
    row(cells) {
      file.add(cells);
      return file.due ? file.group() : undefined;
    },
    async finish() {
      await file.finish();
      return file.rounded;
    },
  };
}
