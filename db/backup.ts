import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { refuse } from '../domain/result.ts';
import { say, type Said } from '../domain/words/said.ts';
import { connect, ReadDb, type WriteDb } from './connection.ts';
import { checkIdentity } from './identity.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';
import { verifyDb, verifyStorage, type Verdict } from './verify.ts';

export interface BackupResult {
  file: string;
  sha256: string;
  bytes: number;
}

/**
 * Copies the book, with everything still in its write-ahead log, to `target`: written beside it, synced, opened and
 * verified, and only then renamed. A failed backup leaves nothing behind. `olderSchema`: the copy is of a book that waits
 * for its migration, whose figures this program's queries cannot read yet.
 */
export function backupTo(db: WriteDb | ReadDb, target: string, options: { replace?: boolean; olderSchema?: boolean } = {}): BackupResult {
  if (existsSync(target) && !options.replace)
    refuse('backup.exists', say`“${{ file: basename(target) }}” exists already.`, {
      file: target,
      remedy: 'Choose another name; a backup never overwrites a file.',
    });
  const temporary = `${target}.part`;
  rmSync(temporary, { force: true });
  try {
    db.copyInto(temporary);
    syncPath(temporary);
    verifyCopy(temporary, options.olderSchema ? verifyStorage : verifyDb);
    renameSync(temporary, target);
    syncPath(dirname(target) || '.');
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return { file: basename(target), sha256: hashFile(target), bytes: statSync(target).size };
}

const PARTS: Readonly<Record<string, Said>> = {
  integrity: say`integrity`,
  foreignKeys: say`foreignKeys`,
  auditChain: say`auditChain`,
  totals: say`totals`,
};

/** Verifies the backup, then copies it to a new file; neither the backup nor any open book is changed. */
export function restoreTo(backup: string, target: string): BackupResult {
  if (!existsSync(backup))
    refuse('backup.not-found', say`There is no backup “${{ file: basename(backup) }}”.`, {
      file: backup,
      remedy: 'Check the name and the folder.',
    });
  let source: ReadDb;
  try {
    source = new ReadDb(connect(backup, 'read'));
  } catch {
    refuse('book.not-a-book', say`“${{ file: basename(backup) }}” is not a Tallybook book.`, {
      file: backup,
      remedy: 'Choose a backup that Tallybook made.',
    });
  }
  try {
    checkIdentity(source, backup);
    // A backup that an older program made is brought up when it is opened; until then only its pages and chain can be read.
    const olderSchema = source.pragma<number>('user_version') < SCHEMA_VERSION;
    const wrong = Object.entries((olderSchema ? verifyStorage : verifyDb)(source) as Partial<Verdict>).find(([, v]) => v !== 'ok');
    if (wrong)
      refuse(
        'backup.does-not-verify',
        say`“${{ file: basename(backup) }}” does not verify: ${{ part: PARTS[wrong[0]] ?? wrong[0] }}: ${{ finding: wrong[1] }}.`,
        {
          file: backup,
          remedy: 'Take an older backup.',
        },
      );
    return backupTo(source, target, { olderSchema });
  } finally {
    source.close();
  }
}

function verifyCopy(path: string, verify: (read: ReadDb) => object): void {
  const copy = new ReadDb(connect(path, 'read'));
  try {
    const wrong = Object.entries(verify(copy) as Record<string, string>).find(([, v]) => v !== 'ok');
    if (wrong)
      refuse('backup.does-not-verify', say`The copy does not verify: ${{ part: PARTS[wrong[0]] ?? wrong[0] }}: ${{ finding: wrong[1] }}.`, {
        remedy: 'Run “verify” on the book itself before anything else.',
      });
  } finally {
    copy.close();
  }
}

function syncPath(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** SHA-256 of a file in hexadecimal, read in pieces. */
export function hashFile(path: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(1 << 20);
  const handle = openSync(path, 'r');
  try {
    for (let n = readSync(handle, buffer); n > 0; n = readSync(handle, buffer)) hash.update(buffer.subarray(0, n));
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}
