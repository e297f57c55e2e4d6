import type { WriteDb } from '../connection.ts';

/** Indexes of bill_line by name; the statements are read from the schema, so that they stand in one place. */
const NAMES = ['bill_line_period', 'bill_line_batch'];

/**
 * Takes the indexes off for a bulk load and gives back a function that builds them again: sorting once is far quicker than
 * a million insertions in random order. All inside the caller's transaction, so that nobody sees a table without them.
 */
export function withoutLineIndexes(write: WriteDb): () => void {
  const definitions = NAMES.map(
    (name) => write.get<{ sql: string }>("SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?", [name])!.sql,
  );
  for (const name of NAMES) write.exec(`DROP INDEX ${name}`);
  return () => {
    for (const sql of definitions) write.exec(sql);
  };
}

/** The largest line id so far: about how many lines the book has. */
export const lastLineId = (write: WriteDb): number => write.get<{ id: number | null }>('SELECT MAX(id) AS id FROM bill_line')!.id ?? 0;
