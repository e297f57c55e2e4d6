import { basename } from 'node:path';
import { refuse } from '../domain/result.ts';
import { say } from '../domain/words/said.ts';
import { APPLICATION_ID } from './connection.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';

/** Refuses a file that is not a book, or one written by a newer program. Call before anything else touches it. */
export function checkIdentity(db: { pragma<T>(text: string): T }, path: string): void {
  let id: number;
  try {
    id = db.pragma<number>('application_id');
  } catch {
    refuse('book.not-a-book', say`“${{ file: basename(path) }}” is not a Tallybook book.`, {
      file: path,
      remedy: 'Choose a file that Tallybook made, ending in .tallybook.',
    });
  }
  if (id !== APPLICATION_ID)
    refuse('book.not-a-book', say`“${{ file: basename(path) }}” is not a Tallybook book.`, {
      file: path,
      remedy: 'Choose a file that Tallybook made, ending in .tallybook.',
    });
  const version = db.pragma<number>('user_version');
  if (version > SCHEMA_VERSION)
    refuse(
      'book.newer',
      say`“${{ file: basename(path) }}” was written by a newer Tallybook (book version ${{ version }}, this program knows ${{ known: SCHEMA_VERSION }}).`,
      { file: path, remedy: 'Update Tallybook, or open the backup made before the update.' },
    );
}
