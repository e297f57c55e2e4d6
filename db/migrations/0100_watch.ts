import type { Migration } from './index.ts';

export const watch: Migration = {
  version: 100,
  name: 'watch',
  sql: `
    -- What became of a file of a watched folder, by its bytes: taken in once, or refused and not tried again. No folder is named.
    CREATE TABLE watched (
      sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
      file TEXT NOT NULL,
      at TEXT NOT NULL,
      result TEXT NOT NULL CHECK (result IN ('imported', 'refused')),
      batches TEXT NOT NULL CHECK (json_valid(batches)),
      error TEXT CHECK (error IS NULL OR json_valid(error))
    ) STRICT, WITHOUT ROWID;
  `,
};
