import type { Migration } from './index.ts';

const pair = (column: string): string[] => [
  `${column}_u INTEGER`,
  `${column}_f INTEGER CHECK (${column}_f BETWEEN -9999999999 AND 9999999999)`,
];

/** What FOCUS tells beside the bill of a vendor, and what is remembered of each source of such files. */
export const focus: Migration = {
  version: 90,
  name: 'focus',
  sql: `
    ${['provider INTEGER', 'invoice_id INTEGER', ...pair('contracted_cost'), ...pair('effective_cost')]
      .map((column) => `ALTER TABLE bill_line ADD COLUMN ${column};`)
      .join('\n    ')}

    -- Who delivers the file, as its rows name it (provider and billing account); empty where a format has one vendor only.
    ALTER TABLE batch ADD COLUMN bill_source TEXT NOT NULL DEFAULT '';

    -- What the files of a source leave open, decided once: by which clock its months begin, and whether a file replaces the
    -- month that it tells or adds to it.
    CREATE TABLE bill_source (
      id TEXT PRIMARY KEY,
      provider TEXT,
      account TEXT,
      time_zone TEXT,
      delivery TEXT CHECK (delivery IN ('append-only', 'replacement')),
      saved_at TEXT NOT NULL
    ) STRICT;
  `,
};
