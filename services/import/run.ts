import { asFailure, type Book } from '../../db/book.ts';
import { activeBatchOf, insertRejects, type BatchRow } from '../../db/queries/batches.ts';
import { newRowsSource, putChunk, settleRowsSource, sourceId } from '../../db/queries/sources.ts';
import { Failure } from '../../domain/result.ts';
import type { FileImport } from '../contract/imports.ts';
import type { Context } from '../runtime/services.ts';
import { settingsOf } from '../book/profile.ts';
import { Intake } from './intake.ts';
import { Pace } from './pace.ts';
import type { MemberRef } from './parser/protocol.ts';
import { formatOfBatch } from './profiles/format-of.ts';
import type { Wanted } from './profiles/store.ts';
import { readFile } from './read-file.ts';

/** Rejected rows kept for display and export; the count is always exact. */
const MOST_REJECTS = 100_000;

export interface InputFile {
  path: string;
  name: string;
  /** Only this table of a container. */
  member?: MemberRef | null;
}

/**
 * Imports the files in one transaction: when one of them cannot be used, none is. Yields to other work between two
 * frames, and cancels between them.
 */
export async function importFiles(files: readonly InputFile[], wanted: Wanted, context: Context): Promise<FileImport[]> {
  const book = context.session.book();
  const pace = new Pace(context, 'import');
  book.write.begin();
  try {
    const results: FileImport[] = [];
    for (const file of files) results.push(...(await importFile(file, wanted, book, context, pace)));
    book.write.commit();
    return results;
  } catch (error) {
    book.write.rollback();
    throw asFailure(error, book.path);
  }
}

/** A file, or every table of a container. A container of which nothing can be used fails with its first reason. */
async function importFile(file: InputFile, wanted: Wanted, book: Book, context: Context, pace: Pace): Promise<FileImport[]> {
  const first = await importTable(file, file.member ?? null, wanted, book, context, pace);
  if (!('members' in first)) return [first];
  const results: FileImport[] = [];
  let reason: Failure | null = null;
  for (const member of first.members) {
    try {
      const result = await importTable(file, member, wanted, book, context, pace);
      if (!('members' in result)) results.push(result);
    } catch (error) {
      // A sheet that is no bill stands beside one that is; anything but “not recognised” stops the import.
      if (!(error instanceof Failure) || !SKIPPED.has(error.error.code) || member.sheet === null) throw error;
      reason ??= error;
    }
  }
  if (results.length === 0 && reason) throw reason;
  return results;
}

const SKIPPED = new Set(['import.unknown-format', 'import.no-rows']);

async function importTable(
  file: InputFile,
  member: MemberRef | null,
  wanted: Wanted,
  book: Book,
  context: Context,
  pace: Pace,
): Promise<FileImport | { members: MemberRef[] }> {
  const { write } = book;
  const settings = settingsOf(book.read);
  const label = member?.label ?? file.name;
  const sheet = member === null || member.sheet === null ? '' : String(member.sheet);
  let known: BatchRow | undefined;
  let source = { id: 0, fresh: false };
  let rowsSource = 0;
  let intake: Intake | undefined;
  let sha256 = '';
  let size = 0;
  let kept = 0;
  const outcome = await readFile(
    context.host,
    {
      path: file.path,
      name: file.name,
      ...wanted,
      context: { settlement: settings.settlement, currency: settings.currency },
      sample: 0,
      keep: true,
      member,
    },
    {
      probed(message) {
        ({ sha256, size } = message);
        pace.begin(message.size);
        known = activeBatchOf(write, sha256, sheet);
        if (known) return false;
        source = sourceId(write, sha256, message.size);
        return true;
      },
      started(message) {
        intake = new Intake(write, label, { id: source.id, member: sheet, size }, message, context);
      },
      chunk(chunk) {
        if (chunk.of === 'rows') putChunk(write, (rowsSource ||= newRowsSource(write)), chunk);
        else if (source.fresh) putChunk(write, source.id, chunk);
      },
      rowsHash(hash) {
        intake!.rowsSource = settleRowsSource(write, rowsSource, hash);
      },
      async rows(rows) {
        intake!.take(rows);
        await pace.step(rows.bytes);
      },
      async register(rows) {
        intake!.takeRegister(rows);
        await pace.step(rows.bytes);
      },
      rejects({ rejects }) {
        const room = Math.max(0, MOST_REJECTS - kept);
        insertRejects(write, intake!.batch, rejects.slice(0, room), kept);
        kept += Math.min(rejects.length, room);
      },
    },
    context.signal,
  );
  if (outcome.kind === 'members') return { members: outcome.members };
  return outcome.kind === 'ended' ? intake!.finish(outcome.ended, sha256) : repeated(label, known!);
}

/** The very same bytes are in the book already: every row that was read then is a duplicate now. */
function repeated(file: string, known: BatchRow): FileImport {
  const format = formatOfBatch(known);
  return {
    file,
    sha256: known.sha256,
    format: known.format,
    vendor: format?.vendor ?? 'other',
    rows: known.rows,
    imported: 0,
    duplicates: known.imported + known.duplicates + known.superseded,
    superseded: 0,
    ignored: known.ignored,
    rejected: known.rejected,
    rejectsFile: null,
    periods: JSON.parse(known.periods) as string[],
    totals: {},
    batch: null,
    notices: [
      {
        code: 'file.already-imported',
        message: `These bytes were imported before, as batch ${known.id} (${known.file}).`,
        remedy: 'Undo that batch first to import the file afresh.',
        row: null,
      },
    ],
  };
}
