import { makeCountsAnew } from '../../db/blocks/build.ts';
import { appendAudit } from '../../db/audit.ts';
import { batchById, overlappedBy, supersededBy, undoBatch, type BatchRow } from '../../db/queries/batches.ts';
import { activeMendsOf } from '../../db/queries/mends.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { scopesOf } from '../../db/queries/scopes.ts';
import type { Context } from '../runtime/services.ts';
import { undoneAdjustments } from '../close/adjust.ts';
import { holdBatch } from '../close/locked.ts';
import { recount } from './scope.ts';
import { invoicesOfBatch, restoreVendorInvoices } from './vendor-invoices.ts';

/** Takes a batch back: its lines go, its record and its bytes stay. Refused where later work stands on it. */
export function undoImport(id: number, context: Context): BatchRow {
  return context.session.transaction(({ write }) => {
    const batch = batchById(write, id);
    if (!batch) refuse('import.no-such-batch', say`There is no batch ${{ id }}.`, { remedy: 'List the batches and choose one of them.' });
    if (batch.state === 'undone')
      refuse('import.already-undone', say`Batch ${{ id }} (${{ file: batch.file }}) was undone before.`, {
        remedy: 'Nothing needs to be done.',
      });
    const later = supersededBy(write, id);
    if (later !== undefined)
      refuse('import.batch-superseded', say`Batch ${{ later }} replaced lines of batch ${{ id }}.`, {
        remedy: say`Undo batch ${{ later }} first.`,
      });
    const [mending] = activeMendsOf(write, id).reverse();
    if (mending !== undefined)
      refuse('import.batch-mended', say`Batch ${{ mending }} holds mended rows of batch ${{ id }}.`, {
        remedy: say`Undo batch ${{ mending }} first.`,
      });
    const overlapped = overlappedBy(write, id);
    if (overlapped)
      refuse(
        'import.batch-overlapped',
        say`Batch ${{ id: overlapped.id }} found ${{ rows: overlapped.rows }} of its rows here already, through batch ${{ id2: id }}.`,
        {
          remedy: say`Undo batch ${{ id: overlapped.id }} first, then import its file again if you still need it.`,
        },
      );
    holdBatch(write, id);
    const scopes = scopesOf(write, id);
    const invoices = invoicesOfBatch(write, id);
    undoBatch(write, id);
    recount(write, batch.vendor, scopes, true);
    if (invoices) restoreVendorInvoices(write, invoices, context);
    makeCountsAnew(write);
    undoneAdjustments({ write, at: context.session.now(), who: context.host.who, today: context.session.today() }, id);
    appendAudit(write, {
      at: context.session.now(),
      who: context.host.who,
      action: 'import/undo',
      subject: `batch:${id}`,
      before: { state: 'active', file: batch.file, imported: batch.imported, digest: batch.digest },
      after: { state: 'undone' },
    });
    return batchById(write, id)!;
  });
}
