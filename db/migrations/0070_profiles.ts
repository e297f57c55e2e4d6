import type { Migration } from './index.ts';

export const profiles: Migration = {
  version: 70,
  name: 'profiles',
  sql: `
    -- How the columns of a sheet fill a bill line, as the user mapped them. A batch keeps its own copy.
    CREATE TABLE profile (
      id TEXT PRIMARY KEY,
      body TEXT NOT NULL CHECK (json_valid(body)),
      saved_at TEXT NOT NULL
    ) STRICT;
  `,
};
