import { accessSync, closeSync, constants, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { appError, Failure, refuse } from '../domain/result.ts';
import { say } from '../domain/words/said.ts';
import { removeStaging } from './bulk/staging.ts';
import { APPLICATION_ID, connect, ReadDb, WriteDb } from './connection.ts';
import { checkIdentity } from './identity.ts';
import { lockBook } from './lock.ts';
import { migrate } from './migrate.ts';

/** An open book: one connection that writes, one that only reads, and the lock that keeps others out. */
export interface Book {
  path: string;
  read: ReadDb;
  write: WriteDb;
  /** A further reading connection, for long exports; the caller closes it. */
  reader(): ReadDb;
  /** True while the file on disk is the one that was opened: a deleted or replaced file would swallow writes. */
  stillThere(): boolean;
  close(): void;
}

/** Makes a new, empty book. Refuses to overwrite anything. */
export function createBook(path: string): Book {
  if (existsSync(path))
    refuse('book.exists', say`“${{ file: basename(path) }}” exists already.`, {
      file: path,
      remedy: 'Choose another name, or open the existing book.',
    });
  const lock = lockBook(path);
  let database;
  try {
    database = connect(path, 'create');
    database.pragma(`application_id = ${APPLICATION_ID}`);
    const write = new WriteDb(database);
    migrate(write, path);
    return assemble(path, write, lock);
  } catch (error) {
    database?.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    lock.release();
    throw asFailure(error, path);
  }
}

/** Opens an existing book, migrating an older one after a verified backup. */
export function openBook(path: string): Book {
  if (!existsSync(path))
    refuse('book.not-found', say`There is no book “${{ file: basename(path) }}”.`, {
      file: path,
      remedy: 'Check the name, or make a new book with “init”.',
    });
  checkHeader(path);
  checkWritable(path);
  const lock = lockBook(path);
  let database;
  try {
    removeStaging(path);
    // Identity first, without writing: a foreign file must not be turned into a WAL database by looking at it.
    const probe = connect(path, 'read');
    try {
      checkIdentity(new ReadDb(probe), path);
    } finally {
      probe.close();
    }
    database = connect(path, 'write');
    const write = new WriteDb(database);
    migrate(write, path);
    return assemble(path, write, lock);
  } catch (error) {
    database?.close();
    lock.release();
    throw asFailure(error, path);
  }
}

/** Further connections to a book that this process has open and locked, for a thread of its own. */
export function openBeside(path: string): Book {
  return assemble(path, new WriteDb(connect(path, 'write')), { release: () => {} });
}

function assemble(path: string, write: WriteDb, lock: { release(): void }): Book {
  const read = new ReadDb(connect(path, 'read'));
  const inode = statSync(path).ino;
  return {
    path,
    read,
    write,
    reader: () => new ReadDb(connect(path, 'read')),
    stillThere: () => existsSync(path) && statSync(path).ino === inode,
    close() {
      read.close();
      write.close();
      lock.release();
    },
  };
}

/** SQLite opens a write-protected file for reading without a word, and fails at the first change. */
function checkWritable(path: string): void {
  try {
    accessSync(path, constants.W_OK);
  } catch {
    refuse('book.read-only', say`“${{ file: basename(path) }}” is write-protected.`, {
      file: path,
      remedy: 'Copy the book to a folder of your own and open it there.',
    });
  }
}

const MAGIC = 'SQLite format 3\u0000';

function checkHeader(path: string): void {
  const header = Buffer.alloc(16);
  let handle;
  try {
    handle = openSync(path, 'r');
  } catch {
    refuse('book.unreadable', say`“${{ file: basename(path) }}” cannot be read.`, {
      file: path,
      remedy: 'Check that it is a file and that you may read it.',
    });
  }
  try {
    if (readSync(handle, header) < 16 || header.toString('latin1') !== MAGIC)
      refuse('book.not-a-book', say`“${{ file: basename(path) }}” is not a Tallybook book.`, {
        file: path,
        remedy: 'Choose a file that Tallybook made, ending in .tallybook.',
      });
  } catch (error) {
    if (error instanceof Failure) throw error;
    refuse('book.unreadable', say`“${{ file: basename(path) }}” cannot be read.`, {
      file: path,
      remedy: 'Check that it is a file and that you may read it.',
    });
  } finally {
    closeSync(handle);
  }
}

/** SQLite's own words for the usual mishaps, in words with a remedy. */
export function asFailure(error: unknown, path: string): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error;
  const code = (error as { code?: string }).code ?? '';
  const file = basename(path);
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN')
    return new Failure(
      appError('book.read-only', say`“${{ file }}” cannot be written to.`, {
        file: path,
        remedy: 'Copy the book to a folder of your own and open it there.',
      }),
    );
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED')
    return new Failure(
      appError('book.open-elsewhere', say`“${{ file }}” is open in another program.`, {
        file: path,
        remedy: 'Close it there, then try again.',
      }),
    );
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new Failure(
      appError('book.damaged', say`“${{ file }}” is damaged.`, { file: path, remedy: 'Open the newest backup with “restore”.' }),
    );
  if (code === 'SQLITE_FULL')
    return new Failure(
      appError('book.disk-full', say`The disk is full; nothing was changed in “${{ file }}”.`, {
        file: path,
        remedy: 'Free some space and try again.',
      }),
    );
  return error;
}
