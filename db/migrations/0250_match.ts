import { CURRENCY } from './columns.ts';
import type { Migration } from './index.ts';

const pair = (column: string): string =>
  `${column}_u INTEGER CHECK (${column}_u >= 0), ${column}_f INTEGER CHECK (${column}_f BETWEEN 0 AND 9999999999 AND (${column}_u IS NULL) = (${column}_f IS NULL))`;

/** What a person accepted when money was matched to invoices, and what was learned from it. */
export const match: Migration = {
  version: 250,
  name: 'match',
  sql: `
    -- One acceptance: which money was laid against what, and why. Never deleted: undone, with a reason.
    CREATE TABLE match_acceptance (
      id INTEGER PRIMARY KEY,
      at TEXT NOT NULL, who TEXT NOT NULL,
      -- bank: a line of a statement. payment: money left on a payment of the book.
      kind TEXT NOT NULL CHECK (kind IN ('bank', 'payment')),
      -- Not a reference: lines of a statement that is undone go with it; what the line said is kept in told.
      bank_line INTEGER CHECK ((bank_line IS NOT NULL) = (kind = 'bank')),
      payment_id INTEGER NOT NULL REFERENCES payment,
      -- 1: the payment was made by it, and is voided when it is undone.
      made INTEGER NOT NULL CHECK (made IN (0, 1)),
      -- The money as it stood: day, reference, text, counterparty, amount in its currency.
      told TEXT NOT NULL CHECK (json_valid(told)),
      -- What it changed: [{payment, invoice, amount}], amounts below zero where a share was taken off.
      moves TEXT NOT NULL CHECK (json_valid(moves)),
      -- What the bank kept, in the money's currency.
      ${pair('fee')},
      -- Where it was converted: {currency, rate, paid}.
      fx TEXT CHECK (json_valid(fx)),
      -- Tax that certificates are to cover: [{invoice, ratePct, amount}].
      wht TEXT NOT NULL CHECK (json_valid(wht)),
      -- The proposal that was taken, with its score and reasons; null where a person laid it out.
      proposal TEXT CHECK (json_valid(proposal)),
      -- The learned rule that spoke for it.
      rule_id INTEGER REFERENCES match_rule,
      -- Acceptances that were made in one go have one number, and the condition that chose them.
      bulk INTEGER CHECK (bulk >= 1),
      condition TEXT CHECK ((condition IS NULL) = (bulk IS NULL)),
      undone_at TEXT, undone_by TEXT, undone_reason TEXT,
      CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_reason IS NULL))
    ) STRICT;
    CREATE INDEX match_acceptance_payment ON match_acceptance (payment_id);
    CREATE INDEX match_acceptance_line ON match_acceptance (bank_line) WHERE bank_line IS NOT NULL;
    CREATE INDEX match_acceptance_bulk ON match_acceptance (bulk) WHERE bulk IS NOT NULL;
    CREATE INDEX match_acceptance_rule ON match_acceptance (rule_id) WHERE rule_id IS NOT NULL;

    -- Whom a counterparty's text means, learned from what was accepted.
    CREATE TABLE match_rule (
      id INTEGER PRIMARY KEY,
      at TEXT NOT NULL, who TEXT NOT NULL,
      -- The text that is compared (letters of the counterparty's name, or the words of the line), and as it first stood.
      pattern TEXT NOT NULL,
      shown TEXT NOT NULL,
      -- The counterparty's account; empty where it is not known.
      account TEXT NOT NULL,
      direction TEXT NOT NULL CHECK (direction IN ('received', 'issued')),
      -- The other side of the invoices: key, vendor and name.
      party_key TEXT NOT NULL,
      vendor TEXT NOT NULL,
      party TEXT NOT NULL,
      -- Percent that is usually withheld, and what the bank usually keeps; null where nothing was learned of it.
      wht_rate TEXT,
      ${pair('fee')},
      fee_currency TEXT CHECK (fee_currency ${CURRENCY}),
      -- The acceptance that it was learned from.
      acceptance_id INTEGER NOT NULL REFERENCES match_acceptance,
      state TEXT NOT NULL CHECK (state IN ('on', 'off', 'forgotten')),
      CHECK (pattern <> '' OR account <> ''),
      CHECK ((fee_u IS NULL) = (fee_currency IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX match_rule_one ON match_rule (pattern, account, direction, party_key) WHERE state <> 'forgotten';
    CREATE TRIGGER match_acceptance_no_delete BEFORE DELETE ON match_acceptance BEGIN SELECT RAISE(ABORT, 'acceptances are undone, never deleted'); END;
  `,
};
