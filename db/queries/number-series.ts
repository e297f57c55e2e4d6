import { numberAt, runOf, type Series } from '../../domain/parties/series.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

interface Row {
  id: number;
  name: string;
  for_kind: Series['forKind'];
  pattern: string;
  resets: Series['resets'];
  archived: number;
}

const toSeries = (row: Row): Series => ({
  id: row.id,
  name: row.name,
  forKind: row.for_kind,
  pattern: row.pattern,
  resets: row.resets,
  archived: row.archived === 1,
});

export const listSeries = (read: ReadDb): Series[] =>
  read.all<Row>('SELECT * FROM number_series ORDER BY archived, name COLLATE NOCASE, id').map(toSeries);

export function seriesById(read: ReadDb, id: number): Series | undefined {
  const row = read.get<Row>('SELECT * FROM number_series WHERE id = ?', [id]);
  return row && toSeries(row);
}

export const insertSeries = (write: WriteDb, series: Omit<Series, 'id'>): number =>
  write.run('INSERT INTO number_series (name, for_kind, pattern, resets, archived) VALUES (?, ?, ?, ?, ?)', [
    series.name,
    series.forKind,
    series.pattern,
    series.resets,
    series.archived ? 1 : 0,
  ]).id;

export function updateSeries(write: WriteDb, series: Series): void {
  write.run('UPDATE number_series SET name = ?, for_kind = ?, pattern = ?, resets = ?, archived = ? WHERE id = ?', [
    series.name,
    series.forKind,
    series.pattern,
    series.resets,
    series.archived ? 1 : 0,
    series.id,
  ]);
}

/** The number that the next document of that day would take. */
export function nextNumberOf(read: ReadDb, series: Series, date: string): { number: string; sequence: number } {
  const run = runOf(series.resets, date);
  const last = read.get<{ last: number }>('SELECT last FROM number_count WHERE series_id = ? AND run = ?', [series.id, run])?.last ?? 0;
  return { number: numberAt(series.pattern, date, last + 1), sequence: last + 1 };
}

/** Takes the next number; call it in the transaction that stores the document, so that a refusal leaves no gap. */
export function takeNumber(write: WriteDb, series: Series, date: string): { number: string; sequence: number } {
  const { last } = write.get<{ last: number }>(
    `INSERT INTO number_count (series_id, run, last) VALUES (?, ?, 1)
     ON CONFLICT (series_id, run) DO UPDATE SET last = last + 1 RETURNING last`,
    [series.id, runOf(series.resets, date)],
  )!;
  return { number: numberAt(series.pattern, date, last), sequence: last };
}

/** How many numbers each series has given out. */
export function takenBySeries(read: ReadDb): Map<number, number> {
  const rows = read.all<{ id: number; n: number }>('SELECT series_id AS id, SUM(last) AS n FROM number_count GROUP BY series_id');
  return new Map(rows.map((row) => [row.id, row.n]));
}
