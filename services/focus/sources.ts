import type { ReadDb } from '../../db/connection.ts';
import { batchById } from '../../db/queries/batches.ts';
import { batchesOfScope } from '../../db/queries/focus-lines.ts';
import type { BillScope } from '../../db/queries/bills-filter.ts';
import { vendorOf } from '../../db/measures.ts';
import { LocalBounds } from '../../domain/focus/bounds.ts';
import type { LineSource } from '../../domain/focus/charge.ts';
import type { Fillable } from '../../domain/focus/layout.ts';
import { OWN_FORMAT } from '../../domain/focus/own-columns.ts';
import { providerOf } from '../../domain/focus/vendors.ts';
import { clockOf } from '../../domain/time/zone.ts';
import { formatOfBatch } from '../import/profiles/format-of.ts';
import type { Dialect } from '../import/parser/protocol.ts';
import { OriginalRows } from './originals.ts';

/** A batch with lines in the selection: what holds for all of them, and their rows where the file was FOCUS itself. */
export interface BatchSource extends Fillable, LineSource {
  originals: OriginalRows | null;
}

/** What the export needs to know of each batch of a selection. */
export function sourcesOf(read: ReadDb, scope: BillScope): Map<number, BatchSource> {
  const sources = new Map<number, BatchSource>();
  for (const { batch: id, fields } of batchesOfScope(read, scope)) {
    const batch = batchById(read, id)!;
    const dialect = JSON.parse(batch.dialect) as Dialect;
    const format = formatOfBatch(batch);
    const own = batch.format === OWN_FORMAT;
    const originals = own || batch.format.startsWith('focus.') ? new OriginalRows(read, batch, dialect) : null;
    // The clock that was chosen or told for the source of a FOCUS file; else that by which the vendor prints its times.
    const zone = dialect.source?.timeZone;
    const minutes = (format && 'utcOffset' in format ? format.utcOffset : 0) * 60;
    sources.set(id, {
      fields,
      told: originals?.columns ?? null,
      originals,
      own,
      provider: providerOf(vendorOf(batch.vendor), batch.format),
      bounds: new LocalBounds(zone ? clockOf(zone) : () => minutes),
    });
  }
  return sources;
}
