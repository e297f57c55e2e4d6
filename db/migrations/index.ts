import { core } from './0010_core.ts';
import { bills } from './0020_bills.ts';
import { invoices } from './0030_invoices.ts';
import { payments } from './0040_payments.ts';
import { wht } from './0050_wht.ts';
import { reports } from './0060_reports.ts';
import { profiles } from './0070_profiles.ts';
import { mends } from './0080_mends.ts';
import { focus } from './0090_focus.ts';
import { watch } from './0100_watch.ts';
import { lineIndexes } from './0110_line_indexes.ts';
import { columnBlocks } from './0120_column_blocks.ts';
import { views } from './0130_views.ts';
import { notDuplicates } from './0140_not_duplicates.ts';
import { allocation } from './0150_allocation.ts';
import { exportRecords } from './0160_export_records.ts';
import { accounts } from './0170_accounts.ts';
import { documents } from './0180_documents.ts';
import { residence } from './0190_residence.ts';
import { taxRules } from './0200_tax_rules.ts';
import { calendars } from './0210_calendars.ts';
import { whtWhole } from './0220_wht_whole.ts';
import { bank } from './0230_bank.ts';
import { periodClose } from './0240_period_close.ts';
import { match } from './0250_match.ts';

/** One forward step of the schema. Numbered by tens; never edited once released. */
export interface Migration {
  version: number;
  name: string;
  sql: string;
}

export const migrations: readonly Migration[] = [
  core,
  bills,
  invoices,
  payments,
  wht,
  reports,
  profiles,
  mends,
  focus,
  watch,
  lineIndexes,
  columnBlocks,
  views,
  notDuplicates,
  allocation,
  exportRecords,
  accounts,
  documents,
  residence,
  taxRules,
  calendars,
  whtWhole,
  bank,
  periodClose,
  match,
];

for (let i = 1; i < migrations.length; i++)
  if (migrations[i]!.version <= migrations[i - 1]!.version) throw new Error(`Migration ${migrations[i]!.name} is out of order.`);

/** The schema version that this program writes. */
export const SCHEMA_VERSION = migrations.at(-1)!.version;
