import type { Migration } from './index.ts';

const pair = (column: string): string => `${column}_u INTEGER, ${column}_f INTEGER CHECK (${column}_f BETWEEN -9999999999 AND 9999999999)`;

/** The columns of that time; later ones are added by later steps. */
const TERMS = [
  'currency',
  'account',
  'paying_account',
  'enterprise_project',
  'product_type',
  'product',
  'spec',
  'billing_mode',
  'bill_type',
  'resource_id',
  'resource_name',
  'region',
  'availability_zone',
  'usage_type',
  'usage_unit',
  'tags',
];
const MEASURES = [
  'list_price',
  'discount',
  'rounding_off',
  'payable',
  'cash',
  'credit',
  'coupon',
  'flexi_coupon',
  'stored_card',
  'bonus',
  'transfer',
  'monthly_settled',
  'outstanding',
  'write_off',
  'tax',
];

export const bills: Migration = {
  version: 20,
  name: 'bills',
  sql: `
    -- Every text of a bill once. Lines hold ids: grouping compares integers, search reads distinct texts only.
    CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

    -- The original bytes of each imported file, zstd-compressed in chunks cut between rows.
    CREATE TABLE source (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
      size INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE source_chunk (
      source_id INTEGER NOT NULL REFERENCES source,
      seq INTEGER NOT NULL,
      -- Rows are counted as in the file, 1-based; 0 rows where the format has no rows by line (JSON).
      first_row INTEGER NOT NULL,
      rows INTEGER NOT NULL,
      size INTEGER NOT NULL,
      data BLOB NOT NULL,
      PRIMARY KEY (source_id, seq)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE batch (
      id INTEGER PRIMARY KEY,
      source_id INTEGER NOT NULL REFERENCES source,
      file TEXT NOT NULL,
      format TEXT NOT NULL,
      vendor INTEGER NOT NULL,
      imported_at TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('active', 'undone')),
      rows INTEGER NOT NULL, imported INTEGER NOT NULL, duplicates INTEGER NOT NULL,
      superseded INTEGER NOT NULL, ignored INTEGER NOT NULL, rejected INTEGER NOT NULL,
      -- Encoding, delimiter, header row and columns as read: what turns a stored row back into its cells.
      dialect TEXT NOT NULL,
      periods TEXT NOT NULL,
      totals TEXT NOT NULL,
      notices TEXT NOT NULL,
      -- SHA-256 over every money figure of the batch's lines; also in the audit trail.
      digest TEXT NOT NULL,
      -- Sheet of a workbook; empty for a file that is one table.
      member TEXT NOT NULL DEFAULT '',
      -- Cells of each row as text, where the file itself is not text (workbooks, Parquet).
      rows_source_id INTEGER REFERENCES source,
      -- Which telling of the month it is (domain/formats/views.ts); -1 for statements and registers.
      view INTEGER NOT NULL DEFAULT 0,
      -- Day that the file speaks of, and its name without part: what a later file of the same kind is later than.
      as_of TEXT NOT NULL DEFAULT '',
      part INTEGER NOT NULL DEFAULT 0,
      logical_name TEXT NOT NULL DEFAULT '',
      basis TEXT NOT NULL DEFAULT '',
      -- 1: made before the vendor drew up the bill on the 3rd of the following month.
      estimate INTEGER NOT NULL DEFAULT 0,
      CHECK (rows = imported + duplicates + superseded + ignored + rejected)
    ) STRICT;
    CREATE INDEX batch_source ON batch (source_id);

    -- Months and accounts that a batch speaks of; account 0 where the file names none.
    CREATE TABLE batch_scope (
      batch_id INTEGER NOT NULL REFERENCES batch,
      period INTEGER NOT NULL,
      account INTEGER NOT NULL,
      PRIMARY KEY (batch_id, period, account)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX batch_scope_period ON batch_scope (period);

    -- Rows that a batch found here already, through another batch: that one cannot be undone before it.
    CREATE TABLE batch_overlap (
      batch_id INTEGER NOT NULL REFERENCES batch,
      on_batch INTEGER NOT NULL REFERENCES batch,
      rows INTEGER NOT NULL,
      PRIMARY KEY (batch_id, on_batch)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE reject (
      batch_id INTEGER NOT NULL REFERENCES batch,
      row INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      "column" TEXT, value TEXT,
      code TEXT NOT NULL, reason TEXT NOT NULL, original TEXT NOT NULL,
      PRIMARY KEY (batch_id, row, ordinal)
    ) STRICT, WITHOUT ROWID;

    -- No foreign keys on the term columns: terms are never deleted, and sixteen look-ups a line would double the import.
    CREATE TABLE bill_line (
      id INTEGER PRIMARY KEY,
      batch_id INTEGER NOT NULL REFERENCES batch,
      row INTEGER NOT NULL,
      part INTEGER NOT NULL DEFAULT 0,
      key_a INTEGER NOT NULL, key_b INTEGER NOT NULL,
      -- 0: counted as the bill; 1: statement; 10 + view: another telling of a month whose better one is here.
      kind INTEGER NOT NULL, vendor INTEGER NOT NULL,
      view INTEGER NOT NULL DEFAULT 0,
      -- YYYYMM
      period INTEGER NOT NULL CHECK (period BETWEEN 190001 AND 299912),
      -- Days since 1970-01-01 in the source's own time zone.
      date INTEGER,
      ${TERMS.map((c) => `${c} INTEGER`).join(', ')},
      order_id TEXT,
      -- Hash of the content where the vendor's own key is the identity: tells a changed row from a repeated one.
      content INTEGER,
      ${pair('usage')}, ${pair('unit_price')},
      ${MEASURES.map(pair).join(', ')},
      superseded_by INTEGER REFERENCES batch
    ) STRICT;
    CREATE INDEX bill_line_key ON bill_line (key_a, key_b);
    CREATE INDEX bill_line_period ON bill_line (period, kind, product_type);
    CREATE INDEX bill_line_batch ON bill_line (batch_id, row);

    -- Lists beside the bill: orders, renewals, packages, coupons, movements … figures as exact text.
    CREATE TABLE register_row (
      id INTEGER PRIMARY KEY,
      batch_id INTEGER NOT NULL REFERENCES batch,
      row INTEGER NOT NULL,
      register TEXT NOT NULL,
      vendor INTEGER NOT NULL,
      key_a INTEGER NOT NULL, key_b INTEGER NOT NULL,
      content INTEGER NOT NULL,
      period INTEGER,
      currency TEXT,
      data TEXT NOT NULL CHECK (json_valid(data)),
      superseded_by INTEGER REFERENCES batch
    ) STRICT;
    CREATE INDEX register_row_key ON register_row (key_a, key_b);
    CREATE INDEX register_row_register ON register_row (register, vendor, period);
    CREATE INDEX register_row_batch ON register_row (batch_id, row);
  `,
};
