import type { Migration } from './index.ts';

export const views: Migration = {
  version: 130,
  name: 'views',
  sql: `
    -- A look at the bill details that was given a name: grouping, filters, columns, sort. It holds no figures. At most one opens by itself.
    CREATE TABLE saved_view (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(name) BETWEEN 1 AND 80),
      body TEXT NOT NULL CHECK (json_valid(body)),
      is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
      saved_at TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX saved_view_default ON saved_view (is_default) WHERE is_default = 1;
  `,
};
