import { parse } from 'lossless-json';
import type { ReadDb } from '../../db/connection.ts';
import { batchById, type BatchRow } from '../../db/queries/batches.ts';
import type { StoredRegisterRow } from '../../db/queries/register-rows.ts';
import type { JsonRecord, RegisterFormat } from '../../domain/formats/format.ts';
import { registers } from '../../domain/formats/index.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { settingsOf } from '../book/profile.ts';
import { fromCells, fromTable, wholeText, type Original } from './original.ts';
import { printNumber } from './parser/parse-json.ts';
import type { Dialect } from './parser/protocol.ts';
import { bindRegister, RegisterBuilder } from './parser/register-builder.ts';

/** The row of the file that a row of a list came from, as it stood there, with its cells. */
export function readRegisterOriginal(read: ReadDb, row: StoredRegisterRow): Original {
  const batch = batchById(read, row.batch)!;
  const dialect = JSON.parse(batch.dialect) as Dialect;
  if (dialect.shape === 'table') return fromTable(read, batch.source_id, dialect, row.row);
  if (dialect.shape === 'cells') return fromCells(read, batch.rows_source_id, dialect, row.row);
  const record = recordOf(read, batch, dialect, row);
  return {
    original: JSON.stringify(record.original, printNumber, 2),
    columns: Object.entries(record.cells).map(([header, value]) => ({ header, value: value ?? '' })),
  };
}

/** A record may hold several rows: the one that reads as the stored row does is meant. */
function recordOf(read: ReadDb, batch: BatchRow, dialect: Dialect, row: StoredRegisterRow): JsonRecord {
  const format = registers.find((known) => known.id === batch.format);
  const text = wholeText(read, batch.source_id, dialect.encoding);
  const records = [...(format?.records?.(parse(text)) ?? [])].filter((record) => record.row === row.row);
  const found = records.length > 1 && format ? records.find(contentIs(row.content, format, dialect, read)) : records[0];
  return (
    found ??
    refuse('bills.no-original', say`Record ${{ row: row.row }} of the original file cannot be found.`, {
      row: row.row,
      remedy: 'Run “verify” on this book.',
    })
  );
}

function contentIs(content: number, format: RegisterFormat, dialect: Dialect, read: ReadDb): (record: JsonRecord) => boolean {
  const { settlement, currency } = settingsOf(read);
  const builder = new RegisterBuilder(bindRegister(format, dialect.headers), { settlement, currency });
  return (record) => {
    const cells = dialect.headers.map((header) => record.cells[header]);
    return builder.add(cells, record.row, () => '') === null && builder.last?.content === content;
  };
}
