import { createHash } from 'node:crypto';
import { attachmentBytes } from '../../../db/queries/attachments.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { settingsOf } from '../../book/profile.ts';
import { toBuffer } from '../../files/memory.ts';
import { writeTableCsv } from '../../reports/csv/table.ts';
import type { ExportJob } from '../../reports/job.ts';
import { Pace } from '../../reports/pace.ts';
import type { Table } from '../../reports/tables/model.ts';
import { ZipWriter } from '../../reports/xlsx/zip.ts';
import type { Context } from '../../runtime/services.ts';
import { INDEX, planBundle, type Bundled } from './plan.ts';
import { certificatesTable, filesTable } from './tables.ts';
import { bundleWords } from './words.ts';

/** PDF and JPEG leave little to compress. */
const LEVEL = 1;

export interface BundleDetails {
  files: number;
  bare: string[];
}

/**
 * The papers of certificates as one archive: a folder a certificate, an index as workbook and CSV, and the sums in the form
 * that `sha256sum -c` reads. Every date in it is the newest certificate's, so that the same papers give the same bytes.
 */
export const bundleJob: ExportJob<'export/wht-bundle'> = {
  what: ({ first, last, certificates }) =>
    certificates !== null || (first === null && last === null) ? 'WHT papers' : `WHT papers ${first ?? '…'} ${last ?? '…'}`,
  selection: () => null,
  write: async (sink, input, context) => {
    const { read } = context.session.book();
    const bundled = planBundle(read, input);
    const words = bundleWords(input.language ?? settingsOf(read).language);
    const tables = { certificates: certificatesTable(bundled, words), files: filesTable(bundled, words) };
    const created = new Date(`${bundled.at(-1)!.certificate.date}T00:00:00Z`);
    const zip = new ZipWriter(sink, created, LEVEL);
    const sums: [sha256: string, path: string][] = [];
    const add = async (name: string, bytes: Buffer): Promise<void> => {
      const entry = zip.entry(name);
      await entry.write(bytes);
      await entry.close();
      sums.push([hash(bytes), name]);
    };
    await add(INDEX.workbook, await workbook(Object.values(tables), words.title, created));
    await add(INDEX.certificates, await csv(tables.certificates, context));
    await add(INDEX.files, await csv(tables.files, context));
    const files = bundled.flatMap((one) => one.files);
    const pace = new Pace(context, 'files', 'files', files.length);
    for (const [i, { attachment, path }] of files.entries()) {
      await add(path, bytesOf(context, attachment.id, attachment.name));
      // One file may have ten million bytes: every one gives the others their turn, and can be the last.
      await pace.breathe(i + 1);
    }
    await zip.add(INDEX.sums, sums.map(([sha256, path]) => `${sha256}  ${path}\n`).join(''));
    await zip.finish();
    pace.finish(files.length);
    const details: BundleDetails = { files: files.length, bare: bareOf(bundled) };
    return { rows: bundled.length, details };
  },
};

const bareOf = (bundled: readonly Bundled[]): string[] =>
  bundled.filter(({ files }) => files.length === 0).map(({ certificate }) => certificate.number);
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function workbook(tables: readonly Table[], title: string, created: Date): Promise<Buffer> {
  const { writeTablesXlsx } = await import('../../reports/xlsx/table-book.ts');
  return toBuffer((sink) => writeTablesXlsx(sink, tables, title, created));
}

const csv = (table: Table, context: Context): Promise<Buffer> =>
  toBuffer((sink) => writeTableCsv(sink, table, new Pace(context, 'rows', 'rows', table.rows.length), { bom: true }));

/** The bytes as kept, their hash checked on the way out of the store; a paper that was changed there stops the bundle. */
function bytesOf(context: Context, id: number, name: string): Buffer {
  const { read } = context.session.book();
  let found;
  try {
    found = attachmentBytes(read, id);
  } catch {
    found = undefined;
  }
  if (!found)
    refuse('attachment.damaged', say`“${{ name }}” is not in the book as it was attached.`, {
      file: name,
      remedy: 'Run “verify”, and take the file from the newest backup.',
    });
  return found.data;
}
