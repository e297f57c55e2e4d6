import type { Migration } from './index.ts';

export const wht: Migration = {
  version: 50,
  name: 'wht',
  sql: `
    CREATE TABLE wht_certificate (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 100),
      -- 1: the paper carries no number, this one was drawn from the book's own series.
      generated INTEGER NOT NULL CHECK (generated IN (0, 1)),
      issuer TEXT NOT NULL,
      date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
      total_u INTEGER NOT NULL CHECK (total_u >= 0),
      total_f INTEGER NOT NULL CHECK (total_f BETWEEN 0 AND 9999999999),
      note TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('submitted', 'accepted', 'refused', 'void')),
      CHECK (total_u > 0 OR total_f > 0)
    ) STRICT;
    -- A paper that was refused or voided can be handed in again under its own number; two live ones cannot share it.
    CREATE UNIQUE INDEX wht_certificate_live ON wht_certificate (issuer, number) WHERE status IN ('submitted', 'accepted');
    CREATE INDEX wht_certificate_number ON wht_certificate (number);

    CREATE TABLE wht_allocation (
      certificate_id INTEGER NOT NULL REFERENCES wht_certificate,
      invoice_id INTEGER NOT NULL REFERENCES invoice,
      -- In the certificate's currency.
      amount_u INTEGER NOT NULL CHECK (amount_u >= 0),
      amount_f INTEGER NOT NULL CHECK (amount_f BETWEEN 0 AND 9999999999),
      -- In the invoice's currency, at most two decimals.
      pay_u INTEGER NOT NULL CHECK (pay_u >= 0),
      pay_f INTEGER NOT NULL CHECK (pay_f BETWEEN 0 AND 9999999999 AND pay_f % 100000000 = 0),
      -- 1 while the certificate is submitted or accepted: then no other can hold the invoice.
      live INTEGER NOT NULL CHECK (live IN (0, 1)),
      PRIMARY KEY (certificate_id, invoice_id),
      CHECK (amount_u > 0 OR amount_f > 0),
      CHECK (pay_u > 0 OR pay_f > 0)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX wht_allocation_taken ON wht_allocation (invoice_id) WHERE live = 1;
    CREATE INDEX wht_allocation_invoice ON wht_allocation (invoice_id);

    CREATE TABLE wht_event (
      id INTEGER PRIMARY KEY,
      certificate_id INTEGER NOT NULL REFERENCES wht_certificate,
      at TEXT NOT NULL, who TEXT NOT NULL, event TEXT NOT NULL,
      from_status TEXT, to_status TEXT, reason TEXT
    ) STRICT;
    CREATE INDEX wht_event_certificate ON wht_event (certificate_id, id);
    CREATE TRIGGER wht_no_delete BEFORE DELETE ON wht_certificate BEGIN SELECT RAISE(ABORT, 'documents are voided, never deleted'); END;
  `,
};
