import type { Migration } from './index.ts';

export const exportRecords: Migration = {
  version: 160,
  name: 'export records',
  sql: `
    -- Every export that was begun: what was chosen, how it ended, and the hash of what was written. Numbers are never given twice.
    CREATE TABLE export_record (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled', 'interrupted')),
      started_at TEXT NOT NULL,
      ended_at TEXT,
      what TEXT NOT NULL,
      -- JSON, as it was asked for.
      selection TEXT,
      format TEXT NOT NULL,
      language TEXT,
      file TEXT NOT NULL,
      rows INTEGER,
      bytes INTEGER,
      sha256 TEXT CHECK (length(sha256) = 64),
      -- JSON of the failure in words.
      error TEXT,
      CHECK ((state = 'running') = (ended_at IS NULL)),
      CHECK ((state = 'done') = (sha256 IS NOT NULL))
    ) STRICT;
    INSERT INTO export_record (id, state, started_at, ended_at, what, format, file, rows, bytes, sha256)
      SELECT id, 'done', at, at, what, format, file, rows, bytes, sha256 FROM export ORDER BY id;
    DROP TABLE export;
    ALTER TABLE export_record RENAME TO export;
  `,
};
