import type { Migration } from './index.ts';

export const taxRules: Migration = {
  version: 200,
  name: 'tax-rules',
  sql: `
    -- Rule packs that quotes used or that were taken in, by the SHA-256 of their canonical JSON (kept as zstd). Never deleted.
    CREATE TABLE tax_pack (
      digest TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
      id TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version >= 1),
      body BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- A pack that a person took into the book in the place of the shipped one of the same id. The last one counts.
    CREATE TABLE tax_pack_taken (
      seq INTEGER PRIMARY KEY,
      at TEXT NOT NULL, who TEXT NOT NULL,
      digest TEXT NOT NULL REFERENCES tax_pack,
      -- Version of the shipped pack on that day: a shipped pack newer than both takes the place again.
      shipped INTEGER NOT NULL CHECK (shipped >= 1)
    ) STRICT;

    -- The user's own rules. Never changed and never deleted: withdrawn, and made anew.
    CREATE TABLE tax_rule (
      id TEXT NOT NULL PRIMARY KEY CHECK (id GLOB '[A-Z][A-Z]-U[0-9][0-9]*'),
      act TEXT NOT NULL CHECK (act IN ('add', 'override', 'off')),
      -- Rule of the pack that it stands for or switches off.
      replaces TEXT,
      -- First day of a switching off; null: from the rule's beginning.
      since TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      -- The rule as domain/tax/pack.ts has it, without its id.
      body TEXT CHECK (json_valid(body)),
      reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 4000),
      at TEXT NOT NULL, who TEXT NOT NULL,
      withdrawn_at TEXT, withdrawn_by TEXT, withdrawn_reason TEXT,
      CHECK ((act = 'add') = (replaces IS NULL)),
      CHECK ((act = 'off') = (body IS NULL)),
      CHECK (act = 'off' OR since IS NULL),
      CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
    ) STRICT, WITHOUT ROWID;

    -- The whole pack in effect when the quote was made.
    ALTER TABLE tax_quote ADD COLUMN pack_digest TEXT REFERENCES tax_pack;
    CREATE INDEX tax_quote_by_rule ON tax_quote (rule);
  `,
};
