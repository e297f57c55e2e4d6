import { listBatches, rejectsOf, batchById, type BatchRow } from '../../db/queries/batches.ts';
import { vendorOf } from '../../db/measures.ts';
import { formats, registers } from '../../domain/formats/index.ts';
import { formatIdOf } from '../../domain/formats/profile.ts';
import { refuse } from '../../domain/result.ts';
import type { Output } from '../contract/index.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import type { Context, Handlers } from '../runtime/services.ts';
import { previewFiles } from './preview.ts';
import { formatOfBatch } from './profiles/format-of.ts';
import { profileHandlers, type ProfileNames } from './profiles/index.ts';
import { savedProfiles, wantedOf } from './profiles/store.ts';
import { rejectsAsCsv } from './rejects.ts';
import { importFiles } from './run.ts';
import { undoImport } from './undo.ts';

type Names =
  | ProfileNames
  | 'formats/list'
  | 'import/preview'
  | 'import/run'
  | 'import/batches'
  | 'import/undo'
  | 'import/rejects'
  | 'import/exportRejects';

export const importHandlers: Handlers<Names> = {
  ...profileHandlers,

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

  'import/preview': async ({ files, format, profile }, context) => ({
    files: await previewFiles(
      files.map((token) => ({ token, ...context.host.files.resolve(token, 'read') })),
      wantedOf(format, profile, context.session.book().read),
      context,
    ),
  }),

  'import/run': async ({ files, format, profile, dryRun }, context) => {
    const inputs = files.map((token) => ({ token, ...context.host.files.resolve(token, 'read') }));
    const wanted = wantedOf(format, profile, context.session.book().read);
    if (!dryRun) return { files: await importFiles(inputs, wanted, context) };
    const previews = await previewFiles(inputs, wanted, context);
    const broken = previews.find((p) => p.error);
    if (broken?.error) {
      const { code, message, remedy, row, column } = broken.error;
      refuse(code, message, { file: broken.file, remedy: remedy ?? undefined, row: row ?? undefined, column: column ?? undefined });
    }
    return {
      files: previews.map(
        ({ file, sha256, format: id, vendor, rows, imported, duplicates, superseded, ignored, rejected, periods, totals, notices }) => ({
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
        }),
      ),
    };
  },

  'import/batches': (_input, context) => listBatches(context.session.book().read).map(toBatch),
  'import/undo': ({ batch }, context) => toBatch(undoImport(batch, context)),

  'import/rejects': ({ batch, offset, limit }, context) => {
    const { read } = context.session.book();
    return { total: existing(batch, context).rejected, rows: rejectsOf(read, batch, offset, limit) };
  },

  'import/exportRejects': async ({ batch, target }, context) => {
    const { read } = context.session.book();
    const { rejected } = existing(batch, context);
    const { path, name } = context.host.files.resolve(target, 'write');
    await writeAtomically(path, context.signal, async (sink) => {
      for (const line of rejectsAsCsv(read, batch)) await sink.write(line);
    });
    return { file: name, rows: rejected };
  },
};

function existing(id: number, context: Context): BatchRow {
  const batch = batchById(context.session.book().read, id);
  if (!batch) refuse('import.no-such-batch', `There is no batch ${id}.`, { remedy: 'List the batches and choose one of them.' });
  return batch;
}

function toBatch(row: BatchRow): Output<'import/batches'>[number] {
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
    totals: JSON.parse(row.totals) as Output<'import/batches'>[number]['totals'],
  };
}
