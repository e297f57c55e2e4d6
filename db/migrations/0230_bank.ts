import { CURRENCY, DAY, pair } from './columns.ts';
import type { Migration } from './index.ts';

/** Statements of banks and cards, their lines, and which payment a line is. */
export const bank: Migration = {
  version: 230,
  name: 'bank',
  sql: `
    CREATE TABLE bank_account (
      id INTEGER PRIMARY KEY,
      -- As its statements name it: IBAN or number, without blanks; of a card what the bank prints of its number.
      number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 64),
      -- BIC or the bank's own number; empty where no statement says it.
      bank TEXT NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('bank', 'card')),
      currency TEXT NOT NULL CHECK (currency ${CURRENCY}),
      UNIQUE (number, currency)
    ) STRICT;

    CREATE TABLE bank_statement (
      id INTEGER PRIMARY KEY,
      account_id INTEGER NOT NULL REFERENCES bank_account,
      -- The file that it was in, and its place among the statements there, from 1.
      sha256 TEXT NOT NULL REFERENCES blob,
      file TEXT NOT NULL,
      place INTEGER NOT NULL CHECK (place >= 1),
      format TEXT NOT NULL,
      -- The mapping it was read with, as it was; only of a table.
      profile TEXT CHECK (json_valid(profile)),
      -- What the bank numbers it with; empty where it has none.
      number TEXT NOT NULL,
      -- Booked balances, where it prints them.
      ${pair('opening')},
      ${pair('closing')},
      -- Days that it speaks of, both inclusive.
      first TEXT NOT NULL CHECK (first ${DAY}),
      last TEXT NOT NULL CHECK (last ${DAY}),
      rows INTEGER NOT NULL CHECK (rows >= 0),
      added INTEGER NOT NULL CHECK (added >= 0),
      duplicates INTEGER NOT NULL CHECK (duplicates >= 0),
      rejected INTEGER NOT NULL CHECK (rejected >= 0),
      rejects TEXT NOT NULL CHECK (json_valid(rejects)),
      notices TEXT NOT NULL CHECK (json_valid(notices)),
      -- SHA-256 over its lines; also in the audit trail.
      digest TEXT NOT NULL,
      imported_at TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('active', 'undone')),
      CHECK (rows = added + duplicates + rejected),
      CHECK (first <= last)
    ) STRICT;
    CREATE INDEX bank_statement_account ON bank_statement (account_id, first);
    CREATE INDEX bank_statement_file ON bank_statement (sha256);

    CREATE TABLE bank_line (
      id INTEGER PRIMARY KEY,
      account_id INTEGER NOT NULL REFERENCES bank_account,
      -- The statement that it stands in (the first of several), its place there from 1, and the row of the file from 1.
      statement_id INTEGER NOT NULL REFERENCES bank_statement,
      position INTEGER NOT NULL CHECK (position >= 1),
      row INTEGER NOT NULL CHECK (row >= 1),
      booked TEXT NOT NULL CHECK (booked ${DAY}),
      valued TEXT CHECK (valued ${DAY}),
      -- In the account's currency; what leaves the account is negative.
      amount_u INTEGER NOT NULL,
      amount_f INTEGER NOT NULL CHECK (amount_f BETWEEN -9999999999 AND 9999999999),
      currency TEXT NOT NULL CHECK (currency ${CURRENCY}),
      reference TEXT NOT NULL,
      text TEXT NOT NULL,
      counterparty TEXT NOT NULL,
      counterparty_account TEXT NOT NULL,
      -- The bank's own key of the line; empty where it has none.
      bank_id TEXT NOT NULL,
      -- What the bank calls this kind of entry.
      code TEXT NOT NULL,
      -- 1: it takes an earlier one back.
      reversal INTEGER NOT NULL CHECK (reversal IN (0, 1)),
      -- Contained in the amount, from the account's side: negative when it was charged.
      ${pair('charges')},
      -- The amount before conversion, with the sign of the line, and the rate, as printed.
      ${pair('original')},
      original_currency TEXT CHECK (original_currency ${CURRENCY}),
      rate TEXT,
      -- What stood in the file, by field.
      source TEXT NOT NULL CHECK (json_valid(source)),
      identity TEXT NOT NULL CHECK (length(identity) = 64),
      state TEXT NOT NULL CHECK (state IN ('open', 'matched', 'ignored')),
      -- Why it is ignored.
      reason TEXT,
      UNIQUE (account_id, identity),
      CHECK ((state = 'ignored') = (reason IS NOT NULL)),
      CHECK (original_currency IS NOT NULL OR original_u IS NULL)
    ) STRICT;
    CREATE INDEX bank_line_statement ON bank_line (statement_id, position);
    CREATE INDEX bank_line_state ON bank_line (state, booked);

    -- Which lines a statement has. Statements that overlap share lines.
    CREATE TABLE bank_entry (
      statement_id INTEGER NOT NULL REFERENCES bank_statement,
      position INTEGER NOT NULL CHECK (position >= 1),
      row INTEGER NOT NULL CHECK (row >= 1),
      line_id INTEGER NOT NULL REFERENCES bank_line,
      PRIMARY KEY (statement_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX bank_entry_line ON bank_entry (line_id);

    -- A line is this payment, or a share of it; in the line's currency, positive.
    CREATE TABLE bank_line_payment (
      line_id INTEGER NOT NULL REFERENCES bank_line,
      payment_id INTEGER NOT NULL REFERENCES payment,
      amount_u INTEGER NOT NULL CHECK (amount_u >= 0),
      amount_f INTEGER NOT NULL CHECK (amount_f BETWEEN 0 AND 9999999999),
      CHECK (amount_u > 0 OR amount_f > 0),
      PRIMARY KEY (line_id, payment_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX bank_line_payment_payment ON bank_line_payment (payment_id);
  `,
};
