import { viewCode } from '../../domain/formats/views.ts';
import type { ReadDb } from '../connection.ts';

/** Views whose rows are charges as they were made, and no sums of them. */
const SINGLE = ['detail', 'expenditures', 'resource-line', 'product-line', 'type-line', 'account-line', 'usage'] as const;

/** Active imports of the vendor whose rows are single charges. */
export const singleBatches = (read: ReadDb, vendor: number): number[] =>
  read
    .all<{ id: number }>("SELECT id FROM batch WHERE vendor = ? AND state = 'active' AND view IN (SELECT value FROM json_each(?))", [
      vendor,
      JSON.stringify(SINGLE.map(viewCode)),
    ])
    .map((row) => row.id);
