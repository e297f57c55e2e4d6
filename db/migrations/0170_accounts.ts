import type { Migration } from './index.ts';

export const accounts: Migration = {
  version: 170,
  name: 'accounts',
  sql: `
    -- What a person said of an account that the bills name: by the text that stands in the bills. It holds no figures.
    CREATE TABLE account_entry (
      id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200),
      name TEXT CHECK (length(name) BETWEEN 1 AND 120),
      company TEXT CHECK (length(company) BETWEEN 1 AND 120),
      role TEXT CHECK (role IN ('master', 'sub', 'single', 'customer')),
      master TEXT CHECK (master <> id),
      saved_at TEXT NOT NULL,
      CHECK (master IS NULL OR role IN ('sub', 'customer'))
    ) STRICT, WITHOUT ROWID;
    -- Who operated the account from month to month, YYYY-MM, both inclusive; null: open. Months in none are the vendor's own.
    CREATE TABLE account_entity (
      account TEXT NOT NULL REFERENCES account_entry (id) ON DELETE CASCADE,
      place INTEGER NOT NULL,
      entity TEXT NOT NULL CHECK (length(entity) BETWEEN 1 AND 120),
      first TEXT,
      last TEXT,
      PRIMARY KEY (account, place),
      CHECK (first IS NULL OR last IS NULL OR first <= last)
    ) STRICT, WITHOUT ROWID;
  `,
};
