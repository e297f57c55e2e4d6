import type { Migration } from './index.ts';

export const columnBlocks: Migration = {
  version: 120,
  name: 'column blocks',
  sql: `
    -- Derived from bill_line and always either right or absent (db/blocks): a batch's lines once more, column by column.
    -- Figures and texts of a line never change, so that a set stays right as long as its batch has lines.
    CREATE TABLE line_block_set (
      batch_id INTEGER PRIMARY KEY REFERENCES batch,
      -- Drawn anew whenever blocks are made: tells what a reader has in memory from what is here now.
      edition INTEGER NOT NULL,
      -- The lines have the ids from first_id on, without gaps.
      first_id INTEGER NOT NULL,
      lines INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE line_block (
      batch_id INTEGER NOT NULL REFERENCES line_block_set,
      segment INTEGER NOT NULL,
      name TEXT NOT NULL,
      data BLOB NOT NULL,
      PRIMARY KEY (batch_id, segment, name)
    ) STRICT;
    -- How the lines of a batch count, and sums over those that do. Gone as soon as one of them gives way or comes back.
    CREATE TABLE line_count (
      batch_id INTEGER NOT NULL REFERENCES batch,
      name TEXT NOT NULL,
      edition INTEGER NOT NULL,
      data BLOB NOT NULL,
      PRIMARY KEY (batch_id, name)
    ) STRICT;
    CREATE TRIGGER bill_line_recounted AFTER UPDATE OF kind, superseded_by ON bill_line
    BEGIN DELETE FROM line_count WHERE batch_id = OLD.batch_id; END;
  `,
};
