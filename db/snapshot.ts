import type { Book } from './book.ts';
import { connect, ReadDb } from './connection.ts';

/** A connection that sees the book as it was when it was opened, whatever is written meanwhile. */
class SnapshotDb extends ReadDb {
  constructor(path: string) {
    super(connect(path, 'read'));
    this.database.exec('BEGIN');
    // SQLite takes its snapshot with the first read.
    this.get('SELECT 1 FROM sqlite_schema');
  }
}

/**
 * The book for work that only reads, over a connection and a snapshot of its own; the caller closes it. For a book that this
 * process has open and locked, from any thread of it.
 */
export function openSnapshot(path: string): Book {
  const read = new SnapshotDb(path);
  return {
    path,
    read,
    get write(): never {
      throw new Error('This view of the book only reads.');
    },
    reader: () => new SnapshotDb(path),
    stillThere: () => true,
    close: () => read.close(),
  };
}
