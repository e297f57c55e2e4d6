import type { Migration } from './index.ts';

export const payments: Migration = {
  version: 40,
  name: 'payments',
  sql: `
    CREATE TABLE payment (
      id INTEGER PRIMARY KEY,
      date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
      reference TEXT NOT NULL CHECK (length(reference) BETWEEN 1 AND 100),
      method TEXT NOT NULL,
      note TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('active', 'void')),
      amount_u INTEGER NOT NULL CHECK (amount_u >= 0),
      amount_f INTEGER NOT NULL CHECK (amount_f BETWEEN 0 AND 9999999999),
      CHECK (amount_u > 0 OR amount_f > 0)
    ) STRICT;
    -- Shares of a payment, in the currency that payment and invoice have in common. A void payment has none.
    CREATE TABLE payment_allocation (
      payment_id INTEGER NOT NULL REFERENCES payment,
      invoice_id INTEGER NOT NULL REFERENCES invoice,
      amount_u INTEGER NOT NULL CHECK (amount_u >= 0),
      amount_f INTEGER NOT NULL CHECK (amount_f BETWEEN 0 AND 9999999999),
      CHECK (amount_u > 0 OR amount_f > 0),
      PRIMARY KEY (payment_id, invoice_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX payment_allocation_invoice ON payment_allocation (invoice_id);
    CREATE TABLE payment_event (
      id INTEGER PRIMARY KEY,
      payment_id INTEGER NOT NULL REFERENCES payment,
      at TEXT NOT NULL, who TEXT NOT NULL, event TEXT NOT NULL,
      from_status TEXT, to_status TEXT, reason TEXT
    ) STRICT;
    CREATE INDEX payment_event_payment ON payment_event (payment_id, id);
    CREATE TRIGGER payment_no_delete BEFORE DELETE ON payment BEGIN SELECT RAISE(ABORT, 'documents are voided, never deleted'); END;
  `,
};
