import type { ReadDb } from '../connection.ts';

/** Ids of the invoices that carry a file with these bytes. */
export const attachedTo = (read: ReadDb, sha256: string): number[] =>
  read
    .all<{ id: number }>(
      "SELECT CAST(substr(owner, 9) AS INTEGER) AS id FROM attachment WHERE sha256 = ? AND owner LIKE 'invoice:%' ORDER BY id",
      [sha256],
    )
    .map(({ id }) => id);
