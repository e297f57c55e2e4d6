import type { Migration } from './index.ts';

export const documents: Migration = {
  version: 180,
  name: 'documents',
  sql: `
    -- Who stands on documents: the user's own companies, vendors, customers. Never deleted: archived.
    CREATE TABLE party (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('own', 'vendor', 'customer')),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
      country TEXT NOT NULL CHECK (country GLOB '[A-Z][A-Z]'),
      -- Contracting entity of the rule pack that it is, if any.
      entity TEXT,
      -- Tax ids, addresses, contacts, bank account … (domain/parties/party.ts).
      details TEXT NOT NULL CHECK (json_valid(details)),
      archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
    ) STRICT;

    -- A run of document numbers without gaps: the next one is taken in the transaction that makes the document.
    CREATE TABLE number_series (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
      for_kind TEXT NOT NULL CHECK (for_kind IN ('invoice', 'credit-note')),
      -- Text with {YYYY}, {YY}, {MM} and one {#…} run for the digits.
      pattern TEXT NOT NULL CHECK (length(pattern) BETWEEN 1 AND 80),
      -- When the count begins again.
      resets TEXT NOT NULL CHECK (resets IN ('never', 'year', 'month')),
      archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
    ) STRICT;
    CREATE TABLE number_count (
      series_id INTEGER NOT NULL REFERENCES number_series,
      -- '' where the series never begins again, else YYYY or YYYY-MM.
      run TEXT NOT NULL,
      last INTEGER NOT NULL CHECK (last >= 1),
      PRIMARY KEY (series_id, run)
    ) STRICT, WITHOUT ROWID;

    -- A tax answer as it was given: its case, the rules and pack that it used, and the figures.
    CREATE TABLE tax_quote (
      id INTEGER PRIMARY KEY,
      at TEXT NOT NULL, who TEXT NOT NULL,
      pack TEXT NOT NULL,
      rule TEXT,
      input TEXT NOT NULL CHECK (json_valid(input)),
      result TEXT NOT NULL CHECK (json_valid(result))
    ) STRICT;

    -- received: from a vendor, to be paid. issued: made here for a customer.
    ALTER TABLE invoice ADD COLUMN direction TEXT NOT NULL DEFAULT 'received' CHECK (direction IN ('received', 'issued'));
    ALTER TABLE invoice ADD COLUMN type TEXT NOT NULL DEFAULT 'other' CHECK (type IN ('order', 'monthly', 'top-up', 'other'));
    -- Day on which the bill appeared: the confirmation window begins. Day of issue: the account period begins.
    ALTER TABLE invoice ADD COLUMN billed TEXT CHECK (billed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
    ALTER TABLE invoice ADD COLUMN issued TEXT CHECK (issued GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
    ALTER TABLE invoice ADD COLUMN term_days INTEGER CHECK (term_days BETWEEN 0 AND 3650);
    -- 1 unit of the invoice's currency = fx_rate units of fx_currency on fx_date.
    ALTER TABLE invoice ADD COLUMN fx_currency TEXT CHECK (fx_currency GLOB '[A-Z][A-Z][A-Z]');
    ALTER TABLE invoice ADD COLUMN fx_rate TEXT CHECK ((fx_rate IS NULL) = (fx_currency IS NULL));
    ALTER TABLE invoice ADD COLUMN fx_date TEXT CHECK (fx_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
    -- The parties, and what they were called on the day of the document.
    ALTER TABLE invoice ADD COLUMN seller_id INTEGER REFERENCES party;
    ALTER TABLE invoice ADD COLUMN buyer_id INTEGER REFERENCES party;
    ALTER TABLE invoice ADD COLUMN seller TEXT CHECK (json_valid(seller));
    ALTER TABLE invoice ADD COLUMN buyer TEXT CHECK (json_valid(buyer));
    ALTER TABLE invoice ADD COLUMN quote_id INTEGER REFERENCES tax_quote;
    ALTER TABLE invoice ADD COLUMN series_id INTEGER REFERENCES number_series;
    ALTER TABLE invoice ADD COLUMN sequence INTEGER CHECK ((sequence IS NULL) = (series_id IS NULL));
    -- What else is printed on it (domain/invoices/document.ts: DocumentDetails).
    ALTER TABLE invoice ADD COLUMN document TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(document));

    CREATE TABLE invoice_line (
      invoice_id INTEGER NOT NULL REFERENCES invoice,
      position INTEGER NOT NULL CHECK (position >= 1),
      description TEXT NOT NULL,
      -- Exact decimal text; unit is a UN/ECE Recommendation 20 code.
      quantity TEXT, unit TEXT, price TEXT,
      net_u INTEGER NOT NULL, net_f INTEGER NOT NULL CHECK (net_f BETWEEN -9999999999 AND 9999999999 AND (net_u = 0 OR net_f = 0 OR (net_u > 0) = (net_f > 0))),
      -- Null: the document states no tax by line.
      tax_u INTEGER, tax_f INTEGER CHECK (tax_f BETWEEN -9999999999 AND 9999999999 AND (tax_u = 0 OR tax_f = 0 OR (tax_u > 0) = (tax_f > 0))),
      -- UNCL 5305 category (S, Z, E, AE, O …), the tax's own code, and percent as text.
      tax_category TEXT, tax_code TEXT, rate TEXT,
      -- Both days inclusive.
      first TEXT CHECK (first GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      last TEXT CHECK (last GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      -- The bill lines that it stands for: period and filters of bills/details.
      scope TEXT CHECK (json_valid(scope)),
      PRIMARY KEY (invoice_id, position),
      CHECK ((tax_u IS NULL) = (tax_f IS NULL)),
      CHECK (first IS NULL OR last IS NULL OR first <= last)
    ) STRICT, WITHOUT ROWID;
  `,
};
