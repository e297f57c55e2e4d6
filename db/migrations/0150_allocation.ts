import type { Migration } from './index.ts';

/** Terms of what is paid ahead: what the original rows tell of them, and what a person gave. */
export const allocation: Migration = {
  version: 150,
  name: 'allocation',
  sql: `
    -- Which batches were looked through for lines that are paid ahead, and by which edition of the rules.
    CREATE TABLE prepaid_reading (
      batch_id INTEGER PRIMARY KEY REFERENCES batch,
      rules INTEGER NOT NULL,
      lines INTEGER NOT NULL
    ) STRICT;

    -- Lines that are paid ahead, few of many. Made from the book's own lines and originals, and made anew when the rules change.
    -- Days since 1970-01-01, first and last included. A line counts only while it is of that batch: ids of undone lines come again.
    CREATE TABLE prepaid_line (
      batch_id INTEGER NOT NULL REFERENCES batch,
      line_id INTEGER NOT NULL,
      first_day INTEGER,
      last_day INTEGER CHECK (last_day >= first_day),
      -- Length of the order, and the order that this one changes or gives back, where the row prints them.
      months INTEGER,
      original TEXT,
      PRIMARY KEY (batch_id, line_id)
    ) STRICT, WITHOUT ROWID;

    -- Terms given by hand, to an order or to one line by its identity. The newest that is not taken back counts.
    CREATE TABLE given_term (
      id INTEGER PRIMARY KEY,
      vendor INTEGER NOT NULL,
      order_id TEXT,
      key_a INTEGER, key_b INTEGER,
      first_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL CHECK (last_day >= first_day),
      note TEXT NOT NULL,
      given_at TEXT NOT NULL,
      taken_back_at TEXT,
      CHECK ((order_id IS NULL) = (key_a IS NOT NULL) AND (key_a IS NULL) = (key_b IS NULL))
    ) STRICT;
    CREATE INDEX given_term_order ON given_term (vendor, order_id);
  `,
};
