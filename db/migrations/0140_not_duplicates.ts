import type { Migration } from './index.ts';

export const notDuplicates: Migration = {
  version: 140,
  name: 'not_duplicates',
  sql: `
    -- Pairs of bill lines that a person said are no duplicates, by the lines' identities (key_a:key_b), which an import anew does not change.
    CREATE TABLE not_duplicate (
      one TEXT NOT NULL,
      other TEXT NOT NULL,
      at TEXT NOT NULL,
      who TEXT NOT NULL,
      note TEXT NOT NULL,
      PRIMARY KEY (one, other),
      CHECK (one < other)
    ) STRICT, WITHOUT ROWID;
  `,
};
