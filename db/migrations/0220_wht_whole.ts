import type { Migration } from './index.ts';

const DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'";

/** Certificates on both sides of the paper, with drafts, income lines and steps. */
export const whtWhole: Migration = {
  version: 220,
  name: 'wht-whole',
  sql: `
    -- SQLite cannot widen a CHECK: the three tables are put aside, made anew, and filled again.
    CREATE TABLE wht_event_kept AS SELECT * FROM wht_event;
    CREATE TABLE wht_allocation_kept AS SELECT * FROM wht_allocation;
    CREATE TABLE wht_certificate_kept AS SELECT * FROM wht_certificate;
    DROP TABLE wht_event;
    DROP TABLE wht_allocation;
    DROP TABLE wht_certificate;

    CREATE TABLE wht_certificate (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 100),
      -- 1: the paper carries no number, this one was drawn from the book's own series.
      generated INTEGER NOT NULL CHECK (generated IN (0, 1)),
      issuer TEXT NOT NULL,
      date TEXT NOT NULL CHECK (date ${DAY}),
      currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
      total_u INTEGER NOT NULL CHECK (total_u >= 0),
      total_f INTEGER NOT NULL CHECK (total_f BETWEEN 0 AND 9999999999),
      note TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('draft', 'submitted', 'accepted', 'refused', 'void')),
      -- payer: we withheld, from a vendor. payee: it was withheld from us, by a customer.
      side TEXT NOT NULL DEFAULT 'payer' CHECK (side IN ('payer', 'payee')),
      -- Whose tax it is, and which of the country's papers (domain/wht/forms).
      country TEXT CHECK (country GLOB '[A-Z][A-Z]'),
      form TEXT,
      -- Days that the paper speaks of, both inclusive.
      first TEXT CHECK (first ${DAY}),
      last TEXT CHECK (last ${DAY}),
      -- The parties, and what they were called on the paper.
      payer_id INTEGER REFERENCES party,
      payee_id INTEGER REFERENCES party,
      payer TEXT CHECK (json_valid(payer)),
      payee TEXT CHECK (json_valid(payee)),
      -- The payment of the tax to the authority: receipt, challan, CPR …
      remittance TEXT NOT NULL DEFAULT '',
      remitted TEXT CHECK (remitted ${DAY}),
      -- Days on which it was handed in and answered.
      submitted TEXT CHECK (submitted ${DAY}),
      decided TEXT CHECK (decided ${DAY}),
      -- The certificate in whose place this one stands.
      replaces_id INTEGER REFERENCES wht_certificate,
      -- typed, or where it was read from; and what stood there.
      source TEXT NOT NULL DEFAULT 'typed',
      figures TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(figures)),
      CHECK (total_u > 0 OR total_f > 0),
      CHECK (first IS NULL OR last IS NULL OR first <= last)
    ) STRICT;
    -- A paper that was refused or voided can be handed in again under its own number; two others cannot share it.
    CREATE UNIQUE INDEX wht_certificate_live ON wht_certificate (issuer, number) WHERE status IN ('draft', 'submitted', 'accepted');
    CREATE UNIQUE INDEX wht_certificate_replaces ON wht_certificate (replaces_id) WHERE replaces_id IS NOT NULL AND status <> 'void';
    CREATE INDEX wht_certificate_number ON wht_certificate (number);
    CREATE INDEX wht_certificate_date ON wht_certificate (date);

    CREATE TABLE wht_allocation (
      certificate_id INTEGER NOT NULL REFERENCES wht_certificate,
      invoice_id INTEGER NOT NULL REFERENCES invoice,
      -- In the certificate's currency.
      amount_u INTEGER NOT NULL CHECK (amount_u >= 0),
      amount_f INTEGER NOT NULL CHECK (amount_f BETWEEN 0 AND 9999999999),
      -- In the invoice's currency, at most two decimals.
      pay_u INTEGER NOT NULL CHECK (pay_u >= 0),
      pay_f INTEGER NOT NULL CHECK (pay_f BETWEEN 0 AND 9999999999 AND pay_f % 100000000 = 0),
      -- 1 unit of the invoice's currency = fx_rate units of the certificate's on fx_date; whose rate it is.
      fx_rate TEXT,
      fx_date TEXT CHECK (fx_date ${DAY}),
      fx_source TEXT,
      -- 1 while the certificate is submitted or accepted: then it counts as withheld tax.
      live INTEGER NOT NULL CHECK (live IN (0, 1)),
      PRIMARY KEY (certificate_id, invoice_id),
      CHECK (amount_u > 0 OR amount_f > 0),
      CHECK (pay_u > 0 OR pay_f > 0),
      CHECK (fx_rate IS NOT NULL OR (fx_date IS NULL AND fx_source IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX wht_allocation_invoice ON wht_allocation (invoice_id, live);

    -- Income as printed on the paper, one row each; amounts in the certificate's currency.
    CREATE TABLE wht_line (
      certificate_id INTEGER NOT NULL REFERENCES wht_certificate,
      position INTEGER NOT NULL CHECK (position >= 1),
      -- Kind of income, and the form's own code for it.
      category TEXT NOT NULL,
      code TEXT,
      description TEXT NOT NULL DEFAULT '',
      paid TEXT CHECK (paid ${DAY}),
      base_u INTEGER CHECK (base_u >= 0),
      base_f INTEGER CHECK (base_f BETWEEN 0 AND 9999999999),
      -- Percent as printed.
      rate TEXT,
      tax_u INTEGER NOT NULL CHECK (tax_u >= 0),
      tax_f INTEGER NOT NULL CHECK (tax_f BETWEEN 0 AND 9999999999),
      PRIMARY KEY (certificate_id, position),
      CHECK ((base_u IS NULL) = (base_f IS NULL))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE wht_event (
      id INTEGER PRIMARY KEY,
      certificate_id INTEGER NOT NULL REFERENCES wht_certificate,
      at TEXT NOT NULL, who TEXT NOT NULL, event TEXT NOT NULL,
      from_status TEXT, to_status TEXT, reason TEXT
    ) STRICT;
    CREATE INDEX wht_event_certificate ON wht_event (certificate_id, id);

    INSERT INTO wht_certificate (id, number, generated, issuer, date, currency, total_u, total_f, note, status)
      SELECT id, number, generated, issuer, date, currency, total_u, total_f, note, status FROM wht_certificate_kept ORDER BY id;
    INSERT INTO wht_allocation (certificate_id, invoice_id, amount_u, amount_f, pay_u, pay_f, live)
      SELECT certificate_id, invoice_id, amount_u, amount_f, pay_u, pay_f, live FROM wht_allocation_kept;
    INSERT INTO wht_event SELECT * FROM wht_event_kept ORDER BY id;
    DROP TABLE wht_event_kept;
    DROP TABLE wht_allocation_kept;
    DROP TABLE wht_certificate_kept;
    CREATE TRIGGER wht_no_delete BEFORE DELETE ON wht_certificate BEGIN SELECT RAISE(ABORT, 'documents are voided, never deleted'); END;

    -- What is known of the tax to be withheld from an invoice, beside what rules and payments say. Never deleted: withdrawn.
    CREATE TABLE wht_step (
      id INTEGER PRIMARY KEY,
      invoice_id INTEGER NOT NULL REFERENCES invoice,
      -- rate: the rate that holds for it. remitted: the tax was paid. filed: its return was filed. not-due: no certificate is owed.
      -- written-off: it is given up.
      kind TEXT NOT NULL CHECK (kind IN ('rate', 'remitted', 'filed', 'not-due', 'written-off')),
      date TEXT NOT NULL CHECK (date ${DAY}),
      reference TEXT NOT NULL DEFAULT '',
      -- Percent; only of kind rate.
      rate TEXT CHECK ((rate IS NOT NULL) = (kind = 'rate')),
      note TEXT NOT NULL DEFAULT '',
      at TEXT NOT NULL, who TEXT NOT NULL,
      withdrawn_at TEXT, withdrawn_by TEXT, withdrawn_reason TEXT,
      CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
    ) STRICT;
    CREATE INDEX wht_step_invoice ON wht_step (invoice_id);
    CREATE UNIQUE INDEX wht_step_one ON wht_step (invoice_id, kind) WHERE withdrawn_at IS NULL;

    -- Files of certificates (exports of an authority) that were read; the file itself is kept by content.
    CREATE TABLE wht_import (
      id INTEGER PRIMARY KEY,
      at TEXT NOT NULL, who TEXT NOT NULL,
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL REFERENCES blob,
      profile TEXT NOT NULL,
      rows INTEGER NOT NULL CHECK (rows >= 0),
      -- What became of every row.
      result TEXT NOT NULL CHECK (json_valid(result))
    ) STRICT;
  `,
};
