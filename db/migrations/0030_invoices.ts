import type { Migration } from './index.ts';

const pair = (column: string): string =>
  `${column}_u INTEGER NOT NULL, ${column}_f INTEGER NOT NULL CHECK (${column}_f BETWEEN -9999999999 AND 9999999999 AND (${column}_u = 0 OR ${column}_f = 0 OR (${column}_u > 0) = (${column}_f > 0)))`;
const DAY = `GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`;

export const invoices: Migration = {
  version: 30,
  name: 'invoices',
  sql: `
    -- Issued by the vendor; numbers are names. A credit note has negative figures and names the invoice that it reduces.
    CREATE TABLE invoice (
      id INTEGER PRIMARY KEY,
      vendor TEXT NOT NULL CHECK (vendor IN ('huawei', 'tencent', 'qingcloud', 'zilliz', 'other')),
      number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 100),
      kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit-note')),
      entity TEXT,
      date TEXT NOT NULL CHECK (date ${DAY}),
      due TEXT CHECK (due ${DAY}),
      period TEXT CHECK (period GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
      currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
      ${pair('net')}, ${pair('tax')},
      -- As acted on or as the vendor stated it; paid and overdue also follow from figures and dates.
      stated TEXT NOT NULL CHECK (stated IN ('unbilled', 'to-confirm', 'disputed', 'issuing', 'unpaid', 'overdue', 'paid', 'free', 'void')),
      credits_id INTEGER REFERENCES invoice,
      note TEXT NOT NULL DEFAULT '',
      -- Where it comes from: 'entered', or the import.
      source TEXT NOT NULL,
      -- The vendor's own figures by name, as exact text.
      figures TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(figures)),
      CHECK ((kind = 'credit-note') = (credits_id IS NOT NULL)),
      UNIQUE (vendor, number)
    ) STRICT;
    CREATE INDEX invoice_number ON invoice (number);
    CREATE INDEX invoice_period ON invoice (period);
    CREATE INDEX invoice_credits ON invoice (credits_id) WHERE credits_id IS NOT NULL;

    CREATE TABLE invoice_event (
      id INTEGER PRIMARY KEY,
      invoice_id INTEGER NOT NULL REFERENCES invoice,
      at TEXT NOT NULL, who TEXT NOT NULL, event TEXT NOT NULL,
      from_status TEXT, to_status TEXT, reason TEXT
    ) STRICT;
    CREATE INDEX invoice_event_invoice ON invoice_event (invoice_id, id);
    CREATE TRIGGER invoice_no_delete BEFORE DELETE ON invoice BEGIN SELECT RAISE(ABORT, 'documents are voided, never deleted'); END;
  `,
};
