import type { ReadDb, WriteDb } from '../connection.ts';

export interface ProfileRow {
  id: string;
  /** The profile as JSON text. */
  body: string;
  saved_at: string;
}

export const listProfiles = (read: ReadDb): ProfileRow[] => read.all('SELECT id, body, saved_at FROM profile ORDER BY id');
export const profileById = (read: ReadDb, id: string): ProfileRow | undefined =>
  read.get('SELECT id, body, saved_at FROM profile WHERE id = ?', [id]);

export function putProfile(write: WriteDb, row: ProfileRow): void {
  write.run(
    'INSERT INTO profile (id, body, saved_at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at',
    [row.id, row.body, row.saved_at],
  );
}

export const deleteProfile = (write: WriteDb, id: string): void => void write.run('DELETE FROM profile WHERE id = ?', [id]);

/** Active batches of the format that hold one of the months, with how they were read. */
export const batchesOfFormat = (read: ReadDb, format: string): { id: number; file: string; periods: string; dialect: string }[] =>
  read.all("SELECT id, file, periods, dialect FROM batch WHERE format = ? AND state = 'active' ORDER BY id", [format]);
