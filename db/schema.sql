CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

CREATE TRIGGER bill_line_recounted AFTER UPDATE OF kind, superseded_by ON bill_line
BEGIN DELETE FROM line_count WHERE batch_id = OLD.batch_id; END;

CREATE TRIGGER discrepancy_no_delete BEFORE DELETE ON discrepancy BEGIN SELECT RAISE(ABORT, 'differences are settled, never deleted'); END;

CREATE TRIGGER invoice_no_delete BEFORE DELETE ON invoice BEGIN SELECT RAISE(ABORT, 'documents are voided, never deleted'); END;

CREATE TRIGGER match_acceptance_no_delete BEFORE DELETE ON match_acceptance BEGIN SELECT RAISE(ABORT, 'acceptances are undone, never deleted'); END;

CREATE TRIGGER payment_no_delete BEFORE DELETE ON payment BEGIN SELECT RAISE(ABORT, 'documents are voided, never deleted'); END;

CREATE TRIGGER period_close_kept BEFORE UPDATE OF period, closed_at, closed_by, checklist, inputs, certificate, sha256 ON period_close
  BEGIN SELECT RAISE(ABORT, 'a close certificate is never changed'); END;

CREATE TRIGGER period_close_no_delete BEFORE DELETE ON period_close BEGIN SELECT RAISE(ABORT, 'closes are reopened, never deleted'); END;

CREATE TRIGGER wht_no_delete BEFORE DELETE ON wht_certificate BEGIN SELECT RAISE(ABORT, 'documents are voided, never deleted'); END;

CREATE TABLE account_entity (
  account TEXT NOT NULL REFERENCES account_entry (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  entity TEXT NOT NULL CHECK (length(entity) BETWEEN 1 AND 120),
  first TEXT,
  last TEXT,
  PRIMARY KEY (account, place),
  CHECK (first IS NULL OR last IS NULL OR first <= last)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_entry (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200),
  name TEXT CHECK (length(name) BETWEEN 1 AND 120),
  company TEXT CHECK (length(company) BETWEEN 1 AND 120),
  role TEXT CHECK (role IN ('master', 'sub', 'single', 'customer')),
  master TEXT CHECK (master <> id),
  saved_at TEXT NOT NULL,
  CHECK (master IS NULL OR role IN ('sub', 'customer'))
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  -- invoice:<id> or certificate:<id>
  owner TEXT NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES blob,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  previous BLOB NOT NULL CHECK (length(previous) = 32),
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE bank_account (
  id INTEGER PRIMARY KEY,
  -- As its statements name it: IBAN or number, without blanks; of a card what the bank prints of its number.
  number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 64),
  -- BIC or the bank's own number; empty where no statement says it.
  bank TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('bank', 'card')),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  UNIQUE (number, currency)
) STRICT;

CREATE TABLE bank_entry (
  statement_id INTEGER NOT NULL REFERENCES bank_statement,
  position INTEGER NOT NULL CHECK (position >= 1),
  row INTEGER NOT NULL CHECK (row >= 1),
  line_id INTEGER NOT NULL REFERENCES bank_line,
  PRIMARY KEY (statement_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_line (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES bank_account,
  -- The statement that it stands in (the first of several), its place there from 1, and the row of the file from 1.
  statement_id INTEGER NOT NULL REFERENCES bank_statement,
  position INTEGER NOT NULL CHECK (position >= 1),
  row INTEGER NOT NULL CHECK (row >= 1),
  booked TEXT NOT NULL CHECK (booked GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  valued TEXT CHECK (valued GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- In the account's currency; what leaves the account is negative.
  amount_u INTEGER NOT NULL,
  amount_f INTEGER NOT NULL CHECK (amount_f BETWEEN -9999999999 AND 9999999999),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
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
  charges_u INTEGER, charges_f INTEGER CHECK (charges_f BETWEEN -9999999999 AND 9999999999 AND (charges_u IS NULL) = (charges_f IS NULL)),
  -- The amount before conversion, with the sign of the line, and the rate, as printed.
  original_u INTEGER, original_f INTEGER CHECK (original_f BETWEEN -9999999999 AND 9999999999 AND (original_u IS NULL) = (original_f IS NULL)),
  original_currency TEXT CHECK (original_currency GLOB '[A-Z][A-Z][A-Z]'),
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

CREATE TABLE bank_line_payment (
  line_id INTEGER NOT NULL REFERENCES bank_line,
  payment_id INTEGER NOT NULL REFERENCES payment,
  amount_u INTEGER NOT NULL CHECK (amount_u >= 0),
  amount_f INTEGER NOT NULL CHECK (amount_f BETWEEN 0 AND 9999999999),
  CHECK (amount_u > 0 OR amount_f > 0),
  PRIMARY KEY (line_id, payment_id)
) STRICT, WITHOUT ROWID;

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
  opening_u INTEGER, opening_f INTEGER CHECK (opening_f BETWEEN -9999999999 AND 9999999999 AND (opening_u IS NULL) = (opening_f IS NULL)),
  closing_u INTEGER, closing_f INTEGER CHECK (closing_f BETWEEN -9999999999 AND 9999999999 AND (closing_u IS NULL) = (closing_f IS NULL)),
  -- Days that it speaks of, both inclusive.
  first TEXT NOT NULL CHECK (first GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  last TEXT NOT NULL CHECK (last GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
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
  estimate INTEGER NOT NULL DEFAULT 0, bill_source TEXT NOT NULL DEFAULT '',
  CHECK (rows = imported + duplicates + superseded + ignored + rejected)
) STRICT;

CREATE TABLE batch_overlap (
  batch_id INTEGER NOT NULL REFERENCES batch,
  on_batch INTEGER NOT NULL REFERENCES batch,
  rows INTEGER NOT NULL,
  PRIMARY KEY (batch_id, on_batch)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch_scope (
  batch_id INTEGER NOT NULL REFERENCES batch,
  period INTEGER NOT NULL,
  account INTEGER NOT NULL,
  PRIMARY KEY (batch_id, period, account)
) STRICT, WITHOUT ROWID;

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
  currency INTEGER, account INTEGER, paying_account INTEGER, enterprise_project INTEGER, product_type INTEGER, product INTEGER, spec INTEGER, billing_mode INTEGER, bill_type INTEGER, resource_id INTEGER, resource_name INTEGER, region INTEGER, availability_zone INTEGER, usage_type INTEGER, usage_unit INTEGER, tags INTEGER,
  order_id TEXT,
  -- Hash of the content where the vendor's own key is the identity: tells a changed row from a repeated one.
  content INTEGER,
  usage_u INTEGER, usage_f INTEGER CHECK (usage_f BETWEEN -9999999999 AND 9999999999), unit_price_u INTEGER, unit_price_f INTEGER CHECK (unit_price_f BETWEEN -9999999999 AND 9999999999),
  list_price_u INTEGER, list_price_f INTEGER CHECK (list_price_f BETWEEN -9999999999 AND 9999999999), discount_u INTEGER, discount_f INTEGER CHECK (discount_f BETWEEN -9999999999 AND 9999999999), rounding_off_u INTEGER, rounding_off_f INTEGER CHECK (rounding_off_f BETWEEN -9999999999 AND 9999999999), payable_u INTEGER, payable_f INTEGER CHECK (payable_f BETWEEN -9999999999 AND 9999999999), cash_u INTEGER, cash_f INTEGER CHECK (cash_f BETWEEN -9999999999 AND 9999999999), credit_u INTEGER, credit_f INTEGER CHECK (credit_f BETWEEN -9999999999 AND 9999999999), coupon_u INTEGER, coupon_f INTEGER CHECK (coupon_f BETWEEN -9999999999 AND 9999999999), flexi_coupon_u INTEGER, flexi_coupon_f INTEGER CHECK (flexi_coupon_f BETWEEN -9999999999 AND 9999999999), stored_card_u INTEGER, stored_card_f INTEGER CHECK (stored_card_f BETWEEN -9999999999 AND 9999999999), bonus_u INTEGER, bonus_f INTEGER CHECK (bonus_f BETWEEN -9999999999 AND 9999999999), transfer_u INTEGER, transfer_f INTEGER CHECK (transfer_f BETWEEN -9999999999 AND 9999999999), monthly_settled_u INTEGER, monthly_settled_f INTEGER CHECK (monthly_settled_f BETWEEN -9999999999 AND 9999999999), outstanding_u INTEGER, outstanding_f INTEGER CHECK (outstanding_f BETWEEN -9999999999 AND 9999999999), write_off_u INTEGER, write_off_f INTEGER CHECK (write_off_f BETWEEN -9999999999 AND 9999999999), tax_u INTEGER, tax_f INTEGER CHECK (tax_f BETWEEN -9999999999 AND 9999999999),
  superseded_by INTEGER REFERENCES batch
, provider INTEGER, invoice_id INTEGER, contracted_cost_u INTEGER, contracted_cost_f INTEGER CHECK (contracted_cost_f BETWEEN -9999999999 AND 9999999999), effective_cost_u INTEGER, effective_cost_f INTEGER CHECK (effective_cost_f BETWEEN -9999999999 AND 9999999999)) STRICT;

CREATE TABLE bill_source (
  id TEXT PRIMARY KEY,
  provider TEXT,
  account TEXT,
  time_zone TEXT,
  delivery TEXT CHECK (delivery IN ('append-only', 'replacement')),
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE blob (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  size INTEGER NOT NULL,
  type TEXT NOT NULL,
  data BLOB NOT NULL
) STRICT;

CREATE TABLE calendar_day (
  country TEXT NOT NULL CHECK (country GLOB '[A-Z][A-Z]'),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT NOT NULL CHECK (kind IN ('holiday', 'working')),
  name TEXT NOT NULL CHECK (length(name) <= 120),
  PRIMARY KEY (country, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_year (
  country TEXT NOT NULL CHECK (country GLOB '[A-Z][A-Z]'),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  PRIMARY KEY (country, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE discrepancy (
  id INTEGER PRIMARY KEY,
  period TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  -- Id of the verdict (check:vendor:currency…), and which of its findings; empty: the whole difference.
  check_id TEXT NOT NULL,
  part TEXT NOT NULL,
  kind TEXT,
  vendor TEXT, currency TEXT,
  -- {en, zh}: the check, and what it found.
  title TEXT NOT NULL CHECK (json_valid(title)),
  finding TEXT NOT NULL CHECK (json_valid(finding)),
  -- The difference at opening; as it was last seen by a person. NULL: no money.
  amount_u INTEGER, amount_f INTEGER CHECK (amount_f BETWEEN -9999999999 AND 9999999999 AND (amount_u IS NULL) = (amount_f IS NULL)), seen_u INTEGER, seen_f INTEGER CHECK (seen_f BETWEEN -9999999999 AND 9999999999 AND (seen_u IS NULL) = (seen_f IS NULL)),
  state TEXT NOT NULL CHECK (state IN ('open', 'explained', 'disputed', 'settled', 'written-off')),
  reason TEXT NOT NULL,
  -- How it was settled, and by what document; who allowed a write-off above the limit.
  how TEXT CHECK (how IN ('bill', 'credit-note', 'payment', 'other')),
  document TEXT,
  approver TEXT,
  -- Day of the next step.
  due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- [{id, file, row}] at opening and as last seen, at most 200; line_count counts all.
  lines TEXT NOT NULL CHECK (json_valid(lines)),
  line_count INTEGER NOT NULL CHECK (line_count >= 0),
  opened_at TEXT NOT NULL, opened_by TEXT NOT NULL,
  CHECK ((state = 'settled') = (how IS NOT NULL)),
  UNIQUE (period, check_id, part)
) STRICT;

CREATE TABLE discrepancy_event (
  id INTEGER PRIMARY KEY,
  discrepancy_id INTEGER NOT NULL REFERENCES discrepancy,
  at TEXT NOT NULL, who TEXT NOT NULL, event TEXT NOT NULL,
  from_state TEXT, to_state TEXT, reason TEXT
) STRICT;

CREATE TABLE "export" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled', 'interrupted')),
  started_at TEXT NOT NULL,
  ended_at TEXT,
  what TEXT NOT NULL,
  -- JSON, as it was asked for.
  selection TEXT,
  format TEXT NOT NULL,
  language TEXT,
  file TEXT NOT NULL,
  rows INTEGER,
  bytes INTEGER,
  sha256 TEXT CHECK (length(sha256) = 64),
  -- JSON of the failure in words.
  error TEXT,
  CHECK ((state = 'running') = (ended_at IS NULL)),
  CHECK ((state = 'done') = (sha256 IS NOT NULL))
) STRICT;

CREATE TABLE given_term (
  id INTEGER PRIMARY KEY,
  vendor INTEGER NOT NULL,
  order_id TEXT,
  key_a INTEGER, key_b INTEGER,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL CHECK (last_day >= first_day),
  note TEXT NOT NULL,
  given_at TEXT NOT NULL,
  taken_back_at TEXT,
  CHECK ((order_id IS NULL) = (key_a IS NOT NULL) AND (key_a IS NULL) = (key_b IS NULL))
) STRICT;

CREATE TABLE invoice (
  id INTEGER PRIMARY KEY,
  vendor TEXT NOT NULL CHECK (vendor IN ('huawei', 'tencent', 'qingcloud', 'zilliz', 'other')),
  number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 100),
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit-note')),
  entity TEXT,
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  period TEXT CHECK (period GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  net_u INTEGER NOT NULL, net_f INTEGER NOT NULL CHECK (net_f BETWEEN -9999999999 AND 9999999999 AND (net_u = 0 OR net_f = 0 OR (net_u > 0) = (net_f > 0))), tax_u INTEGER NOT NULL, tax_f INTEGER NOT NULL CHECK (tax_f BETWEEN -9999999999 AND 9999999999 AND (tax_u = 0 OR tax_f = 0 OR (tax_u > 0) = (tax_f > 0))),
  -- As acted on or as the vendor stated it; paid and overdue also follow from figures and dates.
  stated TEXT NOT NULL CHECK (stated IN ('unbilled', 'to-confirm', 'disputed', 'issuing', 'unpaid', 'overdue', 'paid', 'free', 'void')),
  credits_id INTEGER REFERENCES invoice,
  note TEXT NOT NULL DEFAULT '',
  -- Where it comes from: 'entered', or the import.
  source TEXT NOT NULL,
  -- The vendor's own figures by name, as exact text.
  figures TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(figures)), direction TEXT NOT NULL DEFAULT 'received' CHECK (direction IN ('received', 'issued')), type TEXT NOT NULL DEFAULT 'other' CHECK (type IN ('order', 'monthly', 'top-up', 'other')), billed TEXT CHECK (billed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), issued TEXT CHECK (issued GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), term_days INTEGER CHECK (term_days BETWEEN 0 AND 3650), fx_currency TEXT CHECK (fx_currency GLOB '[A-Z][A-Z][A-Z]'), fx_rate TEXT CHECK ((fx_rate IS NULL) = (fx_currency IS NULL)), fx_date TEXT CHECK (fx_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), seller_id INTEGER REFERENCES party, buyer_id INTEGER REFERENCES party, seller TEXT CHECK (json_valid(seller)), buyer TEXT CHECK (json_valid(buyer)), quote_id INTEGER REFERENCES tax_quote, series_id INTEGER REFERENCES number_series, sequence INTEGER CHECK ((sequence IS NULL) = (series_id IS NULL)), document TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(document)), confirmed TEXT CHECK (confirmed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), confirmed_by_rule INTEGER NOT NULL DEFAULT 0 CHECK (confirmed_by_rule IN (0, 1)), disputed TEXT CHECK (disputed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), window_from TEXT CHECK (window_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), window_days INTEGER CHECK (window_days >= 1 AND (window_days IS NULL) = (window_from IS NULL)), reapplied TEXT CHECK (reapplied GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  CHECK ((kind = 'credit-note') = (credits_id IS NOT NULL)),
  UNIQUE (vendor, number)
) STRICT;

CREATE TABLE invoice_event (
  id INTEGER PRIMARY KEY,
  invoice_id INTEGER NOT NULL REFERENCES invoice,
  at TEXT NOT NULL, who TEXT NOT NULL, event TEXT NOT NULL,
  from_status TEXT, to_status TEXT, reason TEXT
) STRICT;

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

CREATE TABLE line_block (
  batch_id INTEGER NOT NULL REFERENCES line_block_set,
  segment INTEGER NOT NULL,
  name TEXT NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (batch_id, segment, name)
) STRICT;

CREATE TABLE line_block_set (
  batch_id INTEGER PRIMARY KEY REFERENCES batch,
  -- Drawn anew whenever blocks are made: tells what a reader has in memory from what is here now.
  edition INTEGER NOT NULL,
  -- The lines have the ids from first_id on, without gaps.
  first_id INTEGER NOT NULL,
  lines INTEGER NOT NULL
) STRICT;

CREATE TABLE line_count (
  batch_id INTEGER NOT NULL REFERENCES batch,
  name TEXT NOT NULL,
  edition INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (batch_id, name)
) STRICT;

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
  fee_u INTEGER CHECK (fee_u >= 0), fee_f INTEGER CHECK (fee_f BETWEEN 0 AND 9999999999 AND (fee_u IS NULL) = (fee_f IS NULL)),
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
  fee_u INTEGER CHECK (fee_u >= 0), fee_f INTEGER CHECK (fee_f BETWEEN 0 AND 9999999999 AND (fee_u IS NULL) = (fee_f IS NULL)),
  fee_currency TEXT CHECK (fee_currency GLOB '[A-Z][A-Z][A-Z]'),
  -- The acceptance that it was learned from.
  acceptance_id INTEGER NOT NULL REFERENCES match_acceptance,
  state TEXT NOT NULL CHECK (state IN ('on', 'off', 'forgotten')),
  CHECK (pattern <> '' OR account <> ''),
  CHECK ((fee_u IS NULL) = (fee_currency IS NULL))
) STRICT;

CREATE TABLE mend (
  of_batch INTEGER NOT NULL REFERENCES batch,
  row INTEGER NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES batch,
  by_row INTEGER NOT NULL,
  PRIMARY KEY (of_batch, row, batch_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE not_duplicate (
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (one, other),
  CHECK (one < other)
) STRICT, WITHOUT ROWID;

CREATE TABLE number_count (
  series_id INTEGER NOT NULL REFERENCES number_series,
  -- '' where the series never begins again, else YYYY or YYYY-MM.
  run TEXT NOT NULL,
  last INTEGER NOT NULL CHECK (last >= 1),
  PRIMARY KEY (series_id, run)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE payment_allocation (
  payment_id INTEGER NOT NULL REFERENCES payment,
  invoice_id INTEGER NOT NULL REFERENCES invoice,
  amount_u INTEGER NOT NULL CHECK (amount_u >= 0),
  amount_f INTEGER NOT NULL CHECK (amount_f BETWEEN 0 AND 9999999999),
  CHECK (amount_u > 0 OR amount_f > 0),
  PRIMARY KEY (payment_id, invoice_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE payment_event (
  id INTEGER PRIMARY KEY,
  payment_id INTEGER NOT NULL REFERENCES payment,
  at TEXT NOT NULL, who TEXT NOT NULL, event TEXT NOT NULL,
  from_status TEXT, to_status TEXT, reason TEXT
) STRICT;

CREATE TABLE period_adjustment (
  id INTEGER PRIMARY KEY,
  period TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
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

CREATE TABLE period_close (
  id INTEGER PRIMARY KEY,
  period TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
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

CREATE TABLE period_document (
  close_id INTEGER NOT NULL REFERENCES period_close,
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'payment', 'certificate')),
  document_id INTEGER NOT NULL,
  PRIMARY KEY (kind, document_id, close_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE period_signoff (
  id INTEGER PRIMARY KEY,
  period TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
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

CREATE TABLE period_waiver (
  id INTEGER PRIMARY KEY,
  period TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  item TEXT NOT NULL,
  -- SHA-256 of what the item said: another finding of the item asks again.
  finding TEXT NOT NULL CHECK (length(finding) = 64),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  at TEXT NOT NULL, who TEXT NOT NULL,
  withdrawn_at TEXT, withdrawn_by TEXT,
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
) STRICT;

CREATE TABLE prepaid_line (
  batch_id INTEGER NOT NULL REFERENCES batch,
  line_id INTEGER NOT NULL,
  first_day INTEGER,
  last_day INTEGER CHECK (last_day >= first_day),
  -- Length of the order, and the order that this one changes or gives back, where the row prints them.
  months INTEGER,
  original TEXT,
  PRIMARY KEY (batch_id, line_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE prepaid_reading (
  batch_id INTEGER PRIMARY KEY REFERENCES batch,
  rules INTEGER NOT NULL,
  lines INTEGER NOT NULL
) STRICT;

CREATE TABLE profile (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL CHECK (json_valid(body)),
  saved_at TEXT NOT NULL
) STRICT;

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

CREATE TABLE reject (
  batch_id INTEGER NOT NULL REFERENCES batch,
  row INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  "column" TEXT, value TEXT,
  code TEXT NOT NULL, reason TEXT NOT NULL, original TEXT NOT NULL,
  PRIMARY KEY (batch_id, row, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE residence_certificate (
  id INTEGER PRIMARY KEY,
  -- Whose it is: a contracting entity of the rule pack, or a party of the book.
  entity TEXT,
  party_id INTEGER REFERENCES party,
  residence TEXT NOT NULL CHECK (residence GLOB '[A-Z][A-Z]'),
  for_country TEXT NOT NULL CHECK (for_country GLOB '[A-Z][A-Z]'),
  number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 100),
  -- Both days inclusive.
  valid_from TEXT NOT NULL CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  valid_to TEXT NOT NULL CHECK (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL, who TEXT NOT NULL,
  withdrawn_at TEXT, withdrawn_by TEXT, withdrawn_reason TEXT,
  CHECK ((entity IS NULL) <> (party_id IS NULL)),
  CHECK (valid_from <= valid_to),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
) STRICT;

CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(name) BETWEEN 1 AND 80),
  body TEXT NOT NULL CHECK (json_valid(body)),
  is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

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

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE tax_pack (
  digest TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tax_pack_taken (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL, who TEXT NOT NULL,
  digest TEXT NOT NULL REFERENCES tax_pack,
  -- Version of the shipped pack on that day: a shipped pack newer than both takes the place again.
  shipped INTEGER NOT NULL CHECK (shipped >= 1)
) STRICT;

CREATE TABLE tax_quote (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL, who TEXT NOT NULL,
  pack TEXT NOT NULL,
  rule TEXT,
  input TEXT NOT NULL CHECK (json_valid(input)),
  result TEXT NOT NULL CHECK (json_valid(result))
, pack_digest TEXT REFERENCES tax_pack) STRICT;

CREATE TABLE tax_rule (
  id TEXT NOT NULL PRIMARY KEY CHECK (id GLOB '[A-Z][A-Z]-U[0-9][0-9]*'),
  act TEXT NOT NULL CHECK (act IN ('add', 'override', 'off')),
  -- Rule of the pack that it stands for or switches off.
  replaces TEXT,
  -- First day of a switching off; null: from the rule's beginning.
  since TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- The rule as domain/tax/pack.ts has it, without its id.
  body TEXT CHECK (json_valid(body)),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 4000),
  at TEXT NOT NULL, who TEXT NOT NULL,
  withdrawn_at TEXT, withdrawn_by TEXT, withdrawn_reason TEXT,
  CHECK ((act = 'add') = (replaces IS NULL)),
  CHECK ((act = 'off') = (body IS NULL)),
  CHECK (act = 'off' OR since IS NULL),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

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

CREATE TABLE watched (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  file TEXT NOT NULL,
  at TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('imported', 'refused')),
  batches TEXT NOT NULL CHECK (json_valid(batches)),
  error TEXT CHECK (error IS NULL OR json_valid(error))
) STRICT, WITHOUT ROWID;

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
  fx_date TEXT CHECK (fx_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  fx_source TEXT,
  -- 1 while the certificate is submitted or accepted: then it counts as withheld tax.
  live INTEGER NOT NULL CHECK (live IN (0, 1)),
  PRIMARY KEY (certificate_id, invoice_id),
  CHECK (amount_u > 0 OR amount_f > 0),
  CHECK (pay_u > 0 OR pay_f > 0),
  CHECK (fx_rate IS NOT NULL OR (fx_date IS NULL AND fx_source IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE wht_certificate (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 100),
  -- 1: the paper carries no number, this one was drawn from the book's own series.
  generated INTEGER NOT NULL CHECK (generated IN (0, 1)),
  issuer TEXT NOT NULL,
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
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
  first TEXT CHECK (first GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  last TEXT CHECK (last GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- The parties, and what they were called on the paper.
  payer_id INTEGER REFERENCES party,
  payee_id INTEGER REFERENCES party,
  payer TEXT CHECK (json_valid(payer)),
  payee TEXT CHECK (json_valid(payee)),
  -- The payment of the tax to the authority: receipt, challan, CPR …
  remittance TEXT NOT NULL DEFAULT '',
  remitted TEXT CHECK (remitted GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- Days on which it was handed in and answered.
  submitted TEXT CHECK (submitted GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  decided TEXT CHECK (decided GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- The certificate in whose place this one stands.
  replaces_id INTEGER REFERENCES wht_certificate,
  -- typed, or where it was read from; and what stood there.
  source TEXT NOT NULL DEFAULT 'typed',
  figures TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(figures)),
  CHECK (total_u > 0 OR total_f > 0),
  CHECK (first IS NULL OR last IS NULL OR first <= last)
) STRICT;

CREATE TABLE wht_event (
  id INTEGER PRIMARY KEY,
  certificate_id INTEGER NOT NULL REFERENCES wht_certificate,
  at TEXT NOT NULL, who TEXT NOT NULL, event TEXT NOT NULL,
  from_status TEXT, to_status TEXT, reason TEXT
) STRICT;

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

CREATE TABLE wht_line (
  certificate_id INTEGER NOT NULL REFERENCES wht_certificate,
  position INTEGER NOT NULL CHECK (position >= 1),
  -- Kind of income, and the form's own code for it.
  category TEXT NOT NULL,
  code TEXT,
  description TEXT NOT NULL DEFAULT '',
  paid TEXT CHECK (paid GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  base_u INTEGER CHECK (base_u >= 0),
  base_f INTEGER CHECK (base_f BETWEEN 0 AND 9999999999),
  -- Percent as printed.
  rate TEXT,
  tax_u INTEGER NOT NULL CHECK (tax_u >= 0),
  tax_f INTEGER NOT NULL CHECK (tax_f BETWEEN 0 AND 9999999999),
  PRIMARY KEY (certificate_id, position),
  CHECK ((base_u IS NULL) = (base_f IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE wht_step (
  id INTEGER PRIMARY KEY,
  invoice_id INTEGER NOT NULL REFERENCES invoice,
  -- rate: the rate that holds for it. remitted: the tax was paid. filed: its return was filed. not-due: no certificate is owed.
  -- written-off: it is given up.
  kind TEXT NOT NULL CHECK (kind IN ('rate', 'remitted', 'filed', 'not-due', 'written-off')),
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reference TEXT NOT NULL DEFAULT '',
  -- Percent; only of kind rate.
  rate TEXT CHECK ((rate IS NOT NULL) = (kind = 'rate')),
  note TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL, who TEXT NOT NULL,
  withdrawn_at TEXT, withdrawn_by TEXT, withdrawn_reason TEXT,
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
) STRICT;

CREATE INDEX attachment_owner ON attachment (owner);

CREATE INDEX audit_subject ON audit (subject, seq);

CREATE INDEX bank_entry_line ON bank_entry (line_id);

CREATE INDEX bank_line_payment_payment ON bank_line_payment (payment_id);

CREATE INDEX bank_line_state ON bank_line (state, booked);

CREATE INDEX bank_line_statement ON bank_line (statement_id, position);

CREATE INDEX bank_statement_account ON bank_statement (account_id, first);

CREATE INDEX bank_statement_file ON bank_statement (sha256);

CREATE INDEX batch_scope_period ON batch_scope (period);

CREATE INDEX batch_source ON batch (source_id);

CREATE INDEX bill_line_batch ON bill_line (batch_id, row);

CREATE INDEX bill_line_period ON bill_line (period, kind);

CREATE INDEX discrepancy_event_of ON discrepancy_event (discrepancy_id, id);

CREATE INDEX discrepancy_state ON discrepancy (state, period);

CREATE INDEX given_term_order ON given_term (vendor, order_id);

CREATE INDEX invoice_credits ON invoice (credits_id) WHERE credits_id IS NOT NULL;

CREATE INDEX invoice_event_invoice ON invoice_event (invoice_id, id);

CREATE INDEX invoice_number ON invoice (number);

CREATE INDEX invoice_period ON invoice (period);

CREATE INDEX match_acceptance_bulk ON match_acceptance (bulk) WHERE bulk IS NOT NULL;

CREATE INDEX match_acceptance_line ON match_acceptance (bank_line) WHERE bank_line IS NOT NULL;

CREATE INDEX match_acceptance_payment ON match_acceptance (payment_id);

CREATE INDEX match_acceptance_rule ON match_acceptance (rule_id) WHERE rule_id IS NOT NULL;

CREATE UNIQUE INDEX match_rule_one ON match_rule (pattern, account, direction, party_key) WHERE state <> 'forgotten';

CREATE INDEX mend_batch ON mend (batch_id, by_row);

CREATE INDEX payment_allocation_invoice ON payment_allocation (invoice_id);

CREATE INDEX payment_event_payment ON payment_event (payment_id, id);

CREATE INDEX period_adjustment_open ON period_adjustment (state) WHERE state = 'open';

CREATE INDEX period_adjustment_period ON period_adjustment (period, id);

CREATE UNIQUE INDEX period_close_locked ON period_close (period) WHERE reopened_at IS NULL;

CREATE INDEX period_close_period ON period_close (period, id);

CREATE INDEX period_signoff_close ON period_signoff (close_id);

CREATE UNIQUE INDEX period_signoff_one ON period_signoff (period, role) WHERE close_id IS NULL AND withdrawn_at IS NULL;

CREATE UNIQUE INDEX period_waiver_one ON period_waiver (period, item) WHERE withdrawn_at IS NULL;

CREATE INDEX register_row_batch ON register_row (batch_id, row);

CREATE INDEX register_row_key ON register_row (key_a, key_b);

CREATE INDEX register_row_register ON register_row (register, vendor, period);

CREATE INDEX residence_certificate_for ON residence_certificate (for_country, entity);

CREATE UNIQUE INDEX saved_view_default ON saved_view (is_default) WHERE is_default = 1;

CREATE INDEX tax_quote_by_rule ON tax_quote (rule);

CREATE INDEX wht_allocation_invoice ON wht_allocation (invoice_id, live);

CREATE INDEX wht_certificate_date ON wht_certificate (date);

CREATE UNIQUE INDEX wht_certificate_live ON wht_certificate (issuer, number) WHERE status IN ('draft', 'submitted', 'accepted');

CREATE INDEX wht_certificate_number ON wht_certificate (number);

CREATE UNIQUE INDEX wht_certificate_replaces ON wht_certificate (replaces_id) WHERE replaces_id IS NOT NULL AND status <> 'void';

CREATE INDEX wht_event_certificate ON wht_event (certificate_id, id);

CREATE INDEX wht_step_invoice ON wht_step (invoice_id);

CREATE UNIQUE INDEX wht_step_one ON wht_step (invoice_id, kind) WHERE withdrawn_at IS NULL;
