import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { refuse } from '../domain/result.ts';

/**
 * One program at a time per book. The lock is an exclusive SQLite transaction on a file beside the book, so the
 * operating system releases it however the holder ends; a stale lock file never blocks anyone.
 */
export function lockBook(path: string): { release(): void } {
  let database: Database.Database;
  try {
    database = new Database(`${dirname(path)}/.${basename(path)}.lock`, { timeout: 200 });
  } catch {
    refuse('book.folder-read-only', 'The folder of this book cannot be written to.', {
      file: path,
      remedy: 'Copy the book to a folder of your own and open it there.',
    });
  }
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE');
  } catch {
    database.close();
    refuse('book.open-elsewhere', 'This book is open in another window or program.', {
      file: path,
      remedy: 'Close it there, then try again.',
    });
  }
  return {
    release() {
      if (database.inTransaction) database.exec('ROLLBACK');
      database.close();
    },
  };
}
