import type { Migration } from './index.ts';

export const reports: Migration = {
  version: 60,
  name: 'reports',
  sql: `
    -- What was exported, when, and the hash of what was written.
    CREATE TABLE export (
      id INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      what TEXT NOT NULL,
      file TEXT NOT NULL,
      format TEXT NOT NULL,
      rows INTEGER NOT NULL,
      bytes INTEGER NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
    ) STRICT;
  `,
};
