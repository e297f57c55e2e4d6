import { DAY, PERIOD, pair } from './columns.ts';
import type { Migration } from './index.ts';

/** Closed periods with their certificate, sign-offs and adjustments; differences that people follow up. */
export const periodClose: Migration = {
  version: 240,
  name: 'period-close',
  sql: `
    -- One row each time that a period was closed; it is locked while a row of it is not reopened. Never deleted.
    CREATE TABLE period_close (
      id INTEGER PRIMARY KEY,
      period TEXT NOT NULL CHECK (period ${PERIOD}),
      closed_at TEXT NOT NULL, closed_by TEXT NOT NULL,
      -- The checklist as it stood.
      checklist TEXT NOT NULL CHECK (json_valid(checklist)),
      -- Files and documents that the figures are made of, with their hashes.
      inputs TEXT NOT NULL CHECK (json_valid(inputs)),
      -- The close certificate as canonical JSON, and SHA-256 of its UTF-8 bytes.
      certificate TEXT NOT NULL CHECK (json_valid(certificate)),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      reopened_at TEXT, reopened_by TEXT, reopened_reason TEXT,
      CHECK ((reopened_at IS NULL) = (reopened_by IS NULL) AND (reopened_at IS NULL) = (reopened_reason IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX period_close_locked ON period_close (period) WHERE reopened_at IS NULL;
    CREATE INDEX period_close_period ON period_close (period, id);
    CREATE TRIGGER period_close_no_delete BEFORE DELETE ON period_close BEGIN SELECT RAISE(ABORT, 'closes are reopened, never deleted'); END;
    CREATE TRIGGER period_close_kept BEFORE UPDATE OF period, closed_at, closed_by, checklist, inputs, certificate, sha256 ON period_close
      BEGIN SELECT RAISE(ABORT, 'a close certificate is never changed'); END;

    -- Documents that a close counted: they stay as they are until it is reopened.
    CREATE TABLE period_document (
      close_id INTEGER NOT NULL REFERENCES period_close,
      kind TEXT NOT NULL CHECK (kind IN ('invoice', 'payment', 'certificate')),
      document_id INTEGER NOT NULL,
      PRIMARY KEY (kind, document_id, close_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE period_signoff (
      id INTEGER PRIMARY KEY,
      period TEXT NOT NULL CHECK (period ${PERIOD}),
      -- The close that it became part of; null before.
      close_id INTEGER REFERENCES period_close,
      role TEXT NOT NULL CHECK (role IN ('prepared', 'reviewed', 'approved')),
      -- The person's name as typed, and who was at the keyboard.
      who TEXT NOT NULL CHECK (length(who) BETWEEN 1 AND 100),
      by TEXT NOT NULL,
      at TEXT NOT NULL,
      note TEXT NOT NULL,
      -- SHA-256 of the figures that were signed: others are signed anew.
      figures TEXT NOT NULL CHECK (length(figures) = 64),
      withdrawn_at TEXT, withdrawn_by TEXT,
      CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX period_signoff_one ON period_signoff (period, role) WHERE close_id IS NULL AND withdrawn_at IS NULL;
    CREATE INDEX period_signoff_close ON period_signoff (close_id);

    -- Items of the checklist that somebody set aside with a reason, for what they said at that time.
    CREATE TABLE period_waiver (
      id INTEGER PRIMARY KEY,
      period TEXT NOT NULL CHECK (period ${PERIOD}),
      item TEXT NOT NULL,
      -- SHA-256 of what the item said: another finding of the item asks again.
      finding TEXT NOT NULL CHECK (length(finding) = 64),
      reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
      at TEXT NOT NULL, who TEXT NOT NULL,
      withdrawn_at TEXT, withdrawn_by TEXT,
      CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX period_waiver_one ON period_waiver (period, item) WHERE withdrawn_at IS NULL;

    -- What came into a locked period after its close.
    CREATE TABLE period_adjustment (
      id INTEGER PRIMARY KEY,
      period TEXT NOT NULL CHECK (period ${PERIOD}),
      close_id INTEGER NOT NULL REFERENCES period_close,
      -- A batch of imported rows, or a document by its subject of the audit trail.
      batch_id INTEGER REFERENCES batch,
      document TEXT,
      title TEXT NOT NULL,
      lines INTEGER NOT NULL CHECK (lines >= 0),
      -- [{vendor, currency, before, after}]: payable of the period's bills as exact text.
      sums TEXT NOT NULL CHECK (json_valid(sums)),
      -- [{id, title, from, to, differenceFrom, differenceTo}] of the checks that say something else now.
      checks TEXT NOT NULL CHECK (json_valid(checks)),
      at TEXT NOT NULL, who TEXT NOT NULL,
      -- undone: the batch was taken back.
      state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'undone')),
      accepted_at TEXT, accepted_by TEXT,
      note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
      CHECK ((batch_id IS NULL) <> (document IS NULL)),
      CHECK ((state <> 'accepted' OR accepted_at IS NOT NULL) AND (accepted_at IS NULL) = (accepted_by IS NULL))
    ) STRICT;
    CREATE INDEX period_adjustment_period ON period_adjustment (period, id);
    CREATE INDEX period_adjustment_open ON period_adjustment (state) WHERE state = 'open';

    -- A failing check, or one named part of its difference, that somebody follows up.
    CREATE TABLE discrepancy (
      id INTEGER PRIMARY KEY,
      period TEXT NOT NULL CHECK (period ${PERIOD}),
      -- Id of the verdict (check:vendor:currency…), and which of its findings; empty: the whole difference.
      check_id TEXT NOT NULL,
      part TEXT NOT NULL,
      kind TEXT,
      vendor TEXT, currency TEXT,
      -- {en, zh}: the check, and what it found.
      title TEXT NOT NULL CHECK (json_valid(title)),
      finding TEXT NOT NULL CHECK (json_valid(finding)),
      -- The difference at opening; as it was last seen by a person. NULL: no money.
      ${pair('amount')}, ${pair('seen')},
      state TEXT NOT NULL CHECK (state IN ('open', 'explained', 'disputed', 'settled', 'written-off')),
      reason TEXT NOT NULL,
      -- How it was settled, and by what document; who allowed a write-off above the limit.
      how TEXT CHECK (how IN ('bill', 'credit-note', 'payment', 'other')),
      document TEXT,
      approver TEXT,
      -- Day of the next step.
      due TEXT CHECK (due ${DAY}),
      -- [{id, file, row}] at opening and as last seen, at most 200; line_count counts all.
      lines TEXT NOT NULL CHECK (json_valid(lines)),
      line_count INTEGER NOT NULL CHECK (line_count >= 0),
      opened_at TEXT NOT NULL, opened_by TEXT NOT NULL,
      CHECK ((state = 'settled') = (how IS NOT NULL)),
      UNIQUE (period, check_id, part)
    ) STRICT;
    CREATE INDEX discrepancy_state ON discrepancy (state, period);
    CREATE TRIGGER discrepancy_no_delete BEFORE DELETE ON discrepancy BEGIN SELECT RAISE(ABORT, 'differences are settled, never deleted'); END;

    CREATE TABLE discrepancy_event (
      id INTEGER PRIMARY KEY,
      discrepancy_id INTEGER NOT NULL REFERENCES discrepancy,
      at TEXT NOT NULL, who TEXT NOT NULL, event TEXT NOT NULL,
      from_state TEXT, to_state TEXT, reason TEXT
    ) STRICT;
    CREATE INDEX discrepancy_event_of ON discrepancy_event (discrepancy_id, id);
  `,
};
