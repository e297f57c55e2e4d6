import type { Migration } from './index.ts';

export const mends: Migration = {
  version: 80,
  name: 'mends',
  sql: `
    -- Rejected rows that were mended: number "row" of batch of_batch came in, as mended, as number by_row of batch batch_id.
    -- Undoing that batch makes the row rejected again; what was mended stays on record.
    CREATE TABLE mend (
      of_batch INTEGER NOT NULL REFERENCES batch,
      row INTEGER NOT NULL,
      batch_id INTEGER NOT NULL REFERENCES batch,
      by_row INTEGER NOT NULL,
      PRIMARY KEY (of_batch, row, batch_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX mend_batch ON mend (batch_id, by_row);
  `,
};
