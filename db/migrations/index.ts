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

/** One forward step of the schema. Numbered by tens; never edited once released. */
export interface Migration {
  version: number;
  name: string;
  sql: string;
}

export const migrations: readonly Migration[] = [core, bills, invoices, payments, wht, reports, profiles, mends, focus, watch, lineIndexes];

for (let i = 1; i < migrations.length; i++)
  if (migrations[i]!.version <= migrations[i - 1]!.version) throw new Error(`Migration ${migrations[i]!.name} is out of order.`);

/** The schema version that this program writes. */
export const SCHEMA_VERSION = migrations.at(-1)!.version;
