import type { Migration } from './index.ts';

export const residence: Migration = {
  version: 190,
  name: 'residence',
  sql: `
    -- Certificates of tax residence of those who sell, for the country of the customer. Never deleted: withdrawn with a reason.
    CREATE TABLE residence_certificate (
      id INTEGER PRIMARY KEY,
      -- Whose it is: a contracting entity of the rule pack, or a party of the book.
      entity TEXT,
      party_id INTEGER REFERENCES party,
      residence TEXT NOT NULL CHECK (residence GLOB '[A-Z][A-Z]'),
      for_country TEXT NOT NULL CHECK (for_country GLOB '[A-Z][A-Z]'),
      number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 100),
      -- Both days inclusive.
      valid_from TEXT NOT NULL CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      valid_to TEXT NOT NULL CHECK (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      note TEXT NOT NULL DEFAULT '',
      at TEXT NOT NULL, who TEXT NOT NULL,
      withdrawn_at TEXT, withdrawn_by TEXT, withdrawn_reason TEXT,
      CHECK ((entity IS NULL) <> (party_id IS NULL)),
      CHECK (valid_from <= valid_to),
      CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
    ) STRICT;
    CREATE INDEX residence_certificate_for ON residence_certificate (for_country, entity);
  `,
};
