import { backupTo } from './backup.ts';
import { makeMissing } from './blocks/build.ts';
import type { WriteDb } from './connection.ts';
import { migrations } from './migrations/index.ts';

/** The version that brought the column blocks. */
const COLUMN_BLOCKS = 120;

export const schemaVersion = (db: WriteDb): number => db.pragma<number>('user_version');

/**
 * Brings the schema up to SCHEMA_VERSION, each step in one transaction. A book that already holds data is backed up
 * and the backup verified first; its name says which version it holds.
 */
export function migrate(db: WriteDb, path: string): void {
  const from = schemaVersion(db);
  const pending = migrations.filter((m) => m.version > from);
  if (pending.length === 0) return;
  if (from > 0) backupTo(db, `${path}.before-${pending.at(-1)!.version}.backup`, { replace: true, olderSchema: true });
  for (const migration of pending)
    db.transaction(() => {
      db.exec(migration.sql);
      db.exec(`PRAGMA user_version = ${migration.version}`);
    });
  // Lines of an older book get their columns once, here; a book that is cut off meanwhile answers from the lines themselves.
  if (from > 0 && from < COLUMN_BLOCKS) db.transaction(() => makeMissing(db));
}
