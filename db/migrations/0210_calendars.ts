import type { Migration } from './index.ts';

export const calendars: Migration = {
  version: 210,
  name: 'calendars',
  sql: `
    -- What a person says of a day of a country, over what its calendar says.
    CREATE TABLE calendar_day (
      country TEXT NOT NULL CHECK (country GLOB '[A-Z][A-Z]'),
      day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      kind TEXT NOT NULL CHECK (kind IN ('holiday', 'working')),
      name TEXT NOT NULL CHECK (length(name) <= 120),
      PRIMARY KEY (country, day)
    ) STRICT, WITHOUT ROWID;
    -- Years of which a person says that every holiday is there.
    CREATE TABLE calendar_year (
      country TEXT NOT NULL CHECK (country GLOB '[A-Z][A-Z]'),
      year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
      PRIMARY KEY (country, year)
    ) STRICT, WITHOUT ROWID;
    -- Terms agreed on with a vendor, over those that it prints; both days inclusive, null: open.
    CREATE TABLE vendor_terms (
      id INTEGER PRIMARY KEY,
      vendor TEXT NOT NULL CHECK (vendor IN ('huawei', 'tencent', 'qingcloud', 'zilliz', 'other')),
      from_day TEXT CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      until_day TEXT CHECK (until_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      country TEXT NOT NULL CHECK (country GLOB '[A-Z][A-Z]'),
      confirm_days INTEGER CHECK (confirm_days BETWEEN 1 AND 366),
      issue_least INTEGER CHECK (issue_least BETWEEN 0 AND 366),
      issue_most INTEGER CHECK (issue_most BETWEEN issue_least AND 366),
      term_days INTEGER CHECK (term_days BETWEEN 0 AND 3650),
      dunning_days INTEGER NOT NULL CHECK (dunning_days BETWEEN 0 AND 3650),
      recycle_days INTEGER CHECK (recycle_days BETWEEN 0 AND 3650),
      reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
      CHECK (from_day IS NULL OR until_day IS NULL OR from_day <= until_day),
      CHECK ((issue_least IS NULL) = (issue_most IS NULL))
    ) STRICT;

    -- Day of confirmation, and whether nobody's hand did it; day since which the bill is disputed; what is left of the window after a
    -- dispute that was taken back, and the day after which it runs on; day on which issuing was asked for anew.
    ALTER TABLE invoice ADD COLUMN confirmed TEXT CHECK (confirmed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
    ALTER TABLE invoice ADD COLUMN confirmed_by_rule INTEGER NOT NULL DEFAULT 0 CHECK (confirmed_by_rule IN (0, 1));
    ALTER TABLE invoice ADD COLUMN disputed TEXT CHECK (disputed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
    ALTER TABLE invoice ADD COLUMN window_from TEXT CHECK (window_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
    ALTER TABLE invoice ADD COLUMN window_days INTEGER CHECK (window_days >= 1 AND (window_days IS NULL) = (window_from IS NULL));
    ALTER TABLE invoice ADD COLUMN reapplied TEXT CHECK (reapplied GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
  `,
};
