import type { Migration } from './index.ts';

export const core: Migration = {
  version: 10,
  name: 'core',
  sql: `
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    -- Who did what, when; each entry carries the hash of the one before it.
    CREATE TABLE audit (
      seq INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      who TEXT NOT NULL,
      action TEXT NOT NULL,
      subject TEXT NOT NULL,
      body TEXT NOT NULL,
      previous BLOB NOT NULL CHECK (length(previous) = 32),
      hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
    ) STRICT;
    CREATE INDEX audit_subject ON audit (subject, seq);
    CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
    CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

    -- Attachments, by content.
    CREATE TABLE blob (
      sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
      size INTEGER NOT NULL,
      type TEXT NOT NULL,
      data BLOB NOT NULL
    ) STRICT;
    CREATE TABLE attachment (
      id INTEGER PRIMARY KEY,
      -- invoice:<id> or certificate:<id>
      owner TEXT NOT NULL,
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL REFERENCES blob,
      added_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX attachment_owner ON attachment (owner);

    -- Numbers without gaps, drawn inside the transaction that uses them.
    CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  `,
};
