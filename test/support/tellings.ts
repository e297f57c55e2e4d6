import type { Book } from '../../db/book.ts';
import { VIEWS, type View } from '../../domain/formats/views.ts';
import { insertLines, type TestBatch, type TestLine } from './lines.ts';

export interface Told extends TestBatch {
  view?: View;
  /** Counted as the bill; other views are told beside it. */
  counted?: boolean;
  part?: number;
  name?: string;
  asOf?: string;
  estimate?: boolean;
}

/** Puts a batch into the book as an import leaves it: with its view, its month, and how its lines count. Returns the batch. */
export function insertTelling(
  book: Book,
  lines: readonly TestLine[],
  { view = 'detail', counted = view === 'detail', part = 0, name = '', asOf = '2023-10-04', estimate = false, ...batch }: Told = {},
): number {
  const { write } = book;
  const ids = insertLines(book, lines, batch);
  return write.transaction(() => {
    const { id } = write.get<{ id: number }>('SELECT batch_id AS id FROM bill_line WHERE id = ?', [ids[0]!])!;
    const code = batch.kind === 'statement' ? -1 : VIEWS.indexOf(view);
    write.run('UPDATE batch SET view = ?, part = ?, logical_name = ?, as_of = ?, estimate = ? WHERE id = ?', [
      code,
      part,
      name,
      asOf,
      estimate ? 1 : 0,
      id,
    ]);
    if (batch.kind !== 'statement')
      write.run('UPDATE bill_line SET view = ?, kind = ? WHERE batch_id = ?', [code, counted ? 0 : 10 + code, id]);
    write.run(
      'INSERT INTO batch_scope (batch_id, period, account) SELECT DISTINCT batch_id, period, COALESCE(account, 0) FROM bill_line WHERE batch_id = ?',
      [id],
    );
    return id;
  });
}
