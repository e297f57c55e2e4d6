import type { ReadDb, WriteDb } from './connection.ts';

/** A named setting of the book, stored as JSON text. */
export function getSetting<T>(read: ReadDb, name: string): T | undefined {
  const row = read.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', [name]);
  return row ? (JSON.parse(row.value) as T) : undefined;
}

export function setSetting(write: WriteDb, name: string, value: unknown): void {
  write.run('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', [
    name,
    JSON.stringify(value),
  ]);
}

/** The next number of a gap-free series; call it inside the transaction that uses the number. */
export function nextNumber(write: WriteDb, series: string): number {
  return write.get<{ value: number }>(
    'INSERT INTO counter (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value',
    [series],
  )!.value;
}
