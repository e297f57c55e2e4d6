import type { ReadDb } from '../../db/connection.ts';
import { LATER_MEASURES, listBatches, rejectsOf, batchById, type BatchRow } from '../../db/queries/batches.ts';
import { mendedBatches, mendedCounts, mendsOf } from '../../db/queries/mends.ts';
import { vendorOf } from '../../db/measures.ts';
import { formats, registers } from '../../domain/formats/index.ts';
import { formatIdOf } from '../../domain/formats/profile.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Output } from '../contract/index.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import type { Context, Handlers } from '../runtime/services.ts';
import { mendHandlers, type MendNames } from './mend/index.ts';
import { checkedChoice } from './bill-sources.ts';
import { whyNot } from './mend/mending.ts';
import { previewFiles } from './preview.ts';
import { formatOfBatch } from './profiles/format-of.ts';
import { profileHandlers, type ProfileNames } from './profiles/index.ts';
import { savedProfiles, wantedOf } from './profiles/store.ts';
import { rejectsAsCsv } from './rejects.ts';
import { importFiles } from './run.ts';
import { undoImport } from './undo.ts';

type Names =
  | ProfileNames
  | MendNames
  | 'formats/list'
  | 'import/preview'
  | 'import/run'
  | 'import/batches'
  | 'import/undo'
  | 'import/rejects'
  | 'import/exportRejects';

export const importHandlers: Handlers<Names> = {
  ...profileHandlers,
  ...mendHandlers,

  /** Shipped formats, then the profiles of the open book. */
  'formats/list': (_input, { session }) => [
    ...[...formats, ...registers].map(({ id, vendor, title, titleZh, kind }) => ({ id, vendor, title, titleZh, kind })),
    ...(session.open ? savedProfiles(session.book().read) : []).map(({ profile }) => ({
      id: formatIdOf(profile),
      vendor: profile.vendor,
      title: profile.title,
      titleZh: profile.title,
      kind: profile.kind,
    })),
  ],

  'import/preview': async ({ files, format, profile, sources }, context) => ({
    files: await previewFiles(
      files.map((token) => ({ token, ...context.host.files.resolve(token, 'read'), choice: checkedChoice(sources[token]) })),
      wantedOf(format, profile, context.session.book().read),
      context,
    ),
  }),

  'import/run': async ({ files, format, profile, sources, dryRun }, context) => {
    const inputs = files.map((token) => ({ token, ...context.host.files.resolve(token, 'read'), choice: checkedChoice(sources[token]) }));
    const wanted = wantedOf(format, profile, context.session.book().read);
    if (!dryRun) return { files: await importFiles(inputs, wanted, context) };
    const previews = await previewFiles(inputs, wanted, context);
    const broken = previews.find((p) => p.error);
    if (broken?.error) {
      const { code, message, remedy, row, column, said } = broken.error;
      refuse(code, said?.message ?? message, {
        file: broken.file,
        remedy: said?.remedy ?? remedy ?? undefined,
        row: row ?? undefined,
        column: column ?? undefined,
      });
    }
    return {
      files: previews.map(
        ({
          file,
          sha256,
          format: id,
          vendor,
          rows,
          imported,
          duplicates,
          superseded,
          ignored,
          rejected,
          periods,
          totals,
          notices,
          source,
        }) => ({
          file,
          sha256,
          format: id!,
          vendor: vendor!,
          rows,
          imported,
          duplicates,
          superseded,
          ignored,
          rejected,
          rejectsFile: null,
          periods,
          totals,
          batch: null,
          notices,
          source,
        }),
      ),
    };
  },

  'import/batches': (_input, context) => {
    const { read } = context.session.book();
    return listBatches(read).map(withMends(read));
  },
  'import/undo': ({ batch }, context) => withMends(context.session.book().read)(undoImport(batch, context)),

  'import/rejects': ({ batch, offset, limit }, context) => {
    const { read } = context.session.book();
    const of = existing(batch, context);
    const rows = rejectsOf(read, batch, offset, limit);
    const mends = mendsOf(
      read,
      batch,
      rows.map((r) => r.row),
    );
    return {
      total: of.rejected,
      mended: mendedCounts(read).get(batch) ?? 0,
      cannotMend: whyNot(of),
      rows: rows.map((r) => ({ ...r, mendedBy: mends.get(r.row)?.batch ?? null })),
    };
  },

  'import/exportRejects': async ({ batch, target, language }, context) => {
    const { read } = context.session.book();
    const { rejected } = existing(batch, context);
    const { path, name } = context.host.files.resolve(target, 'write');
    await writeAtomically(path, context.signal, async (sink) => {
      for (const line of rejectsAsCsv(read, batch, language)) await sink.write(line);
    });
    return { file: name, rows: rejected - (mendedCounts(read).get(batch) ?? 0) };
  },
};

function existing(id: number, context: Context): BatchRow {
  const batch = batchById(context.session.book().read, id);
  if (!batch) refuse('import.no-such-batch', say`There is no batch ${{ id }}.`, { remedy: 'List the batches and choose one of them.' });
  return batch;
}

/** Batches with what was mended: their own rejected rows, or those of the batch that they mend. */
function withMends(read: ReadDb): (row: BatchRow) => Output<'import/batches'>[number] {
  const [counts, of] = [mendedCounts(read), mendedBatches(read)];
  return (row) => ({ ...toBatch(row), mended: counts.get(row.id) ?? 0, mends: of.get(row.id) ?? null });
}

/** Measures that came to the book after the batch are missing in it. */
const totalsOf = (text: string): Output<'import/batches'>[number]['totals'] =>
  Object.fromEntries(
    Object.entries(JSON.parse(text) as Output<'import/batches'>[number]['totals']).map(([code, sums]) => [
      code,
      { ...sums, ...Object.fromEntries(LATER_MEASURES.map((m) => [m, sums[m] ?? null])) },
    ]),
  );

function toBatch(row: BatchRow): Omit<Output<'import/batches'>[number], 'mended' | 'mends'> {
  const { id, file, sha256, format, imported_at, state, rows, imported, duplicates, superseded, ignored, rejected } = row;
  return {
    batch: id,
    file,
    sha256,
    format,
    formatTitle: formatOfBatch(row)?.title ?? format,
    vendor: vendorOf(row.vendor),
    importedAt: imported_at,
    state,
    rows,
    imported,
    duplicates,
    superseded,
    ignored,
    rejected,
    periods: JSON.parse(row.periods) as string[],
    totals: totalsOf(row.totals),
  };
}
